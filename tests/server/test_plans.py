"""On SQLite a look-up is driven from the papers asked for, an export from paper to paper.

Left to itself its planner walks the index of the groups' notes in a small database: hundreds of times slower, and only there.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

import peewee
import pytest
from factories import PAPER, put_note
from world import World

from postil.db import database
from postil.models import Annotation, Paper
from postil.services import purge, server


@pytest.fixture
def kind() -> str:
    return "sqlite"


def fill(papers: int, world: World) -> None:
    """Copies of one note, a note a paper, all in one group: the worst case for an index by group."""
    row = Annotation.select().dicts().get()
    Paper.insert_many([{"key": f"arxiv:2504.{n:05}"} for n in range(1, papers + 1)]).on_conflict_ignore().execute()
    ids = [id for (id,) in Paper.select(Paper.id).tuples()]
    first = row.pop("id")
    rows = [row | {"uuid": f"{n:032x}", "paper": id, "stored": n, "modified": n} for n, id in enumerate(ids, first)]
    for chunk in peewee.chunked(rows, 100):
        Annotation.insert_many(chunk).execute()


@pytest.mark.parametrize(("papers", "analysed"), [(0, False), (3, False), (300, False), (1000, True)])
def test_the_look_up_walks_from_the_papers(world: World, statements: list[tuple[str, Any]], papers: int, analysed: bool) -> None:
    ada, group = world.as_user("ada"), world.personal("ada")
    world.team("ada")
    put_note(ada, group)
    with database.connection_context():
        with database.atomic():
            fill(papers, world)
        if analysed:
            database.execute_sql("ANALYZE")
    for _ in range(2):  # the first time the papers are asked for besides, for the answer's tag
        statements.clear()
        assert ada.look_up(PAPER, *(f"arxiv:2504.{n:05}" for n in range(1, 21))).status_code == 200
    with database.connection_context():
        papers, plan = (
            [detail for *_, detail in database.execute_sql(f"EXPLAIN QUERY PLAN {text}", values)]
            for text, values in list(statements)
            if "wanted" in text
        )
    assert papers[0].startswith("SCAN wanted VIRTUAL TABLE"), papers
    assert "USING INDEX paper_key (key=?)" in papers[1], papers
    assert plan[0].startswith("SCAN wanted VIRTUAL TABLE"), plan
    notes = [step for step in plan[1:] if step.startswith(("SCAN", "SEARCH", "MULTI")) and "json_each" not in step]
    assert len(notes) == 1, plan
    assert "USING INDEX annotation_paper_id_group_id_stored (paper_id=?" in notes[0], plan


BY_PAPER = "SEARCH t1 USING INDEX annotation_paper_id_group_id_stored (paper_id>?)"
OF_PAPER = "SEARCH t1 USING INDEX annotation_paper_id_group_id_stored (paper_id=?"


@pytest.mark.parametrize(
    ("asked", "walk"),
    [
        ("csv", BY_PAPER),
        (f"csv&paper={PAPER}", OF_PAPER),
        ("jsonl", "SEARCH t1 USING INTEGER PRIMARY KEY (rowid>?)"),
        (f"jsonl&paper={PAPER}", OF_PAPER),
        ("jsonl&tag=x", BY_PAPER),
    ],
)
def test_an_export_walks_in_its_order_and_sorts_nothing(world: World, statements: list[tuple[str, Any]], asked: str, walk: str) -> None:
    ada, group = world.as_user("ada"), world.personal("ada")
    put_note(ada, group)
    with database.connection_context(), database.atomic():
        fill(300, world)
    statements.clear()
    assert ada.get(f"/export?format={asked}").status_code == 200
    query = next(statement for statement in statements if "LIMIT" in statement[0])
    with database.connection_context():
        plan = [detail for *_, detail in database.execute_sql(f"EXPLAIN QUERY PLAN {query[0]}", query[1])]
    assert plan[0].startswith(walk), plan
    assert not [step for step in plan if "ORDER BY" in step], plan


def test_what_is_due_is_found_by_the_time_of_its_deletion(world: World, statements: list[tuple[str, Any]]) -> None:
    with database.connection_context():
        statements.clear()
        purge.due()
        query = next(statement for statement in statements if '"deleted_at" <=' in statement[0])
        plan = [detail for *_, detail in database.execute_sql(f"EXPLAIN QUERY PLAN {query[0]}", query[1])]
    assert len(plan) == 1
    assert "INDEX annotation_deleted_at (deleted_at" in plan[0]


def test_neither_a_start_nor_a_search_for_what_is_due_waits_for_a_writer(world: World) -> None:
    with closing(sqlite3.connect(database.obj.database, isolation_level=None)) as writer, database.connection_context():
        writer.execute("BEGIN IMMEDIATE")
        server.initialise()
        assert purge.notes(Annotation.deleted_at <= 0) == 0
