"""The server as a whole: what it is made with on its first start."""

from __future__ import annotations

import secrets
from pathlib import Path

from peewee import PeeweeException

from postil.db import alone, in_transaction
from postil.errors import Unavailable
from postil.models import Meta
from postil.schema import applied, migrate, pending, require_not_newer
from postil.services import accounts, backup

FIRST_OWNER = "owner"


def require_ready() -> None:
    """Raises Unavailable where the database does not answer, or is not in this version's schema."""
    try:
        missing = pending()
    except PeeweeException as error:
        raise Unavailable("the database cannot be used now", retry_after=2) from error
    if missing:
        raise Unavailable(f"the database is not in this version's schema ({missing[0]})", retry_after=10)


def initialise(backups: Path | None = None) -> None:
    """Bring the database to this version's schema; on the first start, make the epoch and the owner's account.

    A database that is brought to another schema is backed up into `backups` first. Raises SetupError for one that a newer Postil has
    changed, and where that backup cannot be made: nothing is changed then.
    """
    if pending():
        with alone():
            _upgrade(backups)
    if not _is_begun():  # asked for first: a worker that starts anew must not wait for whoever writes
        in_transaction(_begin)


def _is_begun() -> bool:
    return Meta.select().where(Meta.key == "epoch").exists() and accounts.owner() is not None


def _begin() -> None:
    Meta.insert(key="epoch", value=new_epoch()).on_conflict_ignore().execute()
    if accounts.owner() is None:
        accounts.create_user(FIRST_OWNER, "Owner", is_admin=True)


def _upgrade(backups: Path | None) -> None:
    """What is still to be done, now that no other process is at it: one may have been while we waited."""
    require_not_newer()
    missing = pending()
    if missing and applied() and backups:
        backup.make(backup.kept_in(backups) / f"before-{missing[0]}.zip", replace=True)
    migrate()


def new_epoch() -> str:
    return secrets.token_hex(16)
