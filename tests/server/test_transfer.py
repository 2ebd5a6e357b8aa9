"""`postil export` and `postil import`: from one server to an empty one and out again, byte for byte the same."""

from __future__ import annotations

import csv
import io
import json
import os
import pathlib
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from browsing import entry, take_in
from commands import Postil, refused
from factories import PAPER, edit, mark, move, note, put_note, put_reply, written
from peewee import fn
from world import BASE, ORIGIN, World, at_once

from postil.cli.transfer import _take_in
from postil.db import database
from postil.formats import jsonl
from postil.models import Annotation
from postil.services import importing

HOSTILE = [
    '","postil:group":"x","target":"y"}',
    f'{BASE}annotations/{uuid4()} "id":"{BASE}annotations/x"',
    "a\x01b \x02 \x7f line\u2028separator\u2029 next\x85line \ufeff",
    "\r\n\t> quote\n\n```\n<script>alert(1)</script>\n```\n$x^2$ \\ \\\\ \"'",
    "👩🏽‍🔬 \u202eright to left\u202c e\u0301 \U0010ffff",
    "=1+1",
    "x" * 60_000,
]


def of(world: World, tmp_path: pathlib.Path, request: pytest.FixtureRequest) -> dict[str, str]:
    """The settings of the server under test."""
    return {"POSTIL_DATABASE_URL": request.getfixturevalue("postgres_url")} if world.kind == "postgresql" else {}


@pytest.fixture
def here(world: World, tmp_path: pathlib.Path, request: pytest.FixtureRequest) -> dict[str, Any]:
    return {"directory": tmp_path, **of(world, tmp_path, request)}


@pytest.fixture
def elsewhere(world: World, tmp_path: pathlib.Path, request: pytest.FixtureRequest) -> dict[str, Any]:
    """An empty server of the same kind, with another address."""
    settings: dict[str, Any] = {"directory": tmp_path / "elsewhere", "POSTIL_PORT": "8123"}
    if world.kind == "postgresql":
        server = request.getfixturevalue("postgres")
        name = f"elsewhere_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            connection.execute(f"CREATE DATABASE {name}")
        settings["POSTIL_DATABASE_URL"] = server.get_uri(name)
    return settings


def exported(postil: Postil, file: pathlib.Path, server: dict[str, Any], *options: str) -> bytes:
    done = postil("export", *(options or ("--all",)), "--output", str(file), **server)
    assert (done.code, done.stderr) == (0, "")
    return file.read_bytes()


def imported(postil: Postil, file: pathlib.Path, server: dict[str, Any], *options: str) -> str:
    done = postil("import", str(file), *options, **server)
    assert (done.code, done.stderr) == (0, ""), done.stderr
    return done.stdout.strip()


def populate(world: World) -> int:
    """Several people and teams, every shape of note, hostile texts, threads, moves. Returns the number of notes to be exported."""
    team, other = world.team("ada", bob="member", cleo="reader"), world.team("bob", ada="moderator")
    ada, bob, mine = world.as_user("ada"), world.as_user("bob"), world.personal("ada")
    take_in(entry(13171, key=PAPER, title="A listed paper", organization="Lab"))
    for text in HOSTILE:
        put_note(ada, mine, text, paper="doi:10.1000/x(1)<y>", tags=[text[:90], "plain"], selectors=mark(text[:900] or "x", 0))
    ada.put("/papers/doi:10.1000/x(1)<y>", {"title": HOSTILE[0], "source": "arxiv", "group": mine})
    first = put_note(ada, team, "first", **{"postil:label": "amber", "postil:status": "open"})
    answer = put_reply(bob, team, first, HOSTILE[0])
    put_reply(ada, team, answer, "deep")
    put_note(bob, other, "", paper="arxiv:hep-th/9901001v2")
    put_note(bob, other, "whole paper", field=None)
    carried = put_note(ada, mine, "moved")
    put_reply(ada, mine, carried, "moved along")
    written(move(ada, edit(ada, carried, "moved, edited"), other))
    deleted = put_note(ada, team, "deleted")
    put_reply(bob, team, deleted, "outlives it")
    ada.delete(deleted.path, headers=deleted.condition)
    return len(HOSTILE) + 8


