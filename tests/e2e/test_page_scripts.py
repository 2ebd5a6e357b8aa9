"""What a page's own scripts see of us and can do in us: the extension as users get it, in a root that is closed to them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright, expect

from .conftest import DAY, installed
from .extension import ROOT, Browser, permit
from .reading import HOST, badge, card, expect_marks, isolated, open_page, select, toolbar
from .server import User
from .site import Site
from .waiting import until, until_equal

pytestmark = pytest.mark.xdist_group("e2e-reading")

FERRYMAN = "arxiv:2503.90417"
JOURNAL, TOY = "https://www.toy-journal.example/articles/417", "doi:10.99999/toy.417"
SENTENCE = "decides after every sixteen tokens whether the small model on the device should go on"


#: A script that looks wherever something of ours might lead it in: every event's nodes, what is selected, the marks.
SPY = """
window.seen = [];
const look = (node) => {
  const root = node?.getRootNode?.() ?? document;
  if (root !== document && root !== node) window.seen.push(root.textContent);
};
const types = ["click", "pointerdown", "pointerup", "mouseover", "keydown", "input", "focusin", "beforeinput", "submit", "selectionchange"];
for (const type of types) addEventListener(type, (event) => {
  for (const one of [...event.composedPath(), event.target, event.relatedTarget]) look(one);
  const selection = getSelection();
  const range = selection.rangeCount && selection.getRangeAt(0);
  for (const one of [selection.anchorNode, selection.focusNode, range?.startContainer, range?.endContainer]) look(one);
}, true);
"""


@pytest.fixture(scope="module")
def users_browser(
    playwright: Playwright, built: Path | None, one_site: Site, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    extension = permit(tmp_path_factory.mktemp("as it is"), built or ROOT)
    browser = Browser(playwright, installed.find(), extension, tmp_path_factory.mktemp("profile"), one_site.host_rules)
    browser.start()
    yield browser
    browser.stop()


@pytest.fixture
def closed(users_browser: Browser, site: Site, user: User) -> Page:
    """A tab of a browser with the extension as users get it, with a script on its pages that looks around."""
    users_browser.forget()
    users_browser.connect(user.url, user.token)
    users_browser.ask("switch-site", {"site": JOURNAL.split("/")[2], "on": True})
    page = users_browser.context.new_page()
    page.add_init_script(SPY)
    return page


def within(page: Page, expression: str) -> Any:
    """Of our root, as nobody but our own scripts can ask: `root` is it."""
    root = f"chrome.dom.openOrClosedShadowRoot(document.querySelector('{HOST}'))"
    return isolated(page, f"((root) => {expression})({root})")


def spot(page: Page, css: str) -> tuple[float, float]:
    """Where something of ours stands, once it does."""
    box = f"(({{ x, y, width, height }}) => [x + width / 2, y + height / 2])(root.querySelector('{css}').getBoundingClientRect())"
    until(lambda: within(page, f"root.querySelector('{css}')?.checkVisibility() ?? false"), css)
    x, y = within(page, box)
    return x, y


def press(page: Page, css: str) -> None:
    page.mouse.click(*spot(page, css))


def told(user: User, paper: str) -> list[tuple[str, str]]:
    """Each note's marked words, and what it says."""
    notes = user.notes(paper)
    return sorted((note["target"]["selector"][0]["exact"], *(body["value"] for body in note["body"])) for note in notes)


