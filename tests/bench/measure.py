"""A server in processes of its own, a client that keeps its connection, and what a request costs: wall time and the server's CPU."""

from __future__ import annotations

import contextlib
import http.client
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

sys.path.append(str(Path(__file__).parents[1]))
from e2e.server import free_port

HERE = Path(__file__).parent

#: Requests before the other side's turn comes.
TURN = 20


@dataclass(frozen=True)
class Cost:
    """Of one request, in microseconds: medians."""

    wall: float
    cpu: float


class Server:
    """One that runs, and one connection to it."""

    def __init__(self, port: int, pid: int) -> None:
        self.port = port
        self.pids = [pid, *_children(pid)]
        self._connection = http.client.HTTPConnection("127.0.0.1", port)

    def ask(self, method: str, path: str, *, body: bytes | None = None, **headers: str) -> tuple[int, Mapping[str, str], bytes]:
        self._connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        response = self._connection.getresponse()
        return response.status, response.headers, response.read()

    def stream(self, path: str, **headers: str) -> int:
        """The number of lines of an answer that is too long to be kept."""
        self._connection.request("GET", path, headers=headers)
        response = self._connection.getresponse()
        assert response.status == 200, response.read()
        return sum(piece.count(b"\n") for piece in iter(lambda: response.read(1 << 16), b""))

    def cpu(self) -> int:
        """Nanoseconds that all its processes have used, once it rests: an answer is read before the server has put its things away."""
        before = -1
        while (used := sum(time.clock_gettime_ns(~pid << 3 | 2) for pid in self.pids)) != before:  # Linux: a process's CPU clock
            before = used
            time.sleep(0.0002)
        return used

    def memory(self, line: str = "VmRSS") -> float:
        """MB of its largest process, the worker."""
        return max(_status(pid, line) for pid in self.pids) / 1024

    def forget_peak(self) -> None:
        for pid in self.pids:
            Path(f"/proc/{pid}/clear_refs").write_text("5")


def _children(pid: int) -> list[int]:
    found = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return found + [deeper for child in found for deeper in _children(child)]


def _status(pid: int, line: str) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(text.split()[1]) for text in lines if text.startswith(f"{line}:"))


@contextlib.contextmanager
def running(directory: Path, database_url: str = "", **settings: str) -> Iterator[Server]:
    """Postil with the bare routes beside it, as `postil serve` starts it, with its default settings but for these, and no daily backup."""
    port = free_port()
    path = os.pathsep.join(filter(None, (str(HERE), os.environ.get("PYTHONPATH"))))
    own = {
        "POSTIL_DATA_DIR": str(directory),
        "POSTIL_DATABASE_URL": database_url,
        "POSTIL_PORT": str(port),
        "POSTIL_BACKUPS": "0",
        "PYTHONPATH": path,
    }
    with (directory / "server.log").open("ab") as log:
        process = subprocess.Popen([sys.executable, str(HERE / "both.py")], env=os.environ | own | settings, stdout=log, stderr=log)
        try:
            _await(port, process)
            yield Server(port, process.pid)
        finally:
            process.terminate()
            process.wait()


def _await(port: int, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        with contextlib.suppress(OSError):
            connection = http.client.HTTPConnection("127.0.0.1", port)
            connection.request("GET", "/readyz")
            if connection.getresponse().status == 200:
                return
        time.sleep(0.05)
    raise RuntimeError(f"the server ended with {process.returncode}")


def alternating(requests: int, *sides: tuple[Server, Callable[[], object]]) -> list[Cost]:
    """Each side's costs: A B A B …, so that whatever else the machine does falls on all of them.

    A turn is a few requests one after the other, as a busy server has them; a turn's CPU is theirs in equal parts.
    """
    walls: list[list[int]] = [[] for _ in sides]
    used: list[list[float]] = [[] for _ in sides]
    for turn in range(max(1, requests // TURN) + 1):
        for place, (server, call) in enumerate(sides):
            before = server.cpu()
            times = [_timed(call) for _ in range(TURN)]
            if turn:  # the first one warms up
                walls[place] += times
                used[place].append((server.cpu() - before) / TURN)
    return [Cost(median(wall) / 1000, median(cpu) / 1000) for wall, cpu in zip(walls, used, strict=True)]


def _timed(call: Callable[[], object]) -> int:
    begun = time.perf_counter_ns()
    call()
    return time.perf_counter_ns() - begun
