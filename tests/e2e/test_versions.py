"""A mark made on one version of a paper, met on another: what is the same, what is not, and what its author does about it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import SEARCH
from .extension import Browser
from .reading import abstract as listed
from .reading import badge, card, click_mark, expect_marks, highlight, open_page, painted, reload, select, toolbar, write_note
from .server import Server, User
from .waiting import until, until_equal

pytestmark = pytest.mark.xdist_group("e2e-pages")

FERRYMAN = "arxiv:2503.90417"
V2, NEW = "https://arxiv.org/abs/2503.90417", "https://arxiv.org/list/cs.CL/new"
V1 = f"{V2}v1"
SAME = "decides after every sixteen tokens whether the small model on the device should go on"
KEEPS, KEEPS_NOW = (rf"Ferryman keeps {percent}\% of the accuracy of the medium model" for percent in (95, 97))
BUDGET, BUDGET_NOW = (f"and it {never}exceeded its budget in 1,400 hours of field use" for never in ("", "never "))
PEOPLE, PEOPLE_NOW = (f"which we trace to how people {do} their devices" for do in ("use", "charge"))
GONE = "Two reviewers repeated the field study with watches in place of phones."
NEXT = "A router trained on one device transfers to a second one after forty minutes of calibration"


def abstract(page: Page) -> Locator:
    return page.locator("blockquote.abstract")


def changed(page: Page) -> int:
    """How many marks are painted as changed."""
    count = "() => [...CSS.highlights].reduce((sum, [name, marks]) => sum + (name.includes('-changed') ? marks.size : 0), 0)"
    return page.evaluate(count)


def target(user: User) -> Any:
    """What the one note marks."""
    [note] = until(lambda: user.notes(FERRYMAN), "the note on the server")
    return note["target"]


def quoted(user: User) -> tuple[str, int | None]:
    """The words that it marks, and the version that they are of."""
    marked = target(user)
    return marked["selector"][0]["exact"], marked.get("postil:version")


def on_v2(page: Page, quote: str) -> None:
    """Marks words on the first version, and opens the second."""
    open_page(page, V1)
    highlight(page, abstract(page), quote)
    open_page(page, V2)


def open_list(page: Page) -> None:
    badge(page, FERRYMAN).click()
    expect(card(page)).to_be_visible()


def open_mark(page: Page, root: Locator, words: str) -> None:
    """Opens the card of a mark, once it is painted."""
    until(lambda: words in [mark.text for mark in painted(page)], f"the mark on {words}")
    click_mark(page, root, words)
    expect(card(page)).to_be_visible()


def verbs(page: Page) -> Locator:
    return card(page).get_by_role("button", name="Confirm").or_(card(page).get_by_role("button", name="Re-attach"))


def test_what_a_later_version_has_unchanged_is_plain_and_asks_nothing(page: Page) -> None:
    on_v2(page, SAME)
    expect_marks(page, SAME)
    assert changed(page) == 0
    open_mark(page, abstract(page), SAME)
    expect(card(page).locator(".facts")).to_contain_text("made on v1")
    expect(card(page).locator(".place, .compared")).to_have_count(0)
    expect(verbs(page)).to_have_count(0)
    open_page(page, V1)
    open_mark(page, abstract(page), SAME)
    expect(card(page).locator(".facts")).not_to_contain_text("made on")


@pytest.mark.parametrize(
    ("was", "now", "struck", "put_in", "said"),
    [
        (KEEPS, KEEPS_NOW, ["95"], ["97"], ["Number: “95” is now “97”"]),
        (BUDGET, BUDGET_NOW, [], ["never"], ["Negation: “never” was put in"]),
        (PEOPLE, PEOPLE_NOW, ["use"], ["charge"], []),
    ],
)
def test_what_it_has_changed_is_shown_word_by_word(
    page: Page, was: str, now: str, struck: list[str], put_in: list[str], said: list[str]
) -> None:
    on_v2(page, was)
    expect_marks(page, now)
    assert changed(page) == 1
    open_mark(page, abstract(page), now)
    expect(card(page).locator(".place")).to_have_text("Changed since you marked it")
    expect(card(page).locator(".facts")).to_contain_text("made on v1")
    expect(card(page).locator(".compared .quote")).to_have_text([was, now])
    expect(card(page).locator("del")).to_have_text(struck)
    expect(card(page).locator("ins")).to_have_text(put_in)
    expect(card(page).locator(".differences li")).to_have_text(said)
    expect(verbs(page)).to_have_count(2)


def test_left_alone_a_changed_mark_is_what_it_was(page: Page, user: User) -> None:
    on_v2(page, KEEPS)
    open_mark(page, abstract(page), KEEPS_NOW)
    page.keyboard.press("Escape")
    open_page(page, V1)
    expect_marks(page, KEEPS)
    assert changed(page) == 0
    assert quoted(user) == (KEEPS, 1)


def test_confirmed_it_marks_the_words_of_today(page: Page, user: User) -> None:
    open_page(page, V1)
    write_note(page, abstract(page), KEEPS, "At the *same* budget?", "energy")
    before = target(user)
    open_page(page, V2)
    open_mark(page, abstract(page), KEEPS_NOW)
    card(page).get_by_role("button", name="Confirm").press("Enter")
    expect(verbs(page)).to_have_count(0)
    expect(card(page).locator(".text")).to_have_text("At the *same* budget?")
    expect_marks(page, KEEPS_NOW)
    assert changed(page) == 0
    until_equal(lambda: quoted(user), (KEEPS_NOW, 2))
    [note] = user.notes(FERRYMAN)
    assert [body["value"] for body in note["body"]] == ["At the *same* budget?", "energy"]
    states = user.get(note["id"].removeprefix(user.url) + "/history")["states"]
    assert [state["annotation"]["target"] for state in states] == [note["target"], before]
    reload(page)
    expect_marks(page, KEEPS_NOW)
    assert changed(page) == 0

    open_page(page, V1)
    open_mark(page, abstract(page), KEEPS)
    expect(card(page).locator(".place")).to_have_text("Changed since you marked it")
    expect(card(page).locator(".facts")).to_contain_text("made on v2")


def test_what_is_gone_is_said_and_can_be_re_attached(page: Page, user: User) -> None:
    on_v2(page, GONE)
    expect_marks(page)
    open_list(page)
    expect(card(page).locator(".quote")).to_have_text(GONE)
    expect(card(page).locator(".place")).to_have_text("Not found on this page")
    expect(card(page).locator(".facts")).to_contain_text("made on v1")
    expect(verbs(page)).to_have_text(["Re-attach"])
    card(page).get_by_role("button", name="Re-attach").press("Enter")
    bar = page.get_by_role("group", name="Re-attach")
    expect(bar).to_contain_text("Select the words that this note is about")
    expect(card(page)).to_be_hidden()

    select(page, abstract(page), NEXT)
    expect(toolbar(page).get_by_role("button")).to_have_count(1)
    page.keyboard.press("n")  # no new note meanwhile
    expect(card(page)).to_be_hidden()
    page.keyboard.press("h")
    expect_marks(page, NEXT)
    expect(bar).to_be_hidden()
    assert changed(page) == 0
    until_equal(lambda: quoted(user), (NEXT, 2))
    # The next selection is one like any other.
    select(page, abstract(page), SAME)
    toolbar(page).get_by_role("button", name="Highlight").click()
    expect_marks(page, SAME, NEXT)
    until_equal(lambda: len(user.notes(FERRYMAN)), 2)


def test_a_sentence_that_is_read_by_keyboard_is_attached_and_no_note_of_its_own(page: Page, user: User) -> None:
    on_v2(page, GONE)
    page.bring_to_front()
    open_list(page)
    card(page).get_by_role("button", name="Re-attach").press("Enter")
    bar = page.get_by_role("group", name="Re-attach")
    expect(bar).to_be_visible()
    page.keyboard.press("r")
    row = page.get_by_role("toolbar", name="Read by sentence")
    expect(row.get_by_role("button", name="Attach here")).to_be_visible()
    expect(row.get_by_role("button", name="Note")).to_have_count(0)
    page.keyboard.press("n")  # no new note meanwhile
    page.keyboard.press("h")
    expect(bar).to_be_hidden()
    expect(card(page)).to_be_hidden()
    until_equal(lambda: quoted(user)[1], 2)
    assert len(user.notes(FERRYMAN)) == 1


def test_re_attaching_is_given_up_and_other_papers_are_refused(page: Page, user: User) -> None:
    open_page(page, V1)
    highlight(page, abstract(page), GONE)
    open_page(page, NEW)
    open_list(page)
    card(page).get_by_role("button", name="Re-attach").click()
    bar = page.get_by_role("group", name="Re-attach")
    select(page, page.locator("dd p.mathjax").nth(1), "Loss curves say that a model improves")
    expect(page.locator("[data-postil] .toolbar")).to_have_text("The note to re-attach is about another paper. Select words of that one.")
    page.keyboard.press("h")
    page.keyboard.press("Escape")
    expect(page.locator("[data-postil] .toolbar")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(bar).to_be_hidden()
    open_list(page)
    card(page).get_by_role("button", name="Re-attach").click()
    bar.get_by_role("button", name="Cancel").press("Enter")
    expect(bar).to_be_hidden()
    expect_marks(page)
    assert quoted(user) == (GONE, 1)


def test_a_text_without_a_version_speaks_of_none(page: Page) -> None:
    open_page(page, V1)
    highlight(page, abstract(page), KEEPS)
    open_page(page, SEARCH)
    open_mark(page, listed(page, FERRYMAN), KEEPS_NOW)
    expect(card(page).locator("ins")).to_have_text(["97"])
    expect(card(page).locator(".facts")).not_to_contain_text("made on")


@pytest.fixture
def other(server: Server, user: User) -> User:
    """Another reader of the user's team."""
    other = server.new_user()
    team = server.postil("group", "add", "Readers", "--owner", user.name)
    server.postil("group", "set-role", team, other.name, "member")
    return other


