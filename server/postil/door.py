"""The listening socket of a worker: how many connections it takes, and what becomes of those beyond and of those that read nothing.

Granian accepts as many as it was told to and lets all others wait, without a word, until one of those ends: an idle one does after half a
minute. Nor does the gateway see anything of one that is idle. Here a thread does what is left to do beside Granian, on Linux.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import resource
import socket
from collections.abc import Callable
from http import HTTPStatus
from threading import Thread
from time import sleep

from postil.errors import SetupError, Unavailable

log = logging.getLogger("postil.door")

#: Connections of each worker.
CONNECTIONS = 1000

#: Where the limit of open files leaves room for fewer, the server does not start.
FEWEST = 50

#: Files besides: the log, what a worker needs to run, and newcomers that are told to come again.
SPARE = 300

#: Files of each thread: SQLite's three (database, its log, what is shared of it), and one to spare.
OF_A_THREAD = 4

#: Of those at once, at most.
NEWCOMERS = 200

#: Seconds between two looks, in which a newcomer's request comes too: who is answered before it is there may never read the answer.
PAUSE = 0.25

#: Seconds after which a client that takes nothing of its answer is left, whatever the answer.
UNREAD = 15

FILES = "/proc/self/fd"


def make_room(threads: int) -> int:
    """For as many connections as a worker of so many threads may take, and those that it starts inherit it; how many that are.

    A system's usual limit of open files is that of a program with few. Raises SetupError where it may not be raised far enough.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    spare = SPARE + OF_A_THREAD * threads
    wanted = CONNECTIONS + spare
    if soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    if soft < FEWEST + spare:
        raise SetupError(f"this process may open {soft} files, and {FEWEST + spare} are needed: raise the limit (ulimit -n)")
    return min(CONNECTIONS, soft - spare)


def watch(threads: int) -> None:
    if hasattr(socket, "TCP_USER_TIMEOUT"):  # Linux
        Thread(target=_watch, args=[make_room(threads)], name="postil-door", daemon=True).start()


def _watch(most: int) -> None:
    listening = _found()
    if listening is None:
        log.warning("who waits for a connection, or does not read an answer, is left to it: no listening socket was found")
        return
    # RFC 5482: else what is not read stays in memory, and its place is taken. Connections inherit it.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNREAD * 1000)
    port = listening.getsockname()[1]
    refusal = _refusal()
    newcomers: list[socket.socket] = []
    while True:
        sleep(PAUSE)
        for newcomer in newcomers:
            _refuse(newcomer, refusal)
        newcomers.clear()
        with contextlib.suppress(OSError):  # no file is left, not even to look: those that come wait
            if _connections(port, most) >= most:
                newcomers = _waiting(listening)


def _connections(port: int, most: int) -> int:
    """How many clients are connected to this port; 0, without a closer look, while fewer than `most` files are open."""
    files = os.listdir(FILES)
    if len(files) < most:
        return 0
    return sum(_is(int(name), lambda found: found.getsockname()[1] == port and not _listens(found)) for name in files)


def _found() -> socket.socket | None:
    """Granian has no setting for it, and opens the socket soon after this process has begun."""
    for _ in range(200):
        for name in os.listdir(FILES):
            if _is(int(name), _listens):
                return socket.socket(fileno=os.dup(int(name)))  # which its own `dup` would make one that blocks, for Granian too
        sleep(0.05)
    return None


def _is(number: int, holds: Callable[[socket.socket], bool]) -> bool:
    """Whether this open file is a TCP socket of which that holds. It stays whose it is."""
    with contextlib.suppress(OSError):  # closed meanwhile, or no socket
        found = socket.socket(fileno=number)
        try:
            return found.family in (socket.AF_INET, socket.AF_INET6) and holds(found)
        finally:
            found.detach()
    return False


def _listens(found: socket.socket) -> bool:
    return bool(found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))


def _waiting(listening: socket.socket) -> list[socket.socket]:
    """Those that Granian has no place for."""
    found = list[socket.socket]()
    with contextlib.suppress(OSError):  # nobody; or no file is left
        while len(found) < NEWCOMERS:
            found.append(listening.accept()[0])
    return found


def _refuse(newcomer: socket.socket, refusal: bytes) -> None:
    with newcomer, contextlib.suppress(OSError):
        newcomer.setblocking(False)
        with contextlib.suppress(BlockingIOError):  # it has asked nothing
            newcomer.recv(1 << 16)  # what is not read would take the answer with it
        newcomer.send(refusal)


def _refusal() -> bytes:
    """As api/problems.py tells it, to whatever is asked."""
    error = Unavailable("more connect at once than can be answered", code="busy")
    phrase = HTTPStatus(error.status).phrase
    told = {"title": phrase, "status": error.status, "detail": error.detail, "code": error.code}
    content = json.dumps({"type": f"urn:x-postil:problem:{error.code}", **told}).encode()
    lines = (
        f"HTTP/1.1 {error.status} {phrase}",
        "Content-Type: application/problem+json",
        f"Content-Length: {len(content)}",
        "Cache-Control: no-store",
        "Retry-After: 5",
        "Connection: close",
    )
    return "\r\n".join((*lines, "", "")).encode() + content
