"""Between Granian and the application: takes a request in whole before it needs a thread, and refuses what cannot be answered soon.

A thread that waits for a slow client is a thread that nobody else has. So bodies are read here, on the event loop, where a thousand that
stall cost no more than their connections; requests wait for a thread in a line of bounded length; a client that does not take its answer
is left. Nothing here knows a route: what is refused is told by the application itself, in its own words (`REFUSED`).

ASGI 3.0 outside, WSGI (PEP 3333) inside. docs/decisions/0028-gateway.md says why.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Iterator, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from io import BytesIO
from itertools import chain
from threading import Lock
from typing import Any

from postil import proxies
from postil.errors import PostilError, TimedOut, TooLarge, TooMany, Unavailable
from postil.schemas import limits

Environ = dict[str, Any]
Head = tuple[int, list[tuple[str, str]]]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Give = Callable[[Message], None]
Whole = tuple[Head, bytes]

#: The error that a request was refused with, in its environ: the application raises it before anything else.
REFUSED = "postil.refused"

#: Who the caller is, in the environ, once the application knows it.
CALLER = "postil.caller"

#: Requests of a process that have a thread or wait for one: about a second's worth. Of one caller: others still find a place.
LINE = 256
SHARE = 64

#: Bytes of bodies that a process holds at once.
HELD = 32 * 1024 * 1024

#: Bytes of a stream that are given out at a time, at least. Each is taken within PATIENCE: who only sips is left too.
LOT = 256 * 1024

#: Seconds in which a body comes as a whole, and in which a client takes the next piece of a streamed answer.
PATIENCE = 10.0


class _Gone(Exception):
    """Nobody waits for the answer."""


class Gateway:
    """An ASGI application over a WSGI one that runs in `threads` threads: two at least, since a stream may keep one.

    `REMOTE_ADDR` is the client's own address also behind the `trusted` proxies.
    """

    def __init__(self, application: Callable[..., Iterable[bytes]], threads: int, trusted: proxies.Networks = ()) -> None:
        self._application = application
        self._trusted = trusted
        self._threads = ThreadPoolExecutor(threads, "postil-request")
        self._refusals = ThreadPoolExecutor(1, "postil-refusal")
        self._most_streams = threads // 2
        self._streams: set[str] = set()  # by caller
        self._lock = Lock()
        self._incoming: dict[asyncio.Timeout, bytearray] = {}  # bodies that are coming, the oldest first
        self._line: Counter[str] = Counter()
        self._waiting = 0
        self._held = 0

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        environ = environ_of(scope)
        environ["REMOTE_ADDR"] = proxies.client(environ["REMOTE_ADDR"], environ.get("HTTP_X_FORWARDED_FOR", ""), self._trusted)
        try:
            whole = await self._answered(environ, receive, send)
        except PostilError as error:
            # Beside the line, for that is what is full; and not on the event loop, where a page would keep everybody waiting.
            whole = await self._in(self._refusals, environ | {REFUSED: error}, None)
        except _Gone:
            return
        if whole:
            head, content = whole
            await send(_start(head))
            await send({"type": "http.response.body", "body": content})

    async def _answered(self, environ: Environ, receive: Receive, send: Send) -> Whole | None:
        body = bytearray()
        taken = 0
        try:
            await self._take_in(body, environ, receive)
            taken = len(body)
            environ["wsgi.input"] = BytesIO(body)
            body.clear()  # the other is a copy
            with self._place(_caller(environ)), _Reader(receive, send) as reader:
                return await self._in(self._threads, environ, reader.give)
        finally:
            self._held -= taken + len(body)
            body.clear()  # an error that waits to be told holds on to where it was raised

    def _in(self, threads: ThreadPoolExecutor, environ: Environ, give: Give | None) -> asyncio.Future[Whole | None]:
        """The answer from one of `threads`. The loop's own `run_in_executor` takes two futures, each with its callbacks, for that."""
        answered: asyncio.Future[Whole | None] = asyncio.get_running_loop().create_future()
        threads.submit(self._tell, environ, give, answered)
        return answered

    async def _take_in(self, body: bytearray, environ: Environ, receive: Receive) -> None:
        """Raises TooLarge (before a byte is read, where its length is told), TimedOut, Unavailable, and _Gone for what breaks off."""
        declared = int(environ.get("CONTENT_LENGTH", "0").split(",")[0])  # the same twice is allowed (RFC 9110, 8.6)
        chunked = environ.pop("HTTP_TRANSFER_ENCODING", None) is not None
        if not declared and not chunked:
            return
        _require_allowed(declared)
        patience = asyncio.timeout(PATIENCE)
        self._incoming[patience] = body
        try:
            async with patience:
                more = True
                while more:
                    message = await receive()
                    if message["type"] != "http.request":
                        raise _Gone
                    self._hold(body, message.get("body", b""), patience)
                    more = message.get("more_body", False)
        except TimeoutError:
            self._require_kept(patience)
            raise TimedOut(f"the request's body did not come within {PATIENCE:.0f} seconds") from None
        finally:
            self._incoming.pop(patience, None)
        environ["CONTENT_LENGTH"] = str(len(body))

    def _hold(self, body: bytearray, piece: bytes, patience: asyncio.Timeout) -> None:
        """Raises Unavailable where the body had to give way: also to itself, and also when its last piece came before it was told."""
        self._require_kept(patience)
        _require_allowed(len(body) + len(piece))
        while self._held + len(piece) > HELD:
            self._make_room(patience)
            self._require_kept(patience)
        self._held += len(piece)
        body += piece

    def _require_kept(self, patience: asyncio.Timeout) -> None:
        if patience not in self._incoming:
            raise Unavailable("more is sent at once than can be taken in", code="busy", retry_after=2) from None

    def _make_room(self, newest: asyncio.Timeout) -> None:
        """Of the bodies that have begun, the one that has been coming for the longest gives way: what nobody stalls is there in no time.

        Where none has, `newest` does: the room is taken by what waits for a thread.
        """
        slowest = next((patience for patience, body in self._incoming.items() if body), newest)
        body = self._incoming.pop(slowest)
        self._held -= len(body)
        body.clear()
        slowest.reschedule(asyncio.get_running_loop().time())

    @contextlib.contextmanager
    def _place(self, caller: str) -> Iterator[None]:
        if self._waiting >= LINE:
            raise Unavailable("more is asked at once than can be answered", code="busy", retry_after=2)
        if self._line[caller] >= SHARE:
            raise TooMany("you ask more at once than is answered to one caller", retry_after=1)
        self._waiting += 1
        self._line[caller] += 1
        try:
            yield
        finally:
            self._waiting -= 1
            self._line[caller] -= 1
            if not self._line[caller]:
                del self._line[caller]

    # --- in a thread

    def _tell(self, environ: Environ, give: Give | None, answered: asyncio.Future[Whole | None]) -> None:
        try:
            tell = partial(answered.set_result, self._answer(environ, give))
        except BaseException as error:  # whatever it is: who waits hears of it
            tell = partial(answered.set_exception, error)
        answered.get_loop().call_soon_threadsafe(lambda: answered.done() or tell())  # done: nobody waits any more

    def _answer(self, environ: Environ, give: Give | None) -> Whole | None:
        """The application's answer; None where it was streamed."""
        head: list[Head] = []

        def start_response(status: str, headers: list[tuple[str, str]], _: Any = None) -> None:
            head[:] = [(int(status[:3]), headers)]

        parts = self._application(environ, start_response)
        try:
            if give is None or _is_whole(environ, *head[0]):
                return head[0], b"".join(parts)
            self._stream(head[0], parts, give, _caller(environ))
            return None
        except PostilError as error:
            environ[REFUSED] = error  # after it was begun: whoever counts it hears of the refusal alone
            raise
        finally:
            if hasattr(parts, "close"):
                parts.close()

    def _stream(self, head: Head, parts: Iterable[bytes], give: Give, caller: str) -> None:
        """Where the client does not read on, the answer ends without its end: the client sees that it is not whole."""
        with self._stream_of(caller):
            lots = _in_lots(parts)
            first = next(lots)  # what fails at once is still told as an error
            give(_start(head))
            for lot in chain((first,), lots):
                give({"type": "http.response.body", "body": lot, "more_body": True})
            give({"type": "http.response.body", "body": b""})

    @contextlib.contextmanager
    def _stream_of(self, caller: str) -> Iterator[None]:
        """A stream keeps its thread for as long as its client reads: half of them are left alone, and one caller has one stream."""
        with self._lock:
            if caller in self._streams:
                raise TooMany("another export of yours is under way", retry_after=10)
            if len(self._streams) >= self._most_streams:
                raise Unavailable("other exports are under way", code="busy", retry_after=10)
            self._streams.add(caller)
        try:
            yield
        finally:
            self._streams.remove(caller)


