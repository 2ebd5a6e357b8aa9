"""What a window cuts off, and what lies over something else: told so that one knows where to look.

At 320 px (a window of 1280 at 400 %; WCAG 2.2, 1.4.10) and at 640 by 450 (the same at 200 %; 1.4.4).
"""

from __future__ import annotations

import contextlib
from typing import Any

from playwright.sync_api import Locator, Page, expect

from .waiting import until, until_equal

WIDE = {"width": 1000, "height": 900}
NARROW = {"width": 320, "height": 900}
TWOFOLD = {"width": 640, "height": 450}

# Words and controls as boxes, each cut to what its ancestors let be seen. Two overlap when neither stands in the other and they share
# more than a line's own slack. Our badges, which lie over the page, are among the controls.
_LOOK = r"""() => {
  const SLACK = 3;
  const page = document.documentElement;
  const found = page.scrollWidth <= page.clientWidth ? [] : [`${page.scrollWidth} px wide in a window of ${page.clientWidth}`];
  const isShown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const isSeen = (element) => isShown(element) && !element.closest(".unseen, .skip, .live");
  const text = (element) => (element.getAttribute("aria-label") ?? element.textContent).trim().replace(/\s+/g, " ").slice(0, 40);
  const name = (element) => `${element.localName}${element.id && `#${element.id}`} “${text(element)}”`;
  const clips = (element) => /hidden|clip|auto|scroll/.test(getComputedStyle(element).overflowX + getComputedStyle(element).overflowY);
  const seenPart = (box, element) => {
    let { left, top, right, bottom } = box;
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      if (!clips(one)) continue;
      const edge = one.getBoundingClientRect();
      [left, top] = [Math.max(left, edge.left), Math.max(top, edge.top)];
      [right, bottom] = [Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
    }
    return { left, top, right, bottom, element };
  };
  const shadow = document.querySelector("[data-postil]")?.shadowRoot;
  const badges = shadow?.querySelectorAll(".badge:not(.covered) .pill") ?? [];
  const controls = [...document.querySelectorAll("button, input, select, textarea, summary"), ...badges].filter(isSeen);
  const words = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement } = node;
    if (!node.data.trim() || parentElement.closest("script, style, option, noscript") || !isSeen(parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) words.push(seenPart(box, parentElement));
  }
  const edges = controls.map((element) => ({ ...seenPart(element.getBoundingClientRect(), element.parentElement), element }));
  const boxes = [...edges, ...words].filter((one) => one.right - one.left > 1 && one.bottom - one.top > 1);
  const isOutside = ({ left, right }) => left < -1 || right > page.clientWidth + 1;
  for (const one of boxes) if (isOutside(one)) found.push(`outside the window: ${name(one.element)}`);
  const isApart = (one, other) => !one.element.contains(other.element) && !other.element.contains(one.element);
  const across = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = (one, other) => Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const lieOver = (one, other) => across(one, other) > SLACK && down(one, other) > SLACK && isApart(one, other);
  for (const [at, one] of boxes.entries())
    for (const other of boxes.slice(at + 1)) if (lieOver(one, other)) found.push(`${name(one.element)} over ${name(other.element)}`);
  for (const element of document.querySelectorAll("main *, header *")) {
    const { overflowX, textOverflow } = getComputedStyle(element);
    const isText = element.matches("button, summary, a, p, h1, h2, h3, li, dd, dt, label, span, code, pre");
    if (!isText || !isSeen(element) || textOverflow === "ellipsis" || overflowX === "visible" || element.clientWidth === 0) continue;
    if (element.scrollWidth > element.clientWidth + 1) found.push(`cut off: ${name(element)}`);
  }
  return [...new Set(found)];
}"""


# Of one part of ours, which may scroll within itself: where it leaves the window, and what of it is cut off.
_UNFIT = r"""(part) => {
  const { left, top, right, bottom } = part.getBoundingClientRect();
  const isInside = left >= 0 && top >= 0 && right <= document.documentElement.clientWidth + 0.5 && bottom <= innerHeight + 0.5;
  const isCut = (one) => {
    const { overflowX, textOverflow, clipPath } = getComputedStyle(one);
    const mayCut = one === part || (overflowX !== "visible" && textOverflow !== "ellipsis" && clipPath === "none");
    return mayCut && one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1;
  };
  const cut = [part, ...part.querySelectorAll("*")].filter(isCut).map((one) => `cut off: ${one.localName}.${one.className}`);
  return isInside ? cut : [`outside the window: ${[left, top, right, bottom].map(Math.round)}`, ...cut];
}"""


def assert_fits(part: Locator) -> None:
    """It lies in the window, and none of its words is cut off."""
    expect(part).to_be_visible()
    until_equal(lambda: part.evaluate(_UNFIT), [])


def cut_or_covered(page: Page, size: Any) -> list[str]:
    """What is not as it should be in a window of that size, which is made wide again."""
    page.set_viewport_size(size)
    # What we lay over a page follows it a moment later.
    with contextlib.suppress(AssertionError):
        until(lambda: not page.evaluate(_LOOK), "nothing cut off or covered")
    found: list[str] = page.evaluate(_LOOK)
    page.set_viewport_size(WIDE)
    return found
