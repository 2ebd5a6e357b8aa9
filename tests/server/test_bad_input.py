"""Every limit and error of docs/api.md: the right status, and the field by its name. Nothing that is sent may make a 5xx."""

from __future__ import annotations

import datetime
import io
from typing import Any
from uuid import uuid4

import pytest
from factories import PAPER, assert_problem, mark, note, put_note
from world import BASE, Caller, World


@pytest.fixture
def group(world: World) -> str:
    return world.personal("ada")


def send(caller: Caller, raw: bytes, media_type: str = "application/json", **options: Any) -> Any:
    return caller.ask("PUT", f"/annotations/{uuid4()}", data=raw, content_type=media_type, **options)


def quote(**members: Any) -> dict[str, Any]:
    return {"type": "TextQuoteSelector", "exact": "words"} | members


def position(**members: Any) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": 1, "end": 2} | members


def body(**members: Any) -> dict[str, Any]:
    return {"type": "TextualBody", "value": "text", "purpose": "commenting"} | members


def tag(value: Any) -> dict[str, Any]:
    return body(value=value, purpose="tagging")


def ahead(**time: int) -> str:
    return (datetime.datetime.now(datetime.UTC) + datetime.timedelta(**time)).isoformat()


WRONG_NOTES: list[tuple[str, dict[str, Any]]] = [
    ("colour", {"colour": "amber"}),
    ("body[0].colour", {"body": [body(colour="amber")]}),
    ("body", {"body": None}),
    ("body[0]", {"body": ["text"]}),
    ("body[1].value", {"body": [body(), tag("")]}),
    ("body[0].value", {"body": [body(value="é" * 32769)]}),
    ("body[0].value", {"body": [body(value=5)]}),
    ("body[0].value", {"body": [tag("x" * 101)]}),
    ("body[0].purpose", {"body": [body(purpose="linking")]}),
    ("body[0].purpose", {"body": [{"type": "TextualBody", "value": "text"}]}),
    ("body[0].type", {"body": [body(type="Image")]}),
    ("body[0].format", {"body": [body(format="text/html")]}),
    ("body", {"body": [body(), body()]}),
    ("body", {"body": [tag(f"tag {n}") for n in range(51)]}),
    ("body", {"body": [body()] * 1000}),
    ("created", {"created": "2026-01-02T03:04:05"}),
    ("created", {"created": ahead(hours=2)}),
    ("created", {"created": "9999-12-31T23:59:59Z"}),
    ("created", {"created": "9999-12-31T23:59:59-23:59"}),
    ("created", {"created": "2026-02-30T00:00:00Z"}),
    ("created", {"created": "2026-01-02T24:00:00Z"}),
    ("created", {"created": "0000-01-01T00:00:00Z"}),
    ("created", {"created": "0001-01-01T00:00:00+23:59"}),
    ("created", {"created": "1969-12-31T23:59:59Z"}),
    ("created", {"created": "2026-01-02T03:04:05.1234567Z"}),
    ("created", {"created": "2026-01-02T03:04:05+25:00"}),
    ("created", {"created": "٢٠٢٦-01-02T03:04:05Z"}),
    ("created", {"created": "2026-01-02"}),
    ("created", {"created": 1767322445}),
    ("created", {"created": None}),
    ("motivation", {"motivation": "loving"}),
    ("motivation", {"motivation": ["commenting"]}),
    ("postil:group", {"postil:group": "nowhere"}),
    ("postil:group", {"postil:group": ""}),
    ("postil:group", {"postil:group": "x" * 41}),
    ("postil:group", {"postil:group": 1}),
    ("postil:label", {"postil:label": ""}),
    ("postil:status", {"postil:status": "none"}),
    ("id", {"id": f"{BASE}annotations/{uuid4()}"}),
    ("id", {"id": 5}),
    ("target", {"target": "https://arxiv.org/abs/2504.13171"}),
    ("target", {"target": f"{BASE}annotations/{'-' * 36}"}),
    ("target", {"target": f"{BASE}annotations/{uuid4()}\n"}),
    ("target", {"target": []}),
    ("target", {"target": None}),
]

