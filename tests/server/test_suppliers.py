"""Listings from their suppliers into the database: whole or not at all, twice the same, at the pace that is asked for."""

from __future__ import annotations

import logging
import pathlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from commands import Postil, refused
from factories import put_note
from supplier import Answer, Supplier, atom, atom_entry, json_of, listed
from world import World

from postil import refresh
from postil.config import Config
from postil.db import database
from postil.fetch import Client, FetchError, Patience
from postil.listings import Taken, fetched
from postil.models import Change, Listing, Paper, PaperText
from postil.paper_keys import canonical
from postil.sources import NotAListing, arxiv, huggingface

CLIENT = Client(Patience(connect=1, read=5, backoff=0))


def take(supplier: Supplier, **wanted: str) -> Taken:
    with database.connection_context():
        return fetched(huggingface, supplier.base, CLIENT, lambda done: None, **wanted)


def take_arxiv(supplier: Supplier, *ids: str, sleep: Callable[[float], None] = lambda seconds: None) -> Taken:
    with database.connection_context():
        return fetched(arxiv, supplier.base, CLIENT, lambda done: None, sleep, ids=[canonical(text) for text in ids])


def everything() -> list[Any]:
    """All rows that an import writes, without the times at which they were seen."""
    with database.connection_context():
        rows = [list(model.select().order_by(model._meta.primary_key).dicts()) for model in (Paper, PaperText, Listing, Change)]
    return [[{name: value for name, value in row.items() if name != "seen_at"} for row in table] for table in rows]


# --- Hugging Face ----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "asked"),
    [
        ({"day": "2026-11-18"}, "/api/daily_papers?date=2026-11-18&limit=100"),
        ({"week": "2026-W47"}, "/api/daily_papers?week=2026-W47&limit=100"),
        ({"month": "2026-11"}, "/api/daily_papers?month=2026-11&limit=100"),
        ({"query": "test-time & compute"}, "/api/papers/search?q=test-time+%26+compute&limit=120"),
    ],
)
def test_what_is_asked_for(world: World, supplier: Supplier, wanted: dict[str, str], asked: str) -> None:
    supplier.answers = [json_of(listed(1), listed(2))]
    assert take(supplier, **wanted) == Taken(2, [])
    assert supplier.asked == [asked]
    day = world.as_user("ada").get("/papers?day=2026-11-18").json
    assert [(p["key"], p["listing"]["rank"], p["listing"]["upvotes"]) for p in day["papers"]] == [
        ("arxiv:2611.00001", 1, 1),
        ("arxiv:2611.00002", 2, 2),
    ]


def test_pages_are_one_listing(world: World, supplier: Supplier) -> None:
    """The list moved while it was read: a paper is on both pages, and keeps its first place."""
    supplier.answers = [json_of(listed(1), listed(2), Link='</api/daily_papers?p=1>; rel="next"'), json_of(listed(2), listed(3))]
    assert take(supplier, month="2026-11").papers == 3
    day = world.as_user("ada").get("/papers?day=2026-11-18").json
    assert [(p["key"][-1], p["listing"]["rank"]) for p in day["papers"]] == [("1", 1), ("2", 2), ("3", 3)]


def test_twice_changes_nothing(world: World, supplier: Supplier) -> None:
    supplier.answers = [json_of(listed(1), listed(2))]
    take(supplier, day="2026-11-18")
    before = everything()
    assert take(supplier, day="2026-11-18") == Taken(2, [])
    assert everything() == before


def test_a_malformed_entry_is_named_and_skipped(world: World, supplier: Supplier) -> None:
    supplier.answers = [json_of(listed(1), {"paper": {"id": 5}}, listed(3))]
    taken = take(supplier, day="2026-11-18")
    assert taken.papers == 2
    assert [problem.partition(":")[0] for problem in taken.problems] == ["entry 2"]


