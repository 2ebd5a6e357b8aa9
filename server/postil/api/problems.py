"""Every error as an answer: a problem document (RFC 9457) for the API; for a page, web/ shows the same words."""

from __future__ import annotations

import http
import logging
from typing import Any

import orjson
from flask import Response, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from postil import auth
from postil.errors import PostilError, TooLarge
from postil.representation import with_base

log = logging.getLogger("postil")

#: Codes of the answers that Flask and Werkzeug make by themselves.
CODES = {
    400: "bad-request",
    404: "not-found",
    405: "method-not-allowed",
    406: "not-acceptable",
    408: "timeout",
    415: "unsupported-media-type",
}


def problem(error: PostilError) -> Response:
    """`type title status detail code`, and what the error carries beside: `errors`, or the present state of a note (`current`, `etag`)."""
    document: dict[str, Any] = {
        "type": f"urn:x-postil:problem:{error.code}",
        "title": http.HTTPStatus(error.status).phrase,
        "status": error.status,
        "detail": error.detail,
        "code": error.code,
    }
    details = dict(error.details)
    retry_after = details.pop("retry_after", None)
    current = details.pop("current", None)
    if current is not None:
        details["current"] = orjson.Fragment(current)
    body = with_base(orjson.dumps({**document, **details}), f"{auth.config().base_url}/api/")
    response = Response(body, error.status, mimetype="application/problem+json")
    if retry_after is not None:
        response.headers["Retry-After"] = str(retry_after)
    if error.status == 401:
        response.headers["WWW-Authenticate"] = 'Bearer realm="postil"'
    response.headers["Cache-Control"] = "no-store"
    return response


def from_http(error: HTTPException) -> PostilError:
    """Flask's own refusal (no such route, wrong method, too large) as one of the family."""
    status = error.code or 500
    if status == TooLarge.status:
        return TooLarge()
    found = PostilError(
        error.description or http.HTTPStatus(status).phrase, code=CODES.get(status, "bad-request" if status < 500 else "server-error")
    )
    found.status = status
    return found


def answer(error: Exception) -> Response:
    """For Flask's error handler, below /api. What nobody foresaw is logged with its trace and answered without it."""
    if isinstance(error, PostilError):
        return problem(error)
    if isinstance(error, HTTPException):
        response = problem(from_http(error))
        if isinstance(error, MethodNotAllowed) and error.valid_methods:
            response.headers["Allow"] = ", ".join(sorted(error.valid_methods))
        return response
    log.exception("unforeseen error", extra={"told": {"method": request.method, "route": str(request.url_rule)}})
    return problem(PostilError("the server met an error that it did not foresee; nothing of this request was kept"))
