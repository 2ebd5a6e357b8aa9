"""For readers who asked for less motion, nothing of ours moves: no animation, no transition, no smooth scrolling."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import DAY as HF_DAY
from .conftest import SEARCH
from .extension import Browser
from .own_pages import DAY, own_tab
from .reading import HOST, abstract, badge, card, open_abstract, open_page, select, sheet, toolbar
from .server import Server, User
from .site import Site

pytestmark = pytest.mark.xdist_group("e2e-reading")

FERRYMAN, LANTERNS = "arxiv:2503.90417", "arxiv:2411.90233"
SENTENCE = "decides after every sixteen tokens whether the small model on the device should go on"

# What moves, or would: of our own part of a page, or of a whole page of ours.
_MOVING = """(isOurs) => {
  const shadow = document.querySelector("[data-postil]")?.shadowRoot;
  const all = [...(isOurs ? document.querySelectorAll("*") : []), ...(shadow?.querySelectorAll("*") ?? [])];
  return all.flatMap((element) =>
    ["", "::before", "::after"].flatMap((pseudo) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element, pseudo);
      const moves = animationName !== "none" || /[1-9]/.test(transitionDuration) || scrollBehavior === "smooth";
      return moves ? [`${element.localName}.${element.className}${pseudo}`] : [];
    }),
  );
}"""


def moving(page: Page, *, is_ours: bool = False) -> list[str]:
    return page.evaluate(_MOVING, is_ours)


def test_nothing_that_we_put_on_a_page_moves(page: Page) -> None:
    open_page(page, SEARCH)
    select(page, abstract(page, FERRYMAN), SENTENCE)
    expect(toolbar(page)).to_be_visible()
    assert moving(page) == ["div.toolbar"]  # for everyone else it appears
    page.emulate_media(reduced_motion="reduce")
    assert moving(page) == []
    page.keyboard.press("n")
    expect(card(page)).to_be_visible()
    assert moving(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    expect(page.locator(f"{HOST} .ring")).to_be_visible()
    assert moving(page) == []
    open_page(page, HF_DAY)
    open_abstract(page, LANTERNS)
    expect(sheet(page)).to_be_visible()
    assert moving(page) == []


@pytest.fixture
def own(browser: Browser, site: Site, server: Server, user: User) -> Page:
    return own_tab(browser, site, server, user)


def test_nothing_on_our_own_pages_moves(own: Page, page: Page, browser: Browser, server: Server) -> None:
    open_page(page, SEARCH)
    pages = [browser.open("options/options.html"), browser.popup(page)]
    for one in pages:
        one.emulate_media(reduced_motion="reduce")
        one.get_by_role("button").first.wait_for()
        assert moving(one, is_ours=True) == [], one.url
    own.emulate_media(reduced_motion="reduce")
    for path in (f"/?day={DAY}", f"/papers/{FERRYMAN}", "/settings", "/trash", "/connect"):
        own.goto(server.url + path)
        assert moving(own, is_ours=True) == [], path


def test_the_page_is_scrolled_at_once_even_where_it_scrolls_smoothly_by_itself(own: Page, server: Server) -> None:
    """On the server's pages our code runs in the page's own world, where what it asks of the window can be listened to."""
    own.add_init_script(
        """window.scrolled = [];
        const names = ["scroll", "scrollBy", "scrollTo", "scrollIntoView"];
        for (const owner of [window, Element.prototype])
          for (const name of names.filter((name) => owner[name])) {
            const own = owner[name];
            owner[name] = function (...given) {
              scrolled.push(given[0]?.behavior ?? "none");
              return own.apply(this, given);
            };
          }"""
    )
    own.set_viewport_size({"width": 470, "height": 500})
    open_page(own, f"{server.url}/?day={DAY}")
    own.keyboard.press("r")
    for key in "fffbn":
        own.keyboard.press(key)
    expect(card(own)).to_be_visible()
    own.keyboard.press("Escape")
    badge(own, FERRYMAN).click()
    expect(card(own)).to_be_visible()
    done = own.evaluate("() => scrolled")
    assert done
    assert set(done) == {"instant"}
