"""Every answer of the API that a test gets is held against the document that the API gives of itself (`world.Caller` asks for it)."""

from __future__ import annotations

from functools import cache
from typing import Any

from flask import Flask
from werkzeug.exceptions import HTTPException
from werkzeug.test import TestResponse

from postil.api.openapi import document, path_of


def check(app: Flask, response: TestResponse) -> None:
    """Fails where the document does not name this status, this type, this shape or these headers for what was asked."""
    operation = _operation(app, response)
    if operation is None:
        return
    told = operation.definition.raw["responses"].get(str(response.status_code))
    assert told, f"{operation.label} answers {response.status_code}, which its @operation does not name: {response.text}"
    assert told.get("headers", {}).keys() <= dict(response.headers).keys(), (operation.label, response.headers)
    assert bool(told.get("content")) == bool(response.content_type), (operation.label, response.status_code, response.content_type)
    operation.validate_response(response)


def closed(described: dict[str, Any]) -> dict[str, Any]:
    """The document with no member beside those that it names: what is answered and not said is found."""
    for schema in described["components"]["schemas"].values():
        if schema.get("properties"):
            schema["additionalProperties"] = False
    return described


def _operation(app: Flask, response: TestResponse) -> Any:
    """What was asked for; None for what is no route of the API, or not one with this method. Without a host nothing is asked."""
    environ = response.request.environ
    if environ["REQUEST_METHOD"] in ("HEAD", "OPTIONS") or not response.request.host:
        return None
    try:
        rule, _ = app.url_map.bind_to_environ(environ).match(return_rule=True)
    except HTTPException:  # also a redirect
        return None
    if not rule.rule.startswith("/api/"):
        return None
    return _schema(app)[path_of(rule)][environ["REQUEST_METHOD"]]


@cache
def _schema(app: Flask) -> Any:
    import schemathesis  # here, for it takes seconds, and not every run of tests asks the API

    with app.test_request_context("/"):
        return schemathesis.openapi.from_dict(closed(document(app)))
