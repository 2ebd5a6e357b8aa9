"""Figures for Prometheus. Worker processes count in files that they share (figure_files.py), where `postil serve` has named a directory."""

from __future__ import annotations

import contextlib
import logging
import os
from pathlib import Path

from prometheus_client import REGISTRY, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead

from postil.db import connections_in_use
from postil.figure_files import DIRECTORY

log = logging.getLogger("postil.metrics")

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"

_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")

_requests = Counter("postil_requests", "Requests by route, method and status.", ["route", "method", "status"])
_seconds = Histogram("postil_request_seconds", "Time until the answer began, by route.", ["route"])
_connections = Gauge("postil_database_connections", "Connections to the database that are in use.", multiprocess_mode="livesum")


def count(method: str, route: str, status: int, seconds: float) -> None:
    """One request. `route` is the pattern, of which there are few."""
    try:
        _requests.labels(route, method if method in _METHODS else "other", str(status)).inc()
        _seconds.labels(route).observe(seconds)
        _connections.set(connections_in_use())
    except (OSError, IndexError) as error:
        # A full disk: the library's file cannot grow, and after that it believes that it did. The request has its answer all the same.
        log.warning("a request was not counted: %s", error)


def text() -> bytes:
    """All figures, of all workers, in Prometheus's text format: what those who are gone have counted, too, but not what they have open."""
    registry = REGISTRY
    if DIRECTORY in os.environ:
        _bury(Path(os.environ[DIRECTORY]))
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)


def _bury(directory: Path) -> None:
    """A worker that was killed could not say so itself, as the library wants it to be said."""
    for path in directory.glob("gauge_live*_*.db"):
        pid = int(path.stem.rpartition("_")[2])
        try:
            os.kill(pid, 0)
        except (ProcessLookupError, PermissionError):  # the second: its number is another user's process now
            with contextlib.suppress(FileNotFoundError):  # another worker was asked at the same moment
                mark_process_dead(pid)  # type: ignore[no-untyped-call]
