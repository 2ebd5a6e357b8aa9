"""Connecting a program to an account by a code: OAuth 2.0 Device Authorization Grant (RFC 8628), and token revocation (RFC 7009)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from postil.clock import DAY, MINUTE, SECOND, now
from postil.db import in_transaction, locked
from postil.errors import NotFound, PostilError
from postil.models import Token
from postil.policy import SCOPES, Identity, require
from postil.services import throttles, tokens

LIFETIME = 10 * MINUTE
INTERVAL = 3  # seconds between two polls
TOKEN_DAYS = 365

#: RFC 8628, 6.1: consonants only, so that no word is spelled, and no two letters look alike. 20^8 codes.
_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"


class GrantError(PostilError):
    """An answer of the token endpoint that is no token yet, or none at all (RFC 6749, 5.2; RFC 8628, 3.5)."""

    status, code = 400, "grant"

    def __init__(self, error: str, detail: str) -> None:
        super().__init__(detail)
        self.error = error


@dataclass(frozen=True)
class Request:
    """What a program asks for, as the page shows it."""

    id: int
    client: str
    scopes: list[str]


def ask(client: str, scopes: list[str], address: str) -> dict[str, Any]:
    """A program begins: a secret to poll with, a code to show. Raises GrantError for scopes that do not exist."""
    throttles.spend(throttles.PAIRING, address)
    if not scopes or not set(scopes) <= set(SCOPES):
        raise GrantError("invalid_scope", f"scope: one or more of {' '.join(SCOPES)}")
    code = "".join(secrets.choice(_LETTERS) for _ in range(8))
    secret, _ = in_transaction(
        lambda: tokens.issue("device", None, frozenset(scopes), LIFETIME, name=client, details={"user_code": code, "state": "pending"})
    )
    return {"device_code": secret, "user_code": f"{code[:4]}-{code[4:]}", "expires_in": LIFETIME // SECOND, "interval": INTERVAL}


def find(identity: Identity, user_code: str) -> Request:
    """What the code stands for. Raises NotFound for one that is unknown, decided or expired; TooMany for guessing."""
    require(identity, "pairing.decide")
    throttles.spend(throttles.CODE, str(identity.user_id))
    code = "".join(letter for letter in user_code.upper() if letter in _LETTERS)
    pending = (Token.kind == "device") & (Token.expires > now()) & Token.revoked_at.is_null()
    for token in Token.select().where(pending):
        if token.details["user_code"] == code and token.details["state"] == "pending":
            return Request(token.id, token.name, token.scopes.split())
    raise NotFound("no program waits with this code: check it, or begin again in the program")


def decide(identity: Identity, user_code: str, *, allow: bool) -> None:
    """The user's answer. A program never gets more than the user has here."""
    request = find(identity, user_code)

    def work() -> None:
        tokens.hold(identity.user_id)
        tokens.maker_of(identity)  # not by a session that another password has ended since
        token = locked(Token.select().where(Token.id == request.id)).get()
        if token.details["state"] != "pending":
            raise NotFound("this program was answered already")
        details = {**token.details, "state": "allowed" if allow else "denied"}
        scopes = " ".join(scope for scope in request.scopes if scope in identity.scopes)
        Token.update(user=identity.user_id, details=details, scopes=scopes).where(Token.id == token.id).execute()

    in_transaction(work)
    throttles.forgive(throttles.CODE, str(identity.user_id))


def redeem(device_code: str) -> dict[str, Any]:
    """A program's poll: an access token once the user has allowed it. Raises GrantError: pending, slow down, denied, expired."""
    waiting = (Token.hash == tokens.hash_of(device_code)) & (Token.kind == "device") if device_code.isascii() else Token.id == -1

    def work() -> dict[str, Any] | GrantError:
        token = locked(Token.select().where(waiting)).first()
        if token is None or token.revoked_at is not None or token.expires <= now():
            return GrantError("expired_token", "the code has expired: begin again")
        too_soon = token.last_used is not None and now() - token.last_used < (INTERVAL - 1) * SECOND
        Token.update(last_used=now()).where(Token.id == token.id).execute()
        return _outcome(token, too_soon)

    outcome = in_transaction(work)
    if isinstance(outcome, GrantError):
        raise outcome
    return outcome


def _outcome(token: Any, too_soon: bool) -> dict[str, Any] | GrantError:
    state = token.details["state"]
    if state == "pending":
        return GrantError("slow_down" if too_soon else "authorization_pending", "the user has not answered yet")
    Token.update(revoked_at=now()).where(Token.id == token.id).execute()
    if state == "denied":
        return GrantError("access_denied", "the user did not allow it")
    secret, _ = tokens.issue("access", token.user_id, frozenset(token.scopes.split()), TOKEN_DAYS * DAY, name=token.name)
    return {"access_token": secret, "token_type": "Bearer", "expires_in": TOKEN_DAYS * DAY // SECOND, "scope": token.scopes}


def revoke(secret: str) -> None:
    """RFC 7009: whoever holds a token may end it; an unknown one is no error."""
    if secret.isascii():
        held = (Token.hash == tokens.hash_of(secret)) & (Token.kind == "access") & Token.revoked_at.is_null()
        in_transaction(lambda: tokens.end(held))
