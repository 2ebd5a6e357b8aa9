"""Signing in by name and password: what is told, how often it may be tried, and where one goes on to."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import argon2
import pytest
from browsing import FOREIGN, Browser, browser_of, elements, link_for
from werkzeug.test import TestResponse
from world import World, at_once

from postil.clock import MINUTE, now
from postil.db import database
from postil.errors import TooMany
from postil.models import Throttle, User
from postil.services import passwords, throttles

PASSWORD = "correct horse battery"


def with_password(world: World, name: str = "ada") -> Browser:
    browser = browser_of(world, name)
    assert browser.post("/password", password=PASSWORD, again=PASSWORD).status_code == 303
    return browser


def sign_in(world: World, name: str = "ada", password: str = PASSWORD, **more: Any) -> TestResponse:
    return Browser(world.app).post("/sign-in", name=name, password=password, **more)


def said(page: TestResponse) -> str:
    """The page without what the user typed."""
    return " ".join(element.words for element in elements(page, role="alert"))


def test_a_password_is_offered_after_the_first_link_and_signs_in(world: World) -> None:
    browser = Browser(world.app)
    assert browser.post(link_for(world, "ada")).headers["Location"] == "/password"
    assert "Choose a password" in browser.get("/password").text
    assert browser.post("/password", password=PASSWORD, again=PASSWORD).headers["Location"] == "/"
    assert Browser(world.app).post(link_for(world, "ada")).headers["Location"] == "/", "not offered again"
    other = Browser(world.app)
    signed = other.post("/sign-in", name=" Ada ", password=PASSWORD)
    assert (signed.status_code, signed.headers["Location"]) == (303, "/")
    assert "HttpOnly" in signed.headers["Set-Cookie"]
    assert other.get("/settings").status_code == 200


def test_another_password_signs_out_elsewhere(world: World) -> None:
    """Whoever got in by the old one, or sits at a browser that was left open, is out."""
    browser, elsewhere, somebody_else = with_password(world), browser_of(world, "ada"), with_password(world, "bob")
    link, token = link_for(world, "ada"), world.as_user("ada")
    assert browser.post("/password", password=f"{PASSWORD} 2", again=f"{PASSWORD} 2").status_code == 303
    assert elsewhere.get("/settings").headers["Location"].startswith("/sign-in")
    assert Browser(world.app).post(link).status_code == 401
    assert [b.get("/settings").status_code for b in (browser, somebody_else)] == [200, 200]
    assert token.get("/me").status_code == 200, "programs are ended one by one, in the settings"


def test_nobody_comes_in_by_a_password_that_is_changed_at_that_moment(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    browser, real = with_password(world), passwords._is_right

    def is_right(*arguments: Any) -> bool:
        found = real(*arguments)
        at_once(lambda: browser.post("/password", password=f"{PASSWORD} 2", again=f"{PASSWORD} 2"))
        return found

    monkeypatch.setattr(passwords, "_is_right", is_right)
    assert sign_in(world).status_code == 401


def test_the_form_is_there_once_anybody_has_a_password(world: World) -> None:
    assert not elements(Browser(world.app).get("/sign-in"), "input", name="password")
    with_password(world)
    assert elements(Browser(world.app).get("/sign-in"), "input", name="password")


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("ada", "wrong"),
        ("nobody-here", PASSWORD),
        ("bob", PASSWORD),
        ("", ""),
        ("a\0b", PASSWORD),
        ("ada", PASSWORD + "\0"),
        ("ada", "x" * 900),
    ],
)
def test_it_is_never_told_which_of_the_two_was_wrong(world: World, name: str, password: str) -> None:
    with_password(world)
    world.user_id("bob")  # has no password
    refused = sign_in(world, name, password)
    assert refused.status_code == 401
    assert said(refused) == "This name and password do not go together."
    assert "Set-Cookie" not in refused.headers


def test_a_disabled_account_is_refused_in_the_same_words(world: World) -> None:
    for name in ("ada", "bob"):
        with_password(world, name)
    with database.connection_context():
        User.update(disabled_at=now()).where(User.name == "ada").execute()
    refused = sign_in(world)
    assert (refused.status_code, said(refused)) == (401, "This name and password do not go together.")
    assert "Set-Cookie" not in refused.headers


def test_the_eleventh_try_waits_even_with_the_right_password(world: World) -> None:
    with_password(world)
    with_password(world, "bob")
    for _ in range(10):
        assert sign_in(world, password="wrong").status_code == 401
    waits = sign_in(world)
    assert waits.status_code == 429
    assert 0 < int(waits.headers["Retry-After"]) <= 15 * 60
    assert "too many tries" in waits.text.lower()
    assert "Set-Cookie" not in waits.headers
    assert sign_in(world, "bob").status_code == 303, "another name is another count"
    with database.connection_context():  # the window is over
        Throttle.update(window=Throttle.window - 15 * MINUTE).execute()
    assert sign_in(world).status_code == 303


def test_a_name_that_does_not_exist_is_counted_alike(world: World) -> None:
    with_password(world)
    statuses = [sign_in(world, "nobody-here", "wrong").status_code for _ in range(11)]
    assert statuses == [401] * 10 + [429]


def test_success_forgives_the_tries_before_it(world: World) -> None:
    with_password(world)
    for _ in range(2):
        for _ in range(9):
            sign_in(world, password="wrong")
        assert sign_in(world).status_code == 303


def test_an_address_has_so_many_tries_whatever_the_names(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else it had the server hash for ever. What is beyond is refused before that; who gets in is forgiven under their own name alone."""
    monkeypatch.setattr(throttles, "ADDRESS", throttles.Limit("sign-in-from", 5, 15 * MINUTE))
    with_password(world)
    assert [sign_in(world, f"nobody-{n}", "wrong").status_code for n in range(4)] == [401] * 4
    assert sign_in(world).status_code == 303
    monkeypatch.setattr(passwords, "_hasher", None)
    waits = sign_in(world)
    assert waits.status_code == 429
    assert 0 < int(waits.headers["Retry-After"]) <= 15 * 60
    with database.connection_context():
        tried = Throttle.get(Throttle.key == "sign-in:nobody-0 127.0.0.1").count
        assert not Throttle.select().where(Throttle.key == "sign-in:ada 127.0.0.1").exists(), "a try that was refused counts once"
    assert tried == 1


