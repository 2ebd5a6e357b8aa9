"""One note: making, reading, replacing, patching, deleting, restoring, and the states that it had."""

from __future__ import annotations

from uuid import uuid4

import pytest
from factories import CREATED, PAPER, assert_problem, edit, mark, note, put_note, put_reply, text_of, written
from world import BASE, World


def test_a_note_comes_back_as_it_was_written(world: World) -> None:
    ada, group, id = world.as_user("ada"), world.personal("ada"), uuid4()
    sent = note(group, tags=["evaluation", "später"], **{"postil:label": "amber", "postil:status": "open"})
    made = ada.put(f"/annotations/{id}", sent)
    assert made.status_code == 201
    assert made.headers["Location"] == f"{BASE}annotations/{id}"
    assert made.headers["Content-Type"] == 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
    document = made.json
    assert document == sent | {
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"postil": "urn:x-postil:ns:"}],
        "id": f"{BASE}annotations/{id}",
        "type": "Annotation",
        "motivation": "commenting",
        "creator": {"id": world.iri("ada"), "type": "Person"},
        "modified": document["modified"],
    }
    read = ada.get(f"/annotations/{id}")
    assert read.status_code == 200
    assert read.json == document
    assert read.headers["ETag"] == made.headers["ETag"]
    assert not read.headers["ETag"].startswith("W/")


@pytest.mark.parametrize(
    ("parts", "motivation"),
    [
        ({"text": ""}, "highlighting"),
        ({"field": None}, "commenting"),
        ({"field": "title", "selectors": mark()[:1]}, "commenting"),
        ({"text": "", "tags": ["later"]}, "highlighting"),
        ({"text": "why?", "motivation": "questioning"}, "questioning"),
    ],
)
def test_each_shape_of_a_note(world: World, parts: dict, motivation: str) -> None:
    ada, group = world.as_user("ada"), world.personal("ada")
    put = put_note(ada, group, **({"text": "a note"} | parts))
    assert put.document["motivation"] == motivation
    assert ada.get(put.path).json == put.document


def test_what_is_got_can_be_put_back_and_changes_nothing(world: World) -> None:
    ada = world.as_user("ada")
    put = put_note(ada, world.personal("ada"), tags=["a", "b"])
    again = ada.put(put.path, put.document)
    assert again.status_code == 200
    assert again.headers["ETag"] == put.etag
    assert again.json == put.document
    assert len(ada.get(f"{put.path}/history").json["states"]) == 1


def test_a_put_replaces_the_whole(world: World) -> None:
    ada, group = world.as_user("ada"), world.personal("ada")
    put = put_note(ada, group, tags=["a", "b"], **{"postil:label": "amber"})
    new = note(group, "another text", field="title", selectors=mark("Title")[:1], created="2026-05-05T05:05:05Z")
    replaced = ada.put(put.path, new, headers=put.condition)
    assert replaced.status_code == 200
    assert replaced.headers["ETag"] != put.etag
    assert text_of(replaced.json) == "another text"
    assert replaced.json["target"]["selector"] == mark("Title")[:1]
    assert "postil:label" not in replaced.json
    assert len(replaced.json["body"]) == 1
    assert replaced.json["created"] == CREATED, "when it was made does not change"
    assert replaced.json["modified"] > put.document["modified"]
    assert ada.get(put.path).json == replaced.json


def test_a_patch_is_a_merge_patch(world: World) -> None:
    ada, group = world.as_user("ada"), world.personal("ada")
    put = put_note(ada, group, **{"postil:label": "amber"})
    patched = written(ada.patch(put.path, {"postil:label": None, "postil:status": "answered"}, headers=put.condition))
    assert "postil:label" not in patched.document
    assert patched.document["postil:status"] == "answered"
    assert patched.document["body"] == put.document["body"]
    highlight = written(ada.patch(put.path, {"body": None}, headers=patched.condition))
    assert "body" not in highlight.document
    assert highlight.document["motivation"] == "highlighting"


