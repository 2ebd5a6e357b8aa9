"""Badges: made when their cards come near, in the page's order, and moving nothing of the page."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from .pages import Paper, search_page
from .reading import HOST, abstract, badge, card, highlight, open_page, settled
from .site import Site

pytestmark = [pytest.mark.xdist_group("e2e-reading"), pytest.mark.real_input]

LISTING = "https://huggingface.co/papers?q=notes"
ABSTRACT = "What the small model says is checked against what the large one would have said. " * 12
PAPERS = [Paper(f"2401.{number:05d}", f"Paper {number}", f"{number}. {ABSTRACT}") for number in range(1, 31)]

_SHIFT = """
  window.shift = 0;
  new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (window.shift += value)))
    .observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture
def listing(page: Page, site: Site) -> Page:
    """Many screens of papers, on a page without a script."""
    site.pages["/papers"] = search_page(PAPERS, "notes", script="")
    page.add_init_script(_SHIFT)
    return page


def test_a_card_far_below_gets_its_badge_when_the_reader_comes_near(listing: Page) -> None:
    open_page(listing, LISTING)
    expect(badge(listing, PAPERS[0].key)).to_be_visible()
    expect(badge(listing, PAPERS[-1].key)).to_have_count(0)
    abstract(listing, PAPERS[-1].key).scroll_into_view_if_needed()
    expect(badge(listing, PAPERS[-1].key)).to_be_visible()
    abstract(listing, PAPERS[14].key).scroll_into_view_if_needed()
    expect(badge(listing, PAPERS[14].key)).to_be_visible()
    shown = listing.locator(f"{HOST} .badge").evaluate_all("(badges) => badges.map((badge) => badge.dataset.paper)")
    assert shown == sorted(shown), "the keyboard goes from one to the next as they stand on the page"


def test_by_the_keyboard_one_reaches_them_all(listing: Page) -> None:
    open_page(listing, LISTING)
    badge(listing, PAPERS[0].key).focus()
    for paper, following in pairwise(PAPERS):
        expect(badge(listing, paper.key)).to_be_focused()
        badge(listing, following.key).wait_for()
        listing.keyboard.press("Tab")


def test_badges_come_and_grow_without_shifting_the_layout(listing: Page) -> None:
    open_page(listing, LISTING)
    highlight(listing, abstract(listing, PAPERS[0].key), "says is checked")
    expect(badge(listing, PAPERS[0].key).locator(".count")).to_have_text("1")
    listing.reload()
    settled(listing)
    expect(badge(listing, PAPERS[0].key).locator(".count")).to_have_text("1")
    assert listing.evaluate("() => shift") == 0
    listing.evaluate("() => document.body.prepend(Object.assign(document.createElement('p'), { textContent: 'x' }))")
    listing.wait_for_function("() => shift > 0")  # it would have been seen


def test_the_list_that_a_badge_opens_stands_beside_it(listing: Page) -> None:
    open_page(listing, LISTING)
    for paper in PAPERS[:2]:
        badge(listing, paper.key).click()
        expect(card(listing)).to_be_visible()
        one, other = badge(listing, paper.key).bounding_box(), card(listing).bounding_box()
        assert one
        assert other
        across = max(one["x"] - other["x"] - other["width"], other["x"] - one["x"] - one["width"])
        down = max(one["y"] - other["y"] - other["height"], other["y"] - one["y"] - one["height"])
        assert 0 <= max(across, down) <= 16
        listing.keyboard.press("Escape")
