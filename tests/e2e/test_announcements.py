"""What a screen reader is told: every write, that it waits, that the server is back, that something could not be sent; and how one
comes to each mark by the keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import SEARCH
from .extension import Browser
from .reading import HOST, abstract, badge, card, click_mark, expect_marks, fill_note, highlight, open_page, write_note
from .server import Server, User
from .waiting import until_equal

pytestmark = pytest.mark.xdist_group("e2e-server")

FERRYMAN = "arxiv:2503.90417"
SENTENCE = "decides after every sixteen tokens whether the small model on the device should go on"
ABLATION = "An ablation shows that the charge signal matters more than the entropy signal in the afternoon"
SIGNALS = "The decision rests on two signals"


def listen(page: Page) -> None:
    """Keeps what the live region says from now on."""
    live = page.locator(f"{HOST} .live")
    assert live.get_attribute("aria-live") == "polite"
    live.evaluate(
        """(live) => {
          window.heard = [];
          const keep = () => live.textContent && heard.push(live.textContent);
          new MutationObserver(keep).observe(live, { childList: true, characterData: true, subtree: true });
        }"""
    )


def hears(page: Page, *texts: str) -> None:
    """Waits until these have been said since the last look, in this order, and nothing else."""
    until_equal(lambda: page.evaluate("() => heard"), list(texts))
    page.evaluate("(said) => heard.splice(0, said)", len(texts))


def test_every_write_is_said(page: Page, user: User) -> None:
    open_page(page, SEARCH)
    listen(page)
    text = abstract(page, FERRYMAN)
    highlight(page, text, SIGNALS)
    hears(page, "Highlighted")
    write_note(page, text, SENTENCE, "At equal budget?")
    hears(page, "Saved")
    click_mark(page, text, SENTENCE)
    card(page).get_by_role("button", name="Edit").click()
    fill_note(page, "At equal budget, and on what device?")
    hears(page, "Saved")
    card(page).get_by_role("button", name="Reply").click()
    card(page).get_by_label("Reply", exact=True).fill("Table 3")
    card(page).get_by_role("button", name="Save").click()
    hears(page, "Saved")
    until_equal(lambda: len(user.notes(FERRYMAN)), 3)
    page.keyboard.press("Escape")
    click_mark(page, text, SIGNALS)
    card(page).get_by_role("button", name="Delete").click()
    hears(page, "Deleted")
    page.get_by_role("group", name="Deleted").get_by_role("button", name="Undo").click()
    hears(page, "Brought back")
    expect_marks(page, SENTENCE, SIGNALS)


def test_that_notes_wait_and_are_sent_is_said(page: Page, browser: Browser, server: Server, user: User) -> None:
    open_page(page, SEARCH)
    listen(page)
    server.stop()
    browser.ask("catch-up")  # or the page's own look, at its own time, would find it out before the first write or after
    hears(page, "The server does not answer.")
    text = abstract(page, FERRYMAN)
    highlight(page, text, SIGNALS)
    hears(page, "Highlighted. Waiting to be sent")
    write_note(page, text, SENTENCE, "At equal budget?")
    hears(page, "Saved. Waiting to be sent")
    expect(badge(page, FERRYMAN)).to_have_accessible_name("2 notes, waiting to be sent: " + title(page))
    server.start()
    browser.ask("try-now")
    hears(page, "What waited was sent")
    until_equal(lambda: len(user.notes(FERRYMAN)), 2)


def title(page: Page) -> str:
    return " ".join((page.locator('article h3 a[href="/papers/2503.90417"]').text_content() or "").split())


def test_what_could_not_be_sent_is_said(page: Page, server: Server, browser: Browser, user: User) -> None:
    team = server.postil("group", "add", "Readers", "--owner", server.new_user().name)
    server.postil("group", "set-role", team, user.name, "member")
    open_page(page, SEARCH)
    browser.ask("try-now")
    browser.ask("destination", {"group": team})
    server.postil("group", "set-role", team, user.name, "reader")
    listen(page)
    highlight(page, abstract(page, FERRYMAN), SIGNALS)
    hears(page, "Highlighted", "1 note could not be sent. Open Postil to see why.")


def test_every_mark_has_an_equivalent_that_takes_the_focus(page: Page) -> None:
    open_page(page, SEARCH)
    text = abstract(page, FERRYMAN)
    highlight(page, text, SIGNALS)
    write_note(page, text, SENTENCE, "At equal budget?")
    write_note(page, text, ABLATION, "Which device?")
    mark = badge(page, FERRYMAN)
    mark.focus()
    page.keyboard.press("Enter")
    for words in (SIGNALS, SENTENCE, ABLATION):
        button = card(page).get_by_role("button", name=words)
        expect(button).to_be_enabled()
        button.focus()
        expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(card(page)).to_be_focused()
    expect(card(page).get_by_role("article")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(mark).to_be_focused()
