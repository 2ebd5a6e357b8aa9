"""Marking words of a paper, finding the marks again, and what can be done with them."""

from __future__ import annotations

import base64

import pytest
from playwright.sync_api import Page, expect

from .conftest import PAPER, SEARCH
from .extension import Browser
from .reading import (
    abstract,
    badge,
    card,
    choose,
    click_mark,
    double_click,
    expect_marks,
    expect_painted,
    fill_note,
    highlight,
    isolated,
    open_page,
    painted,
    reload,
    select,
    select_across,
    toolbar,
    write_note,
)
from .server import Server, User
from .waiting import until, until_equal

pytestmark = pytest.mark.xdist_group("e2e-reading")

FERRYMAN, LANTERNS = "arxiv:2503.90417", "arxiv:2411.90233"
SENTENCE = "decides after every sixteen tokens whether the small model on the device should go on"
#: Crosses "10^4" and a line of the page; the next one holds a stray backslash and "6times".
TRAINED = "We train the router on 10^4 simulated days of use, in which charge, temperature and network come and go"
ENERGY = r"Ferryman keeps 97\% of the accuracy of the medium model while spending 6times less energy"


def test_a_marked_sentence_is_there_again_after_a_reload(page: Page, user: User) -> None:
    open_page(page, SEARCH)
    highlight(page, abstract(page, FERRYMAN), SENTENCE)
    marks = painted(page)
    assert [(mark.paper, mark.field, mark.text) for mark in marks] == [(FERRYMAN, "abstract", SENTENCE)]
    reload(page)
    expect_painted(page, marks)
    [note] = until(lambda: user.notes(FERRYMAN), "the note on the server")
    assert note["target"]["selector"][0]["exact"] == SENTENCE
    assert note["postil:group"] == user.group("personal")["id"]


def test_marks_of_every_kind_stand_on_both_pages_of_a_paper(page: Page) -> None:
    """By the button, by `h`, by `n` with words and tags: on the search page, and on the paper's own, where a summary repeats them."""
    open_page(page, SEARCH)
    text = abstract(page, FERRYMAN)
    highlight(page, text, SENTENCE)
    select(page, text, TRAINED)
    expect(toolbar(page)).to_be_visible()
    page.keyboard.press("h")
    expect_marks(page, SENTENCE, TRAINED)
    write_note(page, text, ENERGY, "At the *same* budget?", "energy, to check")
    listed = painted(page)
    assert [mark.text for mark in listed] == [SENTENCE, TRAINED, ENERGY]
    reload(page)
    expect_painted(page, listed)
    open_page(page, PAPER)
    expect_painted(page, listed)

    click_mark(page, abstract(page, FERRYMAN), ENERGY)
    expect(card(page).locator(".text")).to_have_text("At the *same* budget?")
    expect(card(page).get_by_role("list", name="Tags").get_by_role("listitem")).to_have_text(["energy", "to check"])


def test_words_can_be_picked_by_double_click_and_by_shift_click(page: Page) -> None:
    open_page(page, SEARCH)
    text = abstract(page, FERRYMAN)
    double_click(page, text, "simulator")
    expect(toolbar(page)).to_be_visible()
    page.keyboard.press("h")
    expect_marks(page, "simulator")
    across_sentences = "rests on two signals that cost almost nothing: the entropy of the next token and the remaining charge. Because"
    select_across(page, text, across_sentences[:20], text, across_sentences[-20:])
    expect(toolbar(page)).to_be_visible()
    page.keyboard.press("h")
    expect_marks(page, across_sentences, "simulator")


def test_an_edit_a_delete_and_its_undo_reach_the_server(page: Page, user: User) -> None:
    open_page(page, SEARCH)
    text = abstract(page, FERRYMAN)
    write_note(page, text, SENTENCE, "First thought")
    click_mark(page, text, SENTENCE)
    card(page).get_by_role("button", name="Edit").click()
    fill_note(page, "Second thought", "routing")
    expect(card(page).locator(".text")).to_have_text("Second thought")
    until_equal(lambda: _bodies(user), [["Second thought", "routing"]])

    card(page).get_by_role("button", name="Delete").click()
    expect_marks(page)
    until_equal(lambda: _bodies(user), [])
    page.get_by_role("group", name="Deleted").get_by_role("button", name="Undo").click()
    expect_marks(page, SENTENCE)
    until_equal(lambda: _bodies(user), [["Second thought", "routing"]])
    reload(page)
    expect_marks(page, SENTENCE)


def _bodies(user: User) -> list[list[str]]:
    """What was written of each note: its words, then its tags."""
    return [[body["value"] for body in note.get("body", [])] for note in user.notes(FERRYMAN)]


def test_where_marks_overlap_all_their_notes_are_listed(page: Page) -> None:
    open_page(page, SEARCH)
    text = abstract(page, FERRYMAN)
    outer, inner = "the small model on the device should go on", "model on the device"
    write_note(page, text, outer, "The outer note")
    write_note(page, text, inner, "The inner note")
    assert [mark.text for mark in painted(page)] == [outer, inner]
    click_mark(page, text, inner)
    expect(card(page)).to_have_accessible_name("2 notes here")
    assert sorted(card(page).locator(".text").all_inner_texts()) == ["The inner note", "The outer note"]
    page.keyboard.press("Escape")
    click_mark(page, text, "the small")
    expect(card(page).locator(".text")).to_have_text("The outer note")


