"""A listing's notes in one answer: the indexed query and the byte-join that the stored documents are for.

The answer is made as bytes, documents as stored; who may see what is `policy.visible_to` alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from typing import Any, NamedTuple

import orjson
from peewee import JOIN, SQL, fn

from postil import changes, representation
from postil.clock import to_text
from postil.db import is_postgres, snapshot
from postil.models import Annotation
from postil.paper_keys import PaperKey
from postil.policy import Identity, Sight, require, seen_by, visible_to
from postil.services import accounts, groups, papers
from postil.services.operations import etag
from postil.services.papers import Known
from postil.statements import among, statement


class Asked(NamedTuple):
    """One key of a look-up: as it was spelled, as it is, and the paper, where the server has it."""

    text: str
    key: PaperKey
    paper: Known | None


def papers_asked(identity: Identity, keys: Mapping[str, PaperKey]) -> list[Asked]:
    """`keys`: canonical, by the text as it was spelled."""
    found = papers.by_keys(list(keys.values()), identity)
    return [Asked(text, key, found.get(str(key))) for text, key in keys.items()]


def listing_etag(identity: Identity, asked: Sequence[Asked]) -> str:
    """Changes with everything that the answer is made of: who asks, their groups' views and revisions, the papers, the representation."""
    parts = [
        representation.VERSION, identity.epoch_tag.hex(), identity.user_id, sorted(identity.scopes),
        sorted((m.group_id, m.view, m.revision) for m in identity.memberships.values()),
        [a.text for a in asked],
        # Only papers that the caller may know of: else the tag would tell when somebody else notes one in private.
        sorted({a.paper[:3] for a in asked if a.paper and a.paper.visible}),
    ]  # fmt: skip
    return '"' + hashlib.sha256(orjson.dumps(parts)).hexdigest()[:32] + '"'


def look_up(identity: Identity, asked: Sequence[Asked]) -> bytes:
    """The answer's JSON, base not yet put in. The identity's revisions were read first, so the ETag is never newer than the body."""
    require(identity, "note.list")
    notes = Envelopes(identity)
    by_paper: dict[int, list[bytes]] = {a.paper.id: [] for a in asked if a.paper}
    for paper, number, group, creator, hidden_at, doc in _notes(papers=list(by_paper), **seen_by(identity)):
        by_paper[paper] += notes.envelope(number, group, creator, hidden_at, doc)
    cursor = changes.present(identity).pack(identity)
    entries = [piece for a in asked for piece in _entry(a, by_paper[a.paper.id] if a.paper else [])]
    return b"".join(
        (
            b'{"cursor":',
            orjson.dumps(cursor),
            b',"papers":{',
            *entries[:-1],
            b'},"people":',
            notes.people(),
            b',"labels":',
            notes.labels(),
            b"}",
        )
    )


