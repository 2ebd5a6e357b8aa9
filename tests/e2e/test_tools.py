"""What one marks and reads with is fetched when it is needed: whatever is done first on a page, it is answered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .conftest import SEARCH
from .extension import Browser
from .reading import HOST, abstract, badge, card, expect_marks, isolated, open_page, select, toolbar, write_note
from .waiting import until, until_equal

pytestmark = pytest.mark.xdist_group("e2e-reading")

PAPER = "arxiv:2503.90417"
SENTENCE = "The decision rests on two signals"
HAS_TOOLS = "Boolean(globalThis.postilTools)"


def click_badge(page: Page) -> None:
    badge(page, PAPER).click()
    expect(card(page)).to_be_visible()


def press_badge(page: Page) -> None:
    badge(page, PAPER).focus()
    page.keyboard.press("Enter")
    expect(card(page)).to_be_visible()


def walk_from_badge(page: Page) -> None:
    badge(page, PAPER).focus()
    page.keyboard.press("r")
    expect(page.locator(f"{HOST} .ring")).to_be_focused()


def walk(page: Page) -> None:
    page.keyboard.press("r")
    expect(page.locator(f"{HOST} .ring")).to_be_focused()


def drag(page: Page) -> None:
    select(page, abstract(page, PAPER), SENTENCE)
    expect(toolbar(page)).to_be_visible()


def select_otherwise(page: Page) -> None:
    abstract(page, PAPER).evaluate("(element) => getSelection().selectAllChildren(element)")
    expect(toolbar(page)).to_be_visible()


@pytest.mark.parametrize("act", [click_badge, press_badge, walk_from_badge, walk, drag, select_otherwise])
def test_the_first_thing_that_is_done(page: Page, act: Callable[[Page], None]) -> None:
    open_page(page, SEARCH)
    expect(badge(page, PAPER)).to_be_visible()
    assert isolated(page, HAS_TOOLS) is False
    act(page)
    assert isolated(page, HAS_TOOLS) is True


def test_a_toolbar_that_was_used_at_once_does_not_come_back(page: Page) -> None:
    """The selection that brings the tools is the one that they open on, once."""
    open_page(page, SEARCH)
    page.mouse.wheel(0, 100)
    assert isolated(page, HAS_TOOLS) is False
    select(page, abstract(page, PAPER), SENTENCE)
    expect(toolbar(page)).to_be_visible()
    page.keyboard.press("h")
    expect(toolbar(page)).to_be_hidden()
    expect_marks(page, SENTENCE)
    expect(toolbar(page)).to_be_hidden()


def test_a_page_with_notes_has_them_painted_without_anything_done(page: Page) -> None:
    open_page(page, SEARCH)
    write_note(page, abstract(page, PAPER), SENTENCE, "Which two?")
    page.reload()
    expect_marks(page, SENTENCE)
    assert isolated(page, HAS_TOOLS) is True


def withhold(page: Page, name: str) -> None:
    """From now until `repair()` nobody answers this message, or only `release()` lets it through; `asked` counts."""
    isolated(
        page,
        """(() => {
          const send = chrome.runtime.sendMessage.bind(chrome.runtime);
          const held = new Promise((resolve) => { globalThis.release = resolve; });
          globalThis.asked = 0;
          globalThis.isHeld = false;
          chrome.runtime.sendMessage = async (message) => {
            if (message.ask !== "NAME") return send(message);
            globalThis.asked += 1;
            return globalThis.isHeld ? held.then(() => send(message)) : undefined;
          };
          globalThis.repair = () => { chrome.runtime.sendMessage = send; };
        })()""".replace("NAME", name),
    )


def withhold_tools(page: Page) -> None:
    withhold(page, "tools")


def delay(page: Page, name: str) -> None:
    withhold(page, name)
    isolated(page, "globalThis.isHeld = true")


def test_tools_that_cannot_be_had_are_told_of_and_asked_for_again(page: Page) -> None:
    open_page(page, SEARCH)
    withhold_tools(page)
    badge(page, PAPER).click()
    expect(page.locator(f"{HOST} .live")).not_to_be_empty()
    expect(card(page)).to_be_hidden()
    isolated(page, "globalThis.repair()")
    click_badge(page)


def test_notes_that_came_without_their_tools_are_painted_once_these_can_be_had(page: Page, browser: Browser) -> None:
    writing = page.context.new_page()
    open_page(page, SEARCH)
    withhold_tools(page)
    open_page(writing, SEARCH)
    write_note(writing, abstract(writing, PAPER), SENTENCE, "Which two?")
    until_equal(lambda: browser.ask("status")["waiting"], 0)
    until(lambda: isolated(page, "asked"), "asked for the tools")
    browser.ask("catch-up")  # whatever is still to be said to the pages is said
    isolated(page, "globalThis.repair()")
    page.bring_to_front()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect_marks(page, SENTENCE)


def test_a_selection_after_one_that_found_no_tools_is_answered(page: Page) -> None:
    open_page(page, SEARCH)
    withhold_tools(page)
    select(page, abstract(page, PAPER), SENTENCE)
    until(lambda: isolated(page, "asked"), "asked for the tools")
    isolated(page, "globalThis.repair()")
    drag(page)


def test_a_selection_while_the_tools_are_fetched_for_notes_is_answered(page: Page) -> None:
    writing = page.context.new_page()
    open_page(page, SEARCH)
    delay(page, "tools")
    open_page(writing, SEARCH)
    write_note(writing, abstract(writing, PAPER), "Because the router is consulted during generation", "When?")
    until(lambda: isolated(page, "asked"), "asked for the tools")
    page.bring_to_front()
    select(page, abstract(page, PAPER), SENTENCE)
    isolated(page, "globalThis.release()")
    expect(toolbar(page)).to_be_visible()


def test_switched_off_while_it_begins(page: Page) -> None:
    open_page(page, SEARCH)
    isolated(page, "globalThis.postilReader.stop()")
    expect(page.locator(HOST)).to_have_count(0)
    delay(page, "status")
    isolated(page, "void (globalThis.begun = globalThis.postilReader.begin())")
    until_equal(lambda: isolated(page, "asked"), 1)
    isolated(page, "globalThis.postilReader.stop()")
    isolated(page, "globalThis.release()")
    isolated(page, "globalThis.begun")
    expect(page.locator(HOST)).to_have_count(0)
    isolated(page, "globalThis.postilReader.begin()")
    expect(badge(page, PAPER)).to_be_visible()
