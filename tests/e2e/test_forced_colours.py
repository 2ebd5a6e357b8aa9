"""With the few colours that a reader has set for everything, marks, controls and what has the focus are seen and told apart.

By pixels where the browser alone knows what it draws (marks), by the colours that it computes elsewhere.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from .conftest import SEARCH
from .extension import Browser
from .own_pages import sign_in
from .pages import props_of
from .reading import abstract, badge, card, expect_marks, highlight, open_page, select, toolbar
from .server import Server, User
from .site import Site

pytestmark = pytest.mark.xdist_group("e2e-pages")

FERRYMAN = "arxiv:2503.90417"
DAY = "2025-06-03"
V2 = "https://arxiv.org/abs/2503.90417"
SAME = "decides after every sixteen tokens whether the small model on the device should go on"
KEEPS = r"Ferryman keeps 95\% of the accuracy of the medium model"
NEXT = "A router trained on one device transfers to a second one"

# Of every highlight that is painted: its name, and its lines as boxes in the window.
_MARKS = """() => [...CSS.highlights].flatMap(([name, marks]) => [...marks].map((mark) => {
  const range = document.createRange();
  range.setStart(mark.startContainer, mark.startOffset);
  range.setEnd(mark.endContainer, mark.endOffset);
  return [name, [...range.getClientRects()].map(({ left, top, right, bottom }) => [left, top, right, bottom].map(Math.round))];
}))"""

_SYSTEM = """(name) => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = name;
  const found = getComputedStyle(probe).color.match(/[0-9]+/g).slice(0, 3).map(Number);
  probe.remove();
  return found;
}"""

# Controls without an edge or a line under them that differs from what is behind, and focus rings that do.
_UNSEEN = """(isOurs) => {
  const shadow = document.querySelector("[data-postil]")?.shadowRoot;
  const roots = [isOurs && document, shadow].filter(Boolean);
  const groundOf = (element) => {
    for (let one = element; one; one = one.parentElement ?? one.getRootNode().host) {
      const { backgroundColor } = getComputedStyle(one);
      if (!/^(transparent|rgba[(].*, 0[)])$/.test(backgroundColor)) return backgroundColor;
    }
    return getComputedStyle(document.documentElement).backgroundColor;
  };
  const hasEdge = (element) => {
    const { borderTopWidth, borderTopStyle, borderTopColor, textDecorationLine } = getComputedStyle(element);
    const behind = groundOf(element.parentElement);
    const hasBorder = borderTopWidth !== "0px" && borderTopStyle !== "none" && borderTopColor !== behind;
    return hasBorder || groundOf(element) !== behind || textDecorationLine !== "none";
  };
  const PLAIN = ".plain, .go, .way-in, .bare, .badge, [type=radio], [type=checkbox]"; // words or signs that need no edge
  const EDGED = "button, input, select, textarea, [role=dialog], [role=toolbar], .badge:not(.none) .pill";
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = "Canvas";
  const canvas = getComputedStyle(probe).color;
  probe.remove();
  const found = [];
  for (const root of roots)
    for (const element of root.querySelectorAll(`${EDGED}, a[href], summary`)) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const words = (element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 30);
      const name = `${element.localName}.${element.className} ${words}`;
      const { color, forcedColorAdjust } = getComputedStyle(element);
      const isOnPlate = forcedColorAdjust !== "none" && color === canvas; // which the browser lays under words
      if (isOnPlate && element.textContent.trim()) found.push(`words on a plate of their own colour: ${name}`);
      if (color === groundOf(element)) found.push(`no colour of its own: ${name}`);
      if (element.matches(EDGED) && !element.matches(PLAIN) && !hasEdge(element)) found.push(`no edge: ${name}`);
      if (element.tabIndex < 0 || element.disabled || element.matches("[role=dialog]")) continue;
      element.focus({ focusVisible: true, preventScroll: true });
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      const isRinged = outlineStyle !== "none" && outlineWidth !== "0px" && outlineColor !== groundOf(element.parentElement ?? element);
      if (!isRinged) found.push(`no ring: ${name}`);
    }
  return found;
}"""


@pytest.fixture(params=["light", "dark"])
def forced(request: pytest.FixtureRequest) -> Any:
    return {"forced_colors": "active", "color_scheme": request.param}


def shot(page: Page) -> Image.Image:
    return Image.open(BytesIO(page.screenshot())).convert("RGB")


def line(picture: Image.Image, box: list[int], colour: list[int]) -> float:
    """The row close under the letters that has most of the colour: which part of it has. Not the last two: there it meets the page."""
    left, top, right, bottom = box
    rows = [[picture.getpixel((x, y)) for x in range(left + 1, right - 1)] for y in range(top + (bottom - top) * 2 // 3, bottom - 2)]
    return max(row.count(tuple(colour)) / len(row) for row in rows)


def contrast(*colours: Any) -> float:
    """WCAG 2.2, 1.4.3."""
    linear = [[c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour] for colour in colours]
    dark, light = sorted(0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in linear)
    return (light + 0.05) / (dark + 0.05)


def test_marks_are_told_apart_by_their_lines(page: Page, forced: Any) -> None:
    open_page(page, f"{V2}v1")
    highlight(page, page.locator("blockquote.abstract"), SAME)
    highlight(page, page.locator("blockquote.abstract"), KEEPS)
    page.emulate_media(**forced, reduced_motion="reduce")
    open_page(page, V2)
    text = page.locator("blockquote.abstract")
    expect_marks(page, SAME, KEEPS.replace("95", "97"))
    marks, picture = dict(page.evaluate(_MARKS)), shot(page)
    [plain] = [lines for name, lines in marks.items() if "changed" not in name]
    [changed] = [lines for name, lines in marks.items() if "changed" in name]
    select(page, text, NEXT)
    expect(toolbar(page)).to_be_visible()
    page.keyboard.press("n")
    expect(card(page)).to_be_visible()
    [sketch] = [lines for name, lines in page.evaluate(_MARKS) if "sketch" in name]
    drawn = {"plain": (picture, plain[0]), "changed": (picture, changed[0]), "sketch": (shot(page), sketch[0])}
    system = {name: page.evaluate(_SYSTEM, name) for name in ("Canvas", "HighlightText")}
    ink = system["HighlightText"]
    lines = {name: line(taken, box, ink) for name, (taken, box) in drawn.items()}
    assert lines["plain"] > 0.8, lines
    assert 0.25 < lines["changed"] < 0.75, lines
    assert lines["sketch"] < 0.25, lines
    for taken, box in drawn.values():
        [(count, ground)] = sorted(taken.crop(tuple(box)).getcolors(1 << 16) or [])[-1:]
        assert count > (box[2] - box[0]) * (box[3] - box[1]) / 3
        assert contrast(ground, ink) > 4.5  # words are read
        assert contrast(ground, system["Canvas"]) > 3  # and the mark is seen
    left, top, _, bottom = changed[0]
    strip = picture.crop((left - 6, top + 2, left - 1, bottom - 2))
    assert len(strip.getcolors(1 << 16) or []) > 1  # hatched


def test_what_lies_over_a_page_has_edges_and_rings(page: Page, forced: Any) -> None:
    open_page(page, SEARCH)
    highlight(page, abstract(page, FERRYMAN), SAME)
    page.emulate_media(**forced)
    select(page, abstract(page, FERRYMAN), "two signals")
    expect(toolbar(page)).to_be_visible()
    assert page.evaluate(_UNSEEN, False) == []
    page.keyboard.press("Escape")
    badge(page, FERRYMAN).click()
    expect(card(page)).to_be_visible()
    assert page.evaluate(_UNSEEN, False) == []


def test_our_own_pages_have_edges_and_rings(page: Page, browser: Browser, site: Site, server: Server, user: User, forced: Any) -> None:
    open_page(page, SEARCH)
    for one in (browser.open("options/options.html"), browser.popup(page)):
        one.emulate_media(**forced)
        one.get_by_role("button").first.wait_for()
        assert one.evaluate(_UNSEEN, True) == [], one.url
        one.close()
    team = server.postil("group", "add", "Readers", "--owner", user.name)
    server.import_papers(props_of(str(site.pages["/papers"])), DAY)
    own = browser.context.new_page()
    own.emulate_media(**forced)
    sign_in(own, server, user)
    for path in (f"/?day={DAY}", f"/papers/{FERRYMAN}", "/settings", f"/teams/{team}", "/trash", "/connect", "/password"):
        own.goto(server.url + path)
        assert own.evaluate(_UNSEEN, True) == [], path
