"""Backup and restore by command: one format for both databases, of one moment while others write, whole or not at all."""

from __future__ import annotations

import json
import pathlib
import resource
import zipfile
from typing import Any

import pytest
from commands import Postil, Result, refused
from factories import PAPER, put_note
from lived import live_in
from places import Place, Places
from world import Caller, World

from postil.archive import Archive
from postil.db import database
from postil.errors import SetupError
from postil.services import texts

OTHER = {"sqlite": "postgresql", "postgresql": "sqlite"}


def backup(postil: Postil, place: Place, file: pathlib.Path) -> pathlib.Path:
    done = postil("backup", str(file), **place.settings)
    assert (done.code, done.stderr) == (0, ""), done
    return file


def restore(postil: Postil, place: Place, file: pathlib.Path) -> Result:
    done = postil("restore", str(file), **place.settings)
    assert (done.code, done.stderr) == (0, ""), done
    return done


def parts(file: pathlib.Path) -> dict[str, bytes]:
    """What a backup holds, but for what is said of itself and the epoch."""
    with zipfile.ZipFile(file) as packed:
        found = {name: packed.read(name) for name in packed.namelist()}
    del found["manifest.json"]
    found["meta.jsonl"] = b"".join(line for line in found["meta.jsonl"].splitlines(True) if b'"epoch"' not in line)
    return found


def rows(file: pathlib.Path, table: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in parts(file)[f"{table}.jsonl"].splitlines()]


# --- there and back --------------------------------------------------------------------------------------------------------------------


def test_to_the_other_database_and_back_every_row_is_the_same(
    postil: Postil, world: World, here: Place, place: Places, tmp_path: pathlib.Path
) -> None:
    live_in(world)
    there, back = place(OTHER[world.kind]), place(world.kind)
    first = backup(postil, here, tmp_path / "1.zip")
    restore(postil, there, first)
    second = backup(postil, there, tmp_path / "2.zip")
    restore(postil, back, second)
    third = backup(postil, back, tmp_path / "3.zip")
    before = here.rows()
    assert min(len(table) for name, table in before.items() if name != "Meta") > 0, "a table that is empty shows nothing"
    assert there.rows() == before
    assert back.rows() == before
    assert parts(first) == parts(second) == parts(third)


def test_the_restored_server_reads_and_goes_on(postil: Postil, world: World, here: Place, place: Places, tmp_path: pathlib.Path) -> None:
    lived = live_in(world)
    token = world.as_user("ada").token
    there = place(OTHER[world.kind])
    restore(postil, there, backup(postil, here, tmp_path / "1.zip"))
    with there.bound():
        ada = Caller(world.app, token)
        assert {id: ada.get(f"/annotations/{id}").json for id in lived["notes"]} == lived["notes"]
        assert [ada.get(f"/annotations/{id}").status_code for id in lived["trash"] + lived["gone"]] == [410, 410]
        assert [paper["key"] for paper in ada.get("/papers?q=listed+paper").json["papers"]] == [PAPER], "the full text is there again"
        mine = next(group["id"] for group in ada.get("/groups").json["groups"] if group["kind"] == "personal")
        for _ in range(2):  # the numbers of new rows go on behind those that came
            put_note(ada, mine, "after it", paper="arxiv:2601.00001")


def test_every_client_starts_over(postil: Postil, world: World, here: Place, place: Places, tmp_path: pathlib.Path) -> None:
    ada, there = world.as_user("ada"), place(world.kind)
    put = put_note(ada, world.personal("ada"))
    seen = ada.changes()
    restore(postil, there, backup(postil, here, tmp_path / "1.zip"))
    with there.bound():
        after = Caller(world.app, ada.token).changes(seen["cursor"])
        assert [note["annotation"]["id"].rsplit("/", 1)[1] for note in after["notes"]] == [put.id], "an old cursor holds nothing here"
        assert Caller(world.app, ada.token).put(put.path, put.document, headers=put.condition).headers["ETag"] != put.etag


def test_what_was_deleted_for_good_since_does_not_come_back(
    postil: Postil, world: World, here: Place, place: Places, tmp_path: pathlib.Path
) -> None:
    ada, there = world.as_user("ada"), place(world.kind)
    kept, purged = (put_note(ada, world.personal("ada"), text) for text in ("kept", "purged"))
    file = backup(postil, here, tmp_path / "1.zip")
    there.directory.mkdir(exist_ok=True)
    (there.directory / "purged.txt").write_text(f"note {purged.id} 1764000000000000\n")
    restore(postil, there, file)
    with there.bound():
        assert [Caller(world.app, ada.token).get(put.path).status_code for put in (kept, purged)] == [200, 410]
    assert "purged" not in repr(there.rows()["Annotation"])


