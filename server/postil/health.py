"""For whoever runs the server: is it up, can it answer, how does it do; and a line about each request."""

from __future__ import annotations

import time
from functools import partial
from typing import Any

import orjson
from flask import Flask, Response, g, request

from postil import auth, logs, metrics
from postil.gateway import REFUSED
from postil.policy import require
from postil.services import server


def register(app: Flask) -> None:
    """First of all, so that what other parts refuse is counted too."""
    app.before_request(_begin)
    app.after_request(_observe)
    app.add_url_rule("/healthz", view_func=up)
    app.add_url_rule("/readyz", view_func=ready)
    app.add_url_rule("/metrics", view_func=figures)


def up() -> Response:
    """The process runs. Asks nothing of the database: a restart would not mend that."""
    return _answer({"status": "up"})


def ready() -> Response:
    """The database answers, in this version's schema. Raises Unavailable."""
    server.require_ready()
    return _answer({"status": "ready"})


def figures() -> Response:
    require(auth.signed_in(), "server.measure")
    response = Response(metrics.text(), content_type=metrics.MEDIA_TYPE)
    response.headers["Cache-Control"] = "no-store"
    return response


def _answer(document: dict[str, Any]) -> Response:
    response = Response(orjson.dumps(document), mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


def _begin() -> None:
    g.began = time.perf_counter()


def _observe(response: Response) -> Response:
    """The route's pattern stands for the address: that could hold a secret link or the words of a search.

    What is streamed is told of when it ends; where it was refused as it began, that is told already.
    """
    route = request.url_rule.rule if request.url_rule else "unknown"
    caller = g.get("identity")
    tell = partial(_tell, request.method, route, response.status_code, time.perf_counter() - g.began, caller.user_id if caller else None)
    if response.is_streamed:
        environ = request.environ
        response.call_on_close(lambda: None if REFUSED in environ else tell())
    else:
        tell()
    return response


def _tell(method: str, route: str, status: int, seconds: float, user: int | None) -> None:
    metrics.count(method, route, status, seconds)
    told = {"method": method[:10], "route": route, "status": status, "ms": round(seconds * 1000, 1), "user": user}
    logs.requests.info("request", extra={"told": told})
