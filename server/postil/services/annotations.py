"""Notes: reading one, and the author's writes. Every write is one transaction that is safe to repeat.

The order inside a write is the protocol's (docs/api.md): a known operation first, then whose note it is, then the trash, then the same
content again, then the condition, then the change; the groups' revisions last.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from postil import changes
from postil.changes import Written
from postil.clock import now
from postil.db import in_transaction, locked
from postil.errors import Conflict, Gone, Invalid, NotFound, NotSignedIn
from postil.models import Annotation, AnnotationTag, Edit, Group, Label, Paper, Tombstone
from postil.paper_keys import canonical
from postil.policy import Identity, require, visible_to
from postil.representation import Content, content_of_columns, render
from postil.services import papers
from postil.services.groups import require_destination
from postil.services.moves import hold_thread, keep_state, leave, replies_to_carry
from postil.services.operations import Condition, known_operation, remember, require_present
from postil.statements import insertion, statement


@dataclass(frozen=True)
class State:
    """A note's present state: the stored document (base not yet put in) and the number of the author's writes."""

    doc: bytes
    number: int
    created: bool = False


# --- reading ---------------------------------------------------------------------------------------------------------------------------


def get(identity: Identity, uuid: UUID) -> State:
    row = find(identity, uuid)
    return State(bytes(row.doc), row.number)


def find(identity: Identity, uuid: UUID) -> Annotation:
    """The door to one note. Raises Gone for one deleted from a group that the caller reads, NotFound for all that they cannot see."""
    if identity.user_id is None:
        raise NotSignedIn
    row = Annotation.get_or_none((Annotation.uuid == uuid) & visible_to(identity))
    if row is None:
        raise _absence(identity, uuid)
    require(identity, "note.read", row)
    return row


def _absence(identity: Identity, uuid: UUID) -> Exception:
    groups = list(identity.memberships)
    deleted = Annotation.select().where((Annotation.uuid == uuid) & Annotation.deleted_at.is_null(False) & Annotation.group.in_(groups))
    buried = Tombstone.select().where((Tombstone.annotation == uuid) & Tombstone.group.in_(groups))
    # A note that still exists has moved out of the group of its tombstone: what became of it there is nobody's business here.
    exists = Annotation.select().where(Annotation.uuid == uuid)
    if deleted.exists() or (buried.exists() and not exists.exists()):
        return Gone("this note was deleted")
    return NotFound("there is no such note")


def history(identity: Identity, uuid: UUID, before: int | None, limit: int) -> tuple[list[tuple[int, int, bytes]], int | None]:
    """(number, at, document) of the states, newest first, those below the number `before` alone; and the `before` of the next page.

    A state of another group than the present one is its author's alone.
    """
    row = find(identity, uuid)
    edits = Edit.select(Edit.number, Edit.at, Edit.doc).where(Edit.annotation == row.id)
    if row.creator_id != identity.user_id:
        edits = edits.where(Edit.group == row.group_id)
    if before is not None:
        edits = edits.where(Edit.number < before)
    present = [(row.number, row.modified, row.doc)] if before is None or row.number < before else []
    found = [*present, *edits.order_by(Edit.number.desc()).limit(limit + 1).tuples()]
    states = [(number, at, bytes(doc)) for number, at, doc in found[:limit]]
    return states, states[-1][0] if len(found) > limit else None


def content(row: Annotation) -> Content:
    """What the author of a stored note wrote, from its columns: the ground of a comparison, a patch, a move and a rebuild."""
    tags = AnnotationTag.select(AnnotationTag.tag).where(AnnotationTag.annotation == row.id).order_by(AnnotationTag.position)
    return content_of_columns(
        row.__data__, Paper.get_by_id(row.paper_id).key, Group.get_by_id(row.group_id).public_id, [t for (t,) in tags.tuples()]
    )


# --- writing ---------------------------------------------------------------------------------------------------------------------------


def put(identity: Identity, uuid: UUID, new: Content, condition: Condition) -> State:
    """Make a note, or replace what its author wrote."""

    def work() -> State:
        row = _locked(uuid)
        repeated = _repeated(identity, uuid, condition)
        if repeated:
            return repeated
        if row is None:
            return _create(identity, uuid, new, condition)
        _own(identity, row)
        return _replace(identity, row, new, condition)

    return in_transaction(work)


def patch(identity: Identity, uuid: UUID, change: Callable[[bytes], Content], condition: Condition) -> State:
    """Replace part of a note: `change` makes the new content of the present document, and raises Invalid where that is wrong."""

    def work() -> State:
        row = _locked(uuid)
        repeated = _repeated(identity, uuid, condition)
        if repeated:
            return repeated
        if row is None or row.creator_id != identity.user_id:
            require(identity, "note.edit", find(identity, uuid))
            raise NotFound("there is no such note")
        _own(identity, row)
        require_present(identity, row, condition)
        return _replace(identity, row, change(bytes(row.doc)), condition)

    return in_transaction(work)


def _locked(uuid: UUID) -> Annotation | None:
    if not _ids(uuid=uuid).fetchone():
        return None
    row: Annotation | None = locked(Annotation.select().where(Annotation.uuid == uuid)).first()
    return row


@statement
def _ids(uuid: Any) -> Any:
    return Annotation.select(Annotation.id).where(Annotation.uuid == uuid)


def _repeated(identity: Identity, uuid: UUID, condition: Condition) -> State | None:
    """The present state, when this very operation was done before. What its author can no longer read is not shown again."""
    if not known_operation(identity, uuid, condition):
        return None
    row = Annotation.get_or_none((Annotation.uuid == uuid) & (Annotation.creator == identity.user_id))
    if row is None:
        raise Gone("this note was deleted for good")
    if row.group_id not in identity.memberships:
        raise NotFound("there is no such note")
    return State(bytes(row.doc), row.number)


def _own(identity: Identity, row: Annotation) -> None:
    """Only its author writes a note. Another's id is taken, which says nothing about the note; one's own in a group left is not found."""
    if row.creator_id != identity.user_id:
        raise Conflict("this id exists and is not yours: make another", code="id-taken")
    if row.group_id not in identity.memberships:
        raise NotFound("there is no such note")
    if row.deleted_at is not None:
        raise Gone("this note lies in the trash: restore it first")


def _create(identity: Identity, uuid: UUID, new: Content, condition: Condition) -> State:
    if _tombstones(uuid=uuid).fetchone():
        raise Gone("a note with this id was deleted for good: make another id")
    group, paper, root = _place(identity, new)
    stamp = now()
    doc = render(new, uuid, paper.key, _user(identity), stamp)
    (row_id,) = _insert(
        uuid=uuid, made_in=group, creator=identity.user_id, root=root, created=new.created, stored=stamp, modified=stamp, number=1,
        deleted_at=None, hidden_at=None, doc=doc, **columns_of(new, group, paper),
    ).fetchone()  # fmt: skip
    _insert_tags(row_id, new)
    remember(identity, condition, uuid, 1)
    changes.record_by(identity, [Written(group, "note", str(uuid), "write")])
    return State(doc, 1, created=True)


@statement
def _tombstones(uuid: Any) -> Any:
    return Tombstone.select(Tombstone.group).where(Tombstone.annotation == uuid)


_insert = insertion(Annotation)
_insert_tag = insertion(AnnotationTag)


def _place(identity: Identity, new: Content, row: Annotation | None = None) -> tuple[int, Any, UUID | None]:
    """(group id, paper, root) of a note. Raises Invalid or NotAllowed for a place where the caller may not write."""
    group = require_destination(identity, new.group).group_id
    if new.label and not Label.select().where((Label.group == group) & (Label.key == new.label)).exists():
        raise Invalid([{"field": "postil:label", "message": "this group has no such label"}])
    if new.parent is None:
        assert new.paper is not None
        return group, papers.by_key(new.paper) or papers.ensure(new.paper), None
    # A reply outlives the note that it answers: only a new one has to find it.
    stays = row is not None and row.parent == new.parent
    if not stays:
        hold_thread(new.parent)
    thread = row if stays else Annotation.get_or_none((Annotation.uuid == new.parent) & visible_to(identity))
    if thread is None:
        raise Invalid([{"field": "target", "message": "the note that this answers does not exist, or you cannot see it"}])
    if thread.group_id != group:
        raise Invalid([{"field": "postil:group", "message": "a reply goes into the group of the note that it answers"}])
    return group, Paper.get_by_id(thread.paper_id), thread.root or thread.uuid


def _replace(identity: Identity, row: Annotation, new: Content, condition: Condition) -> State:
    present = content(row)
    if new == present:
        return _unchanged(identity, row, condition)
    group, paper, _ = _place(identity, new, row)
    new = replace(new, paper=None if new.parent else canonical(paper.key))
    if new == present:  # the paper was spelled by an alias
        return _unchanged(identity, row, condition)
    require(identity, "note.edit", row)
    require_present(identity, row, condition)
    if new.parent != row.parent:
        raise Invalid([{"field": "target", "message": "a note cannot become a reply, or a reply answer another note"}])
    state = _edit(identity, row, replace(new, created=row.created), group, paper)
    remember(identity, condition, row.uuid, state.number)
    written = [Written(group, "note", str(row.uuid), "write")]
    if group != row.group_id:
        written += _move(identity, row, new.group, group, paper)
    changes.record_by(identity, written)
    return state


def _unchanged(identity: Identity, row: Annotation, condition: Condition) -> State:
    require(identity, "note.delete", row)  # repeating a write needs the scope to write, and no more
    remember(identity, condition, row.uuid, row.number)
    return State(bytes(row.doc), row.number)


def _edit(identity: Identity, row: Annotation, new: Content, group: int, paper: Any) -> State:
    """Write a new state of a note and keep the one before it."""
    keep_state(identity, row)
    stamp = _stamp_after(row.modified)
    doc = render(new, row.uuid, paper.key, row.creator_id, stamp)
    Annotation.update(modified=stamp, number=row.number + 1, doc=doc, **columns_of(new, group, paper)).where(
        Annotation.id == row.id
    ).execute()
    write_tags(row.id, new)
    return State(doc, row.number + 1)


def _stamp_after(modified: int) -> int:
    """The time of a note's next state: now, or where the last bears a later one, from a clock that was ahead, the next that no note has."""
    stamp = now()
    if stamp > modified:
        return stamp
    stamp = modified + 1
    while Annotation.select().where(Annotation.modified == stamp).exists():
        stamp += 1
    return stamp


def _move(identity: Identity, row: Annotation, public_id: str, group: int, paper: Any) -> list[Written]:
    written = [leave(row, group)]
    for reply in replies_to_carry(row):
        _edit(identity, reply, replace(content(reply), group=public_id), group, paper)
        written += [leave(reply, group), Written(group, "note", str(reply.uuid), "write")]
    return written


def columns_of(new: Content, group: int, paper: Any) -> dict[str, Any]:
    return {
        "paper": paper.id, "group": group, "parent": new.parent, "field": new.field, "selectors": list(new.selectors),
        "quote": new.quote, "note": new.note, "label": new.label, "status": new.status, "source": new.source,
        "version": new.version, "source_url": new.source_url, "extra": new.extra,
    }  # fmt: skip


def write_tags(row_id: int, new: Content) -> None:
    AnnotationTag.delete().where(AnnotationTag.annotation == row_id).execute()
    _insert_tags(row_id, new)


def _insert_tags(row_id: int, new: Content) -> None:
    for position, tag in enumerate(new.tags):
        _insert_tag(annotation=row_id, tag=tag, position=position)


def _user(identity: Identity) -> int:
    assert identity.user_id is not None
    return identity.user_id
