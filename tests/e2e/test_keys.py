"""The letters that are keys: chosen in the options, refused where they clash, used on pages that are open already."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import SEARCH
from .extension import Browser
from .reading import HOST, abstract, expect_marks, open_page, select, toolbar
from .waiting import until_equal

pytestmark = pytest.mark.xdist_group("e2e-reading")

FERRYMAN = "arxiv:2503.90417"


@pytest.fixture
def options(page: Page, browser: Browser) -> Page:
    return browser.open("options/options.html")


def field(options: Page, name: str) -> Locator:
    return options.get_by_role("textbox", name=name, exact=True)


def test_another_letter_is_taken_on_pages_that_are_open(page: Page, options: Page) -> None:
    open_page(page, SEARCH)
    options.bring_to_front()
    field(options, "Highlight").focus()
    options.keyboard.type("M")
    expect(field(options, "Highlight")).to_have_value("m")
    expect(options.get_by_text("Kept.")).to_be_visible()
    page.bring_to_front()
    select(page, abstract(page, FERRYMAN), "two signals")
    expect(toolbar(page).locator("kbd")).to_have_text(["m", "n"])
    page.keyboard.press("h")
    expect(toolbar(page)).to_be_visible()
    page.keyboard.press("m")
    expect_marks(page, "two signals")
    options.reload()
    expect(field(options, "Highlight")).to_have_value("m")
    options.get_by_role("button", name="Use the usual letters").click()
    expect(field(options, "Highlight")).to_have_value("h")
    expect(options.get_by_role("button", name="Use the usual letters")).to_be_disabled()


def test_a_letter_that_is_taken_or_none_is_refused_and_nothing_is_kept(options: Page, browser: Browser) -> None:
    note = field(options, "Note")
    note.fill("h")
    expect(note).to_have_accessible_description("“h” is the key for “Highlight” already.")
    expect(note).to_have_attribute("aria-invalid", "true")
    expect(options.locator("#key-wrong")).to_have_text("“h” is the key for “Highlight” already.")
    note.fill("?")
    expect(options.locator("#key-wrong")).to_have_text("A key is one letter or one digit.")
    assert browser.ask("status")["keys"] == {"on": True, "letters": {}}
    field(options, "Highlight").fill("n")
    expect(options.locator("#key-wrong")).to_have_text("“n” is the key for “Note” already.")
    expect(note).to_have_value("n")
    note.fill("")
    expect(options.locator("#key-wrong")).to_be_empty()
    field(options, "Highlight").fill("n")
    until_equal(lambda: browser.ask("status")["keys"]["letters"], {"note": "", "highlight": "n"})


def test_all_letters_are_switched_off(page: Page, options: Page, browser: Browser) -> None:
    open_page(page, SEARCH)
    options.bring_to_front()
    options.get_by_role("checkbox", name="Use letters as keys on pages").uncheck()
    expect(field(options, "Note")).to_be_disabled()
    until_equal(lambda: browser.ask("status")["keys"]["on"], False)
    page.bring_to_front()
    select(page, abstract(page, FERRYMAN), "two signals")
    expect(toolbar(page).get_by_role("button", name="Highlight")).to_be_visible()
    expect(toolbar(page).locator("kbd")).to_have_count(0)
    page.keyboard.press("h")
    page.keyboard.press("r")
    expect(toolbar(page)).to_be_visible()
    expect(page.locator(f"{HOST} .ring")).to_have_count(0)
