"""The listing page, search, and a paper's own page."""

from __future__ import annotations

from uuid import uuid4

import pytest
from browsing import Browser, browser_of, elements, entry, fields, take_in
from factories import put_note
from world import World

from postil import formats

HOSTILE = "<script>alert(1)</script> & \"two\" 'quotes' </span><b onclick=x>"


@pytest.fixture
def browser(world: World) -> Browser:
    return browser_of(world, "ada")


def test_a_day_s_papers_stand_in_rank_order(browser: Browser) -> None:
    take_in(entry(3), entry(1), entry(2), entry(9, day="2026-11-19"))
    page = browser.get("/")
    assert fields(page, "title") == ["Paper 3", "Paper 1", "Paper 2"]
    assert fields(page, "abstract") == ["What paper 3 found.", "What paper 1 found.", "What paper 2 found."]
    assert "Friday, 20 November 2026" in page.text


def test_days_lead_to_each_other(browser: Browser) -> None:
    take_in(entry(1, day="2026-11-18"), entry(2, day="2026-11-20"), entry(3, day="2026-11-23"))
    page = browser.get("/?day=2026-11-20")
    assert {a["href"] for a in elements(page, "a", rel="prev")} == {"/?day=2026-11-18"}
    assert {a["href"] for a in elements(page, "a", rel="next")} == {"/?day=2026-11-23"}
    assert not elements(browser.get("/"), "a", rel="next")
    assert not elements(browser.get("/?day=2026-11-18"), "a", rel="prev")


def test_a_day_without_papers_says_what_to_do_and_leads_on(browser: Browser) -> None:
    empty = browser.get("/")
    assert "No papers yet" in empty.text
    assert "postil papers import huggingface --day 20" in elements(empty, "pre")[0].words
    take_in(entry(1))
    other = browser.get("/?day=2026-11-21")
    assert "No papers for this day" in other.text
    assert {a["href"] for a in elements(other, "a", rel="prev")} == {"/?day=2026-11-20"}


def test_a_card_says_in_attributes_what_the_script_needs(browser: Browser) -> None:
    take_in(entry(1))
    page = browser.get("/")
    (card,) = elements(page, "article")
    assert card["data-postil-paper"] == "arxiv:2504.00001"
    assert card["data-postil-url"] == "https://arxiv.org/abs/2504.00001"
    assert card["data-postil-source"] == "postil"
    (script,) = elements(page, "script")
    assert str(script["src"]).startswith("/static/postil.js?v=")
    assert "defer" in script.attributes


def test_what_others_wrote_stays_text(browser: Browser) -> None:
    take_in(entry(1, title=HOSTILE, abstract=HOSTILE, authors=[HOSTILE], organization=HOSTILE))
    for path in ("/", "/?q=quotes", "/papers/arxiv:2504.00001"):
        page = browser.get(path)
        assert fields(page, "title") == [HOSTILE], path
        assert fields(page, "abstract") == [HOSTILE], path
        assert len(elements(page, "script")) == 1
        assert not elements(page, "b")
    assert "<i>" not in browser.get("/?q=%3Ci%3E%22%3E").text


def test_only_a_web_address_becomes_a_link(browser: Browser) -> None:
    take_in(entry(1, key="url:" + "0" * 64, url="javascript:alert(1)"))
    page = browser.get("/")
    assert "javascript:" not in page.text
    assert "data-postil-url" not in elements(page, "article")[0].attributes


def test_the_facts_of_a_paper(browser: Browser) -> None:
    many = [f"Author {n}" for n in range(9)]
    take_in(entry(1, upvotes=1, comments=0, organization="A Lab"), entry(2, upvotes=12, comments=3, authors=many))
    one, two = (card.words for card in elements(browser.get("/"), "article"))
    assert "1 upvote arXiv" in one.replace("What paper 1 found. ", "")
    assert "A Lab 18 Nov 2026" in one
    assert "Author 3 and 5 more" in two
    assert "12 upvotes 3 comments" in two
    assert "Author 8" in browser.get("/papers/arxiv:2504.00002").text
    links = [a["href"] for a in elements(browser.get("/"), "a", rel="noreferrer")]
    assert links[:2] == ["https://arxiv.org/abs/2504.00001", "https://huggingface.co/papers/2504.00001"]


@pytest.mark.parametrize(("length", "folds"), [(200, 0), (300, 1), (900, 1)])
def test_a_long_abstract_is_folded_and_whole_in_the_page(browser: Browser, length: int, folds: int) -> None:
    take_in(entry(1, abstract="x" * length))
    page = browser.get("/")
    assert sum("unfold" in str(fold["class"]) for fold in elements(page, "details")) == folds
    assert fields(page, "abstract") == ["x" * length]
    (fold,) = elements(browser.get("/papers/arxiv:2504.00001"), "details")
    assert fold["class"] == "export"


def test_an_abstract_with_notes_is_not_folded(world: World, browser: Browser) -> None:
    take_in(entry(1, abstract="x" * 900))
    put_note(world.as_user("ada"), world.personal("ada"), paper="arxiv:2504.00001")
    assert [fold["class"] for fold in elements(browser.get("/"), "details")] == ["export"]


