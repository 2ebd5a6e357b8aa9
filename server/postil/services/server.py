"""The server as a whole: what it is made with on its first start."""

from __future__ import annotations

import secrets

from peewee import PeeweeException

from postil.db import in_transaction, migrate, pending
from postil.errors import Unavailable
from postil.models import Meta
from postil.services import accounts

FIRST_OWNER = "owner"


def require_ready() -> None:
    """Raises Unavailable where the database does not answer, or is not in this version's schema."""
    try:
        missing = pending()
    except PeeweeException as error:
        raise Unavailable("the database cannot be used now", retry_after=2) from error
    if missing:
        raise Unavailable(f"the database is not in this version's schema ({missing[0]})", retry_after=10)


def initialise() -> None:
    """Bring the database to this version's schema; on the first start, make the epoch and the owner's account."""
    migrate()

    def work() -> None:
        Meta.insert(key="epoch", value=secrets.token_hex(16)).on_conflict_ignore().execute()
        if accounts.owner() is None:
            accounts.create_user(FIRST_OWNER, "Owner", is_admin=True)

    in_transaction(work)