def test_a_script_can_press_and_send_nothing(page: Page, browser: Browser, user: User) -> None:
    """Not even one that has found a way into our root."""
    browser.ask("switch-site", {"site": JOURNAL.split("/")[2], "on": True})
    open_page(page, JOURNAL)
    page.evaluate(
        f"""() => {{
          const root = document.querySelector('{HOST}').shadowRoot;
          new MutationObserver(() => {{ window.wasOpen ||= root.querySelector(".card")?.checkVisibility(); }})
            .observe(root, {{ childList: true, subtree: true, attributes: true }});
          root.querySelector(".badge").click();
        }}"""
    )
    # What that click had asked for would be open by the time that a selection is answered: both need the tools, and it came first.
    select(page, page.locator("#Abs1 p"), SENTENCE)
    expect(toolbar(page)).to_be_visible()
    assert not page.evaluate("() => window.wasOpen")
    badge(page, TOY).click()
    card(page).get_by_role("button", name="Note on the whole paper").click()
    card(page).get_by_label("Note", exact=True).fill("Not yet")
    page.evaluate(
        f"""() => {{
          const form = document.querySelector('{HOST}').shadowRoot.querySelector(".card form");
          const reaching = {{ bubbles: true, cancelable: true, composed: true }};
          form.querySelector("button[type=submit]").click();
          form.requestSubmit();
          form.dispatchEvent(new SubmitEvent("submit", reaching));
          const key = (init) => form.querySelector("textarea").dispatchEvent(new KeyboardEvent("keydown", {{ ...init, ...reaching }}));
          key({{ key: "Enter", ctrlKey: true }});
          key({{ key: "Escape" }});
        }}""",
    )
    expect(card(page).get_by_label("Note", exact=True)).to_have_value("Not yet")
    assert browser.ask("waiting")["operations"] == []
    assert user.notes(TOY) == []
    card(page).get_by_label("Tags").press("Enter")
    until(lambda: user.notes(TOY), "the note that the user sent")
    # Notes go out in the order in which they were sent: one that a script had sent would be there by now.
    until_equal(lambda: browser.ask("waiting")["operations"], [])
    assert [note["body"][0]["value"] for note in user.notes(TOY)] == ["Not yet"]


def test_a_script_learns_which_words_are_marked_and_nothing_else(closed: Page, user: User) -> None:
    open_page(closed, JOURNAL)
    assert closed.evaluate(f"() => document.querySelector('{HOST}').shadowRoot") is None
    select(closed, closed.locator("#Abs1 p"), SENTENCE)
    press(closed, '[role="toolbar"] button:nth-of-type(2)')
    spot(closed, ".card textarea")
    closed.keyboard.type("jot: hidden words")
    press(closed, ".card button[type=submit]")
    until_equal(lambda: told(user, TOY), [(SENTENCE, "jot: hidden words")])
    expect_marks(closed, SENTENCE)
    press(closed, ".badge")
    spot(closed, ".card")
    assert "jot: hidden words" in within(closed, "root.textContent")
    roots = closed.evaluate(
        "() => [...CSS.highlights.values()].flatMap((marks) => [...marks].map((mark) => mark.startContainer.getRootNode() === document))"
    )
    assert roots == [True]
    assert closed.evaluate("() => seen") == []
    attributes = closed.evaluate(f"() => document.querySelector('{HOST}').getAttributeNames()")
    assert set(attributes) == {"data-postil", "data-postil-ready", "data-postil-settled", "data-scheme"}


def test_an_abstract_that_is_open_in_place_is_read_and_marked_there(closed: Page, user: User) -> None:
    """What our own listeners learn of a root that is closed to the page's."""
    open_page(closed, DAY)
    press(closed, f'.badge[data-paper="{FERRYMAN}"]')
    press(closed, ".card .foot button")
    (x, y), (end_x, end_y) = ends_in_sheet(closed, "the small model on the device")
    closed.mouse.move(x, y)
    closed.mouse.down()
    closed.mouse.move((x + end_x) / 2, y)
    closed.mouse.move(end_x, end_y)
    closed.mouse.up()
    spot(closed, '[role="toolbar"]')
    closed.keyboard.press("n")
    spot(closed, ".card textarea")
    closed.keyboard.type("hard to jot")  # letters that are keys elsewhere
    press(closed, ".card button[type=submit]")
    until_equal(lambda: told(user, FERRYMAN), [("the small model on the device", "hard to jot")])
    until(lambda: within(closed, "root.querySelector('.card') === null"), "no card")
    closed.mouse.click(x + 3, y)
    spot(closed, ".card")
    assert "hard to jot" in within(closed, "root.querySelector('.card').textContent")


def ends_in_sheet(page: Page, quote: str) -> list[list[float]]:
    """Where words begin and end in the abstract that is open in place."""
    spot(page, ".sheet .words")
    return within(
        page,
        f"""{{
          const [node] = [...root.querySelector(".sheet .words").childNodes].filter((node) => node.data?.includes("{quote}"));
          const range = new Range();
          range.setStart(node, node.data.indexOf("{quote}"));
          range.setEnd(node, range.startOffset + "{quote}".length);
          const boxes = [...range.getClientRects()];
          const [first, last] = [boxes[0], boxes.at(-1)];
          return [[first.left + 0.5, first.top + first.height / 2], [last.right - 0.5, last.top + last.height / 2]];
        }}""",
    )
