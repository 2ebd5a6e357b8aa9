"""Backups: the whole bound database, of whatever schema, as one file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from postil import __version__, archive, schema
from postil.archive import Progress, told, untold
from postil.clock import now, to_text
from postil.db import is_postgres, snapshot
from postil.errors import SetupError
from postil.tables import Table, count, lines, tables


def make(path: Path, *, replace: bool = False, leave: int = 0, progress: Progress = untold) -> int:
    """Write the state of this moment, also while others write; returns how many rows that are.

    Raises SetupError where `path` exists already (unless it is to be replaced), where it cannot be written, and before less than `leave`
    bytes of its disk are free. The file is its owner's alone: unpublished thoughts and the hashes of secrets are in it.
    """
    if path.exists() and not replace:
        raise SetupError(f"{path} exists already: choose another name, or replace it with --force")
    with snapshot():
        migrations = schema.applied()
        if not migrations:
            raise SetupError("there is nothing to back up: this database holds no tables of Postil's")
        counted = [(table, count(table)) for table in tables()]  # which also keeps a migration from changing them meanwhile
        total = sum(rows for _, rows in counted)
        about = {
            "postil": __version__,
            "made": to_text(now()),
            "database": "postgresql" if is_postgres() else "sqlite",
            "migrations": migrations,
        }
        done = iter(_running(counted))
        archive.write(path, about, ((table.name, told(lines(table), next(done), total, progress)) for table, _ in counted), leave)
    return total


def _running(counted: list[tuple[Table, int]]) -> Iterator[int]:
    """How many rows stand before each table's."""
    before = 0
    for _, rows in counted:
        yield before
        before += rows


def kept_in(directory: Path) -> Path:
    """The directory of the backups that Postil makes by itself, which others cannot look into."""
    try:
        directory.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        directory.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise SetupError(f"the directory {directory} cannot be made ({error.strerror}): backups are to lie in it") from error
    return directory
