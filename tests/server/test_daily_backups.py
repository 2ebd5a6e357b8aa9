"""The backups that a server makes by itself: one a day, the newest whole before the oldest goes, and no harm to anybody else."""

from __future__ import annotations

import logging
import resource
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from factories import put_note
from places import Place
from world import World

from postil import archive, clock, config, upkeep
from postil.archive import UNFINISHED, Archive
from postil.config import Config
from postil.db import alone, connect, database
from postil.services import daily_backups

HOURS = 3_600_000_000_000  # nanoseconds


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[float], None]]:
    """Sets the clock to so many hours after the noon of a day."""
    noon = int(datetime(2026, 3, 1, 12, tzinfo=UTC).timestamp()) * 10**9

    def set_to(hours: float) -> None:
        clock._last = 0  # `now` never goes back by itself
        monkeypatch.setattr(clock.time, "time_ns", lambda: noon + int(hours * HOURS))

    set_to(0)
    yield set_to
    clock._last = 0


@pytest.fixture
def folder(world: World, tmp_path: Path) -> Path:
    return tmp_path / "backups"


def make_due(folder: Path, keep: int = 3) -> Path | None:
    with database.connection_context():
        return daily_backups.make_due(folder, keep)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_one_a_day(folder: Path, world: World, time: Callable[[float], None]) -> None:
    put_note(world.as_user("ada"), world.personal("ada"))
    made = make_due(folder)
    assert made == folder / "daily-20260301T120000Z.zip"
    with Archive(made) as whole:
        whole.verify()
        assert {part.table: part.rows for part in whole.parts}["annotation"] == 1
    assert (folder.stat().st_mode & 0o777, made.stat().st_mode & 0o777) == (0o700, 0o600)
    time(23.9)
    assert make_due(folder) is None
    time(24)
    assert make_due(folder) == folder / "daily-20260302T120000Z.zip"
    assert len(names(folder)) == 2


def test_the_oldest_goes_and_nothing_of_anybody_else_s(folder: Path, time: Callable[[float], None]) -> None:
    folder.mkdir()
    others = ["before-0003_later.zip", "daily-20260101T120000Z.zip.old", "daily-20260230T120000Z.zip", "mine.zip"]
    for name in others:
        (folder / name).write_bytes(b"")
    for day in range(5):
        time(24 * day)
        assert make_due(folder)
    assert names(folder) == sorted([*others, *(f"daily-2026030{day}T120000Z.zip" for day in (3, 4, 5))])
    time(24 * 4 + 1)
    assert make_due(folder, keep=1) is None
    assert names(folder) == sorted([*others, "daily-20260305T120000Z.zip"]), "whoever keeps fewer has room at once"


def test_the_oldest_stays_until_the_newest_is_whole(folder: Path, time: Callable[[float], None], monkeypatch: pytest.MonkeyPatch) -> None:
    make_due(folder, keep=1)
    time(24)
    seen: list[list[str]] = []
    real = archive.Archive.verify

    def look(self: Archive) -> None:
        seen.append(names(folder))
        real(self)

    monkeypatch.setattr(archive.Archive, "verify", look)
    make_due(folder, keep=1)
    assert "daily-20260301T120000Z.zip" in seen[0]
    assert names(folder) == ["daily-20260302T120000Z.zip"]


def test_what_a_crash_has_left_goes(folder: Path, time: Callable[[float], None]) -> None:
    folder.mkdir()
    (folder / f".daily-20260228T120000Z.zip.x7k{UNFINISHED}").write_bytes(b"half of it")
    (folder / f".mine.zip.x7k{UNFINISHED}").write_bytes(b"somebody is writing it")
    make_due(folder)
    assert names(folder) == [f".mine.zip.x7k{UNFINISHED}", "daily-20260301T120000Z.zip"]


@pytest.mark.parametrize("keep", [1, 3])
def test_a_clock_that_was_wrong(folder: Path, time: Callable[[float], None], keep: int) -> None:
    """Once it was in another year: the day that it is now has its backup, which is not the one to go."""
    time(24 * 365)
    make_due(folder, keep)
    for day in range(3):
        time(24 * day)
        assert make_due(folder, keep) == folder / f"daily-2026030{day + 1}T120000Z.zip"
        assert make_due(folder, keep) is None
    assert names(folder) == [f"daily-2026030{day + 1}T120000Z.zip" for day in range(3 - keep, 3)]


def test_one_process_at_a_time(folder: Path, world: World, here: Place, time: Callable[[float], None]) -> None:
    """As two servers of one database are: each with connections of its own."""
    other = connect(here.url or f"sqlite:///{here.file}", connections=1)
    mine = database.obj
    with other.connection_context():
        database.initialize(other)
        with alone():
            database.initialize(mine)
            assert make_due(folder) is None
            database.initialize(other)
        database.initialize(mine)
    other.close_all()
    assert not folder.exists()
    assert make_due(folder)


# --- beside the workers ------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def chosen(settings: Config, tmp_path: Path) -> Config:
    return replace(settings, data_dir=tmp_path)


@pytest.fixture(autouse=True)
def told(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """What is logged, whatever level the application under test is at."""
    caplog.set_level(logging.INFO, "postil.upkeep")
    return caplog


def run(chosen: Config) -> None:
    (job,) = [job for job in upkeep.jobs(chosen) if job.name == "backup"]
    job.run(chosen)


def test_it_is_on_unless_it_is_switched_off(chosen: Config) -> None:
    assert config.from_environment({}).backups == 7
    jobs = [job.name for job in upkeep.jobs(chosen)]
    assert jobs.index("purge") < jobs.index("backup"), "what is gone for good stands in no new backup"
    assert "backup" not in [job.name for job in upkeep.jobs(replace(chosen, backups=0))]


@pytest.fixture
def limited() -> Iterator[None]:
    """No file may pass some bytes, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_is_told_with_what_to_do(
    folder: Path, chosen: Config, time: Callable[[float], None], told: pytest.LogCaptureFixture, request: pytest.FixtureRequest
) -> None:
    run(chosen)
    time(24)
    told.clear()
    request.getfixturevalue("limited")
    run(chosen)
    (line,) = told.records
    assert line.levelname == "WARNING"
    for word in ("daily-20260302T120000Z.zip", "File too large", "make room", "POSTIL_BACKUPS"):
        assert word in line.getMessage()
    assert names(folder) == ["daily-20260301T120000Z.zip"]


def test_it_leaves_room_for_the_notes(
    folder: Path, chosen: Config, time: Callable[[float], None], told: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as nearly_full:
        usage = archive.shutil.disk_usage(folder.parent)._replace(free=daily_backups.LEAVE - 1)
        nearly_full.setattr(archive.shutil, "disk_usage", lambda path: usage)
        run(chosen)
    assert "256 MiB of the disk would be left" in told.text
    assert names(folder) == []
    time(1)
    run(chosen)
    assert names(folder) == ["daily-20260301T130000Z.zip"], "the next hour has it"


def test_a_folder_that_cannot_be_made_is_told(chosen: Config, folder: Path, told: pytest.LogCaptureFixture) -> None:
    folder.write_text("a file")
    run(chosen)
    assert str(folder) in told.text
