"""A listing's notes: grouped as asked, with an ETag that changes with everything that the answer is made of."""

from __future__ import annotations

import json

import pytest
from factories import PAPER, assert_problem, edit, ids_of, move, put_note, put_reply, written
from world import Caller, World

from postil.db import database
from postil.models import Annotation, Label, Meta, Paper, PaperAlias, User
from postil.services import lookup as service


def etag(caller: Caller, *keys: str) -> str:
    response = caller.look_up(*(keys or (PAPER,)))
    assert response.status_code == 200
    found: str = response.headers["ETag"]
    assert caller.look_up(*(keys or (PAPER,)), headers={"If-None-Match": found}).status_code == 304
    return found


def test_answers_stand_under_the_key_as_asked(world: World, ada: Caller) -> None:
    put = put_note(ada, world.personal("ada"))
    asked = ("2504.13171", "https://arxiv.org/pdf/2504.13171v2", "arXiv:2504.13171", "doi:10.1038/nature14539")
    answer = ada.look_up(*asked).json
    assert list(answer["papers"]) == list(asked)
    for spelled in asked[:3]:
        assert answer["papers"][spelled]["key"] == PAPER
        assert ids_of(answer["papers"][spelled]) == [put.id]
    assert answer["papers"][asked[3]] == {"key": "doi:10.1038/nature14539", "count": 0, "notes": []}


def test_an_alias_leads_to_its_paper(world: World, ada: Caller) -> None:
    put = put_note(ada, world.personal("ada"))
    with database.connection_context():
        paper = Paper.get(Paper.key == PAPER)
        PaperAlias.create(scheme="doi", value="10.1038/nature14539", paper=paper)
    answer = ada.look_up("10.1038/nature14539", PAPER).json["papers"]
    assert answer["10.1038/nature14539"]["key"] == PAPER
    assert ids_of(answer["10.1038/nature14539"]) == ids_of(answer[PAPER]) == [put.id]
    through_alias = put_note(ada, world.personal("ada"), paper="doi:10.1038/nature14539")
    assert through_alias.document["target"]["postil:paper"] == PAPER
    assert ada.get("/papers/doi:10.1038/nature14539").json["key"] == PAPER


def test_the_whole_answer(world: World, ada: Caller) -> None:
    team = world.team("ada", bob="member")
    put = put_note(ada, team)
    answer = put_reply(world.as_user("bob"), team, put)
    found = ada.look_up(PAPER)
    assert found.headers["Content-Type"] == "application/json"
    assert found.headers["Cache-Control"] == "private, no-cache"
    assert found.headers["Vary"] == "Authorization, Cookie, Accept"
    document = found.json
    assert document.keys() == {"cursor", "papers", "people", "labels"}
    assert document["papers"][PAPER] == {
        "key": PAPER,
        "count": 2,
        "notes": [
            {"etag": put.etag, "state": {}, "annotation": put.document},
            {"etag": answer.etag, "state": {}, "annotation": answer.document},
        ],
    }
    assert document["people"] == {
        world.iri("ada"): {"name": "ada", "display_name": "Ada"},
        world.iri("bob"): {"name": "bob", "display_name": "Bob"},
    }
    label = {"key": "amber", "name": "Highlight", "colour": "amber", "underline": "solid", "is_question": False}
    assert document["labels"] == {team: [label]}


def test_notes_stand_oldest_first_by_the_servers_time(world: World, ada: Caller) -> None:
    group = world.personal("ada")
    puts = [put_note(ada, group, created=f"2026-01-0{day}T00:00:00Z") for day in (3, 1, 2)]
    edit(ada, puts[0], "changed since")
    assert ids_of(ada.look_up(PAPER).json["papers"][PAPER]) == [put.id for put in puts]


