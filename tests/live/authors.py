"""People who write without a pause, and know what was acknowledged to them: what the server must hold in the end, in every view."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from random import Random
from threading import Event, Thread
from typing import Any
from uuid import UUID

from factories import note, text_of

from e2e.waiting import until
from live.client import Answer, Client

PAPERS = ("arxiv:2504.13171", "arxiv:2504.13172")


@dataclass(frozen=True)
class Known:
    """A note's last acknowledged state."""

    paper: str
    text: str
    etag: str
    deleted: bool = False


class Author:
    def __init__(self, client: Client, group: str, name: str) -> None:
        self.client = client
        self.group = group
        self.name = name
        self.notes: dict[str, Known] = {}
        self.acknowledged = 0
        self.chance = Random(name)

    def write(self) -> None:
        """One write, until it is acknowledged."""
        alive = [id for id, known in self.notes.items() if not known.deleted]
        if not alive or self.chance.random() < 0.5:
            self._create()
        elif self.chance.random() < 0.7:
            self._edit(self.chance.choice(alive))
        else:
            self._delete(self.chance.choice(alive))
        self.acknowledged += 1

    def _new(self) -> str:
        return str(UUID(int=self.chance.getrandbits(128), version=4))

    def _create(self) -> None:
        id, paper, text = self._new(), self.chance.choice(PAPERS), f"{self.name} {self.acknowledged}"
        answer = self._insist("PUT", id, note(self.group, text, paper=paper, tags=["a", "b"]))
        assert answer.status in (200, 201), answer.body
        self.notes[id] = Known(paper, text, answer.etag)

    def _edit(self, id: str) -> None:
        text = f"{self.name} {self.acknowledged}, edited"
        body = [{"type": "TextualBody", "value": text, "purpose": "commenting"}]
        answer = self._insist("PATCH", id, {"body": body}, If_Match=self.notes[id].etag)
        assert answer.status == 200, answer.body
        self.notes[id] = replace(self.notes[id], text=text, etag=answer.etag)

    def _delete(self, id: str) -> None:
        answer = self._insist("DELETE", id, If_Match=self.notes[id].etag)
        assert answer.status == 204, answer.body
        self.notes[id] = replace(self.notes[id], deleted=True)

    def _insist(self, method: str, id: str, document: Any = None, **headers: str) -> Answer:
        return self.client.insist(method, f"/annotations/{id}", document, Idempotency_Key=self._new(), **headers)


@contextmanager
def writing(authors: list[Author]) -> Iterator[None]:
    """They write while the block runs. What went wrong for one of them is raised at its end."""
    done, failed = Event(), list[Exception]()

    def write(author: Author) -> None:
        try:
            while not done.is_set():
                author.write()
        except Exception as error:
            failed.append(error)

    threads = [Thread(target=write, args=[author], daemon=True) for author in authors]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        done.set()
        for thread in threads:
            thread.join(120)
    if failed:
        raise failed[0]


def await_progress(authors: list[Author], writes: int = 3) -> None:
    """Returns once each has had as many more writes acknowledged: the server is well."""
    goals = [author.acknowledged + writes for author in authors]
    until(lambda: all(author.acknowledged >= goal for author, goal in zip(authors, goals, strict=True)), "more acknowledged writes", 45)


def assert_kept(authors: list[Author], reader: Client) -> None:
    """Every acknowledged note once, with its last acknowledged text: by itself, in a look-up, in the changes from the beginning."""
    expected = {id: known for author in authors for id, known in author.notes.items()}
    alive = {id: known.text for id, known in expected.items() if not known.deleted}
    for id, known in expected.items():
        answer = reader.get(f"/annotations/{id}")
        assert answer.status == (410 if known.deleted else 200), (id, known, answer)
        if not known.deleted:
            assert (text_of(answer.json), answer.etag) == (known.text, known.etag)
    shown = reader.get("/lookup?" + "&".join(f"paper={paper}" for paper in PAPERS)).json["papers"]
    assert [entry["count"] for entry in shown.values()] == [len(entry["notes"]) for entry in shown.values()]
    assert _texts(entry for paper in shown.values() for entry in paper["notes"]) == sorted(alive.items())
    assert _texts(_replayed(reader)) == sorted(alive.items())


def _replayed(reader: Client) -> list[dict[str, Any]]:
    notes, since, more = [], "", True
    while more:
        answer = reader.get(f"/changes?limit=50{since}").json
        notes += answer["notes"]
        since, more = f"&since={answer['cursor']}", answer["more"]
    return notes


def _texts(entries: Any) -> list[tuple[str, str]]:
    """(id, text) of each, sorted: one that is there twice is seen."""
    return sorted((entry["annotation"]["id"].rsplit("/", 1)[1], text_of(entry["annotation"])) for entry in entries)
