"""The server's own pages: the same marks as on the papers' sites, and marking with no extension at work."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import PAPER, SEARCH
from .extension import Browser
from .own_pages import DAY, own_tab
from .reading import (
    HOST,
    abstract,
    card,
    click_mark,
    expect_marks,
    expect_painted,
    fill_note,
    highlight,
    open_page,
    painted,
    reload,
    write_note,
)
from .server import Server, User
from .site import Site
from .waiting import until_equal

pytestmark = pytest.mark.xdist_group("e2e-reading")

FERRYMAN, LANTERNS = "arxiv:2503.90417", "arxiv:2411.90233"
SENTENCE = "decides after every sixteen tokens whether the small model on the device should go on"
ENERGY = r"Ferryman keeps 97\% of the accuracy of the medium model while spending 6times less energy"
PROBES = "Dense probing answers that question at a price"


@pytest.fixture
def own_page(browser: Browser, site: Site, server: Server, user: User) -> Page:
    """The listing of the server itself, signed in; the extension is connected to nothing."""
    page = own_tab(browser, site, server, user)
    open_page(page, f"{server.url}/?day={DAY}")
    return page


def test_marks_made_on_the_papers_site_stand_on_the_servers_own_listing(
    page: Page, own_page: Page, browser: Browser, server: Server, user: User
) -> None:
    open_page(page, SEARCH)
    highlight(page, abstract(page, FERRYMAN), SENTENCE)
    write_note(page, abstract(page, FERRYMAN), ENERGY, "Which budget?", "energy")
    highlight(page, abstract(page, LANTERNS), PROBES)
    until_equal(lambda: len(user.notes(FERRYMAN, LANTERNS)), 3)
    reload(own_page)
    expect_painted(own_page, painted(page))
    click_mark(own_page, abstract(own_page, FERRYMAN), SENTENCE)
    expect(card(own_page)).to_contain_text(SENTENCE)
    # Found by a search too, and on the paper's own page.
    for address in (f"{server.url}/?q=ferryman", f"{server.url}/papers/{FERRYMAN}"):
        open_page(own_page, address)
        expect_marks(own_page, SENTENCE, ENERGY)


def test_a_note_made_without_the_extension_stands_on_the_papers_site(own_page: Page, browser: Browser, user: User) -> None:
    write_note(own_page, abstract(own_page, FERRYMAN), SENTENCE, "Written on the server", "here")
    marks = painted(own_page)
    until_equal(lambda: len(user.notes(FERRYMAN)), 1)
    browser.connect(user.url, user.token)
    page = browser.context.new_page()
    for address in (SEARCH, PAPER):
        open_page(page, address)
        expect_painted(page, marks)


def test_the_reader_on_the_servers_pages_edits_deletes_and_brings_back(own_page: Page, user: User) -> None:
    text = abstract(own_page, FERRYMAN)
    write_note(own_page, text, SENTENCE, "First")
    click_mark(own_page, text, SENTENCE)
    card(own_page).get_by_role("button", name="Edit").click()
    fill_note(own_page, "Second")
    until_equal(lambda: [note["body"][0]["value"] for note in user.notes(FERRYMAN)], ["Second"])
    card(own_page).get_by_role("button", name="Delete").click()
    until_equal(lambda: user.notes(FERRYMAN), [])
    own_page.get_by_role("group", name="Deleted").get_by_role("button", name="Undo").click()
    expect_marks(own_page, SENTENCE)
    reload(own_page)
    expect_marks(own_page, SENTENCE)


def test_what_is_marked_there_while_the_server_is_away_arrives_when_it_is_back(own_page: Page, server: Server, user: User) -> None:
    server.stop()
    highlight(own_page, abstract(own_page, FERRYMAN), SENTENCE)
    server.start()
    until_equal(lambda: [note["target"]["selector"][0]["exact"] for note in user.notes(FERRYMAN)], [SENTENCE], bound=60)
    reload(own_page)
    expect_marks(own_page, SENTENCE)


def test_the_extension_leaves_the_servers_own_pages_alone(own_page: Page, browser: Browser, user: User) -> None:
    browser.connect(user.url, user.token)
    reload(own_page)
    expect(own_page.locator(HOST)).to_have_count(1)
