"""A server over either database, with people who write into one team of it. They go on from test to test: so do their notes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from live.disk import SmallDisk, is_possible
from live.postgres import Postgres, own_postgres
from live.scene import Scene, people
from live.serving import Live


@pytest.fixture
def scene(kind: str, request: pytest.FixtureRequest) -> Scene:
    found: Scene = request.getfixturevalue(f"{kind}_scene")
    found.server.start()  # where a test that failed has left none
    return found


@pytest.fixture(scope="session")
def own_database() -> Iterator[Postgres]:
    with own_postgres() as postgres:
        yield postgres


@pytest.fixture(scope="session")
def sqlite_scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    with _served(tmp_path_factory.mktemp("sqlite")) as scene:
        yield scene


@pytest.fixture(scope="session")
def postgresql_scene(tmp_path_factory: pytest.TempPathFactory, own_database: Postgres) -> Iterator[Scene]:
    with _served(tmp_path_factory.mktemp("postgresql"), database_url=own_database.fresh()) as scene:
        yield scene


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """Of sixteen megabytes: four are the log of changes that SQLite keeps beside a database."""
    if not is_possible():
        pytest.skip("this machine lets its users mount nothing (user namespaces are switched off)")
    (tmp_path / "disk").mkdir()
    with closing(SmallDisk(tmp_path / "disk", 16 * 2**20)) as disk:
        yield disk


@pytest.fixture
def scene_on_small_disk(small_disk: SmallDisk, tmp_path: Path) -> Iterator[Scene]:
    with _served(tmp_path, disk=small_disk, backups="0") as scene:
        yield scene


@contextmanager
def _served(directory: Path, disk: SmallDisk | None = None, **settings: str) -> Iterator[Scene]:
    server = Live(directory, disk, workers="2", threads="4", log_level="warning", **settings)
    try:
        server.start()
        yield people(server)
    finally:
        server.stop_at_once()
