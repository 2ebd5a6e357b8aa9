"""What must hold of a database whatever happened to the server: every note is there with all that belongs to it, or not at all."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from postil.db import connect, database
from postil.models import Annotation, AnnotationTag, Change, Edit, Group, Operation, Paper, PaperText, Tombstone
from postil.representation import content_of_columns, render


def assert_whole(url: str) -> None:
    """Fails, naming each note that is not whole."""
    before, opened = database.obj, connect(url)
    database.initialize(opened)
    try:
        with database.connection_context():
            broken = list(_broken())
    finally:
        opened.close_all()
        database.initialize(before)
    assert not broken, "\n".join(broken[:20])


def _broken() -> Iterator[str]:
    yield from _notes()
    yield from _index()
    yield from _operations()
    yield from _words()


def _notes() -> Iterator[str]:
    keys, groups = dict(Paper.select(Paper.id, Paper.key).tuples()), dict(Group.select(Group.id, Group.public_id).tuples())
    tags, edits = _tags(), _edits()
    told = {(c.group_id, c.subject): c.action for c in Change.select().where(Change.kind == "note")}
    for row in Annotation.select():
        content = content_of_columns(row.__data__, keys[row.paper_id], groups[row.group_id], tags[row.id])
        if _read(render(content, row.uuid, keys[row.paper_id], row.creator_id, row.modified)) != _read(bytes(row.doc)):
            yield f"{row.uuid}: its document is not what its columns and tags say"
        if edits[row.id] != list(range(1, row.number)):
            yield f"{row.uuid}: state {row.number} with the earlier states {edits[row.id]}"
        expected = "write" if row.deleted_at is None else "delete"
        if told.get((row.group_id, str(row.uuid))) != expected:
            yield f"{row.uuid}: {expected} is told as {told.get((row.group_id, str(row.uuid)))}"


def _read(doc: bytes) -> Any:
    """PostgreSQL's columns keep no order of members; placeholders are no JSON."""
    return json.loads(doc, strict=False)


def _tags() -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for tag in AnnotationTag.select().order_by(AnnotationTag.position):
        found[tag.annotation_id].append(tag.tag)
    return found


def _edits() -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for edit in Edit.select(Edit.annotation, Edit.number).order_by(Edit.number):
        found[edit.annotation_id].append(edit.number)
    return found


def _index() -> Iterator[str]:
    """A change of a note leads to the note, or to what is left of it; and no group has told more than it counted."""
    notes = {(group, str(uuid)) for group, uuid in Annotation.select(Annotation.group, Annotation.uuid).tuples()}
    left = {(group, str(uuid)) for group, uuid in Tombstone.select(Tombstone.group, Tombstone.annotation).tuples()}
    counted = dict(Group.select(Group.id, Group.revision).tuples())
    for change in Change.select():
        place = (change.group_id, change.subject)
        if change.revision > counted[change.group_id]:
            yield f"{place}: revision {change.revision} of {counted[change.group_id]}"
        if change.kind == "note" and place not in (left if change.action == "move-out" else notes | left):
            yield f"{place}: {change.action} of a note that is not there"


def _operations() -> Iterator[str]:
    """An operation is remembered with the state that it made."""
    numbers: dict[Any, int] = dict(Annotation.select(Annotation.uuid, Annotation.number).tuples())
    buried = {uuid for (uuid,) in Tombstone.select(Tombstone.annotation).tuples()}
    for operation in Operation.select():
        number = numbers.get(operation.annotation)
        if number is None and operation.annotation not in buried:
            yield f"{operation.annotation}: an operation without its note"
        elif number is not None and operation.number > number:
            yield f"{operation.annotation}: state {operation.number} was made, {number} is there"


def _words() -> Iterator[str]:
    """A paper is found by what sources told of it."""
    indexed = {row for (row,) in database.execute_sql("SELECT rowid FROM paper_words")}
    for (paper,) in PaperText.select(PaperText.paper).where(PaperText.group.is_null()).distinct().tuples():
        if paper not in indexed:
            yield f"paper {paper}: its texts are not found"
