"""Papers: whose text is shown to whom, a day's listing, and a search that answers alike on both databases."""

from __future__ import annotations

from typing import Any

import pytest
from factories import PAPER, assert_problem, put_note
from world import Caller, World, at_once

from postil.db import database
from postil.models import PaperText
from postil.services import papers


def entry(key: str, title: str = "Title", abstract: str = "Abstract", **more: Any) -> dict[str, Any]:
    return {
        "key": key, "title": title, "abstract": abstract, "authors": ["A. Author"], "organization": None, "published": "2026-01-01",
        "url": f"https://huggingface.co/papers/{key[6:]}", "upvotes": 3, "comments": 1, "submitted_by": "someone", "day": "2026-01-02",
    } | more  # fmt: skip


def take_in(*entries: dict[str, Any], rank: int = papers.SOURCE) -> None:
    with database.connection_context():
        assert papers.take_in(entries, "huggingface", rank) == len(entries)


def send(caller: Caller, group: str, title: str, key: str = PAPER, **more: Any) -> Any:
    return caller.put(f"/papers/{key}", {"title": title, "source": "huggingface", "group": group} | more)


def test_listed_text_is_everyones(world: World, ada: Caller) -> None:
    take_in(entry(PAPER, "Sleep-time Compute", "Scaling."))
    assert ada.get(f"/papers/{PAPER}").json == {
        "key": PAPER, "title": "Sleep-time Compute", "abstract": "Scaling.", "authors": ["A. Author"], "organization": None,
        "published": "2026-01-01", "url": "https://arxiv.org/abs/2504.13171", "count": 0,
        "listing": {"day": "2026-01-02", "rank": 1, "upvotes": 3, "comments": 1},
    }  # fmt: skip


def test_a_pages_text_is_shown_in_its_group_alone(world: World, ada: Caller) -> None:
    team = world.team("ada", bob="reader")
    assert send(ada, team, "Seen on a page").json["title"] == "Seen on a page"
    assert world.as_user("bob").get(f"/papers/{PAPER}").json["title"] == "Seen on a page"
    assert_problem(world.as_user("eve").get(f"/papers/{PAPER}"), 404)
    put_note(world.as_user("eve"), world.personal("eve"))
    assert world.as_user("eve").get(f"/papers/{PAPER}").json["title"] == ""
    assert world.as_user("eve").get("/papers?q=page").json["papers"] == []


def test_a_page_defaces_nothing(world: World, ada: Caller) -> None:
    take_in(entry(PAPER, "The title", "The abstract"))
    told = send(ada, world.personal("ada"), "Buy now", abstract="Cheap").json
    assert (told["title"], told["abstract"]) == ("The title", "The abstract")


def test_a_higher_rank_replaces_a_lower_one(world: World, ada: Caller) -> None:
    take_in(entry(PAPER, "Demo's words"), rank=papers.DEMO)
    take_in(entry(PAPER, "The source's words"))
    take_in(entry(PAPER, "Demo's words again"), rank=papers.DEMO)
    assert ada.get(f"/papers/{PAPER}").json["title"] == "The source's words"
    take_in(entry(PAPER, "The source's new words"))
    assert ada.get(f"/papers/{PAPER}").json["title"] == "The source's new words"
    assert ada.get("/papers?q=new").json["papers"]
    assert not ada.get("/papers?q=demo").json["papers"]


def test_of_two_pages_the_later_one(world: World, ada: Caller) -> None:
    mine = world.personal("ada")
    send(ada, mine, "First")
    assert send(ada, mine, "Second").json["title"] == "Second"
    assert send(ada, mine, "Older version", version=1).json["title"] == "Older version"


def test_each_version_s_text_is_kept_and_the_latest_is_told(world: World, ada: Caller) -> None:
    mine = world.personal("ada")
    for version, title in ((1, "First words"), (2, "Second words"), (1, "First words, seen again"), (None, "Of no version")):
        send(ada, mine, title, source="arxiv", **({"version": version} if version else {}))
    with database.connection_context():
        rows = PaperText.select(PaperText.version, PaperText.text).where(PaperText.field == "title")
        assert sorted(rows.tuples(), key=str) == [(1, "First words, seen again"), (2, "Second words"), (None, "Of no version")]
    assert ada.get(f"/papers/{PAPER}").json["title"] == "Second words"
    put_note(ada, mine)
    assert "Second words" in ada.get("/export?format=markdown").text
    # Versions are one source's own: another source's word is newer or older by when it was seen.
    assert send(ada, mine, "As a listing has it", version=1).json["title"] == "As a listing has it"
    assert send(ada, mine, "Third words", source="arxiv", version=3).json["title"] == "Third words"