def test_the_count_is_of_notes_that_one_may_see(world: World, browser: Browser) -> None:
    take_in(entry(1))
    put_note(world.as_user("bob"), world.personal("bob"), paper="arxiv:2504.00001")
    assert " note" not in elements(browser.get("/"), "article")[0].text
    for _ in range(2):
        put_note(world.as_user("ada"), world.personal("ada"), paper="arxiv:2504.00001")
    assert "2 notes" in elements(browser.get("/"), "article")[0].text


# --- search ----------------------------------------------------------------------------------------------------------------------------


def test_a_search_finds_words_of_titles_and_abstracts(browser: Browser) -> None:
    take_in(entry(1, title="On Zebras"), entry(2, abstract="A zebra walks."), entry(3))
    page = browser.get("/?q=zebra")
    assert fields(page, "title") == ["Paper 2", "On Zebras"]
    assert elements(page, "input", name="q")[0]["value"] == "zebra"
    assert fields(browser.get("/?q=zebra+walks"), "title") == ["Paper 2"]
    assert "No paper with all of these words" in browser.get("/?q=okapi").text


def test_results_go_on_on_the_next_page(browser: Browser) -> None:
    take_in(*(entry(n, title=f"Zebra {n}") for n in range(1, 46)))
    path, seen = "/?q=zebra", []
    for _ in range(3):
        page = browser.get(path)
        seen += fields(page, "title")
        further = elements(page, "a", rel="next")
        path = str(further[0]["href"]) if further else ""
    assert seen == [f"Zebra {n}" for n in range(45, 0, -1)]
    assert path == ""


@pytest.mark.parametrize("query", ["q=", "q=%20", "q=&day="])
def test_an_empty_search_is_the_latest_day(browser: Browser, query: str) -> None:
    take_in(entry(1))
    assert fields(browser.get(f"/?{query}"), "title") == ["Paper 1"]


# --- one paper -------------------------------------------------------------------------------------------------------------------------


def test_a_paper_s_page_leads_back_to_its_day(browser: Browser) -> None:
    take_in(entry(2), entry(1))
    page = browser.get("/papers/arxiv:2504.00001")
    assert fields(page, "title") == ["Paper 1"]
    assert "place 2" in page.text
    assert elements(page, "a", href="/?day=2026-11-20")


@pytest.mark.parametrize("spelled", ["2504.00001", "arXiv:2504.00001v2", "https://arxiv.org/abs/2504.00001"])
def test_another_spelling_leads_to_the_paper_s_address(browser: Browser, spelled: str) -> None:
    take_in(entry(1))
    sent = browser.get(f"/papers/{spelled}")
    assert sent.status_code in (302, 308)
    assert "arxiv:2504.00001" in sent.headers["Location"] or sent.status_code == 308


def test_a_key_with_slashes_has_a_page(browser: Browser) -> None:
    take_in(entry(1, key="doi:10.1038/nature14539"))
    (link,) = (a["href"] for a in elements(browser.get("/"), "a") if str(a["href"]).startswith("/papers/"))
    assert fields(browser.get(str(link)), "title") == ["Paper 1"]


def test_a_paper_that_one_may_not_see_is_like_an_unknown_one(world: World, browser: Browser) -> None:
    hidden = f"doi:10.1000/{uuid4()}"
    put_note(world.as_user("bob"), world.personal("bob"), paper=hidden)
    unseen, unknown = browser.get(f"/papers/{hidden}"), browser.get("/papers/doi:10.1000/unknown")
    assert unseen.status_code == unknown.status_code == 404
    assert unseen.text == unknown.text
    assert browser_of(world, "bob").get(f"/papers/{hidden}").status_code == 200


def test_a_paper_without_words_shows_its_key(world: World, browser: Browser) -> None:
    put_note(world.as_user("ada"), world.personal("ada"), paper="doi:10.1000/bare", field=None)
    page = browser.get("/papers/doi:10.1000/bare")
    assert page.status_code == 200
    assert fields(page, "title") == fields(page, "abstract") == []
    assert elements(page, "h1")[0].text == "doi:10.1000/bare"


# --- taking notes out ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("path", "filters"), [("/", {}), ("/papers/arxiv:2504.00001", {"paper": "arxiv:2504.00001"})])
def test_notes_are_taken_out_where_they_are_read(world: World, path: str, filters: dict[str, str]) -> None:
    take_in(entry(1))
    browser = browser_of(world, "ada")
    page = browser.get(path)
    (fold,) = elements(page, "details", **{"class": "export"})
    assert "open" not in fold.attributes
    (form,) = elements(page, "form", action="/api/export")
    assert form["method"] == "get"
    hidden = {str(field["name"]): str(field["value"]) for field in elements(page, "input", type="hidden")}
    assert hidden == filters
    assert [option["value"] for option in elements(page, "option")] == formats.names()
    query = "&".join(f"{name}={value}" for name, value in ({"format": "markdown"} | filters).items())
    own = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Dest": "document", "Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    sent = browser.get(f"/api/export?{query}", headers=own)
    assert sent.status_code == 200
    assert sent.headers["Content-Disposition"].startswith("attachment")
