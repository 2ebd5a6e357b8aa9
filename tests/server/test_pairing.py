"""Connecting a program by a code (RFC 8628), and ending its token (RFC 7009)."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from browsing import FOREIGN, Browser, browser_of, elements
from factories import assert_problem, note
from werkzeug.test import TestResponse
from world import ORIGIN, Caller, World, at_once

from postil.clock import SECOND, now
from postil.db import database
from postil.models import Throttle, Token, User
from postil.policy import SCOPES

GRANT = "urn:ietf:params:oauth:grant-type:device_code"


def send(world: World, path: str, **form: str) -> TestResponse:
    response: TestResponse = world.nobody.ask("POST", f"/oauth/{path}", data=form)
    assert response.headers["Cache-Control"] == "no-store"
    return response


def ask(world: World, **form: str) -> dict[str, Any]:
    asked = send(world, "device", **({"client_name": "A <b>program</b>"} | form))
    assert asked.status_code == 200, asked.text
    document: dict[str, Any] = asked.json
    return document


def poll(world: World, asked: dict[str, Any], *, later: bool = True) -> TestResponse:
    """One poll of the program; `later`: after the interval."""
    if later:
        with database.connection_context():
            Token.update(last_used=Token.last_used - asked["interval"] * SECOND).where(Token.kind == "device").execute()
    return send(world, "token", grant_type=GRANT, device_code=asked["device_code"])


def refused(response: TestResponse) -> str:
    assert response.status_code == 400
    assert response.content_type == "application/json"
    assert set(response.json) == {"error", "error_description"}
    return str(response.json["error"])


def answer(browser: Browser, asked: dict[str, Any], answer: str = "allow") -> TestResponse:
    return browser.post("/connect", code=asked["user_code"], answer=answer)


def test_the_whole_way(world: World) -> None:
    asked = ask(world)
    assert asked["verification_uri"] == f"{ORIGIN}/connect"
    assert (asked["expires_in"], asked["interval"]) == (600, 3)
    assert refused(poll(world, asked)) == "authorization_pending"
    browser = browser_of(world, "ada")
    page = browser.get(asked["verification_uri_complete"].removeprefix(ORIGIN))
    assert page.status_code == 200
    assert asked["user_code"] in page.text
    assert "A &lt;b&gt;program&lt;/b&gt;" in page.text
    assert refused(poll(world, asked)) == "authorization_pending", "looking at the page allows nothing"
    assert "Connected" in answer(browser, asked).text
    given = poll(world, asked)
    assert given.status_code == 200
    assert given.json.keys() == {"access_token", "token_type", "expires_in", "scope"}
    assert (given.json["token_type"], given.json["scope"]) == ("Bearer", "read write")
    caller = Caller(world.app, given.json["access_token"])
    assert caller.get("/me").json["scopes"] == ["read", "write"]
    assert caller.put(f"/annotations/{uuid4()}", note(world.personal("ada"))).status_code == 201
    assert_problem(caller.get("/tokens"), 403, "missing-scope")
    assert "A &lt;b&gt;program&lt;/b&gt;" in browser.get("/settings").text, "and is listed where it can be revoked"


def test_a_token_is_given_once(world: World) -> None:
    asked = ask(world)
    answer(browser_of(world, "ada"), asked)
    assert poll(world, asked).status_code == 200
    assert refused(poll(world, asked)) == "expired_token"


def test_of_two_polls_at_once_one_gets_the_token(world: World) -> None:
    asked = ask(world)
    answer(browser_of(world, "ada"), asked)
    answers = at_once(*[lambda: poll(world, asked, later=False).status_code] * 4)
    assert sorted(answers) == [200, 400, 400, 400]
    with database.connection_context():
        assert Token.select().where((Token.kind == "access") & (Token.user == world.user_id("ada"))).count() == 1


def test_who_polls_too_often_is_told_to_slow_down(world: World) -> None:
    asked = ask(world)
    assert refused(poll(world, asked)) == "authorization_pending"
    assert refused(poll(world, asked, later=False)) == "slow_down"
    assert refused(poll(world, asked)) == "authorization_pending"


def test_what_the_user_denies_stays_denied(world: World) -> None:
    asked, browser = ask(world), browser_of(world, "ada")
    assert "Not connected" in answer(browser, asked, "deny").text
    assert answer(browser, asked).status_code == 404, "answered already"
    assert refused(poll(world, asked)) == "access_denied"
    assert refused(poll(world, asked)) == "expired_token"


def test_anything_but_allow_is_no(world: World) -> None:
    asked = ask(world)
    answer(browser_of(world, "ada"), asked, "")
    assert refused(poll(world, asked)) == "access_denied"


def test_an_old_code_connects_nothing(world: World) -> None:
    asked = ask(world)
    with database.connection_context():
        Token.update(expires=now()).where(Token.kind == "device").execute()
    assert answer(browser_of(world, "ada"), asked).status_code == 404
    assert refused(poll(world, asked)) == "expired_token"


@pytest.mark.parametrize("code", ["", "x", "postil_x", "ä", "\0", "x" * 900])
def test_an_unknown_device_code_has_expired(world: World, code: str) -> None:
    assert refused(send(world, "token", grant_type=GRANT, device_code=code)) == "expired_token"


def test_secrets_of_other_kinds_are_no_device_codes(world: World) -> None:
    token = str(world.as_user("ada").token)
    assert refused(send(world, "token", grant_type=GRANT, device_code=token)) == "expired_token"
    asked = ask(world)
    assert_problem(Caller(world.app, asked["device_code"]).get("/me"), 401)


@pytest.mark.parametrize("grant", ["", "password", "authorization_code"])
def test_other_grants_are_refused(world: World, grant: str) -> None:
    assert refused(send(world, "token", grant_type=grant)) == "unsupported_grant_type"


@pytest.mark.parametrize("scope", ["admin", "read admin", "read,write", " read \0"])
def test_scopes_that_do_not_exist(world: World, scope: str) -> None:
    if "\0" in scope:  # counts as not given
        ask(world, scope=scope)
    else:
        assert refused(send(world, "device", scope=scope)) == "invalid_scope"


@pytest.mark.parametrize("asked_for", ["read", "account", "read write account"])
def test_a_program_gets_what_it_asked_for_and_no_more_than_its_user_has(world: World, asked_for: str) -> None:
    asked = ask(world, scope=asked_for)
    answer(browser_of(world, "ada"), asked)
    assert poll(world, asked).json["scope"].split() == sorted(asked_for.split())
    with database.connection_context():  # a session of fewer scopes
        Token.update(scopes="account read").where(Token.kind == "session").execute()
    asked, browser = ask(world, scope=asked_for), browser_of(world, "ada")
    with database.connection_context():
        Token.update(scopes="account read").where(Token.kind == "session").execute()
    answer(browser, asked)
    assert set(poll(world, asked).json["scope"].split()) == set(asked_for.split()) & {"account", "read"}


def test_a_code_is_read_as_people_type_it(world: World) -> None:
    asked, browser = ask(world), browser_of(world, "ada")
    typed = f" {asked['user_code'].lower().replace('-', ' ')} "
    assert "Connect “A " in browser.get(f"/connect?code={typed.replace(' ', '+')}").text
    assert elements(browser.get("/connect"), "input", name="code")


def test_guessing_codes_is_throttled(world: World) -> None:
    asked, browser = ask(world), browser_of(world, "mallory")
    statuses = [browser.get("/connect?code=BBBB-BBBB").status_code for _ in range(11)]
    assert statuses == [404] * 10 + [429]
    waits = answer(browser, asked)
    assert waits.status_code == 429
    assert int(waits.headers["Retry-After"]) > 0
    assert answer(browser_of(world, "ada"), asked).status_code == 200, "others are not held up"


def test_beginning_is_throttled_by_address(world: World) -> None:
    for _ in range(30):
        ask(world)
    waits = world.nobody.ask("POST", "/oauth/device", data={})
    assert_problem(waits, 429, "too-many")
    assert 0 < int(waits.headers["Retry-After"]) <= 600
    with database.connection_context():
        assert Throttle.select().count() == 1


def test_nobody_answers_for_somebody_else(world: World) -> None:
    """A page of another site can neither allow nor find out."""
    asked, browser = ask(world), browser_of(world, "ada")
    assert browser.post("/connect", headers=FOREIGN, code=asked["user_code"], answer="allow").status_code == 403
    assert Browser(world.app).get(f"/connect?code={asked['user_code']}").status_code == 302
    assert refused(poll(world, asked)) == "authorization_pending"


def test_of_two_users_with_one_code_the_first_decides(world: World) -> None:
    asked = ask(world)
    browsers = [browser_of(world, name) for name in ("ada", "mallory")]
    assert sorted(at_once(*(lambda b=b: answer(b, asked).status_code for b in browsers))) == [200, 404]
    assert poll(world, asked).status_code == 200


def test_a_user_who_was_disabled_since_gets_a_token_of_no_use(world: World) -> None:
    asked = ask(world)
    answer(browser_of(world, "ada"), asked)
    with database.connection_context():
        User.update(disabled_at=now()).where(User.name == "ada").execute()
    assert_problem(Caller(world.app, poll(world, asked).json["access_token"]).get("/me"), 401)


def test_an_extension_s_origin_may_pair(world: World) -> None:
    headers = {"Origin": "chrome-extension://abcdefghijklmnop"}
    assert world.nobody.ask("POST", "/oauth/device", data={}, headers=headers).status_code == 200
    assert_problem(world.nobody.ask("POST", "/oauth/device", data={}, headers={"Origin": "https://evil.example"}), 403)


# --- revoking --------------------------------------------------------------------------------------------------------------------------


def test_whoever_holds_a_token_ends_it(world: World) -> None:
    caller = world.as_user("ada", SCOPES)
    for _ in range(2):
        assert send(world, "revoke", token=str(caller.token)).status_code == 200
    assert_problem(caller.get("/me"), 401)


@pytest.mark.parametrize("token", ["", "postil_x", "ä", "\0"])
def test_revoking_what_is_no_token_is_no_error(world: World, token: str) -> None:
    assert send(world, "revoke", token=token).status_code == 200


def test_a_session_is_not_ended_by_revoking(world: World) -> None:
    browser = browser_of(world, "ada")
    cookie = browser._client.get_cookie("postil_session_8017", domain="127.0.0.1")
    assert cookie is not None
    send(world, "revoke", token=cookie.value)
    assert browser.get("/").status_code == 200