@pytest.fixture
def notes(world: World) -> int:
    return populate(world)


def test_out_in_and_out_again_is_the_same(
    postil: Postil, notes: int, here: dict[str, Any], elsewhere: dict[str, Any], tmp_path: pathlib.Path
) -> None:
    file, again = tmp_path / "notes.jsonl", tmp_path / "again.jsonl"
    first = exported(postil, file, here)
    assert len(first.split(b"\n")) == notes + 1
    # The port alone would not do: a random id may hold its four digits.
    assert ORIGIN.removeprefix("http://").encode() not in first.replace(BASE.encode(), b""), (
        "nothing of the server that wrote it, but in what users wrote"
    )
    assert imported(postil, file, elsewhere) == f"{notes} notes taken in, 0 were here already, 0 refused"
    assert exported(postil, again, elsewhere) == first
    assert imported(postil, file, elsewhere) == f"0 notes taken in, {notes} were here already, 0 refused"
    assert exported(postil, again, elsewhere) == first, "twice changes nothing"
    assert imported(postil, file, here) == f"0 notes taken in, {notes} were here already, 0 refused"


def test_an_export_is_its_owner_s_alone(postil: Postil, notes: int, here: dict[str, Any], tmp_path: pathlib.Path) -> None:
    file = tmp_path / "notes.jsonl"
    exported(postil, file, here)
    assert file.stat().st_mode & 0o077 == 0


def test_people_find_what_is_theirs(
    postil: Postil, world: World, notes: int, here: dict[str, Any], elsewhere: dict[str, Any], tmp_path: pathlib.Path
) -> None:
    file = tmp_path / "notes.jsonl"
    exported(postil, file, here)
    imported(postil, file, elsewhere)
    for name in ("ada", "bob"):
        seen = exported(postil, tmp_path / "old", here, "--user", name)
        assert sorted(seen.splitlines()) == sorted(exported(postil, tmp_path / "new", elsewhere, "--user", name).splitlines()), name
    assert postil("login-link", "--user", "ada", **elsewhere).code == 0
    assert exported(postil, tmp_path / "owner", elsewhere, "--format", "csv").count(b"\n") == 1, "the owner sees no private notes"


def test_lines_in_any_order_make_the_same_threads(
    postil: Postil, notes: int, here: dict[str, Any], elsewhere: dict[str, Any], tmp_path: pathlib.Path
) -> None:
    file, backwards = tmp_path / "notes.jsonl", tmp_path / "backwards.jsonl"
    first = exported(postil, file, here)
    backwards.write_bytes(b"\n".join(reversed(first.splitlines())))
    assert imported(postil, backwards, elsewhere).startswith(f"{notes} notes taken in")
    assert sorted(exported(postil, tmp_path / "x", elsewhere).splitlines()) == sorted(first.splitlines())
    rows = list(csv.DictReader(io.StringIO(exported(postil, tmp_path / "x", elsewhere, "--all", "--format", "csv").decode("utf-8-sig"))))
    first_id = next(row["id"] for row in rows if row["note"] == "first")
    places = [i for i, row in enumerate(rows) if row["note"] in ("first", "deep") or row["reply_to"] == first_id]
    assert places == [places[0], places[0] + 1, places[0] + 2], "the thread stands together"


def test_filters_of_the_command(postil: Postil, notes: int, here: dict[str, Any], tmp_path: pathlib.Path) -> None:
    whole = exported(postil, tmp_path / "x", here, "--user", "ada", "--tag", "plain")
    assert len(whole.splitlines()) >= len(HOSTILE)
    assert exported(postil, tmp_path / "x", here, "--user", "ada", "--paper", "arxiv:2501.99999") == b""
    assert b"moved, edited" in exported(postil, tmp_path / "x", here, "--user", "ada", "--paper", PAPER, "--format", "markdown")


def test_what_the_caller_did_wrong(postil: Postil, world: World, here: dict[str, Any], tmp_path: pathlib.Path) -> None:
    refused(postil("export", "--user", "nobody", **here), "nobody")
    refused(postil("export", "--output", str(tmp_path / "no" / "file"), **here), "cannot be written")
    refused(postil("export", "--paper", "no paper", **here), "paper")
    refused(postil("import", str(tmp_path / "nothing"), **here), "nothing", "cannot be read")
    for arguments in (["--all", "--tag", "x"], ["--all", "--user", "owner"], ["--format", "pdf"]):
        assert postil("export", *arguments, **here).code == 2


