"""Clients that ask too much: raw connections, many at once, of which each does what no good client does."""

from __future__ import annotations

import selectors
import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from live.client import PATIENCE, Answer


class Connection:
    """One connection and what has come over it."""

    def __init__(self, port: int, sent: bytes = b"", receive_buffer: int = 0) -> None:
        self.socket = socket.socket()
        if receive_buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.socket.settimeout(PATIENCE)
        self.socket.connect(("127.0.0.1", port))
        self.received = b""
        self.ended = False
        self.send(sent)

    def send(self, piece: bytes) -> bool:
        """False where the server takes nothing more."""
        try:
            self.socket.sendall(piece)
        except OSError:
            return False
        return True

    def read(self, most: int = 1 << 16) -> None:
        """What is there, or the end."""
        try:
            piece = self.socket.recv(most)
        except ConnectionError:
            piece = b""
        self.received += piece
        self.ended = not piece

    def is_cut(self) -> bool:
        """Whether the server has ended it, found without reading: what is sent to nobody comes back as an error."""
        try:
            self.socket.send(b" ", socket.MSG_DONTWAIT)
        except ConnectionError:
            return True
        return False

    @property
    def answer(self) -> Answer | None:
        """The answer, once its head and content are there."""
        head, _, content = self.received.partition(b"\r\n\r\n")
        if not _:
            return None
        status, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.title(): value for name, _, value in (line.partition(": ") for line in lines)}
        whole = self.ended or len(content) >= int(headers.get("Content-Length", "0"))
        return Answer(int(status.split()[1]), headers, content) if whole else None


@contextmanager
def connections(port: int, requests: Sequence[bytes]) -> Iterator[list[Connection]]:
    """One for each request, which is sent on it; all are closed at the end."""
    opened = list[Connection]()
    try:
        for request in requests:
            opened.append(Connection(port, request))
        yield opened
    finally:
        for connection in opened:
            connection.socket.close()


def answers(crowd: Sequence[Connection], bound: float = 40.0) -> list[Answer]:
    """Of all of them. Fails where one has none in the end, or was closed without one."""
    end = time.monotonic() + bound
    with selectors.DefaultSelector() as selector:
        for connection in crowd:
            selector.register(connection.socket, selectors.EVENT_READ, connection)
        while selector.get_map():
            assert time.monotonic() < end, f"{len(selector.get_map())} of {len(crowd)} have no answer"
            for key, _ in selector.select(1.0):
                connection = key.data
                connection.read()
                if connection.answer or connection.ended:
                    selector.unregister(connection.socket)
    found = [connection.answer for connection in crowd]
    assert None not in found, f"{found.count(None)} of {len(found)} were closed without an answer"
    return [answer for answer in found if answer]


def request(port: int, method: str, path: str, *headers: str, body: bytes = b"") -> bytes:
    head = "\r\n".join((f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", *headers, "", ""))
    return head.encode() + body
