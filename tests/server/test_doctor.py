"""`postil doctor`: nothing to say of a server that was lived in, each planted fault by its name, and well again after `--rebuild`."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from commands import Postil, Result, refused
from factories import put_note
from lived import live_in
from places import Place, Places
from world import Caller, World

from postil import clock
from postil.cli import progress
from postil.db import database, is_postgres
from postil.models import Annotation, AnnotationTag, Change, Edit, Group, Paper, PaperText, Tombstone
from postil.services import texts
from postil.services.doctor import documents, notes

WELL = "everything is as it should be\n"


@pytest.fixture
def lived(world: World, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A server to spoil. Batches are so small that there are several."""
    monkeypatch.setattr(notes, "BATCH", 3)
    monkeypatch.setattr("postil.services.doctor.change_index.BATCH", 3)
    monkeypatch.setattr(texts, "BATCH", 2)
    return live_in(world)


@pytest.fixture
def doctor(postil: Postil, here: Place) -> Callable[..., Result]:
    return lambda *options: postil("doctor", *options, **here.settings)


def spoil(*statements: Any) -> None:
    """Do what no foreign key would let pass."""
    with database.connection_context():
        off = "SET session_replication_role = replica" if is_postgres() else "PRAGMA foreign_keys = 0"
        on = "SET session_replication_role = origin" if is_postgres() else "PRAGMA foreign_keys = 1"
        database.execute_sql(off)
        for statement in statements:
            assert statement.execute(), "nothing was spoiled"
        database.execute_sql(on)


def lines(result: Result) -> list[str]:
    assert result.stderr == ""
    return result.stdout.splitlines()


@pytest.mark.parametrize("options", [(), ("--rebuild",)])
def test_a_server_that_was_lived_in_is_well(lived: dict[str, Any], doctor: Callable[..., Result], here: Place, options: Any) -> None:
    before = here.rows()
    assert doctor(*options) == Result(0, WELL, "")
    assert here.rows() == before


def test_who_waits_is_told_what_is_looked_at(world: World, doctor: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "is_watched", lambda: True)
    told = doctor()
    assert told.stdout == WELL
    looked = ("the files", "the database itself", "its tables", "orphans", "the documents of notes", "the change index", "the full text")
    assert told.stderr.splitlines() == [f"looking at {what} …" for what in looked]


def test_a_new_server_is_well(postil: Postil, kind: str, place: Places) -> None:
    """And nothing of it is open to others."""
    there = place(kind)
    assert postil("login-link", **there.settings).code == 0
    assert postil("doctor", **there.settings) == Result(0, WELL, "")


# --- what can be mended ------------------------------------------------------------------------------------------------------------------


NOTE = Annotation.deleted_at.is_null()
TOLD = (Change.kind == "note") & (Change.action == "write")

MENDED = {
    "a document of other words": (lambda: [Annotation.update(doc=b'{"id": 1}').where(NOTE)], "document is not what"),
    "a document that is none": (lambda: [Annotation.update(doc=b"\xff\x01{").where(NOTE)], "document is not what"),
    "a document in the trash": (lambda: [Annotation.update(doc=b"{}").where(~NOTE)], "document is not what"),
    "another text": (lambda: [Annotation.update(note="another").where(Annotation.note == "first")], "document is not what"),
    "another quote": (lambda: [Annotation.update(quote="another").where(Annotation.note == "first")], "document is not what"),
    "a tag too few": (lambda: [AnnotationTag.delete().where(AnnotationTag.tag == "plain")], "document is not what"),
    "no change row": (lambda: [Change.delete().where(TOLD)], "change index says nothing"),
    "told as deleted": (lambda: [Change.update(action="delete").where(TOLD)], "what they are not"),
    "told as written": (
        lambda: [Change.update(action="write").where(Change.subject.in_([str(row.uuid) for row in Annotation.select().where(~NOTE)]))],
        "what they are not",
    ),
    "a note that was lost": (
        lambda: [
            Edit.delete().where(Edit.annotation.in_(Annotation.select(Annotation.id).where(Annotation.note == "a third"))),
            Annotation.delete().where(Annotation.note == "a third"),
        ],
        "change index tells and that are not there",
    ),
    "a revision that was lost": (lambda: [Group.update(revision=1).where(Group.revision > 1)], "have not counted"),
    "words of another text": (lambda: [PaperText.update(text="other words").where(PaperText.field == "title")], "not what their texts say"),
    "no words": (lambda: [Raw("DELETE FROM paper_words")], "not what their texts say"),
    "words of no paper": (
        lambda: [Raw("UPDATE paper_words SET rowid = rowid + 1000000 WHERE rowid = (SELECT MAX(rowid) FROM paper_words)")],
        "that are not there",
    ),
    "a tombstone of a living note": (
        lambda: [
            Tombstone.insert(annotation=row.uuid, group=row.group_id, root=None, at=clock.now())
            for row in Annotation.select().where(Annotation.note == "first")
        ],
        "beside a tombstone",
    ),
}  # fmt: skip


