"""The demo's listing and notes fit each other, and the source that reads them."""

import json
from collections import Counter
from datetime import date, timedelta
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest

from postil.paper_keys import canonical
from postil.sources.huggingface import parse_listing

DEMO = files("postil") / "demo"
LISTING: list[dict[str, Any]] = json.loads((DEMO / "listing.json").read_text("utf-8"))
NOTES: list[dict[str, Any]] = json.loads((DEMO / "notes.json").read_text("utf-8"))
PARSED = parse_listing(LISTING)
PAPERS = {entry["key"]: entry for entry in PARSED.entries}


def test_every_entry_is_read() -> None:
    assert PARSED.problems == []
    assert len(PARSED.entries) == len(LISTING) == 24


def test_three_days_in_order_of_upvotes() -> None:
    days = Counter(entry["day"] for entry in PARSED.entries)
    assert days == {"2026-11-18": 8, "2026-11-19": 8, "2026-11-20": 8}
    for above, below in pairwise(PARSED.entries):
        assert above["day"] > below["day"] or (above["day"] == below["day"] and above["upvotes"] >= below["upvotes"])


@pytest.mark.parametrize("entry", PARSED.entries, ids=lambda entry: str(entry["key"]))
def test_a_paper(entry: dict[str, Any]) -> None:
    sent = date.fromisoformat(entry["published"])
    months = {f"{day:%y%m}" for day in (sent, sent + timedelta(days=4))}
    assert canonical(entry["key"]).value[:4] in months  # an id tells the month of announcement, some days later
    assert 900 <= len(entry["abstract"]) <= 1500
    assert entry["authors"]


def test_what_the_demo_shows_off() -> None:
    assert any(entry["organization"] for entry in PARSED.entries)
    assert any(entry["organization"] is None for entry in PARSED.entries)
    assert any(len(entry["authors"]) == 1 for entry in PARSED.entries)
    assert any("$" in entry["title"] for entry in PARSED.entries)
    assert any(entry["comments"] == 0 for entry in PARSED.entries)
    assert any(not "".join(entry["authors"]).isascii() for entry in PARSED.entries)


def test_outer_fields_repeat_the_paper() -> None:
    for entry in LISTING:
        assert (entry["title"], entry["summary"]) == (entry["paper"]["title"], entry["paper"]["summary"])


@pytest.mark.parametrize("note", NOTES, ids=lambda note: str(note["exact"][:20]))
def test_a_note_stands_where_it_says(note: dict[str, Any]) -> None:
    assert note.keys() == {"key", "field", "exact", "text", "tags"}
    assert str(canonical(note["key"])) == note["key"]
    assert note["field"] in ("title", "abstract")
    assert PAPERS[note["key"]][note["field"]].count(note["exact"]) == 1


def test_no_two_notes_on_one_quote() -> None:
    assert len({(note["key"], note["exact"]) for note in NOTES}) == len(NOTES) == 8
