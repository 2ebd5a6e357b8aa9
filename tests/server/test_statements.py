"""Queries that are spelled once answer as those that are spelled each time, whatever values they are given."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from peewee import IntegrityError
from world import World

from postil.db import database
from postil.models import Operation, Token, User
from postil.statements import among, insertion, statement

_token, _operation = insertion(Token), insertion(Operation)


@statement
def _named(ids: Any, name: Any) -> Any:
    return User.select(User.id).where(among(User.id, ids) & (User.name != name) & (User.display_name != "%s ? :name")).order_by(User.id)


@pytest.fixture
def people(world: World) -> dict[str, int]:
    return {name: world.user_id(name) for name in ("ada", "bob", "cyd")}


def test_each_run_takes_its_own_values(people: dict[str, int]) -> None:
    ada, bob, cyd = people.values()
    with database.connection_context():
        assert _named(ids=[ada, bob, cyd], name="bob").fetchall() == [(ada,), (cyd,)]
        assert _named(ids={bob}, name="ada").fetchall() == [(bob,)]
        assert _named(ids=[], name="ada").fetchall() == []
        assert _named(name="x", ids=(cyd, *range(10**6, 10**6 + 2000))).fetchall() == [(cyd,)]


def test_among_serves_any_query(people: dict[str, int]) -> None:
    with database.connection_context():
        found = User.select().where(among(User.name, ["ada", "cyd", "it's"])).order_by(User.id)
        assert [user.name for user in found] == ["ada", "cyd"]
        assert not User.select().where(among(User.id, [])).exists()


def test_it_is_spelled_once(people: dict[str, int], statements: list[tuple[str, Any]]) -> None:
    with database.connection_context():
        for ids in ([1], [1, 2, 3], []):
            _named(ids=ids, name="ada")
    assert len({text for text, _ in statements}) == 1


@pytest.mark.parametrize("details", [None, {"a": ["ü", 1, None]}, [1, [2]], "text", 0])
def test_a_row_is_put_in_as_its_model_would(people: dict[str, int], details: Any) -> None:
    row = {"kind": "x", "user": people["ada"], "group": None, "hash": "h", "name": "%s ?", "scopes": "", "created": 2**60}
    row |= {"expires": None, "uses_left": 3, "revoked_at": None, "last_used": None, "details": details}
    with database.connection_context():
        (made,) = _token(**row).fetchone()
        found = Token.get_by_id(made)
        assert {name: getattr(found, f"{name}_id" if name in ("user", "group") else name) for name in row} == row


def test_a_row_without_an_id_of_its_own(people: dict[str, int]) -> None:
    key, note = uuid4(), uuid4()
    with database.connection_context():
        _operation(user=people["ada"], key=key, annotation=note, number=1, at=1)
        assert Operation.get(Operation.key == key).annotation == note
        with pytest.raises(IntegrityError):
            _operation(user=people["ada"], key=key, annotation=note, number=1, at=1)


@pytest.mark.parametrize("values", [{}, {"ids": [1]}, {"name": "ada"}])
def test_a_value_that_is_missing_is_named(people: dict[str, int], values: dict[str, Any]) -> None:
    with database.connection_context(), pytest.raises(KeyError):
        _named(**values)
