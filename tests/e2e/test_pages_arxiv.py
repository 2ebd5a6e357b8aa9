"""arXiv's pages: a mark stands on every page that shows its words, whichever it was made on; and what those pages do meanwhile."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import PAPER, SEARCH
from .extension import Browser
from .reading import abstract as listed
from .reading import (
    badge,
    card,
    click_mark,
    expect_marks,
    fill_note,
    highlight,
    open_page,
    painted,
    select_across,
    settled,
    sheet,
    toolbar,
    write_note,
)
from .server import User
from .site import Site
from .waiting import until

pytestmark = pytest.mark.xdist_group("e2e-pages")

FERRYMAN, LANTERNS = "arxiv:2503.90417", "arxiv:2411.90233"
ABS, NEW, RECENT = "https://arxiv.org/abs/2503.90417", "https://arxiv.org/list/cs.CL/new", "https://arxiv.org/list/cs.CL/recent"
FIND, HTML = "https://arxiv.org/search/?query=model", "https://arxiv.org/html/2503.90417"
AR5IV, COOL = "https://ar5iv.labs.arxiv.org/html/2503.90417", "https://papers.cool/arxiv/cs.CL"
SENTENCE = "decides after every sixteen tokens whether the small model on the device should go on"
CHARGE = "the charge signal matters more than the entropy signal in the afternoon"
TITLE = "Frugal"
PROBES = "Dense probing answers that question at a price"
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
)


def abstract(page: Page) -> Locator:
    """Ferryman's, on whichever page."""
    selectors = ("blockquote.abstract", "dd:has(.list-title) p.mathjax", ".ltx_abstract p", ".abstract-full", "p.summary")
    return page.locator(", ".join(selectors)).filter(visible=True).first


def unfold(page: Page) -> None:
    page.get_by_text("▽ More").first.click()


@pytest.fixture
def cool(browser: Browser) -> None:
    """The user has switched the two other sites on."""
    for site in ("papers.cool", "ar5iv.labs.arxiv.org"):
        browser.ask("switch-site", {"site": site, "on": True})


@pytest.mark.usefixtures("cool")
def test_a_mark_made_on_hugging_face_stands_on_every_page_that_shows_its_words(page: Page, site: Site) -> None:
    site.pages["arxiv.org/abs/2503.90417v1"] = str(site.pages["arxiv.org/abs/2503.90417"]).replace("2503.90417v2", "2503.90417v1")
    open_page(page, SEARCH)
    highlight(page, listed(page, FERRYMAN), SENTENCE)
    highlight(page, listed(page, FERRYMAN), CHARGE)
    for address in (ABS, f"{ABS}v1", NEW, HTML, AR5IV, COOL, PAPER):
        open_page(page, address)
        expect_marks(page, SENTENCE, CHARGE)
    open_page(page, FIND)
    unfold(page)
    expect_marks(page, SENTENCE, CHARGE)


@pytest.mark.usefixtures("cool")
@pytest.mark.parametrize("address", [ABS, NEW, FIND, HTML, COOL])
def test_a_mark_made_on_another_page_stands_on_hugging_face(page: Page, address: str) -> None:
    open_page(page, address)
    if address == FIND:
        unfold(page)
    highlight(page, abstract(page), SENTENCE)
    for other in (SEARCH, PAPER):
        open_page(page, other)
        expect_marks(page, SENTENCE)


@pytest.mark.parametrize(("address", "title"), [(ABS, "h1.title"), (NEW, ".list-title"), (FIND, "p.title"), (HTML, "h1.ltx_title")])
def test_a_badge_stands_by_its_paper_s_title(page: Page, address: str, title: str) -> None:
    open_page(page, address)
    expect(badge(page, FERRYMAN)).to_be_visible()
    words, box = page.locator(title).first.bounding_box(), badge(page, FERRYMAN).bounding_box()
    assert words
    assert box
    assert words["y"] - 100 < box["y"] < words["y"] + words["height"] + 20


def test_formulas_that_are_typeset_after_loading(page: Page) -> None:
    """Marked where they stand flattened, found before and after they are typeset."""
    trained = "We train the router on 10^4 simulated days of use, in which charge, temperature and network come and go"
    open_page(page, SEARCH)
    highlight(page, listed(page, FERRYMAN), trained)
    open_page(page, ABS)
    expect(page.locator("blockquote .MathJax").first).to_be_visible()
    whole = re.compile("We train the router on .* come and go", re.DOTALL)
    # While the typesetter works, what was painted before may stand on words that have left the page.
    until(lambda: any(whole.fullmatch(mark.text) for mark in painted(page)), "the mark")


def test_a_note_is_never_told_lost_while_its_formulas_are_typeset_late(page: Page, site: Site) -> None:
    """C4. What the card says is kept from before the typesetter begins until the mark is painted on what it made."""
    made = str(site.pages["arxiv.org/abs/2503.90417"])
    at_once = r'document\S+ = "false"; addEventListener\("load", \(\) => setTimeout\(\(\) => {'
    late = re.sub(at_once, "window.typeset = () => {", made).replace("}, 100));", "};")
    assert "window.typeset" in late
    site.pages["arxiv.org/abs/2503.90417"] = late
    trained = "We train the router on $10^4$ simulated days of use, in which charge, temperature and network come and go"
    open_page(page, ABS)
    highlight(page, abstract(page), trained)
    badge(page, FERRYMAN).click()
    expect(card(page)).to_be_visible()
    page.evaluate(
        """() => {
          const root = document.querySelector("[data-postil]").shadowRoot;
          window.said = new Set();
          const keep = () => said.add(root.querySelector(".card .place")?.textContent ?? "");
          new MutationObserver(keep).observe(root, { subtree: true, childList: true, characterData: true });
          keep();
          typeset();
        }"""
    )
    expect(page.locator("blockquote .MathJax").first).to_be_visible()
    until(lambda: [mark.text for mark in painted(page) if mark.text.endswith(" come and go")], "the mark on the typeset words")
    assert page.evaluate("() => [...said]") == [""]
    page.locator("blockquote.abstract").evaluate("(abstract) => abstract.replaceChildren('Withdrawn by its authors.')")
    page.wait_for_function("() => said.has('Not found on this page')")  # it would have been seen


