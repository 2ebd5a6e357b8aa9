"""`postil serve` in processes of its own, over either database, where a test may kill any of them."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import psutil

from e2e.server import Server
from e2e.waiting import until
from live.client import Client
from live.disk import SmallDisk


class Live(Server):
    """Settings by the names of `Config`: `Live(directory, workers="2", database_url=…)`. Its files may lie on a disk of its own."""

    def __init__(self, directory: Path, disk: SmallDisk | None = None, before: Sequence[str] = (), **settings: str) -> None:
        """`before` is what its commands begin with."""
        super().__init__(directory)
        self._disk = disk
        self._python = [*before, *self._python]
        if disk:
            self._python = [*disk.inside, *self._python]
            settings["data_dir"] = str(disk.directory)
        self._settings = {f"POSTIL_{name.upper()}": value for name, value in settings.items()}
        self._clock = directory / "clock"
        self.set_clock(0)

    @property
    def _environment(self) -> dict[str, str]:
        clock = {"PYTHONPATH": str(Path(__file__).parent / "clock"), "CLOCK_FILE": str(self._clock)}
        disk = {"TMPDIR": str(self._disk.directory)} if self._disk else {}
        return {**super()._environment, **clock, **disk, **self._settings}

    def set_clock(self, off: int) -> None:
        """By so many seconds, for all of its processes, from now on."""
        file = os.open(self._clock, os.O_WRONLY | os.O_CREAT, 0o600)
        os.pwrite(file, (off * 10**9).to_bytes(8, "little", signed=True), 0)
        os.close(file)

    @property
    def database_url(self) -> str:
        return self._settings.get("POSTIL_DATABASE_URL") or f"sqlite:///{self.directory / 'postil.sqlite3'}"

    def legible(self) -> str:
        """The address by which this process reads the database: a copy of it, where it lies on a disk that others do not see."""
        if self._disk is None:
            return self.database_url
        for path in self._disk.from_outside.glob("postil.sqlite3*"):
            shutil.copy(path, self.directory)
        return self.database_url

    def clients(self, names: list[str]) -> list[Client]:
        """Of new users."""
        commands = [command for name in names for command in (["user", "add", name], ["token", "add", name])]
        return [Client(self.port, token) for token in self.several(commands)[1::2]]

    def teams(self, number: int, owner: str, *members: str) -> list[str]:
        """So many teams' ids."""
        made = self.several([["group", "add", "Lab", "--owner", owner]] * number)
        self.several([["group", "set-role", team, name, "member"] for team in made for name in members])
        return made

    def attempt(self, arguments: list[str], patience: float | None = None) -> bool:
        """One command; whether it said that it has done it. After so many seconds it is killed."""
        command = [*self._python, "-m", "postil", *arguments]
        with self.log.open("ab") as log:
            try:
                return subprocess.run(command, env=self._environment, stdout=log, stderr=log, timeout=patience, check=False).returncode == 0
            except subprocess.TimeoutExpired:
                return False

    # --- its processes

    @property
    def parent(self) -> psutil.Process:
        assert self._process is not None
        return psutil.Process(self._process.pid)

    def workers(self) -> list[psutil.Process]:
        """The processes that listen."""
        found = []
        for child in self.parent.children():
            with suppress(psutil.NoSuchProcess):
                if any(connection.status == psutil.CONN_LISTEN for connection in child.net_connections("tcp")):
                    found.append(child)
        return found

    def upkeep(self) -> psutil.Process:
        """The one that runs beside the workers."""
        until(lambda: len(self.workers()) == int(self._settings["POSTIL_WORKERS"]), "all workers")
        listening = self.workers()
        others = [child for child in self.parent.children() if child not in listening and not _tracks(child)]
        (found,) = others
        return found

    def revive(self) -> None:
        """What keeps services running on a machine starts one anew that has ended."""
        if self._process is not None and self._process.poll() is not None:
            self._process = None
        self.start()

    def kill_workers(self) -> None:
        for worker in self.workers():
            worker.kill()

    def kill(self) -> None:
        """The process that was started, and it alone: what becomes of the others is its own affair."""
        process, self._process = self._process, None
        assert process is not None
        children = psutil.Process(process.pid).children(recursive=True)
        process.kill()
        process.wait()
        try:
            until(lambda: not any(child.is_running() and child.status() != psutil.STATUS_ZOMBIE for child in children), "its workers' end")
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)

    @contextmanager
    def full_disk(self) -> Iterator[None]:
        """No file of its workers grows any more, as when no space is left."""
        pids = [worker.pid for worker in self.workers()]
        before = [resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY)) for pid in pids]
        try:
            yield
        finally:
            for pid, limit in zip(pids, before, strict=True):
                resource.prlimit(pid, resource.RLIMIT_FSIZE, limit)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Another process writes to its SQLite and does not come to an end."""
        path = self.database_url.removeprefix("sqlite:///")
        with closing(sqlite3.connect(path, isolation_level=None, timeout=20)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield

    def stop_at_once(self) -> None:
        """At the end of a test, whatever state it is in."""
        process, self._process = self._process, None
        if process is not None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _tracks(process: psutil.Process) -> bool:
    """Python's own beside any that starts others: it looks after what they share."""
    return any("resource_tracker" in word for word in process.cmdline())
