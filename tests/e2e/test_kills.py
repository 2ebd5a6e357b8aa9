"""kill -9 of the browser at moments that nobody chose: what it showed as kept is sent once, what was begun is not forgotten."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from random import Random
from threading import Event

import pytest
from playwright.sync_api import Error, Page, expect

from .conftest import SEARCH
from .extension import Browser
from .reading import abstract, card, highlight, open_page, painted, select, toolbar, write_note
from .server import Server, User
from .waiting import until, until_equal

pytestmark = pytest.mark.xdist_group("e2e-kills")

SEED = int(os.environ["SEED"])
ROUNDS = 4
#: Seconds after which a browser is dead at the latest, once it has shown a note or more as kept.
LONGEST = 0.8

FERRYMAN, LANTERNS = "arxiv:2503.90417", "arxiv:2411.90233"
QUOTES = {
    FERRYMAN: (
        "a pocket device", "a power budget", "is known before it is asked", "the entropy of the next token",
        "the remaining charge", "when the answer begins to drift", "logs from 212 volunteers", "how people charge their devices",
        "forty minutes of calibration", "in aggregated form", "long tables", "asked while walking",
    ),
    LANTERNS: (
        "Loss curves say", "what it has learned", "than the training step itself", "how few probes are enough", "a submodular objective",
        "closing a bracket", "carrying a digit", "varies by a factor of nine", "on shuffled documents", "with very large batches",
        "detect corrupted data", "before the loss moves", "to the cost of a run",
    ),
}  # fmt: skip


class Reader:
    """`kept`: what was shown as kept, by its words; `begun`: what may be there, since nobody saw it kept."""

    def __init__(self, browser: Browser, chance: Random) -> None:
        self.browser = browser
        self.chance = chance
        self.kept: dict[str, str] = {}
        self.begun: dict[str, str] = {}
        quotes = [(paper, quote) for paper, several in QUOTES.items() for quote in several]
        chance.shuffle(quotes)
        self._left: Iterator[tuple[str, str]] = iter(quotes)

    def open(self) -> Page:
        """What was kept is painted before anybody is asked."""
        page = self.browser.context.new_page()
        open_page(page, SEARCH)
        until(lambda: {mark.text for mark in painted(page)} >= self.kept.keys(), "the marks that were kept")
        return page

    def write(self, page: Page, number: int) -> None:
        """So many notes, one after the other."""
        for paper, quote in islice(self._left, number):
            text = self.chance.choice(("", f"About {quote}"))
            self.begun[quote] = text
            if text:
                write_note(page, abstract(page, paper), quote, text)
            else:
                highlight(page, abstract(page, paper), quote)
            self.kept[quote] = text

    def begin(self, page: Page) -> None:
        """Types at a note until the browser's disk has it."""
        paper, quote = next(self._left)
        select(page, abstract(page, paper), quote)
        expect(toolbar(page)).to_be_visible()
        page.keyboard.press("n")
        card(page).locator("textarea").press_sequentially(f"Half of {quote}")
        until_equal(lambda: f"Half of {quote}" in self.drafts(), True)

    def go_on(self, page: Page) -> None:
        for word in (" and", " more") * 100:
            card(page).locator("textarea").press_sequentially(word)

    def drafts(self) -> list[str]:
        return [draft["text"] for draft in self.browser.ask("drafts")["drafts"]]


@contextmanager
def killed_within(browser: Browser, seconds: float) -> Iterator[None]:
    """The browser dies amid what the block does, and is started again."""
    struck = Event()
    killed = browser.doom(seconds, struck)
    try:
        yield
    except (Error, AssertionError):
        if not struck.is_set():
            killed.cancel()
            raise
    killed.join()
    browser.start()


def test_no_note_is_lost_and_none_is_sent_twice(own_browser: Browser, server: Server, user: User) -> None:
    chance = Random(f"{SEED} kills")
    print(f"SEED={SEED}")
    reader = Reader(own_browser, chance)
    own_browser.connect(user.url, user.token)
    for number in range(ROUNDS):
        server.stop() if number % 2 else server.start()
        page = reader.open()
        reader.write(page, chance.randint(1, 2))
        with killed_within(own_browser, chance.uniform(0, LONGEST)):
            reader.write(page, 3)
    server.start()
    own_browser.ask("try-now")
    until_equal(lambda: own_browser.ask("waiting")["operations"], [], bound=60)
    there = Counter(_told(note) for note in user.notes(FERRYMAN, LANTERNS))
    assert reader.kept.items() <= there.keys() <= reader.begun.items()
    assert set(there.values()) <= {1}


def test_what_was_begun_is_there_as_far_as_the_disk_had_it(own_browser: Browser, user: User) -> None:
    chance = Random(f"{SEED} unfinished")
    print(f"SEED={SEED}")
    reader = Reader(own_browser, chance)
    own_browser.connect(user.url, user.token)
    for _ in range(2):
        page = own_browser.context.new_page()
        open_page(page, SEARCH)
        reader.begin(page)
        before = reader.drafts()
        with killed_within(own_browser, chance.uniform(0, LONGEST)):
            reader.go_on(page)
        after = reader.drafts()
        assert len(after) == len(before)
        assert all(any(text.startswith(held) for text in after) for held in before)
    assert user.notes(FERRYMAN, LANTERNS) == []


def _told(note: dict) -> tuple[str, str]:  # type: ignore[type-arg]
    return note["target"]["selector"][0]["exact"], next((body["value"] for body in note.get("body", [])), "")
