"""Where a server's database can be: places of either kind, empty at first, for commands and for the application alike."""

from __future__ import annotations

import contextlib
import os
import pathlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import psycopg
import pytest

from postil.db import connect, database
from postil.models import MODELS


@dataclass(frozen=True)
class Place:
    directory: pathlib.Path
    url: str  # "" for SQLite

    @property
    def settings(self) -> dict[str, Any]:
        """For `postil("command", **place.settings)`."""
        return {"directory": self.directory, "POSTIL_DATABASE_URL": self.url}

    @property
    def file(self) -> pathlib.Path:
        return self.directory / "postil.sqlite3"

    @contextlib.contextmanager
    def bound(self) -> Iterator[None]:
        """The models' database is the one of this place; no connection is open yet."""
        before = database.obj
        database.initialize(connect(self.url or f"sqlite:///{self.file}"))
        try:
            yield
        finally:
            database.close_all()
            database.initialize(before)

    @contextlib.contextmanager
    def opened(self) -> Iterator[None]:
        with self.bound(), database.connection_context():
            yield

    def rows(self) -> dict[str, list[Any]]:
        """All that the models know, table by table, but the epoch."""
        with self.opened():
            found = {model.__name__: [_comparable(row) for row in model.select().dicts()] for model in MODELS}
        found["Meta"] = [row for row in found["Meta"] if ("key", "epoch") not in row]
        return {name: sorted(rows, key=repr) for name, rows in found.items()}


def _comparable(row: dict[str, Any]) -> list[tuple[str, Any]]:
    return [(name, bytes(value) if isinstance(value, memoryview) else value) for name, value in sorted(row.items())]


Places = Callable[[str], Place]


@pytest.fixture
def place(tmp_path: pathlib.Path, request: pytest.FixtureRequest) -> Places:
    """`place("sqlite")`: a new one each time."""
    made: list[Place] = []

    def make(kind: str) -> Place:
        number = len(made)
        url = _database(request, number) if kind == "postgresql" else ""
        made.append(Place(tmp_path / f"place{number}", url))
        return made[-1]

    return make


def _database(request: pytest.FixtureRequest, number: int) -> str:
    server = request.getfixturevalue("postgres")
    name = f"place{number}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name}")
    return str(server.get_uri(name))


@pytest.fixture
def here(kind: str, pool: Any, tmp_path: pathlib.Path, request: pytest.FixtureRequest) -> Place:
    """The place of the server under test (`world`)."""
    return Place(tmp_path, request.getfixturevalue("postgres_url") if kind == "postgresql" else "")
