"""`changes` under many writers at once with slow commits: each state is told once to each reader, and what would break that is seen."""

from __future__ import annotations

import contextlib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from random import Random
from threading import Event
from time import sleep
from typing import Any

import pytest
from factories import Put, edit, put_note
from world import Caller, World, at_once

from postil import changes
from postil.db import database
from postil.services import accounts, lookup

WRITERS, READERS = 6, 3


class Ledger:
    """What one reader was told, answer by answer: (note, ETag)."""

    def __init__(self, caller: Caller) -> None:
        self.caller = caller
        self.cursor: str | None = None
        self.told: list[tuple[str, str]] = []

    def catch_up(self, limit: int = 4) -> None:
        more = True
        while more:
            answer = self.caller.changes(self.cursor, limit=limit)
            self.told += [(entry["annotation"]["id"].rsplit("/", 1)[1], entry["etag"]) for entry in answer["notes"]]
            self.cursor, more = answer["cursor"], answer["more"]

    def missed(self, puts: list[Put]) -> list[str]:
        """The notes whose last state was not the last one told of them."""
        last = dict(self.told)
        return [put.id for put in puts if last.get(put.id) != put.etag]

    def told_twice(self) -> list[tuple[str, str]]:
        return [state for state, times in Counter(self.told).items() if times > 1]


def storm(world: World, seed: int) -> tuple[list[Ledger], list[Put]]:
    """Writers that create and edit in two teams while readers read; then all readers catch up. (readers, every note's last state)."""
    names = [f"writer{n}" for n in range(WRITERS)]
    teams = [world.team(names[0], **dict.fromkeys([*names[1:], "reader"], "member")) for _ in range(2)]
    ledgers = [Ledger(world.as_user("reader")) for _ in range(READERS)]
    done = Event()

    def write(name: str) -> list[Put]:
        chance, caller, puts = Random(f"{seed} {name}"), world.as_user(name), []
        for _ in range(3):
            put = put_note(caller, chance.choice(teams))
            puts.append(edit(caller, put, "again") if chance.random() < 0.5 else put)
        return puts

    def read(ledger: Ledger) -> None:
        while not done.is_set():
            ledger.catch_up()

    with ThreadPoolExecutor(READERS) as threads:
        readers = [threads.submit(read, ledger) for ledger in ledgers]
        try:
            puts = [put for written in at_once(*(lambda name=name: write(name) for name in names)) for put in written]
        finally:
            done.set()
    for reader in readers:
        reader.result()  # a reader that failed has told nothing
    for ledger in ledgers:
        ledger.catch_up()
    return ledgers, puts


@pytest.fixture
def slow_commits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between taking a revision and the commit other writers and readers get their turn."""
    real, chance = changes._index, Random(7)

    def index(**values: Any) -> Any:
        done = real(**values)
        sleep(chance.uniform(0, 0.02))  # the slowness itself, not a wait for anything
        return done

    monkeypatch.setattr(changes, "_index", index)


@pytest.mark.usefixtures("slow_commits")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_is_missed_and_nothing_told_twice(world: World, seed: int) -> None:
    ledgers, puts = storm(world, seed)
    for ledger in ledgers:
        assert ledger.missed(puts) == []
        assert ledger.told_twice() == []


# --- what would break it is seen -------------------------------------------------------------------------------------------------------


def test_revisions_that_are_taken_early_lose_changes(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Taken and given away before the write is committed: a reader sees a later one, and never looks back for this one."""
    if world.kind == "sqlite":
        pytest.skip("SQLite has one writer at a time, so none can commit before another that began earlier")
    team = world.team("ada", bob="member", cleo="member")
    ada, cleo, ledger = world.as_user("ada"), world.as_user("cleo"), Ledger(world.as_user("bob"))
    puts = [put_note(cleo, team)]
    real, overtaken = changes._next_revision, []

    def early(group: int) -> int:
        revision: int = at_once(lambda: committed(group))[0]
        if not overtaken:
            overtaken.append(revision)
            at_once(lambda: puts.append(put_note(cleo, team)))
            at_once(ledger.catch_up)
        return revision

    def committed(group: int) -> int:
        with database.connection_context():
            return real(group)

    monkeypatch.setattr(changes, "_next_revision", early)
    puts.append(put_note(ada, team))
    ledger.catch_up()
    assert ledger.missed(puts) == [puts[-1].id]


def test_revisions_that_are_read_after_the_rows_lose_changes(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cursor would tell of what the answer does not hold."""
    team = world.team("ada", bob="member")
    ada, ledger = world.as_user("ada"), Ledger(world.as_user("bob"))
    puts = [put_note(ada, team)]
    real = changes.changes_since

    def late(cursor: Any, identity: Any, limit: int) -> Any:
        answer = real(cursor, identity, limit)
        if len(puts) == 1:
            at_once(lambda: puts.append(put_note(ada, team)))
        now = accounts.identity_of(identity.user_id, identity.scopes)
        assert now is not None
        return changes.Changes(changes.present(now), False, answer.reset, answer.lost, answer.subjects)

    monkeypatch.setattr(changes, "changes_since", late)
    monkeypatch.setattr(lookup, "snapshot", contextlib.nullcontext)
    ledger.catch_up(limit=100)
    ledger.catch_up(limit=100)
    assert ledger.missed(puts) == [puts[1].id]


@pytest.mark.parametrize("of_one_moment", [True, False])
def test_a_note_that_is_written_between_index_and_notes(world: World, monkeypatch: pytest.MonkeyPatch, of_one_moment: bool) -> None:
    """Told now, it would be told with its change once more."""
    team = world.team("ada", bob="member")
    ada, ledger = world.as_user("ada"), Ledger(world.as_user("bob"))
    puts = [put_note(ada, team)]
    real = changes.changes_since

    def and_then(cursor: Any, identity: Any, limit: int) -> Any:
        answer = real(cursor, identity, limit)
        if len(puts) == 1:
            at_once(lambda: puts.append(edit(ada, puts[0], "between")))
        return answer

    monkeypatch.setattr(changes, "changes_since", and_then)
    if not of_one_moment:
        monkeypatch.setattr(lookup, "snapshot", contextlib.nullcontext)
    ledger.catch_up()
    ledger.catch_up()
    assert ledger.missed(puts[-1:]) == []
    assert ledger.told_twice() == ([] if of_one_moment else [(puts[0].id, puts[1].etag)])
