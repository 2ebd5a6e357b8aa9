"""Who may write is asked when a request begins; a member who is removed or made a reader while it is under way writes nothing any more."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Event
from typing import Any
from uuid import uuid4

import pytest
from factories import assert_problem, edit, move, note, put_note, put_reply
from racing import before, somebody_waits, while_under_way
from werkzeug.test import TestResponse
from world import World, at_once

from e2e.waiting import until
from postil.db import database
from postil.services import accounts, annotations, closing, groups, invites, trash

Write = Callable[[], TestResponse]


@pytest.fixture
def writes(world: World, team: str) -> dict[str, Write]:
    """Bob's writes into the team, each once."""
    bob, own = world.as_user("bob"), world.personal("bob")
    edited, moved_out, deleted, restored = (put_note(bob, team) for _ in range(4))
    moved_in = put_note(bob, own)
    bob.delete(restored.path, headers=restored.condition)
    return {
        "create": lambda: bob.put(f"/annotations/{uuid4()}", note(team)),
        "edit": lambda: bob.patch(edited.path, {"body": None}, headers=edited.condition),
        "move in": lambda: move(bob, moved_in, team),
        "move out": lambda: move(bob, moved_out, own),
        "delete": lambda: bob.delete(deleted.path, headers=deleted.condition),
        "restore": lambda: bob.post(f"{restored.path}/restore"),
    }


def remove(world: World, team: str) -> Callable[[], Any]:
    return lambda: world.as_user("ada").delete(f"/groups/{team}/members/{world.user_id('bob')}")


@pytest.mark.parametrize("kind_of", ["create", "edit", "move in", "move out", "delete", "restore"])
@pytest.mark.parametrize("act", ["removed", "made a reader"])
def test_after_the_identity_was_read(
    world: World, team: str, writes: dict[str, Write], monkeypatch: pytest.MonkeyPatch, kind_of: str, act: str
) -> None:
    shown = world.as_user("ada").changes()["notes"]
    module = trash if kind_of in ("delete", "restore") else annotations
    before(
        monkeypatch, module, "in_transaction", remove(world, team) if act == "removed" else lambda: world.set_role(team, "bob", "reader")
    )
    refused = writes[kind_of]()
    assert_problem(refused, 503, "unavailable")
    assert refused.headers["Retry-After"] == "1"
    assert world.as_user("ada").changes()["notes"] == shown
    again = writes[kind_of]()
    assert again.status_code in ((404, 410, 422) if act == "removed" else (403, 204) if kind_of == "delete" else (403,)), again.text


def test_what_was_refused_leaves_nothing(world: World, team: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also no note of an operation: the same key is judged anew."""
    bob, id, key = world.as_user("bob"), uuid4(), {"Idempotency-Key": str(uuid4())}
    before(monkeypatch, annotations, "in_transaction", remove(world, team))
    assert_problem(bob.put(f"/annotations/{id}", note(team), headers=key), 503)
    assert_problem(bob.put(f"/annotations/{id}", note(team), headers=key), 422, "invalid", "postil:group")
    assert bob.put(f"/annotations/{id}", note(world.personal("bob")), headers=key).status_code == 201


@pytest.mark.parametrize("act", ["removed", "made a member"])
def test_no_invitation_outlives_the_right_to_make_it(world: World, monkeypatch: pytest.MonkeyPatch, act: str) -> None:
    """Else whoever was removed could come back by it."""
    team = world.team("ada", bob="moderator")
    demote = partial(world.set_role, team, "bob", "member")
    before(monkeypatch, invites, "in_transaction", remove(world, team) if act == "removed" else demote)
    assert_problem(world.as_user("bob").post(f"/groups/{team}/invites", {}), 503, "unavailable")
    assert world.as_user("ada").get(f"/groups/{team}/invites").json["invites"] == []


def test_whoever_leaves_is_not_put_back_by_a_role_given_meanwhile(world: World, team: str, monkeypatch: pytest.MonkeyPatch) -> None:
    bob = f"/groups/{team}/members/{world.user_id('bob')}"
    before(monkeypatch, groups, "in_transaction", lambda: world.as_user("bob").delete(bob))
    assert_problem(world.as_user("ada").put(bob, {"role": "moderator"}), 404, "not-found")
    assert [m["name"] for m in world.as_user("ada").get(f"/groups/{team}/members").json["members"]] == ["ada"]


@pytest.mark.usefixtures("on_postgresql")
def test_within_the_transaction(world: World, team: str, writes: dict[str, Write], monkeypatch: pytest.MonkeyPatch) -> None:
    before(monkeypatch, annotations, "require_destination", remove(world, team))
    assert_problem(writes["create"](), 503, "unavailable")


@pytest.mark.usefixtures("on_postgresql")
def test_while_the_removal_is_not_committed(world: World, team: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The removal holds the group's row; the write waits for it, and must not judge by what it saw before."""
    bob, removing = world.as_user("bob"), Event()
    real_begin, real_end = annotations.in_transaction, groups._end_invitations

    def begin(work: Any) -> Any:
        assert removing.wait(30)
        return real_begin(work)

    def end(*arguments: Any) -> None:
        removing.set()
        until(somebody_waits, "a transaction that waits for this one")
        real_end(*arguments)

    monkeypatch.setattr(annotations, "in_transaction", begin)
    monkeypatch.setattr(groups, "_end_invitations", end)
    written, removed = at_once(lambda: bob.put(f"/annotations/{uuid4()}", note(team)), remove(world, team))
    assert removed.status_code == 204
    assert_problem(written, 503, "unavailable")


@pytest.mark.usefixtures("on_postgresql")
@pytest.mark.parametrize("deep", [False, True])
def test_a_reply_and_its_thread_stay_together(world: World, team: str, monkeypatch: pytest.MonkeyPatch, deep: bool) -> None:
    """A note that others have answered does not move: not either while the answer is under way."""
    ada, bob, own = world.as_user("ada"), world.as_user("bob"), world.personal("ada")
    root = put_note(ada, team)
    parent = put_reply(ada, team, root) if deep else root
    with ThreadPoolExecutor() as threads:
        away = while_under_way(monkeypatch, threads, annotations, "_insert", lambda: move(ada, root, own))
        answered = put_reply(bob, team, parent)
    assert_problem(away[0].result(), 409, "has-replies")
    assert bob.get(answered.path).status_code == bob.get(root.path).status_code == 200


@pytest.mark.usefixtures("on_postgresql")
def test_of_two_owners_who_go_at_once_one_stays(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """One with their account, the other by leaving; a third is in the team."""
    team, bob, me = world.team("ada", bob="owner", cleo="member"), world.as_user("bob"), world.user_id("bob")
    world.as_user("cleo")
    with ThreadPoolExecutor() as threads:
        left = while_under_way(monkeypatch, threads, closing, "_shut", lambda: bob.delete(f"/groups/{team}/members/{me}"))
        with database.connection_context():
            closing.close(accounts.find_user("ada"))
    assert_problem(left[0].result(), 409, "last-owner")


def test_another_s_place_is_no_reason(world: World, team: str, monkeypatch: pytest.MonkeyPatch) -> None:
    bob = world.as_user("bob")
    joined = before(monkeypatch, annotations, "in_transaction", lambda: world.set_role(team, "cleo", "member"))
    put = put_note(bob, team)
    confirmed = before(monkeypatch, annotations, "in_transaction", lambda: world.set_role(team, "bob", "member"))
    edit(bob, put, "still a member")
    assert all((joined, confirmed)), "both were in between"
