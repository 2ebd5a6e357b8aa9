"""The database: one proxy, bound once at start; connecting; the one place where a transaction is run again.

Nothing here knows a table. Models import `database` from here; only services open transactions, through `in_transaction`.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from random import uniform
from time import sleep
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

from peewee import Database, DatabaseProxy, IntegrityError, InterfaceError, OperationalError
from playhouse.pool import PooledPostgresqlDatabase, PooledSqliteDatabase

from postil.errors import SetupError, Unavailable

database: Any = DatabaseProxy()

ATTEMPTS = 5

#: Seconds: the longest pause before the second run; it doubles with every further one. Without a pause of random length, the
#: transaction that lost a deadlock takes its first row again before the winner is awake, and the two deadlock once more.
PAUSE = 0.02

#: PostgreSQL: serialization failure and deadlock. Its manual (13.5) says to run such a transaction again from its start.
_RETRIED_SQLSTATES = {"40001", "40P01"}

# FULL: an acknowledged note survives a power cut. WAL: readers never wait for the writer. secure_delete: what is deleted is overwritten.
_SQLITE_PRAGMAS = {"journal_mode": "wal", "synchronous": "full", "foreign_keys": 1, "busy_timeout": 5000, "secure_delete": 1}

Result = TypeVar("Result")


def connect(url: str, connections: int = 8) -> Database:
    """Make the pooled database for `sqlite:///FILE` or `postgresql://…` (several hosts in one URL are libpq's to understand).

    Raises SetupError for a kind that is not known and for a directory that cannot be written.
    """
    file, kind = file_of(url), url.split(":", 1)[0]
    if file:
        return _sqlite(file, connections)
    if kind in ("postgresql", "postgres"):
        return PooledPostgresqlDatabase(url, max_connections=connections, timeout=10, autoconnect=False, prefer_psycopg3=True)
    raise SetupError(f"a database of kind {kind!r} is not known: use sqlite:///FILE or postgresql://…")


def file_of(url: str) -> Path | None:
    """The file of a SQLite database's address."""
    return Path(unquote(urlsplit(url).path[1:])) if url.startswith("sqlite:") else None


def _sqlite(path: Path, connections: int) -> Database:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(0o600)  # a new one is closed from its first moment: nobody else on the machine reads unpublished thoughts
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


@contextlib.contextmanager
def alone(wait: bool = True) -> Iterator[bool]:
    """Do what one process at a time does to the bound database: migrate it, make its daily backup. Gives whether it may.

    Without `wait` that is False while another is at it. What holds others off ends with this process, however that ends.
    """
    with (_alone_on_postgres if is_postgres() else _alone_with_file)(wait) as held:
        yield held


#: Any number that nobody else's locks in this database have: "postil" in ASCII.
_ADVISORY = int.from_bytes(b"postil", "big")


@contextlib.contextmanager
def _alone_on_postgres(wait: bool) -> Iterator[bool]:
    """By an advisory lock of the session (PostgreSQL's manual, 13.3.5): several machines may serve one database."""
    ask = "SELECT pg_advisory_lock(%s) IS NOT NULL" if wait else "SELECT pg_try_advisory_lock(%s)"
    (held,) = database.execute_sql(ask, [_ADVISORY]).fetchone()
    try:
        yield held
    finally:
        if held:
            with contextlib.suppress(OperationalError, InterfaceError):  # a connection that broke took the lock with it
                database.execute_sql("SELECT pg_advisory_unlock(%s)", [_ADVISORY])


@contextlib.contextmanager
def _alone_with_file(wait: bool) -> Iterator[bool]:
    """By a lock on a file beside the database: SQLite's own would end with each migration's transaction."""
    with open(f"{database.obj.database}.lock", "ab", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        yield True


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
