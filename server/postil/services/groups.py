"""Groups and who is in them. A group lives for ever as a row (tombstones and cursors name it); deleting it empties it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from peewee import fn

from postil import changes
from postil.clock import now
from postil.db import in_transaction, locked
from postil.errors import Conflict, Invalid, NotFound
from postil.models import Annotation, Group, Label, Membership, PaperText, Token, User
from postil.policy import ROLES, Identity, InGroup, Member, may, require, roles_to_give
from postil.services import accounts
from postil.statements import among, statement


def find(identity: Identity, public_id: str) -> Member:
    """The caller's membership in a group; NotFound for a group that is unknown or not theirs, which are never told apart."""
    member = identity.group(public_id)
    if member is None:
        raise NotFound("there is no such group")
    return member


def describe(identity: Identity, member: Member) -> dict[str, Any]:
    return {
        "id": member.public_id,
        "kind": member.kind,
        "name": member.name,
        "role": member.role,
        "can_write": may(identity, "note.create", InGroup(member.group_id)),
    }


def of(identity: Identity) -> list[dict[str, Any]]:
    """The caller's groups, *Only me* first, then by name."""
    require(identity, "group.list")
    ordered = sorted(identity.memberships.values(), key=lambda m: (m.kind != "personal", m.name.casefold(), m.group_id))
    return [describe(identity, member) for member in ordered]


def get(identity: Identity, public_id: str) -> dict[str, Any]:
    member = find(identity, public_id)
    require(identity, "group.read", member)
    return describe(identity, member)


def create(identity: Identity, name: str) -> dict[str, Any]:
    require(identity, "group.create")
    assert identity.user_id is not None
    owner_id = identity.user_id
    group = in_transaction(lambda: accounts.create_group(owner_id, "team", name))
    return {"id": group.public_id, "kind": "team", "name": name, "role": "owner", "can_write": True}


def rename(identity: Identity, public_id: str, name: str) -> dict[str, Any]:
    member = find(identity, public_id)
    require(identity, "group.configure", member)

    def work() -> None:
        Group.update(name=name).where(Group.id == member.group_id).execute()
        changes.record([changes.Written(member.group_id, "group", public_id, "write")])

    in_transaction(work)
    return {**describe(identity, member), "name": name}


def delete(identity: Identity, public_id: str) -> None:
    """Delete a team that holds no notes. Raises Conflict while it holds any, also deleted ones: nobody's words go with a click."""
    member = find(identity, public_id)
    require(identity, "group.delete", member)

    def work() -> None:
        # First, since it locks the group's row: a note that is being written either is counted below, or finds the team gone.
        Group.update(kind="deleted", name="").where(Group.id == member.group_id).execute()
        held = Annotation.select(fn.COUNT(Annotation.id)).where(Annotation.group == member.group_id).scalar()
        if held:
            raise Conflict(f"this team holds {held} notes (the trash counts), so it is not deleted", code="group-not-empty")
        dissolve(member.group_id)

    in_transaction(work)


def dissolve(group_id: int) -> None:
    """What is left of a group without notes is its row. For services."""
    Group.update(kind="deleted", name="").where(Group.id == group_id).execute()
    for model in (Membership, PaperText, Label, Token):
        model.delete().where(model.group == group_id).execute()


# --- members ---------------------------------------------------------------------------------------------------------------------------


def members(identity: Identity, public_id: str) -> list[dict[str, Any]]:
    member = find(identity, public_id)
    require(identity, "member.list", member)
    rows = (
        Membership.select(User.id, User.name, User.display_name, Membership.role)
        .join(User, on=(User.id == Membership.user))
        .where(Membership.group == member.group_id)
        .order_by(User.name)
        .tuples()
    )
    return [{"user": user_id, "name": name, "display_name": shown, "role": role} for user_id, name, shown, role in rows]


def set_role(identity: Identity, public_id: str, user_id: int, role: str) -> None:
    """Give a member another role; whoever owns the server may also add one. The last owner stays one.

    For anyone else a user who is no member is like none: counting numbers up must not list the server's people.
    """
    member = find(identity, public_id)
    require(identity, "member.set", member)

    def work() -> None:
        hold(identity, member.group_id)  # else one who leaves at this moment is put back
        is_member = Membership.select().where((Membership.group == member.group_id) & (Membership.user == user_id)).exists()
        if not is_member and not may(identity, "member.add", member):
            raise NotFound("they are not a member")
        _set_role(member.group_id, user_id, role)

    in_transaction(work)


