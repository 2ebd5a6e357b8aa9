"""What the server costs beside the least that it could cost: medians and ratios, printed. `python tests/bench/server.py --help`"""

from __future__ import annotations

import argparse
import contextlib
import os
import platform
import re
import sqlite3
import tempfile
import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from urllib.parse import urlencode
from uuid import UUID, uuid4

import orjson
import written
from databases import Place, filled_databases
from fill import PAPERS, VISIBLE, Filled
from measure import Cost, Server, alternating, running

SIZES = (10_000, 100_000, 1_000_000)
KINDS = ("sqlite", "postgresql")


@dataclass(frozen=True)
class Row:
    """One line of the table: what it came to, of which figures, and what is to be reached."""

    what: str
    value: str
    of: str
    reach: str = ""


class Bench:
    """Requests to a server over one filled database."""

    def __init__(self, server: Server, place: Place) -> None:
        self.server = server
        self.filled = filled = place.filled
        self.lookup = f"/api/lookup?{urlencode([('paper', key) for key in filled.papers])}"
        groups = [("group", str(group)) for group in filled.groups]
        self.least_lookup = f"/floor/lookup?{urlencode([('paper', key) for key in filled.papers] + groups)}"
        self._bearer = f"Bearer {filled.reader}"
        assert written.rows(place.url, self.create()) == written.rows(place.url, self.least_create())
        self._etag = self._looked_up()

    def _looked_up(self) -> str:
        """Both sides give the same notes; the look-up's ETag."""
        _, headers, body = self.server.ask("GET", self.lookup, Authorization=self._bearer)
        notes = [entry["annotation"] for paper in orjson.loads(body)["papers"].values() for entry in paper["notes"]]
        _, _, least = self.server.ask("GET", self.least_lookup)
        assert len(notes) == least.count(b'"type":"Annotation"') == VISIBLE, (len(notes), least.count(b'"type":"Annotation"'))
        return headers["ETag"]

    def look_up(self) -> None:
        assert self.server.ask("GET", self.lookup, Authorization=self._bearer)[0] == 200

    def unchanged(self) -> None:
        assert self.server.ask("GET", self.lookup, Authorization=self._bearer, If_None_Match=self._etag)[0] == 304

    def least_look_up(self) -> None:
        assert self.server.ask("GET", self.least_lookup)[0] == 200

    def create(self) -> UUID:
        return self._put("/api/annotations/{}", 201, Authorization=self._bearer)

    def least_create(self) -> UUID:
        return self._put(f"/floor/annotations/{{}}?user={self.filled.reader_id}", 200)

    def _put(self, path: str, expected: int, **headers: str) -> UUID:
        body, uuid = orjson.dumps(note(self.filled)), uuid4()
        status, _, answer = self.server.ask(
            "PUT", path.format(uuid), body=body, Content_Type="application/json", Idempotency_Key=str(uuid4()), **headers
        )
        assert status == expected, answer
        return uuid

    def export(self) -> float:
        """Seconds."""
        return self._streamed("/api/export?format=jsonl", Authorization=f"Bearer {self.filled.everyone}")

    def least_export(self) -> float:
        return self._streamed("/floor/docs")

    def _streamed(self, path: str, **headers: str) -> float:
        begun = time.perf_counter()
        assert self.server.stream(path, **headers) >= self.filled.notes  # more, where an earlier run has written
        return time.perf_counter() - begun


def note(filled: Filled) -> dict[str, object]:
    return {
        "created": "2026-01-02T03:04:05.678Z",
        "body": [
            {"type": "TextualBody", "value": "Is this at equal *token* budget? " * 6, "format": "text/markdown", "purpose": "commenting"},
            {"type": "TextualBody", "value": "sleep-time", "format": "text/plain", "purpose": "tagging"},
            {"type": "TextualBody", "value": "to read", "format": "text/plain", "purpose": "tagging"},
        ],
        "target": {
            "type": "SpecificResource",
            "source": "https://huggingface.co/papers/date/2025-04-18",
            "selector": [
                {"type": "TextQuoteSelector", "exact": "by 13% on a set of its own", "prefix": "increase accuracy ", "suffix": " and 18%"},
                {"type": "TextPositionSelector", "start": 1042, "end": 1068},
            ],
            "postil:paper": filled.paper_beyond,
            "postil:field": "abstract",
            "postil:source": "huggingface",
        },
        "postil:group": filled.team,
    }


