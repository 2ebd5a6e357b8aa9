"""Joining a team by a link: with the account one has, or by making one."""

from __future__ import annotations

from flask import Blueprint, Response, request

from postil import auth
from postil.errors import Conflict, Invalid
from postil.services import invites, throttles
from postil.web import password
from postil.web.frame import page, sent_to, visitor, words
from postil.web.language import gettext
from postil.web.wording import told

blueprint = Blueprint("join", __name__)


@blueprint.get("/join/<secret>")
def show(secret: str) -> Response:
    return _invitation(secret)


@blueprint.post("/join/<secret>")
def accept(secret: str) -> Response:
    team = invites.accept(auth.signed_in(), secret)
    return sent_to("web.teams.show", id=team)


@blueprint.post("/join/<secret>/account")
def make_account(secret: str) -> Response:
    """A new account and its membership, or neither."""
    throttles.spend(throttles.JOIN, request.remote_addr or "")
    try:
        session, team = invites.join_anew(secret, words("name").lower(), words("display_name")[:100], request.form.get("password", ""))
    except Invalid as error:
        return _invitation(secret, 422, trouble=_wrong(error))
    except Conflict as error:
        return _invitation(secret, 409, trouble=told(error))
    response = sent_to("web.teams.show", id=team)
    auth.set_cookie(response, session)
    return response


def _wrong(error: Invalid) -> str:
    if error.details["errors"][0]["field"] == "password":
        return password.rule()
    return gettext("Name: 1 to 40 of a-z, 0-9, dot, underscore and hyphen; starting and ending with a letter or digit.")


def _invitation(secret: str, status: int = 200, *, trouble: str | None = None) -> Response:
    visitor()
    return page("join.html", status, secret=True, q="", link=secret, invitation=invites.read(secret), trouble=trouble, given=request.form)