def test_a_patch_of_the_target_gives_a_note_other_words_and_keeps_the_state_before(world: World) -> None:
    ada, group = world.as_user("ada"), world.personal("ada")
    target = note(group)["target"] | {"postil:source": "arxiv", "postil:version": 1}
    put = written(ada.put(f"/annotations/{uuid4()}", note(group, tags=["a"]) | {"target": target}))
    there = {"source": "https://huggingface.co/papers/2504.13171", "selector": mark("by 14%", 7), "postil:field": "abstract"}
    merge = {"target": {**there, "postil:source": "huggingface", "postil:version": None}}
    assert_problem(ada.patch(put.path, merge), 428)
    new = written(ada.patch(put.path, merge, headers=put.condition))
    assert new.document["target"] == {**there, "type": "SpecificResource", "postil:paper": PAPER, "postil:source": "huggingface"}
    assert new.document["body"] == put.document["body"]
    assert_problem(ada.patch(put.path, {"target": {"selector": mark("x")}}, headers=put.condition), 412)
    states = [state["annotation"]["target"] for state in ada.get(f"{put.path}/history").json["states"]]
    assert states == [new.document["target"], put.document["target"]]


def test_another_s_note_is_given_no_other_words(world: World) -> None:
    team = world.team("ada", bob="moderator")
    put = put_note(world.as_user("ada"), team)
    merge = {"target": {"selector": mark("by 14%", 7)}}
    assert world.as_user("bob").patch(put.path, merge, headers=put.condition).status_code in (403, 404)
    assert world.as_user("ada").get(put.path).json == put.document


def test_a_patch_is_checked_as_a_whole(world: World) -> None:
    ada = world.as_user("ada")
    put = put_note(ada, world.personal("ada"))
    refused = ada.patch(put.path, {"target": {"postil:field": None}}, headers=put.condition)
    assert_problem(refused, 422, "invalid", "target.selector")
    assert ada.get(put.path).json == put.document


@pytest.mark.parametrize("media_type", ["application/merge-patch+json", "application/json", "application/ld+json"])
def test_a_patch_has_three_media_types(world: World, media_type: str) -> None:
    ada = world.as_user("ada")
    put = put_note(ada, world.personal("ada"))
    patched = ada.ask("PATCH", put.path, data=b'{"postil:status":"open"}', content_type=media_type, headers=put.condition)
    assert patched.status_code == 200


def test_a_read_that_holds_the_present_state_costs_nothing(world: World) -> None:
    ada = world.as_user("ada")
    put = put_note(ada, world.personal("ada"))
    unchanged = ada.get(put.path, headers={"If-None-Match": put.etag})
    assert (unchanged.status_code, unchanged.data) == (304, b"")
    assert unchanged.headers["ETag"] == put.etag
    edit(ada, put, "other")
    assert ada.get(put.path, headers={"If-None-Match": put.etag}).status_code == 200


def test_the_trash_and_back(world: World) -> None:
    ada = world.as_user("ada")
    put = put_note(ada, world.personal("ada"))
    assert ada.delete(put.path, headers=put.condition).status_code == 204
    assert_problem(ada.get(put.path), 410, "gone")
    assert ada.look_up(PAPER).json["papers"][PAPER]["notes"] == []
    restored = ada.post(f"{put.path}/restore")
    assert restored.status_code == 200
    assert restored.json == put.document
    assert restored.headers["ETag"] == put.etag, "the ETag counts the author's writes: taking it back wrote nothing"
    assert ada.get(put.path).status_code == 200


def test_restoring_what_is_not_in_the_trash_leaves_it(world: World) -> None:
    ada = world.as_user("ada")
    put = put_note(ada, world.personal("ada"))
    assert ada.post(f"{put.path}/restore").json == put.document


def test_history_holds_every_state_newest_first(world: World) -> None:
    ada = world.as_user("ada")
    first = put_note(ada, world.personal("ada"), "one")
    third = edit(ada, edit(ada, first, "two"), "three")
    states = ada.get(f"{first.path}/history").json["states"]
    assert [(s["number"], text_of(s["annotation"])) for s in states] == [(3, "three"), (2, "two"), (1, "one")]
    assert states[0]["annotation"] == third.document
    assert states[2]["annotation"] == first.document
    assert [s["at"] for s in states] == [s["annotation"]["modified"] for s in states]


