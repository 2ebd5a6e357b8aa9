"""Whether the database holds together: SQLite's own check of its file, and on both whether each row's references lead somewhere.

PostgreSQL looks after its files itself (data checksums, amcheck).
"""

from __future__ import annotations

from collections.abc import Iterator

from peewee import DatabaseError, OperationalError

from postil.db import database, is_postgres
from postil.services.doctor.finding import Finding
from postil.tables import DERIVED, HISTORY

_RESTORE = "keep a copy of it as it is, and restore the newest backup into a new data directory (postil restore)"

#: Of the lines that SQLite says; the first tells most.
_LINES = 100


def look() -> Iterator[Finding]:
    if not is_postgres():
        yield from _file()
    for table in sorted(database.get_tables()):
        if table != HISTORY and not table.startswith(("sqlite_", DERIVED)):
            yield from _references(table)


def _file() -> Iterator[Finding]:
    try:
        said = [line for (line,) in database.execute_sql(f"PRAGMA integrity_check({_LINES})").fetchall()]
    except OperationalError:
        raise
    except DatabaseError as error:  # so damaged that the check itself cannot read on
        said = [str(error)]
    wrong = [line for line in said if line != "ok" and DERIVED not in line]  # full_text.py says that
    if wrong:
        first = wrong[0].strip().replace("\n", ", ")
        yield Finding(f"the database file is damaged ({first})", len(wrong), _RESTORE)


def _references(table: str) -> Iterator[Finding]:
    for key in database.get_foreign_keys(table):
        (count,) = database.execute_sql(
            f'SELECT COUNT(*) FROM "{table}" AS here WHERE here."{key.column}" IS NOT NULL AND NOT EXISTS'  # noqa: S608  (the catalogue's names)
            f' (SELECT 1 FROM "{key.dest_table}" AS there WHERE there."{key.dest_column}" = here."{key.column}")'
        ).fetchone()
        if count:
            yield Finding(f"rows of {table} whose {key.dest_table} is not there", count, f"rows of {key.dest_table} were lost: {_RESTORE}")
