"""The texts of papers: which of several is told, and the full-text index of those that sources told, derived and rebuilt from them.

What is indexed everyone may find: a page's text is its group's alone, so it is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from peewee import SQL, DatabaseError, OperationalError, fn

from postil.db import database, is_postgres
from postil.models import Paper, PaperText
from postil.statements import among, statement
from postil.words import words

#: Papers that are read at a time, where all of them are.
BATCH = 500


def best_last() -> tuple[Any, ...]:
    """An order of texts in which the one to tell comes last: of the highest rank the source seen last, and of that the latest version.

    Versions are compared within one source alone; one that tells no version is as good as its oldest.
    """
    seen = fn.MAX(PaperText.seen_at).over(partition_by=[PaperText.paper, PaperText.field, PaperText.rank, PaperText.source])
    return PaperText.rank, seen, PaperText.version.asc(nulls="FIRST"), PaperText.seen_at


def matching(wanted: list[str]) -> SQL:
    """The ids of papers that hold every word. The last may be the beginning of one: people search while they type."""
    if is_postgres():
        query = " & ".join(f"'{word}'" for word in wanted) + ":*"
        return SQL("(SELECT rowid FROM paper_words WHERE words @@ %s::tsquery)", [query])
    return SQL("(SELECT rowid FROM paper_words WHERE paper_words MATCH ?)", [" ".join(f'"{word}"' for word in wanted) + "*"])


def index(paper_ids: Iterable[int]) -> None:
    """Index these papers by what is told of them now."""
    ids = list(paper_ids)
    found = _words(ids)
    mark = "%s" if is_postgres() else "?"
    value = "array_to_tsvector(string_to_array(%s, ' '))" if is_postgres() else "?"
    for id in ids:
        database.execute_sql(f"DELETE FROM paper_words WHERE rowid = {mark}", [id])  # noqa: S608  (constants, here and below)
        if id in found:
            database.execute_sql(f"INSERT INTO paper_words (rowid, words) VALUES ({mark}, {value})", [id, found[id]])  # noqa: S608


def batches() -> Iterator[list[int]]:
    """The ids of all papers, in their order."""
    after = 0
    while ids := [id for (id,) in Paper.select(Paper.id).where(Paper.id > after).order_by(Paper.id).limit(BATCH).tuples()]:
        yield ids
        after = ids[-1]


def differing(ids: list[int]) -> list[int]:
    """Those of the papers whose index is not what their texts say."""
    wanted = {id: set(text.split()) for id, text in _words(ids).items()}
    indexed = _indexed(ids)
    return [id for id in ids if wanted.get(id, set()) != indexed.get(id, set())]


def strays() -> Iterator[list[int]]:
    """What is indexed of papers that are not there."""
    after, mark = -1, "%s" if is_postgres() else "?"
    query = f"SELECT rowid FROM paper_words WHERE rowid > {mark} AND rowid NOT IN (SELECT id FROM paper) ORDER BY rowid LIMIT {BATCH}"  # noqa: S608
    while ids := [id for (id,) in database.execute_sql(query, [after]).fetchall()]:
        yield ids
        after = ids[-1]


def is_broken() -> bool:
    """Whether the index no longer holds the words that were put into it (FTS5 keeps those beside it; its manual, 6.4)."""
    try:
        if not is_postgres():
            database.execute_sql("INSERT INTO paper_words (paper_words) VALUES ('integrity-check')")
    except OperationalError:  # too busy, for one
        raise
    except DatabaseError:
        return True
    return False


def rebuild() -> None:
    """Make the index anew of the words that were put into it."""
    if not is_postgres():
        database.execute_sql("INSERT INTO paper_words (paper_words) VALUES ('rebuild')")


def _words(ids: list[int]) -> dict[int, str]:
    """Of each field the text to tell."""
    return {
        id: spelled
        for id, texts in groupby(_texts(ids=ids), itemgetter(0))
        if (spelled := " ".join(words(" ".join({field: text for _, field, text in texts}.values()))))
    }


@statement
def _texts(ids: Any) -> Any:
    return (
        PaperText.select(PaperText.paper, PaperText.field, PaperText.text)
        .where(among(PaperText.paper, ids) & PaperText.group.is_null())
        .order_by(PaperText.paper, *best_last())
    )


def _indexed(ids: list[int]) -> dict[int, set[str]]:
    if is_postgres():
        rows = database.execute_sql("SELECT rowid, tsvector_to_array(words) FROM paper_words WHERE rowid = ANY(%s)", [ids])
        return {id: set(found) for id, found in rows.fetchall()}
    rows = database.execute_sql("SELECT rowid, words FROM paper_words WHERE rowid BETWEEN ? AND ?", [ids[0], ids[-1]])
    return {id: set(found.split()) for id, found in rows.fetchall()}
