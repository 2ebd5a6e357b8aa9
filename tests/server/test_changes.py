"""What changed after a cursor: nothing is missed, nothing is told that may not be known."""

from __future__ import annotations

import base64
from typing import Any
from uuid import uuid4

import pytest
from factories import PAPER, assert_problem, edit, ids_of, move, note, put_note, put_reply, written
from world import Caller, World, at_once

from postil.db import database
from postil.models import Meta


def test_from_the_beginning(world: World, team: str, ada: Caller, bob: Caller) -> None:
    put, private = put_note(ada, team), put_note(ada, world.personal("ada"))
    answer = ada.changes()
    assert answer.keys() == {"cursor", "more", "reset", "lost", "notes", "gone", "groups", "people", "labels"}
    assert sorted(ids_of(answer)) == sorted([put.id, private.id])
    assert (answer["more"], answer["reset"], answer["lost"], answer["gone"]) == (False, [], [], [])
    assert answer["groups"] == sorted([team, world.personal("ada")])
    assert answer["notes"][0].keys() == {"etag", "state", "annotation"}
    assert answer["people"] == {world.iri("ada"): {"name": "ada", "display_name": "Ada"}}
    assert answer["labels"].keys() == {team, world.personal("ada")}
    assert ids_of(bob.changes()) == [put.id]


def test_nothing_changed(ada: Caller, team: str) -> None:
    put_note(ada, team)
    cursor = ada.changes()["cursor"]
    answer = ada.changes(cursor)
    assert answer == {
        "cursor": cursor, "more": False, "reset": [], "lost": [], "notes": [], "gone": [], "groups": [], "people": {}, "labels": {},
    }  # fmt: skip


def test_only_the_latest_state_of_what_changed(ada: Caller, bob: Caller, team: str) -> None:
    put_note(ada, team)
    put = put_note(ada, team)
    cursor = bob.changes()["cursor"]
    last = edit(ada, edit(ada, put, "two"), "three")
    answer = bob.changes(cursor)
    assert answer["notes"] == [{"etag": last.etag, "state": {}, "annotation": last.document}]


def test_gone_on_delete_and_move_out_and_back_again(world: World, team: str, ada: Caller, bob: Caller) -> None:
    deleted, moved = put_note(ada, team), put_note(ada, team)
    cursor = bob.changes()["cursor"]
    ada.delete(deleted.path, headers=deleted.condition)
    away = written(move(ada, moved, world.personal("ada")))
    answer = bob.changes(cursor)
    assert answer["notes"] == []
    assert sorted(answer["gone"], key=lambda g: g["id"]) == sorted(
        [{"id": put.id, "group": team} for put in (deleted, moved)], key=lambda g: g["id"]
    )
    ada.post(f"{deleted.path}/restore")
    move(ada, away, team)
    back = bob.changes(answer["cursor"])
    assert sorted(ids_of(back)) == sorted([deleted.id, moved.id])
    assert back["gone"] == []


def test_what_was_made_and_deleted_between_two_looks_is_gone(team: str, ada: Caller, bob: Caller) -> None:
    cursor = bob.changes()["cursor"]
    put = put_note(ada, team)
    ada.delete(put.path, headers=put.condition)
    assert bob.changes(cursor)["gone"] == [{"id": put.id, "group": team}]


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 500])
def test_paging_tells_each_subject_once(world: World, ada: Caller, bob: Caller, limit: int) -> None:
    teams = [world.team("ada", bob="member") for _ in range(3)]
    puts = [put_note(ada, team) for team in teams for _ in range(3)]
    seen: list[str] = []
    cursor, pages = None, 0
    while True:
        answer = bob.changes(cursor, limit=limit)
        assert answer["reset"] == answer["lost"] == []
        seen += ids_of(answer)
        cursor, pages = answer["cursor"], pages + 1
        if not answer["more"]:
            break
        assert pages < 100
    assert sorted(seen) == sorted(put.id for put in puts)
    assert bob.changes(cursor)["notes"] == []


def test_the_cursor_of_a_look_up_goes_on_from_there(team: str, ada: Caller, bob: Caller) -> None:
    put = put_note(ada, team)
    cursor = bob.look_up(PAPER).json["cursor"]
    assert bob.changes(cursor)["notes"] == []
    edited = edit(ada, put, "two")
    assert [entry["annotation"] for entry in bob.changes(cursor)["notes"]] == [edited.document]