def _set_role(group_id: int, user_id: int, role: str) -> None:
    if role not in ROLES:
        raise Invalid([{"field": "role", "message": f"one of {', '.join(ROLES)}"}])

    def work() -> None:
        if not User.select().where((User.id == user_id) & User.disabled_at.is_null()).exists():
            raise NotFound("there is no such user")
        if role != "owner":
            _keep_an_owner(group_id, user_id)
        accounts.add_member(group_id, user_id, role)
        _end_invitations(group_id, user_id, roles_to_give(role))

    in_transaction(work)


def remove(identity: Identity, public_id: str, user_id: int) -> None:
    """Leave a team, or (its owner) remove a member. The last owner cannot go."""
    member = find(identity, public_id)
    require(identity, "member.leave" if user_id == identity.user_id else "member.set", member)

    def work() -> None:
        _keep_an_owner(member.group_id, user_id)
        if not Membership.delete().where((Membership.group == member.group_id) & (Membership.user == user_id)).execute():
            raise NotFound("they are not a member")
        _end_invitations(member.group_id, user_id)
        changes.record([changes.Written(member.group_id, "member", str(user_id), "write")])

    in_transaction(work)


def hold(identity: Identity, group_id: int) -> None:
    """Until the transaction ends nobody changes who is in the group. Raises Unavailable where the caller's own role was changed before."""
    _lock(group_id)
    changes.require_same_role(identity, group_id)


def _lock(group_id: int) -> None:
    locked(Group.select(Group.id).where(Group.id == group_id)).execute()


def _end_invitations(group_id: int, user_id: int, kept: Sequence[str] = ()) -> None:
    """Whoever leaves, or may no longer invite to a role, leaves no open link to it behind: else they could come back, or rise, by one."""
    made = (Token.group == group_id) & (Token.user == user_id) & (Token.kind == "invite") & Token.revoked_at.is_null()
    ended = [token.id for token in Token.select().where(made) if token.details["role"] not in kept]
    Token.update(revoked_at=now()).where(Token.id.in_(ended)).execute()


def _keep_an_owner(group_id: int, without: int) -> None:
    _lock(group_id)  # so that two owners cannot each take the other for the one who stays
    owners = {
        row[0] for row in Membership.select(Membership.user).where((Membership.group == group_id) & (Membership.role == "owner")).tuples()
    }
    if owners == {without}:
        raise Conflict("a team needs an owner: make somebody else one first", code="last-owner")


# --- for the command line, whose caller owns the server ----------------------------------------------------------------------------------


def create_for(owner_name: str, name: str) -> str:
    owner = accounts.find_user(owner_name)
    return str(in_transaction(lambda: accounts.create_group(owner.id, "team", name)).public_id)


def set_role_for(public_id: str, user_name: str, role: str) -> None:
    group = Group.get_or_none((Group.public_id == public_id) & (Group.kind == "team"))
    if group is None:
        raise NotFound(f"there is no team {public_id!r}")
    _set_role(group.id, accounts.find_user(user_name).id, role)


def labels(group_ids: set[int]) -> dict[int, list[dict[str, Any]]]:
    """The labels of groups that the caller reads, in their own order."""
    found: dict[int, list[dict[str, Any]]] = {group_id: [] for group_id in group_ids}
    for group_id, key, name, colour, underline, is_question in _labels(group_ids=group_ids):
        label = {"key": key, "name": name, "colour": colour, "underline": underline, "is_question": bool(is_question)}
        found[group_id].append(label)
    return found


@statement
def _labels(group_ids: Any) -> Any:
    columns = (Label.group, Label.key, Label.name, Label.colour, Label.underline, Label.is_question)
    return Label.select(*columns).where(among(Label.group, group_ids)).order_by(Label.group, Label.position, Label.id)


def require_destination(identity: Identity, public_id: str) -> Member:
    """The group that a note is to go into; Invalid names the field for one that is unknown, NotAllowed for one that is only read."""
    member = identity.group(public_id)
    if member is None:
        raise Invalid([{"field": "postil:group", "message": "there is no such group, or you are not in it"}])
    require(identity, "note.create", member)
    return member


def public_ids(group_ids: list[int]) -> list[str]:
    """For groups that the caller once read: only ids out of a signed cursor come here."""
    return [public_id for (public_id,) in Group.select(Group.public_id).where(Group.id.in_(group_ids)).order_by(Group.id).tuples()]