def test_what_became_of_another_s_mark_is_said_and_is_not_mine_to_mend(page: Page, browser: Browser, user: User, other: User) -> None:
    browser.ask("try-now")
    browser.ask("destination", {"group": user.group("team")["id"]})
    open_page(page, V1)
    highlight(page, abstract(page), KEEPS)
    highlight(page, abstract(page), GONE)
    until_equal(lambda: len(user.notes(FERRYMAN)), 2)
    browser.ask("disconnect", {"waiting": "discard"})
    browser.connect(other.url, other.token)
    open_page(page, V2)
    open_mark(page, abstract(page), KEEPS_NOW)
    expect(card(page).locator(".place")).to_have_text("Changed since it was marked")
    expect(card(page).locator("ins")).to_have_text(["97"])
    expect(card(page)).to_contain_text(f"Only {user.name} can confirm or re-attach this note.")
    expect(verbs(page)).to_have_count(0)
    card(page).get_by_role("button", name="Close").click()
    open_list(page)
    expect(card(page).locator(".place").filter(has_text="Not found on this page")).to_be_visible()
    expect(verbs(page)).to_have_count(0)


def test_confirmed_while_the_server_is_away_it_is_kept_and_arrives(page: Page, browser: Browser, server: Server, user: User) -> None:
    on_v2(page, KEEPS)
    until_equal(lambda: quoted(user), (KEEPS, 1))
    server.stop()
    open_mark(page, abstract(page), KEEPS_NOW)
    card(page).get_by_role("button", name="Confirm").click()
    expect(card(page).locator(".state")).to_have_text("Waiting to be sent")
    note = browser.ask("waiting")["operations"][0]["note"]
    browser.ask("edit", {"id": note, "text": "And a word on it", "tags": [], "seen": {"text": "", "tags": []}})
    reload(page)
    expect_marks(page, KEEPS_NOW)
    assert changed(page) == 0
    server.start()
    browser.ask("try-now")
    until_equal(lambda: quoted(user), (KEEPS_NOW, 2))
    [note] = user.notes(FERRYMAN)
    assert [body["value"] for body in note["body"]] == ["And a word on it"]


