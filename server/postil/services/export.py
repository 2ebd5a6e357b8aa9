"""Taking notes out: every note that the caller may see and that the filters let through, in an order that formats can stream.

Visibility first: `policy.visible_to` is the ground, the filters only narrow it. Read by keyset, some at a time, each time in a connection
of its own, so that an export of any size holds a few hundred notes in memory and no transaction open. Who may see what is settled when it
begins.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import chain, groupby
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

#: Notes read at a time; by paper as nearly as whole papers allow.
BATCH = 500

#: Papers, people and groups of which an export remembers what is told, so as to ask once. All of them are forgotten when there are more.
REMEMBERED = 8_000

Told = tuple[bytes, Any, Any, Any]  # a record as formats/records.py has it: stored document, paper, creator, group


def records(identity: Identity, filters: Mapping[str, Any], *, by_paper: bool) -> Iterator[Told]:
    """By paper, a thread together, oldest first; or else in whatever order is read fastest.

    `filters`: paper, group (ids), creator (a name), tag, since, until (microseconds of `created`; until is exclusive); each optional.
    Raises Invalid for a filter that names nothing, before the first record.
    """
    require(identity, "note.list")
    chosen = _chosen(identity, filters)
    # The index of the papers' notes passes over what a filter leaves out; the table would be read as a whole.
    notes = _ByPaper(chosen) if by_paper or filters else _AsWritten(chosen)
    return chain.from_iterable(_lots(notes, visible_texts(identity)))


def everything(*, by_paper: bool) -> Iterator[Told]:
    """Everybody's notes that are not deleted: for the command line, whose caller owns the server and moves it elsewhere."""
    chosen = Annotation.deleted_at.is_null()
    return chain.from_iterable(_lots(_ByPaper(chosen) if by_paper else _AsWritten(chosen), PaperText.id > 0))


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


def _lots(notes: _ByPaper | _AsWritten, texts: Expression) -> Iterator[Iterator[Told]]:
    known = _Known(_Papers(texts).told), _Known(_people), _Known(_groups)
    while True:
        with database.connection_context():
            rows = notes.next()
            if not rows:
                return
            docs, *columns = zip(*rows, strict=True)
            # Columns that no facts belong to serve the order alone.
            told = [facts.of(ids) for facts, ids in zip(known, columns, strict=False)]
        yield zip(docs, *told, strict=True)


_TOLD = (Annotation.doc, Annotation.paper, Annotation.creator, Annotation.group)
_Row = tuple[Any, ...]  # these columns, and those that its order needs
_PAPER, _UUID, _ROOT, _STORED = map(itemgetter, (1, 4, 5, 6))


class _AsWritten:
    """The notes that were chosen in the order in which they came into the database, which is nearly that of the table."""

    def __init__(self, chosen: Expression) -> None:
        notes = _read(Annotation.select(*_TOLD, Annotation.id), "NOT INDEXED").order_by(Annotation.id)
        self._after = statement(lambda after: notes.where(chosen & (Annotation.id > after)).limit(BATCH))
        self._last = 0

    def next(self) -> list[_Row]:
        rows: list[_Row] = self._after(after=self._last).fetchall()
        if rows:
            self._last = rows[-1][-1]
        return rows


class _ByPaper:
    """The same by paper, and within one by thread: some papers at a time, with all of their notes."""

    def __init__(self, chosen: Expression) -> None:
        columns = (*_TOLD, Annotation.uuid, Annotation.root, Annotation.stored)
        notes = _read(Annotation.select(*columns), "INDEXED BY annotation_paper_id_group_id_stored").order_by(Annotation.paper)
        self._after = statement(lambda after: notes.where(chosen & (Annotation.paper > after)).limit(BATCH))
        self._of = statement(lambda paper: notes.where(chosen & (Annotation.paper == paper)))
        self._last = 0

    def next(self) -> list[_Row]:
        rows = self._of_whole_papers()
        if rows:
            self._last = _PAPER(rows[-1])
        return [row for _, its in groupby(rows, _PAPER) for row in _by_thread(list(its))]

    def _of_whole_papers(self) -> list[_Row]:
        rows: list[_Row] = self._after(after=self._last).fetchall()
        if len(rows) < BATCH:
            return rows
        last = _PAPER(rows[-1])  # it may have more
        return [row for row in rows if _PAPER(row) != last] or self._of(paper=last).fetchall()


def _read(notes: Any, hint: str) -> Any:
    """SQLite's planner might walk the index of the groups' notes, and sort all that is left for every batch."""
    return notes if is_postgres() else notes.from_(SQL(f'"annotation" AS "t1" {hint}'))


def _by_thread(rows: list[_Row]) -> list[_Row]:
    """Each thread's root (or, where that is not shown, its first reply) with its replies after it; oldest first in each."""
    rows.sort(key=_STORED)
    if not any(map(_ROOT, rows)):  # no replies: most papers
        return rows
    began: dict[Any, int] = {}
    for row in rows:
        began.setdefault(_thread(row), _STORED(row))
    return sorted(rows, key=lambda row: began[_thread(row)])


def _thread(row: _Row) -> Any:
    return _ROOT(row) or _UUID(row)


class _Known(dict[int, dict[str, Any]]):
    """What is told of those that were met, by id."""

    def __init__(self, ask: Callable[[Collection[int]], dict[int, dict[str, Any]]]) -> None:
        super().__init__()
        self._ask = ask

    def of(self, ids: Sequence[int]) -> Iterator[dict[str, Any]]:
        """What is told of each: asked for now, given out one after the other."""
        met = set(ids)
        unmet = met - self.keys()
        if len(self) + len(unmet) > REMEMBERED:
            self.clear()
            unmet = met
        if unmet:
            self.update(self._ask(unmet))
        return map(self.__getitem__, ids)


class _Papers:
    """What is told of papers, with the texts that the caller may read."""

    def __init__(self, texts: Expression) -> None:
        columns = (Paper.id, Paper.key, Paper.title, Paper.authors, Paper.published, Paper.organization, Paper.url)
        self._facts = statement(lambda ids: Paper.select(*columns).where(among(Paper.id, ids)))
        title = (PaperText.field == "title") & texts
        seen = PaperText.select(PaperText.paper, PaperText.text).order_by(*best_last())
        self._titles = statement(lambda ids: seen.where(among(PaperText.paper, ids) & title))

    def told(self, ids: Collection[int]) -> dict[int, dict[str, Any]]:
        """Where no source told a paper's title, the one that a page showed to the caller's groups."""
        facts = self._facts(ids=ids).fetchall()
        untitled = [id for id, _, title, *_ in facts if not title]
        titles = dict(self._titles(ids=untitled).fetchall()) if untitled else {}
        return {
            id: {
                "key": key,
                "title": title or titles.get(id, ""),
                "authors": authors if isinstance(authors, list) else orjson.loads(authors),  # SQLite's JSON is text
                "published": published,
                "organization": organization,
                "url": url,
            }
            for id, key, title, authors, published, organization, url in facts
        }


def _people(ids: Collection[int]) -> dict[int, dict[str, Any]]:
    rows = User.select(User.id, User.name, User.display_name).where(User.id.in_(ids)).tuples()
    return {id: {"name": name, "display_name": shown} for id, name, shown in rows}


def _groups(ids: Collection[int]) -> dict[int, dict[str, Any]]:
    rows = Group.select(Group.id, Group.public_id, Group.name, Group.kind).where(Group.id.in_(ids)).tuples()
    return {id: {"id": public_id, "name": name, "kind": kind} for id, public_id, name, kind in rows}