WRONG_TARGETS: list[tuple[str, dict[str, Any]]] = [
    ("target.source", {"source": "javascript:alert(1)"}),
    ("target.source", {"source": "https://x.org/" + "a" * 2048}),
    ("target.source", {"source": "https://x.org/a b"}),
    ("target.postil:paper", {"postil:paper": "no paper"}),
    ("target.postil:paper", {"postil:paper": 2504.13171}),
    ("target.postil:paper", {"postil:paper": ""}),
    ("target.postil:field", {"postil:field": "references"}),
    ("target.selector", {"selector": []}),
    ("target.selector", {"selector": [position()]}),
    ("target.selector", {"selector": [quote()] * 9}),
    ("target.selector[0].type", {"selector": [{"type": "CssSelector", "value": "p"}]}),
    ("target.selector[0].type", {"selector": [quote(type=["TextQuoteSelector"])]}),
    ("target.selector[1]", {"selector": [quote(), "words"]}),
    ("target.selector[0].exact", {"selector": [quote(exact="")]}),
    ("target.selector[0].exact", {"selector": [quote(exact="é" * 4097)]}),
    ("target.selector[0].prefix", {"selector": [quote(prefix="x" * 1025)]}),
    ("target.selector[0].suffix", {"selector": [quote(suffix="x" * 1025)]}),
    ("target.selector[0].start", {"selector": [quote(start=1)]}),
    ("target.selector[1].end", {"selector": [quote(), position(start=2, end=2)]}),
    ("target.selector[1].end", {"selector": [quote(), position(start=2, end=1)]}),
    ("target.selector[1].start", {"selector": [quote(), position(start=-1)]}),
    ("target.selector[1].start", {"selector": [quote(), position(start=1.5)]}),
    ("target.selector[1].start", {"selector": [quote(), position(start=True)]}),
    ("target.selector[1].start", {"selector": [quote(), position(start="1")]}),
    ("target.selector[1].end", {"selector": [quote(), position(end=2**63)]}),
    ("target.selector[1].end", {"selector": [quote(), position(end=2**64)]}),
    ("target.selector[1].end", {"selector": [quote(), position(end=10**400)]}),
    ("target.postil:version", {"postil:version": 0}),
    ("target.postil:version", {"postil:version": "1"}),
    ("target.postil:source", {"postil:source": "Hugging Face"}),
    ("target.postil:source", {"postil:source": "arxiv\n"}),
    ("target.type", {"type": "Text"}),
    ("target.title", {"title": "a paper"}),
]  # fmt: skip


def test_every_wrong_field_is_named(ada: Caller, group: str) -> None:
    right = note(group)
    for field, change in WRONG_NOTES:
        assert_problem(ada.put(f"/annotations/{uuid4()}", right | change), 422, "invalid", field)
    for field, change in WRONG_TARGETS:
        wrong = right | {"target": right["target"] | change}
        assert_problem(ada.put(f"/annotations/{uuid4()}", wrong), 422, "invalid", field)
    assert ada.look_up(PAPER).json["papers"][PAPER]["count"] == 0


@pytest.mark.parametrize("missing", ["created", "target", "postil:group"])
def test_what_is_needed(ada: Caller, group: str, missing: str) -> None:
    document = note(group)
    del document[missing]
    assert_problem(ada.put(f"/annotations/{uuid4()}", document), 422, "invalid", missing)


def test_a_mark_has_field_and_quote_or_neither(ada: Caller, group: str) -> None:
    for gone in ("selector", "postil:field"):
        document = note(group)
        del document["target"][gone]
        assert_problem(ada.put(f"/annotations/{uuid4()}", document), 422, "invalid", "target.selector")


def test_all_wrong_fields_are_named_at_once(ada: Caller, group: str) -> None:
    wrong = note(group, created="now", selectors=[quote(exact=""), position(end=0)])
    problem = assert_problem(ada.put(f"/annotations/{uuid4()}", wrong), 422, "invalid")
    assert {e["field"] for e in problem["errors"]} == {"created", "target.selector[0].exact", "target.selector[1].end"}


def test_the_limits_themselves_are_taken(ada: Caller, group: str) -> None:
    """One below each refusal above."""
    selectors = [quote(exact="é" * 4096, prefix="x" * 1024, suffix="", ), *[position(end=2**63 - 1)] * 7]  # fmt: skip
    tags = [f"{n:02}" + "é" * 98 for n in range(50)]
    put = put_note(ada, group, "é" * 32768, selectors=selectors, tags=tags, created=ahead(minutes=4))
    assert ada.get(put.path).json == put.document
    assert len(ada.look_up(PAPER).json["papers"][PAPER]["notes"]) == 1


@pytest.mark.parametrize("moment", ["2026-01-02t03:04:05z", "2026-01-02T05:04:05.000000+02:00", "2026-01-01T23:04:05-04:00"])
def test_any_zone_is_one_moment(ada: Caller, group: str, moment: str) -> None:
    assert put_note(ada, group, created=moment).document["created"] == "2026-01-02T03:04:05Z"