@pytest.mark.parametrize(
    ("elsewhere", "stands"),
    [
        ({"body": [{"type": "TextualBody", "value": "written elsewhere", "purpose": "commenting"}]}, None),
        ({"target": {"selector": [{"type": "TextQuoteSelector", "exact": SAME}]}}, SAME),
    ],
)
def test_confirmed_after_another_browser_changed_the_note(
    page: Page, browser: Browser, server: Server, user: User, elsewhere: dict[str, Any], stands: str | None
) -> None:
    """Its text is another matter; other words to mark are not overwritten unseen."""
    on_v2(page, KEEPS)
    [note] = until(lambda: user.notes(FERRYMAN), "the note on the server")
    server.revoke_all_tokens(user)  # nothing is sent or heard until the browser is connected again
    open_mark(page, abstract(page), KEEPS_NOW)
    card(page).get_by_role("button", name="Confirm").click()
    expect(card(page).locator(".state")).to_have_text("Waiting to be sent")
    again = User(user.name, server.new_token(user), user.url)
    with again.http as http:
        assert http.patch(note["id"], json=elsewhere, headers={"If-Match": "*"}).is_success
    browser.connect(again.url, again.token)
    if stands:
        expect(card(page).locator(".state")).to_contain_text("The note was changed elsewhere since you opened it.")
        assert quoted(again) == (SAME, 1)
    else:
        until_equal(lambda: quoted(again), (KEEPS_NOW, 2))
        expect(card(page).locator(".text")).to_have_text("written elsewhere")


def test_each_version_s_text_is_kept_and_the_latest_is_the_paper_s(page: Page, user: User) -> None:
    for address, quote in ((V2, SAME), (V1, NEXT)):
        open_page(page, address)
        highlight(page, abstract(page), quote)
    until_equal(lambda: len(user.notes(FERRYMAN)), 2)
    until(lambda: KEEPS_NOW in user.get(f"/api/papers/{FERRYMAN}")["abstract"], "the second version's text")
    assert GONE not in user.get(f"/api/papers/{FERRYMAN}")["abstract"]
