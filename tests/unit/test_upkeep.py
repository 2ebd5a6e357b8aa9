"""The process for upkeep is replaced: soon at first, seldom when it ends again and again, and when there was no room for another, too."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from postil import upkeep
from postil.config import Config


@dataclass
class Machine:
    """Its clock, and what comes of each process after the first: the seconds that it lives, or why it cannot be started."""

    fates: Iterator[float | OSError]
    time: float = 0
    pauses: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.time += seconds

    def process(self, **_: Any) -> Process:
        return Process(self, next(self.fates, None))


@dataclass
class Process:
    machine: Machine
    fate: float | OSError | None  # None: it is told to end
    exitcode: int | None = None

    def start(self) -> None:
        if isinstance(self.fate, OSError):
            raise self.fate

    def join(self) -> None:
        assert not isinstance(self.fate, OSError), "it was never started"
        self.machine.time += self.fate or 0
        self.exitcode = -signal.SIGTERM if self.fate is None else -signal.SIGKILL


def pauses(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *fates: float | OSError) -> list[float]:
    """How long was waited before each start, when processes come to these ends one after another."""
    machine = Machine(iter(fates))
    monkeypatch.setattr(upkeep, "sleep", machine.sleep)
    monkeypatch.setattr(upkeep, "monotonic", lambda: machine.time)
    monkeypatch.setattr(upkeep.multiprocessing, "get_context", lambda _: SimpleNamespace(Process=machine.process))
    first: Any = machine.process()
    upkeep._replace(Config(data_dir=tmp_path), first)
    return machine.pauses


def test_one_that_ends_at_once_is_replaced_less_and_less_often(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert pauses(monkeypatch, tmp_path, *[1.0] * 10) == [2, 4, 8, 16, 32, 64, 128, 256, 300, 300]


def test_after_a_long_life_another_follows_soon(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert pauses(monkeypatch, tmp_path, 1.0, 1.0, 600.0, 1.0) == [2, 4, 2, 4]


def test_without_room_for_another_it_is_tried_again_and_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    full = OSError(12, "Cannot allocate memory")
    assert pauses(monkeypatch, tmp_path, 1.0, full, full, 1.0) == [2, 4, 8, 16]
    told = [record.getMessage() for record in caplog.records if record.name == "postil.upkeep"]
    assert told == [
        "the process for upkeep could not be started ([Errno 12] Cannot allocate memory): it is tried again in 4 seconds",
        "the process for upkeep could not be started ([Errno 12] Cannot allocate memory): it is tried again in 8 seconds",
    ]
