"""A reading group's first hour: the owner starts a server and invites, a colleague joins, both connect their browsers, mark the same
listing, see each other's marks, answer, and take everything out. Nothing is prepared but the server's command and the browsers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from .conftest import SEARCH, installed
from .extension import Browser
from .reading import abstract, card, choose, click_mark, expect_marks, fill_note, open_page, select, toolbar
from .server import Server
from .site import Site

pytestmark = pytest.mark.xdist_group("e2e-server")

PAPER = "arxiv:2503.90417"
SENTENCE = "decides after every sixteen tokens whether the small model on the device should go on"
SIGNALS = "The decision rests on two signals"


@pytest.fixture
def new_server(tmp_path: Path, built: Path | None) -> Iterator[Server]:
    server = Server(tmp_path, built and built / "server")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def new_browser(playwright: Playwright, extension: Path, site: Site, tmp_path: Path) -> Iterator[Callable[[str], Browser]]:
    """Starts a browser as it comes from the shop, with the extension just loaded."""
    started: list[Browser] = []

    def start(name: str) -> Browser:
        browser = Browser(playwright, installed.find(), extension, tmp_path / name, site.host_rules)
        browser.start()
        started.append(browser)
        return browser

    yield start
    for browser in started:
        browser.stop()


def connect(browser: Browser, server: Server) -> None:
    options = browser.open("options/options.html")
    options.get_by_label("Server address").fill(server.url)
    options.get_by_role("button", name="Connect", exact=True).click()
    with browser.context.expect_page() as opened:
        options.get_by_role("button", name="Open the server's page").click()
    opened.value.get_by_role("button", name="Allow", exact=True).click()
    expect(options.get_by_role("status")).to_have_text(f"Connected to {server.url}.")


def make_team(page: Page, server: Server, name: str) -> str:
    """Makes the team on the server's pages; the link that invites into it."""
    page.goto(f"{server.url}/settings")
    page.get_by_role("region", name="Teams").get_by_label("Name").fill(name)
    page.get_by_role("button", name="Make a team").click()
    page.get_by_role("button", name="Make a link").click()
    return page.get_by_label(f"A link that invites into {name}").input_value()


def join(page: Page, link: str, name: str) -> None:
    page.goto(link)
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Password").fill("ten characters or more")
    page.get_by_role("button", name="Make the account and join").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Readers")
    expect(page.get_by_role("region", name="Members")).to_contain_text(name)


def listing(browser: Browser) -> Page:
    page = browser.context.new_page()
    open_page(page, SEARCH)
    return page


def mark_for_team(page: Page, quote: str) -> None:
    select(page, abstract(page, PAPER), quote)
    choose(toolbar(page).get_by_role("combobox", name="Save to"), "Readers")


def expect_marks_live(page: Page, *quotes: str) -> None:
    """As soon as the reader looks at the page again."""
    page.bring_to_front()
    page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    expect_marks(page, *quotes)


def test_the_first_hour_of_a_reading_group(new_server: Server, new_browser: Callable[[str], Browser]) -> None:
    owner, colleague = new_browser("owner"), new_browser("colleague")

    own = owner.context.new_page()
    own.goto(new_server.postil("login-link"))
    own.get_by_role("button", name="Sign in").click()
    own.get_by_role("link", name="Not now").click()
    link = make_team(own, new_server, "Readers")
    connect(owner, new_server)

    theirs = colleague.context.new_page()
    join(theirs, link, "mei")
    connect(colleague, new_server)
    late = new_browser("late").context.new_page()
    late.goto(link)
    expect(late.get_by_role("main")).to_contain_text(re.compile("used"))

    mine, hers = listing(owner), listing(colleague)
    mark_for_team(mine, SENTENCE)
    toolbar(mine).get_by_role("button", name="Note").click()
    fill_note(mine, "At which budget?")
    expect_marks(mine, SENTENCE)
    expect_marks_live(hers, SENTENCE)
    mark_for_team(hers, SIGNALS)
    toolbar(hers).get_by_role("button", name="Highlight").click()
    click_mark(hers, abstract(hers, PAPER), SENTENCE)
    card(hers).get_by_role("button", name="Reply").click()
    card(hers).get_by_label("Reply", exact=True).fill("Equal tokens, table 3")
    card(hers).get_by_role("button", name="Save").click()
    expect(card(hers).locator(".answer .text")).to_have_text("Equal tokens, table 3")

    expect_marks_live(mine, SENTENCE, SIGNALS)
    click_mark(mine, abstract(mine, PAPER), SENTENCE)
    expect(card(mine).locator(".answer")).to_contain_text("Equal tokens, table 3")
    expect(card(mine).locator(".answer")).to_contain_text("mei")

    for page in (own, theirs):
        page.goto(f"{new_server.url}/settings")
        page.get_by_role("link", name="Readers").click()
        region = page.get_by_role("region", name="Export")
        with page.expect_download() as taken:
            region.get_by_role("button", name=re.compile("^Export")).click()
        text = taken.value.path().read_text("utf-8")
        assert all(words in text for words in ("At which budget?", "Equal tokens, table 3", SENTENCE, SIGNALS))
