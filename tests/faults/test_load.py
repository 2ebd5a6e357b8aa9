"""More than can be served: whoever asks too much, or too slowly, is told so or left, and another client never notices."""

from __future__ import annotations

import resource
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from uuid import uuid4

import psutil
import pytest
from factories import note

from e2e.waiting import until
from live.authors import PAPERS
from live.client import LOST, Answer, Client
from live.crowd import Connection, answers, connections, request
from live.serving import Live

pytestmark = pytest.mark.xdist_group("load")

MB = 1024 * 1024
LOOK_UP = f"/lookup?paper={PAPERS[0]}&paper={PAPERS[1]}"


@dataclass
class Place:
    """One worker of two threads, one who asks too much and one who does not."""

    server: Live
    hostile: Client
    good: Client
    team: str

    def from_hostile(self, method: str, path: str, *headers: str, body: bytes = b"") -> bytes:
        bearer = f"Authorization: Bearer {self.hostile.token}"
        return request(self.server.port, method, path, bearer, "Content-Type: application/json", *headers, body=body)

    def half_a_note(self, size: int = 500, sent: int = 20) -> bytes:
        return self.from_hostile("PUT", f"/api/annotations/{uuid4()}", f"Content-Length: {size}", body=b" " * sent)

    def assert_served(self) -> None:
        """At the first try: neither put off nor left waiting."""
        assert self.good.ask("PUT", f"/annotations/{uuid4()}", note(self.team, "Well.")).status == 201
        assert self.good.ask("GET", LOOK_UP).status == 200

    @contextmanager
    def within(self, growth: int) -> Iterator[None]:
        """The worker's memory grows by no more than so many bytes, as seen while it lasts; then all is well, and the worker the same."""
        self.assert_served()
        (worker,) = self.server.workers()
        before, done = memory(worker), Event()
        with ThreadPoolExecutor(1) as threads:
            watched = threads.submit(highest_memory, worker, done)
            try:
                yield
            finally:
                done.set()
        until(self._is_well, "the server to be well again")
        highest = watched.result()
        assert highest - before < growth, f"from {before / MB:.0f} to {highest / MB:.0f} MB"
        assert self.server.workers() == [worker], "another has taken the worker's place"

    def _is_well(self) -> bool:
        with suppress(*LOST):
            return self.good.ask("GET", LOOK_UP).status == 200 and self.hostile.ask("GET", LOOK_UP).status == 200
        return False


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    server = Live(tmp_path_factory.mktemp("load"), threads="2", log_level="warning")
    try:
        server.start()
        hostile, good = server.clients(["hostile", "good"])
        yield Place(server, hostile, good, *server.teams(1, "good", "hostile"))
    finally:
        server.stop_at_once()


def memory(process: psutil.Process) -> int:
    """In bytes."""
    return int(process.memory_info().rss)


def highest_memory(process: psutil.Process, done: Event) -> int:
    """Raises psutil.NoSuchProcess where the process ends before it is done."""
    highest = memory(process)
    while not done.wait(0.05):
        highest = max(highest, memory(process))
    return max(highest, memory(process))