def test_hashing_leaves_threads_for_others(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for it: who waits would keep a thread."""
    with_password(world)
    begun, go = threading.Semaphore(0), threading.Event()

    class Slow(argon2.PasswordHasher):
        def verify(self, *given: Any) -> Any:
            begun.release()
            assert go.wait(30)
            return super().verify(*given)

    monkeypatch.setattr(passwords, "_hasher", Slow(time_cost=1, memory_cost=8, parallelism=1))
    with ThreadPoolExecutor(passwords.AT_ONCE) as threads:
        signing = [threads.submit(sign_in, world) for _ in range(passwords.AT_ONCE)]
        for _ in signing:
            assert begun.acquire(timeout=30)
        refused = sign_in(world)
        assert (refused.status_code, refused.headers["Retry-After"]) == (503, "1")
        go.set()
        assert [signed.result().status_code for signed in signing] == [303] * passwords.AT_ONCE
    assert sign_in(world).status_code == 303


def test_tries_at_once_are_all_counted(world: World) -> None:
    """The count is in the database, so it holds across threads, processes and restarts."""

    def one(_: int) -> bool:
        with database.connection_context():
            try:
                throttles.spend(throttles.SIGN_IN, "ada 127.0.0.1")
            except TooMany:
                return False
        return True

    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(one, range(16))) == 10


def test_who_counts_one_thing_forgets_no_other(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A window of 15 minutes goes on while windows of 10 begin anew."""
    begun = 20_000 * 30 * MINUTE
    spent: list[int] = []
    with database.connection_context():
        for minute, limit in [(0, throttles.SIGN_IN)] * 10 + [(11, throttles.PAIRING), (14, throttles.SIGN_IN)]:
            monkeypatch.setattr(throttles, "now", lambda minute=minute: begun + minute * MINUTE)
            try:
                throttles.spend(limit, "x")
            except TooMany as error:
                spent.append(error.details["retry_after"])
    assert spent == [61]


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"password": PASSWORD, "again": "other"}, "the two are not the same"),
        ({"password": "short", "again": "short"}, "from 10 to 200 characters"),
        ({"password": "x" * 201, "again": "x" * 201}, "from 10 to 200 characters"),
        ({}, "from 10 to 200 characters"),
    ],
)
def test_a_password_that_is_none_is_refused(world: World, form: dict[str, str], words: str) -> None:
    browser = browser_of(world, "ada")
    refused = browser.post("/password", **form)
    assert refused.status_code == 422
    assert words in said(refused)
    with database.connection_context():
        assert User.get(User.name == "ada").password_hash is None


def test_what_is_kept_is_an_argon2id_hash(world: World) -> None:
    with_password(world)
    with database.connection_context():
        assert User.get(User.name == "ada").password_hash.startswith("$argon2id$")


def test_only_our_own_pages_send_these_forms(world: World) -> None:
    browser = with_password(world)
    assert browser.post("/password", headers=FOREIGN, password="another password", again="another password").status_code == 403
    assert browser.post("/sign-in", headers=FOREIGN, name="ada", password=PASSWORD).status_code == 403
    assert sign_in(world).status_code == 303


# --- where one goes on to --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("onward", ["/settings", "/papers/arxiv:2504.13171?x=1", "/connect?code=BCDF-GHJK", "/?q=a%20b"])
def test_signing_in_leads_on_to_where_one_was(world: World, onward: str) -> None:
    with_password(world)
    page = Browser(world.app).get("/sign-in", headers={"Sec-Fetch-Dest": "document"})
    assert not elements(page, "input", name="next")
    shown = Browser(world.app)._client.get("/sign-in", base_url="http://127.0.0.1:8017", query_string={"next": onward})
    (field,) = elements(shown, "input", name="next")
    assert field["value"] == onward
    assert sign_in(world, next=onward).headers["Location"] == onward


@pytest.mark.parametrize(
    "onward",
    [
        "//evil.example", "/\\evil.example", "https://evil.example", "http:evil.example", "javascript:alert(1)", "evil.example",
        "\\\\evil.example",
        "/\t/evil.example", "\t//evil.example", " //evil.example", "/\n/evil.example", "/\r\nSet-Cookie: a=b", "",
        "///evil.example", "/x\0",
        "/" + "x" * 3000,
    ],
)  # fmt: skip
def test_signing_in_never_leads_to_another_site(world: World, onward: str) -> None:
    with_password(world)
    sent = sign_in(world, next=onward)
    assert (sent.status_code, sent.headers["Location"]) == (303, "/")
    shown = Browser(world.app)._client.get("/sign-in", base_url="http://127.0.0.1:8017", query_string={"next": onward})
    assert not elements(shown, "input", name="next")
