"""How often something may be tried. Counted in the database, so that it holds across processes and restarts."""

from __future__ import annotations

from dataclasses import dataclass

from postil.clock import MINUTE, SECOND, now
from postil.db import in_transaction
from postil.errors import TooMany
from postil.models import Throttle


@dataclass(frozen=True)
class Limit:
    """At most `times` in a window of `length` microseconds."""

    name: str
    times: int
    length: int


#: How long rows are kept: longer than any window, since whoever counts sweeps for all.
KEPT = 60 * MINUTE

SIGN_IN = Limit("sign-in", 10, 15 * MINUTE)  # for one name, from one address
ADDRESS = Limit("sign-in-from", 60, 15 * MINUTE)  # for any name, from one address, which may be a whole lab's
PAIRING = Limit("pairing", 30, 10 * MINUTE)
CODE = Limit("code", 10, 15 * MINUTE)
JOIN = Limit("join", 60, 15 * MINUTE)  # from one address, like those: a whole workshop joins at once


def spend(limit: Limit, subject: str) -> None:
    """Count one try. Raises TooMany, with the seconds to wait, when the window's tries are spent.

    In a transaction of its own, before the thing that is tried: a try that fails counts.
    """
    started = now() // limit.length * limit.length
    key = f"{limit.name}:{subject}"[:200]

    def work() -> int:
        Throttle.delete().where(Throttle.window < started - KEPT).execute()
        Throttle.insert(key=key, window=started, count=1).on_conflict(
            conflict_target=[Throttle.key],
            update={Throttle.count: Throttle.count * (Throttle.window == started).cast("integer") + 1, Throttle.window: started},
        ).execute()
        return int(Throttle.get_by_id(key).count)

    if in_transaction(work) > limit.times:
        raise TooMany("too many tries: wait a while", retry_after=(started + limit.length - now()) // SECOND + 1)


def forgive(limit: Limit, subject: str) -> None:
    """Forget the tries: it succeeded."""
    in_transaction(lambda: Throttle.delete().where(Throttle.key == f"{limit.name}:{subject}"[:200]).execute())