def test_slow_clients(place: Place) -> None:
    """Bodies that stall, bodies that come a byte at a time, headers that never end, connections that say nothing."""
    stalled = [place.half_a_note() for _ in range(40)]
    idle = [b"" for _ in range(200)]
    headless = [place.half_a_note().split(b"Content-Length")[0] for _ in range(100)]
    done = Event()
    with place.within(40 * MB), connections(place.server.port, [*stalled, *idle, *headless]) as crowd:
        dripping = crowd[: len(stalled) // 2]

        def drip() -> None:
            while not done.wait(0.3):
                for connection in dripping:
                    connection.send(b" ")

        Thread(target=drip, daemon=True).start()
        for _ in range(20):
            place.assert_served()
        try:
            late = answers(crowd[: len(stalled)])
        finally:
            done.set()
        assert {(answer.status, answer.json["code"]) for answer in late} == {(408, "timeout")}
        place.assert_served()


@pytest.mark.parametrize("declared", [MB + 1, 10**15])
def test_a_body_that_says_that_it_is_too_large(place: Place, declared: int) -> None:
    """Nothing of it is waited for."""
    asked = [place.half_a_note(size=declared, sent=0) for _ in range(20)]
    with place.within(40 * MB), connections(place.server.port, asked) as crowd:
        assert {(answer.status, answer.json["code"]) for answer in answers(crowd)} == {(413, "too-large")}
        place.assert_served()


def test_a_body_in_chunks_without_end(place: Place) -> None:
    piece = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
    asked = [place.from_hostile("PUT", f"/api/annotations/{uuid4()}", "Transfer-Encoding: chunked") for _ in range(10)]
    with place.within(60 * MB), connections(place.server.port, asked) as crowd:
        for connection in crowd:
            assert any(not connection.send(piece) for _ in range(10_000)), "the server took 640 MB"
        place.assert_served()


def test_more_bodies_than_memory(place: Place) -> None:
    """Of what is sent at once beyond a bound, 150 megabytes here, the slowest gives way: to write is possible all the while.

    32 MiB are held; beside them each connection has its buffers, and the allocator what it does not give back.
    """
    asked = [place.half_a_note(size=MB, sent=MB - 1) for _ in range(150)]
    with place.within(120 * MB), connections(place.server.port, asked) as crowd:
        refused = until(lambda: _some_answers(crowd), "refusals")
        place.assert_served()
        for answer in refused:
            assert answer.status == 503
            answer.assert_put_off("busy")


def _some_answers(crowd: list[Connection]) -> list[Answer]:
    """Those that are there so far."""
    for connection in crowd:
        connection.socket.settimeout(0.001)
        with suppress(TimeoutError):
            connection.read()
    return [connection.answer for connection in crowd if connection.answer]


def test_a_storm_of_look_ups(place: Place) -> None:
    """From 500 tabs at once, three times; another client is answered meanwhile."""
    asked = [place.from_hostile("GET", f"/api{LOOK_UP}") for _ in range(500)]
    with place.within(60 * MB):
        for _ in range(3):
            with connections(place.server.port, asked) as crowd:
                place.assert_served()
                found = answers(crowd)
            statuses = Counter(answer.status for answer in found)
            assert set(statuses) <= {200, 429, 503}, statuses
            assert statuses[200] > 0
            for answer in found:
                if answer.status == 200:
                    assert set(answer.json["papers"]) == set(PAPERS)
                else:
                    answer.assert_put_off("too-many", "busy")


def test_more_connections_than_places(place: Place) -> None:
    """They ask nothing, or never come to the end of it: who has a connection is answered on it, who has none is told to come again."""
    _allow_files(2000)
    bearer = f"Authorization: Bearer {place.good.token}"
    asked = request(place.server.port, "GET", f"/api{LOOK_UP}", bearer)
    crowd = [place.half_a_note().split(b"Content-Length")[0]] * 500 + [b""] * 500 + [place.half_a_note()] * 150
    with place.within(60 * MB):
        with connections(place.server.port, crowd):
            with connections(place.server.port, [asked] * 5) as newcomers:
                for answer in answers(newcomers, bound=10):
                    assert answer.status == 503
                    answer.assert_put_off("busy")
            place.assert_served()
        until(lambda: _answered(place, asked).status == 200, "a newcomer to be let in")


@pytest.fixture
def few_files(tmp_path: Path) -> Iterator[Live]:
    """A server on a system that lets a process open few files: some ninety connections have a place."""
    server = Live(tmp_path, before=["prlimit", "--nofile=400:400"], threads="2", log_level="warning")
    try:
        server.start()
        yield server
    finally:
        server.stop_at_once()


def test_few_files(few_files: Live) -> None:
    """While there are places, nobody is told that there are none; and then everybody."""
    asked = request(few_files.port, "GET", "/healthz")
    with connections(few_files.port, [b""] * 85):
        for _ in range(5):
            with connections(few_files.port, [asked] * 4) as crowd:
                assert {answer.status for answer in answers(crowd)} == {200}
        with connections(few_files.port, [b""] * 30), connections(few_files.port, [asked]) as (newcomer,):
            assert answers([newcomer])[0].status == 503


def test_too_few_files_for_a_server(tmp_path: Path) -> None:
    server = Live(tmp_path, before=["prlimit", "--nofile=300:300"])
    assert not server.attempt(["serve"])
    said = server.log.read_text("utf-8")
    assert "ulimit -n" in said
    assert "Sign in" not in said


def _answered(place: Place, asked: bytes) -> Answer:
    """On a connection of its own."""
    with connections(place.server.port, [asked]) as (newcomer,):
        return answers([newcomer])[0]


def _allow_files(number: int) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, number), hard))


def test_readers_who_sip(place: Place) -> None:
    """An export is made as fast as its client takes it. Who takes next to nothing is left, and sees that the export is not whole."""
    large = note(place.team, "x" * 60_000, paper="arxiv:2504.13173")  # which nobody looks up
    for _ in range(160):
        assert place.good.ask("PUT", f"/annotations/{uuid4()}", large).status == 201
    asked = place.from_hostile("GET", "/api/export?format=jsonld")
    slow = [Connection(place.server.port, asked, receive_buffer=4096) for _ in range(3)]
    done = Event()

    def sip(connection: Connection) -> None:
        while not done.wait(0.2) and not connection.ended:
            connection.read(1000)

    with place.within(60 * MB):
        try:
            refused = until(lambda: _both_refusals(slow), "the refusals")
            for answer in refused:
                assert answer.status == 429
                answer.assert_put_off("too-many")
            place.assert_served()
            (left,) = [connection for connection in slow if not connection.answer or connection.answer.status == 200]
            left.socket.settimeout(20)
            sipping = Thread(target=sip, args=[left], daemon=True)
            sipping.start()
            assert place.good.insist("GET", "/export?format=jsonld").json["total"] > 160
            done.set()
            sipping.join()
            while not left.ended:
                left.read()
            assert not left.received.endswith(b"0\r\n\r\n")
        finally:
            done.set()
            for connection in slow:
                connection.socket.close()


def _both_refusals(slow: list[Connection]) -> list[Answer]:
    """Once two of three were refused."""
    found = [answer for answer in _some_answers(slow) if answer.status != 200]
    return found if len(found) == 2 else []


def test_answers_that_are_not_read(place: Place) -> None:
    """By a client that asks for more and more of them: its connection ends, whatever it asked for."""
    asked = request(place.server.port, "GET", "/static/postil.js", "Accept: */*") * 200
    with place.within(60 * MB), connections(place.server.port, [asked] * 3) as crowd:
        place.assert_served()
        for connection in crowd:
            until(connection.is_cut, "the end of a connection", bound=60)
