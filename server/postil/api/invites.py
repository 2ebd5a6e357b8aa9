"""Invitations into a team."""

from __future__ import annotations

from flask import Blueprint, Response, request

from postil import auth
from postil.api.http import answer, loaded, no_content, path_text
from postil.api.operations import operation
from postil.schemas.account import InviteSchema
from postil.schemas.answers import Invites, Joined, NewInvite
from postil.services import invites, throttles

blueprint = Blueprint("invites", __name__)


@blueprint.get("/groups/<id>/invites")
@operation("A team's invitations", answers=Invites)
def listing(id: str) -> Response:
    return answer({"invites": invites.of(auth.signed_in(), path_text(id))})


@blueprint.post("/groups/<id>/invites")
@operation("Invite into a team; the link is told this once", body=InviteSchema, answers=NewInvite, status=201)
def make(id: str) -> Response:
    caller = auth.signed_in()
    asked = loaded(InviteSchema())
    made = invites.make(caller, path_text(id), asked["role"], asked["days"], asked["uses"])
    response = answer({**made, "url": f"{auth.config().base_url}/join/{made['secret']}"}, 201)
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.delete("/groups/<id>/invites/<int:invite>")
@operation("End an invitation", status=204)
def revoke(id: str, invite: int) -> Response:
    invites.revoke(auth.signed_in(), path_text(id), invite)
    return no_content()


@blueprint.post("/invites/<secret>/accept")
@operation("Join a team by an invitation", answers=Joined, refuses=(410, 429))
def accept(secret: str) -> Response:
    throttles.spend(throttles.JOIN, request.remote_addr or "")
    return answer({"group": invites.accept(auth.signed_in(), path_text(secret))})
