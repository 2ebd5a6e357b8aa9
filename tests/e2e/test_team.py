"""Two readers of one team: one with the extension, one on the server's own pages. What each writes stands on the other's open page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from .conftest import SEARCH
from .extension import Browser
from .own_pages import sign_in
from .pages import props_of
from .reading import abstract, badge, card, choose, click_mark, expect_marks, open_page, reload, select, toolbar, write_note
from .server import Server, User
from .site import Site
from .waiting import until_equal

pytestmark = pytest.mark.xdist_group("e2e-reading")

FERRYMAN = "arxiv:2503.90417"
DAY = "2025-06-03"
SENTENCE = "decides after every sixteen tokens whether the small model on the device should go on"
SIGNALS = "The decision rests on two signals"


@pytest.fixture
def other(server: Server) -> User:
    return server.new_user()


@pytest.fixture
def team(server: Server, user: User, other: User) -> str:
    team = server.postil("group", "add", "Readers", "--owner", user.name)
    server.postil("group", "set-role", team, other.name, "member")
    return team


@pytest.fixture
def theirs(browser: Browser, site: Site, server: Server, user: User, other: User, team: str) -> Page:
    """The paper's page on the server itself, as the other one has it open."""
    server.import_papers(props_of(str(site.pages["/papers"])), DAY)
    page = browser.context.new_page()
    sign_in(page, server, other)
    open_page(page, f"{server.url}/papers/{FERRYMAN}")
    return page


@pytest.fixture
def mine(page: Page, theirs: Page, browser: Browser, team: str) -> Page:
    """The search on the papers' site, in the browser with the extension; what is written there goes to the team."""
    open_page(page, SEARCH)
    browser.ask("try-now")  # the team is there since the browser was connected
    browser.ask("destination", {"group": team})
    page.bring_to_front()  # a tab behind another draws a frame a second, and a click waits for frames
    return page


def look(page: Page) -> None:
    """The reader comes back to a page: what others wrote meanwhile is asked for at once."""
    page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")


def texts(user: User) -> list[str]:
    return sorted(body["value"] for note in user.notes(FERRYMAN) for body in note.get("body", []))


def highlight_for(page: Page, quote: str, group: str) -> None:
    select(page, abstract(page, FERRYMAN), quote)
    choose(toolbar(page).get_by_role("combobox", name="Save to"), group)
    toolbar(page).get_by_role("button", name="Highlight").click()


def names(page: Page) -> list[str]:
    return page.evaluate("() => [...CSS.highlights].filter(([, marks]) => marks.size).map(([name]) => name)")


def line_of(page: Page, name: str) -> str:
    """How thick the line under a mark is drawn."""
    return page.evaluate("(name) => getComputedStyle(document.body, `::highlight(${name})`).textDecorationThickness", name)


def answer(page: Page, text: str) -> None:
    card(page).get_by_role("button", name="Reply").click()
    card(page).get_by_label("Reply", exact=True).fill(text)
    card(page).get_by_role("button", name="Save").click()
    expect(card(page).locator(".answer .text").filter(has_text=text)).to_be_visible()


def move(page: Page, group: str) -> None:
    card(page).get_by_role("button", name="Move").click()
    choose(card(page).get_by_label("Move to"), group)
    card(page).get_by_role("button", name="Move", exact=True).click()


def test_two_readers_mark_answer_and_see_each_other_without_a_reload(
    mine: Page, theirs: Page, browser: Browser, user: User, other: User
) -> None:
    write_note(mine, abstract(mine, FERRYMAN), SENTENCE, "Which budget?")
    until_equal(lambda: texts(other), ["Which budget?"])
    look(theirs)
    expect_marks(theirs, SENTENCE)
    assert [name for name in names(mine) if name.endswith("-theirs")] == []
    assert [name for name in names(theirs) if not name.endswith("-theirs")] == []
    expect(badge(theirs, FERRYMAN)).to_have_accessible_name(re.compile("^1 note, 1 new"))

    click_mark(theirs, abstract(theirs, FERRYMAN), SENTENCE)
    expect(card(theirs).locator(".facts")).to_contain_text(user.name)
    expect(card(theirs).locator(".facts")).to_contain_text("Readers")
    expect(card(theirs).locator(".who")).to_have_text(user.name[:2].upper())
    expect(badge(theirs, FERRYMAN)).to_have_accessible_name(re.compile("^1 note:"))
    answer(theirs, "Equal tokens, table 3")
    until_equal(lambda: len(texts(user)), 2)
    theirs.keyboard.press("Escape")  # the card may lie over the words that are marked next
    highlight_for(theirs, SIGNALS, "Readers")
    until_equal(lambda: len(user.notes(FERRYMAN)), 3)

    look(mine)
    expect_marks(mine, SENTENCE, SIGNALS)
    assert sorted(line_of(mine, name) for name in names(mine)) == ["1px", "2px"]
    expect(badge(mine, FERRYMAN)).to_have_accessible_name(re.compile("^3 notes, 2 new"))
    click_mark(mine, abstract(mine, FERRYMAN), SENTENCE)
    expect(card(mine).get_by_role("article")).to_have_count(2)
    expect(card(mine).locator(".answer")).to_contain_text("Equal tokens, table 3")
    expect(badge(mine, FERRYMAN)).to_have_accessible_name(re.compile("^3 notes, 1 new"))
    answer(mine, "Thanks")
    until_equal(lambda: len(texts(other)), 3)
    look(theirs)
    click_mark(theirs, abstract(theirs, FERRYMAN), SENTENCE)
    expect(card(theirs).locator(".answer .text")).to_have_text(["Equal tokens, table 3", "Thanks"])

    # In the popup as on the card: the answers under what they answer, and set in.
    popup = browser.popup(mine)
    listed = popup.get_by_role("region", name="This page").get_by_role("listitem")
    expect(listed.locator(".text")).to_have_text(["Which budget?", "Equal tokens, table 3", "Thanks"])
    lefts = [listed.nth(index).evaluate("(note) => note.getBoundingClientRect().left") for index in range(4)]
    note, first, second, other_note = lefts
    assert note == other_note
    assert first == second > note
    popup.close()

    # The note goes, what was said about it stays.
    click_mark(mine, abstract(mine, FERRYMAN), SENTENCE)
    card(mine).get_by_role("article").first.get_by_role("button", name="Delete").click()
    until_equal(lambda: "Which budget?" in texts(other), False)
    look(theirs)
    expect_marks(theirs, SIGNALS)
    badge(theirs, FERRYMAN).click()
    expect(card(theirs).locator(".deleted")).to_have_text("Deleted note")
    expect(card(theirs).locator(".answer .text")).to_have_text(["Equal tokens, table 3", "Thanks"])


