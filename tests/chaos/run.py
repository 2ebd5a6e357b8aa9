"""One round after the other over a real server: all write and read at once, and in the midst of it the round's fault strikes."""

from __future__ import annotations

import contextlib
import os
import signal
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from random import Random
from threading import Event

from factories import text_of

from chaos.browser import Browser
from chaos.contest import Contest
from chaos.plan import Round
from chaos.proxy import Proxy
from e2e.waiting import until
from live.authors import PAPERS, Author, Known
from live.client import Client
from live.follower import Follower
from live.listing import Listing
from live.postgres import Postgres
from live.scene import Scene
from live.views import differences

#: Seconds that a client's clock may be ahead of the server's (docs/api.md): beyond that a new note is refused until the clocks agree.
TOLERATED = 5 * 60


@dataclass
class Chaos:
    """A method for each fault of the plan. What it does is over when it returns: the server may need a while after."""

    scene: Scene
    proxy: Proxy
    database: Postgres | None
    browsers: list[Browser]
    contest: Contest
    account: Client  # of the two browsers
    follower: Follower
    listing: Listing
    writers: list[Future[None]] = field(default_factory=list)
    refused: bool = False

    def run(self, round: Round) -> None:
        """Raises what a writer met that no fault explains: a refusal, or no answer for long after the fault."""
        goal, done = self._acknowledged() + round.after, Event()
        authors = [*self.scene.authors, *self.browsers]
        with ThreadPoolExecutor(len(authors) + 2) as threads:
            reading = threads.submit(self.follower.follow, done)
            self.writers = [threads.submit(_write, author, round) for author in authors]
            if round.listed:
                self.writers.append(threads.submit(self.listing.take_in, Random(round.seed)))
            try:
                until(lambda: self._acknowledged() >= goal or self._done(), "the first writes", 45)
                self._strike(round)
                while wait(self.writers, timeout=0.2).not_done:
                    self.scene.server.revive()
            finally:
                done.set()
        for ended in [*self.writers, reading]:
            ended.result()

    def _strike(self, round: Round) -> None:
        self.scene.server.set_clock(round.clock)
        self.refused |= round.clock < -TOLERATED
        getattr(self, round.fault)()

    def assert_nothing_lost(self) -> None:
        """In what the server tells each of its readers, what was heard of it on the way, and what each browser shows."""
        self.scene.server.set_clock(0)
        for browser in self.browsers:
            browser.settle(refused=self.refused)
        self.refused = False
        known = self.scene.known() | {id: note for browser in self.browsers for id, note in browser.notes.items()}
        found = []
        for id in self.contest.notes:
            states = self._states(id)
            known[id] = states[-1]
            found += self.contest.differences(id, [state.text for state in states])
        self.scene.assert_nothing_lost(known)
        found += differences(known, {"followed": self.follower.catch_up()}, self.scene.teams)
        for browser in self.browsers:
            found += differences(known, {browser.name: browser.view()}, browser.groups)
        for client, groups in [(author.client, author.groups) for author in self.scene.authors]:
            found += self.listing.differences(client, known, groups)
        assert not found, "\n".join(found[:20])

    def _states(self, id: str) -> list[Known]:
        """All that a note has been, the oldest first."""
        past = [state["annotation"] for state in self.account.get(f"/annotations/{id}/history").json["states"]]
        return [Known(PAPERS[0], text_of(document), document["postil:group"]) for document in reversed(past)]

    def _acknowledged(self) -> int:
        return sum(author.acknowledged for author in self.scene.authors)

    def _done(self) -> bool:
        return all(writer.done() for writer in self.writers)

    def _hold(self) -> None:
        """Until a write was put off, which authors alone tell: what browsers send waits for one answer after the other."""
        before = self._put_off()
        authors = self.writers[: len(self.scene.authors)]

        def is_felt() -> bool:
            return self._put_off() > before or all(author.done() for author in authors)

        until(is_felt, "a write that is put off, or the end of all", 45)

    def _put_off(self) -> int:
        return sum(len(author.client.put_off) for author in self.scene.authors)

    def nothing(self) -> None:
        pass

    def cut(self) -> None:
        self.proxy.cut()

    def half_answers(self) -> None:
        self.proxy.halve("answers", 3)

    def half_requests(self) -> None:
        self.proxy.halve("requests", 3)

    def kill_workers(self) -> None:
        self.scene.server.kill_workers()

    def kill_server(self) -> None:
        self.scene.server.kill()
        self.scene.server.start()

    def restart(self) -> None:
        self.scene.server.stop()
        self.scene.server.start()

    def full_disk(self) -> None:
        with self.scene.server.full_disk():
            self._hold()

    def locked(self) -> None:
        with self.scene.server.locked():
            self._hold()

    def cut_database(self) -> None:
        assert self.database is not None
        self.database.cut()

    def kill_backend(self) -> None:
        assert self.database is not None
        for backend in self.database.backends()[:1]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(backend, signal.SIGKILL)

    def kill_database(self) -> None:
        assert self.database is not None
        self.database.kill()
        self.database.start()


def _write(author: Author | Browser, round: Round) -> None:
    author.chance = Random(f"{round.seed} {author.name}")
    for _ in range(round.writes):
        author.write()
