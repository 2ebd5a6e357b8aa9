"""A listing's notes in one answer: the indexed query and the byte-join that the stored documents are for.

The answer is made as bytes, documents as stored; who may see what is `policy.visible_to` alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from contextlib import nullcontext
from functools import lru_cache
from itertools import chain
from typing import Any

import orjson
from peewee import JOIN, SQL, fn

from postil import changes, representation
from postil.clock import to_text
from postil.db import is_postgres, snapshot
from postil.models import Annotation
from postil.policy import Identity, Sight, require, seen_by, visible_to
from postil.services import accounts, groups, papers
from postil.services.operations import etag
from postil.statements import among, statement

#: What is asked: the papers as they were spelled, each with its canonical key.
Asked = tuple[tuple[str, str], ...]


def listing_etag(identity: Identity, asked: Asked, base: str) -> str:
    """Changes with all that the answer is made of: the caller, their groups' views and revisions, papers, representation, base."""
    parts = [
        representation.VERSION, base, identity.epoch_tag.hex(), identity.user_id, sorted(identity.scopes),
        sorted((m.group_id, m.view, m.revision) for m in identity.memberships.values()),
        _papers_tag(asked, identity.papers_epoch),
    ]  # fmt: skip
    return '"' + hashlib.sha256(orjson.dumps(parts)).hexdigest()[:32] + '"'


@lru_cache(maxsize=128)
def _papers_tag(asked: Asked, papers_epoch: str | None) -> str:
    """Of these papers, as everyone may know them. Kept until a source tells something of any paper: the same pages ask again and again.

    A paper that no source has told is as one that is not there: else the tag would tell when somebody else notes one in private.
    """
    known = papers.by_keys([key for _, key in asked])
    told = [paper if (paper := known.get(key)) and paper[2] else None for _, key in asked]
    return hashlib.sha256(orjson.dumps([asked, told])).hexdigest()


def look_up(identity: Identity, asked: Asked) -> bytes:
    """The answer's JSON, base not yet put in. The identity's revisions were read first, so the ETag is never newer than the body."""
    require(identity, "note.list")
    known = papers.by_keys([key for _, key in asked])
    envelopes = Envelopes(identity)
    by_paper = envelopes.packed(_notes(papers={id for id, *_ in known.values()}, **seen_by(identity)))
    answer = [b'{"cursor":', orjson.dumps(changes.present(identity).pack(identity)), b',"papers":{']
    for text, key in asked:
        id, its_key, *_ = known.get(key) or (0, key)
        notes = by_paper.get(id, [])
        told = orjson.dumps(text), orjson.dumps(its_key), len(notes) // Envelopes.PIECES
        answer += (b'%s:{"key":%s,"count":%d,"notes":' % told, *_array(notes), b"},")
    answer[-1] = b"}"
    answer += (b'},"people":', envelopes.people(), b',"labels":', envelopes.labels(), b"}")
    return b"".join(answer)


def _array(envelopes: list[bytes]) -> list[bytes]:
    """Envelopes in pieces -> a JSON array in pieces."""
    return [b"[", *envelopes[:-1], b"}]"] if envelopes else [b"[]"]


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

    An envelope is JSON in pieces, a comma after it, joined once with the whole answer: to copy each document costs more than to read it.
    """

    PIECES = 3

    def __init__(self, identity: Identity) -> None:
        self._identity = identity
        self._creators: set[int] = set()
        self._groups: set[int] = set()

    def packed(self, rows: Iterable[tuple[Any, int, int, int, int | None, bytes]]) -> dict[Any, list[bytes]]:
        """Rows of (name, number, group, creator, hidden_at, doc) -> by name the pieces of its envelopes, in the order of the rows."""
        packed: dict[Any, list[bytes]] = {}
        heads: dict[tuple[int, int | None], bytes] = {}  # most notes have one of a few
        for name, number, group, creator, hidden_at, doc in rows:
            self._creators.add(creator)
            self._groups.add(group)
            head = heads.get((number, hidden_at)) or heads.setdefault((number, hidden_at), self._head(number, hidden_at))
            if name in packed:
                packed[name] += head, doc, b"},"
            else:
                packed[name] = [head, doc, b"},"]
        return packed

    def _head(self, number: int, hidden_at: int | None) -> bytes:
        state = {"hidden": to_text(hidden_at)} if hidden_at else {}
        return b'{"etag":%s,"state":%s,"annotation":' % (orjson.dumps(etag(self._identity, number)), orjson.dumps(state))

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
        # What moved out is told as gone; where it is now, its new group tells, and there alone: on another page it would come twice.
        rows = list(_of_ids(identity, [subject for _, kind, subject, action in found.subjects if kind == "note" and action != "move-out"]))
    envelopes = Envelopes(identity)
    packed = envelopes.packed(rows)
    shown = set(map(str, packed))
    member = identity.memberships
    gone = [
        {"id": subject, "group": member[group].public_id}
        for group, kind, subject, action in found.subjects
        if kind == "note" and action != "write" and (subject not in shown or action == "move-out")
    ]
    for group, kind, *_ in found.subjects:
        if kind != "note":
            envelopes.also(group)
    touched = sorted({member[group].public_id for group, kind, _, _ in found.subjects if kind != "note"})
    head = {
        "cursor": found.cursor.pack(identity), "more": found.more, "reset": ["*"] if starts_over else [m.public_id for m in found.reset],
        "lost": groups.public_ids(found.lost), "gone": gone, "groups": touched,
    }  # fmt: skip
    notes = _array(list(chain.from_iterable(packed.values())))
    return b"".join(
        (orjson.dumps(head)[:-1], b',"notes":', *notes, b',"people":', envelopes.people(), b',"labels":', envelopes.labels(), b"}")
    )


def _of_ids(identity: Identity, uuids: list[str]) -> Iterable[Any]:
    if not uuids:
        return []
    columns = (Annotation.uuid, Annotation.number, Annotation.group, Annotation.creator, Annotation.hidden_at, Annotation.doc)
    return Annotation.select(*columns).where(Annotation.uuid.in_(uuids) & visible_to(identity)).order_by(Annotation.modified).tuples()
