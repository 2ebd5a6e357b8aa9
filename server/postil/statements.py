"""Queries that are spelled once and from then on only run: for the few that nearly every request asks.

Making SQL of a query costs peewee several times what the database needs to answer it. A statement is written as any query is, over
parameters whose values come with each run:

    @statement
    def _people(ids):
        return User.select(User.id, User.name).where(among(User.id, ids))

    for id, name in _people(ids=[1, 2]): ...

A run gives the driver's own rows, and takes what the driver takes: no field of a model converts either.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

import orjson
from peewee import SQL, JSONField, NodeList, Value, fn
from psycopg.types.json import Jsonb

from postil.db import database, is_postgres

_SEVERAL = (list, tuple, set, frozenset)


class _Later(str):
    """The name of a parameter, where its value will stand."""


class _LaterJson(_Later):
    """The same for a value of any shape, kept as JSON."""


def statement(spell: Callable[..., Any]) -> Callable[..., Any]:
    """A function of the query's parameters, all by name, that returns a cursor. `spell` makes the query, once for each kind of database."""
    return _spelled_once(spell, {name: _Later(name) for name in inspect.signature(spell).parameters})


def insertion(model: Any) -> Callable[..., Any]:
    """A statement that puts a row into a table, every field by its name, and gives its id where it has one."""
    meta = model._meta
    fields = {f.name: f for f in meta.sorted_fields if not meta.auto_increment or f is not meta.primary_key}

    def spell(**values: Any) -> Any:
        query = model.insert({fields[name]: value for name, value in values.items()})
        return query.returning(meta.primary_key) if meta.auto_increment else query

    return _spelled_once(spell, {name: (_LaterJson if isinstance(f, JSONField) else _Later)(name) for name, f in fields.items()})


def _spelled_once(spell: Callable[..., Any], names: Mapping[str, _Later]) -> Callable[..., Any]:
    spelled: dict[bool, tuple[str, list[Any]]] = {}

    def run(**values: Any) -> Any:
        postgres = is_postgres()
        known = spelled.get(postgres)
        if known is None:
            query = spell(**{name: Value(later, converter=False) for name, later in names.items()})
            known = spelled[postgres] = database.get_sql_context().sql(query).query()
        text, parameters = known
        return database.execute_sql(text, [_given(p, values[p], postgres) if isinstance(p, _Later) else p for p in parameters])

    return run


def among(column: Any, values: Any) -> Any:
    """`column` is one of `values`: one parameter however many they are, so that the text stays the same."""
    if not isinstance(values, Value):
        values = Value(_given(_Later(), values, is_postgres()), converter=False, unpack=False)
    if is_postgres():
        return column == fn.ANY(values)
    return column.in_(NodeList((SQL("(SELECT value FROM json_each("), values, SQL("))")), glue=""))


def _given(later: _Later, value: Any, postgres: bool) -> Any:
    """A value as the driver takes it: lists as PostgreSQL's arrays or, for SQLite, as JSON."""
    if isinstance(value, UUID):
        return value.hex
    if isinstance(later, _LaterJson) and value is not None:
        return Jsonb(value, dumps=orjson.dumps) if postgres else orjson.dumps(value).decode()
    if isinstance(value, _SEVERAL):
        return list(value) if postgres else orjson.dumps(list(value)).decode()
    return value
