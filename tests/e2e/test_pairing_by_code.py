"""Connecting the extension by a code that its user allows on the server's own page; and what the options promise about look-ups."""

from __future__ import annotations

import re

import httpx
import pytest
from playwright.sync_api import Page, expect

from .conftest import SEARCH
from .extension import Browser
from .own_pages import sign_in
from .reading import abstract, badge, card, expect_marks, highlight, open_page, write_note
from .server import Server, User
from .waiting import until_equal

pytestmark = pytest.mark.xdist_group("e2e-server")

FERRYMAN = "arxiv:2503.90417"
SENTENCE = "decides after every sixteen tokens whether the small model on the device should go on"


def ask_for_code(options: Page, server: Server) -> Page:
    """Presses Connect; the server's page with the same code, opened by the button beside it."""
    options.get_by_role("button", name="Connect", exact=True).click()
    code = options.locator("#code")
    expect(code).to_have_text(re.compile(r"^[A-Z]{4}-[A-Z]{4}$"))
    with options.context.expect_page() as opened:
        options.get_by_role("button", name="Open the server's page").click()
    connect = opened.value
    expect(connect).to_have_url(f"{server.url}/connect?code={code.text_content()}")
    expect(connect.locator("strong.code")).to_have_text(code.text_content() or "")
    expect(connect.get_by_role("heading")).to_contain_text("Postil extension in Chromium on Linux")
    return connect


def test_a_browser_is_connected_by_a_code_refused_allowed_and_disconnected(browser: Browser, server: Server, user: User) -> None:
    own = browser.context.new_page()
    sign_in(own, server, user)
    options = browser.open("options/options.html")
    options.get_by_label("Server address").fill(server.url)

    refused = ask_for_code(options, server)
    refused.get_by_role("button", name="Do not allow").click()
    expect(options.get_by_role("alert")).to_have_text("It was not allowed on the server's page, so nothing was connected.")
    expect(options.get_by_label("Server address")).to_have_value(server.url)

    allowed = ask_for_code(options, server)
    allowed.get_by_role("button", name="Allow", exact=True).click()
    expect(options.get_by_role("status")).to_have_text(f"Connected to {server.url}.")
    expect(options.get_by_text(f"({user.name})")).to_be_visible()
    page = browser.context.new_page()
    open_page(page, SEARCH)
    highlight(page, abstract(page, FERRYMAN), SENTENCE)
    until_equal(lambda: len(user.notes(FERRYMAN)), 1)

    token = browser.stored()["account"]["token"]
    until_equal(lambda: browser.ask("waiting")["operations"], [])
    options.get_by_role("button", name="Disconnect").click()
    expect(options.get_by_role("status")).to_have_text("Disconnected.")
    me = {"url": f"{server.url}/api/me", "headers": {"Authorization": f"Bearer {token}"}, "timeout": 20.0}
    until_equal(lambda: httpx.get(**me).status_code, 401)
    assert token not in str(browser.stored())


def test_a_code_that_is_given_up_leaves_everything_as_it_was(browser: Browser, server: Server) -> None:
    options = browser.open("options/options.html")
    options.get_by_label("Server address").fill(server.url)
    options.get_by_role("button", name="Connect", exact=True).click()
    expect(options.get_by_role("heading", name="Allow this browser on your server")).to_be_visible()
    options.get_by_role("button", name="Cancel").click()
    expect(options.get_by_label("Server address")).to_have_value(server.url)
    assert not browser.ask("status")["paired"]


def test_where_only_opened_badges_are_looked_up_nothing_is_asked_before(page: Page, browser: Browser, server: Server, user: User) -> None:
    open_page(page, SEARCH)
    write_note(page, abstract(page, FERRYMAN), SENTENCE, "Kept on the server")
    until_equal(lambda: len(user.notes(FERRYMAN)), 1)
    browser.forget()
    browser.connect(user.url, server.new_token(user))
    options = browser.open("options/options.html")
    options.get_by_label("a paper when I open its badge").check()
    expect(options.get_by_role("status")).to_have_text("Kept.")

    again = browser.context.new_page()
    open_page(again, SEARCH)
    expect_marks(again)
    mark = badge(again, FERRYMAN)
    expect(mark).to_have_accessible_name(re.compile("^Look for notes: "))
    mark.click()
    expect(card(again)).to_contain_text("Kept on the server")
    expect_marks(again, SENTENCE)
    again.reload()
    expect_marks(again, SENTENCE)  # kept here by now
