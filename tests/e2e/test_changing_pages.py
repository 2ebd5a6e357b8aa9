"""Pages that change under the marks; and that Postil changes nothing of them."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page

from .conftest import PAPER, SEARCH
from .reading import abstract, expect_marks, expect_painted, highlight, open_page, painted, reload
from .site import Site

pytestmark = pytest.mark.xdist_group("e2e-reading")

FERRYMAN, LANTERNS = "arxiv:2503.90417", "arxiv:2411.90233"
SENTENCE = "decides after every sixteen tokens whether the small model on the device should go on"
PROBES = "Dense probing answers that question at a price"

#: Begins before any script of the page or of ours, and keeps every change of the page's body that is not the page's own.
_WITNESS = """
  window.changes = [];
  new MutationObserver((records) => {
    for (const { type, target, attributeName } of records)
      if (document.body?.contains(target)) changes.push(`${type} of ${target.nodeName} ${attributeName ?? ""}`);
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  addEventListener("load", () => { changes.length = 0; });
"""


def test_marks_outlive_hydration(page: Page) -> None:
    """The listing's cards give way to equal ones shortly after loading; the text nodes of before are then on no page."""
    open_page(page, SEARCH)
    highlight(page, abstract(page, FERRYMAN), SENTENCE)
    marks = painted(page)
    reload(page)
    page.wait_for_function("() => document.documentElement.dataset.hydrated === 'true'")
    expect_painted(page, marks)


def test_a_card_that_is_rendered_anew_gets_its_marks_again(page: Page) -> None:
    open_page(page, SEARCH)
    highlight(page, abstract(page, FERRYMAN), SENTENCE)
    highlight(page, abstract(page, LANTERNS), PROBES)
    marks = painted(page)
    page.evaluate(
        """() => {
          for (const article of document.querySelectorAll("article")) article.replaceWith(article.cloneNode(true));
        }"""
    )
    expect_painted(page, marks)
    # The words of a search, set into spans and taken out again.
    page.evaluate(
        """() => {
          for (const text of document.querySelectorAll("article p")) {
            const words = text.textContent.split(/(?<= )/);
            const inSpan = (textContent) => Object.assign(document.createElement("span"), { textContent });
            text.replaceChildren(...words.map((word, i) => (i % 3 ? word : inSpan(word))));
          }
        }"""
    )
    expect_painted(page, marks)


def test_cards_that_are_added_later_get_the_marks_of_their_papers(page: Page) -> None:
    open_page(page, SEARCH)
    highlight(page, abstract(page, LANTERNS), PROBES)
    marks = painted(page)
    reload(page)
    page.evaluate("() => { window.taken = [...document.querySelectorAll('article')].slice(1); taken.forEach((card) => card.remove()); }")
    expect_marks(page)
    page.evaluate("() => document.querySelector('article').after(...taken)")
    expect_painted(page, marks)


def test_a_page_that_clears_the_registry_of_highlights_loses_no_mark(page: Page) -> None:
    open_page(page, SEARCH)
    highlight(page, abstract(page, FERRYMAN), SENTENCE)
    marks = painted(page)
    # Such a page does it while it renders.
    page.evaluate("() => { CSS.highlights.clear(); document.querySelector('main').append(document.createElement('hr')); }")
    expect_painted(page, marks)


def test_nothing_of_the_page_is_changed_by_marking(page: Page) -> None:
    """On a page that itself stands still every change would be ours."""
    page.add_init_script(_WITNESS)
    page.goto(PAPER)
    before = page.evaluate("() => document.body.outerHTML")
    open_page(page, PAPER)
    highlight(page, abstract(page, FERRYMAN), SENTENCE)
    assert page.evaluate("() => changes") == []
    assert page.evaluate("() => document.body.outerHTML") == before
    reload(page)
    expect_marks(page, SENTENCE)
    assert page.evaluate("() => changes") == []
    assert page.evaluate("() => document.body.outerHTML") == before


def test_another_paper_in_the_same_document_gets_its_own_marks(page: Page, site: Site) -> None:
    """A change of the address in place: no load, no script of ours anew."""
    open_page(page, SEARCH)
    highlight(page, abstract(page, LANTERNS), PROBES)
    marks = painted(page)
    other = site.pages["/papers"]
    site.pages["/papers"] = str(other).replace('data-target="DailyPapers"', 'data-target="DailyPapers" id="island"')
    open_page(page, SEARCH + "&other")
    page.evaluate(
        """() => {
          const island = document.getElementById("island");
          window.kept = [...island.childNodes];
          island.replaceChildren();
          history.pushState({}, "", "/models");
        }"""
    )
    expect_marks(page)
    page.evaluate("() => { history.pushState({}, '', '/papers?q=back'); document.getElementById('island').replaceChildren(...kept); }")
    expect_painted(page, marks)


def test_two_tabs_show_the_same_marks(page: Page, browser_tab: Page) -> None:
    open_page(page, SEARCH)
    open_page(browser_tab, PAPER)
    highlight(page, abstract(page, FERRYMAN), SENTENCE)
    expect_marks(browser_tab, SENTENCE)


@pytest.fixture
def browser_tab(page: Page) -> Page:
    context: BrowserContext = page.context
    return context.new_page()