def test_sent_by_many_at_once(world: World, ada: Caller) -> None:
    team = world.team("ada")
    answers = at_once(*(lambda n=n: send(ada, team, f"Title {n}") for n in range(4)))
    assert [a.status_code for a in answers] == [200] * 4


def test_a_day(ada: Caller) -> None:
    keys = [f"arxiv:2601.0000{n}" for n in (3, 1, 2)]
    take_in(*(entry(key) for key in keys))
    take_in(entry("arxiv:2601.00009", day="2026-01-05"), entry(keys[0], day="2026-01-05"))
    latest = ada.get("/papers").json
    assert (latest["day"], latest["previous"], latest["next"]) == ("2026-01-05", "2026-01-02", None)
    day = ada.get("/papers?day=2026-01-02").json
    assert [paper["key"] for paper in day["papers"]] == keys
    assert [paper["listing"]["rank"] for paper in day["papers"]] == [1, 2, 3]
    assert (day["previous"], day["next"]) == (None, "2026-01-05")
    between = ada.get("/papers?day=2026-01-03").json
    assert (between["papers"], between["previous"], between["next"]) == ([], "2026-01-02", "2026-01-05")


def test_a_server_without_a_listing(ada: Caller) -> None:
    assert ada.get("/papers").json == {"day": None, "previous": None, "next": None, "papers": []}


def test_taking_in_twice_changes_nothing(world: World, ada: Caller) -> None:
    take_in(entry(PAPER), entry("arxiv:2504.00001"))
    before, etag = ada.get("/papers").json, ada.look_up(PAPER).headers["ETag"]
    take_in(entry(PAPER), entry("arxiv:2504.00001"))
    assert ada.get("/papers").json == before
    assert ada.look_up(PAPER).headers["ETag"] == etag


def test_the_etag_of_a_listing_changes_with_what_a_source_tells_of_its_papers(ada: Caller) -> None:
    def etag() -> str:
        found: str = ada.look_up(PAPER, "2504.00001").headers["ETag"]
        assert ada.look_up(PAPER, "2504.00001", headers={"If-None-Match": found}).status_code == 304
        return found

    seen = [etag()]
    for told in (entry(PAPER), entry(PAPER, "Another title"), entry(PAPER, "Another title", "Another abstract"), entry("arxiv:2504.00001")):
        take_in(told)
        seen.append(etag())
    assert len(set(seen)) == 5
    take_in(entry("arxiv:2504.99999"))
    assert etag() == seen[-1]


def test_a_day_costs_the_same_for_many_papers(ada: Caller, count_queries: Any) -> None:
    take_in(entry("arxiv:2601.00001"))
    ada.get("/papers")  # the first use of a token is written down
    few = count_queries(lambda: ada.get("/papers"))
    take_in(*(entry(f"arxiv:2601.000{n}") for n in range(10, 40)))
    assert count_queries(lambda: ada.get("/papers")) == few


SEARCHES = [
    ("transformer", {1}),
    ("TRANSFORM", {1}),
    ("efficient transformers", {1}),
    ("café", {2}),
    ("cafe", {2}),
    ("github", {2}),
    ("大语言", {3}),
    ("语言模", {3}),
    ("foo", {2}),
    ("graph neural", {1, 2, 3}),
    ("neural graph", {1, 2, 3}),
    ("nothing", set()),
    ("' OR 1=1 --", set()),
    ('"*" NEAR(a b)', set()),
    ("& | ! <-> :*", set()),
    ("%", set()),
    ("x" * 500, set()),
    ("graph " * 80, {1, 2, 3}),
]


@pytest.mark.parametrize(("asked", "found"), SEARCHES)
def test_search(ada: Caller, asked: str, found: set[int]) -> None:
    take_in(
        entry("arxiv:2601.00001", "Efficient Transformers", "Graph neural networks."),
        entry("arxiv:2601.00002", "Un café", "Graph neural code at https://github.com/foo/bar."),
        entry("arxiv:2601.00003", "大语言模型", "A graph, and neural."),
    )
    answer = ada.get("/papers", query_string={"q": asked})
    assert answer.status_code == 200
    assert {int(paper["key"][-1]) for paper in answer.json["papers"]} == found


def test_search_pages_newest_first(ada: Caller) -> None:
    take_in(*(entry(f"arxiv:2601.0000{n}", "Graph") for n in range(1, 6)))
    seen, query = [], {"q": "graph", "limit": "2"}
    while True:
        answer = ada.get("/papers", query_string=query).json
        seen.append([int(paper["key"][-1]) for paper in answer["papers"]])
        if answer["next"] is None:
            break
        query["before"] = str(answer["next"])
    assert seen == [[5, 4], [3, 2], [1]]
