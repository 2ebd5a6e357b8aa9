"""Every error of a page, in the words of the pages: what happened, what is safe, what to do."""

from __future__ import annotations

import logging

from flask import Response, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from postil import auth
from postil.errors import NotSignedIn, PostilError
from postil.web.frame import page, sent_to, visitor
from postil.web.language import N_, gettext
from postil.web.wording import told

log = logging.getLogger("postil")

#: status -> (what happened, what to do)
WORDS = {
    400: (N_("This address cannot be read"), N_("Nothing was changed. Go back and try another way.")),
    403: (N_("This is not allowed"), N_("Nothing was changed.")),
    404: (N_("There is nothing here"), N_("The address may be mistyped, or it leads to something that you cannot see.")),
    405: (N_("This address does not work like that"), N_("Nothing was changed. Open it as a page, or use the buttons of one.")),
    408: (N_("That did not arrive"), N_("Nothing was changed. Send it again.")),
    409: (N_("This cannot be done now"), N_("Nothing was changed.")),
    410: (N_("This is no longer there"), N_("Nothing was changed.")),
    422: (N_("Something in this form is not right"), N_("Nothing was changed. Go back and mend it.")),
    429: (N_("That was tried too often"), N_("Nothing was changed. Wait a while, then try it again.")),
    413: (N_("That was too large"), N_("Nothing was kept. A request can hold 1 MiB.")),
    421: (N_("This server has another address"), N_("Nothing was shown or changed.")),
    500: (
        N_("The server met an unforeseen error"),
        N_("Nothing of this request was kept; all notes are as they were. Try it again."),
    ),
    503: (N_("The server cannot answer now"), N_("All notes are as they were. Try it again in a moment.")),
}


def error_page(error: Exception) -> Response:
    """For Flask's error handler, outside /api. Who is not signed in is sent to the page that says how to."""
    if isinstance(error, NotSignedIn):
        reading = request.method in ("GET", "HEAD")
        return sent_to("web.sign_in.show", 302 if reading else 303, **({"next": request.full_path.rstrip("?")} if reading else {}))
    if isinstance(error, PostilError):
        return _said(error.status, told(error), error)
    if isinstance(error, HTTPException):
        visitor()  # no route has asked yet who looks
        return _said(error.code or 500, "", error)
    log.exception("unforeseen error", extra={"told": {"method": request.method, "route": str(request.url_rule)}})
    return _said(500, "", error)


def _said(status: int, detail: str, error: Exception) -> Response:
    heading, advice = map(gettext, WORDS.get(status) or WORDS[500 if status >= 500 else 400])
    home = auth.config().base_url if status == 421 else ""
    response = page("error.html", status, secret=True, heading=heading, detail=detail, advice=advice, home=f"{home}/")
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        response.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    if isinstance(error, PostilError) and "retry_after" in error.details:
        response.headers["Retry-After"] = str(error.details["retry_after"])
    return response
