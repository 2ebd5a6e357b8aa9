"""Anchoring on real pages: every case of the tables in a real browser, and sentences of a real listing met again mutated."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright

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
