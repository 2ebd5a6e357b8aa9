"""Deleting for good: on the author's word, after 30 days, with the account. No word of it stays; what it was part of does."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from factories import PAPER, Put, assert_problem, edit, ids_of, mark, move, note, put_note, put_reply, written
from world import Caller, World, at_once, key

from postil import clock
from postil.clock import DAY
from postil.db import database
from postil.models import Annotation, Change, Operation, Token, Tombstone
from postil.services import pairing, purge, purge_list, tokens

CANARY = "kakapo9c41"


@pytest.fixture
def listed(tmp_path: Path, world: World) -> Path:
    """A purge list of the test's own."""
    purge_list.keep_in(tmp_path / "list")
    return tmp_path / "list" / purge_list.FILE


@pytest.fixture
def ada(world: World, listed: Path) -> Caller:
    return world.as_user("ada")


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Sets the server's clock ahead by so many days. Sessions and tokens of the tests never expire."""
    real = clock.time.time_ns
    ahead = [0]
    monkeypatch.setattr(clock.time, "time_ns", lambda: real() + ahead[0])

    def wait(days: float) -> None:
        ahead[0] += int(days * DAY * 1000)

    return wait


@pytest.fixture(autouse=True)
def clock_as_before(later: Any) -> Iterator[None]:
    """`now` never goes back by itself."""
    yield
    clock._last = 0


def discard(caller: Caller, put: Put) -> Put:
    assert caller.delete(put.path, headers=put.condition).status_code == 204
    return put


def in_trash(put: Put) -> str:
    return f"/trash/{put.id}"


def sweep() -> purge.Swept:
    with database.connection_context():
        return purge.due()


def canary(caller: Caller, group: str) -> Put:
    """A note with the canary in everything that its author can write, now and before."""
    first = put_note(caller, group, f"{CANARY}-first", tags=[f"{CANARY}-tag"], selectors=mark(f"{CANARY}-quote"))
    second = edit(caller, first, f"{CANARY}-second")
    elsewhere = {"target": second.document["target"] | {"source": f"https://example.org/{CANARY}"}}
    return written(caller.put(second.path, second.document | elsewhere, headers=second.condition))


# --- on the author's word ----------------------------------------------------------------------------------------------------------------


def test_no_word_of_it_stays(world: World, team: str, ada: Caller, bob: Caller, everything: Callable[[], str]) -> None:
    put = canary(ada, world.personal("ada"))
    put = written(move(ada, put, team))
    answer = put_reply(bob, team, put, "an answer that stays")
    assert CANARY in everything()
    discard(ada, put)
    assert CANARY in everything(), "the trash keeps all that it was"
    assert ada.delete(in_trash(put)).status_code == 204
    assert CANARY not in everything()
    assert_problem(ada.get(put.path), 410, "gone")
    assert_problem(ada.post(f"{put.path}/restore"), 410, "gone")
    assert_problem(ada.get(f"{put.path}/history"), 410, "gone")
    assert_problem(ada.put(put.path, note(team)), 410, "gone")
    assert bob.get(answer.path).json["target"] == put.document["id"], "an answer stays, under a note that is no more"
    assert ids_of(bob.look_up(PAPER).json["papers"][PAPER]) == [answer.id]


def test_a_tombstone_says_no_more_than_that_it_was(team: str, ada: Caller, listed: Path) -> None:
    put = discard(ada, put_note(ada, team))
    before = clock.now()
    ada.delete(in_trash(put))
    with database.connection_context():
        (left,) = Tombstone.select().where(Tombstone.annotation == put.id)
        (told,) = Change.select().where(Change.subject == put.id)
        assert (left.group.public_id, left.root) == (team, None)
    assert before < left.at < clock.now()
    assert told.action == "delete"
    assert put.id in listed.read_text()


def test_a_live_note_is_not_deleted_for_good(team: str, ada: Caller, bob: Caller, listed: Path) -> None:
    put = put_note(ada, team)
    assert_problem(ada.delete(in_trash(put)), 409, "not-in-trash")
    assert_problem(bob.delete(in_trash(put)), 403, "not-allowed")
    assert ada.get(put.path).status_code == 200
    assert not listed.exists()


