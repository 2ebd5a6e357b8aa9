"""Many notes at once: a listing's (`lookup`), and what changed since (`changes`)."""

from __future__ import annotations

from functools import lru_cache

from flask import Blueprint, Response, request
from marshmallow import fields, validate

from postil import auth
from postil.api.http import answer, base, not_modified, query, unchanged
from postil.api.operations import operation
from postil.policy import require
from postil.schemas import limits
from postil.schemas.answers import Changes, Lookup
from postil.schemas.base import Strict, made, number, text
from postil.services import lookup
from postil.services.papers import key_of

blueprint = Blueprint("lookup", __name__)


class LookupQuery(Strict):
    paper = fields.List(
        text(2048), required=True, validate=validate.Length(1, limits.PAPERS, error=f"from 1 to {limits.PAPERS} papers in one look-up")
    )


class ChangesQuery(Strict):
    since = text(100_000)
    limit = number(1, limits.CHANGES, load_default=200)


@blueprint.get("/lookup")
@operation("The notes on some papers", query=LookupQuery, answers=Lookup, etag=True)
def get() -> Response:
    caller = auth.signed_in()
    require(caller, "note.list")
    asked = _keys(request.query_string)
    etag = lookup.listing_etag(caller, asked, base())
    return unchanged(etag) if not_modified(etag) else answer(lookup.look_up(caller, asked), etag=etag)


@lru_cache(maxsize=128)
def _keys(_: bytes) -> lookup.Asked:
    """What this request's query asks. An open page asks with the same query again and again, as do all who open it."""
    spelled = dict.fromkeys(query(made(LookupQuery))["paper"])
    return tuple((text, str(key_of(text, f"paper[{i}]"))) for i, text in enumerate(spelled))


@blueprint.get("/changes")
@operation("What changed since a cursor", query=ChangesQuery, answers=Changes)
def changes() -> Response:
    caller = auth.signed_in()
    asked = query(made(ChangesQuery))
    return answer(lookup.what_changed(caller, asked.get("since"), asked["limit"]))
