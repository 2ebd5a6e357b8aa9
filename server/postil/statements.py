"""Queries that are spelled once and from then on only run: for the few that nearly every request asks.

Making SQL of a query costs peewee several times what the database needs to answer it. A statement is written as any query is, over
parameters whose values come with each run:

    @statement
    def _people(ids):
        return User.select(User.id, User.name).where(among(User.id, ids))

    for id, name in _people(ids=[1, 2]): ...

A run gives the driver's own rows, and takes the driver's own values: no field of a model converts either.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import orjson
from peewee import SQL, NodeList, Value, fn

from postil.db import database, is_postgres


class _Later(str):
    """The name of a parameter, where its value will stand."""


def statement(spell: Callable[..., Any]) -> Callable[..., Any]:
    """A function of the query's parameters, all by name, that returns a cursor. `spell` makes the query, once for each kind of database."""
    names = inspect.signature(spell).parameters
    spelled: dict[bool, tuple[str, list[Any]]] = {}

    def run(**values: Any) -> Any:
        known = spelled.get(is_postgres())
        if known is None:
            query = spell(**{name: Value(_Later(name), converter=False) for name in names})
            known = spelled[is_postgres()] = database.get_sql_context().sql(query).query()
        text, parameters = known
        return database.execute_sql(text, [_given(values[p]) if isinstance(p, _Later) else p for p in parameters])

    return run


def among(column: Any, values: Any) -> Any:
    """`column` is one of `values`: one parameter however many they are, so that the text stays the same."""
    if not isinstance(values, Value):
        values = Value(_given(list(values)), converter=False, unpack=False)
    if is_postgres():
        return column == fn.ANY(values)
    return column.in_(NodeList((SQL("(SELECT value FROM json_each("), values, SQL("))")), glue=""))


def _given(value: Any) -> Any:
    """Lists as the database takes them: PostgreSQL as arrays, SQLite as JSON."""
    if not isinstance(value, list | tuple | set | frozenset):
        return value
    return list(value) if is_postgres() else orjson.dumps(list(value)).decode()
