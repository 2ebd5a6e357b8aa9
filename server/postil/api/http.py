"""What every route shares: reading a body and a query through a schema, conditions and operation keys, ETags, and answers as bytes."""

from __future__ import annotations

import json
import re
from typing import Any
from uuid import UUID

import orjson
from flask import Response, request
from marshmallow import fields

from postil import auth
from postil.errors import BadRequest, Invalid, NotFound, TooLarge, Unsupported
from postil.representation import with_base
from postil.schemas import limits
from postil.schemas.base import UUID_TEXT, Strict, bad_text, load
from postil.services.operations import Condition

JSON = "application/json"
LD_JSON = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'

VARY = "Authorization, Cookie, Accept"

_NUMBER = re.compile(r"-?[0-9]{1,30}")


# --- in --------------------------------------------------------------------------------------------------------------------------------


def body(*types: str) -> Any:
    """The request's JSON. Raises Unsupported for another media type, BadRequest (`malformed-json`) for what is no JSON."""
    if request.mimetype not in types:
        raise Unsupported(f"send {' or '.join(types)}, not {request.mimetype or 'a body without Content-Type'}")
    raw = request.get_data(cache=False)
    if len(raw) > limits.REQUEST:
        raise TooLarge
    try:
        document = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        document = _lenient(raw, error)
    if _deeper(document, limits.DEPTH):
        raise BadRequest(f"the body is nested more than {limits.DEPTH} deep")
    return document


def _deeper(value: Any, levels: int) -> bool:
    """Whether a value is nested more deeply: what follows walks it recursively."""
    members = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels < 0 or any(_deeper(member, levels - 1) for member in members)


def _lenient(raw: bytes, error: orjson.JSONDecodeError) -> Any:
    """orjson refuses lone surrogates and does not say where; the standard library reads them, so that the schema can name the field."""
    try:
        return json.loads(raw, parse_constant=lambda name: None)
    except (ValueError, RecursionError):
        raise BadRequest(f"the body is no JSON: {error.msg} (line {error.lineno}, column {error.colno})", code="malformed-json") from None


def loaded(schema: Strict) -> dict[str, Any]:
    return load(schema, body(JSON))


def query(schema: Strict) -> dict[str, Any]:
    """The query through a schema; a field that is a list takes each occurrence, another may occur once. Unknown names are refused."""
    given: dict[str, Any] = {}
    for name, values in request.args.lists():
        many = isinstance(schema.fields.get(name), fields.List)
        if len(values) > 1 and not many:
            raise Invalid([{"field": name, "message": "given more than once"}])
        given[name] = values if many else _number_or_text(schema, name, values[0])
    return load(schema, given)


def _number_or_text(schema: Strict, name: str, value: str) -> Any:
    numeric = isinstance(schema.fields.get(name), fields.Integer)
    return int(value) if numeric and _NUMBER.fullmatch(value) else value


def path_text(value: str) -> str:
    """A piece of the path. NUL and lone surrogates name nothing."""
    if bad_text(value):
        raise NotFound("there is no such thing")
    return value


def uuid_of(value: str) -> UUID:
    """Raises BadRequest (`bad-id`) for an id that is no UUID in its 36-character form (RFC 9562, 4)."""
    if not UUID_TEXT.fullmatch(value):
        raise BadRequest("id: a UUID is needed, like 01976e2c-7d5e-7c41-8f0a-3a2f5c1b9d10", code="bad-id")
    return UUID(value)


def condition() -> Condition:
    """`Idempotency-Key` and `If-Match` of a write."""
    return Condition(_key(request.headers.get("Idempotency-Key")), _etags(request.headers.get("If-Match")))


def _key(header: str | None) -> UUID | None:
    if header is None:
        return None
    value = header.strip('"')
    if not UUID_TEXT.fullmatch(value):
        raise BadRequest("Idempotency-Key: a UUID is needed", code="bad-idempotency-key")
    return UUID(value)


def _etags(header: str | None) -> tuple[str, ...] | None:
    if header is None:
        return None
    if header.strip() == "*":
        return ()
    found = tuple(f'"{tag}"' for tag in request.if_match.as_set())
    if not found and not header.startswith("W/"):
        raise BadRequest("If-Match: an ETag is needed, as the server gave it", code="bad-if-match")
    return found or ('W/""',)  # a weak tag never matches (RFC 9110, 13.1.1)


# --- out -------------------------------------------------------------------------------------------------------------------------------


def base() -> str:
    """What IRIs of ours begin with, whatever name the request used: ids do not depend on who asks."""
    return f"{auth.config().base_url}/api/"


def answer(document: Any, status: int = 200, *, mimetype: str = JSON, etag: str | None = None) -> Response:
    """A JSON answer. Bytes are JSON already. 304 where the caller holds this ETag."""
    if etag is not None and request.method in ("GET", "HEAD") and not_modified(etag):
        return unchanged(etag)
    raw = document if isinstance(document, bytes) else orjson.dumps(document)
    headers = {"Vary": VARY} if etag is None else {"Vary": VARY, "ETag": etag}
    return Response(with_base(raw, base()), status, headers, content_type=mimetype)


def not_modified(etag: str) -> bool:
    """RFC 9110, 13.1.2: a weak comparison."""
    return request.headers.get("If-None-Match") == etag or request.if_none_match.contains_weak(etag.strip('"'))


def unchanged(etag: str) -> Response:
    return Response(status=304, headers={"ETag": etag, "Vary": VARY})


def no_content(etag: str | None = None) -> Response:
    response = Response(status=204, headers={"ETag": etag} if etag else None)
    del response.headers["Content-Type"]  # Flask's own, of nothing
    return response
