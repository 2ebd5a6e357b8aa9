"""What a note has said: its readers see it on the card, and its author lets the note say it again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import SEARCH
from .extension import Browser
from .own_pages import sign_in
from .pages import props_of
from .reading import abstract, card, click_mark, fill_note, open_page, write_note
from .server import Server, User
from .site import Site
from .waiting import until_equal

pytestmark = pytest.mark.xdist_group("e2e-server")

FERRYMAN = "arxiv:2503.90417"
SENTENCE = "decides after every sixteen tokens whether the small model on the device should go on"


def texts(user: User) -> list[str]:
    return [note["body"][0]["value"] for note in user.notes(FERRYMAN)]


def states(user: User) -> list[str]:
    [note] = user.notes(FERRYMAN)
    past = user.get(f"{note['id'].removeprefix(user.url)}/history")["states"]
    return [state["annotation"]["body"][0]["value"] for state in past]


def change(user: User, browser: Browser, page: Page, text: str) -> None:
    card(page).get_by_role("button", name="Edit").click()
    fill_note(page, text)
    until_equal(lambda: texts(user), [text])
    until_equal(lambda: browser.ask("waiting")["operations"], [])


def history(page: Page) -> Locator:
    return card(page).get_by_role("region", name="History")


def open_history(page: Page) -> Locator:
    card(page).get_by_role("button", name="History").click()
    return history(page)


@pytest.fixture
def written(page: Page, browser: Browser, user: User) -> Page:
    """A page with a note that has said *First*, *Second*, *Third*, its card open."""
    open_page(page, SEARCH)
    write_note(page, abstract(page, FERRYMAN), SENTENCE, "First", "energy")
    until_equal(lambda: texts(user), ["First"])
    until_equal(lambda: browser.ask("waiting")["operations"], [])
    click_mark(page, abstract(page, FERRYMAN), SENTENCE)
    expect(card(page).get_by_role("button", name="Edit")).to_be_visible()
    expect(card(page).get_by_role("button", name="History")).to_have_count(0)
    for text in ("Second", "Third"):
        change(user, browser, page, text)
    return page


def test_an_earlier_text_is_restored_and_the_one_before_is_kept(written: Page, browser: Browser, user: User) -> None:
    past = open_history(written)
    expect(past).to_be_focused()
    expect(past.locator(".text")).to_have_text(["Third", "Second", "First"])
    expect(past.get_by_role("button", name="Restore this text")).to_have_count(2)
    expect(past.locator("blockquote")).to_have_count(0)
    past.get_by_role("listitem").filter(has_text="First").get_by_role("button").click()
    expect(history(written)).to_have_count(0)
    expect(card(written).locator(".text")).to_have_text("First")
    until_equal(lambda: states(user), ["First", "Third", "Second", "First"])

    expect(open_history(written).locator(".text")).to_have_text(["First", "Third", "Second", "First"])
    card(written).get_by_role("button", name="Close the history").click()
    expect(card(written).get_by_role("button", name="Edit")).to_be_visible()


def test_a_note_that_changed_elsewhere_meanwhile_is_not_overwritten(written: Page, browser: Browser, user: User) -> None:
    past = open_history(written)
    expect(past.locator(".text").last).to_have_text("First")
    [note] = user.notes(FERRYMAN)
    path = note["id"].removeprefix(user.url)
    with user.http as http:
        answer = http.patch(
            path, json={"body": [{**note["body"][0], "value": "Elsewhere"}]}, headers={"If-Match": http.get(path).headers["ETag"]}
        )
        assert answer.is_success, answer.text
    past.get_by_role("listitem").filter(has_text="First").get_by_role("button").click()
    expect(card(written).get_by_role("region", name="Changed elsewhere")).to_contain_text("Elsewhere")
    expect(card(written).get_by_role("region", name="Yours, not sent")).to_contain_text("First")
    assert texts(user) == ["Elsewhere"]


def test_the_server_away_is_said_and_the_note_goes_on(written: Page, server: Server) -> None:
    server.stop()
    expect(open_history(written).get_by_role("alert")).to_contain_text("does not answer")
    card(written).get_by_role("button", name="Close the history").click()
    expect(card(written).get_by_role("button", name="Edit")).to_be_visible()


def test_a_colleague_reads_the_history_of_anothers_note_and_restores_nothing(
    page: Page, browser: Browser, site: Site, server: Server, user: User
) -> None:
    """The colleague on the server's own pages."""
    other = server.new_user()
    team = server.postil("group", "add", "Readers", "--owner", user.name)
    server.postil("group", "set-role", team, other.name, "member")
    open_page(page, SEARCH)
    browser.ask("try-now")
    browser.ask("destination", {"group": team})
    write_note(page, abstract(page, FERRYMAN), SENTENCE, "First")
    until_equal(lambda: texts(user), ["First"])
    click_mark(page, abstract(page, FERRYMAN), SENTENCE)
    change(user, browser, page, "Second")

    server.import_papers(props_of(str(site.pages["/papers"])), "2025-06-03")
    theirs = browser.context.new_page()
    sign_in(theirs, server, other)
    open_page(theirs, f"{server.url}/papers/{FERRYMAN}")
    click_mark(theirs, abstract(theirs, FERRYMAN), SENTENCE)
    past = open_history(theirs)
    expect(past.locator(".text")).to_have_text(["Second", "First"])
    expect(past.get_by_role("button")).to_have_count(0)
    expect(card(theirs).get_by_role("button", name="Edit")).to_have_count(0)
