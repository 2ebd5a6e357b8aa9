"""What the extension costs the page that it stands on, in a real Chromium: figures, printed beside what is to be reached; never a verdict.

`python tests/bench/page.py`
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any
from uuid import uuid4

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
import browser as installed
from e2e.extension import Browser, unpack
from e2e.pages import Paper, search_page
from e2e.reading import open_page
from e2e.server import Server, User
from e2e.site import Site

SITE = "https://huggingface.co"
#: One page at two addresses: the manifest names the one; at the other there is no content script.
WITH, WITHOUT = "/papers?q=notes", "/elsewhere?q=notes"
ABSTRACTS, NOTES, ROUNDS = 60, 1000, 30
#: Milliseconds after which a page has long come to rest.
LOADED = 2500

SYLLABLES = ("ba", "co", "den", "el", "fi", "gra", "ho", "in", "ka", "lo", "mar", "ne", "or", "pi", "ra", "so", "ti", "un", "ve", "zu")

#: From the end of parsing on, what happens to the page's tree is not the page's doing: it has no script. Our element may come and go.
COUNTING = """
addEventListener("DOMContentLoaded", () => {
  window.mutations = [];
  window.shift = 0;
  const isOurs = (node) => node instanceof Element && node.hasAttribute("data-postil");
  const isThePages = ({ target, addedNodes, removedNodes }) => !isOurs(target) && ![...addedNodes, ...removedNodes].some(isOurs);
  const note = (record) => window.mutations.push(`${record.type} ${record.attributeName ?? ""} of ${record.target.nodeName}`);
  new MutationObserver((records) => records.filter(isThePages).forEach(note))
    .observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shift += entry.value)))
    .observe({ type: "layout-shift", buffered: true });
});
"""
PAINTED = "() => [...CSS.highlights].reduce((sum, [name, marks]) => sum + (name.startsWith('postil-') ? marks.size : 0), 0)"
DISTURBED = "() => { scrollTo(0, 0); document.body.prepend(Object.assign(document.createElement('p'), { textContent: 'x' })); }"


def papers(dice: random.Random) -> list[Paper]:
    def text(sentences: int) -> str:
        return " ".join(_sentence(dice) for _ in range(sentences))

    return [Paper(f"2401.{number:05d}", _sentence(dice), text(10)) for number in range(1, ABSTRACTS + 1)]


def _sentence(dice: random.Random) -> str:
    words = ("".join(dice.choices(SYLLABLES, k=dice.randint(1, 4))) for _ in range(dice.randint(12, 24)))
    return " ".join(words).capitalize() + "."


def note(paper: Paper, group: str, dice: random.Random) -> dict[str, Any]:
    """A note on a place in the abstract, as the extension sends one."""
    text = paper.abstract
    start = dice.randrange(len(text) - 160)
    end = start + dice.randrange(40, 150)
    around = {"prefix": text[max(0, start - 32) : start], "suffix": text[end : end + 32]}
    selectors = [
        {"type": "TextQuoteSelector", "exact": text[start:end], **around},
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]
    target = {"type": "SpecificResource", "source": f"{SITE}{WITH}", "postil:paper": paper.key, "postil:field": "abstract"}
    body = {"type": "TextualBody", "value": "A note.", "format": "text/markdown", "purpose": "commenting"}
    return {"created": "2026-01-02T03:04:05Z", "postil:group": group, "target": {**target, "selector": selectors}, "body": [body]}


def write_notes(user: User, listing: list[Paper], dice: random.Random) -> None:
    group = user.group()["id"]
    with user.http as http:
        for number in range(NOTES):
            http.put(f"/api/annotations/{uuid4()}", json=note(listing[number % ABSTRACTS], group, dice)).raise_for_status()


@contextmanager
def stage() -> Iterator[tuple[Server, Site, Browser]]:
    """A server, the site, and a browser with the extension."""
    with tempfile.TemporaryDirectory(prefix="postil-bench-") as place, sync_playwright() as playwright:
        directory = Path(place)
        (directory / "server").mkdir()
        server, site = Server(directory / "server"), Site("huggingface.co")
        browser = Browser(playwright, installed.find(), unpack(directory), directory / "profile", site.host_rules)
        try:
            server.start()
            browser.start()
            yield server, site, browser
            browser.stop()
        finally:
            site.close()
            server.stop()


def disturbance(browser: Browser) -> tuple[int, float, list[str]]:
    """(notes painted, layout shift, mutations of the page's own tree) of loading a page, opening a list of notes, scrolling to the end."""
    page = browser.context.new_page()
    page.add_init_script(COUNTING)
    open_page(page, f"{SITE}{WITH}")
    painted = page.evaluate(PAINTED)
    page.locator(".badge").first.click()
    page.locator(".card").wait_for()
    page.mouse.move(500, 400)
    for _ in range(20):
        page.mouse.wheel(0, 1000)
    page.wait_for_timeout(LOADED)
    shift, mutations = page.evaluate("() => [window.shift, window.mutations]")
    # That nothing was counted says something only if something would have been.
    page.evaluate(DISTURBED)
    page.wait_for_function("() => window.mutations.length > 0 && window.shift > 0")
    page.close()
    return painted, shift, mutations


def work(browser: Browser, path: str) -> dict[str, float]:
    """Milliseconds of CPU that the page's main thread takes, from an empty tab to the page at rest."""
    page: Page = browser.context.new_page()
    tools = browser.context.new_cdp_session(page)
    tools.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(f"{SITE}{path}")
    page.wait_for_timeout(LOADED)
    figures = {each["name"]: each["value"] * 1000 for each in tools.send("Performance.getMetrics")["metrics"]}
    settled = page.locator('[data-postil][data-postil-settled="true"]').count()
    page.close()
    if settled != (path == WITH):
        raise RuntimeError(f"{path} was not at rest after {LOADED} ms")
    return figures


def compare(browser: Browser) -> None:
    pairs = [(work(browser, WITH), work(browser, WITHOUT)) for _ in range(ROUNDS + 2)][2:]  # the first ones warm up

    def more(name: str) -> float:
        return median(ours[name] - bare[name] for ours, bare in pairs)

    alone = median(bare["TaskDuration"] for _, bare in pairs)
    print(f"main-thread time on a listing of {ABSTRACTS} papers without notes: {more('TaskDuration'):.1f} ms more (reach: 20)")
    reading, running = more("V8CompileDuration"), more("ScriptDuration")
    print(f"  the page alone {alone:.1f} ms; of the more, {reading:.1f} reading our script, {running:.1f} running it")


def main() -> None:
    dice = random.Random(1)
    listing = papers(dice)
    with stage() as (server, site, browser):
        site.pages["/papers"] = site.pages["/elsewhere"] = search_page(listing, "notes")
        reader, writer = server.new_user(), server.new_user()
        browser.connect(reader.url, reader.token)
        compare(browser)

        site.pages["/papers"] = search_page(listing, "notes", script="")
        write_notes(writer, listing, dice)
        browser.forget()
        browser.connect(writer.url, writer.token)
        painted, shift, mutations = disturbance(browser)
        print(f"{painted} notes on {ABSTRACTS} abstracts: {len(mutations)} mutations of the page's own tree (reach: 0)")
        print(f"  layout shift {shift:g} (reach: 0)")
        for mutation in sorted(set(mutations)):
            print(f"  {mutation}")


if __name__ == "__main__":
    main()
