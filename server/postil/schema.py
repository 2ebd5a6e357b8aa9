"""The schema of the bound database: which migrations there are, which have run in it, and running them, one process at a time."""

from __future__ import annotations

from pathlib import Path

from playhouse.migrations import Runner

from postil.db import database
from postil.errors import SetupError

MIGRATIONS = Path(__file__).parent / "migrations"


def known() -> list[str]:
    """The migrations of this version, in their order."""
    return [m.name for m in _runner().migrations()]


def applied() -> list[str]:
    """The migrations that have run in the database, in their order, also those of a newer Postil."""
    return [m.name for m in _runner().status() if m.applied]


def pending() -> list[str]:
    """The migrations that the bound database lacks, and those that a newer Postil has run in it."""
    return [m.name for m in _runner().status() if m.path is None or not m.applied]


def require_not_newer() -> None:
    """Raises SetupError for a database that a newer Postil has changed: older code must not write to it."""
    newer = [m.name for m in _runner().status() if m.path is None]
    if newer:
        raise SetupError(f"the database was made by a newer Postil (it has {newer[-1]}): update Postil, nothing was changed")


def migrate(until: str | None = None) -> list[str]:
    """Bring the bound database to this version's schema, or to an earlier one; returns the names of the migrations that ran.

    Raises SetupError for a database that a newer Postil has changed.
    """
    require_not_newer()
    names: list[str] = _runner().up(until)
    return names


def _runner() -> Runner:
    return Runner(database.obj, str(MIGRATIONS))
