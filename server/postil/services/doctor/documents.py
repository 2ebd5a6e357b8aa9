"""Whether each note's stored document, and its quote, are what its columns say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import orjson

from postil import changes
from postil.changes import Written
from postil.db import in_transaction, locked, snapshot
from postil.models import Annotation, AnnotationTag, Group, Paper
from postil.representation import content_of_columns, render, with_base
from postil.services.doctor.finding import REBUILD, Finding, Tally
from postil.services.doctor.notes import alive, batches

#: What columns raise that no version of ours has written: no JSON, another shape of it, no key of a paper.
_BENT = (ValueError, TypeError, KeyError, AttributeError)


def look(rebuild: bool) -> Iterator[Finding]:
    differing, bent = Tally(), Tally()
    for ids in batches():
        with snapshot():
            wrong, unreadable = _wrong(ids)
        differing.add(wrong.values())
        bent.add(unreadable)
        if rebuild and wrong:
            in_transaction(lambda ids=list(wrong): _rebuild(ids))  # type: ignore[misc]
    yield from differing.finding("notes whose document is not what their columns say", REBUILD, mended=rebuild)
    yield from bent.finding("notes whose columns cannot be read", "take these notes from a backup: restore it beside and export them")


def _wrong(ids: Sequence[int]) -> tuple[dict[int, Any], list[str]]:
    """(id -> uuid of the notes that differ, what names those that cannot be read). A batch that cannot be read is halved."""
    try:
        return {row.id: row.uuid for row, made in _made(ids) if not _is_same(row, *made)}, []
    except _BENT:
        if len(ids) == 1:
            return {}, [f"row {ids[0]} of annotation"]
        first, second = _wrong(ids[: len(ids) // 2]), _wrong(ids[len(ids) // 2 :])
        return first[0] | second[0], first[1] + second[1]


def _made(ids: Sequence[int]) -> Iterator[tuple[Any, tuple[bytes, str]]]:
    """Each note with what its columns say: document and quote. Inside one transaction or snapshot."""
    tags = AnnotationTag.select(AnnotationTag.annotation, AnnotationTag.tag).where(AnnotationTag.annotation.in_(ids))
    by_note = groupby(tags.order_by(AnnotationTag.annotation, AnnotationTag.position).tuples(), itemgetter(0))
    tagged = {id: [tag for _, tag in rows] for id, rows in by_note}
    rows = list(Annotation.select().where(Annotation.id.in_(ids)).order_by(Annotation.id))
    papers = dict(Paper.select(Paper.id, Paper.key).where(Paper.id.in_({row.paper_id for row in rows})).tuples())
    groups = dict(Group.select(Group.id, Group.public_id).where(Group.id.in_({row.group_id for row in rows})).tuples())
    for row in rows:
        paper = papers[row.paper_id]
        content = content_of_columns(row.__data__, paper, groups[row.group_id], tagged.get(row.id, ()))
        yield row, (render(content, row.uuid, paper, row.creator_id, row.modified), content.quote)


def _is_same(row: Any, document: bytes, quote: str) -> bool:
    """PostgreSQL keeps the members of JSON in an order of its own: the same document may be spelled otherwise."""
    stored = bytes(row.doc)
    return row.quote == quote and (stored == document or _read(stored) == _read(document))


def _read(document: bytes) -> Any:
    """None for what is no document: a rendered one always is."""
    try:
        return orjson.loads(with_base(document, "/"))
    except ValueError:
        return None


def _rebuild(ids: Sequence[int]) -> None:
    """From the columns as they are now; who holds such a note is told, since its ETag stays: its author has written nothing."""
    locked(Annotation.select(Annotation.id).where(Annotation.id.in_(ids)).order_by(Annotation.id)).execute()
    told, written = {id for (id,) in alive().tuples()}, []
    for row, (document, quote) in _made(ids):
        Annotation.update(doc=document, quote=quote).where(Annotation.id == row.id).execute()
        if row.deleted_at is None and row.group_id in told:
            written.append(Written(row.group_id, "note", str(row.uuid), "write"))
    changes.record(written)
