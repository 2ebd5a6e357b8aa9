"""Connecting a program by its code (RFC 8628, 3.3): the user sees who asks for what, and answers."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request

from postil import auth
from postil.errors import NotFound
from postil.services import pairing
from postil.web.frame import page
from postil.web.language import gettext

blueprint = Blueprint("connect", __name__, url_prefix="/connect")


@blueprint.get("")
def show() -> Response:
    caller = auth.signed_in()
    code = request.args.get("code", "")[:20]
    if not code:
        return _page(code)
    try:
        return _page(code, asked=pairing.find(caller, code))
    except NotFound:
        return _unknown(code)


@blueprint.post("")
def decide() -> Response:
    caller = auth.signed_in()
    code = request.form.get("code", "")[:20]
    allow = request.form.get("answer") == "allow"
    try:
        pairing.decide(caller, code, allow=allow)
    except NotFound:
        return _unknown(code)
    return _page(code, done="allowed" if allow else "denied")


def _unknown(code: str) -> Response:
    return _page(code, 404, trouble=gettext("No program waits with this code: check it, or begin again in the program."))


def _page(code: str, status: int = 200, **said: Any) -> Response:
    shown = {"asked": None, "trouble": None, "done": None, **said}
    return page("connect.html", status, secret=True, q="", code=code, **shown)
