"""On a phone, by finger: selecting, marking, opening a mark, writing in the card at the foot of the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Playwright, expect

from .conftest import SEARCH, installed
from .extension import Browser
from .reading import abstract, add_library, card, expect_marks, fill_note, open_page, toolbar
from .server import User
from .site import Site
from .waiting import until, until_equal

pytestmark = pytest.mark.xdist_group("e2e-reading")

FERRYMAN = "arxiv:2503.90417"
SENTENCE = "decides after every sixteen tokens whether the small model on the device should go on"
VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'
#: What a finger takes hold of under a selection, and how small a thing a finger can hit (WCAG 2.2, 2.5.5).
HANDLE, TARGET = 32, 44

# The words of a quote, as boxes in the window; scrolled to before.
_BOXES = r"""(root, [quote, selecting]) => {
  const range = rangeOf(root, quote);
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (selecting) getSelection().setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  else startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
  return [...range.getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
}"""


@pytest.fixture(scope="module")
def one_phone(playwright: Playwright, extension: Path, one_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    screen = {"viewport": {"width": 390, "height": 780}, "is_mobile": True, "has_touch": True}
    phone = Browser(playwright, installed.find(), extension, tmp_path_factory.mktemp("phone"), one_site.host_rules, **screen)
    phone.start()
    yield phone
    phone.stop()


@pytest.fixture
def phone(one_phone: Browser, site: Site, user: User) -> Page:
    one_phone.forget()
    site.pages["/papers"] = str(site.pages["/papers"]).replace("<head>", f"<head>{VIEWPORT}")
    one_phone.connect(user.url, user.token)
    page = one_phone.context.new_page()
    open_page(page, SEARCH)
    return page


def boxes(root: Locator, quote: str, *, selecting: bool = False) -> list[dict[str, float]]:
    add_library(root.page)
    return root.evaluate(_BOXES, [quote, selecting])


def hold(page: Page, root: Locator, quote: str) -> None:
    """A finger goes down on words and stays, until the system takes it for its own: what it selects then, the page hears of alone."""
    spot = boxes(root, quote)[0]
    at = {"x": spot["left"] + 6, "y": (spot["top"] + spot["bottom"]) / 2}
    session = page.context.new_cdp_session(page)
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [at]})
    session.send("Input.dispatchTouchEvent", {"type": "touchCancel", "touchPoints": []})
    session.detach()


def widen(root: Locator, quote: str) -> list[dict[str, float]]:
    """As by the handles: the system moves the ends of the selection, and the page hears of nothing else."""
    return boxes(root, quote, selecting=True)


def tap(page: Page, root: Locator, quote: str) -> None:
    spot = boxes(root, quote)[0]
    page.touchscreen.tap(spot["left"] + 20, (spot["top"] + spot["bottom"]) / 2)


def too_small(part: Locator) -> list[Any]:
    """Controls that a finger misses."""
    return part.evaluate(
        """(part, least) => [...part.querySelectorAll("button:not(.go), select, input, textarea")]
          .map((one) => [one.getAttribute("aria-label") ?? one.textContent, (one.closest("label.choice") ?? one).getBoundingClientRect()])
          .filter(([, { width, height }]) => width < least || height < least)
          .map(([name, { width, height }]) => [name.trim(), width, height])""",
        TARGET,
    )


def box(part: Locator) -> Any:
    found = part.bounding_box()
    assert found is not None
    return found


def select_by_finger(page: Page, root: Locator, quote: str) -> list[dict[str, float]]:
    hold(page, root, quote)
    lines = widen(root, quote)
    expect(toolbar(page)).to_be_visible()
    return lines


def test_what_a_finger_selects_is_marked_and_its_mark_is_opened(phone: Page, user: User) -> None:
    text = abstract(phone, FERRYMAN)
    select_by_finger(phone, text, "tokens")
    lines = select_by_finger(phone, text, SENTENCE)
    lowest = max(line["bottom"] for line in lines)
    until(lambda: box(toolbar(phone))["y"] >= lowest + HANDLE - 1, "the toolbar below the handles")
    assert too_small(toolbar(phone)) == []
    toolbar(phone).get_by_role("button", name="Highlight").tap()
    expect(toolbar(phone)).to_be_hidden()
    expect_marks(phone, SENTENCE)
    until_equal(lambda: len(user.notes(FERRYMAN)), 1)

    tap(phone, text, SENTENCE)
    expect(card(phone)).to_be_visible()
    sheet = box(card(phone))
    assert (sheet["x"], sheet["width"], round(sheet["y"] + sheet["height"])) == (0, 390, 780)
    assert max(line["bottom"] for line in boxes_now(text, SENTENCE)) <= sheet["y"]
    assert too_small(card(phone)) == []
    card(phone).get_by_role("button", name="Edit").tap()
    fill_note(phone, "Written with a thumb")
    expect(card(phone).locator(".text")).to_have_text("Written with a thumb")
    assert too_small(card(phone)) == []


def boxes_now(root: Locator, quote: str) -> list[dict[str, float]]:
    """Where a quote is, with nothing scrolled; selected so that it can be told."""
    return boxes(root, quote, selecting=True)


def test_the_toolbar_is_there_again_after_the_page_was_scrolled_by_finger(phone: Page) -> None:
    text = abstract(phone, FERRYMAN)
    select_by_finger(phone, text, SENTENCE)
    session = phone.context.new_cdp_session(phone)
    session.send("Input.synthesizeScrollGesture", {"x": 195, "y": 600, "yDistance": 60, "gestureSourceType": "touch"})
    session.detach()
    expect(toolbar(phone)).to_be_visible()
    assert phone.evaluate("() => getSelection().toString().length") > 10


def test_why_a_selection_cannot_be_marked_is_readable(phone: Page) -> None:
    hold(phone, abstract(phone, FERRYMAN), "tokens")
    phone.evaluate(
        """() => {
          const [first, second] = document.querySelectorAll("article p");
          getSelection().setBaseAndExtent(first.firstChild, 0, second.lastChild, 5);
        }"""
    )
    why = phone.locator("[data-postil] .toolbar.why")
    expect(why).to_be_visible()
    place = box(why)
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= 390
    assert why.evaluate("(why) => why.scrollWidth <= why.clientWidth && why.scrollHeight <= why.clientHeight")