# --- text that no field may hold ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("hostile", [rb"\u0000", rb"\ud800", rb"\udfff\ud800", b"\xed\xa0\x80"])
@pytest.mark.parametrize("place", ["body", "paper", "name"])
def test_nul_and_lone_surrogates_are_refused(ada: Caller, group: str, hostile: bytes, place: str) -> None:
    import json

    raw = json.dumps(note(group, text="MARK", paper=PAPER)).encode()
    raw = {
        "body": raw.replace(b"MARK", b"a" + hostile),
        "paper": raw.replace(PAPER.encode(), b"a" + hostile),
        "name": raw.replace(b'"created"', b'"a' + hostile + b'"'),
    }[place]
    refused = send(ada, raw)
    field = {"body": "body[0].value", "paper": "target.postil:paper", "name": "(body)"}[place]
    if hostile.startswith(b"\xed"):
        assert refused.status_code in (400, 422), "three bytes that are no UTF-8"
    else:
        assert_problem(refused, 422, "invalid", field)


@pytest.mark.parametrize(
    "path", ["/annotations/%00", "/groups/a%00b", "/papers/a%00b", "/papers/%ED%A0%80", "/groups/%ED%A0%80", "/tokens/%00"]
)
def test_in_the_path_too(ada: Caller, path: str) -> None:
    for method in ("GET", "PUT", "PATCH", "DELETE"):
        assert ada.ask(method, path, json={}).status_code in (400, 404, 405, 422)


@pytest.mark.parametrize(
    "query", ["q=a%00b", "q=%ED%A0%80", "day=%00", "limit=99999999999999999999", "day=2026-02-30", "day=20260203", "x=1"]
)
def test_in_the_query_too(ada: Caller, query: str) -> None:
    response = ada.get(f"/papers?{query}")
    if query == "q=%ED%A0%80":
        assert response.status_code == 200, "U+FFFD, as the query is decoded"
    else:
        assert_problem(response, 422, "invalid", query.split("=")[0])


def test_a_query_name_is_given_once(ada: Caller) -> None:
    assert_problem(ada.get("/papers?day=2026-01-01&day=2026-01-02"), 422, "invalid", "day")
    assert_problem(ada.get("/papers?q=a&day=2026-01-02"), 422, "invalid", "q")
    assert_problem(ada.get("/changes?limit=1&limit=2"), 422, "invalid", "limit")


BEYOND = ["9223372036854775808", "18446744073709551616", "9" * 30, "9" * 5000, "-1", "1.5", "x", "0"]


@pytest.mark.parametrize("number", BEYOND)
def test_a_number_in_the_path_that_names_nothing(world: World, ada: Caller, number: str) -> None:
    team = world.team("ada")
    assert_problem(ada.delete(f"/tokens/{number}"), 404, "not-found")
    assert_problem(ada.put(f"/groups/{team}/members/{number}", {"role": "member"}), 404, "not-found")
    assert_problem(ada.delete(f"/groups/{team}/members/{number}"), 404, "not-found")


IDS = [
    "1",
    "x" * 36,
    "-" * 36,
    "01976e2c7d5e7c418f0a3a2f5c1b9d10",
    "01976e2c_7d5e_7c41_8f0a_3a2f5c1b9d10",
    "{01976e2c7d5e7c418f0a3a2f5c1b9d10}--",
]


@pytest.mark.parametrize("id", [*IDS, "01976e2c-7d5e-7c41-8f0a-3a2f5c1b9d1g", "0197６e2c-7d5e-7c41-8f0a-3a2f5c1b9d10"])
def test_an_id_is_a_uuid(ada: Caller, group: str, id: str) -> None:
    for method, path in (("GET", ""), ("PUT", ""), ("PATCH", ""), ("DELETE", ""), ("GET", "/history"), ("POST", "/restore")):
        assert_problem(ada.ask(method, f"/annotations/{id}{path}", json=note(group)), 400, "bad-id")
    refused = ada.put(f"/annotations/{uuid4()}", note(group), headers={"Idempotency-Key": id.encode("ascii", "replace").decode()})
    assert_problem(refused, 400, "bad-idempotency-key")


def test_an_id_in_capitals_is_the_same_id(ada: Caller, group: str) -> None:
    put = put_note(ada, group, id=str(uuid4()).upper())
    assert put.id == put.id.lower()
    assert ada.get(f"/annotations/{put.id.upper()}").json == put.document


@pytest.mark.parametrize("header", ["x", '"a', "a b", "", ","])
def test_an_if_match_that_is_none(ada: Caller, group: str, header: str) -> None:
    put = put_note(ada, group)
    response = ada.delete(put.path, headers={"If-Match": header})
    assert response.status_code in (400, 412)
    assert ada.get(put.path).status_code == 200


# --- the body as bytes -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff\xfe", b'{"a": 1,}', b"{'a': 1}", b"\x00", b'{"a":1}{}', b"9" * 5000])
def test_what_is_no_json(ada: Caller, raw: bytes) -> None:
    response = send(ada, raw)
    assert response.status_code in (400, 422)
    if raw != b"9" * 5000:
        assert_problem(response, 400, "malformed-json")