def test_counts_are_of_what_one_sees(world: World, ada: Caller) -> None:
    team = world.team("ada", bob="reader")
    put_note(ada, team)
    put_note(ada, world.personal("ada"))
    gone = put_note(ada, team)
    ada.delete(gone.path, headers=gone.condition)
    hidden = put_note(ada, team)
    with database.connection_context():
        Annotation.update(hidden_at=1_000_000).where(Annotation.uuid == hidden.id).execute()
    counts = [world.as_user(name).look_up(PAPER).json["papers"][PAPER]["count"] for name in ("ada", "bob", "eve")]
    assert counts == [3, 1, 0]
    seen = next(e for e in ada.look_up(PAPER).json["papers"][PAPER]["notes"] if e["annotation"] == hidden.document)
    assert seen["state"] == {"hidden": "1970-01-01T00:00:01Z"}
    assert ada.get(f"/papers/{PAPER}").json["count"] == 3


def test_at_most_60_keys(ada: Caller) -> None:
    assert len(ada.look_up(*(f"2504.{n:05}" for n in range(1, 61))).json["papers"]) == 60
    assert_problem(ada.look_up(*(f"2504.{n:05}" for n in range(1, 62))), 422, "invalid", "paper")
    assert_problem(ada.look_up(), 422, "invalid", "paper")


def test_a_key_that_is_none_is_named(ada: Caller) -> None:
    assert_problem(ada.look_up(PAPER, "no paper at all"), 422, "invalid", "paper[1]")
    assert_problem(ada.look_up(PAPER, "a\0b"), 422, "invalid", "paper[1]")


# --- ETag ------------------------------------------------------------------------------------------------------------------------------


def test_the_etag_changes_with_every_write(world: World, ada: Caller) -> None:
    team, mine = world.team("ada", bob="member"), world.personal("ada")
    bob = world.as_user("bob")
    seen = [etag(ada)]

    def changed() -> bool:
        seen.append(etag(ada))
        return seen[-1] != seen[-2]

    put = put_note(ada, team)
    assert changed(), "a note"
    put = edit(ada, put, "two")
    assert changed(), "an edit"
    other = put_note(bob, team)
    assert changed(), "another's note"
    bob.delete(other.path, headers=other.condition)
    assert changed(), "a delete"
    bob.post(f"{other.path}/restore")
    assert changed(), "a restore"
    put = written(move(ada, put, mine))
    assert changed(), "a move"
    world.set_role(team, "cleo", "reader")
    assert changed(), "a member"
    world.set_role(team, "ada", "owner")
    assert changed(), "one's own membership"
    ada.patch(f"/groups/{team}", {"name": "Other"})
    assert changed(), "a group's name"
    ada.delete(f"/groups/{team}/members/{world.user_id('cleo')}")
    assert changed(), "a member who left"
    new = ada.post("/groups", {"name": "New"}).json["id"]
    assert changed(), "a group"
    ada.delete(f"/groups/{new}")
    assert changed(), "a group less"
    assert etag(ada) == seen[-1]


def test_the_etag_changes_with_a_label_and_a_display_name(world: World, ada: Caller) -> None:
    """Whoever changes one writes a change row in each group concerned (no route does yet: this holds the ETag to it)."""
    from postil import changes

    put_note(ada, world.personal("ada"))
    before, identity = etag(ada), world.identity("ada")
    with database.connection_context(), database.atomic():
        Label.update(name="Claim").where(Label.group == identity.personal.group_id).execute()
        User.update(display_name="A. L.").where(User.id == identity.user_id).execute()
        changes.record([changes.Written(identity.personal.group_id, "label", "amber", "write")])
    assert etag(ada) != before
    answer = ada.look_up(PAPER).json
    assert answer["people"][world.iri("ada")]["display_name"] == "A. L."
    assert answer["labels"][world.personal("ada")][0]["name"] == "Claim"


def test_the_etag_is_the_users_own(world: World, ada: Caller) -> None:
    world.team("ada", bob="member")
    mine, yours = etag(ada), etag(world.as_user("bob"))
    assert mine != yours
    assert world.as_user("bob").look_up(PAPER, headers={"If-None-Match": mine}).status_code == 200


def test_the_etag_changes_with_the_keys_asked(ada: Caller) -> None:
    assert len({etag(ada, PAPER), etag(ada, "2504.13171"), etag(ada, PAPER, "2504.13172")}) == 3


