"""Who may see or do. This file alone says so; everything else asks.

`visible_to` and `visible_papers` are SQL expressions, used for lists, items, search, export and counts alike, so that a list and an item
can never disagree.
`ACTIONS` is the whole table of what can be done, by whom, with which scope; a test walks it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from peewee import SQL, Expression, fn

from postil.errors import NotAllowed, NotSignedIn
from postil.models import Annotation, Listing, Paper, PaperText
from postil.statements import among

ROLES = ("reader", "member", "moderator", "owner")
SCOPES = ("read", "write", "account")


class Member(NamedTuple):
    """One of the caller's memberships, with what a cursor and an ETag need of its group."""

    group_id: int
    public_id: str
    kind: str
    name: str
    role: str
    view: int
    revision: int
    oldest_revision: int


@dataclass(frozen=True)
class Identity:
    """Who is asking: a user, with the scopes of what they showed, or nobody (`user_id` None)."""

    user_id: int | None = None
    name: str = ""
    display_name: str = ""
    is_admin: bool = False
    scopes: frozenset[str] = frozenset()
    memberships: Mapping[int, Member] = field(default_factory=dict)
    token_id: int | None = None
    epoch: bytes = b""  # the server's, 16 random bytes, read together with the memberships; never sent
    papers_epoch: str | None = None  # made anew whenever a source tells something of any paper; read with them too; None: none has yet

    def role_in(self, group_id: int) -> str | None:
        member = self.memberships.get(group_id)
        return member.role if member else None

    def group(self, public_id: str) -> Member | None:
        return next((m for m in self.memberships.values() if m.public_id == public_id), None)

    @property
    def groups(self) -> list[int]:
        return list(self.memberships)

    @property
    def moderated(self) -> list[int]:
        return [g for g, m in self.memberships.items() if _at_least(m.role, "moderator")]

    @property
    def epoch_tag(self) -> bytes:
        """What stands for the epoch outside: it tells two epochs apart and does not give the bytes away (they also sign cursors)."""
        return hashlib.sha256(self.epoch).digest()[:8]

    @property
    def personal(self) -> Member:
        return next(m for m in self.memberships.values() if m.kind == "personal")


NOBODY = Identity()


@dataclass(frozen=True)
class Sight:
    """What of an identity says what it may see, as the parameters of a statement: `seen_by` gives their values."""

    user_id: Any
    groups: Any
    moderated: Any


def seen_by(identity: Identity) -> dict[str, Any]:
    """The values of a statement's `Sight`."""
    return {"user_id": identity.user_id, "groups": identity.groups, "moderated": identity.moderated}


def visible_to(identity: Identity | Sight) -> Expression:
    """The notes that `identity` may see: in a group that they read, not deleted, not hidden from them.

    A hidden note stays visible to its author and to those who may hide. The groups are the identity's, read when the request began.
    """
    shown = Annotation.hidden_at.is_null() | (Annotation.creator == identity.user_id) | among(Annotation.group, identity.moderated)
    return among(Annotation.group, identity.groups) & Annotation.deleted_at.is_null() & shown


def visible_papers(identity: Identity | Sight) -> Expression:
    """The papers that `identity` may know of: listed by a source, with a note that they may see, or sent by a page to a group of theirs."""
    listed = fn.EXISTS(Listing.select(SQL("1")).where(Listing.paper == Paper.id))
    noted = fn.EXISTS(Annotation.select(SQL("1")).where((Annotation.paper == Paper.id) & visible_to(identity)))
    sent = fn.EXISTS(PaperText.select(SQL("1")).where((PaperText.paper == Paper.id) & visible_texts(identity)))
    return sent | listed | noted  # nearly every paper that a source told has a text: to the others one comes seldom


def visible_texts(identity: Identity | Sight) -> Expression:
    """The texts of a paper that `identity` may read: a source's are everyone's, a page's are its sender's group's."""
    return PaperText.group.is_null() | among(PaperText.group, identity.groups)


