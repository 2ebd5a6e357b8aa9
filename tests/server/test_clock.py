"""The server's clock was ahead, and is right again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from factories import edit, put_note
from world import World

from postil import clock
from postil.clock import DAY

EDITS = 40


@pytest.fixture
def stand(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], None]]:
    """Lets the clock stand at a time in microseconds, in what might be a new process: within one, `now` never goes back."""

    def stand_at(stamp: int) -> None:
        clock._last = 0
        monkeypatch.setattr(clock.time, "time_ns", lambda: stamp * 1000)

    yield stand_at
    clock._last = 0


def test_notes_from_a_future_are_written_on(world: World, stand: Callable[[int], None]) -> None:
    """Each state is later than the one before it, and past the times that other notes bear already."""
    ada, today = world.as_user("ada"), time.time_ns() // 10**9 * 10**6 + 1
    stand(today + 2 * DAY)
    put, other = (put_note(ada, world.personal("ada")) for _ in range(2))
    stand(today)
    times = []
    for number in range(EDITS):
        put = edit(ada, put, f"text {number}")
        times.append(put.document["modified"])
    assert times == sorted({*times})
    assert times[0] < other.document["modified"] < times[-1]
    assert other.document["modified"] not in times