def test_an_older_backup_is_brought_to_this_version(postil: Postil, kind: str, place: Places) -> None:
    """`test_upgrades.py` reads what is in it."""
    frozen = pathlib.Path(__file__).parents[1] / "fixtures" / "databases" / "0002_throttle.zip"
    there = place(kind)
    restore(postil, there, frozen)
    assert postil("login-link", **there.settings).code == 0


# --- the file --------------------------------------------------------------------------------------------------------------------------


def test_the_file_is_its_owner_s_alone_and_says_what_it_is(postil: Postil, world: World, here: Place, tmp_path: pathlib.Path) -> None:
    put_note(world.as_user("ada"), world.personal("ada"))
    file = backup(postil, here, tmp_path / "notes.zip")
    assert file.stat().st_mode & 0o777 == 0o600
    with Archive(file) as archive:
        archive.verify()
        assert archive.about["database"] == world.kind
        assert archive.about["migrations"][0] == "0001_initial"
        assert {part.table: part.rows for part in archive.parts}["annotation"] == 1
        assert archive.about["made"].endswith("Z")


def test_a_file_that_is_there_is_replaced_only_on_request(postil: Postil, world: World, here: Place, tmp_path: pathlib.Path) -> None:
    file = tmp_path / "notes.zip"
    file.write_text("something else")
    refused(postil("backup", str(file), **here.settings), str(file), "--force")
    assert file.read_text() == "something else"
    assert postil("backup", str(file), "--force", **here.settings).code == 0
    assert zipfile.is_zipfile(file)


def test_a_full_disk_leaves_nothing_behind_and_the_old_one_whole(postil: Postil, world: World, here: Place, tmp_path: pathlib.Path) -> None:
    put_note(world.as_user("ada"), world.personal("ada"), "".join(f"{n:x}" for n in range(3_000)))
    kept, folder = backup(postil, here, tmp_path / "kept.zip").read_bytes(), tmp_path / "folder"
    folder.mkdir()
    (folder / "old.zip").write_bytes(kept)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, before[1]))
    try:
        new = postil("backup", str(folder / "new.zip"), **here.settings)
        over = postil("backup", str(folder / "old.zip"), "--force", **here.settings)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    refused(new, "new.zip", "cannot be written", "File too large")
    refused(over, "old.zip")
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == {"old.zip": kept}


@pytest.mark.parametrize("where", ["no/such/folder.zip", "folder"])
def test_a_place_that_cannot_be_written(postil: Postil, world: World, here: Place, tmp_path: pathlib.Path, where: str) -> None:
    (tmp_path / "folder").mkdir()
    assert postil("backup", str(tmp_path / where), **here.settings).code == 2


def test_there_is_nothing_to_back_up(postil: Postil, kind: str, place: Places, tmp_path: pathlib.Path) -> None:
    empty = place(kind)
    refused(postil("backup", str(tmp_path / "x.zip"), **empty.settings), "no database" if kind == "sqlite" else "nothing to back up")
    assert not empty.directory.exists() or not list(empty.directory.iterdir())
    assert not (tmp_path / "x.zip").exists()


# --- what is no good -------------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """A backup to spoil."""
    frozen = pathlib.Path(__file__).parents[1] / "fixtures" / "databases" / "0002_throttle.zip"
    file = tmp_path_factory.mktemp("good") / "good.zip"
    file.write_bytes(frozen.read_bytes())
    return file


def entries(file: pathlib.Path) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(file) as packed:
        return packed.infolist()


def refuse_and_leave_alone(postil: Postil, place: Place, file: pathlib.Path, *words: str) -> None:
    refused(postil("restore", str(file), **place.settings), *words)
    if place.url:
        with place.opened():
            assert not database.get_tables()
    else:
        assert not place.directory.exists() or not list(place.directory.iterdir())


