"""What only the server's tests need."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import argon2
import peewee
import pytest
from commands import postil
from supplier import supplier

from postil.services import passwords

__all__ = ["postil", "supplier"]


@pytest.fixture(scope="session", autouse=True)
def cheap_passwords() -> None:
    """Hashing is made to be slow, which no test is about."""
    passwords._hasher = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    passwords._nobody = passwords._hasher.hash("no user has this password")


@pytest.fixture
def count_queries(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], Any]], int]:
    """Counts the statements that a call sends to the database, so that a query a row is seen."""
    seen: list[str] = []
    real = peewee.Database.execute_sql

    def execute_sql(self: Any, sql: str, *args: Any, **options: Any) -> Any:
        seen.append(sql)
        return real(self, sql, *args, **options)

    monkeypatch.setattr(peewee.Database, "execute_sql", execute_sql)

    def count(call: Callable[[], Any]) -> int:
        seen.clear()
        call()
        return len(seen)

    return count
