"""A server with people who write into two teams of it and into their own notes, and what must hold once the fault is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from e2e.waiting import until
from live.authors import Author, Known, await_progress, writing
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
    teams: Sequence[str]
    members: Mapping[str, Client]

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

    def known(self) -> dict[str, Known]:
        return {id: known for author in self.authors for id, known in author.notes.items()}

    def assert_nothing_lost(self, known: Mapping[str, Known] | None = None) -> None:
        """In what the reader of both teams sees, and in what each author does, to whom their own notes belong besides."""
        known = self.known() if known is None else known
        readers = [(self.reader, self.teams), *((author.client, author.groups) for author in self.authors)]
        found = [line for client, groups in readers for line in differences(known, views(client, known), groups)]
        assert not found, "\n".join(found[:20])
        assert_whole(self.server.legible())

    def await_refusals(self, strike: Callable[[], None] = lambda: None) -> None:
        """Returns once somebody was told to come again. `strike` is done until then, where once may meet nobody amid a write."""

        def is_refused() -> bool:
            strike()
            return any(author.client.put_off for author in self.authors)

        until(is_refused, "answers that put a write off", 30)

    def assert_only_put_off(self) -> None:
        """Whatever was not done was told as what passes (docs/api.md), never as an unforeseen error."""
        for answer in [answer for author in self.authors for answer in author.client.put_off]:
            assert answer.status == 503, (answer.status, answer.body)
            answer.assert_put_off("unavailable")


def people(server: Live, *more: str) -> Scene:
    """Authors and their reader, and `more` members of both teams."""
    names = [f"author{n}" for n in range(AUTHORS)]
    members = dict(zip([*names, "reader", *more], server.clients([*names, "reader", *more]), strict=True))
    teams = server.teams(2, *members)
    authors = [Author(members[name], [*teams, own_group(members[name])], name) for name in names]
    return Scene(server, authors, members["reader"], teams, members)


def own_group(client: Client) -> str:
    """*Only me*."""
    return next(group["id"] for group in client.get("/me").json["groups"] if group["kind"] == "personal")
