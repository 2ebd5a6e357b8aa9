"""Notes, one at a time (docs/api.md, *A note*)."""

from functools import partial
from typing import Any
from uuid import UUID

import orjson
from flask import Blueprint, Response
from marshmallow import INCLUDE, Schema

from postil import auth, representation
from postil.api.http import JSON, LD_JSON, answer, base, body, condition, no_content, query, uuid_of
from postil.api.operations import operation
from postil.clock import to_text
from postil.policy import may
from postil.representation import SERVER_MANAGED, Content, author_form, content_of, merge_patch
from postil.schemas.annotation import AnnotationSchema, load_annotation
from postil.schemas.answers import Annotation, History
from postil.schemas.base import Strict, made, number
from postil.services import annotations, trash
from postil.services.operations import etag

blueprint = Blueprint("annotations", __name__)

_BODY = (JSON, "application/ld+json")
_MERGE = "application/merge-patch+json"
_WRITE: Any = {"refuses": (409, 410, 412, 422, 428), "condition": True}
#: 204 for a token that may not read.
_NOTE: Any = {**_WRITE, "answers": Annotation, "media": LD_JSON, "etag": True, "status": (200, 204)}


class Merge(Schema):
    """Any members of a note, null taking one away: what comes of it is checked as a note."""

    class Meta:
        unknown = INCLUDE


class HistoryQuery(Strict):
    before = number(1)
    limit = number(1, 100, load_default=100)


@blueprint.get("/annotations/<id>")
@operation("A note", answers=Annotation, refuses=(410,), etag=True, media=LD_JSON)
def get(id: str) -> Response:
    return _state(annotations.get(auth.signed_in(), uuid_of(id)))


@blueprint.put("/annotations/<id>")
@operation("Make a note, or replace what its author wrote", body=AnnotationSchema, types=_BODY, **_NOTE | {"status": (200, 201, 204)})
def put(id: str) -> Response:
    uuid = uuid_of(id)
    caller = auth.signed_in()
    content = _content(body(*_BODY), uuid)
    return _state(annotations.put(caller, uuid, content, condition()))


@blueprint.patch("/annotations/<id>")
@operation("Change part of a note by a JSON merge patch (RFC 7396)", body=Merge, types=(_MERGE, *_BODY), **_NOTE)
def patch(id: str) -> Response:
    uuid = uuid_of(id)
    caller = auth.signed_in()
    merge = body(_MERGE, *_BODY)
    return _state(annotations.patch(caller, uuid, partial(_patched, uuid, merge), condition()))


@blueprint.delete("/annotations/<id>")
@operation("Put a note into the trash", status=204, **_WRITE)
def delete(id: str) -> Response:
    trash.delete(auth.signed_in(), uuid_of(id), condition())
    return no_content()


@blueprint.post("/annotations/<id>/restore")
@operation("Take a note out of the trash", **_NOTE)
def restore(id: str) -> Response:
    return _state(trash.restore(auth.signed_in(), uuid_of(id), condition()))


@blueprint.get("/annotations/<id>/history")
@operation("A note's states, newest first", query=HistoryQuery, answers=History, refuses=(410,))
def history(id: str) -> Response:
    caller = auth.signed_in()
    asked = query(made(HistoryQuery))
    found, further = annotations.history(caller, uuid_of(id), asked.get("before"), asked["limit"])
    states = [{"number": n, "at": to_text(at), "annotation": orjson.Fragment(doc)} for n, at, doc in found]
    return answer({"states": states, "next": further})


def _content(document: object, uuid: UUID) -> Content:
    return content_of(load_annotation(document, uuid, SERVER_MANAGED))


def _patched(uuid: UUID, merge: object, doc: bytes) -> Content:
    return _content(merge_patch(author_form(doc, base()), merge), uuid)


def _state(state: annotations.State) -> Response:
    """A note as it now is. Who may write and not read is told no more than that: what stands in it may be older than this write."""
    caller = auth.signed_in()
    tag = etag(caller, state.number)
    if not (state.created or may(caller, "note.list")):
        return no_content(tag)
    response = answer(state.doc, 201 if state.created else 200, mimetype=LD_JSON, etag=tag)
    if state.created:
        response.headers["Location"] = orjson.loads(representation.with_base(state.doc, base()))["id"]
    return response
