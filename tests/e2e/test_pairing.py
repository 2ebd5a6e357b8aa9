"""Connecting the extension to a server by a pasted token, and every way in which that goes wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from .conftest import SEARCH
from .extension import Browser
from .reading import abstract, card, highlight, open_page, select
from .server import Server, User, free_port

pytestmark = pytest.mark.xdist_group("e2e-server")

FERRYMAN = "arxiv:2503.90417"


class Impostor:
    """Something else on a port: answers every request the same, and remembers what it was sent."""

    def __init__(self) -> None:
        self.answer: tuple[int, str, str] = (200, "text/html", "<!doctype html><title>Router</title>")
        self.sent: list[str] = []
        impostor = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                impostor.sent.append(f"{self.path} {self.headers}")
                status, kind, body = impostor.answer
                self.send_response(status)
                self.send_header("Content-Type", kind)
                if status == 302:
                    self.send_header("Location", "/elsewhere")
                self.send_header("Content-Length", str(len(body.encode())))
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def speaks(self, current: int, oldest: int) -> None:
        discovery = {"name": "Postil", "version": "9", "protocol": {"current": current, "oldest": oldest}}
        self.answer = (200, "application/json", json.dumps(discovery))

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)


@pytest.fixture
def impostor() -> Iterator[Impostor]:
    impostor = Impostor()
    yield impostor
    impostor.close()


@pytest.fixture
def options(browser: Browser) -> Page:
    return browser.open("options/options.html")


def by_token(options: Page) -> None:
    """Where a code is asked for, the token is the other way."""
    other = options.get_by_role("button", name="Use a token instead")
    expect(other.or_(options.get_by_label("Access token"))).to_be_visible()
    if other.is_visible():
        other.click()


def connect(options: Page, server: str, token: str) -> None:
    by_token(options)
    options.get_by_label("Server address").fill(server)
    options.get_by_label("Access token").fill(token)
    options.get_by_role("button", name="Connect", exact=True).click()


def test_a_pasted_token_connects_and_a_page_can_be_marked_at_once(options: Page, browser: Browser, server: Server, user: User) -> None:
    page = browser.context.new_page()
    open_page(page, SEARCH)
    select(page, abstract(page, FERRYMAN), "The decision rests on two signals")
    expect(page.get_by_role("status").filter(has_text="Connect Postil to a server in its options.")).to_be_visible()

    connect(options, f" {server.url}/ ", f"{user.token}\n")
    expect(options.get_by_role("status")).to_have_text(f"Connected to {server.url}.")
    expect(options.get_by_text(f"({user.name})")).to_be_visible()
    highlight(page, abstract(page, FERRYMAN), "The decision rests on two signals")


def test_an_address_where_nothing_listens(options: Page, server: Server, user: User) -> None:
    connect(options, f"http://127.0.0.1:{free_port()}", user.token)
    expect(options.get_by_role("alert")).to_contain_text("The server does not answer. Look whether it runs")
    expect(options.get_by_label("Server address")).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("127.0.0.1:8017", "Begin the address with https://"),
        ("http://notes.example.org", "Another computer is reached with https:// only"),
        ("http://127.0.0.1:8017/papers", "Enter only the first part of the address: http://127.0.0.1:8017"),
    ],
)
def test_an_address_that_is_none(options: Page, typed: str, line: str) -> None:
    connect(options, typed, "postil_x")
    expect(options.locator("#server-wrong")).to_contain_text(line)
    expect(options.get_by_label("Server address")).to_be_focused()


@pytest.mark.parametrize(
    ("status", "line"),
    [
        (200, "What answers at this address is not a Postil server."),
        (404, "What answers at this address is not a Postil server."),
        (302, "This address sends on to another one. Enter the address that it leads to."),
    ],
)
def test_what_is_no_postil_server_gets_no_token(options: Page, impostor: Impostor, user: User, status: int, line: str) -> None:
    impostor.answer = (status, "text/html", "<!doctype html><title>Router</title>")
    connect(options, impostor.url, user.token)
    expect(options.locator("#server-wrong")).to_have_text(line)
    assert impostor.sent
    assert not any(user.token in request for request in impostor.sent)


@pytest.mark.parametrize(
    ("current", "oldest", "line"),
    [
        (3, 2, "This extension is older than your server. Update Postil's extension."),
        (0, 0, "Your server is older than this extension. Ask its owner to update it."),
    ],
)
def test_a_server_of_another_protocol_is_told_from_a_wrong_one(
    options: Page, impostor: Impostor, user: User, current: int, oldest: int, line: str
) -> None:
    impostor.speaks(current, oldest)
    connect(options, impostor.url, user.token)
    expect(options.get_by_role("alert")).to_have_text(line)
    assert not any(user.token in request for request in impostor.sent)


@pytest.mark.parametrize("kind", ["unknown", "revoked"])
def test_a_token_that_the_server_does_not_know(options: Page, server: Server, user: User, kind: str) -> None:
    if kind == "revoked":
        server.revoke_all_tokens(user)
    connect(options, server.url, user.token if kind == "revoked" else "postil_madeup")
    expect(options.locator("#token-wrong")).to_contain_text("The server does not know this token, or it was revoked.")
    # Mended where it went wrong, without typing the address again.
    options.get_by_label("Access token").fill(server.new_token(user))
    options.get_by_role("button", name="Connect", exact=True).click()
    expect(options.get_by_role("status")).to_have_text(f"Connected to {server.url}.")


def test_disconnecting_asks_what_to_do_with_what_waits_and_keeps_it(page: Page, browser: Browser, server: Server, user: User) -> None:
    open_page(page, SEARCH)
    server.stop()
    highlight(page, abstract(page, FERRYMAN), "The decision rests on two signals")
    options = browser.open("options/options.html")
    options.get_by_role("button", name="Disconnect").click()
    expect(options.get_by_role("heading", name="1 note not sent to the server")).to_be_visible()
    options.get_by_role("button", name="Keep them and disconnect").click()
    expect(options.get_by_role("status")).to_have_text("Disconnected.")
    page.wait_for_function("() => [...CSS.highlights.keys()].every((name) => !name.startsWith('postil-'))")
    expect(card(page)).to_be_hidden()

    server.start()
    connect(options, server.url, user.token)
    expect(options.get_by_role("status")).to_have_text(f"Connected to {server.url}.")
    page.wait_for_function("() => [...CSS.highlights.keys()].some((name) => name.startsWith('postil-'))")
