"""Notes, as the extension sends them: plain functions, every part with a default."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from werkzeug.test import TestResponse
from world import BASE, Caller

PAPER = "arxiv:2504.13171"
CREATED = "2026-01-02T03:04:05Z"


def mark(exact: str = "by 13% on Stateful GSM-Symbolic", start: int = 1042) -> list[dict[str, Any]]:
    return [
        {"type": "TextQuoteSelector", "exact": exact, "prefix": "increase accuracy ", "suffix": " and 18%"},
        {"type": "TextPositionSelector", "start": start, "end": start + len(exact)},
    ]


def note(
    group: str,
    text: str = "Is this at equal *token* budget?",
    *,
    paper: str = PAPER,
    field: str | None = "abstract",
    selectors: Sequence[Mapping[str, Any]] | None = None,
    tags: Sequence[str] = (),
    created: str = CREATED,
    **more: Any,
) -> dict[str, Any]:
    """A note's representation. `field=None` makes a note on the whole paper, `text=""` a highlight."""
    target: dict[str, Any] = {"type": "SpecificResource", "source": "https://huggingface.co/papers?q=test-time", "postil:paper": paper}
    if field is not None:
        target |= {"postil:field": field, "selector": list(mark() if selectors is None else selectors)}
    return _document(group, target, text, "commenting", tags, created) | more


def reply(group: str, parent: str, text: str = "Yes, table 3.", **more: Any) -> dict[str, Any]:
    return _document(group, f"{BASE}annotations/{parent}", text, "replying", (), CREATED) | more


def _document(group: str, target: Any, text: str, purpose: str, tags: Sequence[str], created: str) -> dict[str, Any]:
    body = [{"type": "TextualBody", "value": text, "format": "text/markdown", "purpose": purpose}] if text else []
    body += [{"type": "TextualBody", "value": tag, "format": "text/plain", "purpose": "tagging"} for tag in tags]
    return {"created": created, "target": target, "postil:group": group} | ({"body": body} if body else {})


@dataclass(frozen=True)
class Put:
    """A note that was written."""

    id: str
    etag: str
    document: dict[str, Any]

    @property
    def path(self) -> str:
        return f"/annotations/{self.id}"

    @property
    def condition(self) -> dict[str, str]:
        return {"If-Match": self.etag}


def put_note(caller: Caller, group: str, text: str = "Is this at equal *token* budget?", *, id: str | None = None, **parts: Any) -> Put:
    """Write a note, which must succeed."""
    id = id or str(uuid4())
    return written(caller.put(f"/annotations/{id}", note(group, text, **parts)))


def put_reply(caller: Caller, group: str, parent: Put, text: str = "Yes, table 3.") -> Put:
    return written(caller.put(f"/annotations/{uuid4()}", reply(group, parent.id, text)))


def edit(caller: Caller, put: Put, text: str) -> Put:
    """Give a note another text, by a PUT of the whole."""
    document = put.document | {"body": [{"type": "TextualBody", "value": text, "purpose": "commenting"}]}
    return written(caller.put(put.path, document, headers=put.condition))


def move(caller: Caller, put: Put, group: str) -> TestResponse:
    return caller.patch(put.path, {"postil:group": group}, headers={**put.condition})


def written(response: TestResponse) -> Put:
    assert response.status_code in (200, 201), response.text
    return Put(response.json["id"].rsplit("/", 1)[1], response.headers["ETag"], response.json)


def text_of(document: Mapping[str, Any]) -> str:
    return next((str(body["value"]) for body in document.get("body", []) if body["purpose"] != "tagging"), "")


def ids_of(answer: Mapping[str, Any]) -> list[str]:
    """The ids of the notes of one answer, in their order: a paper's of a look-up, or a page of changes."""
    return [entry["annotation"]["id"].rsplit("/", 1)[1] for entry in answer["notes"]]


def assert_problem(response: TestResponse, status: int, code: str | None = None, field: str | None = None) -> dict[str, Any]:
    """The answer is a problem document of this status and code, which names `field` where one is given. Returns it."""
    assert response.status_code == status, (response.status_code, response.text)
    assert response.content_type == "application/problem+json"
    document: dict[str, Any] = response.get_json(force=True)
    assert document["status"] == status
    assert {"type", "title", "detail", "code"} <= document.keys()
    if code is not None:
        assert document["code"] == code, document
    if field is not None:
        named = [error["field"] for error in document["errors"]]
        assert field in named, document
    return document
