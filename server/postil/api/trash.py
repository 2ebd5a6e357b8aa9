"""One's trash: what lies in it, and deleting for good (docs/api.md, *The trash*). Restoring is a note's own (api/annotations.py)."""

from __future__ import annotations

import orjson
from flask import Blueprint, Response

from postil import auth
from postil.api.http import answer, condition, no_content, query, uuid_of
from postil.api.operations import operation
from postil.clock import to_text
from postil.schemas.answers import Trash
from postil.schemas.base import Strict, made, number, text
from postil.services import purge, trash
from postil.services.operations import etag

blueprint = Blueprint("trash", __name__)


class TrashQuery(Strict):
    before = text(100)
    limit = number(1, 200, load_default=50)


@blueprint.get("/trash")
@operation("One's deleted notes, the last deleted first", query=TrashQuery, answers=Trash)
def contents() -> Response:
    caller = auth.signed_in()
    asked = query(made(TrashQuery))
    found, further = trash.contents(caller, asked.get("before"), asked["limit"])
    notes = [
        {
            "etag": etag(caller, one.number), "deleted": to_text(one.deleted_at), "goes": to_text(one.goes_at),
            "annotation": orjson.Fragment(bytes(one.doc)),
        }
        for one in found
    ]  # fmt: skip
    return answer({"notes": notes, "next": further})


@blueprint.delete("/trash/<id>")
@operation("Delete a note in the trash for good", status=204, refuses=(409, 410, 412, 422), condition=True)
def delete(id: str) -> Response:
    purge.at_once(auth.signed_in(), uuid_of(id), condition())
    return no_content()
