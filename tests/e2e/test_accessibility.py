"""axe-core finds nothing on any page of ours, nor in what we put on others'; no page of ours scrolls sideways in a narrow window."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Page, expect

from .axe import Inspector
from .conftest import DAY as HF_DAY
from .conftest import SEARCH
from .extension import Browser
from .own_pages import DAY, own_tab
from .reading import (
    HOST,
    abstract,
    badge,
    card,
    click_mark,
    expect_marks,
    fill_note,
    open_abstract,
    open_page,
    select,
    sheet,
    toolbar,
    write_note,
)
from .server import Server, User, free_port
from .site import Site
from .waiting import until_equal

pytestmark = pytest.mark.xdist_group("e2e-server")

FERRYMAN, LANTERNS = "arxiv:2503.90417", "arxiv:2411.90233"
SENTENCE = "decides after every sixteen tokens whether the small model on the device should go on"
PROBES = "Dense probing answers that question at a price"
ARXIV = "https://arxiv.org/abs/2503.90417"
KEEPS = r"Ferryman keeps 95\% of the accuracy of the medium model"
GONE = "Two reviewers repeated the field study with watches in place of phones."
PASSWORD = "a password of many letters"


@pytest.fixture
def inspector() -> Inspector:
    return Inspector()


@pytest.fixture
def team(server: Server, user: User) -> str:
    """With a name of one long word, and a second member."""
    team = server.postil("group", "add", "Donaudampfschifffahrtsgesellschaftskapitänslesekreis", "--owner", user.name)
    server.postil("group", "set-role", team, server.new_user().name, "moderator")
    return team


@pytest.fixture
def own(browser: Browser, site: Site, server: Server, user: User, team: str) -> Page:
    """A tab on the server's own pages, signed in."""
    return own_tab(browser, site, server, user)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def code_of(server: Server) -> str:
    asked = httpx.post(f"{server.url}/api/oauth/device", data={"client_id": "a reader", "scope": "read write"}, timeout=20)
    return str(asked.json()["user_code"])


def test_the_pages_of_who_is_signed_in(own: Page, server: Server, user: User, team: str, inspector: Inspector) -> None:
    inspector.look_narrow(own, "password")
    open_page(own, f"{server.url}/?day={DAY}")
    write_note(own, abstract(own, FERRYMAN), SENTENCE, "At equal budget?", "energy, a tag of many letters")
    inspector.look_narrow(own, "listing")
    for what, path in {
        "a day without papers": "/?day=2001-01-01",
        "search": "/?q=model",
        "a search in vain": "/?q=nothingofthekind",
        "paper": f"/papers/{FERRYMAN}",
        "connect": "/connect",
        "a wrong code": "/connect?code=BCDF-GHJK",
        "nothing there": "/nothing",
        "another address": f"{server.url.replace('127.0.0.1', 'elsewhere.localhost')}/",
    }.items():
        own.goto(path if path.startswith("http") else server.url + path)
        inspector.look_narrow(own, what)
    own.goto(f"{server.url}/papers/{FERRYMAN}")
    own.get_by_text("Export notes").click()
    inspector.look_narrow(own, "export")
    own.goto(f"{server.url}/connect?code={code_of(server)}")
    inspector.look_narrow(own, "a program asks")
    press(own, "Allow")
    inspector.look_narrow(own, "a program was allowed")
    own.goto(f"{server.url}/settings")
    own.get_by_label("Name").first.fill("Laptop")
    press(own, "Make a token")
    inspector.look_narrow(own, "settings with a new token")
    own.goto(f"{server.url}/teams/{team}")
    press(own, "Make a link")
    inspector.look_narrow(own, "team with a new invitation")
    own.goto(f"{server.url}/trash")
    inspector.look_narrow(own, "an empty trash")
    open_page(own, f"{server.url}/papers/{FERRYMAN}")
    badge(own, FERRYMAN).click()
    card(own).get_by_role("button", name="Delete").click()
    expect(own.locator(f"{HOST} .undo")).to_be_visible()
    until_equal(lambda: len(user.notes(FERRYMAN)), 0)
    own.goto(f"{server.url}/trash")
    own.get_by_text("Delete for good").click()
    inspector.look_narrow(own, "the trash, and the question before the last step")
    press(own, "Restore")
    inspector.look_narrow(own, "a note restored")
    inspector.assert_nothing_found()