class _Reader:
    """Who reads a streamed answer, for the thread that makes it."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive = receive
        self._send = send
        self._loop = asyncio.get_running_loop()
        self._left: asyncio.Task[None] | None = None

    def __enter__(self) -> _Reader:
        return self

    def __exit__(self, *_: object) -> None:
        if self._left:
            self._left.cancel()

    def give(self, message: Message) -> None:
        """Raises _Gone for a client that has left, or does not take it in time."""
        asyncio.run_coroutine_threadsafe(self._give(message), self._loop).result(2 * PATIENCE)

    async def _give(self, message: Message) -> None:
        self._left = self._left or asyncio.create_task(self._leaves())
        if self._left.done():
            raise _Gone
        try:
            await asyncio.wait_for(asyncio.ensure_future(self._send(message)), PATIENCE)
        except TimeoutError:
            raise _Gone from None

    async def _leaves(self) -> None:
        """`receive` alone tells it: `send` goes on as if the client were there."""
        while (await self._receive())["type"] != "http.disconnect":
            pass


def _require_allowed(size: int) -> None:
    if size > limits.REQUEST:
        raise TooLarge()


def environ_of(scope: Message) -> Environ:
    """A request without its body, as PEP 3333 has it."""
    host, port = scope["server"]
    environ: Environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": scope["path"].encode().decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": host,
        "SERVER_PORT": str(port),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": scope["client"][0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": BytesIO(),
        "wsgi.input_terminated": True,  # Werkzeug's own: it ends where the body ends
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for raw, value in scope["headers"]:
        if b"_" in raw:  # would pass for the header with a dash there, which is looked at
            continue
        name = raw.decode("latin-1").upper().replace("-", "_")
        key = name if name in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{name}"
        text, between = value.decode("latin-1"), "; " if name == "COOKIE" else ","  # RFC 9113, 8.2.3
        environ[key] = f"{environ[key]}{between}{text}" if key in environ else text
    return environ


def _caller(environ: Environ) -> str:
    """As the application has said it, before that whoever it says that it is: nobody is let in by this.

    Who says something else each time still finds the whole line full.
    """
    return str(environ.get(CALLER) or environ.get("HTTP_AUTHORIZATION") or environ.get("HTTP_COOKIE") or environ["REMOTE_ADDR"])


def _is_whole(environ: Environ, status: int, headers: list[tuple[str, str]]) -> bool:
    """Whether an answer lies in memory already, or has no content (RFC 9110, 6.4.1): what is streamed has no length."""
    return status in (204, 304) or environ["REQUEST_METHOD"] == "HEAD" or any(name.lower() == "content-length" for name, _ in headers)


def _in_lots(parts: Iterable[bytes]) -> Iterator[bytes]:
    """A stream in fewer pieces: each goes from thread to loop and back."""
    lot = bytearray()
    for part in parts:
        lot += part
        if len(lot) >= LOT:
            yield bytes(lot)
            lot.clear()
    yield bytes(lot)


def _start(head: Head) -> Message:
    status, headers = head
    encoded = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
    return {"type": "http.response.start", "status": status, "headers": encoded}
