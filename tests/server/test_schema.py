"""The database: what the migrations make is what the models say, on both databases; and a newer one is left alone."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest
from peewee import Database
from playhouse.schema_diff import diff_models

from postil.db import connect, database
from postil.errors import SetupError
from postil.models import MODELS, Group, Meta, User
from postil.schema import MIGRATIONS, migrate
from postil.services import server

#: What no model has: the full-text index, and the tables of the tools.
BESIDE = ("paper_words", "schema_migration", "sqlite_")


def schema(bound: Database) -> list[Any]:
    """Every table, column, default and index, as the database itself tells them."""
    queries = (
        ["SELECT name, sql FROM sqlite_master ORDER BY name"]
        if not bound.for_update
        else [
            "SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns"
            " WHERE table_schema = 'public' ORDER BY 1, 2",
            "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
            "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
            " WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2",
        ]
    )
    rows = [tuple(row) for query in queries for row in bound.execute_sql(query)]
    return [row for row in rows if not any(str(row[0]).startswith(name) or str(row[1]).startswith(name) for name in BESIDE)]


@pytest.fixture
def empty(kind: str, tmp_path: Any, request: pytest.FixtureRequest) -> Any:
    """Makes empty databases: `empty()` is bound to the models and open."""
    made: list[Database] = []

    def make() -> Database:
        if kind == "sqlite":
            url = f"sqlite:///{tmp_path}/{len(made)}.sqlite3"
        else:
            cluster, name = request.getfixturevalue("postgres"), f"{tmp_path.name}_{len(made)}".lower().replace("-", "_")
            with psycopg.connect(cluster.get_uri(), autocommit=True) as connection:
                connection.execute(f'DROP DATABASE IF EXISTS "{name}"')
                connection.execute(f'CREATE DATABASE "{name}"')
            url = cluster.get_uri(name)
        made.append(connect(url, connections=2))
        database.initialize(made[-1])
        database.connect()
        return made[-1]

    yield make
    for bound in made:
        bound.close()
        bound.close_all()


def test_the_migrations_make_what_the_models_say(empty: Any) -> None:
    migrated = empty()
    assert migrate() == [path.stem for path in sorted(MIGRATIONS.glob("[0-9]*.py"))]
    assert not diff_models(migrated, list(MODELS))
    told = schema(migrated)
    created = empty()
    created.create_tables(MODELS, safe=False)
    assert told == schema(created)
    assert len(told) > 2 * len(MODELS)


def test_migrating_again_changes_nothing(empty: Any) -> None:
    bound = empty()
    migrate()
    before = schema(bound)
    assert migrate() == []
    assert schema(bound) == before


def test_a_newer_database_is_refused_and_left_alone(empty: Any) -> None:
    bound = empty()
    server.initialise()
    before = schema(bound)
    table = next(t for t in bound.get_tables() if "migration" in t)
    columns = [c.name for c in bound.get_columns(table) if c.name != "id"]
    values = ", ".join(f"'{'9999_later' if c == 'name' else '2030-01-01'}'" for c in columns)
    bound.execute_sql(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({values})")
    with pytest.raises(SetupError, match="9999_later"):
        server.initialise()
    assert schema(bound) == before


def test_the_first_start_makes_an_owner_and_an_epoch_once(empty: Any) -> None:
    empty()
    server.initialise()
    epoch = Meta.get_by_id("epoch").value
    assert len(epoch) == 32
    server.initialise()
    assert Meta.get_by_id("epoch").value == epoch
    assert [(u.name, u.is_admin) for u in User.select()] == [("owner", True)]
    assert [(g.kind, g.name) for g in Group.select()] == [("personal", "Only me")]
