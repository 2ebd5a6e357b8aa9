"""Deleting an account: its notes, its part in teams, its name and its secrets go; what others wrote stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from factories import PAPER, assert_problem, ids_of, put_note, put_reply
from lab import session
from world import Caller, World

from postil.db import database
from postil.errors import Conflict
from postil.models import Operation, User
from postil.services import accounts, closing, purge, purge_list

CANARY = "kakapo9c41"


@pytest.fixture
def ada(world: World, tmp_path: Path) -> Caller:
    purge_list.keep_in(tmp_path / "list")
    return world.as_user("ada")


def close(world: World, name: str) -> int:
    with database.connection_context():
        return closing.close(accounts.find_user(name))


def test_an_account_goes_with_its_notes(world: World, ada: Caller, everything: Callable[[], str]) -> None:
    bob = world.as_user("bob")
    team, alone = world.team("bob", ada="member"), world.team("ada")
    ada.patch(f"/groups/{alone}", {"name": f"{CANARY}-team"})
    ada.put(f"/papers/{PAPER}", {"title": f"{CANARY}-title", "source": "arxiv", "group": world.personal("ada")})
    shared = put_note(ada, team, f"{CANARY}-shared")
    answer = put_reply(bob, team, shared, "an answer")
    discarded = put_note(ada, team, f"{CANARY}-discarded")
    ada.delete(discarded.path, headers=discarded.condition)
    for group in (world.personal("ada"), alone):
        put_note(ada, group, f"{CANARY}-own")
    with database.connection_context():
        User.update(display_name=f"{CANARY}-person", email=f"{CANARY}@example.org").where(User.name == "ada").execute()
    cursor, browser = bob.changes()["cursor"], session(world, "ada")

    assert close(world, "ada") == 4

    assert CANARY not in everything()
    assert "ada" not in [member["name"] for member in bob.get(f"/groups/{team}/members").json["members"]]
    assert ids_of(bob.look_up(PAPER).json["papers"][PAPER]) == [answer.id]
    told = bob.changes(cursor)
    assert ([gone["id"] for gone in told["gone"]], told["groups"]) == ([shared.id], [team])
    assert_problem(ada.get("/me"), 401)
    assert browser.get("http://127.0.0.1:8017/settings").status_code == 302
    with database.connection_context():
        assert not Operation.select().where(Operation.user == world.user_id("ada")).exists()
        accounts.create_user("ada", "Another Ada")
    assert len(purge_list.read().notes) == 4
    assert len(purge_list.read().accounts) == 1


def test_the_last_owner_of_the_server_stays(world: World, ada: Caller) -> None:
    with pytest.raises(Conflict, match="the server needs an owner"):
        close(world, "owner")
    with database.connection_context():
        User.update(is_admin=True).where(User.name == "ada").execute()
    assert close(world, "owner") == 0
    with pytest.raises(Conflict, match="the server needs an owner"):
        close(world, "ada")


def test_a_team_with_others_keeps_an_owner(world: World, ada: Caller) -> None:
    team = world.team("ada", bob="member")
    put = put_note(ada, team)
    with pytest.raises(Conflict, match=team):
        close(world, "ada")
    assert ada.get(put.path).status_code == 200, "nothing was done"
    world.set_role(team, "bob", "owner")
    assert close(world, "ada") == 1


def test_a_team_with_notes_of_those_who_left_keeps_an_owner(world: World, ada: Caller) -> None:
    team = world.team("ada", bob="member")
    put_note(world.as_user("bob"), team)
    ada.delete(f"/groups/{team}/members/{world.user_id('bob')}")
    with pytest.raises(Conflict, match=team):
        close(world, "ada")


def test_what_was_cut_off_goes_on(world: World, ada: Caller, monkeypatch: pytest.MonkeyPatch, everything: Callable[[], str]) -> None:
    team = world.team("bob", ada="member")
    puts = [put_note(ada, team, f"{CANARY}-{n}") for n in range(5)]
    monkeypatch.setattr(purge, "BATCH", 2)
    real, calls = purge_list.add_notes, []

    def fail_on_the_second(uuids: object) -> None:
        calls.append(uuids)
        if len(calls) == 2:
            raise KeyboardInterrupt
        real(uuids)  # type: ignore[arg-type]

    monkeypatch.setattr(purge_list, "add_notes", fail_on_the_second)
    with pytest.raises(KeyboardInterrupt):
        close(world, "ada")
    assert_problem(ada.get(puts[0].path), 401)
    assert close(world, "ada") == 3
    assert CANARY not in everything()


def test_an_account_that_a_backup_brings_back_goes_again(world: World, ada: Caller, everything: Callable[[], str]) -> None:
    """Also where it was the only owner of a team then: nobody is asked any more."""
    team = world.team("ada", bob="member")
    put_note(ada, team, f"{CANARY}-shared")
    put_note(ada, world.personal("ada"), f"{CANARY}-own")
    theirs = put_note(world.as_user("bob"), team, "bob's own")
    purge_list.add_account(world.personal("ada"))
    purge_list.add_account("0123456789ab")
    with database.connection_context():
        assert closing.listed() == 1
        assert closing.listed() == 0
    assert CANARY not in everything()
    assert world.as_user("bob").get(theirs.path).status_code == 200
