"""Looks whether a database is as it should be, and makes what is derived anew on request. One file a family of checks.

Everything is read in batches, each of one moment, so that it can be done while a server writes. What people wrote is never changed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import psycopg
from peewee import PeeweeException

from postil import schema
from postil.errors import PostilError, SetupError, reason_of
from postil.services.doctor import change_index, columns, documents, files, full_text, integrity, orphans
from postil.services.doctor.finding import Finding

#: What can be mended, too: each is told whether to.
_MENDING: Sequence[tuple[str, Callable[[bool], Iterator[Finding]]]] = (
    ("orphans", orphans.look),
    ("the documents of notes", documents.look),
    ("the change index", change_index.look),
    ("the full text", full_text.look),
)


@dataclass(frozen=True)
class Unseen:
    """A family of checks that could not be made."""

    what: str
    why: str

    def __str__(self) -> str:
        return f"{self.what} could not be looked at ({self.why})"


def untold(what: str) -> None:
    """The beginning of a check that nobody waits for."""


def examine(
    directory: Path, database_file: Path | None, rebuild: bool = False, begins: Callable[[str], None] = untold
) -> Iterator[Finding | Unseen]:
    """What is wrong with the bound database, its file (SQLite) and the data directory, as it is found. `begins` is told what is looked at.

    Raises SetupError for a database that holds nothing of Postil's.
    """
    if not schema.applied():
        raise SetupError("there is nothing to look at: this database holds no tables of Postil's")
    yield from _seen("the files", lambda: files.look(directory, database_file), begins)
    yield from _seen("the database itself", integrity.look, begins)
    other = list(columns.versions())
    yield from other
    if other:
        return  # this code knows another schema than what lies there
    yield from _seen("its tables", columns.look, begins)
    for what, look in _MENDING:
        yield from _seen(what, lambda look=look: look(rebuild), begins)  # type: ignore[misc]


def _seen(what: str, look: Callable[[], Iterator[Finding]], begins: Callable[[str], None]) -> Iterator[Finding | Unseen]:
    begins(what)
    try:
        yield from look()
    except (PeeweeException, sqlite3.Error, psycopg.Error, PostilError, OSError) as error:
        yield Unseen(what, reason_of(error))