def test_a_changed_view_resets_its_group_alone(world: World, team: str, ada: Caller, bob: Caller) -> None:
    own, shared = put_note(bob, world.personal("bob")), put_note(ada, team)
    cursor = bob.changes()["cursor"]
    world.set_role(team, "bob", "reader")
    answer = bob.changes(cursor)
    assert answer["reset"] == [team]
    assert ids_of(answer) == [shared.id], "the group again from its beginning"
    assert own.id not in ids_of(answer)
    assert team in answer["groups"]
    assert bob.changes(answer["cursor"])["reset"] == []


def test_another_members_role_resets_nothing(world: World, team: str, bob: Caller) -> None:
    cursor = bob.changes()["cursor"]
    world.set_role(team, "cleo", "member")
    answer = bob.changes(cursor)
    assert (answer["reset"], answer["groups"]) == ([], [team])
    assert answer["labels"].keys() == {team}, "what a group is now, though no note of it changed"


def test_a_group_that_one_joins_comes_whole(world: World, ada: Caller) -> None:
    team = world.team("ada")
    put = put_note(ada, team)
    cleo = world.as_user("cleo")
    cursor = cleo.changes()["cursor"]
    world.set_role(team, "cleo", "reader")
    answer = cleo.changes(cursor)
    assert ids_of(answer) == [put.id]
    assert answer["groups"] == [team]


def test_a_group_that_one_can_no_longer_read_is_lost(world: World, team: str, ada: Caller, bob: Caller) -> None:
    put = put_note(ada, team)
    cursor = bob.changes()["cursor"]
    ada.delete(f"/groups/{team}/members/{world.user_id('bob')}")
    edit(ada, put, "not for bob")
    answer = bob.changes(cursor)
    assert answer["lost"] == [team]
    assert (answer["notes"], answer["gone"], answer["groups"]) == ([], [], [])
    assert bob.changes(answer["cursor"])["lost"] == []
    world.set_role(team, "bob", "member")
    assert ids_of(bob.changes(answer["cursor"])) == [put.id]
    assert bob.changes(cursor)["reset"] == [team], "a cursor from before he left says nothing of the group now"


def test_a_deleted_group_is_lost(world: World, bob: Caller) -> None:
    team = world.team("ada", bob="member")
    cursor = bob.changes()["cursor"]
    assert world.as_user("ada").delete(f"/groups/{team}").status_code == 204
    assert bob.changes(cursor)["lost"] == [team]


def test_another_epoch_starts_over(team: str, ada: Caller) -> None:
    put = put_note(ada, team)
    cursor = ada.changes()["cursor"]
    with database.connection_context():
        Meta.update(value="0" * 32).where(Meta.key == "epoch").execute()
    answer = ada.changes(cursor)
    assert answer["reset"] == ["*"]
    assert ids_of(answer) == [put.id]
    assert ada.changes(answer["cursor"])["reset"] == []


def test_a_cursor_of_nobodys_making_is_refused(team: str, ada: Caller) -> None:
    cursor = ada.changes()["cursor"]
    raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))

    def packed(forged: bytes) -> str:
        return base64.urlsafe_b64encode(forged).decode().rstrip("=")

    raised = raw[:-9] + bytes([raw[-9] ^ 1]) + raw[-8:]
    for forged in (packed(raised), packed(raw[:-1]), packed(b"\x01" + raw[1:]), packed(raw[:9]), "x", "AAAA", "café", "%%%", "1" * 5000):
        assert_problem(ada.get("/changes", query_string={"since": forged}), 400, "bad-cursor")


@pytest.mark.parametrize("query", [{"limit": "0"}, {"limit": "501"}, {"limit": "-1"}, {"limit": "--1"}, {"limit": "1.5"}, {"limit": "x"}])
def test_a_wrong_limit_is_named(ada: Caller, query: dict[str, str]) -> None:
    assert_problem(ada.get("/changes", query_string=query), 422, "invalid", "limit")


