"""`GET /api/openapi.json`: the API as OpenAPI 3.1, made of the routes, their `@operation`s and the schemas that they are read through."""

from __future__ import annotations

import http
import re
from collections.abc import Iterator
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from apispec.ext.marshmallow.field_converter import FieldConverterMixin
from flask import Blueprint, Flask, Response, current_app
from marshmallow import fields
from werkzeug.routing import IntegerConverter, Rule

from postil import __version__, auth
from postil.api.http import answer
from postil.api.operations import JSON, Operation, operation
from postil.representation import SERVER_MANAGED
from postil.schemas.annotation import (
    AnnotationSchema,
    Bodies,
    Moment,
    PaperKeyField,
    Place,
    Selectors,
    Target,
    TextPosition,
    TextQuote,
    TextualBody,
)
from postil.schemas.answers import GrantError, Problem

blueprint = Blueprint("openapi", __name__)

PROBLEM = "application/problem+json"
FORM = "application/x-www-form-urlencoded"

#: How any request can be refused: unreadable, of a foreign origin, not acceptable, for another host; or not be served.
ALWAYS = (400, 403, 406, 421, 500, 503)

_ETAG_HEADER = {"type": "string"}
_KEY_HEADER = {"type": "string", "format": "uuid"}


@blueprint.get("/openapi.json")
@operation("This document", public=True)
def get() -> Response:
    return answer(document(current_app))


def document(app: Flask) -> dict[str, Any]:
    plugin = MarshmallowPlugin(schema_name_resolver=_schema_name)
    spec = APISpec(
        "Postil", __version__, "3.1.0", plugins=[plugin],
        info={"description": "Notes on papers, as W3C Web Annotations. docs/api.md says what each of these means."},
        servers=[{"url": auth.config().base_url}],
    )  # fmt: skip
    assert plugin.converter is not None
    plugin.converter.add_attribute_function(_own_field)  # type: ignore[no-untyped-call]
    for schema in (AnnotationSchema, Place, TextQuote, TextPosition, TextualBody):
        spec.components.schema(_schema_name(schema), schema=schema)
    # What a client may send back as it was received is taken off before the schema sees the rest.
    spec.components.schemas[_schema_name(AnnotationSchema)]["properties"].update({name: {} for name in SERVER_MANAGED})
    spec.components.security_scheme("token", {"type": "http", "scheme": "bearer"})
    for path, method, rule, described in operations(app):
        spec.path(path, operations={method: _operation(rule, described)})
    made: dict[str, Any] = spec.to_dict()
    return made


def operations(app: Flask) -> Iterator[tuple[str, str, Rule, Operation]]:
    """(path, method, rule, operation) of every route below /api; HEAD and OPTIONS follow from the others."""
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        path = path_of(rule)
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}) if path.startswith("/api/") else ():
            yield path, method.lower(), rule, vars(app.view_functions[rule.endpoint])["operation"]


def path_of(rule: Rule) -> str:
    return re.sub(r"<(?:[^:>]+:)?([^>]+)>", r"{\1}", rule.rule)


def _operation(rule: Rule, described: Operation) -> dict[str, Any]:
    made: dict[str, Any] = {
        "operationId": rule.endpoint,
        "summary": described.summary,
        "tags": [rule.endpoint.split(".")[0]],
        "parameters": _parameters(rule, described),
        "responses": _responses(rule, described),
        "security": [] if described.public else [{"token": []}],
    }
    if described.body:
        made["requestBody"] = {"required": True, "content": {kind: {"schema": described.body} for kind in described.types}}
    if described.form:
        properties = {name: {"type": "string"} for name in described.form}
        made["requestBody"] = {"content": {FORM: {"schema": {"type": "object", "properties": properties}}}}
    return made


# --- in --------------------------------------------------------------------------------------------------------------------------------


def _parameters(rule: Rule, described: Operation) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [
        {"in": "path", "name": name, "required": True, "schema": _kind(rule, name)} for name in sorted(rule.arguments)
    ]
    if described.query:
        found.append({"in": "query", "schema": described.query})
    if described.condition:
        found.append({"in": "header", "name": "If-Match", "schema": _ETAG_HEADER})
        found.append({"in": "header", "name": "Idempotency-Key", "schema": _KEY_HEADER})
    if described.etag and "GET" in (rule.methods or ()):
        found.append({"in": "header", "name": "If-None-Match", "schema": _ETAG_HEADER})
    return found