class Raw:
    """A statement that no model can say."""

    def __init__(self, sql: str) -> None:
        self._sql = sql

    def execute(self) -> int:
        return int(database.execute_sql(self._sql).rowcount)


@pytest.mark.parametrize("fault", MENDED)
def test_what_is_derived_is_found_and_mended(lived: dict[str, Any], doctor: Callable[..., Result], fault: str) -> None:
    faults, words = MENDED[fault]
    with database.connection_context():
        statements = faults()
    spoil(*statements)
    found = doctor()
    assert found.code == 1
    assert words in found.stdout
    assert "postil doctor --rebuild" in found.stdout
    mended = doctor("--rebuild")
    assert (mended.code, "; mended\n" in mended.stdout) == (0, True), mended
    assert doctor() == Result(0, WELL, "")


def test_a_rebuilt_note_is_read_and_told(world: World, lived: dict[str, Any], doctor: Callable[..., Result]) -> None:
    ada = world.as_user("ada")
    cursor = ada.changes(limit=200)["cursor"]
    spoil(Annotation.update(doc=b"{}").where(Annotation.note == "first"))
    assert doctor("--rebuild").code == 0
    (told,) = ada.changes(cursor)["notes"]
    id = told["annotation"]["id"].rsplit("/", 1)[1]
    assert ada.get(f"/annotations/{id}").json == lived["notes"][id]


def test_many_are_counted_and_one_is_named(world: World, lived: dict[str, Any], doctor: Callable[..., Result]) -> None:
    with database.connection_context():
        uuids = [str(row.uuid) for row in Annotation.select().where(NOTE).order_by(Annotation.id)]
    spoil(Annotation.update(doc=b"{}").where(NOTE))
    (line,) = lines(doctor())
    assert f"(such as {uuids[0]}): {len(uuids)};" in line


def test_mended_while_others_write(world: World, lived: dict[str, Any], doctor: Callable[..., Result], monkeypatch: Any) -> None:
    """What was written between looking and mending is what counts."""
    ada, group = world.as_user("ada"), world.personal("ada")
    put = put_note(ada, group, "before")
    spoil(Annotation.update(doc=b"{}").where(Annotation.uuid == put.id))
    real = documents._rebuild

    def rebuild(ids: Any) -> None:
        Annotation.update(note="meanwhile").where(Annotation.uuid == put.id).execute()
        real(ids)

    monkeypatch.setattr(documents, "_rebuild", rebuild)
    assert doctor("--rebuild").code == 0
    assert ada.get(put.path).json["body"][0]["value"] == "meanwhile"


# --- what cannot -------------------------------------------------------------------------------------------------------------------------

FOUND = {
    "a tag without its note": (
        lambda: [AnnotationTag.insert(annotation=999_999, tag="x", position=0)], "annotation_tag whose annotation is not there", 1
    ),
    "earlier states without their note": (
        lambda: [Edit.update(annotation=Edit.annotation + 100_000)], "edit whose annotation is not there", None
    ),
    "a paper that was lost": (lambda: [Paper.delete().where(Paper.key.startswith("doi:"))], "annotation whose paper is not there", None),
    "notes in a deleted group": (lambda: [Group.update(kind="deleted").where(Group.kind == "team")], "notes in deleted groups", None),
    "columns that are bent": (
        lambda: [Annotation.update(selectors={"no": "list"}).where(Annotation.note == "first")], "columns cannot be read", 1
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FOUND)
def test_what_was_lost_is_found_and_left_alone(lived: dict[str, Any], doctor: Callable[..., Result], here: Place, fault: str) -> None:
    faults, words, count = FOUND[fault]
    spoil(*faults())
    found = doctor()
    assert found.code == 1
    (line,) = [line for line in lines(found) if words in line]
    assert "restore" in line
    if count:
        assert f": {count};" in line
    before = here.rows()
    again = doctor("--rebuild")
    assert (again.code, words in again.stdout) == (1, True), "not mended, so still found"
    assert here.rows()["Annotation"] == before["Annotation"]


def test_a_deleted_group_keeps_nothing_else_from_being_mended(lived: dict[str, Any], doctor: Callable[..., Result]) -> None:
    """Nobody is told of its notes any more: it counts no changes."""
    with database.connection_context():
        team = Group.select(Group.id).where(Group.kind == "team").scalar()
    unknown = str(UUID(int=1))
    spoil(
        Change.delete().where(TOLD),
        Change.insert(group=team, revision=0, first_revision=0, kind="note", subject=unknown, action="write"),
        Annotation.update(doc=b"{}").where(NOTE),
        Group.update(kind="deleted").where(Group.kind == "team"),
    )
    assert "could not be looked at" not in doctor("--rebuild").stdout
    assert [line.split(" (")[0] for line in lines(doctor())] == ["notes in deleted groups"]


def test_other_notes_are_still_looked_at(lived: dict[str, Any], doctor: Callable[..., Result], monkeypatch: Any) -> None:
    """Those of the same batch too, on either side."""
    monkeypatch.setattr(notes, "BATCH", 500)
    spoil(Annotation.update(doc=b"{}"), Annotation.update(selectors={"no": "list"}).where(Annotation.note == "first"))
    with database.connection_context():
        all_others = Annotation.select().count() - 1
    differing, bent = lines(doctor())
    assert f"): {all_others};" in differing
    assert "columns cannot be read" in bent


# --- the schema --------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ('ALTER TABLE "edit" ADD COLUMN odd TEXT', "drop column edit.odd"),
        ('ALTER TABLE "user" DROP COLUMN display_name', "add column user.display_name"),
        ("DROP TABLE throttle", "create table throttle"),
        ("DROP TABLE paper_words", "create table paper_words"),
        ("DROP INDEX annotation_root", "add index annotation (root)"),
        ("UPDATE schema_migration SET name = '9999_later' WHERE name = '0002_throttle'", "newer Postil has run (9999_later)"),
        ("DELETE FROM schema_migration WHERE name = '0002_throttle'", "have not run (0002_throttle)"),
    ],
)
def test_another_schema(postil: Postil, kind: str, place: Places, change: str, words: str) -> None:
    there = place(kind)
    assert postil("login-link", **there.settings).code == 0
    with there.opened():
        database.execute_sql(change)
    found = postil("doctor", **there.settings)
    assert (found.code, found.stderr) == (1, "")
    assert words in found.stdout


