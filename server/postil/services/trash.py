"""Deleting a note and taking it back. A deleted note lies in its author's trash for 30 days with all that it was; then purge.py has it."""

from __future__ import annotations

import re
from typing import Any, NamedTuple
from uuid import UUID

from peewee import Tuple

from postil import changes
from postil.changes import Written
from postil.clock import DAY, now
from postil.db import in_transaction, locked
from postil.errors import BadRequest, Gone
from postil.models import Annotation, Paper
from postil.policy import Identity, require
from postil.services import purge_list
from postil.services.annotations import State, find
from postil.services.operations import Condition, known_operation, remember, require_present

KEPT = 30 * DAY


class Discarded(NamedTuple):
    """A note in the trash; times in microseconds."""

    id: int
    uuid: UUID
    number: int
    deleted_at: int
    group_id: int
    creator_id: int
    quote: str
    note: str
    paper_key: str
    doc: bytes

    @property
    def goes_at(self) -> int:
        return self.deleted_at + KEPT


def contents(identity: Identity, before: str | None, limit: int) -> tuple[list[Discarded], str | None]:
    """The caller's deleted notes in groups that they still read, the last deleted first, and the `before` of the next page.

    Raises BadRequest (`bad-cursor`) for a `before` that was not given out.
    """
    require(identity, "trash.list")
    rows = (
        Annotation.select(
            Annotation.id, Annotation.uuid, Annotation.number, Annotation.deleted_at, Annotation.group, Annotation.creator,
            Annotation.quote, Annotation.note, Paper.key, Annotation.doc,
        )
        .join(Paper)
        .where((Annotation.creator == identity.user_id) & Annotation.group.in_(identity.groups) & (Annotation.deleted_at > now() - KEPT))
        .order_by(Annotation.deleted_at.desc(), Annotation.id.desc())
        .limit(limit + 1)
    )  # fmt: skip
    if before is not None:
        rows = rows.where(Tuple(Annotation.deleted_at, Annotation.id) < _place(before))
    found = [Discarded(*row) for row in rows.tuples()]
    return found[:limit], f"{found[limit - 1].deleted_at}-{found[limit - 1].id}" if len(found) > limit else None


def _place(before: str) -> Any:
    found = re.fullmatch(r"([0-9]{1,18})-([0-9]{1,18})", before, re.ASCII)
    if found is None:
        raise BadRequest("before: this is no place in the trash that the server gave out", code="bad-cursor")
    return Tuple(*map(int, found.groups()))


def delete(identity: Identity, uuid: UUID, condition: Condition) -> None:
    """Put a note into the trash. A repeat of the same operation does nothing more."""

    def work() -> None:
        row = own(identity, uuid)  # first: a repeat waits there for what it repeats
        if known_operation(identity, uuid, condition):
            return
        if row is None:
            row = find(identity, uuid)  # somebody else's, or none: refused in the words of the reader's view
            require(identity, "note.delete", row)
        if row.deleted_at is not None:
            raise Gone("this note was deleted")
        require(identity, "note.delete", row)
        require_present(identity, row, condition)
        remember(identity, condition, uuid, row.number)
        _set_deleted(identity, row, now(), "delete")

    in_transaction(work)


def restore(identity: Identity, uuid: UUID, condition: Condition) -> State:
    """Take one's note out of the trash; a note that is not in it is left as it is. Raises Gone for one deleted for good, or for 30 days."""

    def work() -> State:
        row = own(identity, uuid)
        if row is None:
            row = find(identity, uuid)
        if not known_operation(identity, uuid, condition):
            require(identity, "note.restore", row)
            remember(identity, condition, uuid, row.number)
            if row.deleted_at is not None:
                if row.deleted_at <= now() - KEPT:
                    raise Gone("this note lay in the trash for 30 days, so it is deleted for good")
                purge_list.take_back(uuid)
                _set_deleted(identity, row, None, "write")
        return State(bytes(row.doc), row.number)

    return in_transaction(work)


def own(identity: Identity, uuid: UUID) -> Any:
    """The caller's own note, in a group that they still read; locked."""
    mine = (Annotation.uuid == uuid) & (Annotation.creator == identity.user_id) & Annotation.group.in_(list(identity.memberships))
    return locked(Annotation.select().where(mine)).first()


def _set_deleted(identity: Identity, row: Any, at: int | None, action: str) -> None:
    Annotation.update(deleted_at=at).where(Annotation.id == row.id).execute()
    changes.record_by(identity, [Written(row.group_id, "note", str(row.uuid), action)])
