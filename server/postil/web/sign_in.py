"""Signing in by a link and a button, and signing out."""

from __future__ import annotations

from flask import Blueprint, Response

from postil import auth
from postil.errors import NotSignedIn
from postil.services import tokens
from postil.web.frame import page, sent_to, visitor

blueprint = Blueprint("sign_in", __name__)


@blueprint.get("/sign-in")
def show() -> Response:
    visitor()
    return page("sign_in.html", secret=True, spent=False)


@blueprint.get("/sign-in/<secret>")
def confirm(secret: str) -> Response:
    """Only shows the button: what looks at links before people do (mail filters, previews) must not spend this one."""
    return page("sign_in_link.html", secret=True, link=secret) if tokens.link_is_good(secret) else _spent()


@blueprint.post("/sign-in/<secret>")
def sign_in(secret: str) -> Response:
    try:
        session = tokens.sign_in(secret)
    except NotSignedIn:
        return _spent()
    response = sent_to("web.listing.show")
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
    return sent_to("web.listing.show") if visitor().user_id is not None else page("sign_in.html", 401, secret=True, spent=True)
