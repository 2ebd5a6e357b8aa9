"""Closing an account: its notes go for good, its memberships end, its name and its secrets go. Its row stays (ADR 7)."""

from __future__ import annotations

from typing import Any

from postil import changes
from postil.clock import now
from postil.db import in_transaction, locked
from postil.errors import Conflict
from postil.models import Annotation, Group, Membership, Operation, Token, User
from postil.services import groups, purge, purge_list

SHOWN_AS = "Deleted account"


def close(user: Any) -> int:
    """Delete an account with its notes, for good; how many notes that were. Cut off in between, it goes on when it is called again.

    Raises Conflict where nobody would be left to own the server, or a team in which there are other people or notes of theirs.
    """

    def shut() -> None:
        _require_replaceable(user)
        _shut(user)

    in_transaction(shut)
    return _delete(user)


def listed() -> int:
    """Close the accounts that the purge list names and a restored backup has brought back; how many those were."""
    names = purge_list.read().accounts
    mine = Group.select(Group.id).where((Group.kind == "personal") & Group.public_id.in_(list(names)))
    users = list(User.select().join(Membership, on=(Membership.user == User.id)).where(Membership.group.in_(mine)))
    for user in users:
        in_transaction(lambda user=user: _shut(user))  # type: ignore[misc]
        _delete(user)
    return len(users)


def _delete(user: Any) -> int:
    deleted = purge.notes(Annotation.creator == user.id)
    in_transaction(lambda: _forget(user))
    return deleted


def _require_replaceable(user: Any) -> None:
    others = User.select().where(User.is_admin & User.disabled_at.is_null() & (User.id != user.id))
    if user.is_admin and not others.exists():
        raise Conflict("the server needs an owner: make another first (postil user add NAME --admin)", code="last-owner")
    owned = Membership.select(Membership.group).where((Membership.user == user.id) & (Membership.role == "owner"))
    # Locked, so that no other owner leaves meanwhile.
    for team in locked(Group.select().where(Group.id.in_(owned)).order_by(Group.id)):
        beside = Membership.select(Membership.role).where((Membership.group == team.id) & (Membership.user != user.id))
        roles = {role for (role,) in beside.tuples()}
        if "owner" not in roles and (roles or _holds_notes(team.id, beside=user)):
            raise Conflict(f"the team {team.name!r} ({team.public_id}) needs an owner: give it another one first", code="last-owner")


def _shut(user: Any) -> None:
    """From here on nobody is this user, and nothing is written as them. Their part in groups where they are not alone ends."""
    for group in _groups(user):
        if group.kind == "personal":
            purge_list.add_account(group.public_id)
    User.update(disabled_at=now(), password_hash=None, email=None, is_admin=False).where(User.id == user.id).execute()
    Token.delete().where(Token.user == user.id).execute()
    left = [group.id for group in _groups(user) if not _is_alone(user, group)]
    Membership.delete().where((Membership.user == user.id) & Membership.group.in_(left)).execute()
    changes.record(changes.Written(group_id, "member", str(user.id), "write") for group_id in left)


def _forget(user: Any) -> None:
    """Once more their notes, for one that was being written while the account was shut; it held its group's row."""
    alone = [group.id for group in _groups(user)]
    locked(Group.select(Group.id).where(Group.id.in_(alone)).order_by(Group.id)).execute()
    purge.notes(Annotation.group.in_(alone) & (Annotation.creator == user.id))
    for group_id in alone:
        if not _holds_notes(group_id, beside=user):
            groups.dissolve(group_id)
    Membership.delete().where(Membership.user == user.id).execute()
    Operation.delete().where(Operation.user == user.id).execute()
    User.update(name=f"deleted {user.id}", display_name=SHOWN_AS).where(User.id == user.id).execute()


def _groups(user: Any) -> list[Any]:
    return list(Group.select().join(Membership).where(Membership.user == user.id).order_by(Group.id))


def _is_alone(user: Any, group: Any) -> bool:
    return not Membership.select().where((Membership.group == group.id) & (Membership.user != user.id)).exists()


def _holds_notes(group_id: int, *, beside: Any) -> bool:
    return bool(Annotation.select().where((Annotation.group == group_id) & (Annotation.creator != beside.id)).exists())