@pytest.mark.parametrize("body", [b"{", b"", b"<html>", b"\xff\xfe", b"[" * 100_000, b'{"error": "no"}', b'[{"a": 1}]', b"5"])
def test_an_answer_that_is_no_listing_takes_nothing_in(world: World, supplier: Supplier, body: bytes) -> None:
    supplier.answers = [json_of(listed(1), Link='</api/daily_papers?p=1>; rel="next"'), (200, {}, body)]
    before = everything()
    with pytest.raises(NotAListing):
        take(supplier, day="2026-11-18")
    assert everything() == before


def test_a_second_page_that_fails_takes_nothing_in(world: World, supplier: Supplier) -> None:
    supplier.answers = [json_of(listed(1), Link='</api/daily_papers?p=1>; rel="next"'), (503, {}, b"")]
    before = everything()
    with pytest.raises(FetchError, match="answered 503"):
        take(supplier, day="2026-11-18")
    assert everything() == before


# --- arXiv -----------------------------------------------------------------------------------------------------------------------------


def test_papers_by_id_in_any_order(world: World, supplier: Supplier) -> None:
    supplier.answers = [atom(atom_entry("hep-th/9901001v1", "Strings"), atom_entry("2504.13171v2", "Sleep\n  time"))]
    assert take_arxiv(supplier, "2504.13171", "hep-th/9901001", "2504.99999") == Taken(2, ["arxiv:2504.99999: arXiv does not know it"])
    with database.connection_context():
        rows = list(PaperText.select(PaperText.text, PaperText.version).where(PaperText.field == "title").order_by(PaperText.text).tuples())
        assert rows == [("Sleep time", 2), ("Strings", 1)]
        assert not Listing.select().exists()


@pytest.mark.parametrize("order", [("v1", "v2"), ("v2", "v1")])
def test_of_two_versions_the_later_is_the_paper(world: World, supplier: Supplier, order: tuple[str, str]) -> None:
    supplier.answers = [atom(*(atom_entry(f"2504.13171{version}", f"Title of {version}") for version in order))]
    take_arxiv(supplier, "2504.13171v1", "2504.13171v2")
    with database.connection_context():
        assert Paper.get(Paper.key == "arxiv:2504.13171").title == "Title of v2"
    put_note(world.as_user("ada"), world.personal("ada"))
    assert world.as_user("ada").get("/papers/2504.13171").json["title"] == "Title of v2"


def test_an_arxiv_text_beats_no_listing_s_place(world: World, supplier: Supplier) -> None:
    supplier.answers = [json_of(listed(1)), atom(atom_entry("2611.00001v1", "The title at arXiv"))]
    take(supplier, day="2026-11-18")
    take_arxiv(supplier, "2611.00001")
    (paper,) = world.as_user("ada").get("/papers?day=2026-11-18").json["papers"]
    assert paper["listing"] == {"day": "2026-11-18", "rank": 1, "upvotes": 1, "comments": 2}


def test_no_ids_known(world: World, supplier: Supplier) -> None:
    supplier.answers = [atom()]
    assert take_arxiv(supplier, "2504.99999").papers == 0


def test_twice_from_arxiv_changes_nothing(world: World, supplier: Supplier) -> None:
    supplier.answers = [atom(atom_entry("2504.13171v2"), atom_entry("2504.13171v1", "An older title"))]
    take_arxiv(supplier, "2504.13171v1", "2504.13171v2")
    before = everything()
    take_arxiv(supplier, "2504.13171v1", "2504.13171v2")
    assert everything() == before


def test_many_ids_are_asked_for_at_arxiv_s_pace(world: World, supplier: Supplier) -> None:
    supplier.answers = [atom()]
    slept: list[float] = []
    ids = [f"2504.{n:05d}" for n in range(1, 252)]
    assert len(take_arxiv(supplier, *ids, sleep=slept.append).problems) == 251
    assert len(supplier.asked) == 3
    assert slept == [3.0, 3.0], "between two requests, not before the first"
    assert [asked.count(",") for asked in supplier.asked] == [99, 99, 50]


# --- the commands ----------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("postil.cli.papers.fetch.Client", lambda: CLIENT)