def _entry(asked: Asked, notes: list[bytes]) -> list[bytes]:
    """One paper's part, with a comma after it."""
    key = asked.paper.key if asked.paper else str(asked.key)
    head = b'%s:{"key":%s,"count":%d,"notes":[' % (orjson.dumps(asked.text), orjson.dumps(key), len(notes) // Envelopes.PIECES)
    return [head, *notes[:-1], b"]}", b","]


@statement
def _notes(papers: Any, user_id: Any, groups: Any, moderated: Any) -> Any:
    """(paper, number, group, creator, hidden_at, doc) of every visible note on these papers, oldest first.

    SQLite is driven from the list of papers: left to itself its planner may walk another index, 500 times slower on a small database.
    """
    columns = (Annotation.paper, Annotation.number, Annotation.group, Annotation.creator, Annotation.hidden_at, Annotation.doc)
    visible = visible_to(Sight(user_id, groups, moderated))
    if is_postgres():
        query = Annotation.select(*columns).where(among(Annotation.paper, papers) & visible)
    else:
        wanted = fn.json_each(papers).alias("wanted")
        query = (
            Annotation.select(*columns)
            .from_(wanted)
            .join(Annotation, JOIN.CROSS)
            .where((Annotation.paper == SQL("wanted.value")) & visible)
        )
    return query.order_by(Annotation.stored)


class Envelopes:
    """Notes as they travel: the document with its ETag and state beside it; and the people and labels of those that were packed.

    An envelope is JSON in pieces, a comma the last, joined once with the whole answer: to copy each document costs more than to read it.
    """

    PIECES = 4

    def __init__(self, identity: Identity) -> None:
        self._identity = identity
        self._creators: set[int] = set()
        self._groups: set[int] = set()
        self._heads: dict[tuple[int, int | None], bytes] = {}  # most notes have one of a few

    def envelope(self, number: int, group_id: int, creator_id: int, hidden_at: int | None, doc: bytes) -> tuple[bytes, bytes, bytes, bytes]:
        self._creators.add(creator_id)
        self._groups.add(group_id)
        head = self._heads.get((number, hidden_at))
        if head is None:
            state = {"hidden": to_text(hidden_at)} if hidden_at else {}
            head = b'{"etag":%s,"state":%s,"annotation":' % (orjson.dumps(etag(self._identity, number)), orjson.dumps(state))
            self._heads[number, hidden_at] = head
        return head, doc, b"}", b","

    def also(self, group_id: int) -> None:
        """A group that itself changed: its labels travel though no note of it does."""
        self._groups.add(group_id)

    def people(self) -> bytes:
        known = accounts.people(self._creators)
        parts = (orjson.dumps(representation.iri("users", i)) + b":" + orjson.dumps(person) for i, person in sorted(known.items()))
        return b"{" + b",".join(parts) + b"}"

    def labels(self) -> bytes:
        known = groups.labels(self._groups)
        return orjson.dumps({self._identity.memberships[g].public_id: labels for g, labels in sorted(known.items())})


def what_changed(identity: Identity, since: str | None, limit: int) -> bytes:
    """The answer to `GET /api/changes`. A subject that the caller may not see comes out as gone only on delete, hide and move-out."""
    require(identity, "note.list")
    cursor = changes.unpack(since, identity) if since else None
    starts_over = since is not None and cursor is None
    # The index and the notes of one moment: a note that is written between the two would be told now, and with its change again.
    with snapshot() if cursor != changes.present(identity) else nullcontext():
        found = changes.changes_since(cursor, identity, limit)
        rows = list(_of_ids(identity, [subject for _, kind, subject, _ in found.subjects if kind == "note"]))
    notes = Envelopes(identity)
    packed = [piece for _, *row in rows for piece in notes.envelope(*row)]
    shown = {str(uuid) for uuid, *_ in rows}
    member = identity.memberships
    gone = [
        {"id": subject, "group": member[group].public_id}
        for group, kind, subject, action in found.subjects
        if kind == "note" and action != "write" and (subject not in shown or action == "move-out")
    ]
    for group, kind, *_ in found.subjects:
        if kind != "note":
            notes.also(group)
    touched = sorted({member[group].public_id for group, kind, _, _ in found.subjects if kind != "note"})
    head = {
        "cursor": found.cursor.pack(identity), "more": found.more, "reset": ["*"] if starts_over else [m.public_id for m in found.reset],
        "lost": groups.public_ids(found.lost), "gone": gone, "groups": touched,
    }  # fmt: skip
    return b"".join(
        (orjson.dumps(head)[:-1], b',"notes":[', *packed[:-1], b'],"people":', notes.people(), b',"labels":', notes.labels(), b"}")
    )


def _of_ids(identity: Identity, uuids: list[str]) -> Iterable[Any]:
    if not uuids:
        return []
    columns = (Annotation.uuid, Annotation.number, Annotation.group, Annotation.creator, Annotation.hidden_at, Annotation.doc)
    return Annotation.select(*columns).where(Annotation.uuid.in_(uuids) & visible_to(identity)).order_by(Annotation.modified).tuples()
