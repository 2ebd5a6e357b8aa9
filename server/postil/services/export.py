"""Taking notes out: every note that the caller may see and that the filters let through, in an order that formats can stream.

Visibility first: `policy.visible_to` is the ground, the filters only narrow it. Read some papers at a time by keyset, each time in a
connection of its own, so that an export of any size holds a few hundred notes in memory and no transaction open. Who may see what is
settled when it begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

import orjson
from peewee import SQL, Expression

from postil.db import database, is_postgres
from postil.models import Annotation, AnnotationTag, Group, Paper, PaperText, User
from postil.policy import Identity, require, visible_texts, visible_to
from postil.services.papers import by_key, key_of
from postil.services.texts import best_last
from postil.statements import among, statement

#: Notes read at a time, as nearly as whole papers allow.
BATCH = 500

Told = tuple[bytes, dict[str, Any], dict[str, Any], dict[str, Any]]  # stored document, paper, creator, group


def records(identity: Identity, filters: Mapping[str, Any]) -> Iterator[Told]:
    """What formats/records.py makes records of: by paper, a thread together, oldest first.

    `filters`: paper, group (ids), creator (a name), tag, since, until (microseconds of `created`; until is exclusive); each optional.
    Raises Invalid for a filter that names nothing, before the first record.
    """
    require(identity, "note.list")
    chosen = _chosen(identity, filters)
    return _stream(_Notes(chosen), _Papers(visible_texts(identity)))


def everything() -> Iterator[Told]:
    """Everybody's notes that are not deleted: for the command line, whose caller owns the server and moves it elsewhere."""
    return _stream(_Notes(Annotation.deleted_at.is_null()), _Papers(PaperText.id > 0))


def _chosen(identity: Identity, filters: Mapping[str, Any]) -> Expression:
    chosen = visible_to(identity)
    if "paper" in filters:
        paper = by_key(key_of(filters["paper"], "paper"))
        chosen &= Annotation.paper == (paper.id if paper else -1)
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


def _stream(notes: _Notes, papers: _Papers) -> Iterator[Told]:
    after = 0
    people: dict[int, dict[str, Any]] = {}
    groups: dict[int, dict[str, Any]] = {}
    while True:
        with database.connection_context():
            rows = notes.of_next_papers(after)
            if not rows:
                return
            told = papers.told([paper_id for paper_id, _ in groupby(rows, _PAPER)])
            _learn(people, {row[4] for row in rows}, _people)
            _learn(groups, {row[5] for row in rows}, _groups)
        for paper_id, its in groupby(rows, _PAPER):
            paper = told[paper_id]
            for _, _, _, _, creator, group, doc in _by_thread(list(its)):
                yield doc, paper, people[creator], groups[group]
        after = rows[-1][0]


_Row = tuple[int, Any, Any, int, int, int, bytes]  # paper, uuid, root, stored, creator, group, doc
_PAPER, _ROOT, _STORED = itemgetter(0), itemgetter(2), itemgetter(3)


class _Notes:
    """The notes that were chosen, some papers at a time."""

    def __init__(self, chosen: Expression) -> None:
        self._after = statement(lambda after: _rows(chosen & (Annotation.paper > after)).limit(BATCH))
        self._of = statement(lambda paper: _rows(chosen & (Annotation.paper == paper)))

    def of_next_papers(self, after: int) -> list[_Row]:
        """About BATCH notes, and all of each of their papers."""
        rows: list[_Row] = self._after(after=after).fetchall()
        if len(rows) < BATCH:
            return rows
        last = rows[-1][0]  # it may have more
        return [row for row in rows if row[0] != last] or self._of(paper=last).fetchall()


def _rows(chosen: Expression) -> Any:
    """By the index of the papers' notes: SQLite's planner might walk one of the groups', and sort all that is left for every batch."""
    columns = (Annotation.paper, Annotation.uuid, Annotation.root, Annotation.stored, Annotation.creator, Annotation.group, Annotation.doc)
    notes = Annotation.select(*columns)
    if not is_postgres():
        notes = notes.from_(SQL('"annotation" AS "t1" INDEXED BY "annotation_paper_id_group_id_stored"'))
    return notes.where(chosen).order_by(Annotation.paper)


def _by_thread(rows: list[_Row]) -> list[_Row]:
    """Each thread's root (or, where that is not shown, its first reply) with its replies after it; oldest first in each."""
    rows.sort(key=_STORED)
    if not any(map(_ROOT, rows)):  # no replies: most papers
        return rows
    began: dict[Any, int] = {}
    for _, uuid, root, stored, *_ in rows:
        began.setdefault(root or uuid, stored)
    return sorted(rows, key=lambda row: began[row[2] or row[1]])


class _Papers:
    """What is told of papers, with the texts that the caller may read."""

    def __init__(self, texts: Expression) -> None:
        columns = (Paper.id, Paper.key, Paper.title, Paper.authors, Paper.published, Paper.organization, Paper.url)
        self._facts = statement(lambda ids: Paper.select(*columns).where(among(Paper.id, ids)))
        title = (PaperText.field == "title") & texts
        seen = PaperText.select(PaperText.paper, PaperText.text).order_by(*best_last())
        self._titles = statement(lambda ids: seen.where(among(PaperText.paper, ids) & title))

    def told(self, ids: list[int]) -> dict[int, dict[str, Any]]:
        """Where no source told a paper's title, the one that a page showed to the caller's groups."""
        titles = dict(self._titles(ids=ids).fetchall())
        return {
            id: {
                "key": key,
                "title": title or titles.get(id, ""),
                "authors": authors if isinstance(authors, list) else orjson.loads(authors),  # SQLite's JSON is text
                "published": published,
                "organization": organization,
                "url": url,
            }
            for id, key, title, authors, published, organization, url in self._facts(ids=ids)
        }


def _people(ids: set[int]) -> dict[int, dict[str, Any]]:
    rows = User.select(User.id, User.name, User.display_name).where(User.id.in_(ids)).tuples()
    return {id: {"name": name, "display_name": shown} for id, name, shown in rows}


def _groups(ids: set[int]) -> dict[int, dict[str, Any]]:
    rows = Group.select(Group.id, Group.public_id, Group.name, Group.kind).where(Group.id.in_(ids)).tuples()
    return {id: {"id": public_id, "name": name, "kind": kind} for id, public_id, name, kind in rows}


def _learn(known: dict[int, dict[str, Any]], ids: set[int], ask: Callable[[set[int]], dict[int, dict[str, Any]]]) -> None:
    """Ask about those that were not met before in this export."""
    unmet = ids - known.keys()
    if unmet:
        known |= ask(unmet)
