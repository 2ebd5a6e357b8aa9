"""Writes that come twice, late or at the same moment: nothing is lost, nothing is made twice."""

from __future__ import annotations

from functools import partial
from uuid import uuid4

import pytest
from factories import PAPER, Put, assert_problem, edit, ids_of, move, note, put_note, text_of
from world import Caller, World, at_once, key

from postil.db import database
from postil.models import Annotation, Operation, Tombstone


@pytest.fixture
def group(world: World) -> str:
    return world.personal("ada")


def bury(put: Put, public_id: str, world: World) -> None:
    """Delete a note for good, as the purge of the trash will."""
    with database.connection_context():
        row = Annotation.get(Annotation.uuid == put.id)
        Annotation.delete().where(Annotation.id == row.id).execute()
        Tombstone.create(annotation=row.uuid, group=row.group_id, root=None, at=row.stored)


def test_a_repeated_create_answers_200_with_the_present_state(ada: Caller, group: str) -> None:
    operation, path, document = key(), f"/annotations/{uuid4()}", note(group)
    assert ada.put(path, document, headers=operation).status_code == 201
    changed = ada.patch(path, {"postil:status": "open"}, headers={"If-Match": "*"})
    again = ada.put(path, document, headers=operation)
    assert again.status_code == 200
    assert again.json == changed.json, "the present state, not the one that the operation made"
    assert again.headers["ETag"] == changed.headers["ETag"]


def test_a_repeat_is_recognised_before_condition_and_content_are_looked_at(ada: Caller, group: str) -> None:
    put = put_note(ada, group)
    operation = key()
    first = ada.put(put.path, note(group, "two"), headers=operation | put.condition)
    assert first.status_code == 200
    stale = ada.put(put.path, note(group, "two"), headers=operation | put.condition)
    other = ada.put(put.path, note(group, "three"), headers=operation)
    for again in (stale, other):
        assert again.status_code == 200
        assert again.json == first.json
    patched = ada.patch(put.path, {"postil:status": "open"}, headers=operation)
    assert patched.json == first.json, "the key says what it is, whatever the method"


def test_a_repeated_delete_answers_204(ada: Caller, group: str) -> None:
    put, operation = put_note(ada, group), key()
    assert ada.delete(put.path, headers=operation | put.condition).status_code == 204
    assert ada.delete(put.path, headers=operation | put.condition).status_code == 204
    assert_problem(ada.delete(put.path, headers=put.condition), 410, "gone")


def test_a_repeated_delete_does_not_undo_a_restore(ada: Caller, group: str) -> None:
    put, operation = put_note(ada, group), key()
    ada.delete(put.path, headers=operation | put.condition)
    ada.post(f"{put.path}/restore")
    assert ada.delete(put.path, headers=operation | put.condition).status_code == 204
    assert ada.get(put.path).status_code == 200


def test_a_repeated_restore_does_not_undo_a_later_delete(ada: Caller, group: str) -> None:
    put, in_trash, unneeded = put_note(ada, group), key(), key()
    assert ada.post(f"{put.path}/restore", headers=unneeded).status_code == 200
    ada.delete(put.path, headers=put.condition)
    assert ada.post(f"{put.path}/restore", headers=in_trash).status_code == 200
    ada.delete(put.path, headers=put.condition)
    for operation in (in_trash, unneeded):
        assert ada.post(f"{put.path}/restore", headers=operation).status_code == 200
    assert_problem(ada.get(put.path), 410)


def test_a_key_stands_for_one_note(ada: Caller, group: str) -> None:
    operation = key()
    put, other = put_note(ada, group), put_note(ada, group)
    ada.put(put.path, note(group, "two"), headers=operation | put.condition)
    for refused in (
        ada.put(f"/annotations/{uuid4()}", note(group), headers=operation),
        ada.patch(other.path, {"postil:status": "open"}, headers=operation | other.condition),
        ada.delete(other.path, headers=operation | other.condition),
        ada.post(f"{other.path}/restore", headers=operation),
    ):
        assert_problem(refused, 422, "idempotency-key-reused", "Idempotency-Key")
    assert ada.get(other.path).json == other.document


