"""The extension as a browser loads it, and the browser around it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Timer
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright, Worker

from .site import OTHERS

ROOT = Path(__file__).parents[2]
#: A page of the extension with nothing on it: what the options and the popup may say to the worker, said by a test.
DOOR = "door.html"
#: Playwright finds nothing in a closed shadow root. Said before a script of ours, this opens those that it makes.
OPEN_ROOTS = """
{
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    return attach.call(this, { ...init, mode: "open" });
  };
}
"""


def unpack(directory: Path, root: Path = ROOT) -> Path:
    """A copy of the extension that tests look into, and that may reach loopback and the other sites: see `permit`."""
    target = permit(directory, root)
    for name in ("content.js", "huggingface.js"):
        script = target / "dist" / name
        hint, begin, rest = script.read_text(encoding="utf-8").partition('"use strict";')  # a hint to the browser stays the first line
        script.write_text(hint + OPEN_ROOTS + begin + rest, encoding="utf-8")
    return target


def permit(directory: Path, root: Path = ROOT) -> Path:
    """A copy of the extension that may reach loopback and the other sites: the permission prompt never ends in a headless browser."""
    target = directory / "extension"
    shutil.copytree(root / "extension", target)
    manifest = json.loads((target / "manifest.json").read_text(encoding="utf-8"))
    manifest["host_permissions"] = [*manifest["host_permissions"], "http://127.0.0.1/*", *(f"https://{site}/*" for site in OTHERS)]
    (target / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (target / DOOR).write_text("<!doctype html><title>door</title>", encoding="utf-8")
    return target


def build(directory: Path) -> Path:
    """A copy of the checkout's browser side with bundles built from the sources as they are now; the copy's server package."""
    for part in ("extension", "server"):
        shutil.copytree(ROOT / part, directory / part, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
    (directory / "package.json").symlink_to(ROOT / "package.json")
    (directory / "node_modules").symlink_to(ROOT / "node_modules")
    done = subprocess.run(["node", "extension/build.js"], cwd=directory, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return directory / "server"


class Browser:
    """Chromium with the extension, on a profile that outlives it."""

    def __init__(
        self,
        playwright: Playwright,
        program: Path,
        extension: Path,
        profile: Path,
        host_rules: str,
        language: str = "en-US",
        **screen: Any,
    ) -> None:
        self._playwright = playwright
        self._program = program
        self._extension = extension
        self._host_rules = host_rules
        self._language = language  # what the browser asks web sites for, and what its extensions are told
        self._screen = {"viewport": {"width": 1000, "height": 900}, **screen}
        self.profile = profile
        self.context: BrowserContext
        self.worker: Worker

    def start(self) -> None:
        self.context = self._playwright.chromium.launch_persistent_context(
            str(self.profile),
            executable_path=str(self._program),
            headless=True,
            ignore_default_args=["--disable-back-forward-cache"],  # a user's puts pages aside
            **self._screen,
            args=[
                "--no-sandbox",
                f"--disable-extensions-except={self._extension}",
                f"--load-extension={self._extension}",
                f"--host-resolver-rules={self._host_rules}",
                "--ignore-certificate-errors",
                f"--accept-lang={self._language}",
                "--disable-dev-shm-usage",
            ],
        )
        self.context.set_default_timeout(20_000)
        self.context.add_init_script(OPEN_ROOTS)  # for the server's own pages
        workers = self.context.service_workers
        self.worker = workers[0] if workers else self.context.wait_for_event("serviceworker")

    @property
    def address(self) -> str:
        """chrome-extension://<id>"""
        return self.worker.url.rsplit("/dist/", 1)[0]

    def stop(self) -> None:
        self.context.close()

    def kill(self) -> None:
        """As when the power goes: nothing of the browser gets to say a last word."""
        with self.context.expect_event("close"):
            os.kill(self._pid, signal.SIGKILL)

    def doom(self, seconds: float, struck: Event) -> Timer:
        """The same so many seconds from now, whatever goes on then; `struck` is set just before. The timer's end is the browser's."""
        pid = self._pid

        def strike() -> None:
            struck.set()
            os.kill(pid, signal.SIGKILL)

        timer = Timer(seconds, strike)
        timer.start()
        return timer

    @property
    def _pid(self) -> int:
        """The profile's lock is a link that names the process which holds it."""
        return int(os.readlink(self.profile / "SingletonLock").rsplit("-", 1)[1])

    def door(self) -> Page:
        """A page of the extension; kept open, for it is cheap and a worker with a page lives."""
        for page in self.context.pages:
            if page.url.endswith(DOOR):
                return page
        page = self.context.new_page()
        page.goto(f"{self.address}/{DOOR}")
        return page

    def ask(self, name: str, payload: object = None) -> Any:
        """Asks the worker as a page of the extension does; the answer, or AssertionError with the refusal."""
        reply = self.door().evaluate("(message) => chrome.runtime.sendMessage(message)", {"ask": name, "payload": payload})
        assert reply["ok"], reply["error"]
        return reply["answer"]

    def connect(self, server: str, token: str) -> Any:
        return self.ask("connect", {"server": server, "token": token})

    @contextmanager
    def slow_to_write(self) -> Iterator[None]:
        """While this lasts, what is written waits before it is kept, as behind a disk that is busy."""
        name = f"postil|outbox|{self.ask('status')['account']}"
        door = self.door()
        door.evaluate(
            "(name) => new Promise((taken) => navigator.locks.request(name, () => new Promise((release) => {"
            " globalThis.release = release; taken(); })))",
            name,
        )
        try:
            yield
        finally:
            door.evaluate("() => globalThis.release()")

    def forget(self) -> None:
        """As freshly installed: no account, nothing kept, nothing waiting, no page open."""
        door = self.door()
        for page in self.context.pages:
            if page is not door:
                page.close()
        for site in self.ask("sites")["sites"]:
            self.ask("switch-site", {"site": site, "on": False})
        self.ask("disconnect", {"waiting": "discard"})
        door.evaluate("() => chrome.storage.local.clear()")

    def open(self, path: str) -> Page:
        """A page of the extension in a tab: "options/options.html"."""
        page = self.context.new_page()
        page.goto(f"{self.address}/src/{path}")
        return page

    def popup(self, beside: Page) -> Page:
        """The popup as it opens over a tab."""
        tab = self.door().evaluate("async (url) => (await chrome.tabs.query({ url })).at(-1).id", beside.url.split("#")[0])
        return self.open(f"popup/popup.html?tab={tab}")

    def stored(self) -> dict[str, Any]:
        """All that the extension keeps on disk."""
        return self.door().evaluate("() => chrome.storage.local.get(null)")

    def badge(self) -> dict[str, str]:
        """What the toolbar's button shows."""
        return self.door().evaluate(
            "async () => ({text: await chrome.action.getBadgeText({}), title: await chrome.action.getTitle({})})",
        )
