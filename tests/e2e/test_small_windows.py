"""Enlarged to 200 and 400 %, and on the narrowest phones, the toolbar and the card are inside the window and can be used."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import SEARCH
from .layout import NARROW, TWOFOLD, assert_fits
from .reading import HOST, abstract, badge, card, click_mark, expect_marks, fill_note, open_page, select, toolbar
from .waiting import until

pytestmark = pytest.mark.xdist_group("e2e-reading")

FERRYMAN = "arxiv:2503.90417"
SENTENCE = "decides after every sixteen tokens"
#: A window of 1280 by 1024 at 200 and at 400 %, and a narrow phone held upright.
WINDOWS = [TWOFOLD, {"width": 320, "height": 256}, {**NARROW, "height": 568}]


def press(page: Page, name: str) -> None:
    """Where the button can be seen at all: a click scrolls to it, inside the card too."""
    button = card(page).get_by_role("button", name=name, exact=True)
    button.click()


@pytest.mark.parametrize("size", WINDOWS, ids=lambda size: f"{size['width']}x{size['height']}")
def test_marking_and_writing_in_a_small_window(page: Page, size: Any) -> None:
    page.set_viewport_size(size)
    open_page(page, SEARCH)
    text = abstract(page, FERRYMAN)
    select(page, text, SENTENCE)
    assert_fits(toolbar(page))
    toolbar(page).get_by_role("button", name="Note").click()
    assert_fits(card(page))
    expect(card(page).get_by_label("Note", exact=True)).to_be_in_viewport()
    fill_note(page, "At equal budget?", "energy")
    expect_marks(page, SENTENCE)
    click_mark(page, text, SENTENCE)
    assert_fits(card(page))
    # The note is acknowledged about now, and the card placed again for what it shows then.
    until(lambda: not covers_mark(page), "the card to stand beside its mark")
    press(page, "Edit")
    fill_note(page, "At equal budget, and on what device?")
    expect(card(page).locator(".text")).to_have_text("At equal budget, and on what device?")
    press(page, "Close")
    badge(page, FERRYMAN).click()
    assert_fits(card(page))
    press(page, "Delete")
    expect(page.locator(f"{HOST} .undo")).to_be_in_viewport()
    page.locator(f"{HOST} .undo").get_by_role("button", name="Undo").click()
    expect_marks(page, SENTENCE)


def covers_mark(page: Page) -> bool:
    return page.evaluate(
        """() => {
          const sheet = document.querySelector("[data-postil]").shadowRoot.querySelector(".card").getBoundingClientRect();
          const [mark] = [...CSS.highlights].filter(([name]) => name.startsWith("postil-amber")).flatMap(([, marks]) => [...marks]);
          const range = document.createRange();
          range.setStart(mark.startContainer, mark.startOffset);
          range.setEnd(mark.endContainer, mark.endOffset);
          return [...range.getClientRects()].some(({ left, top, right, bottom }) =>
            left < sheet.right && sheet.left < right && top < sheet.bottom - 1 && sheet.top + 1 < bottom);
        }"""
    )