def test_people_of_a_note_that_one_may_not_see_are_not_named(world: World, team: str, ada: Caller, bob: Caller) -> None:
    cursor = bob.changes()["cursor"]
    put = put_note(ada, team)
    ada.delete(put.path, headers=put.condition)
    assert bob.changes(cursor)["people"] == {}


# --- at once ---------------------------------------------------------------------------------------------------------------------------


class Reader:
    """What a client holds: it takes in each answer as docs/api.md says."""

    def __init__(self, caller: Caller) -> None:
        self.caller = caller
        self.cursor: str | None = None
        self.held: dict[str, dict[str, Any]] = {}

    def catch_up(self, limit: int = 3) -> None:
        more = True
        while more:
            answer = self.caller.changes(self.cursor, limit=limit)
            for group in (*answer["reset"], *answer["lost"]):
                self.held = {id: n for id, n in self.held.items() if group not in ("*", n["annotation"]["postil:group"])}
            for gone in answer["gone"]:
                if self.held.get(gone["id"], {}).get("annotation", {}).get("postil:group") == gone["group"]:
                    del self.held[gone["id"]]
            self.held |= {entry["annotation"]["id"].rsplit("/", 1)[1]: entry for entry in answer["notes"]}
            self.cursor, more = answer["cursor"], answer["more"]


def test_nothing_is_missed_under_concurrent_writers(world: World, team: str, ada: Caller, bob: Caller) -> None:
    """Readers that poll while others write hold in the end what a look-up shows."""
    other = world.team("bob", ada="member")
    readers = [Reader(ada), Reader(bob)]

    def write(caller: Caller, group: str, elsewhere: str) -> None:
        for n in range(4):
            put = put_note(caller, group, f"note {n}")
            if n % 2:
                put = edit(caller, put, "edited")
            if n == 2:
                written(move(caller, put, elsewhere))
            if n == 3:
                caller.delete(put.path, headers=put.condition)

    def poll(reader: Reader) -> None:
        for _ in range(8):
            reader.catch_up()

    at_once(
        lambda: write(ada, team, other),
        lambda: write(bob, other, team),
        lambda: write(bob, team, world.personal("bob")),
        lambda: poll(readers[0]),
        lambda: poll(readers[1]),
    )
    for reader in readers:
        reader.catch_up()
        shown = reader.caller.look_up(PAPER).json["papers"][PAPER]["notes"]
        assert sorted(reader.held.values(), key=str) == sorted(shown, key=str)


def test_a_slow_commit_is_not_overtaken(world: World, team: str, ada: Caller, bob: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    """A writer that has its revision and is slow to commit holds up the next one: no cursor can pass it by."""
    from threading import Event

    from postil import changes

    taken, go_on = Event(), Event()
    real, first = changes.record, []

    def record(rows: Any) -> dict[int, int]:
        revisions = real(rows)
        if not first:
            first.append(1)
            taken.set()
            assert go_on.wait(30)
        return revisions

    monkeypatch.setattr(changes, "record", record)
    start, cursor = bob.changes()["cursor"], []

    def slow() -> None:
        put_note(ada, team, "slow")

    def fast() -> None:
        assert taken.wait(30)
        cursor.append(bob.changes(start)["cursor"])
        go_on.set()
        put_note(bob, team, "fast")
        cursor.append(bob.changes(cursor[0])["cursor"])

    at_once(slow, fast)
    reader = Reader(bob)
    reader.cursor = start
    reader.catch_up()
    assert len(reader.held) == 2
    late = Reader(bob)
    late.cursor = cursor[0]
    late.catch_up()
    assert len(late.held) == 2


def test_replay_equals_look_up(world: World, team: str, ada: Caller, bob: Caller) -> None:
    mine, reader = world.personal("ada"), Reader(bob)
    put = put_note(ada, team)
    reader.catch_up(limit=1)
    put_reply(ada, team, put)
    gone = put_note(bob, team)
    reader.catch_up()
    bob.delete(gone.path, headers=gone.condition)
    away = written(move(ada, edit(ada, put, "two"), mine))
    reader.catch_up(limit=1)
    move(ada, away, team)
    ada.put(f"/annotations/{uuid4()}", note(team, "last"))
    reader.catch_up(limit=2)
    assert sorted(reader.held.values(), key=str) == sorted(bob.look_up(PAPER).json["papers"][PAPER]["notes"], key=str)
