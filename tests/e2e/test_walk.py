"""Reading, marking and writing by the keyboard alone, sentence by sentence; what is typed elsewhere stays the page's."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import DAY as HF_DAY
from .conftest import FIXTURES, SEARCH
from .extension import Browser
from .own_pages import sign_in
from .pages import props_of
from .reading import HOST, abstract, badge, card, expect_marks, isolated, open_page, painted, select, sheet, toolbar
from .server import Server, User
from .site import Site
from .waiting import until, until_equal

pytestmark = pytest.mark.xdist_group("e2e-reading")

FERRYMAN, LANTERNS = "arxiv:2503.90417", "arxiv:2411.90233"
FIRST = (
    "Assistants that run on a pocket device must answer within a power budget that changes from minute to minute, yet nearly all "
    "routing methods assume that the cost of a query is known before it is asked."
)
SECOND = (
    "We study question answering below one watt and present Ferryman, a router that decides after every sixteen tokens whether the "
    "small model on the device should go on, hand over to a medium model on a nearby phone, or stop."
)
THIRD = "The decision rests on two signals that cost almost nothing: the entropy of the next token and the remaining charge."
LANTERNS_FIRST = "Loss curves say that a model improves but not what it has learned."

#: What happens to the page's own tree: of our host neither that it comes nor what is told on it.
_WATCH = """() => {
  window.mutations = 0;
  const ours = (node) => node instanceof Element && node.hasAttribute("data-postil");
  new MutationObserver((all) => {
    window.mutations += all.filter(({ target, addedNodes }) => !ours(target) && ![...addedNodes].every((node) => ours(node))).length
      + all.filter(({ target, type }) => !ours(target) && type !== "childList").length;
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}"""


def ring(page: Page) -> Locator:
    return page.locator(f"{HOST} .ring")


def expect_said(page: Page, text: str | re.Pattern[str]) -> None:
    """Waits until assistive technology is told this."""
    expect(page.locator(f"{HOST} .live")).to_have_text(text)


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def begin(page: Page, url: str = SEARCH) -> None:
    open_page(page, url)
    page.bring_to_front()
    press(page, "r")
    expect(ring(page)).to_be_focused()


def test_a_sentence_is_reached_marked_and_written_about_by_keys_alone(page: Page, user: User) -> None:
    open_page(page, SEARCH)
    page.evaluate(_WATCH)
    press(page, "r")
    expect(ring(page)).to_be_focused()
    expect_said(
        page,
        f"Q&A at <1 Watt: \u201cFrugal\u201d Routing for Pocket-Sized Language Models. {FIRST}".replace("\u201c", '"').replace(
            "\u201d", '"'
        ),
    )
    press(page, "j")
    expect_said(page, SECOND)
    press(page, "h")
    expect_marks(page, SECOND)
    expect_said(page, "Highlighted")
    press(page, "j", "n")
    expect(card(page).get_by_label("Note", exact=True)).to_be_focused()
    page.keyboard.type("hjkn: which two?")
    press(page, "Control+Enter")
    expect_marks(page, SECOND, THIRD)
    expect(ring(page)).to_be_focused()
    press(page, "Enter")
    expect(card(page)).to_be_focused()
    expect(card(page).locator(".text")).to_have_text("hjkn: which two?")
    press(page, "Escape")
    expect(card(page)).to_have_count(0)
    expect(ring(page)).to_be_focused()
    press(page, "k")
    expect_said(page, f"{SECOND} 1 note")
    press(page, "Escape")
    expect(ring(page)).to_have_count(0)
    assert page.evaluate("() => window.mutations") == 0
    until_equal(lambda: sorted(note["target"]["selector"][0]["exact"] for note in user.notes(FERRYMAN)), sorted([SECOND, THIRD]))


def test_more_sentences_are_taken_with_shift_and_given_back_by_escape(page: Page) -> None:
    begin(page)
    press(page, "j", "Shift+J")
    expect_said(page, f"{SECOND} {THIRD}")
    press(page, "Shift+K", "Shift+K")
    expect_said(page, f"{FIRST} {SECOND}")
    press(page, "Escape")
    expect_said(page, SECOND)
    press(page, "Shift+ArrowUp", "h")
    expect_marks(page, f"{FIRST} {SECOND}")
    press(page, "Escape", "Escape")
    expect(ring(page)).to_have_count(0)


def test_one_goes_on_from_paper_to_paper_and_comes_back_where_one_was(page: Page) -> None:
    begin(page)
    press(page, "f")
    expect_said(page, f"Lanterns in the Loss: Reading Training Dynamics from Sparse Probes. {LANTERNS_FIRST}")
    expect(ring(page).locator("svg")).to_be_in_viewport()
    press(page, "k")
    expect_said(page, "Title: Lanterns in the Loss: Reading Training Dynamics from Sparse Probes")
    press(page, "k")
    expect_said(page, re.compile(r"We release the simulator.*asked while walking\.$"))
    press(page, "b")
    expect(page.locator(f"{HOST} .live")).to_contain_text(FIRST)
    press(page, "b", "j", "Escape")
    press(page, "r")
    expect_said(page, re.compile(re.escape(SECOND)))


def test_it_begins_where_something_is_selected_and_at_the_badge_that_has_the_focus(page: Page) -> None:
    open_page(page, SEARCH)
    select(page, abstract(page, FERRYMAN), "two signals")
    expect(toolbar(page)).to_be_visible()
    press(page, "r")
    expect_said(page, re.compile(re.escape(THIRD)))
    expect(toolbar(page)).to_be_hidden()
    press(page, "Escape")
    badge(page, LANTERNS).focus()
    press(page, "r")
    expect_said(page, re.compile(re.escape(LANTERNS_FIRST)))
    press(page, "Escape")
    expect(badge(page, LANTERNS)).to_be_focused()


def test_without_letters_there_is_a_button_and_the_arrows(page: Page, browser: Browser) -> None:
    browser.ask("set-keys", {"on": False, "letters": {}})
    open_page(page, SEARCH)
    page.bring_to_front()
    press(page, "r")
    way_in = page.locator(HOST).get_by_role("button", name="Read by sentence")
    way_in.focus()
    press(page, "Enter")
    expect(ring(page)).to_be_focused()
    press(page, "ArrowDown", "ArrowDown", "j", "h")
    expect_said(page, THIRD)
    bar = page.get_by_role("toolbar", name="Read by sentence")
    expect(bar.locator("kbd")).to_have_count(0)
    bar.get_by_role("button", name="Highlight").focus()
    press(page, "Enter")
    expect_marks(page, THIRD)
    bar.get_by_role("button", name="Previous sentence").focus()
    press(page, "Enter")
    expect_said(page, SECOND)
    bar.get_by_role("button", name="Stop").focus()
    press(page, "Enter")
    expect(ring(page)).to_have_count(0)


@pytest.mark.parametrize(
    "markup",
    [
        "<input>",
        "<input type=checkbox>",
        "<textarea></textarea>",
        "<select><option>r</option></select>",
        "<div contenteditable>words</div>",
        "<div role=textbox tabindex=0>words</div>",
        "<div role=listbox tabindex=0><div role=option>r</div></div>",
        "<div role=menu><div role=menuitem tabindex=0>r</div></div>",
        "<div role=tree><div role=treeitem tabindex=0>r</div></div>",
        "<div role=application tabindex=0>a player</div>",
        "<hidden-search tabindex=0></hidden-search>",
    ],
)
def test_where_letters_are_used_they_are_not_ours(page: Page, site: Site, markup: str) -> None:
    whole = (FIXTURES / "hf_search.html").read_text(encoding="utf-8")
    site.pages["/papers"] = whole.replace("</body>", f'<div id="widget">{markup}</div></body>')
    open_page(page, SEARCH)
    page.bring_to_front()
    select(page, abstract(page, FERRYMAN), "two signals")
    expect(toolbar(page)).to_be_visible()
    widget = page.locator("#widget *").and_(page.locator("input, textarea, select, [contenteditable], [tabindex]")).first
    widget.focus()
    press(page, "h", "r", "j")
    expect(widget).to_be_focused()
    expect(ring(page)).to_have_count(0)
    assert painted(page) == []


def test_with_something_held_down_no_letter_is_ours(page: Page) -> None:
    open_page(page, SEARCH)
    page.bring_to_front()
    for held in ("Control", "Alt", "Meta", "Shift"):
        press(page, f"{held}+r")
        expect(ring(page)).to_have_count(0)
    begin(page)
    press(page, "Alt+j", "Control+h", "Meta+n", "Shift+H")
    assert painted(page) == []
    expect(ring(page)).to_be_focused()


def test_a_page_keeps_its_own_keys_until_the_reader_begins(page: Page, site: Site) -> None:
    whole = (FIXTURES / "hf_search.html").read_text(encoding="utf-8")
    own = """<script>
      window.heard = [];
      addEventListener("keydown", (event) => {
        heard.push(event.key);
        if (event.key === "r" && !window.yields) event.preventDefault();
      });
    </script></body>"""
    site.pages["/papers"] = whole.replace("</body>", own)
    open_page(page, SEARCH)
    page.bring_to_front()
    press(page, "r", "j", "k", "f", "h")
    expect(ring(page)).to_have_count(0)
    assert page.evaluate("() => heard") == ["r", "j", "k", "f", "h"]
    page.evaluate("() => { window.yields = true; heard.length = 0; }")
    press(page, "r")
    expect(ring(page)).to_be_focused()
    press(page, "j", "k", "f", "x")
    assert page.evaluate("() => heard") == ["r"]


def test_a_page_that_presses_our_keys_by_script_does_nothing(page: Page) -> None:
    open_page(page, SEARCH)
    pressed = "(key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }))"
    page.evaluate(pressed, "r")
    expect(ring(page)).to_have_count(0)
    begin(page)
    page.evaluate(pressed, "h")
    isolated(page, "0")  # what came of it is done by now
    assert painted(page) == []


def test_an_abstract_that_its_card_does_not_show_is_opened_read_and_closed_by_keys(page: Page) -> None:
    begin(page, HF_DAY)
    expect_said(page, re.compile("^Title: "))
    press(page, "a")
    expect(sheet(page)).to_be_visible()
    expect(ring(page)).to_be_focused()
    words = sheet(page).locator(".words").inner_text()
    press(page, "j")
    said = page.locator(f"{HOST} .live")
    second = until(lambda: (text := said.inner_text()) and not words.startswith(text) and text in words and text, "the second sentence")
    press(page, "h")
    expect_marks(page, second)
    press(page, "Escape")
    expect(sheet(page)).to_have_count(0)
    expect(ring(page)).to_be_focused()
    press(page, "Escape")
    expect(ring(page)).to_have_count(0)


def test_it_ends_when_the_reader_goes_elsewhere(page: Page) -> None:
    begin(page)
    page.mouse.click(5, 5)
    expect(ring(page)).to_have_count(0)
    begin(page)
    page.get_by_role("link").first.focus()
    expect(ring(page)).to_have_count(0)


def test_it_follows_a_page_that_renders_its_cards_anew(page: Page) -> None:
    begin(page)
    press(page, "j", "h")
    expect_marks(page, SECOND)
    page.evaluate("""() => { for (const card of document.querySelectorAll("article")) card.replaceWith(card.cloneNode(true)); }""")
    expect_marks(page, SECOND)  # read anew, and painted again
    expect(ring(page)).to_be_focused()
    press(page, "j")
    expect_said(page, THIRD)
    press(page, "h")
    expect_marks(page, SECOND, THIRD)


def test_it_is_the_same_on_the_servers_own_pages(browser: Browser, site: Site, server: Server, user: User) -> None:
    server.import_papers(props_of(str(site.pages["/papers"])), "2025-06-03")
    page = browser.context.new_page()
    sign_in(page, server, user)
    begin(page, f"{server.url}/papers/{FERRYMAN}")
    press(page, "j", "h")
    expect_marks(page, SECOND)
