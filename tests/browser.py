"""Finds the Chromium that the end-to-end tests drive, and makes sure that there is one: `python tests/browser.py`.

Branded Google Chrome is no candidate: it no longer loads unpacked extensions.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser")


class NoBrowser(RuntimeError):
    """There is no Chromium; the message is one line that says what to do."""


def find() -> Path:
    """The path of a Chromium that is there already. Raises NoBrowser."""
    wanted = os.environ.get("CHROMIUM")
    if wanted:
        path = shutil.which(wanted)
        if path is None:
            raise NoBrowser(f"CHROMIUM={wanted}: there is no such program")
        return Path(path)
    for path in (*map(shutil.which, NAMES), _of_playwright()):
        if path:
            return Path(path)
    raise NoBrowser(f"no Chromium: install one ({' or '.join(NAMES)} on PATH), or name it in CHROMIUM")


def ensure() -> Path:
    """The same, after an attempt to install one where there is none. Raises NoBrowser."""
    try:
        return find()
    except NoBrowser:
        if os.environ.get("CHROMIUM"):
            raise  # what was asked for by name is not replaced by another
    installers = [[sys.executable, "-m", "playwright", "install", "--with-deps" if _is_root() else "", "chromium"]]
    if _is_root() and shutil.which("apt-get"):
        installers.insert(0, ["sh", "-c", "apt-get update -qq && apt-get install -y -qq chromium"])
    for installer in installers:
        command = [part for part in installer if part]
        print(f"no Chromium yet; trying: {' '.join(command[-3:])}", flush=True)
        if subprocess.run(command, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, check=False).returncode == 0:
            return find()
    return find()


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _of_playwright() -> str | None:
    """Playwright's own Chromium, if it was installed: asked in another process, for its loop must not stay in this one."""
    question = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    answer = subprocess.run([sys.executable, "-c", question], capture_output=True, text=True, check=False)
    path = answer.stdout.strip()
    return path if answer.returncode == 0 and Path(path).is_file() else None


if __name__ == "__main__":
    try:
        print(f"Chromium: {ensure()}")
    except NoBrowser as error:
        sys.exit(f"tests/browser.py: {error}")
