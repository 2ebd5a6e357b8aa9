"""kill -9 of the server's processes and of PostgreSQL's while people write: no acknowledged write is lost, none is there by half."""

from __future__ import annotations

import os
import signal

import pytest

from live.postgres import Postgres
from live.scene import Scene

pytestmark = pytest.mark.xdist_group("faults")


def test_workers(scene: Scene) -> None:
    """Others take their place."""
    with scene.writing():
        scene.server.kill_workers()


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
