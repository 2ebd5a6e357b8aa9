"""A team: its members, their roles, invitations into it."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request

from postil import auth, formats
from postil.errors import Conflict, Invalid
from postil.policy import ROLES, Identity, may, roles_to_give
from postil.schemas.account import GroupSchema, InviteSchema, MemberSchema
from postil.schemas.base import INT64, load
from postil.services import groups, invites
from postil.web.frame import number_or_text, page, sent_to
from postil.web.language import gettext
from postil.web.wording import Told, told

blueprint = Blueprint("teams", __name__, url_prefix="/teams")

_USER = f"<int(max={INT64 - 1}):user>"


@blueprint.post("")
def make() -> Response:
    made = groups.create(auth.signed_in(), _name())
    return sent_to("web.teams.show", id=made["id"])


@blueprint.get("/<id>")
def show(id: str) -> Response:
    return _team(auth.signed_in(), id)


@blueprint.post("/<id>/name")
def rename(id: str) -> Response:
    groups.rename(auth.signed_in(), id, _name())
    return sent_to("web.teams.show", id=id)


@blueprint.post("/<id>/delete")
def delete(id: str) -> Response:
    caller = auth.signed_in()
    try:
        groups.delete(caller, id)
    except Conflict as error:
        return _team(caller, id, 409, trouble=told(error))
    return sent_to("web.settings.show", _anchor="teams")


@blueprint.post(f"/<id>/members/{_USER}/role")
def set_role(id: str, user: int) -> Response:
    caller = auth.signed_in()
    try:
        groups.set_role(caller, id, user, load(MemberSchema(), {"role": request.form.get("role", "")})["role"])
    except Conflict as error:
        return _team(caller, id, 409, trouble=told(error))
    return sent_to("web.teams.show", id=id)


@blueprint.post(f"/<id>/members/{_USER}/remove")
def remove(id: str, user: int) -> Response:
    caller = auth.signed_in()
    try:
        groups.remove(caller, id, user)
    except Conflict as error:
        return _team(caller, id, 409, trouble=told(error))
    return sent_to("web.settings.show", _anchor="teams") if user == caller.user_id else sent_to("web.teams.show", id=id)


@blueprint.post("/<id>/invites")
def invite(id: str) -> Response:
    """The answer to the form itself shows the link: it is told this once."""
    caller = auth.signed_in()
    given = {name: number_or_text(request.form.get(name, "")) for name in ("days", "uses")}
    try:
        asked = load(InviteSchema(), {"role": request.form.get("role", ""), **given})
        made = invites.make(caller, id, asked["role"], asked["days"], asked["uses"])
    except Invalid:
        trouble = gettext("An invitation lasts 1 to 90 days, for 1 to 1,000 people, and gives no higher role than yours.")
        return _team(caller, id, 422, trouble=trouble)
    return _team(caller, id, 201, link=f"{auth.config().base_url}/join/{made['secret']}")


@blueprint.post(f"/<id>/invites/<int(max={INT64 - 1}):invite>/revoke")
def revoke(id: str, invite: int) -> Response:
    invites.revoke(auth.signed_in(), id, invite)
    return sent_to("web.teams.show", id=id, _anchor="invitations")


def _name() -> str:
    try:
        return str(load(GroupSchema(), {"name": request.form.get("name", "").strip()})["name"])
    except Invalid:
        raise Told(gettext("Name: from 1 to 100 characters."), 422) from None


def _team(caller: Identity, id: str, status: int = 200, *, link: str | None = None, trouble: str | None = None) -> Response:
    member = groups.find(caller, id)
    given: dict[str, Any] = {"link": link, "trouble": trouble, "roles": ROLES, "formats": formats.menu()}
    can_invite = may(caller, "invite.manage", member)
    return page(
        "team.html", status, secret=True, q="", team=groups.get(caller, id), members=groups.members(caller, id),
        can_set=may(caller, "member.set", member), can_invite=can_invite, can_leave=may(caller, "member.leave", member),
        invites=invites.of(caller, id) if can_invite else [], invite_roles=roles_to_give(member.role), **given,
    )  # fmt: skip