# --- lines that cannot be taken in -----------------------------------------------------------------------------------------------------


def line(**changes: Any) -> dict[str, Any]:
    made = note("unused")
    del made["postil:group"]
    made |= {"id": f"urn:uuid:{uuid4()}", "modified": "2026-01-02T03:04:06Z"}
    record = {
        "annotation": made,
        "paper": {"key": PAPER, "title": "T", "authors": [], "published": None, "organization": None, "url": None},
        "creator": {"name": "ada", "display_name": "Ada"},
        "group": {"id": "p7k2m9q4w8x3", "name": "Lab", "kind": "team"},
    }
    for path, value in changes.items():
        part, _, name = path.partition("__")
        record[part] = {**record[part], name: value} if name else value
        if value is ...:
            del record[part][name]
    return record


BAD: list[tuple[Any, str]] = [
    (b"{", "JSON"),
    (b"\xff", "JSON"),
    (b'{"annotation": {"id": "\\ud800"}}', "JSON"),
    ([], "object"),
    (line(annotation__id="urn:uuid:x"), "annotation.id"),
    (line(annotation__target="urn:uuid:x"), "annotation.target"),
    (line(annotation__created="yesterday"), "created"),
    (line(annotation__modified="yesterday"), "modified"),
    (line(annotation__modified="2026-01-02T03:04:06"), "modified"),
    (line(annotation__modified=...), "modified"),
    (line(annotation__modified=5), "modified"),
    (line(annotation__body="x"), "body"),
    (line(annotation__more=1), "more"),
    (line(paper__key="no paper"), "no paper"),
    (line(paper__title="a\0b"), "NUL"),
    (line(paper__authors=[1]), "authors"),
    (line(paper__authors=["a\0b"]), "NUL"),
    (line(creator__name="A B"), "name"),
    (line(creator__display_name="\0"), "NUL"),
    (line(group__id="\0"), "NUL"),
    (line(group__id="x" * 41), "postil:group"),
    (line(group__name="\0"), "NUL"),
    (line(group__kind="deleted"), "group.kind"),
]


def test_a_bad_line_is_named_and_the_others_are_taken_in(
    postil: Postil, world: World, here: dict[str, Any], tmp_path: pathlib.Path
) -> None:
    file = tmp_path / "notes.jsonl"
    good = json.dumps(line()).encode()
    lines = [good, *(bad if isinstance(bad, bytes) else json.dumps(bad).encode() for bad, _ in BAD), b"", json.dumps(line()).encode()]
    file.write_bytes(b"\n".join(lines))
    done = postil("import", str(file), **here)
    assert done.stdout.strip() == f"2 notes taken in, 0 were here already, {len(BAD)} refused"
    told = done.stderr.splitlines()
    assert len(told) == len(BAD)
    for number, (said, (_, word)) in enumerate(zip(told, BAD, strict=True), 2):
        assert said.startswith(f"line {number}: "), said
        assert word in said, said


def test_a_file_opens_nobody_s_own_group(postil: Postil, world: World, here: dict[str, Any], tmp_path: pathlib.Path) -> None:
    """The id of a team's that is somebody's *Only me* here, or of a deleted team, takes no note in and lets nobody in."""
    mine, gone = world.personal("bob"), world.team("bob")
    world.as_user("bob").delete(f"/groups/{gone}")
    file = tmp_path / "notes.jsonl"
    file.write_text("".join(json.dumps(line(group__id=id)) + "\n" for id in (mine, gone)))
    done = postil("import", str(file), **here)
    assert "0 notes taken in, 0 were here already, 2 refused" in done.stdout
    assert done.stderr.count("taken here by another kind of group") == 2


