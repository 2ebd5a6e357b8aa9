"""Inviting into a team by a link: for a role, a time and a number of uses; revocable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from postil.clock import DAY, now, to_text
from postil.db import in_transaction, locked
from postil.errors import Gone, Invalid, NotFound
from postil.models import Group, Membership, Token, User
from postil.policy import ROLES, Identity, require, roles_to_give
from postil.services import accounts, passwords, tokens
from postil.services.groups import find, hold


@dataclass(frozen=True)
class Invitation:
    """What a good link invites to."""

    group: str
    group_name: str
    role: str
    invited_by: str


class Over(Gone):
    """An invitation that was revoked, has been used up or has expired: `reason` says which, as `of` does."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"this invitation {reason}: ask for a new one")
        self.reason = reason


def make(identity: Identity, public_id: str, role: str, days: int, uses: int) -> dict[str, Any]:
    """A new invitation: what `of` tells, and the `secret` of its link this one time."""
    member = find(identity, public_id)
    require(identity, "invite.manage", member)
    if role not in roles_to_give(member.role):
        raise Invalid([{"field": "role", "message": f"you can invite as {' or '.join(roles_to_give(member.role))}"}])

    def work() -> tuple[str, Any]:
        maker = tokens.maker_of(identity)
        hold(identity, member.group_id)  # whoever ends their right to invite ends the invitations that there are
        return tokens.issue(
            "invite", identity.user_id, frozenset(), days * DAY, uses=uses, group_id=member.group_id,
            latest=maker and maker.expires, details={"role": role, **tokens.made_by(maker)},
        )  # fmt: skip

    secret, token = in_transaction(work)
    return {**_describe(token), "secret": secret}


def of(identity: Identity, public_id: str) -> list[dict[str, Any]]:
    """A team's invitations, spent, expired and revoked ones too, newest first."""
    member = find(identity, public_id)
    require(identity, "invite.manage", member)
    rows = Token.select(Token, User).join(User).where((Token.group == member.group_id) & (Token.kind == "invite"))
    return [_describe(token) for token in rows.order_by(Token.id.desc())]


def revoke(identity: Identity, public_id: str, invite_id: int) -> None:
    member = find(identity, public_id)
    require(identity, "invite.manage", member)
    which = (Token.id == invite_id) & (Token.group == member.group_id) & (Token.kind == "invite") & Token.revoked_at.is_null()
    if not in_transaction(lambda: Token.update(revoked_at=now()).where(which).execute()):
        raise NotFound("there is no such invitation")


def read(secret: str) -> Invitation:
    """What a link invites to. Raises NotFound for an unknown one, Gone (saying why) for one that is spent, expired or revoked."""
    token = _good(secret)
    group, inviter = Group.get_by_id(token.group_id), User.get_by_id(token.user_id)
    return Invitation(group.public_id, group.name, token.details["role"], inviter.display_name)


def accept(identity: Identity, secret: str) -> str:
    """Join by a link; returns the team's public id. A member keeps the higher role, and spends no use when nothing changes."""
    require(identity, "invite.accept")
    assert identity.user_id is not None
    user_id = identity.user_id
    return in_transaction(lambda: _join(user_id, secret))


def join_anew(secret: str, name: str, display_name: str, password: str) -> tuple[str, str]:
    """Make an account and join, or neither. Returns (a session's secret, the team's public id)."""
    passwords.check_new(password)
    new = passwords.hashed(password)

    def work() -> tuple[str, str]:
        _good(secret)
        user = accounts.create_user(name, display_name)
        User.update(password_hash=new).where(User.id == user.id).execute()
        return tokens.new_session(user.id), _join(user.id, secret)

    return in_transaction(work)


def _join(user_id: int, secret: str) -> str:
    token = _good(secret)
    role = token.details["role"]
    present = Membership.get_or_none((Membership.group == token.group_id) & (Membership.user == user_id))
    if present is None or ROLES.index(present.role) < ROLES.index(role):
        Token.update(uses_left=Token.uses_left - 1, last_used=now()).where(Token.id == token.id).execute()
        accounts.add_member(token.group_id, user_id, role)
    return str(Group.get_by_id(token.group_id).public_id)


def _good(secret: str) -> Any:
    token = (
        locked(Token.select().where((Token.hash == tokens.hash_of(secret)) & (Token.kind == "invite"))).first()
        if secret.isascii()
        else None
    )
    if token is None:
        raise NotFound("there is no such invitation: ask for the link again")
    reason = _ended(token)
    if reason:
        raise Over(reason)
    return token


def _ended(token: Any) -> str | None:
    if token.revoked_at is not None or token.user.disabled_at is not None:
        return "was revoked"
    if token.uses_left <= 0:
        return "has been used up"
    return "has expired" if token.expires <= now() else None


def _describe(token: Any) -> dict[str, Any]:
    return {
        "id": token.id,
        "role": token.details["role"],
        "created": to_text(token.created),
        "expires": to_text(token.expires),
        "uses_left": token.uses_left,
        "ended": _ended(token),
    }
