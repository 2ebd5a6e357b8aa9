"""Rows that contradict each other though each of their references leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from peewee import fn

from postil.db import in_transaction
from postil.models import Annotation, Group, Tombstone
from postil.services.doctor.finding import REBUILD, Finding, Tally


def look(rebuild: bool) -> Iterator[Finding]:
    yield from _in_deleted_groups()
    yield from _beside_tombstones(rebuild)


def _in_deleted_groups() -> Iterator[Finding]:
    tally = Tally()
    notes = Annotation.select(Annotation.uuid).join(Group, on=(Annotation.group == Group.id)).where(Group.kind == "deleted")
    tally.add(uuid for (uuid,) in notes.order_by(Annotation.id).tuples().iterator())
    yield from tally.finding(
        "notes in deleted groups", "nobody can read them: restore a backup from before beside it, and export them there"
    )


def _beside_tombstones(rebuild: bool) -> Iterator[Finding]:
    tally = Tally()
    same = (Annotation.uuid == Tombstone.annotation) & (Annotation.group == Tombstone.group)
    tally.add(uuid for (uuid,) in Tombstone.select(Tombstone.annotation).join(Annotation, on=same).tuples().iterator())
    if rebuild and tally.count:
        there = Annotation.select().where(same)
        in_transaction(lambda: Tombstone.delete().where(fn.EXISTS(there)).execute())
    yield from tally.finding("notes that stand beside a tombstone of their own group", REBUILD, mended=rebuild)