def test_a_key_is_its_users_own(world: World, ada: Caller, group: str) -> None:
    operation = key()
    assert ada.put(f"/annotations/{uuid4()}", note(group), headers=operation).status_code == 201
    bobs = world.as_user("bob").put(f"/annotations/{uuid4()}", note(world.personal("bob")), headers=operation)
    assert bobs.status_code == 201


def test_an_id_in_the_trash_is_not_made_again(ada: Caller, group: str) -> None:
    put = put_note(ada, group)
    ada.delete(put.path, headers=put.condition)
    for again in (ada.put(put.path, put.document, headers=key()), ada.patch(put.path, {}, headers=put.condition)):
        assert_problem(again, 410, "gone")


def test_an_id_deleted_for_good_is_not_made_again(world: World, ada: Caller, group: str) -> None:
    operation = key()
    put = put_note(ada, group)
    ada.put(put.path, note(group, "two"), headers=operation | put.condition)
    bury(put, group, world)
    for again in (ada.put(put.path, put.document, headers=key()), ada.put(put.path, put.document, headers=operation), ada.get(put.path)):
        assert_problem(again, 410, "gone")
    assert_problem(world.as_user("eve").get(put.path), 404)


@pytest.mark.parametrize("state", ["present", "deleted", "visible"])
def test_an_id_of_somebody_elses_note_is_taken_and_says_nothing_else(world: World, ada: Caller, state: str) -> None:
    group = world.team("ada", eve="member") if state == "visible" else world.personal("ada")
    put = put_note(ada, group, "a secret")
    if state == "deleted":
        ada.delete(put.path, headers=put.condition)
    eve = world.as_user("eve")
    taken = eve.put(put.path, note(world.personal("eve")), headers=put.condition)
    problem = assert_problem(taken, 409, "id-taken")
    assert problem.keys() == {"type", "title", "status", "detail", "code"}
    assert "ETag" not in taken.headers
    assert "secret" not in taken.text


def test_a_change_must_name_the_state_that_it_changes(ada: Caller, group: str) -> None:
    put = put_note(ada, group)
    for unconditional in (ada.put(put.path, note(group, "two")), ada.patch(put.path, {"postil:status": "open"}), ada.delete(put.path)):
        assert_problem(unconditional, 428, "if-match-required")
    assert ada.get(put.path).json == put.document


def test_a_stale_change_is_answered_with_the_present_state(ada: Caller, group: str) -> None:
    first = put_note(ada, group)
    second = edit(ada, first, "two")
    for stale in (
        ada.put(first.path, note(group, "three"), headers=first.condition),
        ada.patch(first.path, {"postil:status": "open"}, headers=first.condition),
        ada.delete(first.path, headers=first.condition),
    ):
        problem = assert_problem(stale, 412, "stale")
        assert problem["current"] == second.document
        assert problem["etag"] == second.etag
    assert ada.get(first.path).json == second.document


@pytest.mark.parametrize("condition", ['W/"x"', '"other"', '"a", "b"'])
def test_only_the_present_strong_etag_matches(ada: Caller, group: str, condition: str) -> None:
    put = put_note(ada, group)
    stale = ada.put(put.path, note(group, "two"), headers={"If-Match": condition})
    assert_problem(stale, 412)
    weak = ada.put(put.path, note(group, "two"), headers={"If-Match": f"W/{put.etag}"})
    assert_problem(weak, 412)


def test_one_of_several_etags_or_any_will_do(ada: Caller, group: str) -> None:
    put = put_note(ada, group)
    two = ada.put(put.path, note(group, "two"), headers={"If-Match": f'"other", {put.etag}'})
    assert two.status_code == 200
    assert ada.put(put.path, note(group, "three"), headers={"If-Match": "*"}).status_code == 200


