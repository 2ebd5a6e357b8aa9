"""Secrets: sessions, access tokens and sign-in links. Each is 256 random bits, given out once and kept as its SHA-256."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
from typing import Any

from peewee import Expression

from postil.clock import DAY, MINUTE, now, to_text
from postil.db import in_transaction, locked
from postil.errors import Conflict, Invalid, NotFound, NotSignedIn, Unavailable
from postil.models import Token, User
from postil.policy import SCOPES, Identity, require
from postil.services import accounts
from postil.statements import among, statement

PREFIX = "postil_"
SESSION_LIFETIME = 30 * DAY
SIGN_IN_LIFETIME = 15 * MINUTE
ALL_SCOPES = frozenset(SCOPES)

#: The kinds that no page lists: of use to nobody once they have expired.
UNLISTED = ("device", "session", "sign-in")

#: Access tokens of one account that can be used. Who allows a program by a code makes one more in any case, a click each.
MOST = 200

#: `last_used` is told to this precision: a write for every request would serialise the readers.
USE_PRECISION = 10 * MINUTE


def identify(secret: str, kind: str) -> Identity | None:
    """The user whose session or access token this is; None for one that is unknown, expired, revoked, or of a disabled account."""
    rows = _bearer(hash=hash_of(secret), kind=kind).fetchall() if _may_be(secret) else []
    if not rows:
        return None
    id, scopes, expires, last_used = rows[0][-4:]
    if expires is not None and expires <= now():
        return None
    if last_used is None or now() - last_used > USE_PRECISION:
        # Told for the user's sake alone: where it cannot be written now, the request goes on without.
        with contextlib.suppress(Unavailable):
            in_transaction(lambda: Token.update(last_used=now()).where(Token.id == id).execute())
    return accounts.identity(rows, frozenset(scopes.split()), id)


@statement
def _bearer(hash: Any, kind: Any) -> Any:
    """Nearly every request asks this first, so a token and its user come together."""
    held = accounts.memberships(Token.id, Token.scopes, Token.expires, Token.last_used)
    return held.join(Token, on=(Token.user == User.id)).where(_unrevoked(hash, kind))


def _may_be(secret: str) -> bool:
    return secret.startswith(PREFIX) and secret.isascii() and len(secret) <= 100


def _unrevoked(hash: Any, kind: Any) -> Expression:
    return (Token.hash == hash) & (Token.kind == kind) & Token.revoked_at.is_null()


def hash_of(secret: str) -> str:
    return hashlib.sha256(secret.encode("ascii")).hexdigest()


def issue(
    kind: str,
    user_id: int | None,
    scopes: frozenset[str],
    lifetime: int | None,
    *,
    name: str = "",
    uses: int | None = None,
    group_id: int | None = None,
    latest: int | None = None,
    details: dict[str, Any] | None = None,
) -> tuple[str, Any]:
    """A new secret and its row, for services; inside their transaction. It ends after `lifetime`, and at `latest` in any case."""
    secret = PREFIX + secrets.token_urlsafe(32)
    made = now()
    ends = [at for at in (made + lifetime if lifetime else None, latest) if at is not None]
    token = Token.create(
        kind=kind, user=user_id, group=group_id, hash=hash_of(secret), name=name, scopes=" ".join(sorted(scopes)),
        created=made, expires=min(ends, default=None), uses_left=uses, details=details,
    )  # fmt: skip
    return secret, token


def new_session(user_id: int) -> str:
    return in_transaction(lambda: issue("session", user_id, ALL_SCOPES, SESSION_LIFETIME)[0])


# --- signing in ------------------------------------------------------------------------------------------------------------------------


def sign_in_link(user_id: int) -> str:
    """The secret of a link that signs in once, within 15 minutes."""
    return in_transaction(lambda: issue("sign-in", user_id, frozenset(), SIGN_IN_LIFETIME, uses=1)[0])


def link_is_for(secret: str) -> str | None:
    """The name of the user whom a link would sign in; None for a link that is spent, expired or unknown."""
    token = _link(secret)
    return User.get_by_id(token.user_id).name if token else None


def _link(secret: str) -> Any:
    """The token of a sign-in link, as long as it is good."""
    good = (Token.expires > now()) & (Token.uses_left > 0)
    return Token.get_or_none(_unrevoked(hash_of(secret), "sign-in") & good) if _may_be(secret) else None


def sign_in(secret: str) -> str:
    """Spend a sign-in link; returns the secret of a new session. Raises NotSignedIn for a link that is spent, expired or unknown."""

    def work() -> str:
        token = _link(secret)
        if token is None or not _spend(token):
            raise NotSignedIn("this sign-in link was used already or is older than 15 minutes; make another with: postil login-link")
        return new_session(token.user_id)

    return in_transaction(work)


def _spend(token: Any) -> int:
    """How many were spent: none, where somebody else did, or another password has ended the link, since it was looked at."""
    hold(token.user_id)
    good = (Token.id == token.id) & (Token.uses_left > 0) & Token.revoked_at.is_null()
    return int(Token.update(uses_left=Token.uses_left - 1).where(good).execute())


def hold(user_id: int | None) -> None:
    """Until the transaction ends nobody chooses this user another password: that ends what signs in, as far as it is there by then."""
    locked(User.select(User.id).where(User.id == user_id)).execute()


def sign_out(identity: Identity) -> None:
    in_transaction(lambda: Token.update(revoked_at=now()).where(Token.id == identity.token_id).execute())


def sign_out_elsewhere(identity: Identity) -> None:
    """End the caller's other sessions, and the links and codes that would begin one or connect a program."""
    others = (Token.user == identity.user_id) & Token.kind.in_(UNLISTED) & (Token.id != identity.token_id)
    Token.update(revoked_at=now()).where(others & Token.revoked_at.is_null()).execute()


