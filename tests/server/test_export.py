"""`GET /api/export`: what one may see as a file, in every format, and nothing else."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from browsing import entry, take_in
from factories import PAPER, assert_problem, move, put_note, put_reply, text_of, written
from flask import Flask
from peewee import chunked
from werkzeug.test import TestResponse
from world import BASE, Caller, World

from postil import formats
from postil.clock import now
from postil.db import database
from postil.models import Annotation, Paper
from postil.representation import render
from postil.services import annotations
from postil.services import export as service

OTHER = "arxiv:2501.00001"
MARKER = "wombat7f3a"


def export(caller: Caller, name: str = "jsonl", **filters: str) -> TestResponse:
    answer = caller.get("/export", query_string={"format": name, **filters})
    assert answer.status_code == 200, answer.text
    return answer


def texts(answer: TestResponse) -> list[str]:
    return [text_of(json.loads(line)["annotation"]) for line in answer.text.splitlines()]


def unpacked(answer: TestResponse) -> str:
    if not answer.data.startswith(b"PK"):
        return answer.text
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        return "".join(name + archive.read(name).decode() for name in archive.namelist())


# --- every format ----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", formats.names())
def test_a_file_of_each_format(world: World, ada: Caller, name: str) -> None:
    take_in(entry(13171, title="A paper that was listed", key=PAPER))
    put_note(ada, world.personal("ada"), "what I think", tags=["method"])
    answer = export(ada, name)
    chosen = formats.by_name(name)
    assert answer.content_type == chosen.MEDIA_TYPE
    assert re.fullmatch(rf'attachment; filename="postil-\d{{4}}-\d\d-\d\d\.{chosen.EXTENSION}"', answer.headers["Content-Disposition"])
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "Cookie" in answer.headers["Vary"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "what I think" in unpacked(answer)
    if name != "jsonld":
        assert "A paper that was listed" in unpacked(answer)


@pytest.mark.parametrize("name", formats.names())
def test_nothing_to_export_is_a_file_too(ada: Caller, name: str) -> None:
    assert export(ada, name).status_code == 200


@pytest.mark.parametrize("name", formats.names())
def test_nothing_that_is_another_s_is_in_any_format(world: World, ada: Caller, name: str) -> None:
    """Private notes, those of a team that one has left, hidden and deleted ones, and a title that another team's page showed."""
    carla, mine, team = world.as_user("carla"), world.personal("carla"), world.team("carla", ada="member", memo="member")
    put_note(ada, world.personal("ada"), "visible")
    for place, text in ((mine, "personal"), (world.team("carla"), "team")):
        put_note(carla, place, f"{MARKER} {text}", tags=[f"{MARKER}-tag"])
        carla.put(f"/papers/{PAPER}", {"title": f"{MARKER} title", "source": "arxiv", "group": place})
    hidden = put_note(carla, team, f"{MARKER} hidden")
    with database.connection_context():
        Annotation.update(hidden_at=1).where(Annotation.uuid == hidden.id).execute()
    deleted = put_note(carla, team, f"{MARKER} deleted")
    carla.delete(deleted.path, headers=deleted.condition)
    written(move(carla, put_note(carla, team, f"{MARKER} moved"), mine))
    shown = unpacked(export(ada, name))
    assert "visible" in shown
    assert MARKER not in shown
    with_filters = (
        {"group": mine}, {"creator": "carla"}, {"tag": f"{MARKER}-tag"}, {"paper": PAPER}, {"group": mine, "creator": "carla"},
    )  # fmt: skip
    for filters in with_filters:
        assert MARKER not in unpacked(export(ada, name, **filters)).replace(f"{MARKER}-tag)", ""), filters
    world.set_role(team, "gone", "member")
    put_note(world.as_user("gone"), team, f"{MARKER} mine, left behind")
    carla.delete(f"/groups/{team}/members/{world.user_id('gone')}")
    assert MARKER not in unpacked(export(world.as_user("gone"), name))


def test_whoever_moderates_exports_what_they_see(world: World) -> None:
    team = world.team("olga", mo="moderator", memo="member")
    hidden = put_note(world.as_user("memo"), team, "hidden")
    with database.connection_context():
        Annotation.update(hidden_at=1).where(Annotation.uuid == hidden.id).execute()
    assert [texts(export(world.as_user(name))) for name in ("olga", "mo", "memo")] == [["hidden"]] * 3