def test_the_same_content_is_no_change_whatever_the_condition(ada: Caller, group: str) -> None:
    put = put_note(ada, group)
    for condition in ({}, {"If-Match": '"other"'}):
        same = ada.put(put.path, put.document, headers=condition | key())
        assert same.status_code == 200
        assert same.headers["ETag"] == put.etag


def test_a_refused_write_leaves_nothing(ada: Caller, group: str) -> None:
    """Not even its key: the client may mend it and send it again."""
    operation, path = key(), f"/annotations/{uuid4()}"
    before = ada.changes()
    assert_problem(ada.put(path, note("nowhere"), headers=operation), 422, field="postil:group")
    put = put_note(ada, group, id=path.rsplit("/", 1)[1])
    assert_problem(ada.put(path, note(group, "two"), headers=operation), 428)
    assert ada.put(path, note(group, "two"), headers=operation | put.condition).status_code == 200
    assert len(ada.changes(before["cursor"])["notes"]) == 1
    with database.connection_context():
        assert Operation.select().count() == 1


# --- at once ---------------------------------------------------------------------------------------------------------------------------


def test_one_operation_sent_twice_at_once_makes_one_note(ada: Caller, group: str) -> None:
    operation, path, document = key(), f"/annotations/{uuid4()}", note(group)
    answers = at_once(*[lambda: ada.put(path, document, headers=operation)] * 4)
    assert sorted(a.status_code for a in answers) == [200, 200, 200, 201]
    assert len(ids_of(ada.look_up(PAPER).json["papers"][PAPER])) == 1
    with database.connection_context():
        assert (Annotation.select().count(), Operation.select().count()) == (1, 1)


def test_one_deletion_sent_twice_at_once_is_one(ada: Caller, group: str) -> None:
    """As by a client whose connection was cut, and who asks again before the first is done."""
    for _ in range(5):
        put = put_note(ada, group)
        headers = put.condition | key()
        assert [a.status_code for a in at_once(*[partial(ada.delete, put.path, headers=headers)] * 4)] == [204] * 4


def test_one_key_for_two_notes_at_once_makes_one(ada: Caller, group: str) -> None:
    operation = key()
    answers = at_once(*[lambda: ada.put(f"/annotations/{uuid4()}", note(group), headers=operation)] * 2)
    assert sorted(a.status_code for a in answers) == [201, 422]


def test_of_two_edits_at_once_one_is_stale(ada: Caller, group: str) -> None:
    put = put_note(ada, group)

    def write(text: str) -> object:
        return ada.put(put.path, note(group, text), headers=put.condition | key())

    answers = at_once(lambda: write("two"), lambda: write("three"))
    won, lost = sorted(answers, key=lambda a: a.status_code)
    assert (won.status_code, lost.status_code) == (200, 412)
    assert lost.json["current"] == won.json
    assert [text_of(s["annotation"]) for s in ada.get(f"{put.path}/history").json["states"]] == [text_of(won.json), text_of(put.document)]


def test_the_same_paper_met_by_many_at_once_is_one_paper(world: World) -> None:
    callers = [(world.as_user(name), world.personal(name)) for name in ("ada", "bob", "cleo", "dan")]
    answers = at_once(*(lambda c=c, g=g: c.put(f"/annotations/{uuid4()}", note(g)) for c, g in callers))
    assert [a.status_code for a in answers] == [201] * 4


def test_moves_in_opposite_directions_at_once_all_succeed(world: World, ada: Caller) -> None:
    one, two = world.team("ada"), world.team("ada")
    there, back = [put_note(ada, one) for _ in range(4)], [put_note(ada, two) for _ in range(4)]
    moves = [(put, two) for put in there] + [(put, one) for put in back]
    answers = at_once(*(lambda p=p, g=g: move(ada, p, g) for p, g in moves))
    assert [a.status_code for a in answers] == [200] * 8
