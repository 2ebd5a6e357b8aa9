"""Rules that are easily lost: what is given back as it was sent, what a repeat needs, what the demo and a page may not change."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import peewee
import pytest
from factories import PAPER, assert_problem, note, put_note
from world import World, at_once

from postil.api.guard import hosts
from postil.config import Config, from_environment
from postil.db import database
from postil.models import Annotation, Listing, PaperText
from postil.paper_keys import url_key
from postil.services import demo, papers


def test_the_demo_fills_an_empty_server_once(world: World) -> None:
    with database.connection_context():
        Annotation.delete().execute()
        demo.fill()
        Listing.update(upvotes=12345).execute()
        demo.fill()
        assert {row.upvotes for row in Listing.select()} == {12345}


def test_a_page_that_says_nothing_is_refused(world: World) -> None:
    page = {"source": "huggingface", "group": world.personal("ada")}
    assert_problem(world.as_user("ada").put(f"/papers/{PAPER}", page), 422, field="title")


def test_a_page_gives_a_paper_only_the_address_that_its_key_was_made_from(world: World) -> None:
    ada, group = world.as_user("ada"), world.personal("ada")
    address = "https://lab.example/reports/7"
    key = str(url_key(address))
    page = {"source": "page", "title": "Report 7", "group": group}
    assert ada.put(f"/papers/{key}", page | {"url": "https://evil.example/"}).json["url"] is None
    told = address + "?utm_content=for-ada#:~:text=what%20she%20was%20reading"
    assert ada.put(f"/papers/{key}", page | {"url": told}).json["url"] == address, "the row is everyone's"
    assert ada.put(f"/papers/{key}", page | {"url": address}).json["url"] == address


def test_two_who_tell_a_page_at_once_leave_one_text(world: World) -> None:
    ada, group = world.as_user("ada"), world.personal("ada")
    page = {"source": "huggingface", "title": "T", "group": group}
    at_once(*[lambda: ada.put(f"/papers/{PAPER}", page)] * 6)
    with database.connection_context():
        assert PaperText.select().count() == 1


@pytest.mark.parametrize(("purpose", "text_format"), [("commenting", "text/plain"), ("tagging", "text/markdown")])
def test_a_format_that_would_not_come_back_is_refused(world: World, purpose: str, text_format: str) -> None:
    body = {"type": "TextualBody", "value": "x", "purpose": purpose, "format": text_format}
    wrong = note(world.personal("ada")) | {"body": [body]}
    assert_problem(world.as_user("ada").put(f"/annotations/{uuid4()}", wrong), 422, field="body[0].format")


def test_a_label_is_one_of_the_groups(world: World) -> None:
    ada, group = world.as_user("ada"), world.personal("ada")
    assert ada.put(f"/annotations/{uuid4()}", note(group) | {"postil:label": "amber"}).status_code == 201
    assert_problem(ada.put(f"/annotations/{uuid4()}", note(group) | {"postil:label": "ultraviolet"}), 422, field="postil:label")


def test_who_only_reads_by_now_can_still_repeat_a_write(world: World) -> None:
    team = world.team("ada", bob="member")
    bob = world.as_user("bob")
    put = put_note(bob, team)
    number = next(m["user"] for m in bob.get(f"/groups/{team}/members").json["members"] if m["name"] == "bob")
    assert world.as_user("ada").put(f"/groups/{team}/members/{number}", {"role": "reader"}).status_code == 204
    assert bob.put(put.path, put.document).status_code == 200
    assert bob.put(put.path, put.document | {"body": []}, headers=put.condition).status_code == 403


def test_a_read_that_the_database_fails_is_said_as_such(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise peewee.OperationalError("gone")

    monkeypatch.setattr(papers, "by_keys", fail)
    answer = world.as_user("ada").look_up(PAPER)
    assert_problem(answer, 503, "unavailable")
    assert answer.headers["Retry-After"]


@pytest.mark.parametrize(
    ("public_url", "host"),
    [
        ("https://Notes.Example.org", "notes.example.org"),
        ("https://notes.example.org:443", "notes.example.org"),
        ("http://notes.example.org:80/", "notes.example.org"),
        ("https://notes.example.org:8443", "notes.example.org:8443"),
    ],
)
def test_an_address_is_spelled_as_browsers_spell_it(public_url: str, host: str) -> None:
    assert host in hosts(from_environment({"POSTIL_PUBLIC_URL": public_url}))
    assert "127.0.0.1" in hosts(Config(port=80))


def test_the_answer_to_a_bad_body_stays_small(world: World) -> None:
    """Every bad value has an error with its whole path: told all, 80 kB of body made 320 MB of answer."""
    answer = world.as_user("ada").post("/groups", {"k" * 4000: ["\0"] * 4000})
    problem = assert_problem(answer, 422, "invalid")
    assert len(problem["errors"]) == 40
    assert len(answer.data) < 40_000
    many = world.as_user("ada").post("/tokens", {"name": "t", "scopes": ["a"] * 100_000})
    assert len(assert_problem(many, 422, "invalid")["errors"]) <= 40


def test_a_look_up_does_not_tell_who_else_notes_a_paper(world: World) -> None:
    ada, bob = world.as_user("ada"), world.as_user("bob")
    before = bob.look_up(PAPER).headers["ETag"]
    put_note(ada, world.personal("ada"))
    ada.put(f"/papers/{PAPER}", {"source": "huggingface", "title": "T", "group": world.personal("ada")})
    assert bob.look_up(PAPER).headers["ETag"] == before


def test_a_cursor_is_its_users(world: World) -> None:
    cursor = world.as_user("ada").changes()["cursor"]
    assert_problem(world.as_user("bob").get("/changes", query_string={"since": cursor}), 400, "bad-cursor")


def test_nobody_is_put_into_a_team_by_a_number(world: World) -> None:
    ada, team = world.as_user("ada"), world.team("ada")
    known, unknown = world.user_id("eve"), 999_999
    answers = [ada.put(f"/groups/{team}/members/{user}", {"role": "member"}) for user in (known, unknown)]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].json == answers[1].json


def test_a_token_that_may_not_read_keeps_no_text(world: World) -> None:
    group = world.personal("ada")
    writer = world.as_user("ada", scopes=("write",))
    page = {"source": "huggingface", "title": "T", "group": group}
    assert_problem(writer.put(f"/papers/{PAPER}", page), 403, "missing-scope")
    with database.connection_context():
        assert not PaperText.select().exists()
