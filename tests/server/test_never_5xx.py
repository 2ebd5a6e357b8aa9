"""Whatever JSON is sent, the answer is the caller's fault or a success: never the server's error. On both databases."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import hypothesis
import orjson
import pytest
from factories import PAPER, Put, note, put_note
from hypothesis import strategies as st
from world import Caller, World

# Surrogates too: they come in as \ud800 and the like.
texts = st.text(st.characters(), max_size=20) | st.sampled_from(
    ["", "\0", "\ud800", "TextQuoteSelector", "amber", PAPER, "9" * 40, "2026-01-01T00:00:00Z"]
)
numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.sampled_from([2**63, -(2**63) - 1, 2**64, 10**30])
scalars = st.none() | st.booleans() | numbers | texts
anything = st.recursive(scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4), max_leaves=12)


def places(document: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    members = document.items() if isinstance(document, dict) else enumerate(document) if isinstance(document, list) else ()
    return [path, *(place for name, member in members for place in places(member, (*path, name)))]


def replaced(document: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    copy = dict(document) if isinstance(document, dict) else list(document)
    copy[path[0]] = replaced(copy[path[0]], path[1:], value)
    return copy


def raw(document: Any) -> bytes:
    """JSON with surrogates escaped, as a hostile client would send it."""
    import json

    return json.dumps(document).encode()


def check(caller: Caller, method: str, path: str, document: Any, **headers: str) -> None:
    response = caller.ask(method, path, data=raw(document), content_type="application/json", headers=headers)
    assert response.status_code < 500, (method, document, response.text)
    if response.status_code >= 400:
        assert response.content_type == "application/problem+json"
        assert response.get_json(force=True)["status"] == response.status_code
    else:
        assert orjson.loads(response.data) is not None


def with_one_wrong(document: dict[str, Any]) -> st.SearchStrategy[Any]:
    """A right document with one place of it replaced by anything: it comes further into the server than mere noise."""
    return st.tuples(st.sampled_from(places(document)), anything).map(lambda change: replaced(document, *change))


@hypothesis.given(drawn=st.data())
def test_notes(world: World, ada: Caller, drawn: st.DataObject) -> None:
    group = world.personal("ada")
    right = note(group, tags=["a"], **{"postil:label": "amber", "postil:status": "open"})
    right["target"] |= {"postil:version": 1, "postil:source": "arxiv"}
    document = drawn.draw(anything | with_one_wrong(right) | with_one_wrong(right))
    check(ada, "PUT", f"/annotations/{uuid4()}", document)


@pytest.fixture
def put(world: World, ada: Caller) -> Put:
    return put_note(ada, world.personal("ada"), tags=["a"])


@hypothesis.given(drawn=st.data())
def test_patches(ada: Caller, put: Put, drawn: st.DataObject) -> None:
    right = {name: put.document[name] for name in ("body", "target", "created", "postil:group")}
    check(ada, "PATCH", put.path, drawn.draw(anything | with_one_wrong(right) | with_one_wrong(right)), **{"If-Match": "*"})


@hypothesis.given(drawn=st.data())
def test_papers(world: World, ada: Caller, drawn: st.DataObject) -> None:
    right = {"title": "T", "abstract": "A", "source": "arxiv", "version": 1, "url": "https://arxiv.org", "group": world.personal("ada")}
    check(ada, "PUT", f"/papers/{PAPER}", drawn.draw(anything | with_one_wrong(right) | with_one_wrong(right)))


@hypothesis.given(anything)
def test_groups_and_tokens(ada: Caller, document: Any) -> None:
    check(ada, "POST", "/groups", {"name": document})
    check(ada, "POST", "/tokens", {"name": "t", "scopes": document, "days": document})


@hypothesis.settings(max_examples=25)  # nine requests each
@hypothesis.given(texts, texts)
def test_paths_and_queries(ada: Caller, path: str, value: str) -> None:
    from urllib.parse import quote

    path, value = (quote(text.encode("utf-8", "surrogatepass"), safe="") for text in (path, value))
    for asked in (f"/papers/{path}", f"/groups/{path}", f"/annotations/{path}", f"/papers?q={value}", f"/papers?{path}={value}",
                  f"/lookup?paper={value}", f"/changes?since={value}", f"/tokens/{path}", f"/{path}"):  # fmt: skip
        response = ada.get(asked)
        assert response.status_code < 500, (asked, response.text)
