"""What every command shares: the settings, and an open database brought to this version."""

from __future__ import annotations

import contextlib
import functools
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
from peewee import PeeweeException

from postil import config
from postil.config import Config
from postil.db import connect, database, file_of
from postil.errors import SetupError, reason_of
from postil.services import purge_list, server

DEMO_DIR = "demo"

demo_option = click.option("--demo", is_flag=True, help="For the demo's server.")


def settings(demo: bool = False, **options: Any) -> Config:
    """The environment's settings, changed by the command's options. `--demo` has a data directory of its own, inside the usual one."""
    found = config.from_environment().with_changes(**options)
    return found.with_changes(data_dir=found.data_dir / DEMO_DIR, database_url="") if demo else found


def program() -> str:
    """How to call this program again: by its name where a shell finds it under that, else as it was called."""
    called = Path(sys.argv[0])
    if called.name == "__main__.py":
        return f"{shlex.quote(sys.executable)} -m postil"
    found = shutil.which(called.name)
    return called.name if found and Path(found) == called else shlex.quote(str(called))


@contextlib.contextmanager
def connected(chosen: Config, new: bool = False) -> Iterator[None]:
    """The database of the settings as it is. Raises SetupError for one that cannot be reached, is none, or, unless `new`, is not there."""
    file = file_of(chosen.resolved_database_url)
    if file and not new and not file.exists():
        raise SetupError(f"there is no database {file}: check POSTIL_DATA_DIR")
    database.initialize(connect(chosen.resolved_database_url, connections=2))
    purge_list.keep_in(chosen.data_dir)
    try:
        with database.connection_context():
            yield
    except PeeweeException as error:
        raise SetupError(f"the database cannot be used ({reason_of(error)}): check POSTIL_DATABASE_URL or POSTIL_DATA_DIR") from error
    finally:
        database.close_all()


@contextlib.contextmanager
def opened(chosen: Config) -> Iterator[None]:
    """The database of the settings, made where there is none and brought to this version."""
    with connected(chosen, new=True):
        server.initialise(chosen.backup_dir)
        yield


def with_database(command: Callable[..., Any]) -> Callable[..., Any]:
    """Open the database of the settings for the length of a command."""

    @functools.wraps(command)
    def run(*args: Any, demo: bool = False, **options: Any) -> Any:
        with opened(settings(demo)):
            return command(*args, **options)

    return run
