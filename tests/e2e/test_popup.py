"""The popup: what stands on this page, staying out of a site, hiding all marks, and what an unpaired extension says."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import SEARCH
from .extension import Browser
from .reading import abstract, expect_marks, open_page, write_note
from .server import User

pytestmark = pytest.mark.xdist_group("e2e-server")

FERRYMAN = "arxiv:2503.90417"
SENTENCE = "decides after every sixteen tokens whether the small model on the device should go on"


def test_the_notes_of_this_page_marks_hidden_and_the_site_paused(page: Page, browser: Browser, user: User) -> None:
    open_page(page, SEARCH)
    write_note(page, abstract(page, FERRYMAN), SENTENCE, "At equal budget?")
    popup = browser.popup(page)
    expect(popup.locator("body")).to_contain_text("At equal budget?")
    expect(popup.locator("body")).to_contain_text(SENTENCE)

    hide = popup.get_by_role("checkbox", name="Hide all marks")
    hide.check()
    expect_marks(page)
    hide.uncheck()
    expect_marks(page, SENTENCE)

    popup.get_by_role("checkbox", name="Pause on huggingface.co").check()
    expect(page.locator("[data-postil]")).to_have_count(0)
    popup.get_by_role("checkbox", name="Pause on huggingface.co").uncheck()
    expect_marks(page, SENTENCE)


def test_what_is_not_connected_says_the_one_next_step(page: Page, browser: Browser, user: User) -> None:
    open_page(page, SEARCH)
    browser.ask("disconnect", {"waiting": "discard"})
    popup = browser.popup(page)
    expect(popup.get_by_role("button")).to_have_count(1)
    expect(popup.locator("body")).to_contain_text("connect")
