"""Taking notes out: every note that the caller may see and that the filters let through, in an order that formats can stream.

Visibility first: `policy.visible_to` is the ground, the filters only narrow it. Read some papers at a time by keyset, each time in a
connection of its own, so that an export of any size holds a few hundred notes in memory and no transaction open. Who may see what is
settled when it begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from peewee import Expression, fn

from postil.db import database
from postil.models import Annotation, AnnotationTag, Group, Paper, PaperText, User
from postil.policy import Identity, require, visible_texts, visible_to
from postil.representation import with_base
from postil.services.papers import by_keys, key_of

#: Notes read at a time, as nearly as whole papers allow.
BATCH = 500


def records(identity: Identity, filters: Mapping[str, Any], base: str) -> Iterator[dict[str, Any]]:
    """Records as formats/records.py describes them: by paper, a thread together, oldest first.

    `filters`: paper, group (ids), creator (a name), tag, since, until (microseconds of `created`; until is exclusive); each optional.
    Raises Invalid for a filter that names nothing, before the first record.
    """
    require(identity, "note.list")
    chosen = _chosen(identity, filters)
    return _stream(chosen, visible_texts(identity), base)


def everything(base: str) -> Iterator[dict[str, Any]]:
    """Everybody's notes that are not deleted: for the command line, whose caller owns the server and moves it elsewhere."""
    return _stream(Annotation.deleted_at.is_null(), PaperText.id > 0, base)


def _chosen(identity: Identity, filters: Mapping[str, Any]) -> Expression:
    chosen = visible_to(identity)
    if "paper" in filters:
        paper = by_keys([key_of(filters["paper"], "paper")])
        chosen &= Annotation.paper.in_([p.id for p in paper.values()])
    if "group" in filters:
        member = identity.group(filters["group"])
        chosen &= Annotation.group == (member.group_id if member else -1)
    if "creator" in filters:
        chosen &= Annotation.creator.in_(User.select(User.id).where(User.name == filters["creator"]))
    if "tag" in filters:
        chosen &= Annotation.id.in_(AnnotationTag.select(AnnotationTag.annotation).where(AnnotationTag.tag == filters["tag"]))
    if "since" in filters:
        chosen &= Annotation.created >= filters["since"]
    if "until" in filters:
        chosen &= Annotation.created < filters["until"]
    return chosen


def _stream(chosen: Expression, texts: Expression, base: str) -> Iterator[dict[str, Any]]:
    after = 0
    while True:
        with database.connection_context():
            paper_ids = _next_papers(chosen, after)
            rows = list(_rows(chosen, paper_ids)) if paper_ids else []
            papers = _papers(paper_ids, texts) if paper_ids else {}
        if not paper_ids:
            return
        for paper_id in paper_ids:
            mine = [row for row in rows if row["paper"] == paper_id]
            for row in _by_thread(mine):
                yield _record(row, papers[paper_id], base)
        after = paper_ids[-1]


def _next_papers(chosen: Expression, after: int) -> list[int]:
    """The ids of the next papers that together hold about BATCH notes; at least one, where there is one."""
    query = (
        Annotation.select(Annotation.paper, fn.COUNT(Annotation.id))
        .where(chosen & (Annotation.paper > after))
        .group_by(Annotation.paper)
        .order_by(Annotation.paper)
        .limit(BATCH)
    )
    ids: list[int] = []
    total = 0
    for paper_id, count in query.tuples():
        if ids and total + count > BATCH:
            break
        ids.append(paper_id)
        total += count
    return ids


def _rows(chosen: Expression, paper_ids: list[int]) -> Iterator[dict[str, Any]]:
    query = (
        Annotation.select(
            Annotation.paper, Annotation.uuid, Annotation.root, Annotation.stored, Annotation.doc,
            User.name.alias("user_name"), User.display_name, Group.public_id, Group.name.alias("group_name"), Group.kind,
        )
        .join(User, on=(User.id == Annotation.creator))
        .join(Group, on=(Group.id == Annotation.group))
        .where(chosen & Annotation.paper.in_(paper_ids))
        .order_by(Annotation.stored)
        .dicts()
    )  # fmt: skip
    return iter(query)


def _by_thread(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each thread's root (or, where that is not shown, its first reply) with its replies after it; stable, so oldest first in each."""
    began: dict[Any, int] = {}
    for row in rows:
        began.setdefault(row["root"] or row["uuid"], row["stored"])
    return sorted(rows, key=lambda row: (began[row["root"] or row["uuid"]], row["stored"]))


def _papers(ids: list[int], texts: Expression) -> dict[int, dict[str, Any]]:
    """What is told of each paper. Where no source told its title, the one that a page showed to the caller's groups."""
    seen = PaperText.select(PaperText.paper, PaperText.text).where(PaperText.paper.in_(ids) & (PaperText.field == "title") & texts)
    titles = dict(seen.order_by(PaperText.rank, PaperText.seen_at).tuples())
    told = Paper.select(Paper.id, Paper.key, Paper.title, Paper.authors, Paper.published, Paper.organization, Paper.url)
    papers = {row.pop("id"): row for row in told.where(Paper.id.in_(ids)).dicts()}
    for paper_id, paper in papers.items():
        paper["title"] = paper["title"] or titles.get(paper_id, "")
    return papers


def _record(row: Mapping[str, Any], paper: Mapping[str, Any], base: str) -> dict[str, Any]:
    return {
        "doc": with_base(bytes(row["doc"]), base),
        "paper": paper,
        "creator": {"name": row["user_name"], "display_name": row["display_name"]},
        "group": {"id": row["public_id"], "name": row["group_name"], "kind": row["kind"]},
    }
