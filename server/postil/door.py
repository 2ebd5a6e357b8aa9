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
from http import HTTPStatus
from threading import Thread
from time import sleep

from postil.errors import Unavailable

log = logging.getLogger("postil.door")

#: Connections of each worker.
CONNECTIONS = 1000

#: Files besides: the database, the log, and newcomers that are told to come again.
SPARE = 300

#: Of those at once, at most.
NEWCOMERS = 200

#: Seconds between two looks, in which a newcomer's request comes too: who is answered before it is there may never read the answer.
PAUSE = 0.25

#: Seconds after which a client that takes nothing of its answer is left, whatever the answer.
UNREAD = 15

FILES = "/proc/self/fd"


def make_room() -> int:
    """For as many connections as a worker may take, and those that it starts inherit it; how many that are.

    A system's usual limit of open files is that of a program with few.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = CONNECTIONS + SPARE
    if soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return max(1, min(CONNECTIONS, soft - SPARE))


def watch() -> None:
    if hasattr(socket, "TCP_USER_TIMEOUT"):  # Linux
        Thread(target=_watch, args=[make_room()], name="postil-door", daemon=True).start()


def _watch(most: int) -> None:
    listening = _found()
    if listening is None:
        log.warning("who waits for a connection, or does not read an answer, is left to it: no listening socket was found")
        return
    # RFC 5482: else what is not read stays in memory, and its place is taken. Connections inherit it.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNREAD * 1000)
    refusal = _refusal()
    newcomers: list[socket.socket] = []
    while True:
        sleep(PAUSE)
        for newcomer in newcomers:
            _refuse(newcomer, refusal)
        newcomers.clear()
        if len(os.listdir(FILES)) >= most:
            newcomers = _waiting(listening)


def _found() -> socket.socket | None:
    """Granian has no setting for it, and opens the socket soon after this process has begun."""
    for _ in range(200):
        for name in os.listdir(FILES):
            if found := _listening(int(name)):
                return found
        sleep(0.05)
    return None


def _listening(number: int) -> socket.socket | None:
    """This open file, where it is a TCP socket that listens."""
    with contextlib.suppress(OSError):  # closed meanwhile, or no socket
        found = socket.socket(fileno=number)
        try:
            if found.family in (socket.AF_INET, socket.AF_INET6) and found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                return socket.socket(fileno=os.dup(number))  # which `found.dup()` would make one that blocks, for Granian too
        finally:
            found.detach()  # it is Granian's, who closes it
    return None


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
