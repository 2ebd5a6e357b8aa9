"""Secrets: given out once, kept as a hash, of use only as long and as far as they were made for."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from factories import assert_problem
from lab import session
from world import Caller, World, at_once

from postil import clock
from postil.db import database
from postil.models import MODELS, Token
from postil.services import tokens


@pytest.fixture
def ada(world: World) -> Caller:
    return world.as_user("ada")


def make(caller: Caller, **asked: Any) -> dict[str, Any]:
    response = caller.post("/tokens", {"name": "phone", "scopes": ["read"]} | asked)
    assert response.status_code == 201, response.text
    assert response.headers["Cache-Control"] == "no-store"
    made: dict[str, Any] = response.json
    return made


def later(monkeypatch: pytest.MonkeyPatch, microseconds: int) -> None:
    """Set the server's clock ahead of the real one."""
    real = clock.now
    monkeypatch.setattr(tokens, "now", lambda: real() + microseconds)


def test_a_token_opens_what_it_was_made_for(world: World, ada: Caller) -> None:
    made = make(ada, scopes=["read", "write"])
    assert made["token"].startswith("postil_")
    phone = Caller(world.app, made["token"])
    assert phone.get("/me").json["scopes"] == ["read", "write"]
    assert_problem(phone.post("/groups", {"name": "x"}), 403, "missing-scope")


def test_only_its_hash_is_stored(world: World, ada: Caller) -> None:
    secret = make(ada)["token"]
    with database.connection_context():
        assert Token.get_or_none(Token.hash == hashlib.sha256(secret.encode()).hexdigest())
        everything = [str(row) for model in MODELS for row in model.select().tuples()]
    assert not any(secret in row or secret.removeprefix("postil_") in row for row in everything)


def test_the_secret_is_told_once(ada: Caller) -> None:
    made = make(ada)
    listed = ada.get("/tokens")
    assert made["token"] not in listed.text
    assert {k: v for k, v in made.items() if k != "token"} in listed.json["tokens"]


def test_revoking(world: World, ada: Caller) -> None:
    made = make(ada)
    phone = Caller(world.app, made["token"])
    assert phone.get("/me").status_code == 200
    assert ada.delete(f"/tokens/{made['id']}").status_code == 204
    assert_problem(phone.get("/me"), 401, "unauthorized")
    assert_problem(ada.delete(f"/tokens/{made['id']}"), 404, "not-found")
    assert made["id"] not in [token["id"] for token in ada.get("/tokens").json["tokens"]]


def test_expiry(world: World, ada: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    short, for_ever = make(ada, days=1), make(ada)
    assert short["expires"] > short["created"]
    assert for_ever["expires"] is None
    later(monkeypatch, clock.DAY - clock.MINUTE)
    assert Caller(world.app, short["token"]).get("/me").status_code == 200
    later(monkeypatch, clock.DAY + clock.MINUTE)
    assert_problem(Caller(world.app, short["token"]).get("/me"), 401, "unauthorized")
    assert Caller(world.app, for_ever["token"]).get("/me").status_code == 200


def test_a_token_cannot_give_more_than_it_has(world: World) -> None:
    narrow = world.as_user("ada", ["account", "read"])
    assert_problem(narrow.post("/tokens", {"name": "t", "scopes": ["read", "write"]}), 422, "invalid", "scopes")
    assert make(narrow, scopes=["read"])["scopes"] == ["read"]


def test_anothers_tokens_are_not_there(world: World, ada: Caller) -> None:
    made, eve = make(ada), world.as_user("eve")
    assert_problem(eve.delete(f"/tokens/{made['id']}"), 404, "not-found")
    assert made["id"] not in [token["id"] for token in eve.get("/tokens").json["tokens"]]
    assert Caller(world.app, made["token"]).get("/me").status_code == 200


def test_sessions_and_links_are_no_tokens_of_the_list(world: World, ada: Caller) -> None:
    session(world, "ada")
    with database.connection_context():
        rows = list(Token.select().where((Token.user == world.user_id("ada")) & (Token.kind != "access")))
    assert {row.kind for row in rows} == {"session", "sign-in"}
    for row in rows:
        assert_problem(ada.delete(f"/tokens/{row.id}"), 404)
    assert len(ada.get("/tokens").json["tokens"]) == 1


def test_use_is_told_without_a_write_for_every_request(world: World, ada: Caller, count_queries, monkeypatch: pytest.MonkeyPatch) -> None:
    made = make(ada)
    phone = Caller(world.app, made["token"])
    assert made["last_used"] is None
    first = count_queries(lambda: phone.get("/me"))
    assert count_queries(lambda: phone.get("/me")) < first

    def last_used() -> str:
        return next(t["last_used"] for t in ada.get("/tokens").json["tokens"] if t["id"] == made["id"])

    used = last_used()
    assert used >= made["created"]
    later(monkeypatch, tokens.USE_PRECISION + clock.SECOND)
    phone.get("/me")
    assert last_used() > used


def test_a_sign_in_link_works_once_and_for_15_minutes(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from postil.errors import NotSignedIn

    user_id = world.user_id("ada")
    with database.connection_context():
        link, late = tokens.sign_in_link(user_id), tokens.sign_in_link(user_id)
        assert tokens.link_is_good(link)
        assert tokens.sign_in(link)
        assert not tokens.link_is_good(link)
        with pytest.raises(NotSignedIn):
            tokens.sign_in(link)
        later(monkeypatch, tokens.SIGN_IN_LIFETIME + clock.SECOND)
        with pytest.raises(NotSignedIn):
            tokens.sign_in(late)


def test_a_link_followed_twice_at_once_signs_in_once(world: World) -> None:
    from postil.errors import NotSignedIn

    user_id = world.user_id("ada")
    with database.connection_context():
        link = tokens.sign_in_link(user_id)

    def follow() -> str | None:
        with database.connection_context():
            try:
                return tokens.sign_in(link)
            except NotSignedIn:
                return None

    assert len([secret for secret in at_once(*[follow] * 4) if secret]) == 1


def test_a_disabled_account_is_out_at_once(world: World, ada: Caller) -> None:
    from postil.models import User

    browser = session(world, "ada")
    same = {"Sec-Fetch-Site": "same-origin"}
    assert browser.get("/me", headers=same).status_code == 200
    with database.connection_context():
        User.update(disabled_at=1).where(User.name == "ada").execute()
    assert_problem(ada.get("/me"), 401)
    assert_problem(browser.get("/me", headers=same), 401)