def _kind(rule: Rule, name: str) -> dict[str, str]:
    return {"type": "integer" if isinstance(rule._converters[name], IntegerConverter) else "string"}


# --- out -------------------------------------------------------------------------------------------------------------------------------

#: What each answer of a status carries beside its body (RFC 9110, 11.6.1 and 10.2.3).
_HEADERS: dict[int, tuple[str, ...]] = {401: ("WWW-Authenticate",), 429: ("Retry-After",), 503: ("Retry-After",)}


def _responses(rule: Rule, described: Operation) -> dict[str, Any]:
    good = (described.status,) if isinstance(described.status, int) else described.status
    answers = {str(status): _good(status, rule, described) for status in good}
    if described.etag and "GET" in (rule.methods or ()):
        answers["304"] = _answer(304, {}, ("ETag",))
    for status in sorted(_refusals(rule, described)):
        content: dict[str, Any] = {PROBLEM: {"schema": Problem}}
        if described.grant and status == 400:
            content |= {JSON: {"schema": GrantError}}
        answers[str(status)] = _answer(status, content, _HEADERS.get(status, ()))
    return answers


def _good(status: int, rule: Rule, described: Operation) -> dict[str, Any]:
    media = (described.media,) if isinstance(described.media, str) else described.media
    headers = ("ETag",) * described.etag + ("Location",) * (described.etag and status == 201)
    return _answer(status, {} if status == 204 else {kind: {"schema": _shape(kind, described)} for kind in media}, headers)


def _answer(status: int, content: dict[str, Any], headers: tuple[str, ...]) -> dict[str, Any]:
    answer: dict[str, Any] = {"description": http.HTTPStatus(status).phrase}
    if content:
        answer["content"] = content
    if headers:
        answer["headers"] = {name: {"required": True, "schema": {"type": "string"}} for name in headers}
    return answer


def _shape(media: str, described: Operation) -> Any:
    """A JSON answer's schema, or any of several; of another kind (a file that is exported) only that it is text or bytes."""
    if media.split(";")[0] not in (JSON, "application/ld+json"):
        return {} if media == "application/zip" else {"type": "string"}
    if isinstance(described.answers, tuple):
        return {"anyOf": list(described.answers)} if described.answers else {"type": "object"}
    return described.answers


def _refusals(rule: Rule, described: Operation) -> set[int]:
    found = {*ALWAYS, *described.refuses}
    if not described.public:
        found.add(401)
    if rule.arguments:
        found.add(404)
    if described.body:
        found |= {413, 415, 422}
    if described.form:
        found.add(413)
    if described.query:
        found.add(422)
    return found


# --- the fields that marshmallow does not know -------------------------------------------------------------------------------------------


def _schema_name(schema: Any) -> str:
    made = schema if isinstance(schema, type) else type(schema)
    return str(made.__name__).replace("Schema", "Sent")


def _one_or_list(*names: str) -> dict[str, Any]:
    kinds = [{"$ref": f"#/components/schemas/{name}"} for name in names]
    one = kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    return {"anyOf": [one, {"type": "array", "items": one}]}


_FIELDS: dict[type, dict[str, Any]] = {
    Moment: {"type": "string", "format": "date-time"},
    PaperKeyField: {"type": "string"},
    Selectors: _one_or_list("TextQuote", "TextPosition"),
    Bodies: _one_or_list("TextualBody"),
    Target: {"anyOf": [{"$ref": "#/components/schemas/Place"}, {"type": "string", "format": "uri"}]},
}


def _own_field(converter: FieldConverterMixin, field: fields.Field[Any], ret: dict[str, Any], **_: Any) -> dict[str, Any]:
    if "pattern" in ret:  # anchors as ECMA-262 spells them
        return {"pattern": "^" + ret["pattern"].removesuffix(r"\Z") + "$"}
    return _FIELDS.get(type(field), {})
