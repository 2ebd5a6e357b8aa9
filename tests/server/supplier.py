"""A supplier of listings on this machine, in the shapes that Hugging Face and arXiv answer in, and misbehaving on request."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

#: (status, headers, body)
Answer = tuple[int, dict[str, str], bytes]
Misbehaviour = Callable[[BaseHTTPRequestHandler], None]


class Supplier:
    """Gives its `answers` in their order, the last one again and again; `asked` holds what it was asked for."""

    def __init__(self) -> None:
        self.answers: list[Answer | Misbehaviour] = []
        self.asked: list[str] = []
        self.agents: list[str] = []
        self.closing = threading.Event()
        supplier = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                supplier._answer(self)

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self._server.server_port}"

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        answer = self.answers[min(len(self.asked), len(self.answers) - 1)]
        self.asked.append(handler.path)
        self.agents.append(handler.headers["User-Agent"])
        if callable(answer):
            answer(handler)
            return
        status, headers, body = answer
        handler.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            handler.send_header(name, value)
        handler.end_headers()
        with contextlib.suppress(ConnectionError):  # who asked has had enough
            handler.wfile.write(body)

    def hang(self, handler: BaseHTTPRequestHandler) -> None:
        """Never answers, as long as the test runs."""
        self.closing.wait()

    @contextlib.contextmanager
    def open(self) -> Iterator[Supplier]:
        thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield self
        finally:
            self.closing.set()
            self._server.shutdown()
            self._server.server_close()
            thread.join()


@pytest.fixture
def supplier() -> Iterator[Supplier]:
    with Supplier().open() as opened:
        yield opened


def drip(handler: BaseHTTPRequestHandler) -> None:
    """A byte, and a promise of more."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"[")
    handler.wfile.flush()


def listed(number: int, **told: Any) -> dict[str, Any]:
    """An entry of `/api/daily_papers`."""
    paper = {
        "id": f"2611.{number:05d}", "title": f"Paper {number}", "summary": f"What paper {number} found.", "upvotes": number,
        "authors": [{"_id": "1", "name": "Ada Author", "hidden": False}], "publishedAt": "2026-11-17T00:00:00.000Z",
        "submittedOnDailyAt": "2026-11-18T01:02:03.000Z",
    } | told  # fmt: skip
    return {
        "paper": paper,
        "title": paper["title"],
        "numComments": 2,
        "submittedBy": {"name": "sender"},
        "publishedAt": "2026-11-16T20:00:00.000Z",
    }


def json_of(*entries: Any, **headers: str) -> Answer:
    return 200, {"Content-Type": "application/json; charset=utf-8"} | headers, json.dumps(entries).encode()


def atom_entry(ident: str, title: str = "A title", summary: str = "What it found.", **more: str) -> str:
    authors = "".join(f"<author><name>{name}</name></author>" for name in ("Ada Author", "Zoë Ørsted"))
    published = more.get("published", "2025-04-17T17:59:25Z")
    return (
        f"<entry><id>http://arxiv.org/abs/{ident}</id><updated>2026-11-20T00:00:00Z</updated><published>{published}</published>"
        f"<title>{title}</title><summary>{summary}</summary>{authors}<link href='http://arxiv.org/abs/{ident}' rel='alternate'/></entry>"
    )


def atom(*entries: str) -> Answer:
    opened = '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>ArXiv Query</title>'
    return 200, {"Content-Type": "application/atom+xml"}, f"{opened}{''.join(entries)}</feed>".encode()
