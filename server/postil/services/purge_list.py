"""The purge list: which notes and accounts were deleted for good, kept beside the database, so that no backup brings them back.

A text file in the data directory that only grows; it holds ids and times, no word of anybody's. A line is `note UUID MICROSECONDS` or
`account GROUP MICROSECONDS` (an account by the public id of its *Only me*: users' numbers begin anew in another database); with `kept`
before it, it takes an earlier one back. A line is on disk before the rows go: a crash in between leaves a note that is listed and lies in
the trash still. The lists of several machines may be joined by `cat`, and a line may stand twice.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from postil.clock import now
from postil.disk import sync_names
from postil.errors import Unavailable

FILE = "purged.txt"

_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_LINE = re.compile(rf"(kept )?(note|account) ({_UUID}|[0-9a-z]{{12}}) [0-9]{{16}}")

_directory = Path()


@dataclass(frozen=True)
class Purged:
    """`unreadable`: the numbers of lines that say nothing, such as one that a full disk has cut off, whose purge then did not happen."""

    notes: frozenset[UUID]
    accounts: frozenset[str]
    unreadable: tuple[int, ...]


def keep_in(directory: Path) -> None:
    """Where the list lies: said once, by whoever opens the database."""
    global _directory
    _directory = directory


def add_notes(uuids: Iterable[UUID]) -> None:
    """Inside the transaction that deletes them, once it is sure that it will. Raises Unavailable where the list cannot be written."""
    _append(f"note {uuid}" for uuid in uuids)


def add_account(personal_group: str) -> None:
    _append([f"account {personal_group}"])


def take_back(uuid: UUID) -> None:
    """A listed note lives on, since the transaction that was to delete it failed and its author has restored it. Else does nothing."""
    if uuid in read().notes:
        _append([f"kept note {uuid}"])


def read() -> Purged:
    try:
        lines = (_directory / FILE).read_text("ascii", errors="replace").split("\n")
    except FileNotFoundError:
        lines = []
    except OSError as error:
        raise _unusable("read", error) from error
    listed: dict[str, set[str]] = {"note": set(), "account": set()}
    unreadable = []
    for number, line in enumerate(lines, 1):
        found = _LINE.fullmatch(line)
        if found:
            kept, kind, name = found.groups()
            (listed[kind].discard if kept else listed[kind].add)(name)
        elif line:
            unreadable.append(number)
    return Purged(frozenset(map(UUID, listed["note"])), frozenset(listed["account"]), tuple(unreadable))


def _append(entries: Iterable[str]) -> None:
    lines = "".join(f"{entry} {now()}\n" for entry in entries).encode("ascii")
    path = _directory / FILE
    try:
        _directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            _write(file, lines)
        finally:
            os.close(file)
        sync_names(_directory)
    except OSError as error:
        raise _unusable("written", error) from error


def _write(file: int, lines: bytes) -> None:
    """In one piece, since other processes append too. After a line that was cut off a new one begins."""
    size = os.fstat(file).st_size
    if size and os.pread(file, 1, size - 1) != b"\n":
        lines = b"\n" + lines
    if os.write(file, lines) < len(lines):
        raise OSError(None, "the disk is full")
    os.fsync(file)


def _unusable(be: str, error: OSError) -> Unavailable:
    return Unavailable(f"the purge list {_directory / FILE} cannot be {be} ({error.strerror}); nothing was changed", retry_after=60)
