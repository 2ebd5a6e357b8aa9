"""The server as a whole: what it is made with on its first start."""

from __future__ import annotations

import secrets

from postil.db import in_transaction, migrate
from postil.models import Meta
from postil.services import accounts

FIRST_OWNER = "owner"


def initialise() -> None:
    """Bring the database to this version's schema; on the first start, make the epoch and the owner's account."""
    migrate()

    def work() -> None:
        Meta.insert(key="epoch", value=secrets.token_hex(16)).on_conflict_ignore().execute()
        if accounts.owner() is None:
            accounts.create_user(FIRST_OWNER, "Owner", is_admin=True)

    in_transaction(work)