def test_nobody_elses_trash(world: World, team: str, ada: Caller, bob: Caller) -> None:
    put = discard(ada, put_note(ada, team))
    assert_problem(bob.delete(in_trash(put)), 410, "gone")
    assert_problem(world.as_user("cleo").delete(in_trash(put)), 404, "not-found")
    assert ada.post(f"{put.path}/restore").status_code == 200


def test_a_repeat_is_answered_alike(team: str, ada: Caller) -> None:
    put, operation = discard(ada, put_note(ada, team)), key()
    assert ada.delete(in_trash(put), headers=operation).status_code == 204
    assert ada.delete(in_trash(put), headers=operation).status_code == 204
    assert_problem(ada.delete(in_trash(put), headers=key()), 410, "gone")


def test_and_so_is_one_that_comes_before_the_first_is_done(team: str, ada: Caller) -> None:
    for _ in range(5):
        put, operation = discard(ada, put_note(ada, team)), key()
        assert [a.status_code for a in at_once(*[partial(ada.delete, in_trash(put), headers=operation)] * 4)] == [204] * 4


def test_a_state_that_is_named_must_be_the_present_one(team: str, ada: Caller) -> None:
    put = put_note(ada, team)
    last = discard(ada, edit(ada, put, "two"))
    assert_problem(ada.delete(in_trash(put), headers=put.condition), 412, "stale")
    assert ada.delete(in_trash(put), headers=last.condition).status_code == 204


def test_an_id_is_not_used_twice(world: World, team: str, ada: Caller, bob: Caller) -> None:
    put = discard(ada, put_note(ada, team))
    ada.delete(in_trash(put))
    for caller, group in ((ada, team), (bob, world.personal("bob"))):
        assert_problem(caller.put(put.path, note(group)), 410, "gone")


def test_other_members_hear_nothing_new(team: str, ada: Caller, bob: Caller) -> None:
    """It was gone for them since it lay in the trash."""
    cursor = bob.changes()["cursor"]
    put = discard(ada, put_note(ada, team))
    told = bob.changes(cursor)
    ada.delete(in_trash(put))
    assert told["gone"] == [{"id": put.id, "group": team}]
    assert bob.changes(cursor)["gone"] == told["gone"]
    assert bob.changes(told["cursor"]) | {"cursor": ""} == bob.changes(bob.changes()["cursor"]) | {"cursor": ""}


def test_deleted_and_restored_at_the_same_moment(team: str, ada: Caller) -> None:
    """Whichever came first, the other is told."""
    for _ in range(5):
        put = discard(ada, put_note(ada, team))
        gone, back = at_once(
            lambda put=put: ada.delete(in_trash(put)).status_code, lambda put=put: ada.post(f"{put.path}/restore").status_code
        )
        assert (gone, back) in ((204, 410), (409, 200))
        assert ada.get(put.path).status_code == (410 if gone == 204 else 200)


# --- after 30 days -----------------------------------------------------------------------------------------------------------------------


def test_the_trash_keeps_a_note_for_30_days(team: str, ada: Caller, later: Any) -> None:
    put = discard(ada, put_note(ada, team))
    later(29.9)
    assert sweep() == purge.Swept(0, 0, 0, 0)
    assert [one["annotation"]["id"] for one in ada.get("/trash").json["notes"]] == [put.document["id"]]
    assert ada.post(f"{put.path}/restore").status_code == 200


def test_after_30_days_it_is_gone_though_nothing_swept_yet(team: str, ada: Caller, later: Any) -> None:
    put = discard(ada, put_note(ada, team))
    later(30.1)
    assert_problem(ada.post(f"{put.path}/restore"), 410, "gone")
    assert ada.get("/trash").json["notes"] == []


