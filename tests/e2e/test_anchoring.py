"""Anchoring on real pages: every case of the tables in a real browser, and sentences of a real listing met again mutated."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright

from . import real_listing
from .conftest import installed

ROOT = Path(__file__).parents[2]
#: The table that the cases were written from lies beside the checkout and is no part of it.
TABLE = ROOT.parent / "shared" / "reference" / "anchoring_cases.md"

pytestmark = pytest.mark.xdist_group("e2e-anchoring")


@pytest.fixture(scope="module")
def script() -> str:
    """The modules as they are now, with the cases, for a page."""
    esbuild = [ROOT / "node_modules" / ".bin" / "esbuild", "tests/extension/anchoring-in-browser.js", "--bundle", "--format=iife"]
    return subprocess.run([*esbuild, "--charset=utf8"], cwd=ROOT, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def bare_page(playwright: Playwright, script: str) -> Iterator[Page]:
    """A page with nothing on it but the script."""
    browser = playwright.chromium.launch(executable_path=installed.find(), args=["--no-sandbox"])
    page = browser.new_page()
    page.set_content("<!doctype html><title>Anchoring</title>")
    page.add_script_tag(content=script)
    yield page
    browser.close()


@pytest.fixture(scope="module")
def outcomes(bare_page: Page) -> dict[str, str | None]:
    """Of each case: why it does not hold, or None."""
    return {one["id"]: one["failure"] for one in bare_page.evaluate("() => anchoring.runAll()")}


def test_every_case_holds_in_a_real_browser(outcomes: dict[str, str | None]) -> None:
    assert {case: failure for case, failure in outcomes.items() if failure} == {}
    assert len(outcomes) > 250


@pytest.mark.skipif(not TABLE.exists(), reason=f"the table of cases is not at {TABLE}")
def test_every_row_of_the_table_is_a_case(outcomes: dict[str, str | None]) -> None:
    rows = set(re.findall(r"^- \*\*([A-G]\d+)\*\*", TABLE.read_text(encoding="utf-8"), re.MULTILINE))
    assert len(rows) > 40
    told = {row for case in outcomes for row in re.findall(r"\b[A-G]\d+\b", case)}
    assert rows - told == set()


def test_positions_count_characters_as_python_does(bare_page: Page) -> None:
    """B11: the server, which is Python, and every client of the W3C's model count code points."""
    text = "👩‍🔬 says: 𝔸 router 🇳🇱 is frugal, x² and ½ are fine 🦊, and the naïve one is not."
    for quote in ("𝔸 router 🇳🇱", "is frugal", "½ are fine 🦊, and"):
        selectors = bare_page.evaluate("([text, quote]) => anchoring.noteOn(text, quote)", [text, quote])
        start = text.index(quote)
        assert selectors[0]["exact"] == quote
        assert selectors[1] == {"type": "TextPositionSelector", "start": start, "end": start + len(quote)}


SENTENCES = 500
#: What these are met on is meant to be another text; all else has the same words, or nearly.
MEANT_TO_DIFFER = {"a word edited", "a digit edited", "a negation put in"}


@pytest.mark.skipif(not real_listing.PATH.exists(), reason=f"the real listing is not at {real_listing.PATH}")
def test_sentences_of_61_abstracts_are_found_again_whatever_became_of_their_page(bare_page: Page) -> None:
    """500 sentences, each after every kind of change; what is painted is judged by the page's own text."""
    seed = int(os.environ.get("SEED") or random.randrange(10**9))
    print(f"seed {seed}: SEED={seed} repeats this run")
    judged = _judge(bare_page, seed)
    kinds = Counter(one["kind"] for one in judged)
    assert len(kinds) >= 20
    assert kinds["typeset by KaTeX"] == SENTENCES

    wrong = [one for one in judged if one["placed"] and not one["right"]]
    assert wrong == [], f"painted on wrong characters; seed {seed}"
    unnamed = [one for one in judged if not one["named"]]
    assert unnamed == [], f"a digit or a negation differs, and is not named; seed {seed}"
    told_otherwise = [one for one in judged if not one["there"] and not one["allowed"]]
    assert told_otherwise == [], f"what is gone or cut off is not told as such; seed {seed}"
    called_the_same = [one for one in judged if one["kind"] in MEANT_TO_DIFFER and one["result"] in {"exact", "moved"}]
    assert called_the_same == [], f"what differs is called the same; seed {seed}"

    there = Counter(one["kind"] for one in judged if one["there"])
    right = Counter(one["kind"] for one in judged if one["there"] and one["allowed"] and one["right"])
    too_few = {kind: f"{right[kind]} of {count}" for kind, count in there.items() if right[kind] < 0.99 * count}
    assert too_few == {}, f"seed {seed}"


def _judge(page: Page, seed: int) -> list[dict[str, Any]]:
    """What became of every case that the seed makes."""
    abstracts = json.dumps([paper.abstract for paper in real_listing.read()])
    maker = ["node", "tests/extension/anchoring-sentences.js", str(seed), str(SENTENCES)]
    made = json.loads(subprocess.run(maker, cwd=ROOT, input=abstracts, capture_output=True, text=True, check=True).stdout)
    cases, judged = made["cases"], []
    for start in range(0, len(cases), 1000):
        part = cases[start : start + 1000]
        judged += page.evaluate("([formulas, cases]) => anchoring.judge(formulas, cases)", [made["formulas"], part])
    return judged