@dataclass(frozen=True)
class Rule:
    """An action's scope, and who: a predicate over (identity, thing). `thing` has `group_id`, and for notes `creator_id`."""

    scope: str
    who: Callable[[Identity, Any], bool]


def _at_least(role: str | None, least: str) -> bool:
    return role is not None and ROLES.index(role) >= ROLES.index(least)


def _role(least: str) -> Callable[[Identity, Any], bool]:
    return lambda identity, thing: _at_least(identity.role_in(thing.group_id), least)


def _author(least: str) -> Callable[[Identity, Any], bool]:
    return lambda identity, thing: thing.creator_id == identity.user_id and _at_least(identity.role_in(thing.group_id), least)


def _of_team(least: str) -> Callable[[Identity, Any], bool]:
    def who(identity: Identity, thing: Any) -> bool:
        member = identity.memberships.get(thing.group_id)
        return member is not None and member.kind == "team" and _at_least(member.role, least)

    return who


def _admin(identity: Identity, thing: Any) -> bool:
    return identity.is_admin


def _anyone(identity: Identity, thing: Any) -> bool:
    return identity.user_id is not None


def _admin_who_owns(identity: Identity, thing: Any) -> bool:
    return _admin(identity, thing) and _of_team("owner")(identity, thing)


ACTIONS: Mapping[str, Rule] = {
    "note.read": Rule("read", _role("reader")),
    "note.list": Rule("read", _anyone),
    "note.create": Rule("write", _role("member")),
    "note.edit": Rule("write", _author("member")),
    # Taking one's own words back needs no more than being there still.
    "note.delete": Rule("write", _author("reader")),
    "note.restore": Rule("write", _author("member")),
    "note.purge": Rule("write", _author("reader")),
    "trash.list": Rule("read", _anyone),
    "paper.read": Rule("read", _anyone),
    "paper.send": Rule("write", _role("member")),
    "group.list": Rule("read", _anyone),
    "group.create": Rule("account", _anyone),
    "group.read": Rule("read", _role("reader")),
    "group.configure": Rule("account", _of_team("owner")),
    "group.delete": Rule("account", _of_team("owner")),
    "member.list": Rule("read", _role("reader")),
    "member.set": Rule("account", _of_team("owner")),
    # Nobody is put into a team without being asked, save by whoever owns the server.
    "member.add": Rule("account", _admin_who_owns),
    "member.leave": Rule("account", _of_team("reader")),
    "invite.manage": Rule("account", _of_team("moderator")),
    "invite.accept": Rule("account", _anyone),
    "account.read": Rule("read", _anyone),
    "token.manage": Rule("account", _anyone),
    "password.set": Rule("account", _anyone),
    "pairing.decide": Rule("account", _anyone),
    "server.measure": Rule("account", _admin),
}


def roles_to_give(role: str | None) -> tuple[str, ...]:
    """The roles that somebody of this role can invite to: an owner to any, a moderator to those below."""
    if role == "owner":
        return ROLES
    return ROLES[: ROLES.index("moderator")] if role == "moderator" else ()


@dataclass(frozen=True)
class InGroup:
    """A thing to ask about where only the group matters."""

    group_id: int


def may(identity: Identity, action: str, thing: Any = None) -> bool:
    rule = ACTIONS[action]
    return identity.user_id is not None and rule.scope in identity.scopes and rule.who(identity, thing)


def require(identity: Identity, action: str, thing: Any = None) -> None:
    """Raises NotSignedIn, or NotAllowed (`missing-scope`, `not-allowed`). Visibility comes first: ask only about what is visible."""
    rule = ACTIONS[action]
    if identity.user_id is None:
        raise NotSignedIn
    if rule.scope not in identity.scopes:
        raise NotAllowed(f"this token may not do that: it lacks the scope {rule.scope!r}", code="missing-scope")
    if not rule.who(identity, thing):
        raise NotAllowed(f"you may not do that here ({action})")
