"""A Postil server as its owner runs it: the command line in processes of its own, on a port and a data directory that outlive an outage."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import httpx

from .waiting import until

#: Several commands in one process: a test needs a user and a token, and each start of Python would cost it half a second.
_SEVERAL = """
import json, sys
from postil.cli import postil
for command in json.load(sys.stdin):
    postil.main(command, standalone_mode=False)
"""
_POOL = 16


@dataclass(frozen=True)
class User:
    name: str
    token: str
    url: str

    @property
    def http(self) -> httpx.Client:
        return httpx.Client(base_url=self.url, headers={"Authorization": f"Bearer {self.token}"}, timeout=20)

    def get(self, path: str, **query: Any) -> Any:
        with self.http as http:
            answer = http.get(path, params=query)
        assert answer.is_success, answer.text
        return answer.json()

    def notes(self, *papers: str) -> list[dict[str, Any]]:
        """This user's notes on papers as the server gives them: oldest first, of each paper in turn."""
        found = self.get("/api/lookup", paper=list(papers))["papers"]
        return [entry["annotation"] for paper in papers for entry in found[paper]["notes"]]

    def group(self, kind: str = "personal") -> dict[str, Any]:
        return next(group for group in self.get("/api/me")["groups"] if group["kind"] == kind)


class Server:
    """Starts with `start`, may be stopped and started again on the same data."""

    def __init__(self, directory: Path, python_path: Path | None = None) -> None:
        self.directory = directory
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = directory / "server.log"
        self._python_path = python_path
        self._python = [sys.executable]
        self._process: subprocess.Popen[bytes] | None = None
        self._users: list[User] = []
        self._numbers = count(1)
        self._imported: list[str] = []

    @property
    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("POSTIL_")}
        own = {"POSTIL_DATA_DIR": str(self.directory), "POSTIL_PORT": str(self.port), "POSTIL_THREADS": "2"}
        return kept | own | ({"PYTHONPATH": str(self._python_path)} if self._python_path else {})

    # --- its life

    def start(self) -> None:
        if self._process is not None:
            return
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [*self._python, "-m", "postil", "serve"],
                env=self._environment,
                stdout=log,
                stderr=log,
                start_new_session=True,  # its workers end with it: see `stop`
            )
        until(self._answers, f"the server at {self.url}\n{self.output()}")

    def _answers(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, f"the server ended by itself:\n{self.output()}"
        try:
            return httpx.get(f"{self.url}/api/", timeout=2).is_success
        except httpx.HTTPError:
            return False

    def stop(self) -> None:
        """Returns when nothing listens on the port any more."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)

    def output(self) -> str:
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    # --- its command line

    def postil(self, *arguments: str) -> str:
        """Runs one command; its output without the line end."""
        return self._run([*self._python, "-m", "postil", *arguments])

    def several(self, commands: list[list[str]]) -> list[str]:
        """Runs commands that print one line each; the lines."""
        return self._run([*self._python, "-c", _SEVERAL], json.dumps(commands)).splitlines()

    def _run(self, command: list[str], stdin: str = "") -> str:
        done = subprocess.run(command, env=self._environment, input=stdin, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        return done.stdout.strip()

    def new_user(self) -> User:
        """Someone whom no test has met before, so that no test sees another's notes."""
        if not self._users:
            names = [f"reader{next(self._numbers)}" for _ in range(_POOL)]
            lines = self.several([command for name in names for command in (["user", "add", name], ["token", "add", name])])
            self._users = [User(name, token, self.url) for name, token in zip(names, lines[1::2], strict=True)]
        return self._users.pop(0)

    def new_token(self, user: User) -> str:
        return self.postil("token", "add", user.name)

    def revoke_all_tokens(self, user: User) -> None:
        """As from the settings page of another browser."""
        account = self.postil("token", "add", user.name, "--scope", "account", "--name", "for revoking")
        with httpx.Client(base_url=self.url, headers={"Authorization": f"Bearer {account}"}, timeout=20) as http:
            tokens = http.get("/api/tokens").json()
            for token in tokens["tokens"] if isinstance(tokens, dict) else tokens:
                if token["name"] != "for revoking":
                    assert http.delete(f"/api/tokens/{token['id']}").is_success

    def import_papers(self, listing: object, day: str | None = None) -> None:
        """Takes in a listing by `postil papers import`; once, for the second time changes nothing and costs a process."""
        text = json.dumps([listing, day])
        if text in self._imported:
            return
        self._imported.append(text)
        path = self.directory / f"listing-{next(self._numbers)}.json"
        path.write_text(json.dumps(listing), encoding="utf-8")
        self.postil("papers", "import", "huggingface", "--file", str(path), *(["--day", day] if day else []))


def free_port() -> int:
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
