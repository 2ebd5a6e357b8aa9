"""A listing that is taken in again and again by `postil papers import`, each time with new titles, and how its papers are found by them."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from random import Random

from e2e.pages import Paper
from live.authors import PAPERS, Known
from live.client import Client
from live.serving import Live

ATTEMPTS = 30


class Listing:
    def __init__(self, server: Live) -> None:
        self._server = server
        self._taken = 0

    def take_in(self, chance: Random) -> None:
        """Until it was acknowledged. The command is killed now and then: so is a listing, all of it or nothing is there."""
        path = self._server.directory / "listing.json"
        path.write_text(json.dumps([self._paper(key, self._taken + 1).entry for key in PAPERS]), encoding="utf-8")
        command = ["papers", "import", "huggingface", "--file", str(path), "--day", "2025-06-03"]
        if chance.random() < 0.3:
            self._server.attempt(command, patience=chance.uniform(0.3, 2))
        if not any(self._server.attempt(command) for _ in range(ATTEMPTS)):
            raise AssertionError(f"the listing was not taken in:\n{self._server.output()[-2000:]}")
        self._taken += 1

    def differences(self, reader: Client, known: Mapping[str, Known], groups: Collection[str]) -> list[str]:
        """A line for each title by which not exactly those papers are found that bear it now, with as many notes as one may see."""
        found = []
        for time in range(1, self._taken + 1):
            wanted = sorted(self._found(key, known, groups) for key in PAPERS) if time == self._taken else []
            answer = reader.get(f"/papers?q={_word(time)}").json["papers"]
            shown = sorted((paper["key"], paper["title"], paper["count"]) for paper in answer)
            if shown != wanted:
                found.append(f"search for {_word(time)} finds {shown}, not {wanted}")
        return found

    def _found(self, key: str, known: Mapping[str, Known], groups: Collection[str]) -> tuple[str, str, int]:
        notes = [note for note in known.values() if note.paper == key and note.group in groups and not note.deleted]
        return key, self._paper(key, self._taken).title, len(notes)

    @staticmethod
    def _paper(key: str, time: int) -> Paper:
        return Paper(key.removeprefix("arxiv:"), f"Of Ferrymen, {_word(time)}", "What boats carry.")


def _word(time: int) -> str:
    """That stands in no other title, and begins none."""
    return f"telling{time:06d}"
