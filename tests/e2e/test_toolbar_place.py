"""The row beside a selection of several lines covers none of them, wherever in the window they are."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import SEARCH
from .reading import HOST, abstract, open_page, select, select_across, toolbar
from .waiting import until_equal

pytestmark = pytest.mark.xdist_group("e2e-reading")

FERRYMAN, LANTERNS = "arxiv:2503.90417", "arxiv:2411.90233"
FIRST = "whether the small model on the device should go on"
LONG = f"{FIRST}, hand over to a medium model on a nearby phone, or stop. The decision rests on two signals"

_COVERED = """(name) => {
  const bar = document.querySelector("[data-postil]").shadowRoot.querySelector(name).getBoundingClientRect();
  const lines = [...getSelection().getRangeAt(0).getClientRects()].filter(({ width }) => width > 0);
  const isOver = ({ left, top, right, bottom }) => left < bar.right && bar.left < right && top < bar.bottom && bar.top < bottom;
  return [lines.length, lines.filter(isOver).length, bar.top >= 0 && bar.bottom <= innerHeight];
}"""


def test_no_line_of_a_selection_is_covered(page: Page) -> None:
    page.set_viewport_size({"width": 1000, "height": 600})
    open_page(page, SEARCH)
    text = abstract(page, FERRYMAN)
    select(page, text, LONG)
    expect(toolbar(page)).to_be_visible()
    lines, covered, is_inside = page.evaluate(_COVERED, ".toolbar")
    assert lines > 1
    assert (covered, is_inside) == (0, True)
    # And where there is no room under it any more.
    bottom = page.evaluate("() => getSelection().getRangeAt(0).getBoundingClientRect().bottom")
    page.set_viewport_size({"width": 1000, "height": int(bottom) + 20})
    until_equal(lambda: page.evaluate(_COVERED, ".toolbar")[1:], [0, True])


def test_why_it_cannot_be_marked_stands_below_what_is_selected(page: Page) -> None:
    open_page(page, SEARCH)
    select_across(page, abstract(page, FERRYMAN), "Ferryman keeps", abstract(page, LANTERNS), "Dense probing")
    expect(page.locator(f"{HOST} .toolbar.why")).to_be_visible()
    assert page.evaluate(_COVERED, ".toolbar.why")[1:] == [0, True]
