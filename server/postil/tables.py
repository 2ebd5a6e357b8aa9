"""The tables of the bound database as they are now, and rows out of them and into them as lines of JSON that both databases spell alike.

Read from the database itself, not from the models: a backup is also made of a schema that is older than this code. A line holds the row's
columns by name: numbers and texts as they are, truth as 0 or 1, JSON and ids as text, bytes as text where they are UTF-8.
"""

from __future__ import annotations

import base64
import contextlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import Any

import orjson
import peewee
import psycopg

from postil.db import database, is_postgres
from postil.errors import SetupError, reason_of
from postil.models import MODELS

#: The migrations' own table: a backup names them in its manifest.
HISTORY = "schema_migration"

#: The full-text index: made of the texts again.
DERIVED = "paper_words"

#: SQLite does not tell JSON from text. What stands here is spelled as PostgreSQL would: the order of an object's members is gone there.
_JSON = {(m._meta.table_name, f.column_name) for m in MODELS for f in m._meta.sorted_fields if isinstance(f, peewee.JSONField)}

#: What is raised for a row that was made to fit no table: by its reader, and by either database.
_UNFIT = (sqlite3.Error, psycopg.Error, ValueError, TypeError, KeyError, OverflowError)

#: Rows that are fetched at a time.
_BATCH = 2_000


@dataclass(frozen=True)
class Table:
    """`columns`: name -> the database's own type, in the order of their names. `key`: the columns of the primary key."""

    name: str
    columns: Mapping[str, str]
    key: tuple[str, ...]


def tables() -> list[Table]:
    """All of them, each after those that its rows refer to."""
    names = [name for name in database.get_tables() if name != HISTORY and not name.startswith(("sqlite_", DERIVED))]
    referred = {name: sorted({key.dest_table for key in database.get_foreign_keys(name)} - {name}) for name in names}
    return [_table(name) for name in TopologicalSorter(referred).static_order()]


def _table(name: str) -> Table:
    columns = {column.name: column.data_type.lower() for column in database.get_columns(name)}
    return Table(name, dict(sorted(columns.items())), tuple(database.get_primary_keys(name)))


def count(table: Table) -> int:
    (rows,) = database.execute_sql(f'SELECT COUNT(*) FROM "{table.name}"').fetchone()  # noqa: S608  (names from the catalogue, here and below)
    return int(rows)


# --- out -------------------------------------------------------------------------------------------------------------------------------


def lines(table: Table) -> Iterator[bytes]:
    """The rows by their key (texts compared byte by byte). For use inside `db.snapshot`. Raises SetupError for what cannot be read."""
    spelled = [(place, spell) for place, name in enumerate(table.columns) if (spell := _spelling(table, name))]
    names = tuple(table.columns)
    try:
        for row in _rows(table):
            values = list(row)
            for place, spell in spelled:
                if values[place] is not None:
                    values[place] = spell(values[place])
            yield orjson.dumps(dict(zip(names, values, strict=True)), option=orjson.OPT_APPEND_NEWLINE)
    except (sqlite3.Error, psycopg.Error, TypeError) as error:
        raise SetupError(f"the table {table.name} cannot be read ({reason_of(error)})") from error


def _rows(table: Table) -> Iterator[tuple[Any, ...]]:
    columns = ", ".join(f'"{name}"::text' if kind == "jsonb" else f'"{name}"' for name, kind in table.columns.items())
    text = ' COLLATE "C"' if is_postgres() else ""
    order = ", ".join(f'"{name}"{text if table.columns[name] == "text" else ""}' for name in table.key)
    query = f'SELECT {columns} FROM "{table.name}" ORDER BY {order}'  # noqa: S608
    connection = database.connection()
    with contextlib.closing(connection.cursor(name="postil") if is_postgres() else connection.cursor()) as cursor:
        cursor.execute(query)
        while rows := cursor.fetchmany(_BATCH):
            yield from rows


def _spelling(table: Table, column: str) -> Callable[[Any], Any] | None:
    kind = table.columns[column]
    return _json if (table.name, column) in _JSON else _SPELLED.get(kind)


def _json(text: str) -> str:
    """What is no JSON stays as it is: a backup is not the place to refuse it."""
    try:
        return json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    except ValueError:
        return text


def _bytes(value: bytes) -> str | dict[str, str]:
    """Stored documents are text: so they compress to half, and can be read by people."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(value).decode("ascii")}


_SPELLED: Mapping[str, Callable[[Any], Any]] = {
    "jsonb": _json, "boolean": int, "uuid": lambda value: value.hex, "bytea": _bytes, "blob": _bytes,
}  # fmt: skip


# --- in --------------------------------------------------------------------------------------------------------------------------------


def load(table: Table, rows: Iterable[bytes]) -> None:
    """Put rows into an empty table, and have its numbers go on behind them. Raises SetupError for what does not fit it."""
    names = ", ".join(f'"{name}"' for name in table.columns)
    try:
        if is_postgres():
            with database.cursor().copy(f'COPY "{table.name}" ({names}) FROM STDIN') as copy:
                for row in _read(table, rows):
                    copy.write_row(row)
            _count_on(table)
        else:
            marks = ", ".join("?" * len(table.columns))
            database.cursor().executemany(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', _read(table, rows))  # noqa: S608
    except _UNFIT as error:
        raise SetupError(f"the backup's rows of {table.name} do not fit this schema ({reason_of(error)}): nothing was changed") from error


def _read(table: Table, rows: Iterable[bytes]) -> Iterator[list[Any]]:
    meant = [(place, read) for place, kind in enumerate(table.columns.values()) if (read := _READ.get(kind))]
    for line in rows:
        row = orjson.loads(line)
        if not isinstance(row, dict):
            raise TypeError("one is no JSON object")
        if row.keys() != table.columns.keys():
            odd = ", ".join(sorted(row.keys() ^ table.columns.keys()))
            raise SetupError(f"the backup's rows of {table.name} do not fit this schema (it is about {odd}): nothing was changed")
        values = [row[name] for name in table.columns]
        for place, read in meant:
            if values[place] is not None:
                values[place] = read(values[place])
        yield values


def _read_bytes(value: str | dict[str, str]) -> bytes:
    return value.encode("utf-8") if isinstance(value, str) else base64.b64decode(value["base64"])


_READ: Mapping[str, Callable[[Any], Any]] = {"boolean": bool, "bytea": _read_bytes, "blob": _read_bytes}


def _count_on(table: Table) -> None:
    for column in table.key:
        name = f'"{table.name}"'
        (sequence,) = database.execute_sql("SELECT pg_get_serial_sequence(%s, %s)", [name, column]).fetchone()
        if sequence:
            database.execute_sql(f'SELECT setval(%s, MAX("{column}")) FROM {name} HAVING COUNT(*) > 0', [sequence])  # noqa: S608
