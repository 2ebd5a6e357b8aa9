"""A page that the browser has put aside whole hears nothing; when the reader goes back to it, it is right again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import PAPER, SEARCH
from .extension import Browser
from .own_pages import own_tab, sign_in
from .reading import HOST, abstract, badge, expect_marks, open_page, write_note
from .server import Server, User
from .site import Site
from .waiting import until_equal

pytestmark = pytest.mark.xdist_group("e2e-reading")

KEY = "arxiv:2503.90417"
SENTENCE = "The decision rests on two signals"
OTHER = "https://openreview.net/forum"


def leave(page: Page, url: str = PAPER) -> None:
    page.evaluate("addEventListener('pageshow', ({persisted}) => { window.putAside = persisted; })")
    open_page(page, url)


def go_back(page: Page) -> None:
    page.go_back(wait_until="commit")
    assert page.evaluate("window.putAside"), "the browser loaded it anew: nothing was tested"


def test_what_was_written_meanwhile_is_there(page: Page) -> None:
    open_page(page, SEARCH)
    leave(page)
    write_note(page, abstract(page, KEY), SENTENCE, "Which two?")
    go_back(page)
    expect_marks(page, SENTENCE)


def test_another_account_sees_nothing_of_the_one_before(page: Page, browser: Browser, server: Server) -> None:
    open_page(page, SEARCH)
    write_note(page, abstract(page, KEY), SENTENCE, "Which two?")
    until_equal(lambda: browser.ask("status")["waiting"], 0)
    leave(page)
    browser.connect(server.url, server.new_user().token)
    go_back(page)
    expect_marks(page)
    expect(badge(page, KEY)).to_be_visible()


def test_a_site_that_was_switched_off(page: Page, browser: Browser) -> None:
    browser.ask("switch-site", {"site": "openreview.net", "on": True})
    open_page(page, OTHER)
    leave(page, SEARCH)
    browser.ask("switch-site", {"site": "openreview.net", "on": False})
    go_back(page)
    expect(page.locator(HOST)).to_have_count(0)


def test_a_site_that_is_still_on(page: Page, browser: Browser) -> None:
    browser.ask("switch-site", {"site": "openreview.net", "on": True})
    open_page(page, OTHER)
    browser.ask("pause", {"site": "openreview.net", "paused": True})
    expect(page.locator(HOST)).to_have_count(0)
    leave(page, SEARCH)
    browser.ask("pause", {"site": "openreview.net", "paused": False})
    go_back(page)
    expect(page.locator(f"{HOST} .badge")).to_be_visible()


def test_a_page_of_the_server_s_that_another_signed_in_from(browser: Browser, site: Site, server: Server, user: User) -> None:
    """In another tab, while this one was put aside: it shows and takes nothing as the first one's."""
    page = own_tab(browser, site, server, user)
    open_page(page, f"{server.url}/papers/{KEY}")
    write_note(page, abstract(page, KEY), SENTENCE, "Which two?")
    until_equal(lambda: len(user.notes(KEY)), 1)
    leave(page, SEARCH)
    other = browser.context.new_page()
    other.goto(server.url)
    other.get_by_role("button", name="Sign out").click()
    expect(other.get_by_role("button", name="Sign out")).to_have_count(0)
    bob = server.new_user()
    sign_in(other, server, bob)
    page.bring_to_front()
    go_back(page)
    expect_marks(page)
    write_note(page, abstract(page, KEY), SENTENCE, "Mine")
    until_equal(lambda: len(bob.notes(KEY)), 1)
    assert len(user.notes(KEY)) == 1