def test_a_note_moves_between_only_me_and_the_team_until_it_was_answered(
    mine: Page, theirs: Page, browser: Browser, team: str, user: User, other: User
) -> None:
    browser.ask("destination", {"group": user.group("personal")["id"]})
    write_note(mine, abstract(mine, FERRYMAN), SENTENCE, "Not for all yet")
    until_equal(lambda: texts(user), ["Not for all yet"])
    assert texts(other) == []
    click_mark(mine, abstract(mine, FERRYMAN), SENTENCE)
    move(mine, "Readers")
    expect(card(mine).locator(".facts")).to_contain_text("Readers")
    until_equal(lambda: texts(other), ["Not for all yet"])
    look(theirs)
    expect_marks(theirs, SENTENCE)

    move(mine, "Only me")
    until_equal(lambda: texts(other), [])
    look(theirs)
    expect_marks(theirs)
    move(mine, "Readers")
    until_equal(lambda: texts(other), ["Not for all yet"])
    look(theirs)
    expect_marks(theirs, SENTENCE)
    click_mark(theirs, abstract(theirs, FERRYMAN), SENTENCE)
    answer(theirs, "For us, then")
    until_equal(lambda: len(texts(user)), 2)

    move(mine, "Only me")
    expect(card(mine).locator(".state.bad")).to_have_text("Could not be sent: Others have answered this note.")
    expect(card(mine).locator(".facts").first).to_contain_text("Readers")
    assert {note["postil:group"] for note in other.notes(FERRYMAN)} == {team}
    popup = browser.popup(mine)
    failed = popup.get_by_role("region", name="Could not be sent").get_by_role("listitem")
    expect(failed).to_contain_text("Moved to Only me")
    failed.get_by_role("button", name="Leave it where it is").click()
    expect(failed).to_have_count(0)
    expect(card(mine).locator(".state")).to_have_count(0)


def test_a_group_can_be_left_out_of_what_is_shown(mine: Page, theirs: Page, browser: Browser, user: User, other: User) -> None:
    highlight_for(theirs, SIGNALS, "Readers")
    write_note(mine, abstract(mine, FERRYMAN), SENTENCE, "Mine")
    until_equal(lambda: len(user.notes(FERRYMAN)), 2)
    browser.ask("destination", {"group": user.group("personal")["id"]})
    look(mine)
    badge(mine, FERRYMAN).click()
    card(mine).get_by_role("group", name="Show notes of").get_by_label("Readers").uncheck()
    expect_marks(mine)
    expect(card(mine).get_by_role("article")).to_have_count(0)
    reload(mine)
    expect_marks(mine)
    popup = browser.popup(mine)
    expect(popup.get_by_role("region", name="This page")).to_contain_text("no notes yet")
    popup.get_by_role("group", name="Show notes of").get_by_label("Readers").check()
    expect(popup.get_by_role("region", name="This page").get_by_role("listitem")).to_have_count(2)
    expect_marks(mine, SENTENCE, SIGNALS)


def test_a_mark_goes_where_the_reader_chose_before_the_choice_is_kept(mine: Page, browser: Browser, user: User, team: str) -> None:
    browser.ask("destination", {"group": user.group("personal")["id"]})
    browser.worker.evaluate(
        """() => {
          const { local } = chrome.storage;
          const set = local.set.bind(local);
          const held = new Promise((resolve) => { self.letGo = () => { local.set = set; resolve(); }; });
          local.set = async (items) => { await held; return set(items); };
        }"""
    )
    try:
        highlight_for(mine, SIGNALS, "Readers")
        expect(toolbar(mine)).to_be_hidden()
    finally:  # the worker is everybody's
        browser.worker.evaluate("() => self.letGo()")
    until_equal(lambda: [note["postil:group"] for note in user.notes(FERRYMAN)], [team])
