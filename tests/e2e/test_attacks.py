"""Attacks on a user who is signed in, by what a real Chromium lets others do: each fails. All routes: tests/server/test_attacks.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

import browser as installed

from .attacker import HOST_RULES, Attacker, ask, extension_page, write_extension
from .own_pages import sign_in
from .server import Server, User

pytestmark = pytest.mark.xdist_group("e2e-server")

#: Another site; and the same one, as browsers see it, for a site has no port.
PLACES = pytest.mark.parametrize("host", ["evil.example", "127.0.0.1"])


@pytest.fixture(scope="module")
def attacker() -> Iterator[Attacker]:
    attacker = Attacker()
    yield attacker
    attacker.close()


@pytest.fixture(scope="module")
def context(playwright: Playwright, extension: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """A browser with our extension and another one, where the attacker's names lead to this machine."""
    directory = tmp_path_factory.mktemp("attacked")
    extensions = f"{extension},{write_extension(directory / 'another')}"
    context = playwright.chromium.launch_persistent_context(
        str(directory / "profile"),
        executable_path=str(installed.find()),
        headless=True,
        args=[
            "--no-sandbox", "--disable-dev-shm-usage", f"--host-resolver-rules={HOST_RULES}",
            f"--disable-extensions-except={extensions}", f"--load-extension={extensions}",
        ],
    )  # fmt: skip
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, server: Server, user: User) -> Iterator[Page]:
    """A tab of a browser in which `user` is signed in at the server."""
    context.clear_cookies()
    page = context.new_page()
    sign_in(page, server, user)
    yield page
    for one in context.pages[1:]:  # the last one closes the browser
        one.close()


def learned_nothing(told: dict[str, Any], user: User) -> None:
    """Of an answer that a script got: it could not read it, or nothing of the user stands in it."""
    assert "error" in told or told["type"] == "opaque" or (user.name not in told["text"] and told["status"] in (200, 401, 403)), told
    if told.get("status") == 200:
        assert "/sign-in" in told["url"], told


def nothing_changed(page: Page, server: Server, user: User) -> None:
    """The user is signed in still, and in no team."""
    assert [group["kind"] for group in user.get("/api/groups")["groups"]] == ["personal"]
    page.goto(f"{server.url}/settings")
    expect(page.get_by_role("heading", name="Settings")).to_be_visible()
    expect(page.locator("main")).to_contain_text(user.name)


def test_dns_rebinding(page: Page, server: Server, user: User) -> None:
    """The attacker's name leads to the server by now, so that their script could read what it answers."""
    answer = page.goto(f"http://rebound.example:{server.port}/settings")
    assert answer is not None
    assert answer.status == 421
    expect(page.locator("body")).to_contain_text("POSTIL_PUBLIC_URL")
    for path in ("/api/me", "/api/lookup?paper=arxiv:2503.90417", "/"):
        told = ask(page, path)
        assert (told["status"], user.name in told["text"]) == (421, False)


@PLACES
def test_a_form_on_another_page(page: Page, attacker: Attacker, server: Server, user: User, host: str) -> None:
    fields = "".join(f'<input name="{name}" value="a long password">' for name in ("name", "password", "again"))
    for path in ("/teams", "/sign-out", "/settings/tokens", "/password"):
        attacker.pages["/form"] = f"""<form method="post" action="{server.url}{path}">{fields}</form>
            <script>document.forms[0].submit()</script>"""
        page.goto(attacker.url(host, "/form"))
        page.wait_for_url(f"{server.url}{path}")
        expect(page.locator("body")).to_contain_text("not sent by a page of this server")
    nothing_changed(page, server, user)


