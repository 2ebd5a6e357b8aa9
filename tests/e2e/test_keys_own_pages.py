"""The letters that are keys on the server's own pages: chosen in its settings, with no extension at work."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from .extension import Browser
from .own_pages import DAY, own_tab
from .reading import HOST, abstract, expect_marks, open_page, select, toolbar
from .server import Server, User
from .site import Site

pytestmark = pytest.mark.xdist_group("e2e-reading")

FERRYMAN = "arxiv:2503.90417"


@pytest.fixture
def listing(browser: Browser, site: Site, server: Server, user: User) -> Iterator[Page]:
    page = own_tab(browser, site, server, user)
    open_page(page, f"{server.url}/?day={DAY}")
    yield page
    # The browser is shared with other tests, which begin with the usual letters.
    tools = page.context.new_cdp_session(page)
    tools.send("Storage.clearDataForOrigin", {"origin": server.url, "storageTypes": "indexeddb"})


@pytest.fixture
def settings(listing: Page, server: Server) -> Page:
    """In a tab of its own: the listing stays open."""
    page = listing.context.new_page()
    page.goto(f"{server.url}/settings")
    return page


def field(settings: Page, name: str) -> Locator:
    return settings.get_by_role("region", name="Keys").get_by_role("textbox", name=name, exact=True)


def test_another_letter_is_taken_on_a_page_that_is_open_and_kept(listing: Page, settings: Page, server: Server) -> None:
    field(settings, "Highlight").fill("n")
    expect(field(settings, "Highlight")).to_have_accessible_description("“n” is the key for “Note” already.")
    field(settings, "Highlight").fill("m")
    expect(settings.get_by_text("Kept.")).to_be_visible()
    listing.bring_to_front()
    select(listing, abstract(listing, FERRYMAN), "two signals")
    expect(toolbar(listing).locator("kbd")).to_have_text(["m", "n"])
    listing.keyboard.press("h")
    expect(toolbar(listing)).to_be_visible()
    listing.keyboard.press("m")
    expect_marks(listing, "two signals")
    settings.reload()
    expect(field(settings, "Highlight")).to_have_value("m")
    settings.get_by_role("button", name="Use the usual letters").click()
    expect(field(settings, "Highlight")).to_have_value("h")


def test_all_letters_are_switched_off_and_the_button_stays(listing: Page, settings: Page, server: Server) -> None:
    settings.get_by_role("checkbox", name="Use letters as keys on pages").uncheck()
    expect(field(settings, "Note")).to_be_disabled()
    expect(settings.get_by_text("Kept.")).to_be_visible()
    open_page(listing, f"{server.url}/papers/{FERRYMAN}")
    listing.bring_to_front()
    listing.keyboard.press("r")
    select(listing, abstract(listing, FERRYMAN), "two signals")
    expect(toolbar(listing).get_by_role("button", name="Highlight")).to_be_visible()
    listing.keyboard.press("h")
    expect(toolbar(listing).locator("kbd")).to_have_count(0)
    expect(listing.locator(f"{HOST} .ring")).to_have_count(0)
    listing.keyboard.press("Escape")
    listing.locator(f"{HOST} .way-in").focus()
    listing.keyboard.press("Enter")
    expect(listing.locator(f"{HOST} .ring")).to_be_focused()


def test_two_tabs_do_not_overwrite_each_other_s_letters(settings: Page, server: Server) -> None:
    other = settings.context.new_page()
    other.goto(f"{server.url}/settings")
    field(settings, "Highlight").fill("m")
    expect(settings.get_by_text("Kept.")).to_be_visible()
    expect(field(other, "Highlight")).to_have_value("m")
    field(other, "Note").fill("x")
    expect(field(settings, "Note")).to_have_value("x")
    settings.reload()
    expect(field(settings, "Highlight")).to_have_value("m")
    expect(field(settings, "Note")).to_have_value("x")


def test_a_letter_that_could_not_be_kept_is_not_shown_any_longer(settings: Page) -> None:
    expect(field(settings, "Highlight")).to_have_value("h")
    settings.evaluate("IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; null")
    field(settings, "Highlight").fill("m")
    expect(settings.get_by_role("region", name="Keys").locator("..").get_by_role("status")).not_to_be_empty()
    expect(field(settings, "Highlight")).to_have_value("h")