def look_ups(bench: Bench, requests: int) -> Iterator[Row]:
    full, least = alternating(requests, (bench.server, bench.look_up), (bench.server, bench.least_look_up))
    yield _ratio(f"look-up of {PAPERS} papers with {VISIBLE} visible notes, CPU, over the bare route", full.cpu, least.cpu, "≤ 2.5")
    unchanged, full = alternating(requests, (bench.server, bench.unchanged), (bench.server, bench.look_up))
    yield _ratio("the same unchanged (304), CPU, over the full look-up", unchanged.cpu, full.cpu, "≤ 0.3")


def creates(bench: Bench, requests: int) -> Iterator[Row]:
    ours, least = alternating(requests, (bench.server, bench.create), (bench.server, bench.least_create))
    yield _ratio("create one note, wall, over the bare route", ours.wall, least.wall, "≤ 3")
    yield _ratio("the same, CPU", ours.cpu, least.cpu)


def exports(bench: Bench, _: int) -> Iterator[Row]:
    before = bench.server.memory()
    bench.server.forget_peak()
    times = [(bench.export(), bench.least_export()) for _ in range(5)]
    yield Row(
        "export as JSON Lines: growth of memory", f"{bench.server.memory('VmHWM') - before:.1f} MB", f"from {before:.0f} MB", "≤ 32 MB"
    )
    ours, least = (bench.filled.notes / median(side) for side in zip(*times, strict=True))
    yield Row("the same: notes a second, over `SELECT doc` as it is", f"{ours / least:.2f}", f"{ours:,.0f} / {least:,.0f}", "≥ 0.5")


def by_size(small: Bench, large: Bench, requests: int) -> Iterator[Row]:
    for what, name in (("look-up", "look_up"), ("create", "create")):
        costs = alternating(requests, *((bench.server, getattr(bench, name)) for bench in (large, small)))
        yield _ratio(f"{what} at {large.filled.notes:,} notes, wall, over the same at {small.filled.notes:,}", *_walls(costs), "≤ 1.5")
        yield _ratio("the same, CPU", *(cost.cpu for cost in costs))


def _walls(costs: list[Cost]) -> list[float]:
    return [cost.wall for cost in costs]


def _ratio(what: str, ours: float, least: float, reach: str = "") -> Row:
    return Row(what, f"{ours / least:.2f}", f"{ours:,.0f} / {least:,.0f} µs", reach)


#: What is measured against the bare routes.
PARTS = {"look-ups": look_ups, "exports": exports, "creates": creates}


def rows(places: list[Place], requests: int, parts: Collection[str]) -> Iterator[Row]:
    """`places`: by size. Sizes are compared when all parts are measured."""
    with contextlib.ExitStack() as stack:

        def start(place: Place) -> Bench:
            return Bench(stack.enter_context(running(place.directory, place.url)), place)

        middle = start(places[len(places) // 2])
        yield Row("an idle worker's memory", f"{middle.server.memory():.0f} MB", "")
        for part in parts:
            yield from PARTS[part](middle, requests)
        if len(places) > 2 and set(parts) == set(PARTS):
            yield from by_size(start(places[0]), start(places[-1]), requests)


def machine() -> str:
    """What the figures depend on, and how busy it was."""
    processor = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text())[1]) / 2**20
    return (
        f"{os.cpu_count()} cores ({processor[1] if processor else platform.machine()}), {memory:.0f} GiB;"
        f" Python {platform.python_version()}, SQLite {sqlite3.sqlite_version},"
        f" {', '.join(f'{name} {version(name)}' for name in ('granian', 'flask', 'peewee', 'psycopg'))};"
        f" load {os.getloadavg()[0]:.1f}"
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--requests", type=int, default=2000, help="of each side, for a median")
    options.add_argument(
        "--notes", type=int, nargs="+", default=SIZES, help="in the databases; the middle one is measured against the bare routes"
    )
    options.add_argument("--database", choices=KINDS, nargs="+", default=KINDS)
    options.add_argument("--keep", type=Path, help="a directory for the databases: those that it holds are not filled again")
    options.add_argument("--only", choices=PARTS, nargs="+", default=tuple(PARTS), help="these parts of the table alone")
    options.add_argument("--only-fill", action="store_true")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="postil-bench-") as passing:
        for kind in chosen.database:
            with filled_databases(kind, chosen.notes, chosen.keep or Path(passing)) as places:
                if not chosen.only_fill:
                    measure(kind, [places[size] for size in sorted(places)], chosen.requests, chosen.only)


def measure(kind: str, places: list[Place], requests: int, parts: Collection[str]) -> None:
    print(f"\n{machine()}\n\n| {kind} | | of | reach |\n|---|---|---|---|")
    for row in rows(places, requests, parts):
        print(f"| {row.what} | {row.value} | {row.of} | {row.reach} |", flush=True)


if __name__ == "__main__":
    main()
