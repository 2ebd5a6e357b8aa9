"""The one retry, and what is said when the database cannot be used."""

from __future__ import annotations

from threading import Barrier, BrokenBarrierError
from typing import Any
from uuid import uuid4

import peewee
import pytest
from factories import assert_problem, note
from world import World, at_once

from postil.db import ATTEMPTS, database, in_transaction
from postil.errors import Unavailable
from postil.models import Group


def test_a_deadlock_is_run_again(world: World) -> None:
    """Two transactions that lock two rows in opposite orders: PostgreSQL ends one of them, and it is run again."""
    ids = [world.identity(name).personal.group_id for name in ("ada", "bob")]
    both, runs = Barrier(2), []

    def lock(first: int, second: int) -> None:
        def work() -> None:
            runs.append(first)
            Group.update(revision=Group.revision + 1).where(Group.id == first).execute()
            if world.kind == "postgresql" and len(runs) <= 2:
                both.wait(timeout=10)
            Group.update(revision=Group.revision + 1).where(Group.id == second).execute()

        with database.connection_context():
            in_transaction(work)

    before = revisions(ids)
    at_once(lambda: lock(*ids), lambda: lock(*reversed(ids)))
    assert revisions(ids) == [revision + 2 for revision in before]
    # How often it takes until both are through is the scheduler's; that one had to start again is PostgreSQL's promise.
    assert 2 < len(runs) < 2 * ATTEMPTS if world.kind == "postgresql" else len(runs) == 2


def revisions(ids: list[int]) -> list[int]:
    with database.connection_context():
        return [revision for (revision,) in Group.select(Group.revision).where(Group.id.in_(ids)).order_by(Group.id).tuples()]


def test_what_clashes_for_ever_is_given_up(world: World) -> None:
    runs = []

    def work() -> None:
        runs.append(1)
        Group.create(public_id="same", kind="team", name="", created=0)
        Group.create(public_id="same", kind="team", name="", created=0)

    with database.connection_context(), pytest.raises(peewee.IntegrityError):
        in_transaction(work)
    assert len(runs) == ATTEMPTS
    with database.connection_context():
        assert not Group.select().where(Group.public_id == "same").exists()


def test_a_transaction_inside_another_joins_it(world: World) -> None:
    def outer() -> None:
        in_transaction(lambda: Group.create(public_id="inner", kind="team", name="", created=0))
        raise BrokenBarrierError

    with database.connection_context():
        with pytest.raises(BrokenBarrierError):
            in_transaction(outer)
        assert not Group.select().where(Group.public_id == "inner").exists()


def test_a_database_that_is_away_is_503(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    ada, group = world.as_user("ada"), world.personal("ada")

    def away(*args: Any, **options: Any) -> None:
        raise peewee.OperationalError("connection refused")

    with monkeypatch.context() as patched:
        patched.setattr(database.obj, "connect", away)
        answer = ada.put(f"/annotations/{uuid4()}", note(group))
    assert_problem(answer, 503, "unavailable")
    assert answer.headers["Retry-After"] == "2"
    assert "refused" not in answer.text


def test_a_database_that_goes_away_within_a_write_is_503_and_writes_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from postil import changes

    ada, group, id = world.as_user("ada"), world.personal("ada"), uuid4()

    def away(*args: Any) -> None:
        raise peewee.OperationalError("server closed the connection unexpectedly")

    with monkeypatch.context() as patched:
        patched.setattr(changes, "record", away)
        assert_problem(ada.put(f"/annotations/{id}", note(group)), 503, "unavailable")
    assert_problem(ada.get(f"/annotations/{id}"), 404)
    with pytest.raises(Unavailable), database.connection_context():
        in_transaction(away)
