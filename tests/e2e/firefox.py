"""Firefox with the extension: its life, and what a reader does in it. Driven by Marionette, for Playwright does not know stock Firefox.

Elements are looked for in the page and in our shadow root alike, by CSS and by the words that they begin with.
"""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from marionette_driver.addons import Addons
from marionette_driver.errors import (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    MarionetteException,
    StaleElementException,
)
from marionette_driver.marionette import Marionette, WebElement

from .reading import LIBRARY, Mark
from .server import free_port
from .waiting import until, until_equal

T = TypeVar("T")
OPTIONS = "src/options/options.html"
SETTLED = '[data-postil][data-postil-settled="true"]'

#: Nothing is asked of the network or of the user; a permission that a page asks for in a click is given.
PREFS = {
    "extensions.webextOptionalPermissionPrompts": False,
    "app.normandy.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}

_FIND = """
const [css, text] = arguments;
const roots = [document, ...[...document.querySelectorAll("[data-postil]")].map((host) => host.openOrClosedShadowRoot).filter(Boolean)];
const says = (element) => [element.textContent, element.getAttribute("aria-label") ?? ""].some((words) => words.trim().startsWith(text));
const found = roots.flatMap((root) => [...root.querySelectorAll(css)])
  .find((element) => (text === null || says(element)) && element.checkVisibility()) ?? null;
"""


_FORGET = """
const { origins } = await chrome.permissions.getAll();
const own = chrome.runtime.getManifest().host_permissions;
await chrome.permissions.remove({ origins: origins.filter((origin) => !own.includes(origin)) });
await new Promise((resolve, reject) => {
  const request = indexedDB.deleteDatabase("postil");
  request.onsuccess = resolve;
  request.onerror = () => reject(request.error);
});
return own;
"""
_PERMIT = """
const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
const { extension } = WebExtensionPolicy.getByID(arguments[0]);
await ExtensionPermissions.add(arguments[0], { permissions: [], origins: arguments[1] }, extension);
"""


class Firefox:
    def __init__(self, program: Path, profile: Path, *names: str) -> None:
        """`names` are the hosts that live on this machine."""
        self.profile = profile
        self._program = program
        self._names = names
        self._process: subprocess.Popen[bytes] | None = None
        self.driver: Marionette

    # --- its life

    def start(self) -> None:
        port = free_port()
        own = {"marionette.port": port, "network.dns.localDomains": ",".join(self._names), "network.dns.forceResolve": "127.0.0.1"}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in (PREFS | own).items()]
        (self.profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [self._program, "--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile", self.profile]
        with (self.profile / "firefox.log").open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log)
        until(lambda: self._listens(port), "Firefox", bound=60)
        self.driver = Marionette(host="127.0.0.1", port=port)
        self.driver.start_session({"acceptInsecureCerts": True}, timeout=60)
        self.driver.set_window_rect(width=1000, height=1000)

    def _listens(self, port: int) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, (self.profile / "firefox.log").read_text(errors="replace")
        with contextlib.closing(socket.socket()) as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    def stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(MarionetteException, OSError):
            self.driver.delete_session()
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)

    # --- the extension

    def load(self, folder: Path) -> None:
        """Loads an extension's folder as `about:debugging` does. The window in hand stays at a page of it: see `ask`."""
        self._id = Addons(self.driver).install(str(folder), temp=True)
        self.address = self.privileged("return WebExtensionPolicy.getByID(arguments[0]).getURL('')", self._id).rstrip("/")
        self._door = self.driver.current_window_handle
        self.go(f"{self.address}/{OPTIONS}")
        self.tab()

    def in_door(self, script: str, *arguments: Any) -> Any:
        """Runs a script as a page of the extension."""
        here = self.driver.current_window_handle
        self.driver.switch_to_window(self._door, focus=False)
        try:
            return self.run(script, *arguments)
        finally:
            self.driver.switch_to_window(here, focus=False)

    def ask(self, name: str, payload: object = None) -> Any:
        """Asks the background as a page of the extension does; the answer, or AssertionError with the refusal."""
        reply = self.in_door("return chrome.runtime.sendMessage({ask: arguments[0], payload: arguments[1]})", name, payload)
        assert reply["ok"], reply["error"]
        return reply["answer"]

    def forget(self) -> None:
        """As freshly installed: no account, nothing kept, the manifest's sites and no server allowed, one empty tab."""
        for handle in self.driver.window_handles:
            if handle != self._door:
                self.driver.switch_to_window(handle)
                self.driver.close()
        self.driver.switch_to_window(self._door)
        self.ask("disconnect", {"waiting": "discard"})
        self.permit(*self.run(_FORGET))
        self.tab()

    def permit(self, *origins: str) -> None:
        """What the user says yes to when a page of the extension asks."""
        self.privileged(_PERMIT, self._id, list(origins))

    # --- scripts

    def run(self, script: str, *arguments: Any) -> Any:
        """Runs a function's body in the page's own world; awaits what it returns."""
        return self.driver.execute_script(_awaited(script), script_args=arguments, sandbox=None)

    def within(self, script: str, *arguments: Any) -> Any:
        """The same beside the page's world, from where closed roots can be looked into."""
        return self.driver.execute_script(_awaited(script), script_args=arguments, sandbox="system")

    def privileged(self, script: str, *arguments: Any) -> Any:
        """The same with the rights of the browser itself."""
        with self.driver.using_context("chrome"):
            return self.driver.execute_script(_awaited(script), script_args=arguments)

    # --- pages

    def tab(self) -> None:
        """A new tab, and goes to it."""
        self.driver.switch_to_window(self.driver.open(type="tab", focus=True)["handle"])

    def opened(self, click: Callable[[], None]) -> None:
        """Goes to the tab that a click opens."""
        before = set(self.driver.window_handles)
        click()
        self.driver.switch_to_window(until(lambda: set(self.driver.window_handles) - before, "a new tab").pop())

    def go(self, url: str) -> None:
        self.driver.navigate(url)

    def read(self, url: str) -> None:
        """Opens a page and waits until Postil has read it and the server, or has found that it cannot."""
        self.go(url)
        self.settled()

    def reload(self) -> None:
        self.driver.refresh()
        self.settled()

    def settled(self) -> None:
        until(lambda: self.run("return document.querySelector(arguments[0]) !== null", SETTLED), "Postil to settle on the page")

    # --- elements

    def find(self, css: str, text: str | None = None) -> WebElement:
        """The first that is seen, when there is one."""
        return until(lambda: _unless_gone(lambda: self.within(f"{_FIND} return found;", css, text)), f"{css} {text or ''}")

    def gone(self, css: str, text: str | None = None) -> None:
        until(lambda: self.within(f"{_FIND} return found === null;", css, text), f"no {css} {text or ''}")

    def click(self, css: str, text: str | None = None) -> None:
        """Clicks it with the mouse; once more where it gave way to another in between."""
        until(lambda: _unless_gone(lambda: self.find(css, text).click() or True), f"a click on {css} {text or ''}")

    def fill(self, css: str, text: str) -> None:
        field = self.find(css)
        field.clear()
        field.send_keys(text)

    def press(self, key: str) -> None:
        self.driver.actions.sequence("key", "keyboard").send_keys(key).perform()

    # --- marks

    def painted(self) -> list[Mark]:
        """Every mark that is painted now: by paper, then by place."""
        self.run(f"if (!window.painted) {{ {LIBRARY} }}")
        return [Mark(**mark) for mark in self.run("return window.painted()")]

    def expect_marks(self, *texts: str) -> None:
        until_equal(lambda: sorted(mark.text for mark in self.painted()), sorted(texts))

    def select(self, root: WebElement, quote: str) -> None:
        """Drags the mouse over words of an element, from before their first character to behind their last."""
        (x, y), (end_x, end_y) = self._spots(root, quote)
        mouse = self.driver.actions.sequence("pointer", "mouse", {"pointerType": "mouse"})
        mouse.pointer_move(x, y).pointer_down().pointer_move((x + end_x) // 2, (y + end_y) // 2).pointer_move(end_x, end_y).pointer_up()
        mouse.perform()

    def click_words(self, root: WebElement, quote: str) -> None:
        x, y = self._spots(root, quote)[0]
        self.driver.actions.sequence("pointer", "mouse", {"pointerType": "mouse"}).pointer_move(x + 3, y).click().perform()

    def _spots(self, root: WebElement, quote: str) -> list[tuple[int, int]]:
        self.painted()
        return [(round(x), round(y)) for x, y in self.run("return window.spotsOf(arguments[0], arguments[1])", root, quote)]


def _unless_gone(act: Callable[[], T]) -> T | None:
    try:
        return act()
    except (StaleElementException, ElementNotInteractableException, ElementClickInterceptedException):
        return None


def _awaited(script: str) -> str:
    """A function's body that may await; its arguments stay `arguments`."""
    return f"return (async function () {{ {script} }}).apply(null, arguments);"