def test_a_flipped_bit_is_refused_by_the_name_of_its_part(
    postil: Postil, kind: str, place: Places, good: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    there = place(kind)
    for entry in entries(good):
        spoiled = bytearray(good.read_bytes())
        spoiled[entry.header_offset + 30 + len(entry.filename) + entry.compress_size // 2] ^= 0x10
        (tmp_path / "spoiled.zip").write_bytes(spoiled)
        refuse_and_leave_alone(postil, there, tmp_path / "spoiled.zip", "damaged", entry.filename)


def test_a_byte_that_is_wrong_anywhere_is_refused_or_changes_nothing(good: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """Also in what ZIP says around the parts, such as their times, which nobody reads."""
    whole, file = good.read_bytes(), tmp_path / "spoiled.zip"
    meant = {part: list(Archive(good).lines(part)) for part in Archive(good).parts}
    harmless = 0
    for place in range(0, len(whole), 3):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        try:
            with Archive(file) as archive:
                archive.verify()
                assert {part: list(archive.lines(part)) for part in archive.parts} == meant
                harmless += 1
        except SetupError:
            continue
    assert harmless < len(whole) // 3 // 4


def test_one_that_was_cut_off_is_refused(postil: Postil, place: Places, good: pathlib.Path, tmp_path: pathlib.Path) -> None:
    whole, there = good.read_bytes(), place("sqlite")
    for length in (0, 1, 1000, len(whole) // 2, len(whole) - 1):
        (tmp_path / "cut.zip").write_bytes(whole[:length])
        refuse_and_leave_alone(postil, there, tmp_path / "cut.zip", "cut.zip", "no backup")


def rewritten(good: pathlib.Path, file: pathlib.Path, name: str, content: bytes | None) -> pathlib.Path:
    """A copy in which one part is another, as somebody would make it who does not look after the manifest."""
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(file, "w") as target:
        for entry in source.infolist():
            if entry.filename != name:
                target.writestr(entry.filename, source.read(entry))
        if content is not None:
            target.writestr(name, content)
    return file


def manifest(good: pathlib.Path, **changes: Any) -> bytes:
    with zipfile.ZipFile(good) as packed:
        return json.dumps(json.loads(packed.read("manifest.json")) | changes).encode()


def test_one_that_was_tampered_with_is_refused(
    postil: Postil, kind: str, place: Places, good: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    there = place(kind)
    cases = [
        ("user.jsonl", b"", ("user.jsonl",)),
        ("user.jsonl", None, ("user.jsonl",)),
        ("manifest.json", None, ("no backup",)),
        ("manifest.json", b"{", ("manifest.json",)),
        ("manifest.json", b"[]", ("no backup",)),
        ("manifest.json", manifest(good, kind="another"), ("no backup",)),
        ("manifest.json", manifest(good, version=2), ("newer",)),
        ("manifest.json", manifest(good, migrations=["0001_initial", "9999_later"]), ("newer", "9999_later")),
        ("manifest.json", manifest(good, migrations=[]), ("schema",)),
        ("manifest.json", manifest(good, migrations=["0001_initial"]), ("throttle",)),
        ("manifest.json", manifest(good, parts=[{"table": "x; DROP", "rows": 0, "sha256": ""}]), ("manifest.json",)),
        ("manifest.json", manifest(good, parts=[{"table": "user"}]), ("manifest.json",)),
        ("manifest.json", manifest(good, parts=[]), ("fit",)),
    ]
    for name, content, words in cases:
        refuse_and_leave_alone(postil, there, rewritten(good, tmp_path / "odd.zip", name, content), *words)


@pytest.mark.parametrize("content", [b"", b"no backup at all", b"PK\x03\x04"])
def test_what_is_no_backup_is_refused(postil: Postil, place: Places, tmp_path: pathlib.Path, content: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(content)
    refuse_and_leave_alone(postil, place("sqlite"), tmp_path / "x.zip", "x.zip", "no backup")


def test_no_file_at_all(postil: Postil, kind: str, place: Places, tmp_path: pathlib.Path) -> None:
    refuse_and_leave_alone(postil, place(kind), tmp_path / "nothing.zip", "nothing.zip")


def test_a_database_that_is_not_empty_is_left_alone(postil: Postil, world: World, here: Place, good: pathlib.Path) -> None:
    put_note(world.as_user("ada"), world.personal("ada"))
    before = here.rows()
    refused(postil("restore", str(good), **here.settings), "exists already" if world.kind == "sqlite" else "not empty")
    assert here.rows() == before


def test_a_log_without_its_database_is_not_taken_for_the_new_one_s(postil: Postil, place: Places, good: pathlib.Path) -> None:
    there = place("sqlite")
    there.directory.mkdir()
    there.file.with_name("postil.sqlite3-wal").write_bytes(b"what another database had not yet taken in")
    refused(postil("restore", str(good), **there.settings), "postil.sqlite3-wal")


def test_a_restore_that_breaks_off_leaves_nothing(
    postil: Postil, kind: str, place: Places, good: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise SetupError("the power went")

    there = place(kind)
    with monkeypatch.context() as patched:
        patched.setattr(texts, "index", fail)
        refuse_and_leave_alone(postil, there, good, "the power went")
    restore(postil, there, good)
