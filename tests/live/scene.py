"""A server with people who write into one team of it, and what must hold once the fault is over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from e2e.waiting import until
from live.authors import Author, await_progress, writing
from live.client import Client
from live.serving import Live
from live.views import differences, views
from live.whole import assert_whole

AUTHORS = 4


@dataclass
class Scene:
    server: Live
    authors: list[Author]
    reader: Client

    @contextmanager
    def writing(self) -> Iterator[None]:
        """They write while the block runs; each is acknowledged before it and again after it; then nothing may be missing."""
        for author in self.authors:
            author.client.put_off.clear()
        with writing(self.authors):
            await_progress(self.authors)
            yield
            await_progress(self.authors)
        self.assert_only_put_off()
        self.assert_nothing_lost()

    def assert_nothing_lost(self) -> None:
        known = {id: known for author in self.authors for id, known in author.notes.items()}
        found = differences(known, views(self.reader, known))
        assert not found, "\n".join(found[:20])
        assert_whole(self.server.database_url)

    def await_refusals(self) -> None:
        """Returns once somebody was told to come again."""
        until(lambda: any(author.client.put_off for author in self.authors), "answers that put a write off", 30)

    def assert_only_put_off(self) -> None:
        """Whatever was not done was told as what passes (docs/api.md), never as an unforeseen error."""
        for answer in [answer for author in self.authors for answer in author.client.put_off]:
            assert answer.status == 503, (answer.status, answer.body)
            assert answer.headers["Content-Type"] == "application/problem+json"
            assert int(answer.headers["Retry-After"]) > 0
            assert answer.json["code"] == "unavailable"


def people(server: Live) -> Scene:
    names = [f"author{n}" for n in range(AUTHORS)]
    *clients, reader = server.clients([*names, "reader"])
    team = server.team(*names, "reader")
    return Scene(server, [Author(client, team, name) for client, name in zip(clients, names, strict=True)], reader)
