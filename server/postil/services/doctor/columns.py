"""Whether the tables are those of this version."""

from __future__ import annotations

from collections.abc import Iterator

from playhouse.schema_diff import diff_models

from postil import schema
from postil.db import database
from postil.models import MODELS
from postil.services.doctor.finding import Finding
from postil.tables import DERIVED

_RESTORE = "something beside Postil has changed it: take a backup as it is, and restore an earlier one beside it (postil restore)"


def versions() -> Iterator[Finding]:
    """Where the schema is another version's, which the other checks do not know."""
    known = schema.known()
    newer = [name for name in schema.applied() if name not in known]
    if newer:
        yield Finding(f"migrations that a newer Postil has run ({newer[-1]})", len(newer), "update Postil; the rest was not looked at")
        return
    missing = schema.pending()
    if missing:
        do = "postil serve runs them, and makes a backup before; the rest was not looked at"
        yield Finding(f"migrations that have not run ({missing[0]})", len(missing), do)


def look() -> Iterator[Finding]:
    differing = diff_models(database.obj, list(MODELS))
    for operation in str(differing).splitlines():
        yield Finding(f"the schema is not this version's (to mend: {operation})", 1, _RESTORE)
    if DERIVED not in database.get_tables():
        yield Finding(f"the schema is not this version's (to mend: create table {DERIVED})", 1, _RESTORE)
