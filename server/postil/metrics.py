"""Figures for Prometheus. Worker processes count in a directory that they share, when `postil serve` has named one before they start."""

from __future__ import annotations

import os

from prometheus_client import REGISTRY, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from postil.db import connections_in_use

#: The library's own variable: it is read when the library is first imported, so only a worker may import this module.
DIRECTORY = "PROMETHEUS_MULTIPROC_DIR"

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"

_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")

_requests = Counter("postil_requests", "Requests by route, method and status.", ["route", "method", "status"])
_seconds = Histogram("postil_request_seconds", "Time until the answer began, by route.", ["route"])
_connections = Gauge("postil_database_connections", "Connections to the database that are in use.", multiprocess_mode="livesum")


def count(method: str, route: str, status: int, seconds: float) -> None:
    """One request. `route` is the pattern, of which there are few."""
    _requests.labels(route, method if method in _METHODS else "other", str(status)).inc()
    _seconds.labels(route).observe(seconds)
    _connections.set(connections_in_use())


def text() -> bytes:
    """All figures, of all workers, in Prometheus's text format."""
    registry = REGISTRY
    if DIRECTORY in os.environ:
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)
