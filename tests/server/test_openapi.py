"""The API's document: every route of the running app is in it, and whatever is sent by it is answered as it says."""

from __future__ import annotations

import json
import random
import re
from typing import Any

import hypothesis
import pytest
import schemathesis
from documented import closed
from factories import PAPER, put_note
from flask import Flask
from hypothesis import strategies as st
from schemathesis import checks
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import Failure
from world import ORIGIN, World

from postil.services import groups

MODES = list(schemathesis.GenerationMode)
CHECKS: Any = [
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.response_headers_conformance,
    checks.negative_data_rejection,
]
# A merge patch can only be judged against the note: a note that is gone, moved on or refused comes first.
REFUSED = [str(status) for status in (400, 401, 403, 404, 405, 406, 409, 410, 412, 415, 422, 428, 429)]
CONFIG = SchemathesisConfig.from_dict({"checks": {"negative_data_rejection": {"expected-statuses": REFUSED}}})


@pytest.fixture
def document(world: World) -> dict[str, Any]:
    answer = world.nobody.get("/openapi.json")
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json
    return found


def test_it_holds_every_route_with_every_method(document: dict[str, Any], app: Flask) -> None:
    running = {
        (re.sub(r"<(?:[^:>]+:)?([^>]+)>", r"{\1}", rule.rule), method.lower())
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.rule.startswith("/api/")
    }
    described = {(path, method) for path, operations in document["paths"].items() for method in operations}
    assert described == running


def test_every_view_is_described(app: Flask) -> None:
    """Said by name, for whoever adds a route."""
    views = {rule.endpoint: app.view_functions[rule.endpoint] for rule in app.url_map.iter_rules() if rule.rule.startswith("/api/")}
    assert [name for name, view in views.items() if not hasattr(view, "operation")] == [], "put @operation(…) below its @blueprint line"


def test_it_is_openapi(document: dict[str, Any]) -> None:
    assert document["openapi"] == "3.1.0"
    assert document["servers"] == [{"url": ORIGIN}]
    schemathesis.openapi.from_dict(document).validate()


def test_every_operation_tells_what_it_takes_and_answers(document: dict[str, Any]) -> None:
    ids = []
    for path, operations in document["paths"].items():
        for method, told in operations.items():
            ids.append(told["operationId"])
            assert told["summary"], path
            named = {parameter["name"] for parameter in told["parameters"] if parameter["in"] == "path"}
            assert named == set(re.findall(r"\{(\w+)\}", path))
            assert any(status < "300" for status in told["responses"])
            for status, answer in told["responses"].items():
                if status >= "400":
                    assert "application/problem+json" in answer["content"], (path, method, status)
            assert told["security"] in ([], [{"token": []}])
    assert len(set(ids)) == len(ids)


def test_every_answer_has_its_shape(document: dict[str, Any]) -> None:
    shapes = {
        (path, method, status): answer["content"]["application/json"]["schema"]
        for path, operations in document["paths"].items()
        for method, told in operations.items()
        for status, answer in told["responses"].items()
        if "application/json" in answer.get("content", {})
    }
    assert [place for place, shape in shapes.items() if not {"$ref", "anyOf"} & shape.keys()] == [("/api/openapi.json", "get", "200")]
    parts = document["components"]["schemas"]
    assert set(re.findall(r"#/components/schemas/(\w+)", json.dumps(document))) == parts.keys()


def test_an_answer_that_says_more_than_its_shape_is_found(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    real = groups.describe
    monkeypatch.setattr(groups, "describe", lambda *given: real(*given) | {"wombat": 1})
    with pytest.raises(Failure, match="wombat"):
        world.as_user("ada").get("/groups")


def test_refused_callers_are_told_where_a_caller_is_needed(document: dict[str, Any], world: World) -> None:
    for path, operations in document["paths"].items():
        for method, told in operations.items():
            asked = re.sub(r"\{\w+\}", "1", path)
            answer = world.nobody.ask(method.upper(), f"{ORIGIN}{asked}", headers={"Content-Type": "application/json"})
            assert (answer.status_code == 401) == ("401" in told["responses"]) or answer.status_code == 400, (method, path, answer.text)


@pytest.fixture
def real(world: World) -> dict[str, dict[str, Any]]:
    """Path parameters that name something, by the first part of the path."""
    team = world.team("ada", bob="member")
    note = put_note(world.as_user("ada"), team)
    invite = world.as_user("ada").post(f"/groups/{team}/invites", {}).json
    return {
        "annotations": {"id": note.id},
        "groups": {"id": team, "user": world.user_id("bob"), "invite": invite["id"]},
        "invites": {"secret": invite["secret"]},
        "papers": {"key": PAPER},
        "tokens": {"id": 1},
    }


def test_whatever_it_allows_is_answered_as_it_says(world: World, app: Flask, document: dict[str, Any], real: dict[str, Any]) -> None:
    """No 5xx, and no status, type or shape that the document does not name. What it did is repeated by its seed, which is printed."""
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")
    schema = schemathesis.openapi.from_dict(closed(document), config=CONFIG)
    schema.app = app
    headers = {"Authorization": f"Bearer {world.as_user('ada').token}"}
    seen: dict[int, int] = {}
    for found in schema.get_all_operations():
        operation = found.ok()
        named = {name: value for name, value in real.get(operation.path.split("/")[2], {}).items() if f"{{{name}}}" in operation.path}
        strategies = [operation.as_strategy(generation_mode=mode, **({"path_parameters": named} if named else {})) for mode in MODES]
        strategies.append(operation.as_strategy())

        @hypothesis.seed(seed)
        @hypothesis.settings(max_examples=25, deadline=None, database=None, suppress_health_check=list(hypothesis.HealthCheck))
        @hypothesis.given(case=st.one_of(strategies), sends_token=st.integers(0, 9))
        def check(case: schemathesis.Case, sends_token: int) -> None:
            # Nothing is sent of a parameter without a value: what it was to violate is not violated.
            hypothesis.assume(all(value not in ([], {}, None) for value in (case.query or {}).values()))
            response = case.call(base_url=ORIGIN, headers=headers if sends_token else {})
            seen[response.status_code] = seen.get(response.status_code, 0) + 1
            case.validate_response(response, checks=CHECKS)

        check()
    assert {200, 201, 401, 404, 422} <= seen.keys(), seen
