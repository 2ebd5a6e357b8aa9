"""Secrets: given out once, kept as a hash, of use only as long and as far as they were made for."""

from __future__ import annotations

import hashlib
from threading import Event
from typing import Any
from uuid import uuid4

import pytest
from browsing import browser_of
from factories import assert_problem, edit, note, written
from lab import session
from world import ORIGIN, Caller, World, at_once

from postil import clock
from postil.db import database, locked
from postil.models import MODELS, Token
from postil.services import tokens

#: What a browser adds to a request of the server's own page.
OWN = {"Sec-Fetch-Site": "same-origin"}


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


def test_a_token_makes_none_that_outlives_it(world: World, ada: Caller) -> None:
    made = make(ada, scopes=["account"], days=2)
    short = Caller(world.app, made["token"])
    for days in ({}, {"days": 3650}):
        assert make(short, scopes=["account"], **days)["expires"] == made["expires"]
    assert make(short, scopes=["account"], days=1)["expires"] < made["expires"]
    assert make(ada, scopes=["account"])["expires"] is None
    assert session(world, "ada").post("/tokens", {"name": "t", "scopes": ["read"]}, headers=OWN).json["expires"] is None


def test_revoking_ends_what_a_token_made(world: World, ada: Caller) -> None:
    """What a thief has made with it goes too, by whichever way it ends; what is its maker's or another's stays."""
    browser = session(world, "ada")
    for way in ("list", "oauth"):
        made = browser.post("/tokens", {"name": "lost", "scopes": ["account", "read"]}, headers=OWN).json
        child = make(Caller(world.app, made["token"]), scopes=["account", "read"])
        grandchild, other = make(Caller(world.app, child["token"])), make(ada)
        if way == "list":
            assert ada.delete(f"/tokens/{made['id']}").status_code == 204
        else:
            assert ada.ask("POST", "/oauth/revoke", data={"token": made["token"]}).status_code == 200
        for token in (made, child, grandchild):
            assert_problem(Caller(world.app, token["token"]).get("/me"), 401)
        assert Caller(world.app, other["token"]).get("/me").status_code == 200
    assert browser.get("/me", headers=OWN).status_code == 200


def test_a_long_chain_is_revoked_as_a_short_one_is(world: World, ada: Caller, count_queries) -> None:
    """A stolen token that made one that made one … a thousand deep is shut out by as few statements, its invitations too."""

    def chain(length: int) -> list[dict[str, Any]]:
        made = [tokens.create_for(world.user_id("ada"), "stolen", ["account"])]
        for kind in ["access"] * length + ["invite"]:
            secret, token = tokens.issue(kind, world.user_id("ada"), frozenset(), None, details={"made_by": made[-1]["id"]})
            made.append({"id": token.id, "token": secret})
        return made

    other = make(ada)
    with database.connection_context(), database.atomic():
        short, long = chain(2), chain(1200)
    few = count_queries(lambda: ada.delete(f"/tokens/{short[0]['id']}"))
    assert count_queries(lambda: ada.delete(f"/tokens/{long[0]['id']}")) == few
    with database.connection_context():
        assert not Token.select().where(Token.revoked_at.is_null() & (Token.id >= short[0]["id"])).exists()
    assert Caller(world.app, other["token"]).get("/me").status_code == 200


def test_what_a_token_makes_while_it_is_revoked_goes_too(world: World, ada: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    """A token of the chain makes another, and its transaction ends when those to be revoked have been read, and not yet revoked."""
    made = make(ada, scopes=["account"])
    child = make(Caller(world.app, made["token"]), scopes=["account"])
    begun, read, kept, real = Event(), Event(), [], tokens._made_with

    def made_with(*given: Any) -> set[int]:
        found = real(*given)
        read.set()
        return found

    def make_another() -> None:
        with database.connection_context(), database.atomic():
            maker = locked(Token.select().where(Token.id == child["id"])).get()
            kept.append(tokens.issue("access", maker.user_id, frozenset(("read",)), None, details=tokens.made_by(maker))[0])
            begun.set()
            if world.kind == "postgresql":  # SQLite has one writer at a time
                assert read.wait(30)

    def revoke() -> None:
        assert begun.wait(30)
        assert ada.delete(f"/tokens/{made['id']}").status_code == 204

    monkeypatch.setattr(tokens, "_made_with", made_with)
    at_once(make_another, revoke)
    assert_problem(Caller(world.app, kept[0]).get("/me"), 401)


def test_an_account_has_a_bounded_number_of_tokens(world: World, ada: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "MOST", 3)
    made, short = make(ada), make(ada, days=1)
    assert_problem(ada.post("/tokens", {"name": "one too many", "scopes": ["read"]}), 409, "too-many-tokens")
    refused = browser_of(world, "ada").post("/settings/tokens", name="one too many")
    assert refused.status_code == 409
    assert "revoke some first" in refused.text
    make(world.as_user("bob"))
    assert ada.delete(f"/tokens/{made['id']}").status_code == 204
    make(ada)
    later(monkeypatch, 2 * clock.DAY)
    assert short["id"] in [token["id"] for token in ada.get("/tokens").json["tokens"]]
    make(ada)


def test_a_token_that_only_writes_reads_nothing_by_writing(world: World, ada: Caller) -> None:
    group, pen = world.personal("ada"), world.as_user("ada", ["write"])
    made = pen.put(f"/annotations/{uuid4()}", note(group, "its own words"), headers={"Idempotency-Key": str(uuid4())})
    assert made.status_code == 201
    put = edit(ada, written(made), "wombat7f3a")
    key = {"Idempotency-Key": str(uuid4())}
    answers = [
        pen.patch(put.path, {}, headers={"If-Match": "*"}),
        pen.patch(put.path, {"postil:status": "open"}, headers={"If-Match": "*"} | key),
        pen.patch(put.path, {"postil:status": "open"}, headers={"If-Match": "*"} | key),
        pen.patch(put.path, {}, headers={"If-Match": '"stale"'}),
        pen.delete(put.path, headers={"If-Match": '"stale"'}),
        pen.delete(put.path, headers={"If-Match": "*"}),
        pen.post(f"{put.path}/restore"),
    ]
    assert [answer.status_code for answer in answers] == [204, 204, 204, 412, 412, 204, 204]
    assert not any("wombat7f3a" in answer.text for answer in answers)
    present = ada.get(put.path)
    assert answers[-1].headers["ETag"] == answers[1].headers["ETag"] == present.headers["ETag"]
    assert "wombat7f3a" in present.text


@pytest.mark.parametrize("path", ["/settings/tokens", "/password", "/teams", "/connect"])
def test_a_token_is_no_key_to_the_pages(world: World, ada: Caller, path: str) -> None:
    """One decides there about passwords and pairing: by those a token would reach farther than it was made for."""
    form = {"name": "x", "password": "a long password", "again": "a long password", "code": "BCDF-GHJK", "answer": "allow"}
    answer = ada.ask("POST", f"{ORIGIN}{path}", data=form, headers={"Origin": ORIGIN})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/sign-in")
    assert ada.get(f"{ORIGIN}/settings").status_code == 302
    assert len(ada.get("/tokens").json["tokens"]) == 1


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
        assert tokens.link_is_for(link)
        assert tokens.sign_in(link)
        assert tokens.link_is_for(link) is None
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
    assert browser.get("/me", headers=OWN).status_code == 200
    with database.connection_context():
        User.update(disabled_at=1).where(User.name == "ada").execute()
    assert_problem(ada.get("/me"), 401)
    assert_problem(browser.get("/me", headers=OWN), 401)
