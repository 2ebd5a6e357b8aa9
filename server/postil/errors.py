"""The one family of errors that a caller of a service can meet.

Each carries what an answer needs (status, code, detail, details) and knows nothing of Flask: `api/problems.py` turns it into a problem
document (RFC 9457), the command line into one line.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class PostilError(Exception):
    """Something a caller did or asked that cannot be served. `code` is stable and documented in docs/api.md."""

    status = 500
    code = "server-error"

    def __init__(self, detail: str, *, code: str | None = None, **details: Any) -> None:
        super().__init__(detail)
        self.detail = detail
        self.details: Mapping[str, Any] = details
        if code is not None:
            self.code = code


class BadRequest(PostilError):
    status, code = 400, "bad-request"


class NotSignedIn(PostilError):
    status, code = 401, "unauthorized"

    def __init__(self, detail: str = "sign in, or send an access token: Authorization: Bearer postil_…") -> None:
        super().__init__(detail)


class NotAllowed(PostilError):
    status, code = 403, "not-allowed"


class NotFound(PostilError):
    """Unknown, or not visible to the caller: the two are never told apart (docs/api.md)."""

    status, code = 404, "not-found"


class NotAcceptable(PostilError):
    status, code = 406, "not-acceptable"


class TimedOut(PostilError):
    """The request did not come as a whole in time (RFC 9110, 15.5.9)."""

    status, code = 408, "timeout"


class Conflict(PostilError):
    """The present state forbids it; each has a code of its own (docs/api.md)."""

    status = 409


class Gone(PostilError):
    status, code = 410, "gone"


class Stale(PostilError):
    """An edit of a state that is no longer the present one (RFC 9110, 13.1.1)."""

    status, code = 412, "stale"


class TooLarge(PostilError):
    status, code = 413, "too-large"

    def __init__(self, detail: str = "the request is larger than 1 MiB") -> None:
        super().__init__(detail)


class Unsupported(PostilError):
    status, code = 415, "unsupported-media-type"


class WrongHost(PostilError):
    """A Host that this server does not answer for (RFC 9110, 15.5.20): the guard against DNS rebinding."""

    status, code = 421, "wrong-host"


class Invalid(PostilError):
    """Fields are wrong. `errors` names each: [{"field": "target.selector[0].end", "message": "…"}]."""

    status, code = 422, "invalid"

    def __init__(self, errors: list[dict[str, str]], *, code: str | None = None) -> None:
        super().__init__("; ".join(f"{e['field']}: {e['message']}" for e in errors), code=code, errors=errors)


class ConditionRequired(PostilError):
    """A change of an existing note that names no state (RFC 6585, 3)."""

    status, code = 428, "if-match-required"


class TooMany(PostilError):
    """Tried too often (RFC 6585, 4); `retry_after` in seconds."""

    status, code = 429, "too-many"


class Unavailable(PostilError):
    """It cannot be answered now (the database is away, or too much is asked at once); the caller may try again."""

    status, code = 503, "unavailable"


class SetupError(PostilError):
    """The server cannot start or a command cannot run as asked: one line that says what to do, exit code 2."""

    code = "setup"


def reason_of(error: BaseException) -> str:
    """What another's error says, in one line for ours: databases and parsers say more than that."""
    return str(error).strip().split("\n")[0] or type(error).__name__
