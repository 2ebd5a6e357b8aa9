"""The sites that papers are read on, served from this machine: Chromium is told that their names live here."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from urllib.parse import urlsplit

import trustme

Page = str | bytes | Callable[[str], str]

#: Where the extension runs only when the user has switched it on.
OTHERS = (
    "ar5iv.labs.arxiv.org",
    "openreview.net",
    "aclanthology.org",
    "www.biorxiv.org",
    "papers.cool",
    "www.alphaxiv.org",
    "www.semanticscholar.org",
    "www.toy-journal.example",
)


class Site:
    """An https server on loopback.

    `pages` maps a path, with its query or without, to HTML, to a function of the address, or to the bytes of a PDF. A path may have its
    host before it, without "https://".
    """

    def __init__(self, *names: str) -> None:
        self.pages: dict[str, Page] = {}
        self._requests: list[str] = []
        self._lock = Lock()
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                body = site._answer(self.headers.get("Host", ""), self.path)
                self.send_response(200 if body is not None else 404)
                content = body if isinstance(body, bytes) else (body or "nothing here").encode()
                self.send_header("Content-Type", "application/pdf" if content.startswith(b"%PDF") else "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        trustme.CA().issue_cert(*names).configure_cert(context)
        # The handshake belongs to the connection's own thread: a browser opens connections that it never uses.
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self._server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a browser that hangs up
        self.port = int(self._server.server_address[1])
        self.host_rules = ",".join(f"MAP {name} 127.0.0.1:{self.port}" for name in names)
        self._thread = Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def _answer(self, host: str, path: str) -> str | bytes | None:
        with self._lock:
            self._requests.append(f"https://{host}{path}")
        spellings = [f"{host}{path}", f"{host}{urlsplit(path).path}", path, urlsplit(path).path]
        page = next((self.pages[spelling] for spelling in spellings if spelling in self.pages), None)
        return page(path) if callable(page) else page

    @property
    def requests(self) -> list[str]:
        """Every address that was asked for, oldest first."""
        with self._lock:
            return list(self._requests)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)
