"""Moving a note to another group: what goes along, what stays, and who may read which of its states."""

from __future__ import annotations

import re
from typing import Any

import pytest
from factories import PAPER, Put, assert_problem, edit, ids_of, move, put_note, put_reply, text_of, written
from world import Caller, World


def texts(caller: Caller, put: Put) -> list[str]:
    return [text_of(state["annotation"]) for state in caller.get(f"{put.path}/history").json["states"]]


def test_a_moved_note_is_gone_for_those_it_left(world: World, team: str, ada: Caller, bob: Caller) -> None:
    put = put_note(ada, team)
    cursor = bob.changes()["cursor"]
    moved = written(move(ada, put, world.personal("ada")))
    assert moved.document["postil:group"] == world.personal("ada")
    assert moved.etag != put.etag
    assert_problem(bob.get(put.path), 404)
    assert_problem(bob.get(f"{put.path}/history"), 404)
    assert bob.look_up(PAPER).json["papers"][PAPER]["notes"] == []
    assert bob.changes(cursor)["gone"] == [{"id": put.id, "group": team}]
    ada.delete(put.path, headers=moved.condition)
    assert_problem(bob.get(put.path), 404, "not-found")


def test_a_move_may_change_the_text_too(world: World, team: str, ada: Caller, bob: Caller) -> None:
    put = put_note(ada, world.personal("ada"), "for me")
    body = [{"type": "TextualBody", "value": "for all", "purpose": "commenting"}]
    moved = written(ada.put(put.path, put.document | {"postil:group": team, "body": body}, headers=put.condition))
    assert text_of(bob.get(put.path).json) == "for all"
    assert texts(bob, moved) == ["for all"]
    assert texts(ada, moved) == ["for all", "for me"]


def test_the_authors_replies_go_along(world: World, team: str, ada: Caller, bob: Caller) -> None:
    put = put_note(ada, team)
    first = put_reply(ada, team, put)
    second = put_reply(ada, team, first)
    cursor, mine = bob.changes()["cursor"], world.personal("ada")
    move(ada, put, mine)
    for answer in (first, second):
        document = ada.get(answer.path).json
        assert document["postil:group"] == mine
        assert document["target"] == answer.document["target"]
        assert_problem(bob.get(answer.path), 404)
    assert sorted(gone["id"] for gone in bob.changes(cursor)["gone"]) == sorted([put.id, first.id, second.id])
    found = ada.look_up(PAPER).json["papers"][PAPER]
    assert ids_of(found) == [put.id, first.id, second.id]


def test_a_note_that_others_answered_stays(world: World, team: str, ada: Caller, bob: Caller) -> None:
    put = put_note(ada, team)
    put_reply(bob, team, put_reply(ada, team, put))
    problem = assert_problem(move(ada, put, world.personal("ada")), 409, "has-replies")
    assert "answered" in problem["detail"]
    assert ada.get(put.path).json == put.document


def test_a_reply_does_not_move_alone(world: World, team: str, ada: Caller) -> None:
    answer = put_reply(ada, team, put_note(ada, team))
    assert_problem(move(ada, answer, world.personal("ada")), 422, field="postil:group")


@pytest.mark.parametrize("role", ["reader", None])
def test_where_one_cannot_write_is_no_destination(world: World, ada: Caller, role: str | None) -> None:
    elsewhere = world.team("cleo", **({"ada": role} if role else {}))
    put = put_note(ada, world.personal("ada"))
    if role:
        assert_problem(move(ada, put, elsewhere), 403, "not-allowed")
    else:
        assert_problem(move(ada, put, elsewhere), 422, field="postil:group")


def test_nobody_moves_anothers_note(world: World, team: str, ada: Caller, bob: Caller) -> None:
    put = put_note(ada, team)
    assert_problem(move(bob, put, world.personal("bob")), 403, "not-allowed")


def test_a_state_made_in_another_group_is_its_authors_alone(world: World, team: str, ada: Caller, bob: Caller) -> None:
    private = edit(ada, put_note(ada, world.personal("ada"), "draft"), "second draft")
    shared = written(move(ada, private, team))
    shared = edit(ada, shared, "shared")
    assert texts(ada, shared) == ["shared", "second draft", "second draft", "draft"]
    assert texts(bob, shared) == ["shared", "second draft"]


def test_there_and_back(world: World, team: str, ada: Caller, bob: Caller) -> None:
    mine = world.personal("ada")
    put = put_note(ada, team, "one")
    away = edit(ada, written(move(ada, put, mine)), "hidden thought")
    cursor = bob.changes()["cursor"]
    for _ in range(2):
        back = written(move(ada, away, team))
        away = written(move(ada, back, mine))
    back = written(move(ada, away, team))
    assert bob.get(put.path).json == back.document
    answer = bob.changes(cursor)
    assert ids_of(answer) == [put.id]
    assert answer["gone"] == []
    assert "one" in texts(bob, back)
    assert texts(ada, back).count("hidden thought") == 6
    assert texts(bob, back)[0] == "hidden thought", "it was moved with this text: that is the present state"


def test_one_who_reads_both_groups_is_told_both(world: World, ada: Caller, bob: Caller) -> None:
    one, two = world.team("ada", bob="member"), world.team("ada", bob="reader")
    put = put_note(ada, one)
    cursor = bob.changes()["cursor"]
    moved = written(move(ada, put, two))
    answer = bob.changes(cursor)
    assert answer["gone"] == [{"id": put.id, "group": one}]
    assert [entry["annotation"] for entry in answer["notes"]] == [moved.document]

    pages, more, since = [], True, None
    while more:
        pages.append(bob.changes(since, limit=1))
        since, more = pages[-1]["cursor"], pages[-1]["more"]
    assert [id for page in pages for id in ids_of(page)] == [put.id], "once, on whichever page"


def test_revisions_are_taken_in_the_groups_order_and_last(world: World, ada: Caller, statements: list[tuple[str, Any]]) -> None:
    """Two writers who take them in opposite orders would each wait for the other; rows written after one would be read before it."""
    one, two = world.team("ada"), world.team("ada")
    put = put_note(ada, one)
    put_reply(ada, one, put)
    for destination in (two, one):
        statements.clear()
        put = written(move(ada, put, destination))
        taken = [n for n, (sql, _) in enumerate(statements) if re.match(r'UPDATE "group" SET "revision"', sql)]
        groups = [statements[n][1][1] for n in taken]
        assert groups == sorted(groups)
        assert len(set(groups)) == 2
        after = {sql.split("(")[0].split("SET")[0].strip() for sql, _ in statements[taken[0] :]}
        # Besides them only the look at what the writer may still do there (record_by).
        assert {text for text in after if not text.startswith("SELECT")} == {'UPDATE "group"', 'INSERT INTO "change"'}
        assert [text for text in after if text.startswith("SELECT")] == ['SELECT "t1"."role" FROM "membership" AS "t1" WHERE']
