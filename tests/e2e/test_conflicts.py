"""Two browsers edit one note: the second is shown both wordings and decides; neither is overwritten unseen."""

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


def change_elsewhere(user: User, text: str) -> None:
    """As another browser of the same user does."""
    [note] = user.notes(FERRYMAN)
    path = note["id"].removeprefix(user.url)
    with user.http as http:
        changed = http.patch(
            path,
            json={"body": [{**note["body"][0], "value": text}]},
            headers={"If-Match": http.get(path).headers["ETag"], "Content-Type": "application/merge-patch+json"},
        )
    assert changed.is_success, changed.text


def side(page: Page, name: str) -> Locator:
    return card(page).get_by_role("region", name=name)


def write_first(page: Page, browser: Browser, user: User) -> None:
    open_page(page, SEARCH)
    write_note(page, abstract(page, FERRYMAN), SENTENCE, "First")
    until_equal(lambda: texts(user), ["First"])
    until_equal(lambda: browser.ask("waiting")["operations"], [])
    click_mark(page, abstract(page, FERRYMAN), SENTENCE)


def expect_both(page: Page, mine: str, theirs: str) -> None:
    expect(side(page, "Yours, not sent").locator(".text")).to_have_text(mine)
    expect(side(page, "Changed elsewhere").locator(".text")).to_have_text(theirs)


def test_the_second_of_two_edits_is_refused_and_both_stand_side_by_side(page: Page, browser: Browser, user: User) -> None:
    write_first(page, browser, user)
    change_elsewhere(user, "Changed elsewhere")
    card(page).get_by_role("button", name="Edit").click()
    fill_note(page, "Changed here")
    expect_both(page, "Changed here", "Changed elsewhere")
    assert texts(user) == ["Changed elsewhere"]

    card(page).get_by_role("button", name="Merge").click()
    expect(side(page, "Changed elsewhere").locator(".text")).to_have_text("Changed elsewhere")
    fill_note(page, "Changed here and elsewhere")
    until_equal(lambda: texts(user), ["Changed here and elsewhere"])
    expect(card(page).locator(".text")).to_have_text("Changed here and elsewhere")
    until_equal(lambda: browser.badge()["text"], "")


def test_an_editor_left_open_overwrites_nothing_that_came_in_meanwhile(page: Page, browser: Browser, user: User) -> None:
    write_first(page, browser, user)
    card(page).get_by_role("button", name="Edit").click()
    change_elsewhere(user, "Changed elsewhere")
    browser.ask("catch-up")
    until_equal(lambda: browser.ask("notes", {"papers": [FERRYMAN]})["papers"][FERRYMAN][0]["text"], "Changed elsewhere")
    fill_note(page, "Changed here")
    expect_both(page, "Changed here", "Changed elsewhere")
    assert texts(user) == ["Changed elsewhere"]
    popup = browser.popup(page)
    listed = popup.get_by_role("region", name="Could not be sent").get_by_role("listitem")
    expect(listed.get_by_role("region", name="Yours, not sent")).to_contain_text("Changed here")
    listed.get_by_role("button", name="Keep mine").click()
    until_equal(lambda: texts(user), ["Changed here"])
    expect(listed).to_have_count(0)


def test_on_the_servers_own_pages_too(browser: Browser, site: Site, server: Server, user: User) -> None:
    server.import_papers(props_of(str(site.pages["/papers"])), "2025-06-03")
    page = browser.context.new_page()
    sign_in(page, server, user)
    open_page(page, f"{server.url}/?day=2025-06-03")
    write_note(page, abstract(page, FERRYMAN), SENTENCE, "First")
    until_equal(lambda: texts(user), ["First"])
    click_mark(page, abstract(page, FERRYMAN), SENTENCE)
    card(page).get_by_role("button", name="Edit").click()
    change_elsewhere(user, "Changed elsewhere")
    fill_note(page, "Changed here")
    expect_both(page, "Changed here", "Changed elsewhere")
    card(page).get_by_role("button", name="Keep theirs").click()
    expect(card(page).locator(".sides")).to_have_count(0)
    expect(card(page).locator(".text")).to_have_text("Changed elsewhere")
    assert texts(user) == ["Changed elsewhere"]