def test_the_etag_changes_when_the_server_starts_over(ada: Caller) -> None:
    before = etag(ada)
    with database.connection_context():
        Meta.update(value="0" * 32).where(Meta.key == "epoch").execute()
    assert etag(ada) != before


def test_the_etag_changes_with_the_server_s_address(world: World, ada: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every id in the answer begins with it."""
    put_note(ada, world.personal("ada"))
    before = etag(ada)
    moved = world.app.config["POSTIL"].with_changes(public_url="https://notes.example.org")
    monkeypatch.setitem(world.app.config, "POSTIL", moved)
    answer = ada.look_up(PAPER, headers={"If-None-Match": before})
    assert answer.status_code == 200
    assert "https://notes.example.org/api/annotations/" in answer.text
    assert etag(ada) != before


def test_another_papers_text_leaves_the_etag(world: World, ada: Caller) -> None:
    before = etag(ada)
    ada.put("/papers/2504.99999", {"title": "Other", "source": "huggingface", "group": world.personal("ada")})
    assert etag(ada) == before


def test_the_etag_is_never_newer_than_the_answer(world: World, ada: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    """A note that is committed between the reading of the revisions and of the rows must not hide behind a 304."""
    group, real, late = world.personal("ada"), service.look_up, []

    def slow(*args: object) -> bytes:
        if not late:
            late.append(1)
            answer = real(*args)
            database.close()
            put_note(ada, group)
            database.connect()
            return answer
        return real(*args)

    monkeypatch.setattr(service, "look_up", slow)
    stale = ada.look_up(PAPER)
    assert stale.json["papers"][PAPER]["count"] == 0
    fresh = ada.look_up(PAPER, headers={"If-None-Match": stale.headers["ETag"]})
    assert fresh.status_code == 200
    assert fresh.json["papers"][PAPER]["count"] == 1
    assert len(ada.changes(stale.json["cursor"])["notes"]) == 1


def test_a_label_of_a_group_without_notes_here_is_not_sent(world: World, ada: Caller) -> None:
    put_note(ada, world.personal("ada"))
    world.team("ada")
    assert list(ada.look_up(PAPER).json["labels"]) == [world.personal("ada")]


def test_text_that_looks_like_the_placeholder_is_left_alone(world: World, ada: Caller) -> None:
    put = put_note(ada, world.personal("ada"), "\x01annotations/1 \\u0001users/2 \x7f")
    found = ada.look_up(PAPER).json["papers"][PAPER]["notes"][0]["annotation"]
    assert found == put.document
    assert found["body"][0]["value"] == "\x01annotations/1 \\u0001users/2 \x7f"
    assert "\x01" not in ada.look_up(PAPER).text, "raw in JSON"
    assert json.loads(ada.look_up(PAPER).data)


def test_names_and_labels_cost_the_same_for_many_notes(world: World, ada: Caller, count_queries) -> None:
    group = world.personal("ada")
    put_note(ada, group)
    keys = [PAPER, *(f"2504.{n:05}" for n in range(1, 11))]

    def queries(*keys: str) -> int:
        ada.look_up(*keys)  # what is asked for the first time needs the papers' state too
        return count_queries(lambda: ada.look_up(*keys))

    few = queries(PAPER)
    for key in keys[1:]:
        put_note(ada, group, paper=key)
    assert queries(*keys) == few


def test_an_unchanged_listing_costs_one_query(world: World, ada: Caller, count_queries) -> None:
    put_note(ada, world.personal("ada"))
    known = {"If-None-Match": etag(ada)}
    assert count_queries(lambda: ada.look_up(PAPER, headers=known)) == 1


def test_the_same_query_is_answered_to_each_for_themselves_and_refused_each_time(world: World, ada: Caller) -> None:
    put = put_note(ada, world.personal("ada"))
    bob = world.as_user("bob")
    for _ in range(2):
        assert ids_of(ada.look_up(PAPER).json["papers"][PAPER]) == [put.id]
        assert bob.look_up(PAPER).json["papers"][PAPER]["count"] == 0
        assert_problem(ada.look_up("no paper"), 422, "invalid", "paper[0]")
        assert_problem(world.nobody.look_up(PAPER), 401)
