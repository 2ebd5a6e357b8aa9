"""Whether the change index tells of every note what it is now, and of nothing that its group has not counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from peewee import fn

from postil import changes
from postil.changes import Written
from postil.db import in_transaction, locked, snapshot
from postil.models import Annotation, Change, Group
from postil.services.doctor.finding import REBUILD, Finding, Tally
from postil.services.doctor.notes import BATCH, alive, batches


def look(rebuild: bool) -> Iterator[Finding]:
    yield from _uncounted(rebuild)  # first: what follows counts on
    yield from _untold(rebuild)
    yield from _told_of_nothing(rebuild)


def _uncounted(rebuild: bool) -> Iterator[Finding]:
    highest = Change.select(Change.group, fn.MAX(Change.revision).alias("revision")).group_by(Change.group).alias("highest")
    beyond = Group.select(Group.id, Group.public_id, highest.c.revision).join(highest, on=(Group.id == highest.c.group_id))
    rows = list(beyond.where(highest.c.revision > Group.revision).tuples())
    for id, _, revision in rows if rebuild else ():
        counted = Group.update(revision=revision).where((Group.id == id) & (Group.revision < revision))
        in_transaction(lambda counted=counted: counted.execute())  # type: ignore[misc]
    tally = Tally()
    tally.add(public_id for _, public_id, _ in rows)
    yield from tally.finding("groups whose index holds revisions that they have not counted", REBUILD, mended=rebuild)


def _untold(rebuild: bool) -> Iterator[Finding]:
    tally = Tally()
    for ids in batches():
        with snapshot():
            wrong = _wrongly_told(Annotation.select().where(Annotation.id.in_(ids)))
        tally.add(row.uuid for row in wrong)
        if rebuild and wrong:
            in_transaction(lambda ids=[row.id for row in wrong]: _tell(ids))  # type: ignore[misc]
    yield from tally.finding("notes of which the change index says nothing, or what they are not", REBUILD, mended=rebuild)


def _wrongly_told(query: Any) -> list[Any]:
    rows = list(query.where(Annotation.group.in_(alive())).order_by(Annotation.id))
    told = (
        Change.select(Change.group, Change.subject, Change.action)
        .where((Change.kind == "note") & Change.group.in_({row.group_id for row in rows}) & Change.subject.in_([str(r.uuid) for r in rows]))
        .tuples()
    )
    actions = {(group, subject): action for group, subject, action in told}
    return [row for row in rows if not _fits(row, actions.get((row.group_id, str(row.uuid))))]


def _fits(row: Any, action: str | None) -> bool:
    return action in (("write", "hide") if row.deleted_at is None else ("delete",))


def _tell(ids: Sequence[int]) -> None:
    wrong = _wrongly_told(locked(Annotation.select().where(Annotation.id.in_(ids))))
    changes.record(Written(row.group_id, "note", str(row.uuid), "write" if row.deleted_at is None else "delete") for row in wrong)


def _told_of_nothing(rebuild: bool) -> Iterator[Finding]:
    """Rows that say of a note that it was written in a group where there is none."""
    tally, after = Tally(), 0
    while rows := _rows_after(after):
        after = rows[-1][0]
        with snapshot():
            wrong = _without_note([id for id, *_ in rows])
        tally.add(subject for _, _, subject in wrong)
        if rebuild and wrong:
            in_transaction(lambda ids=[id for id, *_ in wrong]: _take_back(ids))  # type: ignore[misc]
    yield from tally.finding("notes that the change index tells and that are not there", REBUILD, mended=rebuild)


def _rows_after(after: int) -> list[tuple[int, int, str]]:
    notes = (Change.id > after) & (Change.kind == "note") & Change.group.in_(alive())
    return list(Change.select(Change.id, Change.group, Change.subject).where(notes).order_by(Change.id).limit(BATCH).tuples())


def _without_note(ids: Sequence[int]) -> list[tuple[int, int, str]]:
    written = Change.select(Change.id, Change.group, Change.subject).where(Change.id.in_(ids) & Change.action.in_(("write", "hide")))
    rows = list(written.order_by(Change.id).tuples())
    there = Annotation.select(Annotation.group, Annotation.uuid).where(Annotation.uuid.in_([subject for _, _, subject in rows]))
    living = {(group, str(uuid)) for group, uuid in there.tuples()}
    return [row for row in rows if row[1:] not in living]


def _take_back(ids: Sequence[int]) -> None:
    changes.record(Written(group, "note", subject, "delete") for _, group, subject in _without_note(ids))
