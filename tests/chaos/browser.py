"""Somebody who writes in a browser that dies now and then: what was saved there is theirs, wherever it is by now."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from e2e.waiting import until
from live.authors import PAPERS, Known
from live.views import View

PROGRAM = Path(__file__).with_name("browser.js")

#: A browser dies within so many steps (browser.js): several asks, or amid the first.
STEPS = 25


class Died(Exception):
    pass


@dataclass(frozen=True)
class Change:
    """What is asked, and the note that it makes of another."""

    ask: str
    payload: dict[str, Any]
    id: str
    after: Known


class Browser:
    """Writes like an `Author`, into an account that others may use as well; `notes` are those that were written here."""

    def __init__(self, directory: Path, through: int, groups: Sequence[str], name: str) -> None:
        self._directory = directory
        self._through = through
        self.groups = groups
        self.name = name
        self.notes: dict[str, Known] = {}
        self.acknowledged = 0
        self.deaths = 0
        self.chance = Random(name)
        self._start()

    def connect(self, server: str, token: str) -> None:
        self.ask("connect", {"server": server, "token": token})
        self.ask("refresh", {"papers": PAPERS})  # from here on it follows what changes

    def write(self) -> None:
        change = self._chosen()
        try:
            if self.chance.random() < 0.3:
                self._tell({"doom": self.chance.randint(1, STEPS)})
            self.ask(change.ask, change.payload)
            self.notes[change.id] = change.after
            if self.chance.random() < 0.5:
                self.ask("try-now")
        except Died:
            self._revive(change)
        self.acknowledged += 1

    def settle(self, *, refused: bool) -> None:
        """Returns once all was sent. `refused`: some of it may have been, and the way out of that is to try again."""
        try:
            self._tell({"doom": 10**9})
            self.ask("status")
        except Died:
            self._restart()

        def is_empty() -> bool:
            self.ask("try-now")
            waiting = self.ask("waiting")["operations"]
            for failed in [one for one in waiting if one["state"] == "failed"]:
                assert refused, failed
                self.ask("resolve-failed", {"operation": failed["id"], "way": "retry"})
            return not waiting

        until(is_empty, f"everything of {self.name} to be sent", 45)

    def view(self) -> View:
        """What it shows of all papers, by what it has and what it hears changed."""
        self.ask("catch-up")
        return [(note["id"], note["text"]) for note in self._shown()]

    def ask(self, name: str, payload: object = None) -> Any:
        """Raises Died where no answer comes."""
        self._tell({"ask": name, "payload": payload})
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line.endswith("\n"):
            raise Died
        answer = json.loads(line)
        assert "error" not in answer, (name, payload, answer)
        return answer["answer"]

    def close(self) -> None:
        self._process.kill()
        self._process.wait()

    # --- what it writes

    def _chosen(self) -> Change:
        work = {self._create: 40}
        if any(not known.deleted for known in self.notes.values()):
            work |= {self._edit: 30, self._move: 12, self._delete: 15}
        if any(known.deleted for known in self.notes.values()):
            work |= {self._undo: 15}
        (chosen,) = self.chance.choices(list(work), list(work.values()))
        return chosen()

    def _create(self) -> Change:
        id = str(UUID(int=self.chance.getrandbits(128), version=4))
        after = Known(self.chance.choice(PAPERS), f"{self.name} {self.acknowledged}", self.chance.choice(self.groups))
        draft = {
            "id": id, "group": after.group, "paper": after.paper, "text": after.text, "tags": [], "field": None, "selectors": [],
            "quote": "", "url": "https://huggingface.co/papers", "source": "huggingface", "created": datetime.now(UTC).isoformat(),
        }  # fmt: skip
        return Change("create", {"draft": draft}, id, after)

    def _edit(self) -> Change:
        id, known = self._one()
        text = f"{self.name} {self.acknowledged}, edited"
        payload = {"id": id, "text": text, "tags": [], "seen": {"text": known.text, "tags": []}}
        return Change("edit", payload, id, replace(known, text=text))

    def _move(self) -> Change:
        id, known = self._one()
        group = self.chance.choice([group for group in self.groups if group != known.group])
        return Change("move", {"id": id, "group": group}, id, replace(known, group=group))

    def _delete(self) -> Change:
        id, known = self._one()
        return Change("delete", {"id": id}, id, replace(known, deleted=True))

    def _undo(self) -> Change:
        id, known = self._one(deleted=True)
        return Change("undo-delete", {"id": id}, id, replace(known, deleted=False))

    def _one(self, *, deleted: bool = False) -> tuple[str, Known]:
        return self.chance.choice([(id, known) for id, known in self.notes.items() if known.deleted is deleted])

    # --- its life

    def _start(self) -> None:
        command = ["node", str(PROGRAM), str(self._directory), str(self._through)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def _revive(self, change: Change) -> None:
        """It died before it answered: what was asked is done or not, and stays so."""
        self._restart()
        before = self.notes.get(change.id)
        found = next(((note["text"], note["group"]) for note in self._shown() if note["id"] == change.id), None)
        if found == _shown(change.after):
            self.notes[change.id] = change.after
        else:
            assert found == _shown(before), f"{self.name}: {change.id} was {before}, {change} was asked, and it shows {found}"

    def _restart(self) -> None:
        self.close()
        self._start()
        self.deaths += 1

    def _shown(self) -> list[dict[str, Any]]:
        """As a page shows them: one whose deletion waits is gone."""
        papers = self.ask("notes", {"papers": PAPERS})["papers"]
        return [note for paper in PAPERS for note in papers[paper] if note["pending"] != "delete"]

    def _tell(self, message: object) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(message) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise Died from None


def _shown(known: Known | None) -> tuple[str, str] | None:
    return None if known is None or known.deleted else (known.text, known.group)
