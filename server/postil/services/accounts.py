"""People: making an account, and who a user is to the rest of the server."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from typing import Any, NamedTuple

from peewee import JOIN

from postil import changes
from postil.clock import now
from postil.db import in_transaction
from postil.errors import Conflict, Invalid, NotFound
from postil.models import Group, Label, Membership, Meta, User
from postil.policy import Identity, Member
from postil.statements import among, statement

NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,38}[a-z0-9])?")

#: The labels that every new group starts with: colour, and an underline that tells it apart without colour (docs: look).
FIRST_LABELS = (("amber", "Highlight", "solid"),)


def create_user(name: str, display_name: str = "", *, is_admin: bool = False) -> User:
    """Make an account with its personal group. Raises Invalid for a bad name, Conflict for a taken one."""
    if not NAME.fullmatch(name):
        raise Invalid(
            [{"field": "name", "message": "1 to 40 of a-z, 0-9, dot, underscore and hyphen; starting and ending with a letter or digit"}]
        )

    def work() -> User:
        if User.get_or_none(User.name == name):
            raise Conflict(f"the name {name!r} is taken", code="name-taken")
        user = User.create(name=name, display_name=display_name or name, is_admin=is_admin, created=now())
        create_group(user.id, "personal", "Only me")
        return user

    return in_transaction(work)


def create_group(owner_id: int, kind: str, name: str, public_id: str | None = None) -> Group:
    """A group with its first labels and its owner. For services: the caller has asked policy."""
    group = Group.create(public_id=public_id or new_public_id(), kind=kind, name=name, created=now())
    Label.insert_many(
        [(group.id, key, label, key, underline, i) for i, (key, label, underline) in enumerate(FIRST_LABELS)],
        fields=[Label.group, Label.key, Label.name, Label.colour, Label.underline, Label.position],
    ).execute()
    add_member(group.id, owner_id, "owner")
    return group


def add_member(group_id: int, user_id: int, role: str) -> None:
    """Put a user into a group, or give a member another role. Their view of the group starts anew."""
    revision = changes.record([changes.Written(group_id, "member", str(user_id), "write")])[group_id]
    Membership.insert(group=group_id, user=user_id, role=role, view=revision, joined=now()).on_conflict(
        conflict_target=[Membership.group, Membership.user], update={Membership.role: role, Membership.view: revision}
    ).execute()


def new_public_id() -> str:
    """12 characters of base 32: 60 random bits, readable aloud."""
    return "".join(secrets.choice("0123456789abcdefghjkmnpqrstvwxyz") for _ in range(12))


def find_user(name: str) -> User:
    user = User.get_or_none(User.name == name)
    if user is None:
        raise NotFound(f"there is no user {name!r}")
    return user


def owner() -> User | None:
    """The server's first owner: the account that `postil serve` makes and a sign-in link is for."""
    user: User | None = User.select().where(User.is_admin & User.disabled_at.is_null()).order_by(User.id).first()
    return user


class _Person(NamedTuple):
    """Of each row of `memberships` the columns before those of a `Member`."""

    id: int
    name: str
    display_name: str
    is_admin: int  # as SQLite has it
    disabled_at: int | None
    epoch: str
    papers_epoch: str | None


#: Where in such a row a Member stands.
_MEMBER = slice(len(_Person._fields), len(_Person._fields) + len(Member._fields))


def identity_of(user_id: int, scopes: frozenset[str]) -> Identity | None:
    """Who a user is. None for a disabled account."""
    return identity(list(_memberships(user_id=user_id)), scopes)


@statement
def _memberships(user_id: Any) -> Any:
    return memberships().where(User.id == user_id)


def memberships(*more: Any) -> Any:
    """What an identity is made of, a row for each membership: a `_Person`, a `Member` (of Nones where there is none), `more` columns."""
    papers = Meta.alias()
    return (
        User.select(
            User.id, User.name, User.display_name, User.is_admin, User.disabled_at,
            Meta.value, papers.select(papers.value).where(papers.key == "papers"),
            Group.id, Group.public_id, Group.kind, Group.name, Membership.role, Membership.view, Group.revision, Group.oldest_revision,
            *more,
        )
        .join(Meta, on=(Meta.key == "epoch"))
        .switch(User)
        .join(Membership, JOIN.LEFT_OUTER, on=(Membership.user == User.id))
        .join(Group, JOIN.LEFT_OUTER, on=(Group.id == Membership.group))
        .switch(User)
        .order_by(Group.id)
    )  # fmt: skip


def identity(rows: Sequence[Any], scopes: frozenset[str], token_id: int | None = None) -> Identity | None:
    """Of the rows of `memberships`. None for no rows, and for a disabled account."""
    if not rows:
        return None
    person = _Person._make(rows[0][: _MEMBER.start])
    if person.disabled_at is not None:
        return None
    members = {member.group_id: member for member in (Member._make(row[_MEMBER]) for row in rows) if member.group_id is not None}
    return Identity(
        person.id, person.name, person.display_name, bool(person.is_admin), scopes, members, token_id, bytes.fromhex(person.epoch),
        person.papers_epoch,
    )  # fmt: skip


def people(user_ids: set[int]) -> dict[int, dict[str, str]]:
    """Names by user id, for the people whose notes the caller was just shown."""
    return {user_id: {"name": name, "display_name": display_name} for user_id, name, display_name in _people(user_ids=user_ids)}


@statement
def _people(user_ids: Any) -> Any:
    return User.select(User.id, User.name, User.display_name).where(among(User.id, user_ids))
