"""What one machine holds: clients that ask again as soon as they are answered, more and more of them. `python tests/bench/load.py --help`

For each kind of request: how many are answered in a second and in which time, by the number of clients, and where the knee is: the fewest
clients that get nine tenths done of the most that any number gets done. Twice as many only wait twice as long (Little's law).
The clients run on the same machine and take their share of it.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Barrier, Thread
from urllib.parse import urlencode
from uuid import uuid4

import orjson
from databases import Place, filled_databases
from fill import Filled
from measure import Server, running

from server import KINDS, machine, note

CLIENTS = (1, 2, 4, 8, 16, 32, 64)

#: Of the most that is ever answered in a second: where a knee is.
NEARLY_ALL = 0.9

#: One request over a connection of the client's own; its status.
Ask = Callable[[Server], int]


@dataclass(frozen=True)
class Step:
    """So many clients for a while: the times of what was answered, in nanoseconds, in ascending order."""

    clients: int
    seconds: float
    times: list[int]
    refused: int

    @property
    def rate(self) -> float:
        return len(self.times) / self.seconds

    def within(self, percent: int) -> float:
        """Milliseconds in which so many of a hundred were answered."""
        return self.times[min(len(self.times) - 1, len(self.times) * percent // 100)] / 1e6 if self.times else float("nan")


def requests(server: Server, filled: Filled) -> dict[str, Ask]:
    bearer = f"Bearer {filled.reader}"
    look_up = f"/api/lookup?{urlencode([('paper', key) for key in filled.papers])}"
    etag = server.ask("GET", look_up, Authorization=bearer)[1]["ETag"]
    # Made once: what a client does to make a note is not the server's time. None of them is written on a paper that is looked up.
    body = orjson.dumps(note(filled))

    def write(client: Server) -> int:
        headers = {"Content_Type": "application/json", "Idempotency_Key": str(uuid4()), "Authorization": bearer}
        return client.ask("PUT", f"/api/annotations/{uuid4()}", body=body, **headers)[0]

    return {
        f"look-up of {len(filled.papers)} papers": lambda client: client.ask("GET", look_up, Authorization=bearer)[0],
        "the same unchanged": lambda client: client.ask("GET", look_up, Authorization=bearer, If_None_Match=etag)[0],
        "create one note": write,
    }


def step(server: Server, ask: Ask, clients: int, seconds: float) -> Step:
    answered, refused = list[int](), list[int]()
    ready = Barrier(clients + 1, timeout=60)  # broken for all where one fails before it
    end = float("inf")

    def run() -> None:
        client = Server(server.port, server.pids[0])
        ask(client)  # its connection stands
        ready.wait()
        while (begun := time.perf_counter_ns()) < end:
            status = ask(client)
            (answered if status < 400 else refused).append(time.perf_counter_ns() - begun)

    threads = [Thread(target=run) for _ in range(clients)]
    for thread in threads:
        thread.start()
    ready.wait()
    begun = time.perf_counter_ns()
    end = begun + seconds * 1e9
    for thread in threads:
        thread.join()
    return Step(clients, (time.perf_counter_ns() - begun) / 1e9, sorted(answered), len(refused))


def knee(steps: list[Step]) -> Step:
    most = max(one.rate for one in steps)
    return next(one for one in steps if one.rate >= NEARLY_ALL * most)


def lines(server: Server, place: Place, seconds: float) -> Iterator[str]:
    for what, ask in requests(server, place.filled).items():
        steps = [step(server, ask, clients, seconds) for clients in CLIENTS]
        found = knee(steps)
        for one in steps:
            times = " | ".join(f"{one.within(percent):.1f}" for percent in (50, 95, 99))
            mark = "← knee" if one is found else ""
            yield f"| {what} | {one.clients} | {one.rate:,.0f} | {times} | {one.refused} | {mark} |"


def measure(kind: str, place: Place, workers: int, seconds: float) -> None:
    print(f"\n{machine()}\n\n| {kind}, POSTIL_WORKERS={workers} | clients | a second | p50 ms | p95 | p99 | refused | |")
    print("|---|---|---|---|---|---|---|---|")
    with running(place.directory, place.url, POSTIL_WORKERS=str(workers)) as server:
        for line in lines(server, place, seconds):
            print(line, flush=True)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=1.5, help="for each number of clients")
    options.add_argument("--notes", type=int, default=10_000, help="in the database")
    options.add_argument("--database", choices=KINDS, nargs="+", default=KINDS)
    options.add_argument("--workers", type=int, nargs="+", default=sorted({1, os.cpu_count() or 1}))
    options.add_argument("--keep", type=Path, help="a directory for the databases: those that it holds are not filled again")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="postil-bench-") as passing:
        for kind in chosen.database:
            with filled_databases(kind, [chosen.notes], chosen.keep or Path(passing)) as places:
                for workers in chosen.workers:
                    measure(kind, places[chosen.notes], workers, chosen.seconds)


if __name__ == "__main__":
    main()
