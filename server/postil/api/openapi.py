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
from postil.schemas.annotation import Bodies, Moment, PaperKeyField, Place, Selectors, Target, TextPosition, TextQuote, TextualBody

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
    for schema in (Place, TextQuote, TextPosition, TextualBody):
        spec.components.schema(_schema_name(schema), schema=schema)
    spec.components.schema("Problem", _PROBLEM)
    spec.components.schema("GrantError", _GRANT_ERROR)
    spec.components.security_scheme("token", {"type": "http", "scheme": "bearer"})
    for path, method, rule, described in operations(app):
        spec.path(path, operations={method: _operation(rule, described)})
    made: dict[str, Any] = spec.to_dict()
    return made


def operations(app: Flask) -> Iterator[tuple[str, str, Rule, Operation]]:
    """(path, method, rule, operation) of every route below /api; HEAD and OPTIONS follow from the others."""
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        path = re.sub(r"<(?:[^:>]+:)?([^>]+)>", r"{\1}", rule.rule)
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}) if path.startswith("/api/") else ():
            yield path, method.lower(), rule, vars(app.view_functions[rule.endpoint])["operation"]


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
    if described.etag:
        found.append({"in": "header", "name": "If-None-Match", "schema": _ETAG_HEADER})
    return found


def _kind(rule: Rule, name: str) -> dict[str, str]:
    return {"type": "integer" if isinstance(rule._converters[name], IntegerConverter) else "string"}


# --- out -------------------------------------------------------------------------------------------------------------------------------


def _responses(rule: Rule, described: Operation) -> dict[str, Any]:
    good = (described.status,) if isinstance(described.status, int) else described.status
    media = (described.media,) if isinstance(described.media, str) else described.media
    answers: dict[str, Any] = {str(status): _good(status, media) for status in good}
    if described.etag:
        answers["304"] = {"description": _phrase(304)}
    for status in sorted(_refusals(rule, described)):
        oauth = described.grant and status == 400
        kind, name = (JSON, "GrantError") if oauth else (PROBLEM, "Problem")
        answers[str(status)] = {"description": _phrase(status), "content": {kind: {"schema": {"$ref": f"#/components/schemas/{name}"}}}}
        if oauth:
            answers["400"]["content"][PROBLEM] = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return answers


def _good(status: int, media: tuple[str, ...]) -> dict[str, Any]:
    if status == 204:
        return {"description": _phrase(status)}
    return {"description": _phrase(status), "content": {kind: {"schema": _shape(kind)} for kind in media}}


def _shape(media: str) -> dict[str, str]:
    return {"type": "object"} if media.split(";")[0].endswith("json") else {}


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


def _phrase(status: int) -> str:
    return http.HTTPStatus(status).phrase


_TEXT = {"type": "string"}
_PROBLEM = {
    "type": "object",
    "description": "RFC 9457",
    "required": ["type", "title", "status", "detail", "code"],
    "properties": {
        "type": _TEXT,
        "title": _TEXT,
        "status": {"type": "integer"},
        "detail": _TEXT,
        "code": _TEXT,
        "errors": {"type": "array", "items": {"type": "object", "properties": {"field": _TEXT, "message": _TEXT}}},
        "current": {"type": "object"},
        "etag": _TEXT,
    },
}  # fmt: skip
_GRANT_ERROR = {
    "type": "object",
    "description": "RFC 6749, 5.2",
    "required": ["error", "error_description"],
    "properties": {"error": _TEXT, "error_description": _TEXT},
}


# --- the fields that marshmallow does not know -------------------------------------------------------------------------------------------


def _schema_name(schema: Any) -> str:
    made = schema if isinstance(schema, type) else type(schema)
    return str(made.__name__).removesuffix("Schema")


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


def _own_field(converter: FieldConverterMixin, field: fields.Field[Any], **_: Any) -> dict[str, Any]:
    return _FIELDS.get(type(field), {})
