"""What axe-core finds wrong with a page, light and dark, and what a narrow one cuts off; told so that one knows where to look."""

from __future__ import annotations

import contextlib
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

from .waiting import until

NARROW, WIDE = 320, 1000  # 320 px: a window of 1280 at 400 % (WCAG 2.2, 1.4.10)

_RUN = """async ([within, rules]) => {
  const { violations } = await axe.run(within, { resultTypes: ["violations"], ...(rules && { runOnly: rules }) });
  const place = ({ target, any }) => `${target.flat().join(" ")} ${any[0]?.message ?? ""}`;
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${place(node)}`));
}"""

_CUT = """() => {
  const page = document.documentElement;
  return page.scrollWidth <= page.clientWidth ? [] : [`${page.scrollWidth} px wide in a window of ${page.clientWidth}`];
}"""


@cache
def _source() -> str:
    return (Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js").read_text("utf-8")


class Inspector:
    """Collects over many looks, so that one run tells all there is to mend."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def look(self, page: Page, what: str, within: str = "html") -> None:
        """At a page as it stands, or at a part of it."""
        if not page.evaluate("() => 'axe' in window"):
            page.evaluate(_source())
        page.emulate_media(color_scheme="light")
        self._note(what, page.evaluate(_RUN, [within, None]))
        page.emulate_media(color_scheme="dark")
        self._note(f"{what}, dark", page.evaluate(_RUN, [within, ["color-contrast"]]))  # the one rule that the scheme can change
        page.emulate_media(color_scheme="light")

    def look_narrow(self, page: Page, what: str) -> None:
        """At a whole page, and whether a narrow window holds it without scrolling sideways."""
        self.look(page, what)
        page.set_viewport_size({"width": NARROW, "height": 900})
        # What we lay over a page follows it a moment later.
        with contextlib.suppress(AssertionError):
            until(lambda: not page.evaluate(_CUT), what, bound=3)
        self._note(f"{what}, narrow", page.evaluate(_CUT))
        page.set_viewport_size({"width": WIDE, "height": 900})

    def _note(self, what: str, found: list[str]) -> None:
        self.found += [f"{what}: {line}" for line in found]

    def assert_nothing_found(self) -> None:
        assert not self.found, "\n".join(self.found)
