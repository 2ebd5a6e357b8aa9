"""`postil backup` and `postil restore`: the whole database as one file, and out of it into an empty one of either kind."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import click

from postil.cli.common import connected, demo_option, settings
from postil.cli.progress import shown
from postil.config import Config
from postil.db import file_of
from postil.errors import SetupError
from postil.services import backup, restore

_demo = click.option("--demo", is_flag=True, help="For the demo's server.")
_file = click.argument("path", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))


@click.command("backup")
@_file
@click.option("--force", is_flag=True, help="Replace the file where there is one.")
@demo_option
def make(path: Path, force: bool, demo: bool) -> None:
    """Write the whole database to a file, also while the server runs."""
    with connected(settings(demo)), shown("Backing up") as progress:
        rows = backup.make(path, replace=force, progress=progress)
    click.echo(f"{path}: {rows} rows, {path.stat().st_size / 2**20:.1f} MiB")


@click.command("restore")
@_file
@demo_option
def take_back(path: Path, demo: bool) -> None:
    """Fill an empty database from a backup."""
    with _new_database(settings(demo)) as chosen, connected(chosen, new=True), shown("Restoring") as progress:
        rows = restore.restore(path, progress)
    click.echo(f"{rows} rows restored from {path}; every browser and every program starts over with what is here now")


@contextlib.contextmanager
def _new_database(chosen: Config) -> Iterator[Config]:
    """Settings with the database to fill: on SQLite a file beside the one of the settings, whose name it gets once it is whole."""
    place = file_of(chosen.resolved_database_url)
    if place is None:
        yield chosen
        return
    _require_none(place)
    growing = place.with_name(f"{place.name}.restoring")
    _clear(growing)
    try:
        yield chosen.with_changes(database_url=f"sqlite:///{quote(str(growing))}")
        _require_none(place)
        growing.rename(place)
    finally:
        _clear(growing)


def _require_none(place: Path) -> None:
    """Raises SetupError also for a database's log without the database: SQLite would take it for the new one's."""
    there = [file for file in (place, *(place.with_name(place.name + ending) for ending in ("-wal", "-journal"))) if file.exists()]
    if there:
        raise SetupError(f"{there[0]} exists already, and a restore makes a new database: move it away, or choose another POSTIL_DATA_DIR")


def _clear(growing: Path) -> None:
    """The file, what SQLite keeps beside it, and what `db.alone` does; of a restore that a crash has ended too."""
    for ending in ("", "-wal", "-shm", "-journal", ".lock"):
        growing.with_name(growing.name + ending).unlink(missing_ok=True)


COMMANDS = (make, take_back)
