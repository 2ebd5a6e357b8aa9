"""The backups that a server makes by itself: one a day, kept by count. Whoever calls says how often it is looked whether one is due.

A file's name tells when it was made, which a copy of it keeps; nothing that is named otherwise is counted or removed.
"""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path

from postil.archive import UNFINISHED
from postil.clock import DAY, SECOND, from_datetime, now
from postil.db import alone
from postil.errors import SetupError
from postil.services import backup

#: Bytes of the disk that are left for the notes themselves.
LEAVE = 256 * 2**20

_NAME = "daily-%Y%m%dT%H%M%SZ.zip"


def make_due(directory: Path, keep: int) -> Path | None:
    """Make a backup where the newest is a day old, and only then remove the oldest of more than `keep`; returns the one that was made.

    None too while another process, of whichever server, is at this database. Raises SetupError where the backup cannot be written: those
    that are there stay.
    """
    with alone(wait=False) as may:
        if not may:
            return None
        _clear(backup.kept_in(directory))
        _thin_out(directory, keep)  # whoever keeps fewer than before has room at once
        if any(0 <= now() - made < DAY for made, _ in _made(directory)):
            return None
        path = directory / datetime.fromtimestamp(now() // SECOND, UTC).strftime(_NAME)
        backup.make(path, replace=True, leave=LEAVE)
        _thin_out(directory, keep)
        return path


def _made(directory: Path) -> list[tuple[int, Path]]:
    """When each was made, in microseconds."""
    found = []
    for path in directory.iterdir():
        with contextlib.suppress(ValueError):  # no name of ours
            found.append((from_datetime(datetime.strptime(path.name, _NAME).replace(tzinfo=UTC)), path))
    return found


def _thin_out(directory: Path, keep: int) -> None:
    """Those that bear a later time than now's are of a clock that was wrong, then or now: they go before any other."""
    oldest_first = sorted(_made(directory), key=lambda one: (one[0] <= now(), one[0]))
    for _, path in oldest_first[:-keep]:
        _remove(path)


def _clear(directory: Path) -> None:
    """What a crash has left: nobody else is writing one now."""
    for path in directory.glob(f".daily-*{UNFINISHED}"):
        _remove(path)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise SetupError(f"the old backup {path} cannot be removed ({error.strerror})") from error
