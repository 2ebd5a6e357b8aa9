"""A client that holds a copy of the notes it may see, kept by what changed alone: it never looks anything up again."""

from __future__ import annotations

from threading import Event
from typing import Any

from factories import text_of

from live.client import Client
from live.views import View


class Follower:
    def __init__(self, client: Client) -> None:
        self.client = client
        self._since = ""
        self._notes: dict[str, tuple[str, str]] = {}  # group and text

    def follow(self, done: Event) -> None:
        """As an open page does, only more often."""
        while not done.wait(0.05):
            self.catch_up()

    def catch_up(self) -> View:
        """Everything that there is by now; then what it holds."""
        more = True
        while more:
            changes = self.client.get(f"/changes?limit=20{self._since}").json
            self._take_in(changes)
            self._since, more = f"&since={changes['cursor']}", changes["more"]
        return [(id, text) for id, (_, text) in self._notes.items()]

    def _take_in(self, changes: dict[str, Any]) -> None:
        """In the order of docs/api.md: what starts anew, what went, what is there."""
        dropped = {*changes["reset"], *changes["lost"]}
        gone = {(one["id"], one["group"]) for one in changes["gone"]}
        held = self._notes.items()
        self._notes = {id: note for id, note in held if not dropped & {"*", note[0]} and (id, note[0]) not in gone}
        for entry in changes["notes"]:
            note = entry["annotation"]
            self._notes[note["id"].rsplit("/", 1)[1]] = (note["postil:group"], text_of(note))