def test_the_pages_of_who_is_not(own: Page, server: Server, team: str, inspector: Inspector) -> None:
    own.goto(f"{server.url}/password")
    own.get_by_label("New password").fill(PASSWORD)
    own.get_by_label("Once more").fill("another")
    press(own, "Keep it")
    inspector.look_narrow(own, "two passwords that differ")
    own.get_by_label("New password").fill(PASSWORD)
    own.get_by_label("Once more").fill(PASSWORD)
    press(own, "Keep it")
    own.goto(f"{server.url}/teams/{team}")
    press(own, "Make a link")
    invitation = own.get_by_label("A link that invites").input_value()
    own.goto(invitation)
    inspector.look_narrow(own, "joining")
    press(own, "Sign out")
    inspector.look_narrow(own, "signing in")
    own.get_by_label("Name").fill("nobody")
    own.get_by_label("Password").fill("wrong")
    press(own, "Sign in")
    inspector.look_narrow(own, "a wrong password")
    for what, path in {
        "joining anew": invitation,
        "no invitation": f"{invitation}x",
        "a spent link": f"{server.url}/sign-in/postil_x",
    }.items():
        own.goto(path)
        inspector.look_narrow(own, what)
    own.goto(server.postil("login-link"))
    inspector.look_narrow(own, "a sign-in link")
    inspector.assert_nothing_found()


def test_what_stands_on_a_page(page: Page, browser: Browser, team: str, inspector: Inspector) -> None:
    open_page(page, SEARCH)
    browser.ask("try-now")
    text = abstract(page, FERRYMAN)
    select(page, text, SENTENCE)
    expect(toolbar(page)).to_be_visible()
    inspector.look(page, "toolbar and badges", HOST)
    page.keyboard.press("n")
    inspector.look(page, "a new note", HOST)
    fill_note(page, "At equal budget?", "energy, a second")
    expect(card(page)).to_be_hidden()
    expect_marks(page, SENTENCE)
    click_mark(page, text, SENTENCE)
    inspector.look(page, "card", HOST)
    until_equal(lambda: browser.ask("waiting")["operations"], [])
    press(page, "Edit")
    fill_note(page, "At equal budget, and on what device?")
    press(page, "History")
    expect(card(page).locator(".history ol > li")).to_have_count(2)
    inspector.look(page, "history", HOST)
    press(page, "Close the history")
    press(page, "Reply")
    card(page).get_by_label("Reply", exact=True).fill("Yes, table 3")
    press(page, "Save")
    inspector.look(page, "thread", HOST)
    press(page, "Move")
    inspector.look(page, "moving", HOST)
    page.keyboard.press("Escape")
    badge(page, FERRYMAN).click()
    inspector.look(page, "list of a badge", HOST)
    card(page).get_by_role("button", name="Delete").first.click()
    inspector.look(page, "a way back", HOST)
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    expect(page.get_by_role("toolbar", name="Read by sentence")).to_be_visible()
    inspector.look(page, "reading by sentence", HOST)
    open_page(page, f"{ARXIV}v1")
    for words in (KEEPS, GONE):
        write_note(page, page.locator("blockquote.abstract"), words, "Still so?")
    open_page(page, ARXIV)
    badge(page, FERRYMAN).click()
    expect(card(page).locator("ins")).to_be_visible()
    inspector.look(page, "words that changed and words that are gone", HOST)
    card(page).get_by_role("button", name="Re-attach").last.click()
    inspector.look(page, "a note that waits for words", HOST)
    open_page(page, HF_DAY)
    open_abstract(page, LANTERNS)
    expect(sheet(page)).to_be_visible()
    inspector.look(page, "abstract in place", HOST)
    inspector.assert_nothing_found()


def test_the_extensions_own_pages(page: Page, browser: Browser, server: Server, user: User, team: str, inspector: Inspector) -> None:
    open_page(page, SEARCH)
    browser.ask("try-now")
    write_note(page, abstract(page, FERRYMAN), SENTENCE, "At equal budget?")
    until_equal(lambda: len(user.notes(FERRYMAN)), 1)
    inspector.look_narrow(browser.popup(page), "popup")
    server.stop()
    write_note(page, abstract(page, LANTERNS), PROBES, "Written while it is away")
    options = browser.open("options/options.html")
    options.get_by_role("textbox", name="Note", exact=True).fill("h")
    inspector.look_narrow(options, "options, a letter that is taken")
    press(options, "Disconnect")
    inspector.look_narrow(options, "options with something unsent")
    popup = browser.popup(page)
    expect(popup.get_by_role("region", name="Waiting to be sent")).to_be_visible()
    inspector.look_narrow(popup, "popup while the server is away")
    press(options, "Discard them and disconnect")  # while it is away: else what waits may be sent before
    server.start()
    options.get_by_label("Server address").fill(f"http://127.0.0.1:{free_port()}")
    press(options, "Connect")
    expect(options.get_by_role("alert")).to_contain_text("does not answer")
    inspector.look_narrow(options, "options, no answer")
    options.get_by_label("Server address").fill(server.url)
    press(options, "Connect")
    expect(options.locator("#code")).to_be_visible()
    inspector.look_narrow(options, "options with a code")
    press(options, "Cancel")
    press(options, "Use a token instead")
    press(options, "Connect")
    inspector.look_narrow(options, "options, a token is missing")
    inspector.look_narrow(browser.popup(page), "popup, not connected")
    inspector.assert_nothing_found()
