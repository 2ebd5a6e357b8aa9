"""Somebody who writes in a browser that dies now and then: what was saved there is theirs, wherever it is by now."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from chaos.contest import Contest
from e2e.waiting import until
from live.authors import PAPERS, Known
from live.views import View

PROGRAM = Path(__file__).with_name("browser.js")

#: A browser dies within so many steps (browser.js): several asks, or amid the first.
STEPS = 25


class Died(Exception):
    pass


@dataclass(frozen=True)
class Act:
    """What is asked, what is known once it is answered, and what is to be found out where the browser died before that."""

    ask: str
    payload: dict[str, Any]
    done: Callable[[], None]
    died: Callable[[], None]


@dataclass(frozen=True)
class Opened:
    """What an editor was opened on: what the note said and, in a conflict, the own wording that it stood against."""

    text: str
    mine: str | None

    @property
    def wordings(self) -> set[str]:
        return {self.text, self.mine or self.text}

    @property
    def seen(self) -> dict[str, Any]:
        return {"text": self.text, "tags": []} | ({"mine": {"text": self.mine, "tags": []}} if self.mine else {})


class Browser:
    """Writes like an `Author`, into an account that others may use as well; `notes` are those that were written here alone."""

    def __init__(self, directory: Path, through: int, groups: Sequence[str], name: str, contest: Contest) -> None:
        self._directory = directory
        self._through = through
        self.groups = groups
        self.name = name
        self.contest = contest
        self._editors: dict[str, Opened] = {}  # that were left open, by note
        self.notes: dict[str, Known] = {}
        self.acknowledged = 0
        self.deaths = 0
        self.chance = Random(name)
        self._start()

    def connect(self, server: str, token: str) -> None:
        self.ask("connect", {"server": server, "token": token})
        self.ask("refresh", {"papers": PAPERS})  # from here on it follows what changes

    def write(self) -> None:
        try:
            act = self._chosen()
        except Died:  # since the last act
            self._restart()
            act = self._chosen()
        try:
            if self.chance.random() < 0.3:
                self._tell({"doom": self.chance.randint(1, STEPS)})
            self.ask(act.ask, act.payload)
            act.done()
            if self.chance.random() < 0.5:
                self.ask("try-now")
        except Died:
            self._restart()
            act.died()
        self.acknowledged += 1

    def settle(self, *, refused: bool) -> None:
        """Returns once all was sent and each conflict decided. `refused`: some notes may have been, and the way out is to try again."""
        try:
            self._tell({"doom": 10**9})
            self.ask("status")
        except Died:
            self._restart()

        def is_empty() -> bool:
            self.ask("try-now")
            waiting = self.ask("waiting")["operations"]
            for failed in [one for one in waiting if one["state"] == "failed"]:
                self._help(failed, refused=refused)
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

    def _chosen(self) -> Act:
        work = {self._create: 40, self._contend: 30}
        if any(not known.deleted for known in self.notes.values()):
            work |= {self._edit: 30, self._move: 12, self._delete: 15}
        if any(known.deleted for known in self.notes.values()):
            work |= {self._undo: 15}
        (chosen,) = self.chance.choices(list(work), list(work.values()))
        return chosen()

    def _create(self) -> Act:
        id = str(UUID(int=self.chance.getrandbits(128), version=4))
        after = Known(self.chance.choice(PAPERS), f"{self.name} {self.acknowledged}", self.chance.choice(self.groups))
        draft = {
            "id": id, "group": after.group, "paper": after.paper, "text": after.text, "tags": [], "field": None, "selectors": [],
            "quote": "", "url": "https://huggingface.co/papers", "source": "huggingface", "created": datetime.now(UTC).isoformat(),
        }  # fmt: skip
        return self._alone("create", {"draft": draft}, id, after)

    def _edit(self) -> Act:
        id, known = self._one()
        text = f"{self.name} {self.acknowledged}, edited"
        payload = {"id": id, "text": text, "tags": [], "seen": {"text": known.text, "tags": []}}
        return self._alone("edit", payload, id, replace(known, text=text))

    def _move(self) -> Act:
        id, known = self._one()
        group = self.chance.choice([group for group in self.groups if group != known.group])
        return self._alone("move", {"id": id, "group": group}, id, replace(known, group=group))

    def _delete(self) -> Act:
        id, known = self._one()
        return self._alone("delete", {"id": id}, id, replace(known, deleted=True))

    def _undo(self) -> Act:
        id, known = self._one(deleted=True)
        return self._alone("undo-delete", {"id": id}, id, replace(known, deleted=False))

    def _one(self, *, deleted: bool = False) -> tuple[str, Known]:
        return self.chance.choice([(id, known) for id, known in self.notes.items() if known.deleted is deleted])

    def _alone(self, ask: str, payload: dict[str, Any], id: str, after: Known) -> Act:
        return Act(ask, payload, partial(self.notes.__setitem__, id, after), partial(self._look, id, after))

    def _look(self, id: str, after: Known) -> None:
        """What was asked is done or not, and stays so."""
        before = self.notes.get(id)
        found = next(((note["text"], note["group"]) for note in self._shown() if note["id"] == id), None)
        if found == _shown(after):
            self.notes[id] = after
        else:
            assert found == _shown(before), f"{self.name}: {id} was {before}, {after} was asked, and it shows {found}"

    # --- what it writes into notes that the other browser writes as well

    def _contend(self) -> Act:
        note = self._contested(self.chance.choice(list(self.contest.notes)))
        if self.chance.random() < 0.2:
            group = self.chance.choice([group for group in self.groups if group != note["group"]])
            return Act("move", {"id": note["id"], "group": group}, _nothing, _nothing)
        return self._decide(note) if note["conflict"] and self.chance.random() < 0.8 else self._reword(note)

    def _reword(self, note: dict[str, Any]) -> Act:
        """In an editor that is opened now, or was before and stood open since."""
        now = self._opened(note)
        opened = self._editors.pop(note["id"], now)
        if self.chance.random() < 0.3:
            self._editors[note["id"]] = now
        return self._word(note, self._new_text(), opened)

    def _decide(self, note: dict[str, Any]) -> Act:
        opened = self._opened(note)
        return self._word(note, self.chance.choice([note["text"], note["conflict"]["text"], self._new_text()]), opened)

    def _word(self, note: dict[str, Any], text: str, opened: Opened) -> Act:
        self.contest.asked(text, self.name, opened.wordings)
        saved = partial(self.contest.saved, note["id"], text)
        payload = {"id": note["id"], "text": text, "tags": [], "seen": opened.seen}
        return Act("edit", payload, saved, lambda: saved() if self._contested(note["id"])["text"] == text else None)

    def _opened(self, note: dict[str, Any]) -> Opened:
        if not note["conflict"]:
            return Opened(note["text"], None)
        self.contest.met(note["text"], note["conflict"]["text"], self.name)
        return Opened(note["conflict"]["text"], note["text"])

    def _help(self, failed: dict[str, Any], *, refused: bool) -> None:
        """What could not be sent goes on, as the user decides."""
        if failed["theirs"]:
            act = self._decide(self._contested(failed["note"]))
            self.ask(act.ask, act.payload)
            return act.done()
        assert refused or (failed["kind"] == "move" and failed["note"] in self.contest.notes), failed
        self.ask("resolve-failed", {"operation": failed["id"], "way": "retry"})

    def _contested(self, id: str) -> dict[str, Any]:
        return next(note for note in self._shown() if note["id"] == id)

    def _new_text(self) -> str:
        return f"{self.name} {self.acknowledged}, contested {self.chance.getrandbits(32):x}"

    # --- its life

    def _start(self) -> None:
        command = ["node", str(PROGRAM), str(self._directory), str(self._through)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def _restart(self) -> None:
        self.close()
        self._start()
        self.deaths += 1
        self.contest.died(self.name)

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


def _nothing() -> None:
    pass
