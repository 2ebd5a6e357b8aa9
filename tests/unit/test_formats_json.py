"""JSON Lines go through another server and come out the same; JSON-LD is a W3C collection."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import orjson
import pytest
from format_records import BASE, HOSTILE, PERSONAL, START, hostile, record, written

from postil import formats
from postil.formats import jsonl
from postil.formats.records import Record, parsed
from postil.representation import CONTEXT, content_of, render
from postil.schemas.annotation import load_annotation

CHECKER = Path(__file__).parents[3] / "shared/checks/check_w3c.py"
ELSEWHERE = "http://127.0.0.1:9999/somewhere/api/"


def lines() -> list[dict]:
    return [json.loads(line) for line in written("jsonl", hostile()).decode().split("\n")[:-1]]


def test_a_line_a_note_whatever_the_reader_takes_for_a_line() -> None:
    whole = written("jsonl", hostile()).decode()
    assert len(whole.splitlines()) == whole.count("\n") == len(hostile())


def test_a_line_holds_the_whole_note() -> None:
    for line, one in zip(lines(), hostile(), strict=True):
        stored = parsed(one, BASE)
        annotation = line["annotation"]
        assert annotation["id"] == "urn:uuid:" + stored["id"].rpartition("/")[2]
        assert stored.keys() - annotation.keys() == {"creator", "postil:group"}
        same = stored.keys() - {"id", "target", "creator", "postil:group"}
        assert {name: annotation[name] for name in same} == {name: stored[name] for name in same}
        if isinstance(stored["target"], str):
            assert annotation["target"] == "urn:uuid:" + stored["target"].rpartition("/")[2]
        else:
            assert annotation["target"] == stored["target"]
        assert line["paper"] == one[1]
        assert line["creator"] == one[2]


def test_only_me_is_the_creators_own() -> None:
    groups = [line["group"] for line in lines()]
    assert {"name": "Only me", "kind": "personal"} in groups
    assert {"id": "p7k2m9q4w8x3", "name": "Team [A]", "kind": "team"} in groups


def test_cutting_and_parsing_give_the_same(monkeypatch) -> None:
    cut = [json.loads(line)["annotation"] for line in written("jsonl", hostile()).splitlines()]
    assert [json.loads(jsonl._rewritten(one)[1]) for one in hostile()] == cut


def test_a_document_of_another_shape_is_parsed() -> None:
    one = record(1, "arxiv:2301.00001", note="x")
    turned = dict(reversed(parsed(one, BASE).items()))
    other = (orjson.dumps(turned), *one[1:])
    assert json.loads(written("jsonl", [other])) == json.loads(written("jsonl", [one]))


def taken_in(entry: jsonl.Entry, base: str, users: dict[str, int], groups: dict[str, str]) -> Record:
    """What an import does with a line, in small: the note as another server stores it, under that server's numbers."""
    personal = entry.group["kind"] == "personal"
    group = groups.setdefault(entry.creator["name"], f"own-{len(groups)}") if personal else entry.group["id"]
    sent = dict(entry.annotation) | {"postil:group": group, "id": f"{base}annotations/{entry.uuid}"}
    if entry.answers:
        sent["target"] = f"{base}annotations/{entry.answers}"
    checked = load_annotation(sent, entry.uuid, ("@context", "type", "creator", "modified"))
    user = users.setdefault(entry.creator["name"], 100 + len(users))
    stamp = START + int(str(entry.uuid).replace("-", ""), 16)
    doc = render(content_of(checked), entry.uuid, entry.paper["key"], user, stamp)
    own = {"id": group, "name": "Only me" if personal else entry.group["name"], "kind": entry.group["kind"]}
    return doc, entry.paper, entry.creator, own


def printable() -> list[Record]:
    """Without the texts that the server takes from nobody: an author or a title is a source's, but a note or tag is checked."""
    return [one for one in hostile() if not any(not body["value"].strip() for body in parsed(one, BASE).get("body", []))]


def test_export_import_export_is_the_same_byte_for_byte() -> None:
    first = written("jsonl", printable())
    entries = list(jsonl.read(first.splitlines(keepends=True)))
    users, groups = {}, {}
    again = [taken_in(entry, ELSEWHERE, users, groups) for entry in entries]
    about = {"base": ELSEWHERE, "exported": "2030-01-01T00:00:00Z", "title": "Another"}
    assert b"".join(formats.by_name("jsonl").write(iter(again), about)) == first
    assert users == {"ada": 100}


