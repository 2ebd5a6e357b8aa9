"""The list of what was deleted for good: on disk before the rows go, whole after a crash, and read by a restore."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from postil.errors import Unavailable
from postil.services import purge_list
from postil.services.purge_list import FILE

ACCOUNT = "p7k2m9q4w8x3"


@pytest.fixture(autouse=True)
def directory(tmp_path: Path, settings: object) -> Path:
    purge_list.keep_in(tmp_path / "new")
    return tmp_path / "new"


def test_nothing_was_purged_yet(directory: Path) -> None:
    found = purge_list.read()
    assert (found.notes, found.accounts, found.unreadable) == (set(), set(), ())
    assert not directory.exists()


def test_what_is_added_is_read(directory: Path) -> None:
    first, second = uuid4(), uuid4()
    purge_list.add_notes([first])
    purge_list.add_account(ACCOUNT)
    purge_list.add_notes([second, first])
    found = purge_list.read()
    assert (found.notes, found.accounts, found.unreadable) == ({first, second}, {ACCOUNT}, ())
    assert (directory / FILE).stat().st_mode & 0o077 == 0


def test_a_line_holds_ids_and_a_time_alone(directory: Path) -> None:
    uuid = uuid4()
    purge_list.add_notes([uuid])
    kind, id, at = (directory / FILE).read_text().splitlines()[0].split(" ")
    assert (kind, UUID(id)) == ("note", uuid)
    assert at.isdigit()


def test_a_note_that_was_kept_after_all_is_not_listed(directory: Path) -> None:
    kept, purged, never = uuid4(), uuid4(), uuid4()
    purge_list.add_notes([kept, purged])
    purge_list.take_back(kept)
    purge_list.take_back(never)
    assert purge_list.read().notes == {purged}
    assert str(never) not in (directory / FILE).read_text()
    purge_list.add_notes([kept])
    assert purge_list.read().notes == {purged, kept}, "the last word counts"


@pytest.mark.parametrize("left", [1, 10, 40, 50, 57])
def test_a_line_that_was_cut_off_costs_no_other(directory: Path, left: int) -> None:
    whole, cut, after = uuid4(), uuid4(), uuid4()
    purge_list.add_notes([whole])
    length = (directory / FILE).stat().st_size
    purge_list.add_notes([cut])
    os.truncate(directory / FILE, length + left)
    assert purge_list.read() == purge_list.Purged(frozenset({whole}), frozenset(), (2,))
    purge_list.add_notes([after])
    assert purge_list.read() == purge_list.Purged(frozenset({whole, after}), frozenset(), (2,))


def test_joined_lists_are_a_list(directory: Path) -> None:
    one, other = uuid4(), uuid4()
    purge_list.add_notes([one])
    lines = (directory / FILE).read_text()
    purge_list.keep_in(directory.parent / "another")
    purge_list.add_notes([other])
    (directory.parent / "another" / FILE).write_text(lines + (directory.parent / "another" / FILE).read_text() + lines)
    assert purge_list.read().notes == {one, other}


def test_a_list_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    purge_list.keep_in(tmp_path / "file")
    with pytest.raises(Unavailable, match=r"purged\.txt cannot be written"):
        purge_list.add_notes([uuid4()])
    with pytest.raises(Unavailable, match=r"purged\.txt cannot be read"):
        purge_list.read()


def test_it_is_on_disk_before_the_call_returns(monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    real = os.fsync
    monkeypatch.setattr(os, "fsync", lambda file: (synced.append(file), real(file)))
    purge_list.add_notes([uuid4()])
    assert len(synced) == 2, "the file, and the directory that names it"


def test_a_full_disk_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda file, lines: real(file, lines[:20]))
    with pytest.raises(Unavailable, match="the disk is full"):
        purge_list.add_notes([uuid4()])
    monkeypatch.undo()
    assert purge_list.read().notes == set()