def test_an_address_that_is_none_is_left_out(postil: Postil, here: dict[str, Any], world: World, tmp_path: pathlib.Path) -> None:
    file = tmp_path / "notes.jsonl"
    url = "url:" + "a" * 64
    target = {"annotation__target": note("x", paper=url)["target"]}
    file.write_text(json.dumps(line(paper__key=url, paper__url="javascript:alert(1)", **target)))
    imported(postil, file, here)
    assert b"javascript" not in exported(postil, tmp_path / "x", here)


def taken_in(lines: list[bytes]) -> Iterator[str | None]:
    """Why each line of a file was not taken in."""
    intake = importing.Intake()
    for found in jsonl.read(lines):
        assert isinstance(found, jsonl.Entry)
        yield _take_in(intake, found)


def test_a_file_lets_nobody_into_a_team_that_was_here(postil: Postil, world: World, here: dict[str, Any], tmp_path: pathlib.Path) -> None:
    """Whoever made the file may have written any name into it: the server's owner says so where that is meant."""
    team, file = world.team("ada", bob="member"), tmp_path / "notes.jsonl"
    for name in ("eve", "mallory"):
        world.user_id(name)
    told = {"id": team, "name": "Lab", "kind": "team"}

    def members() -> set[str]:
        return {member["name"] for member in world.as_user("ada").get(f"/groups/{team}/members").json["members"]}

    creators = ("bob", "eve", "stranger")
    of_members = [line(group=told, creator={"name": name, "display_name": name}) for name in creators]
    new_team = [line(creator={"name": name, "display_name": name}) for name in ("mallory", "eve", "newcomer")]
    file.write_text("".join(json.dumps(record) + "\n" for record in of_members + new_team))
    done = postil("import", str(file), **here)
    assert done.stdout.strip() == "4 notes taken in, 0 were here already, 2 refused"
    for number, (said, name) in enumerate(zip(done.stderr.splitlines(), creators[1:], strict=True), 2):
        assert said.startswith(f"line {number}: creator.name: {name} is no member"), said
        assert "--add-members" in said
    assert members() == {"ada", "bob"}
    refused(postil("user", "delete", "stranger", "--yes", **here), "stranger")
    assert imported(postil, file, here, "--add-members") == "2 notes taken in, 4 were here already, 0 refused"
    assert members() == {"ada", "bob", "eve", "stranger"}


def test_a_file_that_is_cut_in_two(
    postil: Postil, notes: int, here: dict[str, Any], elsewhere: dict[str, Any], tmp_path: pathlib.Path
) -> None:
    """For the second part the teams of the first were here before."""
    file, again = tmp_path / "notes.jsonl", tmp_path / "again.jsonl"
    whole = exported(postil, file, here)
    lines = whole.splitlines(keepends=True)
    for part in (lines[: notes // 2], lines[notes // 2 :]):
        again.write_bytes(b"".join(part))
        assert imported(postil, again, elsewhere, "--add-members") == f"{len(part)} notes taken in, 0 were here already, 0 refused"
    assert exported(postil, again, elsewhere) == whole


def test_notes_of_one_moment_take_no_longer_each(world: World, statements: list[tuple[str, Any]]) -> None:
    entries = [json.dumps(line()).encode() for _ in range(40)]
    with database.connection_context():
        counts = []
        for reason in taken_in(entries):
            assert reason is None
            counts.append(len(statements))
            statements.clear()
        assert len(set(counts[5:])) == 1, counts
        stamps = [row.modified for row in Annotation.select().order_by(Annotation.id)]
        assert stamps == list(range(stamps[0], stamps[0] + 40)), "each takes the next that is free"
        statements.clear()
        assert list(taken_in([json.dumps(line()).encode()] * 2)) == [None, "here already"]
        assert len(statements) < counts[5] + 10, "nor does the first of another file"
        assert Annotation.select(fn.MAX(Annotation.modified)).scalar() == stamps[-1] + 1


def test_two_imports_at_once_take_each_note_in_once(world: World, tmp_path: pathlib.Path) -> None:
    entries = [json.dumps(line()).encode() for _ in range(10)]

    def work() -> list[str | None]:
        with database.connection_context():
            return list(taken_in(entries))

    reasons = [reason for told in at_once(work, work, work) for reason in told]
    assert sorted(map(str, reasons)) == ["None"] * 10 + ["here already"] * 20
    with database.connection_context():
        assert Annotation.select().count() == 10