@pytest.mark.parametrize("raw", [b"[]", b'"text"', b"5", b"null", b"true", b"NaN", b"[[[[]]]]"])
def test_what_is_no_object(ada: Caller, group: str, raw: bytes) -> None:
    assert_problem(send(ada, raw), 422, "invalid", "(body)")
    put = put_note(ada, group)
    patched = ada.ask("PATCH", put.path, data=raw, content_type="application/json", headers=put.condition)
    assert_problem(patched, 422, "invalid", "(body)")


@pytest.mark.parametrize("depth", [100, 500, 990, 1020, 2000, 100_000])
@pytest.mark.parametrize("nested", [(b'{"a":', b"1", b"}"), (b"[", b"", b"]")])
def test_deep_nesting(ada: Caller, group: str, depth: int, nested: tuple[bytes, bytes, bytes]) -> None:
    opened, inner, closed = nested
    deep = opened * depth + inner + closed * depth
    for raw in (deep, b'{"body":' + deep + b"}"):
        assert send(ada, raw).status_code in (400, 422)
    put = put_note(ada, group)
    patched = ada.ask("PATCH", put.path, data=b'{"target":' + deep + b"}", content_type="application/json", headers=put.condition)
    assert patched.status_code in (400, 422)


def test_a_megabyte_and_no_more(ada: Caller) -> None:
    assert_problem(send(ada, b" " * (1024 * 1024 - 2) + b"{}"), 422)
    refused = send(ada, b" " * (1024 * 1024 - 1) + b"{}")
    assert_problem(refused, 413, "too-large")
    assert refused.json["detail"] == "the request is larger than 1 MiB"


def test_a_megabyte_in_chunks_and_no_more(ada: Caller) -> None:
    def chunked(size: int) -> Any:
        stream = io.BytesIO(b" " * (size - 2) + b"{}")
        environ = {"wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"}
        return ada.ask("PUT", f"/annotations/{uuid4()}", input_stream=stream, content_type="application/json", environ_overrides=environ)

    assert_problem(chunked(1024 * 1024), 422)
    assert_problem(chunked(1024 * 1024 + 1), 413, "too-large")


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/xml", None])
def test_other_media_types(ada: Caller, group: str, media_type: str | None) -> None:
    put = put_note(ada, group)
    for method, path in (("PUT", put.path), ("PATCH", put.path), ("PUT", f"/papers/{PAPER}"), ("POST", "/groups"), ("POST", "/tokens")):
        refused = ada.ask(method, path, data=b"{}", headers={"Content-Type": media_type, **put.condition})
        assert_problem(refused, 415, "unsupported-media-type")


def test_json_with_a_charset_or_a_profile(ada: Caller, group: str) -> None:
    import json

    raw = json.dumps(note(group, selectors=mark())).encode()
    profile = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
    for media_type in ("application/json; charset=utf-8", "application/ld+json", profile):
        assert send(ada, raw, media_type).status_code == 201


# --- papers, groups, tokens --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "path", "right", "wrong"),
    [
        (
            "PUT",
            f"/papers/{PAPER}",
            {"source": "arxiv", "title": "T"},
            {"source": "A B", "title": "", "version": 0, "url": "x", "colour": 1},
        ),
        (
            "PUT",
            f"/papers/{PAPER}",
            {"source": "arxiv", "title": "T"},
            {"abstract": "é" * 32769, "title": "x" * 2001, "version": True, "group": "none"},
        ),
        ("POST", "/groups", {"name": "Lab"}, {"name": ""}),
        ("POST", "/groups", {"name": "Lab"}, {"name": "x" * 101}),
        ("POST", "/groups", {"name": "Lab"}, {"name": None}),
        ("POST", "/groups", {"name": "Lab"}, {"kind": "public"}),
        ("POST", "/tokens", {"name": "t", "scopes": ["read"]}, {"name": 5, "scopes": ["all"], "days": 0, "user": 1}),
        ("POST", "/tokens", {"name": "t", "scopes": ["read"]}, {"scopes": [], "days": 2**70}),
        ("POST", "/tokens", {"name": "t", "scopes": ["read"]}, {"scopes": "read"}),
    ],
)
def test_wrong_fields_elsewhere(world: World, ada: Caller, group: str, method: str, path: str, right: Any, wrong: Any) -> None:
    for field, value in wrong.items():
        document = ({"group": group} if path.startswith("/papers") else {}) | right | {field: value}
        problem = assert_problem(ada.ask(method, path, json=document), 422, "invalid")
        assert any(e["field"].startswith(field) or e["field"] == "postil:group" for e in problem["errors"]), (field, problem)
    for missing in right.keys() - {"title"}:
        assert_problem(ada.ask(method, path, json={k: v for k, v in right.items() if k != missing}), 422, "invalid", missing)
