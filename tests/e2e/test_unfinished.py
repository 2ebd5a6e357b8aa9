"""Notes that were begun and not saved outlive the tab, the browser and the visit, are found again, and belong to one account."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import SEARCH
from .extension import Browser
from .reading import abstract, badge, card, click_mark, open_page, select, toolbar, write_note
from .server import Server, User
from .waiting import until_equal

pytestmark = pytest.mark.xdist_group("e2e-server")

FERRYMAN = "arxiv:2503.90417"
SENTENCE = "decides after every sixteen tokens whether the small model on the device should go on"


def begin(page: Page, text: str) -> None:
    """Opens the editor on the sentence and types."""
    select(page, abstract(page, FERRYMAN), SENTENCE)
    expect(toolbar(page)).to_be_visible()
    page.keyboard.press("n")
    field(page).press_sequentially(text)


def field(page: Page) -> Locator:
    return card(page).locator("textarea")


def drafts(browser: Browser) -> list[str]:
    return [draft["text"] for draft in browser.ask("drafts")["drafts"]]


def listed(page: Page) -> Locator:
    return page.get_by_role("region", name="You left this unfinished").get_by_role("listitem")


def test_a_closed_tab_costs_no_words(page: Page, browser: Browser, user: User) -> None:
    open_page(page, SEARCH)
    begin(page, "Half a thought")
    until_equal(lambda: drafts(browser), ["Half a thought"])
    page.close()

    page = browser.context.new_page()
    open_page(page, SEARCH)
    select(page, abstract(page, FERRYMAN), SENTENCE)
    expect(toolbar(page)).to_be_visible()
    page.keyboard.press("n")
    expect(field(page)).to_have_value("Half a thought")
    field(page).press_sequentially(", and the other half")
    card(page).get_by_role("button", name="Save").click()
    until_equal(lambda: [note["body"][0]["value"] for note in user.notes(FERRYMAN)], ["Half a thought, and the other half"])
    assert drafts(browser) == []


def test_a_killed_browser_lists_it_and_opens_it_on_its_page(own_browser: Browser, server: Server, user: User) -> None:
    own_browser.connect(user.url, user.token)
    page = own_browser.context.new_page()
    open_page(page, SEARCH)
    begin(page, "Half a thought")
    until_equal(lambda: drafts(own_browser), ["Half a thought"])
    own_browser.kill()

    own_browser.start()
    page = own_browser.context.new_page()
    page.goto(f"{server.url}/sign-in")
    popup = own_browser.popup(page)
    expect(listed(popup)).to_contain_text(SENTENCE)
    with own_browser.context.expect_page() as opened:
        listed(popup).get_by_role("button", name="Go on").click()
    expect(field(opened.value)).to_have_value("Half a thought")
    card(opened.value).get_by_role("button", name="Save").click()
    until_equal(lambda: [note["target"]["selector"][0]["exact"] for note in user.notes(FERRYMAN)], [SENTENCE])
    until_equal(lambda: drafts(own_browser), [])


def test_edits_and_answers_wait_in_the_papers_list(page: Page, browser: Browser, user: User) -> None:
    open_page(page, SEARCH)
    write_note(page, abstract(page, FERRYMAN), SENTENCE, "First")
    for button, text in (("Edit", " and then"), ("Reply", "Because")):
        click_mark(page, abstract(page, FERRYMAN), SENTENCE)
        card(page).get_by_role("button", name=button).click()
        field(page).press_sequentially(text)
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        expect(card(page)).to_be_hidden()
    until_equal(lambda: sorted(drafts(browser)), ["Because", "First and then"])
    page.goto("about:blank")
    open_page(page, SEARCH)
    badge(page, FERRYMAN).click()
    unfinished = card(page).locator(".unfinished article")
    expect(unfinished).to_have_count(2)
    unfinished.filter(has_text="Because").get_by_role("button", name="Discard").click()
    unfinished.filter(has_text="First and then").get_by_role("button", name="Go on").click()
    expect(field(page)).to_have_value("First and then")
    card(page).get_by_role("button", name="Save").click()
    until_equal(lambda: [note["body"][0]["value"] for note in user.notes(FERRYMAN)], ["First and then"])
    assert drafts(browser) == []


def test_what_one_account_began_is_never_anothers(page: Page, browser: Browser, server: Server, user: User) -> None:
    open_page(page, SEARCH)
    begin(page, "Of the first account")
    until_equal(lambda: drafts(browser), ["Of the first account"])
    other = server.new_user()
    browser.connect(other.url, other.token)
    expect(card(page)).to_be_hidden()
    assert drafts(browser) == []
    options = browser.open("options/options.html")
    kept = options.get_by_role("region", name="Kept for others")
    expect(kept).to_contain_text(f"{user.name} on {server.url}")
    expect(kept).to_contain_text("1 unfinished note")

    browser.connect(user.url, user.token)
    expect(listed(options)).to_contain_text("Of the first account")
    listed(options).get_by_role("button", name="Discard").click()
    options.get_by_role("button", name="Discard for good").click()
    expect(listed(options)).to_have_count(0)
    assert other.notes(FERRYMAN) == user.notes(FERRYMAN) == []


def test_nothing_is_typed_past_a_save_that_is_on_its_way(page: Page, browser: Browser, user: User) -> None:
    open_page(page, SEARCH)
    begin(page, "The whole thought")
    with browser.slow_to_write():
        page.keyboard.press("Control+Enter")
        expect(card(page).get_by_role("button", name="Save")).to_be_disabled()
        page.keyboard.type(", which goes on")
        expect(field(page)).to_have_value("The whole thought")
    expect(card(page)).to_be_hidden()
    until_equal(lambda: [note["body"][0]["value"] for note in user.notes(FERRYMAN)], ["The whole thought"])


def test_a_word_moved_from_the_text_to_the_tags_is_a_change(page: Page, browser: Browser) -> None:
    open_page(page, SEARCH)
    write_note(page, abstract(page, FERRYMAN), SENTENCE, "a budget")
    click_mark(page, abstract(page, FERRYMAN), SENTENCE)
    card(page).get_by_role("button", name="Edit").click()
    card(page).get_by_label("Tags").fill("budget")
    field(page).fill("a ")
    until_equal(lambda: drafts(browser), ["a "])
    page.mouse.click(5, 5)
    expect(field(page)).to_have_value("a ")


def test_words_that_could_not_be_copied_in_the_options_are_said_not_to_be(page: Page, browser: Browser) -> None:
    open_page(page, SEARCH)
    begin(page, "To be copied")
    until_equal(lambda: drafts(browser), ["To be copied"])
    options = browser.open("options/options.html")
    options.evaluate("() => { navigator.clipboard.writeText = async () => { throw new Error('The clipboard is taken.'); }; }")
    listed(options).get_by_role("button", name="Copy").click()
    expect(options.get_by_role("status")).to_have_text("The clipboard is taken.")
