"""Restoring: a backup's rows into an empty database of either kind, brought to this version's schema."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

from postil import schema
from postil.archive import Archive, Progress, told, untold
from postil.db import database, is_postgres
from postil.errors import SetupError
from postil.models import Meta
from postil.services import closing, purge, texts
from postil.services.server import new_epoch
from postil.tables import load, tables


def restore(path: Path, progress: Progress = untold) -> int:
    """Fill the bound database, which must be empty; returns how many rows were loaded.

    The whole file is read and held against its checksums before anything is written. PostgreSQL does all of it in one transaction; a
    SQLite database gets its name from the caller, once it is whole. Raises SetupError for a database that is not empty, and for a file that
    is damaged or was made by a newer Postil.

    The server gets another epoch: every client starts over, since what it holds may be newer than what is here now. What was deleted for
    good since the backup was made is deleted again, by the purge list.
    """
    with Archive(path) as archive:
        migrations = _known(archive)
        _require_empty()
        archive.verify(lambda done, total: progress(done, 2 * total))
        with database.atomic() if is_postgres() else contextlib.nullcontext():
            schema.migrate(until=migrations[-1])
            with database.atomic():
                _load(archive, progress)
            schema.migrate()
            with database.atomic():
                _begin_anew()
        return archive.rows


def _known(archive: Archive) -> list[str]:
    """The migrations that the backup's schema came from."""
    has: Any = archive.about.get("migrations")
    known = schema.known()
    if not isinstance(has, list) or not has:
        raise SetupError("the backup does not say which schema it is of: nothing was changed")
    newer = [name for name in has if name not in known]
    if newer or has != known[: len(has)]:
        odd = newer[-1] if newer else has[-1]
        raise SetupError(f"the backup was made by a newer Postil (it has {odd}): update Postil, nothing was changed")
    return has


def _require_empty() -> None:
    found = database.get_tables()
    if found:
        raise SetupError(f"this database is not empty (it has the table {found[0]}): a restore goes into an empty one; nothing was changed")


def _load(archive: Archive, progress: Progress) -> None:
    parts = {part.table: part for part in archive.parts}
    found = tables()
    odd = parts.keys() ^ {table.name for table in found}
    if odd:
        raise SetupError(f"the backup does not fit its schema (it is about {', '.join(sorted(odd))}): nothing was changed")
    for table in reversed(found):
        database.execute_sql(f'DELETE FROM "{table.name}"')  # noqa: S608  (rows that a migration has put there are in the backup too)
    done = archive.rows
    for table in found:
        load(table, told(archive.lines(parts[table.name]), done, 2 * archive.rows, progress))
        done += parts[table.name].rows


def _begin_anew() -> None:
    """What is not the rows' own: the epoch, and what is derived from them."""
    Meta.insert(key="epoch", value=new_epoch()).on_conflict(conflict_target=[Meta.key], preserve=[Meta.value]).execute()
    for ids in texts.batches():
        texts.index(ids)
    closing.listed()
    purge.listed()