def test_the_page_s_own_words_are_in_no_quote(page: Page, user: User) -> None:
    """A triple click selects the whole block, with "Abstract:" before it."""
    open_page(page, ABS)
    page.locator("blockquote.abstract").click(click_count=3, position={"x": 300, "y": 60})
    expect(toolbar(page)).to_be_visible()
    page.keyboard.press("h")
    [note] = until(lambda: user.notes(FERRYMAN), "the note on the server")
    exact = note["target"]["selector"][0]["exact"]
    assert exact.startswith("Assistants that run")
    assert note["target"]["selector"][1]["start"] == 0
    assert (note["target"]["postil:source"], note["target"]["postil:version"]) == ("arxiv", 2)


def test_a_title_is_marked_without_its_label(page: Page, user: User) -> None:
    open_page(page, ABS)
    title = page.locator("h1.title")
    highlight(page, title, TITLE)
    [note] = until(lambda: user.notes(FERRYMAN), "the note on the server")
    assert note["target"]["selector"][0]["prefix"] == 'Q&A at <1 Watt: "'
    for address in (NEW, RECENT, FIND, HTML, SEARCH):
        open_page(page, address)
        expect_marks(page, TITLE)


def test_the_search_s_abstracts_are_followed_as_they_fold(page: Page) -> None:
    """What lies beyond the part that is shown is not on this view, and nothing is painted twice."""
    early, late = "small model on the device", "long tables and questions asked while walking"
    open_page(page, ABS)
    highlight(page, abstract(page), early)
    write_note(page, abstract(page), late, "Both on a walk?")
    open_page(page, FIND)
    expect_marks(page, early)
    unfold(page)
    expect_marks(page, early, late)
    page.get_by_text("△ Less").first.click()
    expect_marks(page, early)
    badge(page, FERRYMAN).click()
    card(page).get_by_role("button", name=late).click()
    expect(sheet(page)).to_be_visible()
    expect_marks(page, early, late)


def test_a_selection_over_two_papers_is_refused_with_the_reason(page: Page) -> None:
    open_page(page, NEW)
    first, second = page.locator("dd p.mathjax").nth(0), page.locator("dd p.mathjax").nth(1)
    select_across(page, first, "We release the simulator", second, "Loss curves say that a model improves")
    expect(page.locator("[data-postil] .toolbar")).to_have_text("This reaches over two papers. Select within one to mark it.")
    page.keyboard.press("h")
    expect_marks(page)


def test_marks_in_a_full_text(page: Page, user: User) -> None:
    days = "a router can learn thrift from days that it has never seen"
    open_page(page, HTML)
    text = page.locator("article")
    highlight(page, text, days)
    write_note(page, page.locator(".ltx_abstract"), SENTENCE, "Why sixteen?")
    until(lambda: len(user.notes(FERRYMAN)) == 2, "both notes on the server")
    assert [note["target"]["postil:field"] for note in user.notes(FERRYMAN)] == ["fulltext", "abstract"]
    page.reload()
    settled(page)
    expect_marks(page, SENTENCE, days)
    click_mark(page, page.locator(".ltx_abstract"), SENTENCE)
    expect(card(page).locator(".text")).to_have_text("Why sixteen?")
    open_page(page, ABS)
    expect_marks(page, SENTENCE)


def test_a_listing_that_is_rendered_anew_keeps_each_mark_once(page: Page) -> None:
    open_page(page, NEW)
    highlight(page, abstract(page), SENTENCE)
    page.evaluate("() => { const list = document.getElementById('dlpage'); list.replaceWith(list.cloneNode(true)); }")
    expect_marks(page, SENTENCE)
    page.evaluate("() => { for (const title of document.querySelectorAll('.list-title')) title.normalize(); }")
    expect_marks(page, SENTENCE)
    expect(page.locator("[data-postil]")).to_have_count(1)


def test_a_note_on_a_whole_paper_from_its_pdf(page: Page, site: Site, user: User) -> None:
    """In the browser's own viewer, whose text no script sees."""
    site.pages["arxiv.org/pdf/2503.90417v2"] = PDF
    open_page(page, "https://arxiv.org/pdf/2503.90417v2")
    badge(page, FERRYMAN).click()
    card(page).get_by_role("button", name="Note on the whole paper").click()
    fill_note(page, "Read the appendix.")
    [note] = until(lambda: user.notes(FERRYMAN), "the note on the server")
    assert (note["target"].get("postil:field"), note["target"]["postil:version"]) == (None, 2)
    open_page(page, ABS)
    expect(badge(page, FERRYMAN).locator(".count")).to_have_text("1")
    assert painted(page) == []