# --- access tokens ---------------------------------------------------------------------------------------------------------------------


def create(identity: Identity, name: str, scopes: list[str], days: int | None = None) -> dict[str, Any]:
    """A new access token of the caller's, with its secret this one time.

    A token gives no more than it has itself: no other scope, no later end, and what it made ends when it is revoked.
    """
    require(identity, "token.manage")
    beyond = sorted(set(scopes) - identity.scopes)
    if beyond:
        raise Invalid([{"field": "scopes", "message": f"you cannot give {beyond[0]!r}: you do not have it"}])
    assert identity.user_id is not None
    user_id = identity.user_id

    def work() -> dict[str, Any]:
        return _made(user_id, name, scopes, days, maker_of(identity))

    return in_transaction(work)


def maker_of(identity: Identity) -> Any:
    """The access token that the caller makes another secret with: that one ends with it. None where a person does, who has signed in.

    For use inside a transaction. Raises NotSignedIn for one that was revoked since the caller was asked who they are.
    """
    token = locked(Token.select().where((Token.id == identity.token_id) & Token.revoked_at.is_null())).first()
    if token is None:
        raise NotSignedIn("what you are signed in with was revoked meanwhile: sign in again, or use another token")
    return token if token.kind == "access" else None


def create_for(user_id: int, name: str, scopes: list[str], days: int | None = None) -> dict[str, Any]:
    """The same for the command line, whose caller owns the server."""
    return in_transaction(lambda: _made(user_id, name, scopes, days))


def _made(user_id: int, name: str, scopes: list[str], days: int | None, maker: Any = None) -> dict[str, Any]:
    unexpired = Token.expires.is_null() | (Token.expires > now())
    if Token.select().where(_live(user_id) & unexpired).count() >= MOST:
        raise Conflict(f"this account has {MOST} access tokens: revoke some first", code="too-many-tokens")
    secret, token = issue(
        "access", user_id, frozenset(scopes), days * DAY if days else None, name=name,
        latest=maker and maker.expires, details=made_by(maker) or None,
    )  # fmt: skip
    return {**_describe(token), "token": secret}


def made_by(maker: Any) -> dict[str, Any]:
    """What `end` finds a secret by that was made with an access token."""
    return {"made_by": maker.id} if maker else {}


def of(identity: Identity) -> list[dict[str, Any]]:
    require(identity, "token.manage")
    return [_describe(token) for token in Token.select().where(_live(identity.user_id)).order_by(Token.id)]


def _live(user_id: int | None) -> Expression:
    return (Token.user == user_id) & (Token.kind == "access") & Token.revoked_at.is_null()


def revoke(identity: Identity, token_id: int) -> None:
    require(identity, "token.manage")
    if not in_transaction(lambda: end((Token.id == token_id) & _live(identity.user_id))):
        raise NotFound("there is no such token")


def end(which: Expression) -> bool:
    """Revoke a token, where it is there, with all tokens and invitations that were made with it: what a lost one opened is shut again."""
    token = locked(Token.select().where(which)).first()
    if token is None:
        return False
    ended: set[int] = set()
    found = {token.id}
    while found:  # again: until it was revoked, one of them may have made another, which nobody saw (`maker_of`)
        Token.update(revoked_at=now()).where(among(Token.id, found)).execute()
        ended |= found
        found = _made_with(ended, token.user_id)
    return True


def _made_with(makers: set[int], user_id: int) -> set[int]:
    """What is not revoked of all that was made with these, and with what they made: a maker is older than what it made."""
    kept = (Token.user == user_id) & Token.kind.in_(("access", "invite")) & Token.revoked_at.is_null()
    chain = set(makers)
    for id, details in Token.select(Token.id, Token.details).where(kept).order_by(Token.id).tuples():
        if (details or {}).get("made_by") in chain:
            chain.add(id)
    return chain - makers


def _describe(token: Token) -> dict[str, Any]:
    return {
        "id": token.id,
        "name": token.name,
        "scopes": token.scopes.split(),
        "created": to_text(token.created),
        "expires": to_text(token.expires) if token.expires else None,
        "last_used": to_text(token.last_used) if token.last_used else None,
    }
