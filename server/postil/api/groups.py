"""Groups and their members."""

from __future__ import annotations

from flask import Blueprint, Response

from postil import auth
from postil.api.http import answer, loaded, no_content, path_text
from postil.api.operations import operation
from postil.schemas.account import GroupSchema, MemberSchema
from postil.schemas.answers import Group, Groups, Members
from postil.services import groups

blueprint = Blueprint("groups", __name__)


@blueprint.get("/groups")
@operation("One's groups", answers=Groups)
def listing() -> Response:
    return answer({"groups": groups.of(auth.signed_in())})


@blueprint.post("/groups")
@operation("Make a team", body=GroupSchema, answers=Group, status=201)
def create() -> Response:
    return answer(groups.create(auth.signed_in(), loaded(GroupSchema())["name"]), 201)


@blueprint.get("/groups/<id>")
@operation("A group", answers=Group)
def get(id: str) -> Response:
    return answer(groups.get(auth.signed_in(), path_text(id)))


@blueprint.patch("/groups/<id>")
@operation("Rename a team", body=GroupSchema, answers=Group)
def rename(id: str) -> Response:
    return answer(groups.rename(auth.signed_in(), path_text(id), loaded(GroupSchema())["name"]))


@blueprint.delete("/groups/<id>")
@operation("Delete a team that holds no notes", status=204, refuses=(409,))
def delete(id: str) -> Response:
    groups.delete(auth.signed_in(), path_text(id))
    return no_content()


@blueprint.get("/groups/<id>/members")
@operation("A group's members", answers=Members)
def members(id: str) -> Response:
    return answer({"members": groups.members(auth.signed_in(), path_text(id))})


@blueprint.put("/groups/<id>/members/<int:user>")
@operation("Add somebody to a team, or give a member another role", body=MemberSchema, status=204, refuses=(409,))
def set_role(id: str, user: int) -> Response:
    groups.set_role(auth.signed_in(), path_text(id), user, loaded(MemberSchema())["role"])
    return no_content()


@blueprint.delete("/groups/<id>/members/<int:user>")
@operation("Remove a member, or leave", status=204, refuses=(409,))
def remove(id: str, user: int) -> Response:
    groups.remove(auth.signed_in(), path_text(id), user)
    return no_content()
