"""What every command shares: the settings, and an open database brought to this version."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from postil import config
from postil.config import Config
from postil.db import connect, database
from postil.services import server

DEMO_DIR = "demo"


def settings(demo: bool = False, **options: Any) -> Config:
    """The environment's settings, changed by the command's options. `--demo` has a data directory of its own, inside the usual one."""
    found = config.from_environment().with_changes(**options)
    return found.with_changes(data_dir=found.data_dir / DEMO_DIR, database_url="") if demo else found


def with_database(command: Callable[..., Any]) -> Callable[..., Any]:
    """Open the database of the settings for the length of a command."""

    @functools.wraps(command)
    def run(*args: Any, demo: bool = False, **options: Any) -> Any:
        database.initialize(connect(settings(demo).resolved_database_url, connections=2))
        with database.connection_context():
            server.initialise()
            return command(*args, **options)

    return run