def in_rows(answer: TestResponse) -> list[str]:
    """The same of a table, which comes by paper."""
    return [row["note"] for row in csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig")))]


@pytest.fixture
def scattered(world: World, ada: Caller) -> str:
    """Threads on two papers, written turn by turn, with what is not shown among them. The team."""
    team, bob = world.team("ada", bob="member"), world.as_user("bob")
    first = put_note(ada, team, "1")
    other = put_note(bob, team, "0", paper=OTHER)
    put_note(ada, team, "2", tags=["x"])
    gone = put_note(ada, team, "gone")
    answer = put_reply(bob, team, first, "1.1")
    put_reply(ada, team, other, "0.1")
    put_reply(bob, team, gone, "outlives it")
    put_note(world.as_user("carla"), world.personal("carla"), "another's")
    put_reply(ada, team, answer, "1.1.1")
    ada.delete(gone.path, headers=gone.condition)
    return team


def test_threads_stand_together(ada: Caller, scattered: str) -> None:
    assert in_rows(export(ada, "csv")) == ["1", "1.1", "1.1.1", "2", "outlives it", "0", "0.1"]


@pytest.mark.parametrize("batch", [1, 2, 3, 100])
def test_what_needs_no_papers_comes_as_it_was_written(ada: Caller, scattered: str, batch: int, monkeypatch: Any) -> None:
    monkeypatch.setattr(service, "BATCH", batch)
    monkeypatch.setattr(service, "REMEMBERED", 1)
    assert texts(export(ada)) == ["1", "0", "2", "1.1", "0.1", "outlives it", "1.1.1"]
    papers = [json.loads(line)["paper"]["key"] for line in export(ada).text.splitlines()]
    assert papers == [PAPER, OTHER, PAPER, PAPER, OTHER, PAPER, PAPER]


def test_a_filter_narrows_threads_whatever_their_order(ada: Caller, scattered: str) -> None:
    assert texts(export(ada, paper=OTHER)) == ["0", "0.1"]
    assert texts(export(ada, paper=PAPER, creator="bob")) == ["1.1", "outlives it"]
    assert texts(export(ada, tag="x")) == ["2"]


@pytest.mark.parametrize("batch", [1, 2, 3, 4, 100])
def test_however_many_are_read_at_a_time_each_paper_comes_whole(world: World, ada: Caller, batch: int, monkeypatch: Any) -> None:
    monkeypatch.setattr(service, "BATCH", batch)
    team, mine = world.team("ada"), world.personal("ada")
    first = put_note(ada, team, "1")
    for text, paper in (("A", "arxiv:2301.00001"), ("B", OTHER)):
        put_note(ada, mine, text, paper=paper)
    put_note(ada, mine, "2")
    put_reply(ada, team, first, "1.1")
    assert in_rows(export(ada, "csv")) == ["1", "1.1", "2", "A", "B"]


# --- filters ---------------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def several(world: World, ada: Caller) -> str:
    team = world.team("ada", bob="member")
    mine = world.personal("ada")
    put_note(ada, mine, "a", tags=["x", "y"], created="2026-01-01T00:00:00Z")
    put_note(ada, team, "b", tags=["y"], created="2026-01-01T23:59:59.999999Z")
    put_note(world.as_user("bob"), team, "c", created="2026-01-02T01:00:00+02:00")
    put_note(ada, team, "d", paper=OTHER, created="2026-01-02T00:00:00Z")
    return team


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, "abcd"),
        ({"paper": PAPER}, "abc"),
        ({"paper": "https://arxiv.org/abs/2501.00001v3"}, "d"),
        ({"paper": "arxiv:2501.99999"}, ""),
        ({"group": "TEAM"}, "bcd"),
        ({"group": "nothing"}, ""),
        ({"creator": "bob"}, "c"),
        ({"creator": "nobody-here"}, ""),
        ({"tag": "y"}, "ab"),
        ({"tag": "Y"}, ""),
        ({"from": "2026-01-02"}, "d"),
        ({"to": "2026-01-01"}, "abc"),
        ({"from": "2026-01-01", "to": "2026-01-01"}, "abc"),
        ({"from": "2026-01-02", "to": "2026-01-01"}, ""),
        ({"to": "9999-12-31"}, "abcd"),
        ({"group": "TEAM", "paper": PAPER, "creator": "ada", "tag": "y", "from": "2026-01-01"}, "b"),
    ],
)
def test_filters_narrow(ada: Caller, several: str, filters: dict[str, str], expected: str) -> None:
    asked = {name: several if value == "TEAM" else value for name, value in filters.items()}
    assert "".join(texts(export(ada, **asked))) == expected


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({}, "format"), ({"format": ""}, "format"), ({"format": "pdf"}, "format"), ({"format": "__init__"}, "format"),
        ({"format": "csv", "from": "yesterday"}, "from"), ({"format": "csv", "to": "20260101"}, "to"),
        ({"format": "csv", "paper": "no paper"}, "paper"), ({"format": "csv", "tag": "a\0"}, "tag"),
        ({"format": "csv", "other": "x"}, "other"),
    ],
)  # fmt: skip
def test_what_is_asked_wrongly_is_named(ada: Caller, query: dict[str, str], field: str) -> None:
    assert_problem(ada.get("/export", query_string=query), 422, "invalid", field)


