"""Deleting a note and taking it back. A deleted note lies in its author's trash for 30 days with all that it was."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from postil import changes
from postil.changes import Written
from postil.clock import now
from postil.db import in_transaction, locked
from postil.errors import Gone
from postil.models import Annotation
from postil.policy import Identity, require
from postil.services.annotations import State, find
from postil.services.operations import Condition, known_operation, remember, require_present


def delete(identity: Identity, uuid: UUID, condition: Condition) -> None:
    """Put a note into the trash. A repeat of the same operation does nothing more."""

    def work() -> None:
        if known_operation(identity, uuid, condition):
            return
        row = _locked(identity, uuid)
        if row is None:
            row = find(identity, uuid)  # somebody else's, or none: refused in the words of the reader's view
            require(identity, "note.delete", row)
        if row.deleted_at is not None:
            raise Gone("this note was deleted")
        require(identity, "note.delete", row)
        require_present(identity, row, condition)
        remember(identity, condition, uuid, row.number)
        _set_deleted(row, now(), "delete")

    in_transaction(work)


def restore(identity: Identity, uuid: UUID, condition: Condition) -> State:
    """Take one's note out of the trash; a note that is not in it is left as it is. Raises Gone for one deleted for good."""

    def work() -> State:
        row = _locked(identity, uuid)
        if row is None:
            row = find(identity, uuid)
        if not known_operation(identity, uuid, condition):
            require(identity, "note.restore", row)
            remember(identity, condition, uuid, row.number)
            if row.deleted_at is not None:
                _set_deleted(row, None, "write")
        return State(bytes(row.doc), row.number)

    return in_transaction(work)


def _locked(identity: Identity, uuid: UUID) -> Any:
    """The caller's own note, in a group that they still read; locked."""
    mine = (Annotation.uuid == uuid) & (Annotation.creator == identity.user_id) & Annotation.group.in_(list(identity.memberships))
    return locked(Annotation.select().where(mine)).first()


def _set_deleted(row: Any, at: int | None, action: str) -> None:
    Annotation.update(deleted_at=at).where(Annotation.id == row.id).execute()
    changes.record([Written(row.group_id, "note", str(row.uuid), action)])