def test_history_comes_in_pages(world: World) -> None:
    ada = world.as_user("ada")
    put = put_note(ada, world.personal("ada"), "1")
    for text in "2345":
        put = edit(ada, put, text)
    pages, before = [], ""
    while before is not None:
        page = ada.get(f"{put.path}/history?limit=2{before}").json
        pages.append([state["number"] for state in page["states"]])
        before = page["next"] and f"&before={page['next']}"
    assert pages == [[5, 4], [3, 2], [1]]
    assert ada.get(f"{put.path}/history?limit=5").json["next"] is None
    assert ada.get(f"{put.path}/history?before=1").json == {"states": [], "next": None}
    for wrong in ("limit=101", "limit=0", "before=0", "before=x"):
        assert_problem(ada.get(f"{put.path}/history?{wrong}"), 422, "invalid")


def test_a_reply_stands_on_the_paper_of_its_note(world: World) -> None:
    team = world.team("ada", bob="member")
    ada, bob = world.as_user("ada"), world.as_user("bob")
    put = put_note(ada, team)
    first = put_reply(bob, team, put)
    second = put_reply(ada, team, first, "And table 4.")
    assert first.document["target"] == put.document["id"]
    assert first.document["motivation"] == "replying"
    assert second.document["target"] == first.document["id"]
    found = ada.look_up(PAPER).json["papers"][PAPER]
    assert [entry["annotation"] for entry in found["notes"]] == [put.document, first.document, second.document]


def test_a_reply_lives_on_when_its_note_is_deleted(world: World) -> None:
    team = world.team("ada", bob="member")
    ada, bob = world.as_user("ada"), world.as_user("bob")
    put = put_note(ada, team)
    answer = put_reply(bob, team, put)
    ada.delete(put.path, headers=put.condition)
    assert bob.get(answer.path).status_code == 200
    assert bob.put(answer.path, answer.document).status_code == 200, "the same content again"
    changed = answer.document | {"body": [{"type": "TextualBody", "value": "changed", "purpose": "replying"}]}
    assert written(bob.put(answer.path, changed, headers=answer.condition)).document["target"] == put.document["id"]
    assert bob.patch(answer.path, {"body": {"type": "TextualBody", "value": "more", "purpose": "replying"}}).status_code == 428


def test_a_reply_goes_where_its_note_is(world: World) -> None:
    team = world.team("ada")
    ada = world.as_user("ada")
    put = put_note(ada, team)
    unseen = put_note(world.as_user("eve"), world.personal("eve"))
    into = f"/annotations/{uuid4()}"
    wrong = note(world.personal("ada")) | {"target": put.document["id"]}
    assert_problem(ada.put(into, wrong), 422, field="postil:group")
    for target in (unseen.document["id"], f"{BASE}annotations/{uuid4()}"):
        assert_problem(ada.put(into, note(team) | {"target": target}), 422, field="target")


def test_a_note_never_becomes_a_reply(world: World) -> None:
    ada, group = world.as_user("ada"), world.personal("ada")
    one, two = put_note(ada, group), put_note(ada, group)
    answer = put_reply(ada, group, one)
    to_reply = ada.put(one.path, one.document | {"target": two.document["id"]}, headers=one.condition)
    assert_problem(to_reply, 422, field="target")
    to_other = ada.put(answer.path, answer.document | {"target": two.document["id"]}, headers=answer.condition)
    assert_problem(to_other, 422, field="target")
    to_note = ada.put(answer.path, answer.document | {"target": one.document["target"]}, headers=answer.condition)
    assert_problem(to_note, 422, field="target")


@pytest.mark.parametrize("spelled", ["2504.13171", "arXiv:2504.13171v3", "https://arxiv.org/abs/2504.13171", "hf.co/papers/2504.13171"])
def test_any_spelling_of_a_paper_is_one_paper(world: World, spelled: str) -> None:
    ada = world.as_user("ada")
    put = put_note(ada, world.personal("ada"), paper=spelled)
    assert put.document["target"]["postil:paper"] == PAPER
    assert put.document["target"].get("postil:version") == (3 if spelled.endswith("v3") else None)


def test_the_caller_of_a_localhost_name_gets_the_same_ids(world: World) -> None:
    ada = world.as_user("ada")
    put = put_note(ada, world.personal("ada"))
    other = ada.get(f"http://localhost:8017/api{put.path}", headers={"Host": "localhost:8017"})
    assert other.json == put.document