def test_what_this_code_does_not_know_is_not_looked_at(postil: Postil, kind: str, place: Places) -> None:
    there = place(kind)
    assert postil("login-link", **there.settings).code == 0
    with there.opened():
        database.execute_sql("DELETE FROM schema_migration WHERE name = '0002_throttle'")
        database.execute_sql("DROP TABLE throttle")
    (line,) = lines(postil("doctor", **there.settings))
    assert "(0002_throttle): 1;" in line


# --- files -------------------------------------------------------------------------------------------------------------------------------


def test_lines_of_the_purge_list(world: World, here: Place, doctor: Callable[..., Result]) -> None:
    file = here.directory / "purged.txt"
    file.write_text(f"note {UUID(int=1)} 1764000000000000\nnote 0192f3\nwhat is this\n")
    file.chmod(0o600)
    (line,) = lines(doctor())
    assert "purge list" in line
    assert "line 2): 2;" in line


def test_who_else_can_read(world: World, here: Place, doctor: Callable[..., Result]) -> None:
    (here.directory / "purged.txt").touch(0o644)
    (here.directory / "backups").mkdir(0o755)
    here.directory.chmod(0o750)
    names = [here.directory, here.directory / "backups", here.directory / "purged.txt"]
    if here.file.exists():
        here.file.chmod(0o604)
        names.append(here.file)
    told = [line for line in lines(doctor()) if not re.search("-(wal|shm) is", line)]  # which SQLite makes as open as the database
    assert [line.split(" is open")[0] for line in told] == [str(name) for name in names]
    assert all(f"chmod {'700' if name.is_dir() else '600'} {name}" in line for name, line in zip(names, told, strict=True))
    for name in names:
        name.chmod(0o700 if name.is_dir() else 0o600)
    assert doctor().code == 0


def test_a_damaged_file(world: World, here: Place, doctor: Callable[..., Result]) -> None:
    if world.kind == "postgresql":
        pytest.skip("PostgreSQL looks after its files itself")
    ada: Caller = world.as_user("ada")
    for number in range(30):
        put_note(ada, world.personal("ada"), f"note {number} " * 200)
    with database.connection_context():
        database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = database.execute_sql("SELECT rootpage FROM sqlite_master WHERE name = 'change_group_id_revision'").fetchone()
        (size,) = database.execute_sql("PRAGMA page_size").fetchone()
    database.close_all()
    with open(here.file, "r+b") as file:
        file.seek((page - 1) * size + 8)
        file.write(b"\x00" * 64)
    found = doctor()
    assert found.code == 1
    assert "the database file is damaged" in found.stdout
    assert "postil restore" in found.stdout


def test_a_damaged_full_text(lived: dict[str, Any], here: Place, doctor: Callable[..., Result], world: World) -> None:
    if world.kind == "postgresql":
        pytest.skip("its index is one like any other")
    with sqlite3.connect(here.file) as connection:
        assert connection.execute("DELETE FROM paper_words_data WHERE id > 10").rowcount
    connection.close()
    found = doctor()
    assert (found.code, lines(found)) == (1, ["the full-text index is damaged: 1; postil doctor --rebuild mends it"])
    assert doctor("--rebuild").code == 0
    assert doctor() == Result(0, WELL, "")


# --- it cannot look ----------------------------------------------------------------------------------------------------------------------


def test_there_is_nothing_to_look_at(postil: Postil, kind: str, place: Places) -> None:
    refused(postil("doctor", **place(kind).settings), "no database" if kind == "sqlite" else "nothing to look at")


def test_what_could_not_be_looked_at_is_said(world: World, here: Place, doctor: Callable[..., Result], monkeypatch: Any) -> None:
    def fail(*_: Any) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("postil.services.purge_list.read", fail)
    found = doctor()
    assert (found.code, found.stdout) == (2, "the files could not be looked at ([Errno 5] Input/output error)\n")
