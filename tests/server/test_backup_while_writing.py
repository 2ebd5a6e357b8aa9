"""A backup is of one moment: while others write, it holds each write whole or not at all, and all that was acknowledged before it began."""

from __future__ import annotations

import json
import pathlib
import zipfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any
from uuid import UUID, uuid4

from factories import note, written
from world import World, key

from e2e.waiting import until
from postil.db import database
from postil.services import backup

WRITERS = 4
BACKUPS = 6


class Writing:
    """People who write, change, move and delete notes until they are told to stop; every write has an operation's key."""

    def __init__(self, world: World) -> None:
        self.stop = Event()
        self.acknowledged: list[list[str]] = [[] for _ in range(WRITERS)]
        names = [f"writer{n}" for n in range(WRITERS)]
        self.teams = [world.team(names[0], **dict.fromkeys(names[1:], "member")) for _ in range(2)]
        self.callers = [world.as_user(name) for name in names]

    def write(self, number: int) -> int:
        caller, written_notes = self.callers[number], 0
        while not self.stop.is_set():
            team, other = self.teams[:: 1 if written_notes % 2 else -1]
            id = str(uuid4())
            put = written(caller.put(f"/annotations/{id}", note(team, "one", tags=["a", "b"]), headers=key()))
            self.acknowledged[number].append(id)
            for text in ("two", "three"):
                put = written(
                    caller.put(put.path, {**put.document, "body": note(team, text, tags=["c"])["body"]}, headers={**put.condition, **key()})
                )
            if written_notes % 3 == 0:
                put = written(caller.patch(put.path, {"postil:group": other}, headers={**put.condition, **key()}))
            if written_notes % 3 == 1:
                assert caller.delete(put.path, headers={**put.condition, **key()}).status_code == 204
            written_notes += 1
        return written_notes


def test_what_is_written_meanwhile_is_there_whole_or_not_at_all(world: World, tmp_path: pathlib.Path) -> None:
    writing = Writing(world)
    made = []
    with ThreadPoolExecutor(WRITERS) as threads:
        writers = [threads.submit(writing.write, number) for number in range(WRITERS)]
        try:
            for number in range(BACKUPS):
                until(
                    lambda least=number: all(len(ids) > least for ids in writing.acknowledged), "a note of each writer's since the last one"
                )
                before, file = [id for ids in writing.acknowledged for id in ids], tmp_path / f"{number}.zip"
                with database.connection_context():
                    backup.make(file)
                made.append((file, before))
        finally:
            writing.stop.set()
        assert all(writer.result() > 0 for writer in writers), "a backup holds up no writer"
    sizes = [check(file, before) for file, before in made]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1], "somebody wrote meanwhile"


def check(file: pathlib.Path, before: list[str]) -> int:
    """The notes of a backup are what the writers left in each step, with all that belongs to it."""
    found = Rows(file)
    notes = {row["uuid"]: row for row in found["annotation"]}
    assert {UUID(id).hex for id in before} <= notes.keys()
    changed = {(row["group_id"], row["subject"]): row for row in found["change"] if row["kind"] == "note"}
    tags = Counter(row["annotation_id"] for row in found["annotation_tag"])
    edits = Counter(row["annotation_id"] for row in found["edit"])
    operations = Counter(row["annotation"] for row in found["operation"])
    tombs = {row["annotation"] for row in found["tombstone"]}
    assert operations.keys() == notes.keys()
    for uuid, row in notes.items():
        change = changed[row["group_id"], str(UUID(uuid))]
        assert change["action"] == ("write" if row["deleted_at"] is None else "delete")
        assert tags[row["id"]] == (2 if row["note"] == "one" else 1)
        assert edits[row["id"]] == row["number"] - 1
        assert operations[uuid] == row["number"] + (row["deleted_at"] is not None)
        assert (uuid in tombs) == (row["group_id"] != row["made_in_id"])
        assert json.loads(row["doc"].replace("\x01", ""))["body"][0]["value"] == row["note"]
    for group in found["group"]:
        revisions = [row["revision"] for row in found["change"] if row["group_id"] == group["id"]]
        assert max(revisions) == group["revision"]
        assert len(revisions) == len(set(revisions))
    return len(notes)


class Rows:
    def __init__(self, file: pathlib.Path) -> None:
        with zipfile.ZipFile(file) as packed:
            self._parts = {name: packed.read(name) for name in packed.namelist()}

    def __getitem__(self, table: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self._parts[f"{table}.jsonl"].splitlines()]
