"""Signing in by name and password. argon2id, with the library's parameters (RFC 9106's second recommended option)."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from postil.db import in_transaction, locked
from postil.errors import Invalid, NotSignedIn, Unavailable
from postil.models import User
from postil.policy import Identity, require
from postil.services import throttles, tokens

SHORTEST, LONGEST = 10, 200

#: Hashes that a process computes at once, each with 64 MiB and a core or more: whatever comes beside them still finds a thread.
AT_ONCE = 2
_places = BoundedSemaphore(AT_ONCE)

_WRONG = "this name and password do not go together"

_hasher = PasswordHasher()
#: Checked when there is no such user, so that the time of an answer does not tell which names exist.
_nobody = _hasher.hash("no user has this password")


def check_new(password: str) -> None:
    """Raises Invalid for a password that is too short, or so long that hashing it would be an attack."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise Invalid([{"field": "password", "message": f"from {SHORTEST} to {LONGEST} characters"}])


def hashed(password: str) -> str:
    with _computing():
        return _hasher.hash(password)


@contextlib.contextmanager
def _computing() -> Iterator[None]:
    """Raises Unavailable where others compute: who waited would keep a thread."""
    if not _places.acquire(blocking=False):
        raise Unavailable("more people sign in at this moment than can be answered", code="busy", retry_after=1)
    try:
        yield
    finally:
        _places.release()


def is_set(identity: Identity) -> bool:
    return bool(User.get_by_id(identity.user_id).password_hash)


def any_is_set() -> bool:
    """Whether anybody here signs in by password: else the sign-in page names the command that makes a link."""
    return bool(User.select().where(User.password_hash.is_null(False) & User.disabled_at.is_null()).exists())


def choose(identity: Identity, password: str) -> None:
    """Set the caller's password; where else they are signed in, they are no more. Raises Invalid for one that cannot be taken, NotSignedIn."""
    require(identity, "password.set")
    check_new(password)
    new = hashed(password)

    def work() -> None:
        User.update(password_hash=new).where(User.id == identity.user_id).execute()
        tokens.maker_of(identity)  # not by a session that another password has ended since
        tokens.sign_out_elsewhere(identity)

    in_transaction(work)


def sign_in(name: str, password: str, address: str) -> str:
    """A new session's secret. Raises NotSignedIn (never saying which of the two was wrong), TooMany after ten tries in 15 minutes."""
    throttles.spend(throttles.ADDRESS, address)
    throttles.spend(throttles.SIGN_IN, f"{name} {address}")
    user = User.get_or_none((User.name == name) & User.disabled_at.is_null())
    if not _is_right(user.password_hash if user else None, password) or user is None:
        raise NotSignedIn(_WRONG)
    throttles.forgive(throttles.SIGN_IN, f"{name} {address}")

    def work() -> str:
        same = (User.id == user.id) & (User.password_hash == user.password_hash)
        if locked(User.select(User.id).where(same)).first() is None:  # whoever changes it ends the sessions that there are
            raise NotSignedIn(_WRONG)
        return tokens.new_session(user.id)

    return in_transaction(work)


def _is_right(stored: str | None, password: str) -> bool:
    try:
        with _computing():
            return _hasher.verify(stored or _nobody, password[: LONGEST + 1]) and stored is not None
    except (VerifyMismatchError, InvalidHashError):
        return False
