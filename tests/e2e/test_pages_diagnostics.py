"""The diagnostics page: what is not found is told, and nothing of what a page says."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .axe import Inspector
from .extension import Browser
from .reading import abstract, highlight, open_page, settled
from .site import Site

pytestmark = pytest.mark.xdist_group("e2e-pages")

ABS, NEW = "https://arxiv.org/abs/2503.90417", "https://arxiv.org/list/cs.CL/new"


def report(browser: Browser) -> Page:
    page = browser.open("diagnostics/diagnostics.html")
    expect(page.locator("pre")).to_contain_text("Postil 0.")
    return page


def test_an_adapter_that_finds_nothing_where_it_should_says_so(page: Page, browser: Browser, site: Site) -> None:
    """As after a redesign: of one page the abstract is gone, of another all lines."""
    site.pages["arxiv.org/abs/2503.90417"] = str(site.pages["arxiv.org/abs/2503.90417"]).replace("<blockquote", "<section")
    site.pages["arxiv.org/list/cs.CL/new"] = str(site.pages["arxiv.org/list/cs.CL/new"]).replace("'dlpage'", "'listing'")
    open_page(page, ABS)
    other = browser.context.new_page()
    open_page(other, NEW)
    shown = report(browser)
    text = shown.locator("pre")
    expect(text).to_contain_text(
        "arxiv.org/abs/0.0 | arxiv-abs | papers 1: title 1, abstract 0, full text 0; links to papers 1 | NOT FOUND: abstract"
    )
    expect(text).to_contain_text(
        "arxiv.org/list/a.a/new | arxiv-list | papers 0: title 0, abstract 0, full text 0; links to papers 10 | NOT FOUND: papers"
    )
    expect(shown.get_by_text("On 2 pages something was not found that should be there.")).to_be_visible()
    for word in ("2503", "Frugal", "Ferryman", "cs.CL", "Åkerblom"):
        assert word not in (text.text_content() or "")

    inspector = Inspector()
    inspector.look_narrow(shown, "diagnostics")
    inspector.assert_nothing_found()
    shown.context.grant_permissions(["clipboard-read", "clipboard-write"])
    shown.get_by_role("button", name="Copy").click()
    expect(shown.get_by_role("status")).to_have_text("Copied.")
    assert shown.evaluate("() => navigator.clipboard.readText()") == text.text_content()


def test_all_is_well_and_what_became_of_notes_is_counted(page: Page, browser: Browser, site: Site) -> None:
    open_page(page, "https://huggingface.co/papers/2503.90417")
    highlight(page, abstract(page, "arxiv:2503.90417"), "a router that decides")
    shown = report(browser)
    expect(shown.locator("pre")).to_contain_text("huggingface.co/papers/0.0 | huggingface-paper | papers 1: title 1, abstract 1")
    expect(shown.locator("pre")).to_contain_text("marks: exact 1")
    expect(shown.get_by_text("1 page open, and nothing is missing.")).to_be_visible()


def test_an_empty_listing_is_no_fault_and_a_page_that_opens_later_is_seen(page: Page, browser: Browser) -> None:
    open_page(page, "https://huggingface.co/papers/date/2025-06-07")
    shown = report(browser)
    expect(shown.get_by_text("1 page open, and nothing is missing.")).to_be_visible()
    expect(shown.locator("pre")).to_contain_text("papers 0")
    page.goto("https://arxiv.org/a/nobody_i_1")
    shown.get_by_role("button", name="Look again").click()
    expect(shown.locator("pre")).to_contain_text("arxiv.org/a/a_a_0 | no adapter")


def test_the_options_lead_there(browser: Browser) -> None:
    options = browser.open("options/options.html")
    options.get_by_role("link", name="Diagnostics").click()
    expect(options.get_by_role("heading", name="Diagnostics")).to_be_visible()
    expect(options.get_by_text("No page is open that Postil reads.")).to_be_visible()


def test_a_page_that_comes_late_is_told_as_it_is_then(page: Page, browser: Browser) -> None:
    browser.ask("switch-site", {"site": "openreview.net", "on": True})
    open_page(page, "https://openreview.net/forum?id=Rt3r_417-x")
    settled(page)
    expect(page.locator("[data-postil] .badge")).to_have_count(1)
    expect(report(browser).locator("pre")).to_contain_text("openreview.net/forum | openreview-forum | papers 1: title 1, abstract 1")