def test_the_badge_counts_the_notes_of_its_paper(page: Page) -> None:
    open_page(page, SEARCH)
    expect(badge(page, FERRYMAN)).to_have_attribute("title", "No notes")
    highlight(page, abstract(page, FERRYMAN), SENTENCE)
    write_note(page, abstract(page, FERRYMAN), TRAINED, "How many?")
    highlight(page, abstract(page, LANTERNS), "We ask how few probes are enough")
    expect(badge(page, FERRYMAN).locator(".count")).to_have_text("2")
    expect(badge(page, LANTERNS).locator(".count")).to_have_text("1")
    reload(page)
    expect(badge(page, FERRYMAN).locator(".count")).to_have_text("2")
    badge(page, FERRYMAN).click()
    expect(card(page).get_by_role("article")).to_have_count(2)


def test_notes_go_to_only_me_until_a_team_is_picked_and_then_to_that_team(page: Page, browser: Browser, server: Server, user: User) -> None:
    team = server.postil("group", "add", "Readers", "--owner", user.name)
    browser.connect(user.url, user.token)  # the groups are told at connecting
    open_page(page, SEARCH)
    text = abstract(page, FERRYMAN)
    select(page, text, SENTENCE)
    picker = toolbar(page).get_by_role("combobox", name="Save to")
    expect(picker.locator("option")).to_have_text(["Only me", "Readers"])
    expect(picker).to_have_value(user.group("personal")["id"])
    choose(picker, "Readers")
    expect(picker).to_have_value(team)
    reload(page)
    select(page, text, SENTENCE)
    expect(toolbar(page).get_by_role("combobox", name="Save to")).to_have_value(team)
    toolbar(page).get_by_role("button", name="Highlight").click()
    until_equal(lambda: [note["postil:group"] for note in user.notes(FERRYMAN)], [team])


def test_a_selection_over_two_papers_is_refused_with_the_reason(page: Page) -> None:
    open_page(page, SEARCH)
    select_across(page, abstract(page, FERRYMAN), "long tables and questions", abstract(page, LANTERNS), "what it has learned")
    line = page.get_by_role("status").filter(has_text="This reaches over two papers")
    expect(line).to_be_visible()
    expect(toolbar(page)).to_be_hidden()
    page.keyboard.press("h")
    assert painted(page) == []


def test_what_is_selected_while_a_mark_is_being_kept_stays_selected(page: Page) -> None:
    """A disk or a worker may be slow; the reader is at the next sentence by then."""
    open_page(page, SEARCH)
    text = abstract(page, FERRYMAN)
    isolated(
        page,
        """(() => {
          const send = chrome.runtime.sendMessage.bind(chrome.runtime);
          const released = new Promise((release) => { globalThis.release = release; });
          chrome.runtime.sendMessage = async (message) => {
            if (message.ask === "create") await released;
            return send(message);
          };
        })()""",
    )
    select(page, text, SENTENCE)
    expect(toolbar(page)).to_be_visible()
    page.keyboard.press("h")
    expect(toolbar(page)).to_be_hidden()
    select(page, text, ENERGY)
    expect(toolbar(page)).to_be_visible()
    isolated(page, "release()")
    expect_marks(page, SENTENCE)
    assert page.evaluate("() => getSelection().toString()") == ENERGY
    page.keyboard.press("h")
    expect_marks(page, SENTENCE, ENERGY)


def test_escape_leaves_the_page_as_it_was(page: Page) -> None:
    open_page(page, SEARCH)
    select(page, abstract(page, FERRYMAN), SENTENCE)
    expect(toolbar(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(toolbar(page)).to_be_hidden()
    page.keyboard.press("h")
    assert painted(page) == []


def test_a_mark_has_its_colour_on_the_screen(page: Page) -> None:
    """Everything else reads the registry of highlights; this reads pixels, so that a mark which is there and not drawn is noticed."""
    open_page(page, SEARCH)
    text = abstract(page, FERRYMAN)
    before = text.screenshot()
    highlight(page, text, SENTENCE)
    amber = page.evaluate(
        """async ([before, after]) => {
          const count = async (png) => {
            const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
            const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
            canvas.drawImage(image, 0, 0);
            const { data } = canvas.getImageData(0, 0, image.width, image.height);
            let found = 0;
            for (let i = 0; i < data.length; i += 4) found += data[i] === 0xff && data[i + 1] === 0xe0 && data[i + 2] === 0x8a;
            return found;
          };
          return [await count(before), await count(after)];
        }""",
        [_base64(before), _base64(text.screenshot())],
    )
    assert amber[0] == 0
    assert amber[1] > 2000


def _base64(png: bytes) -> str:
    return base64.b64encode(png).decode()
