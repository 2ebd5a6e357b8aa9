"""The server is away, the browser dies, the token is revoked: nothing that was written is lost, and nothing arrives twice."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import SEARCH
from .extension import Browser
from .reading import abstract, badge, expect_marks, expect_painted, highlight, open_page, painted, reload, write_note
from .server import Server, User
from .waiting import until_equal

pytestmark = pytest.mark.xdist_group("e2e-server")

FERRYMAN, LANTERNS = "arxiv:2503.90417", "arxiv:2411.90233"
SENTENCE = "decides after every sixteen tokens whether the small model on the device should go on"
ENERGY = r"Ferryman keeps 97\% of the accuracy of the medium model"
PROBES = "Dense probing answers that question at a price"
QUOTES = sorted([SENTENCE, ENERGY, PROBES])


def make_three(page: Page) -> None:
    highlight(page, abstract(page, FERRYMAN), SENTENCE)
    write_note(page, abstract(page, FERRYMAN), ENERGY, "Kept through the outage?")
    highlight(page, abstract(page, LANTERNS), PROBES)


def quotes_on_server(user: User) -> list[str]:
    return sorted(note["target"]["selector"][0]["exact"] for note in user.notes(FERRYMAN, LANTERNS))


def test_what_is_marked_while_the_server_is_away_waits_and_arrives_once(page: Page, browser: Browser, server: Server, user: User) -> None:
    open_page(page, SEARCH)
    server.stop()
    make_three(page)
    expect_marks(page, *QUOTES)
    expect(badge(page, FERRYMAN).locator(".dot")).to_be_visible()
    until_equal(lambda: browser.badge()["text"], "3")
    popup = browser.popup(page)
    expect(popup.locator(".message")).to_contain_text(
        "The server does not answer. Your 3 notes are kept here and will be sent when it is back."
    )
    waiting = popup.get_by_role("region", name="Waiting to be sent").get_by_role("listitem")
    expect(waiting).to_have_count(3)
    expect(waiting.filter(has_text="Kept through the outage?")).to_have_count(1)

    server.start()
    popup.get_by_role("button", name="Try now").click()
    expect(waiting).to_have_count(0)
    expect(popup.locator(".message")).to_have_count(0)
    assert quotes_on_server(user) == QUOTES
    until_equal(lambda: browser.badge()["text"], "")
    expect(badge(page, FERRYMAN).locator(".dot")).to_be_hidden()
    marks = painted(page)
    reload(page)
    expect_painted(page, marks)
    assert quotes_on_server(user) == QUOTES


def test_what_waits_goes_out_by_itself_when_the_server_is_back(page: Page, server: Server, user: User) -> None:
    open_page(page, SEARCH)
    server.stop()
    make_three(page)
    server.start()
    until_equal(lambda: quotes_on_server(user), QUOTES, bound=60)


def test_an_edit_and_a_delete_wait_too(page: Page, browser: Browser, server: Server, user: User) -> None:
    open_page(page, SEARCH)
    make_three(page)
    until_equal(lambda: quotes_on_server(user), QUOTES)
    server.stop()
    browser.ask("status")
    notes = {note["quote"]: note for note in browser.ask("notes", {"papers": [FERRYMAN, LANTERNS]})["papers"][FERRYMAN]}
    seen = {"text": notes[ENERGY]["text"], "tags": []}
    browser.ask("edit", {"id": notes[ENERGY]["id"], "text": "Edited while it was away", "tags": ["away"], "seen": seen})
    browser.ask("delete", {"id": notes[SENTENCE]["id"]})
    expect_marks(page, ENERGY, PROBES)
    server.start()
    browser.ask("try-now")
    until_equal(lambda: quotes_on_server(user), sorted([ENERGY, PROBES]))
    until_equal(lambda: [body["value"] for body in user.notes(FERRYMAN)[0]["body"]], ["Edited while it was away", "away"])


def test_marks_are_painted_from_what_is_kept_before_any_answer(page: Page, server: Server, user: User) -> None:
    open_page(page, SEARCH)
    make_three(page)
    until_equal(lambda: quotes_on_server(user), QUOTES)
    marks = painted(page)
    server.stop()
    reload(page)
    expect_painted(page, marks)


def test_a_server_that_goes_away_in_the_middle_of_writing_has_each_note_once(
    page: Page, browser: Browser, server: Server, user: User
) -> None:
    """Whichever of the writes it took, each note is there once in the end."""
    open_page(page, SEARCH)
    highlight(page, abstract(page, FERRYMAN), SENTENCE)
    server.stop()  # at once, with the first note perhaps on its way
    highlight(page, abstract(page, FERRYMAN), ENERGY)
    server.start()
    highlight(page, abstract(page, LANTERNS), PROBES)
    browser.ask("try-now")
    until_equal(lambda: quotes_on_server(user), QUOTES)
    until_equal(lambda: browser.ask("waiting")["operations"], [])
    assert quotes_on_server(user) == QUOTES


def test_a_killed_browser_sends_what_waited_when_it_starts_again(own_browser: Browser, server: Server, user: User) -> None:
    own_browser.connect(user.url, user.token)
    page = own_browser.context.new_page()
    open_page(page, SEARCH)
    server.stop()
    make_three(page)
    own_browser.kill()

    own_browser.start()
    page = own_browser.context.new_page()
    open_page(page, SEARCH)
    expect_marks(page, *QUOTES)
    until_equal(lambda: own_browser.badge()["text"], "3")
    own_browser.kill()

    server.start()
    own_browser.start()
    until_equal(lambda: quotes_on_server(user), QUOTES, bound=60)
    until_equal(lambda: own_browser.ask("waiting")["operations"], [])
    assert quotes_on_server(user) == QUOTES


def test_a_browser_killed_right_after_a_mark_has_kept_it(own_browser: Browser, server: Server, user: User) -> None:
    """The server is there: a note may have arrived, be on its way, or wait. Painted means kept."""
    own_browser.connect(user.url, user.token)
    page = own_browser.context.new_page()
    open_page(page, SEARCH)
    make_three(page)
    own_browser.kill()
    own_browser.start()
    until_equal(lambda: quotes_on_server(user), QUOTES, bound=60)
    until_equal(lambda: own_browser.ask("waiting")["operations"], [])
    assert quotes_on_server(user) == QUOTES
