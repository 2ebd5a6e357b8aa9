"""A database that cannot be used for a while: each write is done whole or put off with a clear answer, and then all is well again."""

from __future__ import annotations

import pytest

from e2e.waiting import until
from live.disk import SmallDisk
from live.postgres import Postgres
from live.scene import Scene

pytestmark = pytest.mark.xdist_group("faults")


@pytest.mark.parametrize("kind", ["sqlite"])
def test_locked_by_another_process(scene: Scene) -> None:
    """Who reads does not notice."""
    with scene.writing(), scene.server.locked():
        scene.await_refusals()
        assert scene.reader.ask("GET", "/changes").status == 200


@pytest.mark.parametrize("kind", ["sqlite"])
def test_files_that_cannot_grow(scene: Scene) -> None:
    with scene.writing(), scene.server.full_disk():
        scene.await_refusals()
        assert scene.reader.ask("GET", "/changes").status == 200


def test_a_full_disk(scene_on_small_disk: Scene, small_disk: SmallDisk) -> None:
    """Twice: what the first time has left of SQLite's files is what the second begins with."""
    scene = scene_on_small_disk
    for _ in range(2):
        with scene.writing(), small_disk.full():
            scene.await_refusals()
            assert scene.reader.ask("GET", "/changes").status == 200


def test_a_worker_begins_on_a_full_disk(scene_on_small_disk: Scene, small_disk: SmallDisk) -> None:
    scene = scene_on_small_disk
    before = {worker.pid for worker in scene.server.workers()}
    with small_disk.full():
        scene.server.kill_workers()
        until(lambda: len({worker.pid for worker in scene.server.workers()} - before) == 2, "new workers")
        assert {scene.reader.ask("GET", "/changes").status for _ in range(20)} == {200}


@pytest.mark.parametrize("kind", ["postgresql"])
def test_connections_are_cut(scene: Scene, own_database: Postgres) -> None:
    """The pool makes new ones: before a request where none was under way, so that nobody hears of it."""
    with scene.writing():
        scene.await_refusals(own_database.cut)
