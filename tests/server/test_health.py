"""What the server tells those who run it: up, ready, figures, and a line about each request that gives nothing away."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import httpx
import pytest
from browsing import browser_of, link_for
from factories import assert_problem, note, put_note
from lab import session
from peewee import OperationalError
from world import ORIGIN, Caller, World

from postil import metrics
from postil.db import database
from postil.gateway import Gateway
from postil.logs import Line
from postil.models import User


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What stands on standard error at `info`."""
    stream, logger = io.StringIO(), logging.getLogger("postil")
    (handler,) = [handler for handler in logger.handlers if isinstance(handler.formatter, Line)]
    monkeypatch.setattr(handler, "stream", stream)
    monkeypatch.setattr(logger, "level", logging.INFO)
    logging.getLogger("postil.request").manager._clear_cache()  # type: ignore[attr-defined]
    yield stream
    logging.getLogger("postil.request").manager._clear_cache()  # type: ignore[attr-defined]


def lines(log: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def figures(world: World) -> dict[str, float]:
    with database.connection_context():
        User.update(is_admin=True).where(User.id == world.user_id("root")).execute()
    answer = world.as_user("root").get(f"{ORIGIN}/metrics")
    assert answer.status_code == 200, answer.text
    assert answer.content_type.startswith("text/plain; version=0.0.4")
    found = (line.rsplit(" ", 1) for line in answer.text.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, value in found}


# --- up and ready ----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("path", "status"), [("/healthz", "up"), ("/readyz", "ready")])
def test_up_and_ready_for_anybody(world: World, path: str, status: str) -> None:
    for headers in ({}, {"Host": "10.0.0.7:8017"}, {"Accept": "text/plain"}, {"Authorization": "Bearer nonsense"}):
        answer = world.nobody.get(f"{ORIGIN}{path}", headers=headers)
        assert (answer.status_code, answer.json) == (200, {"status": status})
        assert answer.headers["Cache-Control"] == "no-store"


def test_without_its_database_it_is_up_and_not_ready(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: Any, **__: Any) -> None:
        raise OperationalError("it is away")

    monkeypatch.setattr(database.obj, "connect", away)
    assert world.nobody.get(f"{ORIGIN}/healthz").status_code == 200
    waits = world.nobody.get(f"{ORIGIN}/readyz")
    assert_problem(waits, 503, "unavailable")
    assert "away" not in waits.text


def test_a_database_that_breaks_is_not_ready(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise OperationalError("it is broken")

    monkeypatch.setattr(type(database.obj), "execute_sql", broken)
    assert_problem(world.nobody.get(f"{ORIGIN}/readyz"), 503, "unavailable")


@pytest.mark.parametrize("change", ["missing", "newer"])
def test_another_schema_is_not_ready(world: World, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    name = "0002_throttle" if change == "missing" else "9999_later"
    monkeypatch.setattr("postil.services.server.pending", lambda: [name])
    assert name in assert_problem(world.nobody.get(f"{ORIGIN}/readyz"), 503, "unavailable")["detail"]


# --- figures ---------------------------------------------------------------------------------------------------------------------------


def test_requests_are_counted_by_route_and_status(world: World) -> None:
    team = world.team("ada")
    served = 'postil_requests_total{method="GET",route="/api/groups/<id>",status="200"}'
    refused = 'postil_requests_total{method="GET",route="/api/groups/<id>",status="401"}'
    before = figures(world)
    for _ in range(3):
        world.as_user("ada").get(f"/groups/{team}")
    world.nobody.get(f"/groups/{team}")
    after = figures(world)
    assert after[served] - before.get(served, 0) == 3
    assert after[refused] - before.get(refused, 0) == 1
    times = 'postil_request_seconds_count{route="/api/groups/<id>"}'
    assert after[times] - before.get(times, 0) == 4
    assert after["postil_database_connections"] >= 0


def test_a_refused_export_is_told_once(world: World, log: io.StringIO) -> None:
    """By what was answered, though it was begun."""
    served = Gateway(world.app, threads=4)
    headers = dict(world.as_user("ada").headers)

    async def export() -> int:
        transport = httpx.ASGITransport(served)  # type: ignore[arg-type]
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers=headers) as client:
            return (await client.get("/api/export?format=jsonl")).status_code

    served._streams |= {"one", "other"}
    assert asyncio.run(export()) == 503
    served._streams.clear()
    assert asyncio.run(export()) == 200
    assert [line["status"] for line in lines(log) if line.get("route") == "/api/export"] == [503, 200]


def test_figures_name_nothing_that_was_asked_for(world: World) -> None:
    for path in ("/nowhere/wombat7f3a", "/api/papers/wombat7f3a", "/join/wombat7f3a", "/?q=wombat7f3a"):
        world.as_user("ada").get(f"{ORIGIN}{path}")
        world.as_user("ada").ask("WOMBAT7F3A", f"{ORIGIN}{path}")
    assert not [name for name in figures(world) if "wombat" in name.lower()]


def test_figures_are_for_the_server_s_owners(world: World) -> None:
    figures(world)
    assert_problem(world.nobody.get(f"{ORIGIN}/metrics"), 401, "unauthorized")
    assert_problem(world.as_user("ada").get(f"{ORIGIN}/metrics"), 403, "not-allowed")
    assert_problem(world.as_user("root", ["read", "write"]).get(f"{ORIGIN}/metrics"), 403, "missing-scope")
    assert_problem(Caller(world.app, "postil_x").get(f"{ORIGIN}/metrics"), 401)
    assert_problem(world.as_user("root").get("http://evil.example/metrics"), 421)


def test_a_visitor_s_cookie_shows_no_figures(world: World) -> None:
    figures(world)
    assert browser_of(world, "root").get("/metrics").status_code == 401


@pytest.mark.parametrize("answer", [ProcessLookupError, PermissionError])
def test_a_worker_that_is_gone_has_nothing_open_whoever_has_its_number_now(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, answer: type[OSError]
) -> None:
    def kill(*_: int) -> None:
        raise answer

    monkeypatch.setenv(metrics.DIRECTORY, str(tmp_path))
    monkeypatch.setattr(metrics.os, "kill", kill)
    (tmp_path / "gauge_livesum_4711.db").touch()
    metrics.text()
    assert not list(tmp_path.iterdir())


# --- the log ---------------------------------------------------------------------------------------------------------------------------


def test_a_line_for_each_request(world: World, log: io.StringIO) -> None:
    team = world.team("ada")
    world.as_user("ada").get(f"/groups/{team}")
    world.nobody.get("/nowhere")
    (served, unknown) = lines(log)
    assert served.keys() == {"time", "level", "logger", "message", "method", "route", "status", "ms", "user"}
    assert (served["method"], served["route"], served["status"]) == ("GET", "/api/groups/<id>", 200)
    assert served["user"] == world.user_id("ada")
    assert served["ms"] >= 0
    assert (unknown["route"], unknown["status"], unknown["user"]) == ("unknown", 404, None)


def test_no_secret_and_no_word_of_a_user_s_is_logged(world: World, log: io.StringIO) -> None:
    marker = "wombat7f3a"
    ada, group = world.as_user("ada"), world.personal("ada")
    put = put_note(ada, group, marker, tags=[marker])
    ada.put(put.path, note(group, marker + "\0"))
    for path in (f"/papers?q={marker}", f"/papers/{marker}", f"/lookup?paper={marker}", f"/export?format=csv&tag={marker}", f"/{marker}"):
        ada.get(path)
    link = link_for(world, "ada")
    browser = browser_of(world, "ada")
    browser.get(link)
    browser.post("/sign-in", name=marker, password=marker)
    browser.get(f"/?q={marker}")
    world.nobody.ask("POST", "/oauth/revoke", data={"token": marker})
    Caller(world.app, f"postil_{marker}").get("/me")
    logged = log.getvalue()
    assert len(logged.splitlines()) >= 12
    assert marker not in logged
    assert put.id not in logged
    assert not re.search(r"postil_[A-Za-z0-9]", logged)


@pytest.mark.parametrize("path", ["/api/annotations/{}", "/?q=wombat7f3a"])
def test_the_unforeseen_is_logged_with_its_trace_and_without_its_words(
    world: World, log: io.StringIO, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    def fail(*_: Any) -> None:
        raise ValueError("wombat7f3a")

    monkeypatch.setattr("postil.services.annotations.get", fail)
    monkeypatch.setattr("postil.services.papers.search", fail)
    assert session(world, "ada").get(ORIGIN + path.format(uuid4()), headers={"Sec-Fetch-Site": "same-origin"}).status_code == 500
    (trace, request) = lines(log)
    assert trace["level"] == "error"
    assert trace["trace"][0] == "ValueError"
    assert any("test_health.py" in place for place in trace["trace"])
    assert request["status"] == 500
    assert "wombat" not in log.getvalue()


def test_at_debug_an_error_s_own_words_are_told(world: World, log: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging.getLogger("postil"), "level", logging.DEBUG)
    monkeypatch.setattr("postil.services.annotations.get", lambda *_: 1 / 0)
    world.as_user("ada").get(f"/annotations/{uuid4()}")
    assert lines(log)[0]["trace"][0] == "ZeroDivisionError: division by zero"


# --- several processes -----------------------------------------------------------------------------------------------------------------


def test_workers_are_counted_together(tmp_path: pathlib.Path) -> None:
    """The whole way: two processes of one `postil serve`, with connections of their own for each request."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environ = {k: v for k, v in os.environ.items() if not k.startswith(("POSTIL_", "PROMETHEUS_"))}
    environ |= {"POSTIL_DATA_DIR": str(tmp_path), "POSTIL_PORT": str(port), "POSTIL_WORKERS": "2"}
    command, base = [sys.executable, "-m", "postil"], f"http://127.0.0.1:{port}"
    token = subprocess.run(
        [*command, "token", "add", "owner", "--scope", "account"], env=environ, capture_output=True, text=True, check=True
    ).stdout.strip()
    with subprocess.Popen([*command, "serve"], env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as server:
        try:
            with httpx.Client(transport=httpx.HTTPTransport(retries=8), timeout=60) as client:
                assert client.get(f"{base}/readyz").status_code == 200
            for _ in range(30):
                assert httpx.get(f"{base}/healthz", timeout=60).status_code == 200
            shown = httpx.get(f"{base}/metrics", headers={"Authorization": f"Bearer {token}"}, timeout=60)
        finally:
            server.send_signal(signal.SIGINT)
            told = server.stderr.read() if server.stderr else ""
    assert shown.status_code == 200, shown.text
    assert 'postil_requests_total{method="GET",route="/healthz",status="200"} 30.0' in shown.text
    assert sum(json.loads(line).get("route") == "/healthz" for line in told.splitlines() if line.startswith("{")) == 30