def test_the_sweep_takes_what_is_due_and_no_more(
    world: World, team: str, ada: Caller, later: Any, listed: Path, everything: Callable[[], str]
) -> None:
    old, live = discard(ada, canary(ada, team)), put_note(ada, team)
    later(20)
    young = discard(ada, put_note(ada, team))
    later(11)
    assert sweep().notes == 1
    assert CANARY not in everything()
    assert_problem(ada.get(old.path), 410)
    assert ada.get(live.path).status_code == 200
    assert ada.post(f"{young.path}/restore").status_code == 200
    assert purge_list.read().notes == {UUID(old.id)}
    assert sweep() == purge.Swept(0, 0, 0, 0)


def test_more_than_a_batch(team: str, ada: Caller, later: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(purge, "BATCH", 3)
    puts = [discard(ada, put_note(ada, team)) for _ in range(7)]
    later(31)
    assert sweep().notes == 7
    assert len(purge_list.read().notes) == 7
    later(401)
    assert sweep().tombstones == 7
    assert {ada.get(put.path).status_code for put in puts} == {404}


def test_sweeps_at_the_same_time(world: World, team: str, ada: Caller, later: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(purge, "BATCH", 2)
    for _ in range(9):
        discard(ada, put_note(ada, team))
    later(31)
    assert sum(swept.notes for swept in at_once(sweep, sweep, sweep)) == 9
    with database.connection_context():
        assert Tombstone.select().count() == 9


def test_a_list_that_cannot_be_written_keeps_the_note(team: str, ada: Caller, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    purge_list.keep_in(tmp_path / "file")
    put = discard(ada, put_note(ada, team))
    refused = ada.delete(in_trash(put))
    assert_problem(refused, 503, "unavailable")
    assert refused.headers["Retry-After"]
    purge_list.keep_in(tmp_path)
    assert ada.post(f"{put.path}/restore").status_code == 200


def test_a_note_that_was_listed_and_then_kept_is_not_deleted_by_a_restore(team: str, ada: Caller) -> None:
    """The transaction failed after the list was written."""
    put = discard(ada, put_note(ada, team))
    purge_list.add_notes([UUID(put.id)])
    assert ada.post(f"{put.path}/restore").status_code == 200
    assert purge_list.read().notes == set()


# --- after a restored backup -------------------------------------------------------------------------------------------------------------


def test_what_a_backup_brings_back_goes_again(team: str, ada: Caller, bob: Caller, everything: Callable[[], str]) -> None:
    live, trashed, other = canary(ada, team), discard(ada, canary(ada, team)), put_note(ada, team)
    cursor = bob.changes()["cursor"]
    purge_list.add_notes([UUID(live.id), UUID(trashed.id), uuid4()])
    with database.connection_context():
        assert purge.listed() == 2
        assert purge.listed() == 0
    assert CANARY not in everything()
    assert bob.changes(cursor)["gone"] == [{"id": live.id, "group": team}]
    assert ada.get(other.path).status_code == 200


# --- what is kept for a time alone -------------------------------------------------------------------------------------------------------


def test_tombstones_live_400_days_and_older_cursors_start_over(world: World, team: str, ada: Caller, bob: Caller, later: Any) -> None:
    other = put_note(ada, team)
    cursor = bob.changes()["cursor"]
    put = discard(ada, put_note(ada, team))
    after = bob.changes()["cursor"]
    ada.delete(in_trash(put))
    later(398)
    assert sweep().tombstones == 0
    assert bob.changes(cursor)["gone"] == [{"id": put.id, "group": team}]
    later(3)
    assert sweep().tombstones == 1
    with database.connection_context():
        assert not Tombstone.select().exists()
        assert not Change.select().where(Change.subject == put.id).exists()
    assert_problem(ada.get(put.path), 404, "not-found")
    told = bob.changes(cursor)
    assert (told["reset"], ids_of(told), told["gone"]) == ([team], [other.id], [])
    assert bob.changes(after)["reset"] == [], "who has seen it go need not start over"
    assert bob.changes(told["cursor"])["reset"] == []


def test_who_starts_over_comes_to_an_end(team: str, ada: Caller, bob: Caller, later: Any) -> None:
    """Page by page, through what is older than the tombstones that went."""
    old = bob.changes()["cursor"]
    others = [put_note(ada, team) for _ in range(5)]
    ada.delete(in_trash(discard(ada, put_note(ada, team))))
    later(401)
    sweep()
    for cursor in (None, old):
        told: list[str] = []
        resets: list[list[str]] = []
        for _ in range(20):
            page = bob.changes(cursor, limit=2)
            told += ids_of(page)
            resets.append(page["reset"])
            cursor = page["cursor"]
            if not page["more"]:
                break
        assert told == [other.id for other in others]
        assert not any(resets[1:]), "a page that follows throws away what the one before it told"
        assert bob.changes(cursor)["reset"] == []


def test_cursors_are_outdated_a_day_before_a_tombstone_goes(team: str, ada: Caller, bob: Caller, later: Any) -> None:
    """A reader of that very moment, who asked which cursors are too old before, finds the row still there."""
    cursor = bob.changes()["cursor"]
    put = discard(ada, put_note(ada, team))
    ada.delete(in_trash(put))
    later(399.5)
    assert sweep().tombstones == 0
    told = bob.changes(cursor)
    assert (told["reset"], told["gone"]) == ([team], [{"id": put.id, "group": team}])


def test_a_note_that_came_back_keeps_its_row(world: World, team: str, ada: Caller, bob: Caller, later: Any) -> None:
    """It moved out and in again; and one that moved out and lives elsewhere keeps the row of where it lives."""
    put, away = put_note(ada, team), put_note(ada, team)
    put = written(move(ada, written(move(ada, put, world.personal("ada"))), team))
    away = written(move(ada, away, world.personal("ada")))
    later(401)
    sweep()
    assert sorted(ids_of(ada.changes())) == sorted([put.id, away.id])
    assert ids_of(bob.changes()) == [put.id]
    assert (ada.get(away.path).status_code, bob.get(away.path).status_code) == (200, 404)


def test_operations_live_90_days(team: str, ada: Caller, later: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(purge, "BATCH", 2)
    old = [key() for _ in range(5)]
    paths = [f"/annotations/{uuid4()}" for _ in old]
    for path, operation in zip(paths, old, strict=True):
        written(ada.put(path, note(team), headers=operation))
    later(60)
    young, path = key(), f"/annotations/{uuid4()}"
    written(ada.put(path, note(team), headers=young))
    assert sweep().operations == 0
    later(31)
    assert sweep().operations == 5
    with database.connection_context():
        assert [str(o.key) for o in Operation.select()] == [young["Idempotency-Key"]]


def test_secrets_go_when_they_have_expired(world: World, later: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that nobody lists: anybody may begin a pairing, and each leaves a row."""
    monkeypatch.setattr(purge, "BATCH", 2)
    with database.connection_context():
        for _ in range(3):
            pairing.ask("A program", ["read"], "192.0.2.1")
        tokens.sign_in_link(world.user_id("ada"))
        tokens.create_for(world.user_id("ada"), "listed", ["read"], days=1)
        session = tokens.new_session(world.user_id("ada"))
    assert sweep().secrets == 0
    later(20)
    assert sweep().secrets == 4
    with database.connection_context():
        assert tokens.identify(session, "session"), "a session lasts for 30 days"
        assert Token.select().where(Token.name == "listed").exists(), "whose it is sees that it has expired"
    later(11)
    assert sweep().secrets == 1


@pytest.mark.parametrize("within", [True, False])
def test_nobody_is_kept_waiting_by_a_pause(team: str, ada: Caller, monkeypatch: pytest.MonkeyPatch, within: bool) -> None:
    """Between two batches others write; within one transaction there is no between, and its locks are held."""
    puts = [put_note(ada, team) for _ in range(3)]
    monkeypatch.setattr(purge, "BATCH", 1)
    paused: list[bool] = []
    monkeypatch.setattr(purge, "sleep", lambda seconds: paused.append(database.in_transaction()))
    with database.connection_context(), database.atomic() if within else contextlib.nullcontext():
        assert purge.notes(Annotation.uuid.in_([UUID(put.id) for put in puts])) == 3
    assert paused == ([] if within else [False] * 3)
