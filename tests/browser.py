"""Finds the browsers that the end-to-end tests drive, and makes sure that they are there: `python tests/browser.py`.

Branded Google Chrome is no candidate: it no longer loads unpacked extensions. Of Firefox the ESR is wanted, the oldest that is kept up.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


class NoBrowser(RuntimeError):
    """It is not there; the message is one line that says what to do."""


@dataclass(frozen=True)
class Browser:
    name: str
    #: What it is called on PATH.
    programs: tuple[str, ...]
    #: The environment's variable that names another.
    variable: str
    #: Debian's package.
    package: str
    #: Playwright has one of its own, which does as well.
    in_playwright: bool = False

    def find(self) -> Path:
        """The path of one that is there already. Raises NoBrowser."""
        wanted = os.environ.get(self.variable)
        if wanted:
            path = shutil.which(wanted)
            if path is None:
                raise NoBrowser(f"{self.variable}={wanted}: there is no such program")
            return Path(path)
        for path in (*map(shutil.which, self.programs), _of_playwright(self.package) if self.in_playwright else None):
            if path:
                return Path(path)
        raise NoBrowser(f"no {self.name}: install one ({' or '.join(self.programs)} on PATH), or name it in {self.variable}")

    def ensure(self) -> Path:
        """The same, after an attempt to install one where there is none. Raises NoBrowser."""
        try:
            return self.find()
        except NoBrowser:
            if os.environ.get(self.variable):
                raise  # what was asked for by name is not replaced by another
        for command in self._installers():
            print(f"no {self.name} yet; trying: {' '.join(command[-3:])}", flush=True)
            if subprocess.run(command, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, check=False).returncode == 0:
                break
        return self.find()

    def _installers(self) -> list[list[str]]:
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        debian = [["sh", "-c", f"apt-get update -qq && apt-get install -y -qq {self.package}"]]
        playwright = [[sys.executable, "-m", "playwright", "install", *(["--with-deps"] if is_root else []), self.package]]
        return (debian if is_root and shutil.which("apt-get") else []) + (playwright if self.in_playwright else [])


CHROMIUM = Browser("Chromium", ("chromium", "chromium-browser"), "CHROMIUM", "chromium", in_playwright=True)
FIREFOX = Browser("Firefox", ("firefox-esr", "firefox"), "FIREFOX", "firefox-esr")
find = CHROMIUM.find


def _of_playwright(name: str) -> str | None:
    """Playwright's own, if it was installed: asked in another process, for its loop must not stay in this one."""
    question = f"from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.{name}.executable_path)"
    answer = subprocess.run([sys.executable, "-c", question], capture_output=True, text=True, check=False)
    path = answer.stdout.strip()
    return path if answer.returncode == 0 and Path(path).is_file() else None


if __name__ == "__main__":
    try:
        for browser in (CHROMIUM, FIREFOX):
            print(f"{browser.name}: {browser.ensure()}")
    except NoBrowser as error:
        sys.exit(f"tests/browser.py: {error}")
