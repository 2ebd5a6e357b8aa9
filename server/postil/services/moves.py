"""Moving a note to another group: its author's replies go with it, others' keep it where it is, the old group keeps a tombstone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from peewee import fn

from postil.changes import Written
from postil.clock import now
from postil.db import locked
from postil.errors import Conflict, Invalid
from postil.models import Annotation, Edit, Tombstone
from postil.policy import Identity


def replies_to_carry(row: Annotation) -> list[Any]:
    """The replies that move with a note. Raises Invalid for a reply itself, Conflict where others have answered."""
    if row.parent is not None:
        raise Invalid([{"field": "postil:group", "message": "a reply stays with the note that it answers"}])
    replies = list(Annotation.select().where(Annotation.root == row.uuid))
    if any(reply.creator_id != row.creator_id for reply in replies):
        raise Conflict("others have answered this note: it stays in its team", code="has-replies")
    return replies


def hold_thread(uuid: UUID) -> None:
    """For whoever answers a note: the one that began its thread is locked, as by whoever moves it; so they stay together."""
    answered = Annotation.select(fn.COALESCE(Annotation.root, Annotation.uuid)).where(Annotation.uuid == uuid)
    locked(Annotation.select(Annotation.id).where(Annotation.uuid == answered)).execute()


def leave(row: Annotation, group: int) -> Written:
    """The tombstone and the change that the old group keeps; a tombstone from an earlier stay in the new group goes."""
    Tombstone.delete().where((Tombstone.annotation == row.uuid) & (Tombstone.group == group)).execute()
    Tombstone.create(annotation=row.uuid, group=row.group_id, root=row.root, at=now())
    return Written(row.group_id, "note", str(row.uuid), "move-out")


def keep_state(identity: Identity, row: Annotation) -> None:
    """Every edit keeps the state before it, and the group that the note was in."""
    Edit.create(annotation=row.id, number=row.number, group=row.group_id, doc=row.doc, at=row.modified, editor=identity.user_id)
