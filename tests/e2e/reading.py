"""What a reader does on a page and sees there: opening, selecting with the mouse, our toolbar and card, the painted marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

HOST = "[data-postil]"

#: In the page's own world: the registry of highlights is one for all worlds. A mark's place is told as a person would: which paper,
#: which field, and between which characters of the field's text, its blanks and line ends collapsed.
LIBRARY = r"""
(() => {
  const OTHERS = 'h2, .list-title, blockquote, .abstract, .acl-abstract, .card-body, .summary';
  const FIELD = `[data-postil-field], article h3, article p, h1, main p, ${OTHERS}`;
  const collapsed = (text) => text.replace(/\s+/g, " ").trimStart();
  const until = (root, node, offset) => {
    const range = document.createRange();
    range.selectNodeContents(root);
    range.setEnd(node, offset);
    return collapsed(range.toString());
  };
  const elementOf = (node) => (node instanceof Element ? node : node.parentElement);
  const paperOf = (element) => {
    const card = element.closest("[data-postil-paper]");
    if (card) return card.getAttribute("data-postil-paper");
    const link = element.closest("article")?.querySelector('a[href^="/papers/"]')?.getAttribute("href") ?? location.pathname;
    return `arxiv:${link.replace("/papers/", "").replace(/#.*/, "")}`;
  };
  const fieldOf = (root) => root.getAttribute("data-postil-field") ?? (/^H\d$/.test(root.tagName) ? "title" : "abstract");
  const told = (mark) => {
    const root = elementOf(mark.startContainer)?.closest(FIELD);
    if (!root?.isConnected || !root.contains(mark.endContainer)) return { text: "astray", paper: "", field: "", start: -1, end: -1 };
    const before = until(root, mark.startContainer, mark.startOffset);
    const whole = until(root, mark.endContainer, mark.endOffset);
    return { text: whole.slice(before.length), paper: paperOf(root), field: fieldOf(root), start: before.length, end: whole.length };
  };
  const isMark = (name) => name.startsWith("postil-") && !name.includes("sketch");
  window.painted = () =>
    [...CSS.highlights]
      .filter(([name]) => isMark(name))
      .flatMap(([, marks]) => [...marks].map(told))
      .sort((one, other) => (one.paper < other.paper ? -1 : one.paper > other.paper ? 1 : one.start - other.start || one.end - other.end));
  window.rangeOf = (root, quote) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const places = [];
    let text = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let i = 0; i < node.data.length; i += 1) {
        const blank = /\s/.test(node.data[i]);
        if (blank && (text === "" || text.endsWith(" "))) continue;
        text += blank ? " " : node.data[i];
        places.push([node, i]);
      }
    }
    const at = text.indexOf(quote);
    if (at < 0) throw new Error(`not on the page: ${quote}`);
    const range = document.createRange();
    range.setStart(...places[at]);
    const [node, offset] = places[at + quote.length - 1];
    range.setEnd(node, offset + 1);
    return range;
  };
  window.spotsOf = (root, quote) => {
    const range = rangeOf(root, quote);
    const boxes = () => [...range.getClientRects()].filter(({ width }) => width > 0);
    const character = (node, offset) => {
      const one = document.createRange();
      one.setStart(node, offset);
      one.setEnd(node, offset + 1);
      const box = [...one.getClientRects()].find(({ width }) => width > 0);
      const isRtl = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(node.data[offset]);
      return { box, begin: isRtl ? box.right - 0.5 : box.left + 0.5, end: isRtl ? box.left + 0.5 : box.right - 0.5 };
    };
    const isInSight = ({ top, bottom }) => top > 60 && bottom < innerHeight - 60;
    if (!boxes().every(isInSight)) range.startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
    if (!boxes().every(isInSight)) scrollBy({ top: boxes()[0].top - innerHeight / 3, behavior: "instant" });
    const sheet = root.closest(".sheet");
    if (sheet) sheet.scrollTop += boxes()[0].top - sheet.getBoundingClientRect().top - sheet.clientHeight / 2;
    const [first, last] = [character(range.startContainer, range.startOffset), character(range.endContainer, range.endOffset - 1)];
    return [[first.begin, (first.box.top + first.box.bottom) / 2], [last.end, (last.box.top + last.box.bottom) / 2]];
  };
})();
"""


@dataclass(frozen=True, order=True)
class Mark:
    """A painted mark, as it stands on the page."""

    paper: str
    field: str
    start: int
    end: int
    text: str


def open_page(page: Page, url: str) -> None:
    """Opens an address and waits until its formulas are set, and Postil has read the page and the server, or has found that it cannot."""
    page.goto(url)
    settled(page)


def reload(page: Page) -> None:
    page.reload()
    settled(page)


def settled(page: Page) -> None:
    # What is selected while a page sets its formulas is lost to any reader: the page puts other words there.
    page.locator(f'html:not([data-typeset="false"]) {HOST}[data-postil-settled="true"]').wait_for(state="attached")


def add_library(page: Page) -> None:
    if not page.evaluate("() => 'painted' in window"):
        page.evaluate(LIBRARY)


def painted(page: Page) -> list[Mark]:
    """Every mark that is painted now: by paper, then by place."""
    add_library(page)
    return [Mark(**mark) for mark in page.evaluate("() => painted()")]


def expect_marks(page: Page, *texts: str) -> None:
    """Waits until the painted texts are these, in the order of `painted`; fails by comparing."""
    add_library(page)
    wanted = sorted(texts)
    try:
        page.wait_for_function("(wanted) => JSON.stringify(painted().map(({text}) => text).sort()) === JSON.stringify(wanted)", arg=wanted)
    finally:
        assert sorted(mark.text for mark in painted(page)) == wanted


def expect_painted(page: Page, marks: list[Mark]) -> None:
    """The same for whole marks: paper, field and place too."""
    expect_marks(page, *(mark.text for mark in marks))
    assert painted(page) == marks


# --- selecting


def select(page: Page, root: Locator, quote: str) -> None:
    """Drags the mouse over words of an element, from before their first character to behind their last."""
    first, last = _spots(page, root, quote)
    # The press that begins a drag on selected words would move them instead.
    page.evaluate("() => getSelection().removeAllRanges()")
    page.mouse.move(*first)
    page.mouse.down()
    page.mouse.move((first[0] + last[0]) / 2, (first[1] + last[1]) / 2)
    page.mouse.move(*last)
    page.mouse.up()


def select_across(page: Page, start: Locator, first: str, end: Locator, last: str) -> None:
    """Puts the caret before one text with a click, and selects up to the end of another with a shift-click."""
    page.mouse.click(*_spots(page, start, first)[0])
    spot = _spots(page, end, last)[1]
    page.keyboard.down("Shift")
    page.mouse.click(*spot)
    page.keyboard.up("Shift")


def select_title(page: Page, root: Locator) -> None:
    """Drags the mouse over a title that is a link, from the room behind its last line: a drag that begins on a link moves the link."""
    whole = " ".join((root.text_content() or "").split())
    first, last = _spots(page, root, whole)
    page.evaluate("() => getSelection().removeAllRanges()")
    page.mouse.move(last[0] + 8, last[1])
    page.mouse.down()
    page.mouse.move(*last)
    page.mouse.move(first[0] - 0.5, first[1])
    page.mouse.up()


def drag_out(page: Page, root: Locator, quote: str, across: float, down: float) -> None:
    """Drags the mouse from the first of these words to a place so far away from it."""
    x, y = _spots(page, root, quote)[0]
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + across / 2, y + down / 2)
    page.mouse.move(x + across, y + down)
    page.mouse.up()


def double_click(page: Page, root: Locator, word: str) -> None:
    """Selects a word as a double click does."""
    x, y = _spots(page, root, word)[0]
    page.mouse.dblclick(x + 3, y)


def click_mark(page: Page, root: Locator, quote: str) -> None:
    """Clicks into words of an element."""
    x, y = _spots(page, root, quote)[0]
    is_rtl = root.evaluate("(root) => getComputedStyle(root).direction === 'rtl'")
    page.mouse.click(x - 3 if is_rtl else x + 3, y)


def _spots(page: Page, root: Locator, quote: str) -> list[list[float]]:
    """Where words begin and where they end, in the window, after scrolling there."""
    add_library(page)
    return root.evaluate("(root, quote) => spotsOf(root, quote)", quote)


# --- our own parts on the page


def choose(picker: Locator, label: str) -> None:
    """Picks from a list by the letters that a line begins with: of ours, what a script picks does not count."""
    picker.focus()
    picker.page.keyboard.type(label)


def toolbar(page: Page) -> Locator:
    return page.get_by_role("toolbar", name="Postil")


def card(page: Page) -> Locator:
    return page.locator(HOST).get_by_role("dialog").and_(page.locator(".card"))


def sheet(page: Page) -> Locator:
    """The abstract that is open in place."""
    return page.locator(f"{HOST} .sheet")


def open_abstract(page: Page, paper: str) -> None:
    """Opens the abstract of a card that shows none: by its badge's list, with the mouse."""
    badge(page, paper).click()
    card(page).get_by_role("button", name="Abstract").click()
    expect(sheet(page)).to_be_visible()


