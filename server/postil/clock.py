"""Time: server stamps in integer microseconds since 1970 (UTC), and RFC 3339 text at the edges."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime

SECOND = 1_000_000
MINUTE = 60 * SECOND
DAY = 86_400 * SECOND

_last = 0
_lock = threading.Lock()


def now() -> int:
    """The present time in microseconds; never the same or a smaller number twice in one process, also when the clock is set back.

    `annotation.stored` and `.modified` are unique: a clash between two processes fails on the constraint, and the transaction is run
    again with a later stamp (`db.in_transaction`).
    """
    global _last
    with _lock:
        _last = max(time.time_ns() // 1000, _last + 1)
        return _last


def to_text(stamp: int) -> str:
    """Microseconds -> `2026-11-23T08:15:31.250113Z`, without a fraction where there is none."""
    seconds, micros = divmod(stamp, SECOND)
    text = datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S")
    return f"{text}.{micros:06d}Z" if micros else f"{text}Z"


def from_datetime(moment: datetime) -> int:
    """An aware datetime -> microseconds, exactly (a float of seconds would lose the last digits)."""
    delta = moment - datetime(1970, 1, 1, tzinfo=UTC)
    return (delta.days * 86_400 + delta.seconds) * SECOND + delta.microseconds
