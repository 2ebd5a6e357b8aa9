"""Deleting for good: after 30 days in the trash, at once on its author's word, or with the account; and what is kept for a time alone.

A note that goes leaves a tombstone (id, group, root, time) and its row in the change index; its text, quote, tags, earlier states, document
and author go. Everything here works in small batches, each a transaction of its own: no writer waits long, and a batch that was cut off is
simply done again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import itemgetter
from time import monotonic, sleep
from typing import Any
from uuid import UUID

from peewee import Expression, chunked, fn

from postil import changes
from postil.changes import Written
from postil.clock import DAY, now
from postil.db import database, in_transaction, locked
from postil.errors import Conflict
from postil.models import Annotation, Change, Group, Operation, Token, Tombstone
from postil.policy import Identity, require
from postil.services import purge_list, tokens, trash
from postil.services.annotations import find
from postil.services.operations import Condition, known_operation, remember, require_present

BATCH = 100

TOMBSTONES_KEPT = 400 * DAY
OPERATIONS_KEPT = 90 * DAY


@dataclass(frozen=True)
class Swept:
    """How many of each went."""

    notes: int
    tombstones: int
    operations: int
    secrets: int


def at_once(identity: Identity, uuid: UUID, condition: Condition) -> None:
    """Delete one of the caller's notes in the trash for good. Raises Conflict for a note that is not in it."""

    def work() -> None:
        row = trash.own(identity, uuid)  # first: a repeat waits there for what it repeats
        if known_operation(identity, uuid, condition):
            return
        row = row or find(identity, uuid)
        require(identity, "note.purge", row)
        if row.deleted_at is None:
            raise Conflict("this note is not in the trash: delete it first", code="not-in-trash")
        if condition.etags is not None:
            require_present(identity, row, condition)
        remember(identity, condition, uuid, row.number)
        _bury([row])

    in_transaction(work)


def due() -> Swept:
    """Whatever has been kept long enough, as of now. Several may run at the same time."""
    _outdate_cursors(now() - TOMBSTONES_KEPT + DAY)
    return Swept(
        notes=notes(Annotation.deleted_at <= now() - trash.KEPT),
        tombstones=_batches(_forget_tombstones),
        operations=_batches(_forget_operations),
        secrets=_batches(_forget_secrets),
    )


def listed() -> int:
    """What the purge list names and a restored backup has brought back goes again; how many notes that were."""
    return sum(notes(Annotation.uuid.in_(some)) for some in chunked(sorted(purge_list.read().notes), BATCH))


def notes(which: Expression) -> int:
    """Delete notes for good, wherever they are; how many that were. For services: the caller has asked policy.

    They are looked for before anything is locked, for that may read the whole table; each batch asks again, by their ids.
    """
    found = sorted(id for (id,) in Annotation.select(Annotation.id).where(which).tuples())
    return sum(_in_turn(partial(_bury_of, ids, which)) for ids in chunked(found, BATCH))


def _bury_of(ids: Sequence[int], which: Expression) -> int:
    rows = list(locked(Annotation.select().where(Annotation.id.in_(ids), which).order_by(Annotation.id)))
    _bury(rows)
    return len(rows)


def _bury(rows: Sequence[Any]) -> None:
    """The rows are locked. Their edits and tags go with them; who still shows one of them is told that it is gone."""
    if not rows:
        return
    purge_list.add_notes(row.uuid for row in rows)
    left = [{"annotation": row.uuid, "group": row.group_id, "root": row.root, "at": now()} for row in rows]
    Tombstone.insert_many(left).on_conflict_ignore().execute()
    Annotation.delete().where(Annotation.id.in_([row.id for row in rows])).execute()
    changes.record(Written(row.group_id, "note", str(row.uuid), "delete") for row in rows if row.deleted_at is None)


def _outdate_cursors(before: int) -> None:
    """A cursor from before these tombstones starts over from now on: a day before they go, so that no reader of that moment misses one."""
    expired = Tombstone.select(Tombstone.group, Tombstone.annotation).where(Tombstone.at < before).order_by(Tombstone.group)
    for group, of_group in groupby(expired.tuples().iterator(), key=itemgetter(0)):
        uuids = map(itemgetter(1), of_group)
        newest = max(Change.select(fn.MAX(Change.revision)).where(_told(group, some)).scalar() or 0 for some in chunked(uuids, BATCH))
        _outdate(group, newest)


def _outdate(group: int, revision: int) -> None:
    older = (Group.id == group) & (Group.oldest_revision < revision)
    if Group.select().where(older).exists():
        in_transaction(lambda: Group.update(oldest_revision=revision).where(older).execute())


def _forget_tombstones() -> int:
    expired = Tombstone.select(Tombstone.group, Tombstone.annotation).where(Tombstone.at < now() - TOMBSTONES_KEPT)
    rows = list(expired.order_by(Tombstone.at).limit(BATCH).tuples())
    for group, of_group in groupby(sorted(rows, key=itemgetter(0)), key=itemgetter(0)):
        uuids = [uuid for _, uuid in of_group]
        Change.delete().where(_told(group, uuids)).execute()
        Tombstone.delete().where((Tombstone.group == group) & Tombstone.annotation.in_(uuids)).execute()
    return len(rows)


def _told(group: int, uuids: Iterable[UUID]) -> Expression:
    """The rows of the change index that say of these notes that they are gone from a group."""
    subjects = [str(uuid) for uuid in uuids]
    return (Change.group == group) & (Change.kind == "note") & Change.subject.in_(subjects) & (Change.action != "write")


def _forget_operations() -> int:
    """The oldest of those that are old enough. Neither database deletes with a limit: the time of the last is asked for first."""
    expired = Operation.select(Operation.at).where(Operation.at < now() - OPERATIONS_KEPT).order_by(Operation.at)
    times = [at for (at,) in expired.limit(BATCH).tuples()]
    return int(Operation.delete().where(Operation.at <= times[-1]).execute()) if times else 0


def _forget_secrets() -> int:
    """Anybody may begin a pairing, and each sign-in makes a session. To whoever shows one, expired and unknown are the same."""
    expired = Token.select(Token.id).where(Token.kind.in_(tokens.UNLISTED) & (Token.expires < now())).limit(BATCH)
    return int(Token.delete().where(Token.id.in_([id for (id,) in expired.tuples()])).execute())


def _batches(batch: Callable[[], int]) -> int:
    """Run a batch until one is not full."""
    total = 0
    while (done := _in_turn(batch)) == BATCH:
        total += done
    return total + done


def _in_turn(batch: Callable[[], int]) -> int:
    """Afterwards others have as long to write as the batch took; within an open transaction there is no afterwards."""
    began = monotonic()
    done = in_transaction(batch)
    if not database.in_transaction():  # which would hold its locks all the while
        sleep(monotonic() - began)
    return done