def badge(page: Page, paper: str) -> Locator:
    return page.locator(f'{HOST} .badge[data-paper="{paper}"]')


def highlight(page: Page, root: Locator, quote: str) -> None:
    """Marks words by mouse and button; returns when the mark is kept and painted."""
    select(page, root, quote)
    bar = toolbar(page)
    bar.get_by_role("button", name="Highlight").click()
    expect(bar).to_be_hidden()
    _painted(page, quote)


def write_note(page: Page, root: Locator, quote: str, text: str, tags: str = "") -> None:
    """Marks words with a note, by mouse and the key `n`."""
    select(page, root, quote)
    expect(toolbar(page)).to_be_visible()
    page.keyboard.press("n")
    fill_note(page, text, tags)
    expect(card(page)).to_be_hidden()
    _painted(page, quote)


def fill_note(page: Page, text: str, tags: str | None = None) -> None:
    """Fills in the open editor and saves."""
    dialog = card(page)
    dialog.get_by_label("Note", exact=True).fill(text)
    if tags is not None:
        dialog.get_by_label("Tags").fill(tags)
    dialog.get_by_role("button", name="Save").click()


def _painted(page: Page, quote: str) -> None:
    add_library(page)
    page.wait_for_function("(quote) => painted().some(({text}) => text === quote)", arg=quote)


def abstract(page: Page, paper: str) -> Locator:
    """The abstract of a paper on Hugging Face's listing and paper pages, and on the server's own."""
    number = paper.removeprefix("arxiv:")
    own = page.locator(f'[data-postil-paper="{paper}"] [data-postil-field="abstract"]')
    listed = page.locator(f'article:has(h3 a[href="/papers/{number}"]) p')
    alone = page.locator("main:not(:has(article)) p.text-gray-600")
    return own.or_(listed).or_(alone).first


def isolated(page: Page, expression: str) -> Any:
    """Runs an expression where the content script runs: what a page that broke into its renderer could do."""
    session = page.context.new_cdp_session(page)
    contexts: list[dict[str, Any]] = []
    session.on("Runtime.executionContextCreated", lambda event: contexts.append(event["context"]))
    session.send("Runtime.enable")
    own = next(context for context in contexts if context["origin"].startswith("chrome-extension://"))
    answer = session.send(
        "Runtime.evaluate",
        {"contextId": own["id"], "expression": expression, "awaitPromise": True, "returnByValue": True},
    )
    session.detach()
    assert "exceptionDetails" not in answer, answer
    return answer["result"].get("value")
