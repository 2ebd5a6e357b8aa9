"""What the user's browser may meet: a page on another site or on another port of this machine, and another extension."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import BrowserContext, Page

#: Names that lead to this machine: Chromium is told so, as a hostile name server would tell it.
NAMES = ("evil.example", "rebound.example")
HOST_RULES = ",".join(f"MAP {name} 127.0.0.1" for name in NAMES)

_MANIFEST = {
    "manifest_version": 3,
    "name": "Another",
    "version": "1",
    "host_permissions": ["http://127.0.0.1/*"],
    "background": {"service_worker": "worker.js"},
}


class Attacker:
    """Serves `pages` by path, and remembers the cookies that it was sent."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {"/": "<!doctype html><title>Free papers</title>"}
        self.cookies: list[str] = []
        attacker = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                attacker.cookies.append(self.headers.get("Cookie", ""))
                body = attacker.pages.get(self.path, "").encode()
                self.send_response(200 if body else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port = int(self._server.server_address[1])
        self._thread = Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def url(self, host: str, path: str = "/") -> str:
        return f"http://{host}:{self.port}{path}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)


def write_extension(directory: Path) -> Path:
    """An extension that may reach every port of this machine, with a page to run its code on."""
    directory.mkdir()
    (directory / "manifest.json").write_text(json.dumps(_MANIFEST), encoding="utf-8")
    (directory / "worker.js").write_text("", encoding="utf-8")
    (directory / "page.html").write_text("<!doctype html><title>Another</title>", encoding="utf-8")
    return directory


def extension_page(context: BrowserContext) -> Page:
    """A page of the other extension; of the workers that run, it is the one that is not ours."""
    for _ in range(2):
        for worker in context.service_workers:
            if worker.url.endswith("/worker.js") and "/dist/" not in worker.url:
                page = context.new_page()
                page.goto(worker.url.replace("worker.js", "page.html"))
                return page
        context.wait_for_event("serviceworker")
    raise AssertionError("the other extension does not run")


#: Every way in which a script can ask for something, and what came of it: a status and words, or why not.
ASK = """
async ([url, init]) => {
  try {
    const answer = await fetch(url, init);
    return { type: answer.type, status: answer.status, url: answer.url, text: await answer.text() };
  } catch (error) {
    return { error: String(error) };
  }
}
"""


def ask(page: Page, url: str, **init: Any) -> dict[str, Any]:
    """A fetch by a script of the page, with the user's cookies where the browser lets it have them."""
    told: dict[str, Any] = page.evaluate(ASK, [url, {"credentials": "include"} | init])
    return told
