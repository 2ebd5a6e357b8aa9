"""What a new note left in the database: to see that Postil and the bare route write the same rows."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import orjson

from postil.db import connect, database
from postil.models import Annotation, AnnotationTag, Change, Edit, Operation
from postil.representation import BASE

#: What no two notes share.
_ITS_OWN = {"id", "uuid", "annotation", "subject", "key", "revision", "first_revision", "stored", "modified", "at"}


def rows(url: str, uuid: UUID) -> dict[str, list[dict[str, Any]]]:
    """By table."""
    database.initialize(connect(url))
    with database.connection_context():
        note = Annotation.get(Annotation.uuid == uuid)
        found = {
            "note": [note],
            "tag": AnnotationTag.select().where(AnnotationTag.annotation == note.id).order_by(AnnotationTag.position),
            "edit": Edit.select().where(Edit.annotation == note.id),
            "operation": Operation.select().where(Operation.annotation == uuid),
            "change": Change.select().where(Change.subject == str(uuid)),
        }
        return {table: [_shared(row.__data__) for row in its] for table, its in found.items()}


def _shared(row: dict[str, Any]) -> dict[str, Any]:
    if "doc" in row:
        row = row | {"doc": _shared(orjson.loads(bytes(row["doc"]).replace(BASE, b"")))}
    return {name: value for name, value in row.items() if name not in _ITS_OWN}
