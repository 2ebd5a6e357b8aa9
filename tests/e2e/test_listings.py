"""The listings of a day, a month and of what is trending: abstracts opened in place, and periods that change in place."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import DAY, MONTH, PAPER, SEARCH, TRENDING
from .extension import Browser
from .reading import (
    abstract,
    badge,
    card,
    click_mark,
    drag_out,
    expect_marks,
    expect_painted,
    highlight,
    open_abstract,
    open_page,
    painted,
    reload,
    select,
    select_title,
    settled,
    sheet,
    toolbar,
    write_note,
)
from .waiting import until_equal

pytestmark = pytest.mark.xdist_group("e2e-reading")

FERRYMAN, LANTERNS, REVIEWERS = "arxiv:2503.90417", "arxiv:2411.90233", "arxiv:2309.90056"
SENTENCE = "decides after every sixteen tokens whether the small model on the device should go on"
LAST = "long tables and questions asked while walking"
#: Before each frame is drawn: every mark that would be, and the paper that its words now belong to.
_WITNESS = """() => {
  window.seen = new Set();
  const look = () => {
    for (const { paper, text } of painted()) seen.add(`${paper} ${text}`);
    requestAnimationFrame(look);
  };
  look();
}"""


def _highlight_title(page: Page, paper: str) -> None:
    title = page.locator(f'article h3 a[href="/papers/{paper.removeprefix("arxiv:")}"]')
    marks = len(painted(page))
    select_title(page, title)
    expect(toolbar(page)).to_be_visible()
    page.keyboard.press("h")
    page.wait_for_function("(marks) => painted().length > marks", arg=marks)


def test_words_of_an_abstract_that_a_day_does_not_show_are_marked_and_stand_everywhere(page: Page) -> None:
    open_page(page, DAY)
    open_abstract(page, FERRYMAN)
    highlight(page, abstract(page, FERRYMAN), SENTENCE)
    write_note(page, abstract(page, FERRYMAN), LAST, "Only these two?")
    marks = painted(page)
    assert [(mark.paper, mark.field, mark.text) for mark in marks] == [(FERRYMAN, "abstract", SENTENCE), (FERRYMAN, "abstract", LAST)]
    expect(badge(page, FERRYMAN).locator(".count")).to_have_text("2")

    reload(page)
    assert painted(page) == []
    open_abstract(page, FERRYMAN)
    expect_painted(page, marks)
    click_mark(page, abstract(page, FERRYMAN), LAST)
    expect(card(page).locator(".text")).to_have_text("Only these two?")
    for address in (SEARCH, PAPER):
        open_page(page, address)
        expect_painted(page, marks)


def test_a_mark_made_elsewhere_is_shown_from_the_badges_list(page: Page) -> None:
    open_page(page, SEARCH)
    highlight(page, abstract(page, REVIEWERS), "Only four reviewers noticed")
    marks = painted(page)
    open_page(page, DAY)
    badge(page, REVIEWERS).click()
    card(page).get_by_role("button", name="Only four reviewers noticed").click()
    expect_painted(page, marks)
    expect(card(page)).to_have_accessible_name("Note")


def test_an_open_abstract_closes_and_gives_the_focus_back(page: Page) -> None:
    open_page(page, DAY)
    badge(page, FERRYMAN).focus()
    page.keyboard.press("a")
    expect(sheet(page)).to_be_focused()
    select(page, abstract(page, FERRYMAN), SENTENCE)
    expect(toolbar(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(toolbar(page)).to_be_hidden()
    page.keyboard.press("Escape")
    expect(sheet(page)).to_be_hidden()
    expect(badge(page, FERRYMAN)).to_be_focused()
    open_abstract(page, FERRYMAN)
    page.mouse.click(4, 4)
    expect(sheet(page)).to_be_hidden()


def test_a_drag_that_ends_beside_the_abstract_selects_up_to_its_end(page: Page) -> None:
    open_page(page, DAY)
    open_abstract(page, LANTERNS)
    drag_out(page, abstract(page, LANTERNS), "trajectories of all 31 runs are available", 0, 500)
    expect(toolbar(page)).to_be_visible()
    page.keyboard.press("h")
    expect_marks(page, "trajectories of all 31 runs are available at https://lanterns.example.org/probes.")


def test_an_open_abstract_fits_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    open_page(page, DAY)
    open_abstract(page, LANTERNS)
    box = sheet(page).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert sheet(page).evaluate("(one) => one.scrollHeight > one.clientHeight")
    highlight(page, abstract(page, LANTERNS), "We hope that a small shared set of probes")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 360


def test_trending_cards_are_marked_where_they_show_the_abstract_and_never_in_a_summary(page: Page) -> None:
    """The first card shows all of it, the second its beginning, the fourth something else."""
    open_page(page, TRENDING)
    highlight(page, abstract(page, FERRYMAN), SENTENCE)
    probing = "Dense probing answers that question at a price"
    highlight(page, abstract(page, LANTERNS), probing)
    select(page, abstract(page, REVIEWERS), "An AI-made summary of this paper")
    expect(toolbar(page)).to_be_hidden()
    page.keyboard.press("h")
    marks = painted(page)
    assert [(mark.paper, mark.text) for mark in marks] == [(LANTERNS, probing), (FERRYMAN, SENTENCE)]
    open_page(page, SEARCH)
    expect_painted(page, marks)


def test_another_period_in_place_shows_its_own_marks_and_never_an_old_one(page: Page) -> None:
    """The month uses the day's cards again, for other papers."""
    first = "arxiv:2506.95001"
    open_page(page, MONTH)
    _highlight_title(page, first)
    month = painted(page)
    open_page(page, DAY)
    _highlight_title(page, FERRYMAN)
    _highlight_title(page, LANTERNS)
    day = painted(page)
    open_abstract(page, FERRYMAN)
    page.evaluate(_WITNESS)
    page.get_by_role("button", name="Monthly").click()
    expect_painted(page, month)
    expect(sheet(page)).to_be_hidden()
    open_abstract(page, first)
    expect(abstract(page, first)).to_contain_text("paper 1 of the month")
    page.get_by_role("button", name="Daily").click()
    expect_painted(page, day)
    assert page.evaluate("() => [...seen].sort()") == sorted(f"{mark.paper} {mark.text}" for mark in month + day)


