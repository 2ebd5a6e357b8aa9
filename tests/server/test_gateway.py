"""How much the gateway lets in at once, over an application that answers when the test says so."""

from __future__ import annotations

import ast
import asyncio
import threading
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from lab import session
from world import ORIGIN, World

from postil import door, gateway
from postil.gateway import REFUSED, Gateway


class Held:
    """An application that keeps every request until it is let go, and a client of it through the gateway."""

    def __init__(self, threads: int) -> None:
        self.go = threading.Event()
        self.inside = 0
        self.gateway = Gateway(self._application, threads)

    def _application(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if error := environ.get(REFUSED):
            start_response(f"{error.status} REFUSED", [("Content-Length", "0"), ("Retry-After", str(error.details.get("retry_after", "")))])
            return []
        if environ["PATH_INFO"] == "/env":
            answer = repr({name: value for name, value in environ.items() if name.isupper()} | {"": environ["wsgi.input"].read()}).encode()
            start_response("200 OK", [("Content-Length", str(len(answer)))])
            return [answer]
        self.inside += 1
        assert self.go.wait(30)
        if environ["PATH_INFO"] == "/stream":
            start_response("200 OK", [])
            return iter((b"a", b"b"))
        start_response("200 OK", [("Content-Length", "2")])
        return [b"ok"]

    @asynccontextmanager
    async def client(self) -> AsyncIterator[httpx.AsyncClient]:
        transport = httpx.ASGITransport(self.gateway)  # type: ignore[arg-type]
        async with httpx.AsyncClient(transport=transport, base_url="http://server") as client:
            try:
                yield client
            finally:
                self.go.set()

    async def all_of(self, asked: list[Coroutine[Any, Any, httpx.Response]], refused: int) -> list[httpx.Response]:
        """The answers, once so many were refused while the others still waited."""
        tasks = [asyncio.create_task(ask) for ask in asked]
        done: set[asyncio.Task[httpx.Response]] = set()
        while len(done) < refused:
            done, _ = await asyncio.wait(tasks, timeout=1, return_when=asyncio.FIRST_COMPLETED)
        self.go.set()
        return list(await asyncio.gather(*tasks))


def test_a_line_of_bounded_length() -> None:
    async def work() -> None:
        held = Held(threads=2)
        async with held.client() as client:
            asked = [client.get("/", headers={"Cookie": f"caller={n}"}) for n in range(gateway.LINE + 10)]
            answers = await held.all_of(asked, refused=10)
            assert Counter(answer.status_code for answer in answers) == {200: gateway.LINE, 503: 10}
            assert {answer.headers["Retry-After"] for answer in answers if answer.status_code == 503} == {"2"}
            assert (await client.get("/")).status_code == 200

    asyncio.run(work())


@pytest.mark.parametrize("header", ["Authorization", "Cookie"])
def test_one_caller_leaves_room_for_others(header: str) -> None:
    async def work() -> None:
        held = Held(threads=2)
        async with held.client() as client:
            many = [client.get("/", headers={header: "one"}) for _ in range(gateway.SHARE + 10)]
            others = [client.get("/", headers={header: "other"}), client.get("/")]
            answers = await held.all_of(many + others, refused=10)
            assert Counter(answer.status_code for answer in answers[:-2]) == {200: gateway.SHARE, 429: 10}
            assert {answer.headers["Retry-After"] for answer in answers if answer.status_code == 429} == {"1"}
            assert [answer.status_code for answer in answers[-2:]] == [200, 200]
            assert not held.gateway._line

    asyncio.run(work())


def test_streams_leave_threads_for_others() -> None:
    async def work() -> None:
        held = Held(threads=4)
        held.go.set()
        held.gateway._streams |= {"one", "other"}
        async with held.client() as client:
            refused = await client.get("/stream")
            assert (refused.status_code, refused.headers["Retry-After"]) == (503, "10")
            held.gateway._streams.remove("other")
            refused = await client.get("/stream", headers={"Cookie": "one"})
            assert (refused.status_code, refused.headers["Retry-After"]) == (429, "10")
            for _ in range(3):
                assert (await client.get("/stream")).content == b"ab"

    asyncio.run(work())


async def in_pieces(*pieces: bytes, until: asyncio.Event | None = None) -> AsyncIterator[bytes]:
    """A body whose last piece comes at the event."""
    for piece in pieces[:-1]:
        yield piece
    if until:
        await until.wait()
    yield pieces[-1]


def test_bodies_that_do_not_fit_give_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest does, and never comes to the application as what is left of it, though its end be there before it is told."""
    monkeypatch.setattr(gateway, "HELD", 100)

    async def work() -> None:
        held = Held(1)
        async with held.client() as client:
            end = asyncio.Event()
            slow = asyncio.create_task(client.post("/env", content=in_pieces(b"a" * 60, b"b" * 10, until=end)))
            while held.gateway._held < 60:
                await asyncio.sleep(0)

            async def quick() -> AsyncIterator[bytes]:
                end.set()
                yield b"c" * 80

            whole = await client.post("/env", content=quick())
            assert ast.literal_eval(whole.text)[""] == b"c" * 80
            assert (await slow).status_code == 503
            assert (await client.post("/env", content=b"d" * 101)).status_code == 503
            assert (await client.post("/env", content=b"d" * 100)).status_code == 200
            assert (held.gateway._held, held.gateway._incoming) == (0, {})

    asyncio.run(work())


def test_the_environ_of_a_request() -> None:
    async def work() -> None:
        async with Held(1).client() as client:

            async def pieces() -> AsyncIterator[bytes]:
                yield b"a body "
                yield b"in pieces"

            asked = {"X-Twice": "1", "Cookie": "a=1", "Content-Type": "text/plain", "Transfer-Encoding": "chunked"}
            more = [("x-twice", "2"), ("cookie", "b=2"), ("X_Twice", "forged"), ("Content_Length", "x"), ("Host_", "elsewhere")]
            answer = await client.post("/env?q=%C3%A4", content=pieces(), headers=[*asked.items(), *more])
            found = ast.literal_eval(answer.text)
            assert found["QUERY_STRING"] == "q=%C3%A4"
            assert (found["HTTP_X_TWICE"], found["CONTENT_TYPE"], found["CONTENT_LENGTH"]) == ("1,2", "text/plain", "16")
            assert (found["HTTP_HOST"], found["HTTP_COOKIE"], found["REMOTE_ADDR"]) == ("server", "a=1; b=2", "127.0.0.1")
            assert found[""] == b"a body in pieces"
            assert "HTTP_TRANSFER_ENCODING" not in found

    asyncio.run(work())


def test_the_manual_says_how_much() -> None:
    docs = Path(__file__).parents[2] / "docs"
    assert f"{gateway.LINE} more wait, of one caller {gateway.SHARE}." in (docs / "settings.md").read_text("utf-8")
    assert f"{door.CONNECTIONS:,} connections" in (docs / "settings.md").read_text("utf-8")
    assert f"within {gateway.PATIENCE:.0f} seconds" in (docs / "api.md").read_text("utf-8")


def test_one_user_has_one_stream_however_they_spell_who_they_are(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    served, ada, callers = Gateway(world.app, 2), world.as_user("ada"), []

    @contextmanager
    def stream_of(caller: str) -> Iterator[None]:
        callers.append(caller)
        yield

    monkeypatch.setattr(served, "_stream_of", stream_of)
    another, browser = world.as_user("ada", ["read"]), session(world, "ada")
    own = {**browser.headers, "Sec-Fetch-Site": "same-origin"}

    async def work() -> None:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(served), base_url=ORIGIN) as client:  # type: ignore[arg-type]
            spelled = [f"Bearer {ada.token}", f"bearer {ada.token}", f"BEARER  {ada.token} ", f"Bearer {another.token}"]
            asked = [{"Authorization": text} for text in spelled] + [own, own | {"Cookie": own["Cookie"] + "; a=1"}]
            for headers in (*asked, world.as_user("bob").headers):
                assert (await client.get("/api/export?format=jsonl", headers=headers)).status_code == 200

    asyncio.run(work())
    *hers, bobs = callers
    assert len(set(hers)) == 1
    assert bobs not in hers
