"""Signing in by a link and a button, and signing out."""

from __future__ import annotations

from flask import Blueprint, Response, request

from postil import auth
from postil.errors import NotSignedIn, TooMany
from postil.services import passwords, tokens
from postil.web.frame import own_path, page, sent_on, sent_to, visitor, words
from postil.web.language import gettext
from postil.web.wording import told

blueprint = Blueprint("sign_in", __name__)


@blueprint.get("/sign-in")
def show() -> Response:
    visitor()
    return _form()


@blueprint.post("/sign-in")
def by_password() -> Response:
    name = words("name").lower()[:40]
    try:
        session = passwords.sign_in(name, request.form.get("password", ""), request.remote_addr or "")
    except NotSignedIn:
        return _form(401, gettext("This name and password do not go together."))
    except TooMany as error:
        response = _form(429, told(error))
        response.headers["Retry-After"] = str(error.details["retry_after"])
        return response
    response = sent_on(own_path(request.form.get("next")) or "/")
    auth.set_cookie(response, session)
    return response


@blueprint.get("/sign-in/<secret>")
def confirm(secret: str) -> Response:
    """Only shows the button: what looks at links before people do (mail filters, previews) must not spend this one."""
    name = tokens.link_is_for(secret)
    return page("sign_in_link.html", secret=True, link=secret, name=name) if name else _spent()


@blueprint.post("/sign-in/<secret>")
def sign_in(secret: str) -> Response:
    try:
        session = tokens.sign_in(secret)
    except NotSignedIn:
        return _spent()
    new = tokens.identify(session, "session")
    # The link came from whoever runs the server; from now on the user can come in alone.
    response = sent_to("web.password.show" if new and not passwords.is_set(new) else "web.listing.show")
    auth.set_cookie(response, session)
    return response


@blueprint.post("/sign-out")
def sign_out() -> Response:
    caller = visitor()
    if caller.token_id is not None:
        tokens.sign_out(caller)
    response = sent_to("web.sign_in.show")
    auth.clear_cookie(response)
    return response


def _spent() -> Response:
    """Who is signed in already (a button pressed twice) is where the link leads."""
    return sent_to("web.listing.show") if visitor().user_id is not None else _form(401, spent=True)


def _form(status: int = 200, trouble: str | None = None, *, spent: bool = False) -> Response:
    onward = own_path(request.values.get("next"))
    by_name = passwords.any_is_set()
    return page("sign_in.html", status, secret=True, spent=spent, trouble=trouble, by_name=by_name, onward=onward, given=request.form)
