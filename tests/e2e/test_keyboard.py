"""By the keyboard alone: what the Tab key reaches, that one sees where one is, that the focus goes into a card and comes back."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import SEARCH
from .extension import Browser
from .own_pages import DAY, own_tab
from .reading import abstract, badge, card, open_page, settled, write_note
from .server import Server, User
from .site import Site

pytestmark = pytest.mark.xdist_group("e2e-server")

FERRYMAN = "arxiv:2503.90417"
SENTENCE = "decides after every sixteen tokens whether the small model on the device should go on"
MOST = 200  # more stops than any page here has

_STOP = """() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element || element === document.body) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const name = element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent;
  const shown = outlineStyle !== "none" && outlineWidth !== "0px";
  return { name: name.trim().replace(/\\s+/g, " "), shown, html: element.outerHTML.slice(0, 120) };
}"""


def stops(page: Page) -> list[Any]:
    """Where the Tab key goes from the top of the page to its end."""
    page.bring_to_front()
    page.evaluate("() => document.activeElement?.blur()")
    found = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate(_STOP)
        if stop is None:
            return found
        found.append(stop)
    raise AssertionError(f"no end after {found[-3:]}")


@pytest.fixture
def own(browser: Browser, site: Site, server: Server, user: User) -> Page:
    return own_tab(browser, site, server, user)


def test_one_sees_where_the_tab_key_went(own: Page, browser: Browser, server: Server, user: User) -> None:
    team = server.postil("group", "add", "Readers", "--owner", user.name)
    pages = [f"/?day={DAY}", f"/papers/{FERRYMAN}", f"/teams/{team}", "/settings", "/password", "/connect"]
    for path in pages:
        own.goto(server.url + path)
        if "paper" in path or "day" in path:
            settled(own)
        assert [stop["html"] for stop in stops(own) if not stop["shown"]] == [], path
    browser.connect(user.url, user.token)
    other = browser.context.new_page()
    open_page(other, SEARCH)
    for page in (browser.open("options/options.html"), browser.popup(other)):
        page.get_by_role("button").first.wait_for()
        found = stops(page)
        assert len(found) > 1
        assert [stop["html"] for stop in found if not stop["shown"]] == [], page.url


def test_the_listing_is_walked_from_its_top_and_the_frame_can_be_skipped(own: Page, server: Server) -> None:
    open_page(own, f"{server.url}/?day={DAY}")
    names = [stop["name"] for stop in stops(own)]
    assert names[:7] == ["Skip to the content", "Postil", "Search titles and abstracts", "Search", "Trash", "Settings", "Sign out"]
    first = own.locator("article h2 a").first
    assert names.index((first.text_content() or "").strip()) < names.index("arXiv")
    own.evaluate("() => document.activeElement?.blur()")
    own.keyboard.press("Tab")
    own.keyboard.press("Enter")
    own.keyboard.press("Tab")
    in_main = "() => document.querySelector('main').contains(document.activeElement)"
    assert own.evaluate(in_main)
    own.keyboard.press("Shift+Tab")
    assert not own.evaluate(in_main)


def test_a_card_is_opened_walked_written_in_and_left_by_keys(page: Page) -> None:
    open_page(page, SEARCH)
    write_note(page, abstract(page, FERRYMAN), SENTENCE, "At equal budget?")
    mark = badge(page, FERRYMAN)
    mark.focus()
    page.keyboard.press("Enter")
    expect(card(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(card(page).get_by_role("button", name="Close")).to_be_focused()
    card(page).get_by_role("button", name="Reply").focus()
    page.keyboard.press("Enter")
    answer = card(page).get_by_label("Reply", exact=True)
    expect(answer).to_be_focused()
    expect(card(page).get_by_role("button", name="Save")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(answer).to_have_count(0)
    expect(card(page)).to_be_focused()
    card(page).get_by_role("button", name="Reply").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Yes, table 3")
    page.keyboard.press("Control+Enter")
    expect(card(page).locator(".answer .text")).to_have_text("Yes, table 3")
    expect(card(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    expect(mark).to_be_focused()
