"""Hugging Face listings, well-formed and hostile."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.sources import NotAListing, Source, sources
from postil.sources.huggingface import MAX_ABSTRACT, MAX_COUNT, MAX_NAME, MAX_TITLE, parse_listing

PAPER: dict[str, Any] = {
    "id": "2611.00001",
    "authors": [
        {"_id": "1", "name": "Ada\n Example", "hidden": False, "user": {"user": "ada", "fullname": "Ada"}},
        {"_id": "2", "name": "Hidden Person", "hidden": True},
        {"_id": "3", "name": "Zoë Ørsted"},
    ],
    "publishedAt": "2026-11-17T00:00:00.000Z",
    "submittedOnDailyAt": "2026-11-18T01:02:03.000Z",
    "submittedOnDailyBy": {"user": "from-paper"},
    "title": "Inner\n  title & <sons>",
    "summary": "First line\nsecond\u00a0line. ",
    "upvotes": 12,
    "ai_summary": None,
}
ENTRY: dict[str, Any] = {
    "paper": PAPER,
    "title": "Outer title",
    "summary": "Outer summary",
    "publishedAt": "2026-11-16T20:00:00.000Z",
    "numComments": 3,
    "submittedBy": {"name": "sender", "fullname": "A Sender"},
    "organization": {"name": "lab", "fullname": "The Lab", "avatar": "/x.png"},
    "isAuthorParticipating": False,
}


def entry(paper: dict[str, Any] | None = None, **outer: object) -> dict[str, Any]:
    """ENTRY with some fields replaced; `...` takes a field out."""
    made = copy.deepcopy(ENTRY) | outer
    made["paper"] = {name: value for name, value in (made["paper"] | (paper or {})).items() if value is not ...}
    return {name: value for name, value in made.items() if value is not ...}


def only(document: object) -> dict[str, Any]:
    parsed = parse_listing(document)
    assert parsed.problems == []
    assert len(parsed.entries) == 1
    return parsed.entries[0]


def test_an_entry() -> None:
    assert only([ENTRY]) == {
        "key": "arxiv:2611.00001",
        "title": "Inner title & <sons>",
        "abstract": "First line second line.",
        "authors": ["Ada Example", "Zoë Ørsted"],
        "organization": "The Lab",
        "published": "2026-11-17",
        "url": "https://huggingface.co/papers/2611.00001",
        "upvotes": 12,
        "comments": 3,
        "submitted_by": "sender",
        "day": "2026-11-18",
    }


def test_outer_fields_stand_in() -> None:
    found = only([entry({"title": None, "summary": " ", "organization": {"name": "slug"}}, organization=None, submittedBy=...)])
    assert (found["title"], found["abstract"]) == ("Outer title", "Outer summary")
    assert (found["organization"], found["submitted_by"]) == ("slug", "from-paper")


def test_the_outer_date_is_never_used() -> None:
    assert only([entry({"publishedAt": ...})])["published"] is None


def test_almost_nothing_is_enough() -> None:
    found = only([{"paper": {"id": "2611.00001v2", "title": "T"}}])
    absent: dict[str, object] = {
        "abstract": "",
        "authors": [],
        "organization": None,
        "published": None,
        "upvotes": 0,
        "comments": 0,
    }
    assert absent.items() <= found.items()
    assert (found["key"], found["day"], found["submitted_by"]) == ("arxiv:2611.00001", None, None)


def test_a_withdrawn_paper_is_kept() -> None:
    assert only([entry({"withdrawnAt": "2026-11-19T00:00:00.000Z"})])["title"]


def test_order_is_kept_and_a_paper_counts_once() -> None:
    listing = [entry({"id": ident}) for ident in ("2611.00009", "2611.00001", "2611.00009", "2611.00005")]
    keys = [found["key"] for found in parse_listing(listing).entries]
    assert keys == ["arxiv:2611.00009", "arxiv:2611.00001", "arxiv:2611.00005"]


# The page's data-props


@pytest.mark.parametrize(
    ("props", "day"),
    [
        ({"dateString": "2026-11-20", "periodType": "day"}, "2026-11-20"),
        ({"dateString": "2026-11-20"}, "2026-11-20"),
        ({"dateString": "2026-W47", "periodType": "week"}, "2026-11-18"),
        ({"dateString": "2026-11-20", "periodType": "month"}, "2026-11-18"),
        ({"dateString": "2026-11-20", "periodType": "day", "isTrending": True}, "2026-11-18"),
        ({"dateString": ["x"], "query": None}, "2026-11-18"),
    ],
)
def test_the_day_of_a_page(props: dict[str, object], day: str) -> None:
    assert only({"dailyPapers": [ENTRY], **props})["day"] == day


def test_a_search_page_has_both() -> None:
    found = entry({"id": "2501.00001", "submittedOnDailyAt": ...})
    page = {
        "dailyPapers": [ENTRY],
        "searchResults": [ENTRY, found, {}],
        "query": {"q": "x"},
        "dateString": "2026-11-20",
    }
    parsed = parse_listing(page)
    assert [(read["key"], read["day"]) for read in parsed.entries] == [
        ("arxiv:2611.00001", "2026-11-20"),
        ("arxiv:2501.00001", None),
    ]
    assert parsed.problems == ["search result 3: paper: is missing"]


# What is wrong


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        (None, "paper: is missing"),
        ({"paper": None}, "paper: is missing"),
        ({"paper": [1]}, "paper: is not an object"),
        (entry({"id": ...}), "paper.id: is missing"),
        (entry({"id": 2611.00001}), "paper.id: is not a string"),
        (entry({"id": "2613.00001"}), "paper.id: 2613.00001 is no arXiv id: there is no month 13"),
        (entry({"id": "\ud800\x00"}), "paper.id: '\\ud800\\x00' holds the character U+D800"),
        (entry({"id": "10.1038/x"}), "paper.id: doi:10.1038/x is no arXiv id of the kind that Hugging Face has"),
        (
            entry({"id": "hep-th/9901001"}),
            "paper.id: arxiv:hep-th/9901001 is no arXiv id of the kind that Hugging Face has",
        ),
        (entry({"title": " "}, title="\x00"), "paper.title: is missing"),
        (entry({"title": 5}), "paper.title: is not a string"),
        (entry({"title": "x" * (MAX_TITLE + 1)}), f"paper.title: is longer than {MAX_TITLE} characters"),
        (entry({"summary": {"a": 1}}), "paper.summary: is not a string"),
        (entry({"summary": None}, summary=1), "summary: is not a string"),
        (entry({"summary": "x" * (MAX_ABSTRACT + 1)}), f"paper.summary: is longer than {MAX_ABSTRACT} characters"),
    ],
)
def test_a_malformed_entry_is_named_and_skipped(broken: object, problem: str) -> None:
    parsed = parse_listing([entry({"id": "2611.00002"}), broken, ENTRY])
    assert [found["key"] for found in parsed.entries] == ["arxiv:2611.00002", "arxiv:2611.00001"]
    assert parsed.problems == [f"entry 2: {problem}"]


@pytest.mark.parametrize("count", [-1, MAX_COUNT + 1, 10**400, True, 1.5, float("inf"), "7", None, [1], {}])
def test_unfit_counts_are_none(count: object) -> None:
    found = only([entry({"upvotes": count}, numComments=count)])
    assert (found["upvotes"], found["comments"]) == (0, 0)


def test_greatest_count() -> None:
    assert only([entry({"upvotes": MAX_COUNT})])["upvotes"] == MAX_COUNT


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2026-11-17", "2026-11-17"),
        ("2026-11-17T23:30:00-04:00", "2026-11-18"),
        ("2026-11-17T23:30:00", "2026-11-17"),
        ("2026-02-30", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("yesterday", None),
        ("", None),
        (20261117, None),
        ({"$date": 1}, None),
    ],
)
def test_dates(stamp: object, day: str | None) -> None:
    assert only([entry({"publishedAt": stamp, "submittedOnDailyAt": stamp})])["published"] == day


def test_texts_hold_nothing_that_a_database_refuses() -> None:
    nasty = "a\x00b\ud800c\x1b \u0085d"
    found = only([entry({"title": nasty, "summary": nasty, "authors": [{"name": nasty}]}, organization={"name": nasty})])
    assert {found["title"], found["abstract"], *found["authors"], found["organization"]} == {"abc d"}


@pytest.mark.parametrize("authors", [None, "Ada", 5, {"name": "Ada"}, [None, 1, "Ada", [], {"name": 3}, {"name": "x" * (MAX_NAME + 1)}]])
def test_unfit_authors_are_left_out(authors: object) -> None:
    assert only([entry({"authors": authors})])["authors"] == []


@pytest.mark.parametrize(
    "document",
    [
        None,
        True,
        5,
        "text",
        {},
        {"error": "Invalid date"},
        {"paper": PAPER},
        {"dailyPapers": None},
        [1],
        [None],
        [{"id": "x"}],
    ],
)
def test_no_listing(document: object) -> None:
    with pytest.raises(NotAListing):
        parse_listing(document)


@pytest.mark.parametrize("document", [[], {"dailyPapers": []}])
def test_an_empty_day_is_a_listing(document: object) -> None:
    assert parse_listing(document).entries == []


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["2611.00001", "2026-11-18"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "user", "hidden", "id"]), inner),
    max_leaves=6,
)
ENTRIES = st.builds(
    lambda paper, outer: {**ENTRY, **outer, "paper": {**PAPER, **paper}},
    st.dictionaries(st.sampled_from(sorted(PAPER)), VALUES, max_size=3),
    st.dictionaries(st.sampled_from(sorted(ENTRY)), VALUES, max_size=3),
)


@given(st.lists(ENTRIES | VALUES, max_size=4) | VALUES | st.dictionaries(st.sampled_from(["dailyPapers", "searchResults"]), VALUES))
@settings(max_examples=200, deadline=None)
def test_any_json_is_read_or_refused(document: object) -> None:
    try:
        parsed = parse_listing(document)
    except NotAListing:
        return
    for found in parsed.entries:
        assert found.keys() == only([ENTRY]).keys()
        assert found["title"]
        json.dumps(found, ensure_ascii=False, allow_nan=False).encode()  # no lone surrogates
    assert all(problem.encode() and "\x00" not in problem for problem in parsed.problems)


def test_sources_are_found_without_a_list() -> None:
    found = sources()
    assert found["huggingface"].read(json.dumps([ENTRY]).encode()).entries
    assert all(name == source.NAME for name, source in found.items())
    assert not [(name, member) for name, source in found.items() for member in Source.__annotations__ if not hasattr(source, member)]
