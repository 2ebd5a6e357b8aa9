"""People who write without a pause, and know what was acknowledged to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from random import Random
from threading import Event, Thread
from typing import Any
from uuid import UUID

from factories import note

from e2e.waiting import until
from live.client import Answer, Client

PAPERS = ("arxiv:2504.13171", "arxiv:2504.13172")


@dataclass(frozen=True)
class Known:
    """A note's last acknowledged state."""

    paper: str
    text: str
    group: str
    etag: str = ""
    deleted: bool = False


class Author:
    def __init__(self, client: Client, groups: Sequence[str], name: str) -> None:
        self.client = client
        self.groups = groups  # that this author writes into
        self.name = name
        self.notes: dict[str, Known] = {}
        self.acknowledged = 0
        self.chance = Random(name)

    def write(self) -> None:
        """One write, until it is acknowledged."""
        work = {self._edit: 30, self._move: 12, self._delete: 15} if any(not known.deleted for known in self.notes.values()) else {}
        work |= {self._restore: 15} if any(known.deleted for known in self.notes.values()) else {}
        work |= {self._create: 40}
        (chosen,) = self.chance.choices(list(work), list(work.values()))
        chosen()
        self.acknowledged += 1

    def _new(self) -> str:
        return str(UUID(int=self.chance.getrandbits(128), version=4))

    def _one(self, *, deleted: bool = False) -> str:
        return self.chance.choice([id for id, known in self.notes.items() if known.deleted is deleted])

    def _create(self) -> None:
        id, paper, group = self._new(), self.chance.choice(PAPERS), self.chance.choice(self.groups)
        text = f"{self.name} {self.acknowledged}"
        answer = self._insist("PUT", id, note(group, text, paper=paper, tags=["a", "b"]))
        assert answer.status in (200, 201), answer.body
        self.notes[id] = Known(paper, text, group, answer.etag)

    def _edit(self) -> None:
        id, text = self._one(), f"{self.name} {self.acknowledged}, edited"
        body = [{"type": "TextualBody", "value": text, "purpose": "commenting"}]
        answer = self._insist("PATCH", id, {"body": body}, If_Match=self.notes[id].etag)
        assert answer.status == 200, answer.body
        self.notes[id] = replace(self.notes[id], text=text, etag=answer.etag)

    def _move(self) -> None:
        id = self._one()
        group = self.chance.choice([group for group in self.groups if group != self.notes[id].group])
        answer = self._insist("PATCH", id, {"postil:group": group}, If_Match=self.notes[id].etag)
        assert answer.status == 200, answer.body
        self.notes[id] = replace(self.notes[id], group=group, etag=answer.etag)

    def _delete(self) -> None:
        id = self._one()
        answer = self._insist("DELETE", id, If_Match=self.notes[id].etag)
        assert answer.status == 204, answer.body
        self.notes[id] = replace(self.notes[id], deleted=True)

    def _restore(self) -> None:
        id = self._one(deleted=True)
        answer = self._insist("POST", f"{id}/restore")
        assert answer.status == 200, answer.body
        self.notes[id] = replace(self.notes[id], deleted=False, etag=answer.etag)

    def _insist(self, method: str, path: str, document: Any = None, **headers: str) -> Answer:
        """The answer, which is the same however often the same write is sent under its key."""
        key = self._new()
        answer = self.client.insist(method, f"/annotations/{path}", document, Idempotency_Key=key, **headers)
        if self.chance.random() < 0.2:
            again = self.client.insist(method, f"/annotations/{path}", document, Idempotency_Key=key, **headers)
            assert again.status in (200, 204), (again.status, again.body)
            assert again.headers["ETag"] == answer.headers["ETag"]
        return answer


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