@PLACES
def test_a_script_on_another_page(page: Page, attacker: Attacker, server: Server, user: User, host: str) -> None:
    page.goto(attacker.url(host))
    sent = "postil_session" in attacker.cookies[-1]
    assert sent == (host == "127.0.0.1"), "a browser sends the cookie to every port of its host"
    for path in ("/api/me", "/api/lookup?paper=arxiv:2503.90417", "/api/export?format=jsonl", "/", "/settings"):
        assert "error" in ask(page, server.url + path)
        learned_nothing(ask(page, server.url + path, mode="no-cors"), user)
    for path in ("/api/groups", "/teams", "/settings/tokens", "/sign-out"):
        for kind in ("application/json", "text/plain", "application/x-www-form-urlencoded"):
            body = '{"name": "taken"}' if kind != "application/x-www-form-urlencoded" else "name=taken"
            for mode in ("cors", "no-cors"):
                learned_nothing(ask(page, server.url + path, method="POST", mode=mode, body=body, headers={"Content-Type": kind}), user)
    nothing_changed(page, server, user)


@PLACES
def test_what_another_page_takes_in(page: Page, attacker: Attacker, server: Server, user: User, host: str) -> None:
    """Answers as a script, a style, an image; and a window on our page."""
    page.goto(attacker.url(host))
    for tag, source in (("script", "src"), ("img", "src"), ("link", "href")):
        outcome = page.evaluate(
            """([tag, source, url]) => new Promise((resolve) => {
              const element = document.createElement(tag);
              element.onload = () => resolve("loaded");
              element.onerror = () => resolve("refused");
              if (tag === "link") element.rel = "stylesheet";
              element[source] = url;
              document.head.append(element);
            })""",
            [tag, source, f"{server.url}/api/me"],
        )
        assert outcome == "refused", tag
    with page.context.expect_page() as opened:
        page.evaluate("(url) => { window.ours = open(url); }", f"{server.url}/settings")
    expect(opened.value.get_by_role("heading", name="Settings")).to_be_visible()
    assert page.evaluate("() => ours.closed"), "our page is cut off from who opened it"


def test_another_extension(page: Page, attacker: Attacker, context: BrowserContext, server: Server, user: User) -> None:
    """It may reach the server's address, and its browser sends the cookie along: without a token it is nobody."""
    other = extension_page(context)
    ask(other, attacker.url("127.0.0.1"))
    assert "postil_session" in attacker.cookies[-1], "the browser sends it, so the server must not heed it"
    for path in ("/api/me", "/api/lookup?paper=arxiv:2503.90417", "/api/export?format=jsonl", "/", "/settings"):
        learned_nothing(ask(other, server.url + path), user)
    for path, kind in (("/api/groups", "application/json"), ("/teams", "application/x-www-form-urlencoded"), ("/sign-out", "text/plain")):
        told = ask(other, server.url + path, method="POST", body='{"name": "taken"}', headers={"Content-Type": kind})
        assert told["status"] in (401, 403), told
        learned_nothing(told, user)
    nothing_changed(page, server, user)


def test_another_extension_asks_ours(page: Page, context: BrowserContext, extension: Path) -> None:
    ours = next(worker.url.split("/")[2] for worker in context.service_workers if "/dist/" in worker.url)
    other = extension_page(context)
    for message in ({"ask": "status"}, {"ask": "connect", "payload": {"server": "http://127.0.0.1:1", "token": "postil_x"}}):
        told = other.evaluate("([id, message]) => chrome.runtime.sendMessage(id, message).then(() => 'heard', String)", [ours, message])
        assert "Could not establish connection" in told
    assert ask(other, f"chrome-extension://{ours}/manifest.json").keys() == {"error"}


@PLACES
def test_clickjacking(page: Page, attacker: Attacker, server: Server, host: str) -> None:
    """A page of ours, unseen below a button of theirs: it does not show."""
    attacker.pages["/frame"] = f'<iframe src="{server.url}/settings" style="opacity: 0.01"></iframe>'
    page.goto(attacker.url(host, "/frame"))
    page.wait_for_load_state("load")
    (frame,) = page.main_frame.child_frames
    frame.wait_for_url("chrome-error://chromewebdata/")  # told a little after its page was refused
    expect(frame.get_by_role("button", name="Sign out")).to_have_count(0)