def test_the_105_papers_of_a_month_are_asked_for_in_two_requests(page: Page, browser: Browser) -> None:
    open_page(page, MONTH)
    until_equal(lambda: _asked(browser), [45, 60])
    reload(page)
    settled(page)
    assert _asked(browser) == [45, 60]


def _asked(browser: Browser) -> list[int]:
    """How many papers each look-up was about whose answer is kept, with its ETag."""
    indexes = [value["lookups"] for value in browser.stored().values() if isinstance(value, dict) and "lookups" in value]
    return sorted(len(keys.split()) for lookups in indexes for keys, line in lookups.items() if line["etag"])


def test_a_badge_covers_nothing_of_a_days_card(page: Page) -> None:
    open_page(page, DAY)
    page.locator("[data-postil] .badge").first.wait_for()
    covered = page.evaluate(
        """() => {
          const meet = (one, other) => one.left < other.right && one.top < other.bottom;
          const touch = (one, other) => meet(one, other) && meet(other, one);
          const badges = [...document.querySelector("[data-postil]").shadowRoot.querySelectorAll(".badge")];
          const things = [...document.querySelectorAll("article :is(.upvote, .submitter, h3 a, .foot a, .foot span)")];
          return badges.flatMap((badge) => things.filter((thing) => touch(badge.getBoundingClientRect(), thing.getBoundingClientRect())))
            .map((thing) => thing.textContent);
        }"""
    )
    assert covered == []


def test_nothing_is_said_of_an_empty_day(page: Page) -> None:
    open_page(page, DAY.replace("06-03", "06-07"))
    expect(page.locator("[data-postil] .badge")).to_have_count(0)
    expect_marks(page)
