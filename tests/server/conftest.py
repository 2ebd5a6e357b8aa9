"""What only the server's tests need."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import argon2
import peewee
import pytest
from commands import postil
from places import here, place
from supplier import supplier
from world import Caller, World

from postil.db import database
from postil.services import passwords

__all__ = ["here", "place", "postil", "supplier"]


@pytest.fixture(scope="session", autouse=True)
def cheap_passwords() -> None:
    """Hashing is made to be slow, which no test is about."""
    passwords._hasher = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    passwords._nobody = passwords._hasher.hash("no user has this password")


@pytest.fixture
def ada(world: World) -> Caller:
    return world.as_user("ada")


@pytest.fixture
def bob(world: World) -> Caller:
    return world.as_user("bob")


@pytest.fixture
def team(world: World) -> str:
    return world.team("ada", bob="member")


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Any]]:
    """Every statement that goes to the database, with its parameters; `clear()` it where the test begins to count."""
    seen: list[tuple[str, Any]] = []
    real = peewee.Database.execute_sql

    def execute_sql(self: Any, sql: str, params: Any = None) -> Any:
        seen.append((sql, params))
        return real(self, sql, params)

    monkeypatch.setattr(peewee.Database, "execute_sql", execute_sql)
    return seen


@pytest.fixture
def count_queries(statements: list[tuple[str, Any]]) -> Callable[[Callable[[], Any]], int]:
    """How many statements a call sends, so that a query a row is seen."""

    def count(call: Callable[[], Any]) -> int:
        statements.clear()
        call()
        return len(statements)

    return count


@pytest.fixture
def everything() -> Callable[[], str]:
    """What stands in every column of every table of the database, those of full text too."""

    def read() -> str:
        with database.connection_context():
            tables = database.get_tables()
            rows = [row for table in tables for row in database.execute_sql(f'SELECT * FROM "{table}"').fetchall()]
        values = (value for row in rows for value in row)
        return "\n".join(bytes(v).decode("utf-8", "replace") if isinstance(v, bytes | memoryview) else str(v) for v in values)

    return read


@pytest.fixture
def on_postgresql(kind: str) -> None:
    if kind == "sqlite":
        pytest.skip("SQLite lets nobody else write while a transaction that writes is open")
