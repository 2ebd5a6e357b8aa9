"""Waiting for something to be so, outside a page: bounded, and never for a fixed time."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event
from typing import TypeVar

BOUND = 20.0
T = TypeVar("T")
_pause = Event()


def until(look: Callable[[], T], what: str, bound: float = BOUND) -> T:
    """The first answer of `look` that is true. Fails, saying what was waited for and the last answer, when none comes."""
    end = time.monotonic() + bound
    while not (answer := look()):
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain for {what}; the last look: {answer!r}")
        _pause.wait(0.03)
    return answer


def until_equal(look: Callable[[], T], wanted: T, bound: float = BOUND) -> None:
    """Returns once `look` answers what is wanted; fails by the plain comparison, which pytest explains best."""
    end = time.monotonic() + bound
    while (answer := look()) != wanted and time.monotonic() < end:
        _pause.wait(0.03)
    assert answer == wanted, f"{answer!r}, not {wanted!r}"