def test_addresses_in_a_users_text_stay() -> None:
    text = HOSTILE[-2]
    assert text.startswith(BASE)
    shown = [line["annotation"]["body"][0]["value"] for line in lines() if line["paper"]["title"] == text and "body" in line["annotation"]]
    assert shown == [text, f"first\n{text}", f"{text}\nlast"]


def good() -> dict:
    return lines()[0]


def test_reading_gives_what_an_import_needs() -> None:
    found = list(jsonl.read(written("jsonl", hostile()).splitlines(keepends=True)))
    assert all(isinstance(entry, jsonl.Entry) for entry in found)
    assert [entry.line for entry in found] == list(range(1, len(found) + 1))
    assert (found[0].uuid, found[0].answers) == (UUID(int=1), None)
    assert (found[1].uuid, found[1].answers) == (UUID(int=2), UUID(int=1))
    assert found[2].group == {"id": None, "name": "Only me", "kind": "personal"}
    assert PERSONAL["id"].encode() not in written("jsonl", hostile())


def broken(path: str, value: object) -> bytes:
    line = good()
    *way, last = path.split(".")
    place = line
    for name in way:
        place = place[name]
    place[last] = value
    return json.dumps(line).encode()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not JSON"),
        (b'{"annotation": "\xff"}', "not JSON"),
        (b'{"annotation": "\\ud800"}', "not JSON"),
        (b"[" * 5000, "not JSON"),
        (b"[]", "an object is needed"),
        (b"{}", "annotation is missing"),
        (broken("annotation", 1), "annotation is of the wrong kind"),
        (broken("annotation.id", BASE + "annotations/1"), "annotation.id is not urn:uuid:"),
        (broken("annotation.id", None), "annotation.id is not urn:uuid:"),
        (broken("annotation.target", "x"), "annotation.target is not urn:uuid:"),
        (broken("paper", None), "paper is missing"),
        (broken("paper.key", 2301.1014), "paper.key is of the wrong kind"),
        (broken("paper.authors", ["a", 1]), "paper.authors holds something else"),
        (broken("paper.url", 1), "paper.url is of the wrong kind"),
        (broken("creator.name", None), "creator.name is missing"),
        (broken("group.kind", "club"), "group.kind is none of personal, team, public"),
        (broken("group.id", None), "group.id is missing"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_read(line: bytes, reason: str) -> None:
    whole = json.dumps(good()).encode()
    first, bad, last = jsonl.read([b"\xef\xbb\xbf" + whole + b"\r\n", b"\n", line, whole])
    assert (first.line, last.line) == (1, 4)
    assert isinstance(bad, jsonl.Problem)
    assert bad.line == 3
    assert reason in bad.reason


@pytest.fixture(scope="module")
def collection() -> dict:
    return json.loads(written("jsonld", hostile()))


def test_jsonld_is_one_collection_with_its_page(collection) -> None:
    assert collection["@context"] == CONTEXT
    assert collection["type"] == "AnnotationCollection"
    assert collection["total"] == len(collection["first"]["items"]) == len(hostile())
    assert collection["first"]["partOf"] == collection["id"]


def test_jsonld_items_are_the_stored_documents(collection) -> None:
    for item, one in zip(collection["first"]["items"], hostile(), strict=True):
        stored = dict(parsed(one, BASE))
        del stored["@context"]
        assert item.pop("creator") == stored.pop("creator") | {"name": "Ada *L*", "nickname": "ada"}
        assert item == stored


def test_an_empty_collection_has_no_page() -> None:
    assert json.loads(written("jsonld", [])).keys() == {"@context", "id", "type", "label", "total"}


@pytest.mark.skipif(not CHECKER.exists(), reason="the W3C checker kept beside the checkout is not there")
@pytest.mark.parametrize("records", [hostile(), []], ids=["hostile", "empty"])
def test_the_w3c_checker_accepts_it(tmp_path: Path, records: list[Record]) -> None:
    path = tmp_path / "notes.jsonld"
    path.write_bytes(written("jsonld", records))
    checked = subprocess.run([sys.executable, str(CHECKER), "validate", str(path)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout[-3000:] + checked.stderr[-1000:]
