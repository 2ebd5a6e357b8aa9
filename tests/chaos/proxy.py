"""A network between clients and a server that can be bad: connections cut, requests and answers that end in their middle."""

from __future__ import annotations

import socket
from contextlib import suppress
from threading import Lock, Thread


class Proxy:
    def __init__(self, port: int) -> None:
        self._upstream = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._lock = Lock()
        self._open: set[socket.socket] = set()
        self._to_halve = {"requests": 0, "answers": 0}
        Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Every connection that there is."""
        with self._lock:
            for end in self._open:
                _end(end)

    def halve(self, what: str, times: int) -> None:
        """Of the next requests or answers only half comes through, and then the connection ends."""
        with self._lock:
            self._to_halve[what] += times

    def close(self) -> None:
        _end(self._listening)
        self._listening.close()
        self.cut()

    def _accept(self) -> None:
        with suppress(OSError):  # closed
            while True:
                client, _ = self._listening.accept()
                Thread(target=self._connect, args=[client], daemon=True).start()

    def _connect(self, client: socket.socket) -> None:
        with client:
            try:
                server = socket.create_connection(("127.0.0.1", self._upstream))
            except OSError:
                return  # nobody listens there now
            with server:
                for end in (client, server):  # else it waits for more before it passes on the end of an answer
                    end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                with self._lock:
                    self._open |= {client, server}
                back = Thread(target=self._pass, args=[server, client, "answers"], daemon=True)
                back.start()
                self._pass(client, server, "requests")
                back.join()
                with self._lock:
                    self._open -= {client, server}

    def _pass(self, source: socket.socket, sink: socket.socket, what: str) -> None:
        with suppress(OSError):
            while chunk := source.recv(1 << 16):
                if self._halves(what):
                    sink.sendall(chunk[: len(chunk) // 2])
                    break
                sink.sendall(chunk)
        _end(source)
        _end(sink)

    def _halves(self, what: str) -> bool:
        with self._lock:
            if not self._to_halve[what]:
                return False
            self._to_halve[what] -= 1
            return True


def _end(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
