"""The files beside the tables: the purge list, and who else on the machine can read what lies in the data directory."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from postil.services import purge_list
from postil.services.doctor.finding import Finding

#: What SQLite keeps beside a database.
_BESIDE = ("", "-wal", "-shm")


def look(directory: Path, database_file: Path | None) -> Iterator[Finding]:
    lines = purge_list.read().unreadable
    if lines:
        do = f"look at them in {directory / purge_list.FILE}: a restore would pass over what they mean; delete those that were cut off"
        yield Finding(f"lines of the purge list that cannot be read (the first is line {lines[0]})", len(lines), do)
    files = [directory / purge_list.FILE]
    if database_file:
        files += [database_file.with_name(database_file.name + ending) for ending in _BESIDE]
    yield from _open_to_others([directory, directory / "backups"], "700")
    yield from _open_to_others(files, "600")


def _open_to_others(paths: list[Path], wanted: str) -> Iterator[Finding]:
    for path in paths:
        if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077:
            yield Finding(f"{path} is open to others on this machine", 1, f"chmod {wanted} {path}")