@pytest.mark.usefixtures("quick")
def test_the_command(postil: Postil, supplier: Supplier, tmp_path: pathlib.Path) -> None:
    supplier.answers = [json_of(listed(1), {"paper": {}})]
    done = postil("papers", "import", "huggingface", "--day", "2026-11-18", directory=tmp_path, POSTIL_HUGGINGFACE_URL=supplier.base)
    assert done.stdout.strip() == "1 papers taken in, 1 skipped"
    assert done.stderr.startswith("skipped: entry 2: paper.id")
    supplier.answers = [atom(atom_entry("2504.13171v1"))]
    done = postil("papers", "import", "arxiv", "https://arxiv.org/abs/2504.13171", directory=tmp_path, POSTIL_ARXIV_URL=supplier.base)
    assert (done.stdout.strip(), done.stderr) == ("1 papers taken in, 0 skipped", "")


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("answer", "word"), [((503, {}, b""), "answered 503"), ((200, {}, b"{"), "JSON"), ((404, {}, b""), "answered 404")]
)
def test_a_supplier_that_fails_is_one_line(postil: Postil, supplier: Supplier, tmp_path: pathlib.Path, answer: Answer, word: str) -> None:
    supplier.answers = [answer]
    server = {"POSTIL_HUGGINGFACE_URL": supplier.base}
    refused(postil("papers", "import", "huggingface", "--day", "2026-11-18", directory=tmp_path, **server), "nothing was taken in", word)


@pytest.mark.parametrize(
    "arguments",
    [
        ["huggingface"], ["huggingface", "--day", "20261118"], ["huggingface", "--week", "2026-47"], ["huggingface", "--month", "11"],
        ["huggingface", "--day", "2026-11-18", "--week", "2026-W47"], ["huggingface", "--week", "2026-W47", "--file", "x"],
        ["arxiv"], ["arxiv", "no paper"], ["arxiv", "10.1000/x"], ["arxiv", "2504.13171", "?"],
    ],
)  # fmt: skip
def test_what_cannot_be_asked_for(postil: Postil, tmp_path: pathlib.Path, arguments: list[str]) -> None:
    assert postil("papers", "import", *arguments, directory=tmp_path, POSTIL_HUGGINGFACE_URL="http://127.0.0.1:1").code == 2


# --- refreshing ------------------------------------------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def told(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "postil.refresh")


def test_today_s_listing_is_taken_in_once(world: World, supplier: Supplier, settings: Config, caplog: pytest.LogCaptureFixture) -> None:
    supplier.answers = [json_of(listed(1))]
    chosen = replace(settings, refresh="huggingface", huggingface_url=supplier.base)
    refresh.once(chosen, CLIENT)
    (asked,) = supplier.asked
    assert asked.startswith("/api/daily_papers?date=20")
    assert "took in 1 papers" in caplog.text
    before = everything()
    refresh.once(chosen, CLIENT)
    assert everything() == before
    assert database.is_closed()


@pytest.mark.parametrize("source", ["arxiv", "nobody"])
def test_what_gives_out_no_days_cannot_be_kept_fresh(postil: Postil, tmp_path: pathlib.Path, source: str) -> None:
    refused(postil("serve", directory=tmp_path, POSTIL_REFRESH=source), "POSTIL_REFRESH", "huggingface")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("answer", [(503, {}, b""), (200, {}, b"{")])
def test_what_goes_wrong_is_logged_and_ends_nothing(
    world: World, supplier: Supplier, settings: Config, caplog: pytest.LogCaptureFixture, answer: Answer
) -> None:
    supplier.answers = [answer]
    refresh.once(replace(settings, refresh="huggingface", huggingface_url=supplier.base), CLIENT)
    assert "was not refreshed" in caplog.text


def test_a_database_that_is_away_ends_nothing(
    world: World, supplier: Supplier, settings: Config, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from peewee import OperationalError

    def away(*_: Any, **__: Any) -> None:
        raise OperationalError("it is away")

    monkeypatch.setattr(database.obj, "connect", away)
    refresh.once(replace(settings, refresh="huggingface", huggingface_url=supplier.base), CLIENT)
    assert "it is away" in caplog.text
