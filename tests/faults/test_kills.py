"""kill -9 of the server's processes and of PostgreSQL's while people write: no acknowledged write is lost, none is there by half."""

from __future__ import annotations

import os
import re
import signal

import httpx
import pytest

from e2e.waiting import until, until_equal
from live.postgres import Postgres
from live.scene import Scene

pytestmark = pytest.mark.xdist_group("faults")


def test_workers(scene: Scene) -> None:
    """Others take their place."""
    with scene.writing():
        scene.server.kill_workers()


@pytest.mark.parametrize("kind", ["sqlite"])
def test_what_a_killed_worker_had_open_is_counted_no_more(scene: Scene) -> None:
    scene.server.stop()
    scene.server.start()
    (token,) = scene.server.several([["token", "add", "owner", "--scope", "account"]])

    def connections() -> int:
        shown = httpx.get(f"{scene.server.url}/metrics", headers={"Authorization": f"Bearer {token}"}, timeout=20).text
        return int(float(re.search(r"^postil_database_connections (\S+)$", shown, re.MULTILINE).group(1)))  # type: ignore[union-attr]

    until_equal(connections, 2)  # each of the two counts the one that answers here
    scene.server.kill_workers()
    scene.reader.get("/me")
    assert connections() <= 2


@pytest.mark.parametrize("kind", ["sqlite"])
def test_the_process_for_upkeep(scene: Scene) -> None:
    """Another takes its place, and the place of that one. It looks at once for what is due."""
    backups = scene.server.directory / "backups"
    for _ in range(2):
        until(lambda: list(backups.glob("daily-*.zip")), "the daily backup")
        scene.server.upkeep().kill()
        for backup in backups.glob("daily-*.zip"):
            backup.unlink()
    until(lambda: list(backups.glob("daily-*.zip")), "the daily backup, after the second kill")
    assert scene.reader.get("/me").status == 200


@pytest.mark.parametrize("kind", ["sqlite"])
def test_the_server_itself(scene: Scene) -> None:
    """Its workers end with it, so that the port is free for the next."""
    with scene.writing():
        scene.server.kill()
        scene.server.start()


@pytest.mark.parametrize("kind", ["postgresql"])
def test_a_backend(scene: Scene, own_database: Postgres) -> None:
    """PostgreSQL then ends all others too, and recovers from its log."""
    with scene.writing():
        os.kill(own_database.backends()[0], signal.SIGKILL)
        scene.await_refusals()


@pytest.mark.parametrize("kind", ["postgresql"])
def test_the_whole_database_server(scene: Scene, own_database: Postgres) -> None:
    with scene.writing():
        own_database.kill()
        scene.await_refusals()
        own_database.start()
