"""Teams, their members, and *Only me*."""

from __future__ import annotations

from contextlib import suppress
from threading import Barrier, BrokenBarrierError
from uuid import uuid4

import pytest
from factories import PAPER, assert_problem, note, put_note
from world import Caller, World, at_once

from postil.db import database
from postil.models import Annotation
from postil.services import groups


def names(caller: Caller) -> list[tuple[str, str, str, bool]]:
    return [(g["kind"], g["name"], g["role"], g["can_write"]) for g in caller.get("/groups").json["groups"]]


def test_everybody_has_only_me(world: World, ada: Caller) -> None:
    assert names(ada) == [("personal", "Only me", "owner", True)]
    assert ada.get("/me").json["groups"] == ada.get("/groups").json["groups"]


def test_groups_stand_by_name_after_only_me(world: World, ada: Caller) -> None:
    ada.post("/groups", {"name": "zebra"})
    ada.post("/groups", {"name": "Älpler"})
    made = ada.post("/groups", {"name": "Apes"})
    assert made.status_code == 201
    assert ada.get(f"/groups/{made.json['id']}").json == made.json
    assert [name for _, name, *_ in names(ada)] == ["Only me", "Apes", "zebra", "Älpler"]


def test_a_reader_is_told_that_they_cannot_write(world: World) -> None:
    world.team("ada", bob="reader")
    assert names(world.as_user("bob"))[1] == ("team", "Lab", "reader", False)


def test_members(world: World, ada: Caller) -> None:
    team = world.team("ada", cleo="reader", bob="moderator")
    members = ada.get(f"/groups/{team}/members").json["members"]
    assert [(m["name"], m["role"]) for m in members] == [("ada", "owner"), ("bob", "moderator"), ("cleo", "reader")]


def test_renaming(world: World, ada: Caller) -> None:
    team = world.team("ada", bob="reader")
    cursor = world.as_user("bob").changes()["cursor"]
    assert ada.patch(f"/groups/{team}", {"name": "Journal club"}).json["name"] == "Journal club"
    assert world.as_user("bob").get(f"/groups/{team}").json["name"] == "Journal club"
    assert world.as_user("bob").changes(cursor)["groups"] == [team]


@pytest.mark.parametrize("how", ["leave", "demote"])
def test_the_last_owner_stays(world: World, ada: Caller, how: str) -> None:
    team, user = world.team("ada", bob="moderator"), world.user_id("ada")

    def go(caller: Caller, who: int) -> object:
        path = f"/groups/{team}/members/{who}"
        return caller.delete(path) if how == "leave" else caller.put(path, {"role": "member"})

    assert_problem(go(ada, user), 409, "last-owner")
    world.set_role(team, "bob", "owner")
    assert go(ada, user).status_code == 204
    assert_problem(go(world.as_user("bob"), world.user_id("bob")), 409, "last-owner")


def test_of_two_owners_who_leave_at_once_one_stays(world: World, ada: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is held where it knows that an owner stays, until the other knows it too; which it never does while the row is locked."""
    team, real, both = world.team("ada", bob="owner"), groups._keep_an_owner, Barrier(2)

    def meet(*args: int) -> None:
        real(*args)
        with suppress(BrokenBarrierError):
            both.wait(timeout=0.5)

    monkeypatch.setattr(groups, "_keep_an_owner", meet)
    answers = at_once(*(lambda n=n: world.as_user(n).delete(f"/groups/{team}/members/{world.user_id(n)}") for n in ("ada", "bob")))
    assert sorted(a.status_code for a in answers) == [204, 409]


def test_only_me_is_nobody_elses_and_stays(world: World, ada: Caller) -> None:
    mine, bob = world.personal("ada"), world.user_id("bob")
    for refused in (
        ada.put(f"/groups/{mine}/members/{bob}", {"role": "reader"}),
        ada.delete(f"/groups/{mine}/members/{world.user_id('ada')}"),
        ada.patch(f"/groups/{mine}", {"name": "Ours"}),
        ada.delete(f"/groups/{mine}"),
    ):
        assert_problem(refused, 403, "not-allowed")


@pytest.mark.parametrize("role", ["admin", "", None, 1])
def test_an_unknown_role(world: World, ada: Caller, role: object) -> None:
    team = world.team("ada")
    assert_problem(ada.put(f"/groups/{team}/members/{world.user_id('bob')}", {"role": role}), 422, "invalid", "role")


def test_a_user_who_is_not_there(world: World, ada: Caller) -> None:
    team = world.team("ada")
    assert_problem(ada.put(f"/groups/{team}/members/999999", {"role": "member"}), 404)
    assert_problem(ada.delete(f"/groups/{team}/members/{world.user_id('bob')}"), 404)


def test_deleting_an_empty_team(world: World, ada: Caller) -> None:
    team = world.team("ada", bob="member")
    assert ada.delete(f"/groups/{team}").status_code == 204
    for caller in (ada, world.as_user("bob")):
        assert_problem(caller.get(f"/groups/{team}"), 404)
        assert_problem(caller.put(f"/annotations/{uuid4()}", note(team)), 422, field="postil:group")


def test_a_team_with_notes_is_not_deleted(world: World, ada: Caller) -> None:
    team = world.team("ada")
    put = put_note(ada, team)
    ada.delete(put.path, headers=put.condition)
    assert_problem(ada.delete(f"/groups/{team}"), 409, "group-not-empty")
    assert ada.post(f"{put.path}/restore").status_code == 200


def test_no_note_is_lost_in_a_team_that_is_deleted_meanwhile(world: World, ada: Caller) -> None:
    """Either the note is first, and the team stays; or the team is gone, and the note is refused."""
    teams = [world.team("ada") for _ in range(4)]
    answers = at_once(
        *(lambda t=t: ada.delete(f"/groups/{t}").status_code for t in teams),
        *(lambda t=t: ada.put(f"/annotations/{uuid4()}", note(t)).status_code for t in teams),
    )
    for deleted, put in zip(answers[:4], answers[4:], strict=True):
        assert (deleted, put) in {(204, 404), (204, 422), (409, 201)}
    assert ada.look_up(PAPER).json["papers"][PAPER]["count"] == answers.count(201)


def test_a_note_into_a_team_deleted_since_the_caller_was_known(world: World, ada: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    from postil.services import annotations

    team, real = world.team("ada"), annotations.require_destination

    def meanwhile(*args: object) -> object:
        monkeypatch.setattr(annotations, "require_destination", real)
        found = real(*args)
        if world.kind == "postgresql":
            assert at_once(lambda: ada.delete(f"/groups/{team}"))[0].status_code == 204
        return found

    monkeypatch.setattr(annotations, "require_destination", meanwhile)
    answer = ada.put(f"/annotations/{uuid4()}", note(team))
    assert answer.status_code == (404 if world.kind == "postgresql" else 201)
    with database.connection_context():
        assert Annotation.select().count() == (0 if world.kind == "postgresql" else 1)
