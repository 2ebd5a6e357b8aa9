"""Another password ends what was begun under the old one, whatever is under way at that moment."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from browsing import Browser, browser_of, link_for
from racing import before, while_under_way
from test_pairing import answer, ask, poll, refused
from werkzeug.test import TestResponse
from world import World

from postil.services import pairing, passwords, tokens

OWN, THEIRS = "what ada chose herself", "what somebody else chose"


def change(world: World) -> Callable[[], TestResponse]:
    browser = browser_of(world, "ada")
    return lambda: browser.post("/password", password=OWN, again=OWN)


def test_a_code_that_was_allowed_gives_no_token(world: World) -> None:
    asked = ask(world)
    answer(browser_of(world, "ada"), asked)
    assert change(world)().status_code == 303
    assert refused(poll(world, asked)) == "expired_token"


def test_a_session_that_ends_allows_no_code(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, elsewhere = ask(world), browser_of(world, "ada")
    changed = before(monkeypatch, pairing, "in_transaction", change(world))
    answer(elsewhere, asked)
    assert changed[0].status_code == 303
    assert refused(poll(world, asked)) == "authorization_pending"


def test_a_session_that_ends_chooses_no_password(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = browser_of(world, "ada")
    before(monkeypatch, passwords, "in_transaction", change(world))
    elsewhere.post("/password", password=THEIRS, again=THEIRS)
    signs_in = [Browser(world.app).post("/sign-in", name="ada", password=password).status_code for password in (OWN, THEIRS)]
    assert signs_in == [303, 401]


@pytest.mark.usefixtures("on_postgresql")
@pytest.mark.parametrize("moment", ["new_session", "hold"])
def test_a_link_that_is_spent_meanwhile_lets_nobody_stay(world: World, monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    """Just before its session is made, or after the link was looked at."""
    browser, link = Browser(world.app), link_for(world, "ada")
    with ThreadPoolExecutor() as threads:
        changed = while_under_way(monkeypatch, threads, tokens, moment, change(world))
        browser.post(link)
    assert changed[0].result().status_code == 303
    assert browser.get("/settings").headers.get("Location", "").startswith("/sign-in")


@pytest.mark.usefixtures("on_postgresql")
def test_a_code_that_is_allowed_meanwhile_gives_no_token(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, elsewhere = ask(world), browser_of(world, "ada")
    with ThreadPoolExecutor() as threads:
        changed = while_under_way(monkeypatch, threads, pairing, "locked", change(world))
        answer(elsewhere, asked)
    assert changed[0].result().status_code == 303
    assert refused(poll(world, asked)) == "expired_token"
