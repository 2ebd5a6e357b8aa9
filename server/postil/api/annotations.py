"""Notes, one at a time (docs/api.md, *A note*)."""

from functools import partial
from uuid import UUID

import orjson
from flask import Blueprint, Response

from postil import auth, representation
from postil.api.http import JSON, LD_JSON, answer, base, body, condition, no_content, uuid_of
from postil.clock import to_text
from postil.representation import SERVER_MANAGED, Content, author_form, content_of, merge_patch
from postil.schemas.annotation import load_annotation
from postil.services import annotations, trash
from postil.services.operations import etag

blueprint = Blueprint("annotations", __name__)

_BODY = (JSON, "application/ld+json")


@blueprint.get("/annotations/<id>")
def get(id: str) -> Response:
    return _state(annotations.get(auth.signed_in(), uuid_of(id)))


@blueprint.put("/annotations/<id>")
def put(id: str) -> Response:
    uuid = uuid_of(id)
    caller = auth.signed_in()
    content = _content(body(*_BODY), uuid)
    return _state(annotations.put(caller, uuid, content, condition()))


@blueprint.patch("/annotations/<id>")
def patch(id: str) -> Response:
    uuid = uuid_of(id)
    caller = auth.signed_in()
    merge = body("application/merge-patch+json", *_BODY)
    return _state(annotations.patch(caller, uuid, partial(_patched, uuid, merge), condition()))


@blueprint.delete("/annotations/<id>")
def delete(id: str) -> Response:
    trash.delete(auth.signed_in(), uuid_of(id), condition())
    return no_content()


@blueprint.post("/annotations/<id>/restore")
def restore(id: str) -> Response:
    return _state(trash.restore(auth.signed_in(), uuid_of(id), condition()))


@blueprint.get("/annotations/<id>/history")
def history(id: str) -> Response:
    states = annotations.history(auth.signed_in(), uuid_of(id))
    return answer({"states": [{"number": n, "at": to_text(at), "annotation": orjson.Fragment(doc)} for n, at, doc in states]})


def _content(document: object, uuid: UUID) -> Content:
    return content_of(load_annotation(document, uuid, SERVER_MANAGED))


def _patched(uuid: UUID, merge: object, doc: bytes) -> Content:
    return _content(merge_patch(author_form(doc, base()), merge), uuid)


def _state(state: annotations.State) -> Response:
    response = answer(state.doc, 201 if state.created else 200, mimetype=LD_JSON, etag=etag(auth.signed_in(), state.number))
    if state.created:
        response.headers["Location"] = orjson.loads(representation.with_base(state.doc, base()))["id"]
    return response
