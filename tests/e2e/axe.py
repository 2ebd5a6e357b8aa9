"""What axe-core finds wrong with a page, light and dark, and what small windows do to it; told so that one knows where to look."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

from .layout import NARROW, TWOFOLD, cut_or_covered

_RUN = """async ([within, rules]) => {
  const { violations } = await axe.run(within, { resultTypes: ["violations"], ...(rules && { runOnly: rules }) });
  const place = ({ target, any }) => `${target.flat().join(" ")} ${any[0]?.message ?? ""}`;
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${place(node)}`));
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
        """At a whole page, and whether small windows hold it without scrolling sideways."""
        self.look(page, what)
        self._note(f"{what}, narrow", cut_or_covered(page, NARROW))
        self._note(f"{what}, at 200 %", cut_or_covered(page, TWOFOLD))

    def _note(self, what: str, found: list[str]) -> None:
        self.found += [f"{what}: {line}" for line in found]

    def assert_nothing_found(self) -> None:
        assert not self.found, "\n".join(self.found)
