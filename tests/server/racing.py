"""Somebody else who acts at a chosen moment of a request."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest
from werkzeug.test import TestResponse
from world import at_once

from e2e.waiting import until
from postil.db import database


def before(monkeypatch: pytest.MonkeyPatch, module: Any, name: str, act: Callable[[], Any]) -> list[Any]:
    """Just before `module.name` is first called, somebody else acts, over a connection of their own; what came of it, once they have."""
    real, done = getattr(module, name), []

    def wrapped(*arguments: Any, **named: Any) -> Any:
        monkeypatch.setattr(module, name, real)
        done.extend(at_once(act))
        return real(*arguments, **named)

    monkeypatch.setattr(module, name, wrapped)
    return done


def while_under_way(
    monkeypatch: pytest.MonkeyPatch, threads: ThreadPoolExecutor, module: Any, name: str, act: Callable[[], TestResponse]
) -> list[Future[TestResponse]]:
    """Just before `module.name` is first called, in a transaction, somebody else begins to act, and is done or waits for its end."""
    real, acting = getattr(module, name), list[Future[TestResponse]]()

    def wrapped(*arguments: Any, **named: Any) -> Any:
        monkeypatch.setattr(module, name, real)
        acting.append(threads.submit(act))
        until(lambda: somebody_waits() or acting[0].done(), "who waits for this transaction, or is done")
        return real(*arguments, **named)

    monkeypatch.setattr(module, name, wrapped)
    return acting


def somebody_waits() -> bool:
    """For a lock that another transaction holds."""
    return bool(database.execute_sql("SELECT count(*) FROM pg_locks WHERE NOT granted").fetchone()[0])