# --- streaming -------------------------------------------------------------------------------------------------------------------------


def many(world: World, count: int) -> None:
    """Notes of ada's on 7 papers, written without HTTP."""
    user_id, own = world.user_id("ada"), world.identity("ada").personal
    with database.connection_context():
        papers = [Paper.create(key=f"arxiv:2502.{n:05d}", title=f"Paper {n}") for n in range(7)]
        rows = []
        for n in range(count):
            paper, uuid, stamp = papers[n % 7], UUID(int=n + 1), now()
            new = annotations.Content(
                own.public_id, None, None, (), f"note {n}", (), None, "none", None, None, "https://arxiv.org", None, None, created=stamp
            )
            doc = render(new, uuid, paper.key, user_id, stamp)
            rows.append(
                {
                    "uuid": uuid,
                    "made_in": own.group_id,
                    "creator": user_id,
                    "created": stamp,
                    "stored": stamp,
                    "modified": stamp,
                    "doc": doc,
                }
                | annotations.columns_of(new, own.group_id, paper)
            )
        with database.atomic():
            for some in chunked(rows, 500):
                Annotation.insert_many(some).execute()


def pieces(app: Flask, caller: Caller, name: str, method: str = "GET") -> tuple[Any, Iterator[bytes]]:
    """The answer's headers and its body as the server's gateway takes it: piece by piece, the request being over."""
    client = app.test_client(use_cookies=False)
    answer = client.open(f"{BASE}export?format={name}", method=method, headers=caller.headers, buffered=False)
    assert database.is_closed(), "the request has given its connection back"
    return answer, iter(answer.response)


@pytest.mark.parametrize("name", formats.names())
def test_three_thousand_notes_stream_when_the_request_is_over(world: World, app: Flask, ada: Caller, name: str) -> None:
    many(world, 3000)
    answer, body = pieces(app, ada, name)
    assert answer.status_code == 200
    assert "Content-Length" not in answer.headers
    sizes, whole = [], bytearray()
    for piece in body:
        assert database.is_closed(), "no connection is held while the client reads"
        sizes.append(len(piece))
        whole += piece
    assert len(sizes) > 5
    assert max(sizes) < len(whole) / 3, "not all at once"
    if name == "jsonl":
        assert len({json.loads(line)["annotation"]["id"] for line in whole.splitlines()}) == 3000
    if name == "csv":
        assert len(list(csv.reader(io.StringIO(whole.decode("utf-8-sig"))))) == 3001


def test_head_reads_nothing(world: World, app: Flask, ada: Caller) -> None:
    put_note(ada, world.personal("ada"))
    answer = ada.ask("HEAD", "/export?format=csv")
    assert (answer.status_code, answer.data) == (200, b"")
    assert answer.headers["Content-Disposition"].endswith('.csv"')


def test_a_reader_who_goes_away_leaves_nothing_open(world: World, app: Flask, ada: Caller) -> None:
    many(world, 1200)
    answer, body = pieces(app, ada, "jsonl")
    next(body)
    answer.close()
    assert database.is_closed()


@pytest.mark.parametrize("name", ["jsonl", "csv"])
def test_what_may_be_seen_is_settled_at_the_beginning(world: World, app: Flask, ada: Caller, name: str) -> None:
    """A note that is deleted while the file is written may be missing, and nothing breaks."""
    many(world, 1200)
    _, body = pieces(app, ada, name)
    first = next(body) + next(body)
    with database.connection_context():
        Annotation.update(deleted_at=now()).execute()
    rest = b"".join(body)
    assert 0 < len((first + rest).splitlines()) < 1200
