"""The database: one proxy, bound once at start; connecting; the one place where a transaction is run again.

Nothing here knows a table. Models import `database` from here; only services open transactions, through `in_transaction`.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from random import uniform
from time import sleep
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

from peewee import Database, DatabaseProxy, IntegrityError, InterfaceError, OperationalError
from playhouse.migrations import Runner
from playhouse.pool import PooledPostgresqlDatabase, PooledSqliteDatabase

from postil.errors import SetupError, Unavailable

database: Any = DatabaseProxy()

ATTEMPTS = 5

#: Seconds: the longest pause before the second run; it doubles with every further one. Without a pause of random length, the
#: transaction that lost a deadlock takes its first row again before the winner is awake, and the two deadlock once more.
PAUSE = 0.02

MIGRATIONS = Path(__file__).parent / "migrations"

#: PostgreSQL: serialization failure and deadlock. Its manual (13.5) says to run such a transaction again from its start.
_RETRIED_SQLSTATES = {"40001", "40P01"}

# FULL: an acknowledged note survives a power cut. WAL: readers never wait for the writer. secure_delete: what is deleted is overwritten.
_SQLITE_PRAGMAS = {"journal_mode": "wal", "synchronous": "full", "foreign_keys": 1, "busy_timeout": 5000, "secure_delete": 1}

Result = TypeVar("Result")


def connect(url: str, connections: int = 8) -> Database:
    """Make the pooled database for `sqlite:///FILE` or `postgresql://…` (several hosts in one URL are libpq's to understand).

    Raises SetupError for a kind that is not known and for a directory that cannot be written.
    """
    kind = url.split(":", 1)[0]
    if kind == "sqlite":
        return _sqlite(Path(unquote(urlsplit(url).path[1:])), connections)
    if kind in ("postgresql", "postgres"):
        return PooledPostgresqlDatabase(url, max_connections=connections, timeout=10, autoconnect=False, prefer_psycopg3=True)
    raise SetupError(f"a database of kind {kind!r} is not known: use sqlite:///FILE or postgresql://…")


def _sqlite(path: Path, connections: int) -> Database:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        created = not path.exists()
        path.touch()
        if created:
            path.chmod(0o600)  # unpublished thoughts: nobody else on the machine reads them
    except OSError as error:
        raise SetupError(
            f"the data directory {path.parent} cannot be written ({error.strerror}): choose another with POSTIL_DATA_DIR"
        ) from error
    # IMMEDIATE: a deferred BEGIN that later writes fails with "database is locked" whatever the busy timeout.
    # check_same_thread: a pool hands one connection to many threads, one after the other.
    return PooledSqliteDatabase(
        str(path),
        pragmas=_SQLITE_PRAGMAS,
        lock_type="IMMEDIATE",
        check_same_thread=False,
        max_connections=connections,
        timeout=10,
        autoconnect=False,
    )


def is_postgres() -> bool:
    return bool(database.for_update)


def locked(query: Any) -> Any:
    """The query, taking row locks where the database has them. SQLite's IMMEDIATE transaction already holds the only write lock."""
    return query.for_update() if is_postgres() else query


def in_transaction(work: Callable[[], Result]) -> Result:
    """Run `work` in one transaction; run it again when the database asks for that. The only retry of database work in Postil.

    Three things make it run again, at most ATTEMPTS times: a serialization failure or a deadlock (PostgreSQL), and an integrity error,
    which here means that another transaction committed the same id, operation or time stamp in between: the second run sees it.
    `work` must therefore have no effect but in the database. Inside an open transaction it simply joins.
    """
    if database.in_transaction():
        return work()
    for attempt in range(1, ATTEMPTS + 1):
        try:
            with database.atomic():
                return work()
        except IntegrityError:
            if attempt == ATTEMPTS:
                raise
        except (OperationalError, InterfaceError) as error:
            if not _asks_for_retry(error):
                raise Unavailable("the database cannot be used now; nothing was written", retry_after=2) from error
            if attempt == ATTEMPTS:
                raise Unavailable("the database is too busy; nothing was written", retry_after=1) from error
            sleep(uniform(0, PAUSE * 2 ** (attempt - 1)))  # noqa: S311 (no secret)
    raise AssertionError("unreachable")


def snapshot() -> AbstractContextManager[Any]:
    """All that is read inside is of one moment, that of the first read. On SQLite it waits for no writer, and no writer for it."""
    return database.transaction("REPEATABLE READ, READ ONLY" if is_postgres() else "DEFERRED")


def _asks_for_retry(error: BaseException) -> bool:
    cause = error.__cause__ or error.__context__ or error
    return getattr(cause, "sqlstate", None) in _RETRIED_SQLSTATES


def pending() -> list[str]:
    """The migrations that the bound database lacks, and those that a newer Postil has run in it."""
    status = Runner(database.obj, str(MIGRATIONS)).status()
    return [m.name for m in status if m.path is None or not m.applied]


def empty_log() -> None:
    """SQLite's write-ahead log holds pages as they were: bring it into the file and cut it off. Who reads too long leaves it as it is."""
    if not is_postgres():
        database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def rewrite() -> None:
    """Write the whole database anew, so that nothing of what was deleted stays. Writers, on PostgreSQL readers too, wait."""
    database.execute_sql("VACUUM FULL" if is_postgres() else "VACUUM")
    empty_log()


def connections_in_use() -> int:
    """Of this process's pool."""
    return len(database.obj._in_use)


def migrate() -> list[str]:
    """Bring the bound database to this version's schema; returns the names of the migrations that ran.

    Raises SetupError for a database that a newer Postil has changed: older code must not write to it.
    """
    runner = Runner(database.obj, str(MIGRATIONS))
    newer = [m.name for m in runner.status() if m.path is None]
    if newer:
        raise SetupError(f"the database was made by a newer Postil (it has {newer[-1]}): update Postil, nothing was changed")
    names: list[str] = runner.up()
    return names
