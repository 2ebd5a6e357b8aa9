"""What the server will not take: a revoked token holds everything back, a refused note is shown with its text and its ways out."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import SEARCH
from .extension import Browser
from .reading import abstract, card, click_mark, expect_marks, highlight, open_page, write_note
from .server import Server, User
from .waiting import until_equal

pytestmark = pytest.mark.xdist_group("e2e-server")

FERRYMAN = "arxiv:2503.90417"
SENTENCE = "decides after every sixteen tokens whether the small model on the device should go on"
ENERGY = r"Ferryman keeps 97\% of the accuracy of the medium model"


def bodies(user: User) -> list[list[str]]:
    return [[body["value"] for body in note.get("body", [])] for note in user.notes(FERRYMAN)]


def test_a_revoked_token_is_told_and_what_waits_is_sent_with_a_new_one(page: Page, browser: Browser, server: Server, user: User) -> None:
    open_page(page, SEARCH)
    server.revoke_all_tokens(user)
    write_note(page, abstract(page, FERRYMAN), SENTENCE, "Written without leave")
    until_equal(lambda: browser.badge()["text"], "!")
    popup = browser.popup(page)
    expect(popup.locator(".message")).to_contain_text("The server does not know this access token, or it was revoked.")
    expect(popup.locator(".message")).to_contain_text("Your note is kept here and will be sent once you are back.")
    expect(popup.get_by_role("region", name="Waiting to be sent")).to_contain_text("Written without leave")

    fresh = server.new_token(user)
    options = browser.open("options/options.html")
    expect(options.get_by_label("Server address")).to_have_value(server.url)
    options.get_by_role("button", name="Use a token instead").click()
    options.get_by_label("Access token").fill(fresh)
    options.get_by_role("button", name="Connect", exact=True).click()
    expect(options.get_by_role("status")).to_have_text(f"Connected to {server.url}.")
    again = User(user.name, fresh, user.url)
    until_equal(lambda: bodies(again), [["Written without leave"]])
    until_equal(lambda: browser.badge()["text"], "")
    expect(popup.get_by_role("region", name="Waiting to be sent")).to_have_count(0)
    expect_marks(page, SENTENCE)


def failed(popup: Page) -> Locator:
    return popup.get_by_role("region", name="Could not be sent").get_by_role("listitem")


def test_a_note_that_is_too_long_is_kept_with_its_text_until_it_is_discarded(page: Page, browser: Browser, user: User) -> None:
    open_page(page, SEARCH)
    too_long = "far too long " * 6000  # 76 KiB; a note takes 64
    write_note(page, abstract(page, FERRYMAN), SENTENCE, too_long)
    highlight(page, abstract(page, FERRYMAN), ENERGY)
    until_equal(lambda: [note["target"]["selector"][0]["exact"] for note in user.notes(FERRYMAN)], [ENERGY])  # it holds up no other
    until_equal(lambda: browser.badge()["text"], "1")
    popup = browser.popup(page)
    expect(failed(popup)).to_have_count(1)
    expect(failed(popup).locator(".text")).to_have_text(too_long.strip())
    expect(failed(popup).locator(".bad")).not_to_be_empty()
    click_mark(page, abstract(page, FERRYMAN), SENTENCE)
    expect(card(page)).to_contain_text("Could not be sent")

    failed(popup).get_by_role("button", name="Discard").click()
    failed(popup).get_by_role("button", name="Keep").click()
    failed(popup).get_by_role("button", name="Discard").click()
    failed(popup).get_by_role("button", name="Discard for good").click()
    expect(failed(popup)).to_have_count(0)
    expect_marks(page, ENERGY)
    until_equal(lambda: browser.badge()["text"], "")


def test_a_note_for_a_team_that_is_gone_can_be_saved_into_only_me(page: Page, browser: Browser, server: Server, user: User) -> None:
    team = server.postil("group", "add", "Short-lived", "--owner", user.name)
    browser.connect(user.url, user.token)
    browser.ask("destination", {"group": team})
    open_page(page, SEARCH)
    account = server.postil("token", "add", user.name, "--scope", "read", "--scope", "account")
    gone = httpx.delete(f"{server.url}/api/groups/{team}", headers={"Authorization": f"Bearer {account}"}, timeout=20)
    assert gone.is_success, gone.text
    write_note(page, abstract(page, FERRYMAN), SENTENCE, "For nobody any more")
    popup = browser.popup(page)
    expect(failed(popup)).to_contain_text("For nobody any more")
    failed(popup).get_by_role("button", name="Save into Only me").click()
    expect(failed(popup)).to_have_count(0)
    until_equal(lambda: bodies(user), [["For nobody any more"]])
    assert [note["postil:group"] for note in user.notes(FERRYMAN)] == [user.group("personal")["id"]]
    expect_marks(page, SENTENCE)
