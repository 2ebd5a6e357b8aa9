"""Whatever happens, in whatever order: every acknowledged note is there once, with its last acknowledged text, in every view.

`make chaos SEED=… ROUNDS=…` runs the same for longer. The seed gives what is written and what goes wrong when; how the threads of a
round meet is the machine's.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from uuid import uuid4

import pytest
from factories import note

from chaos.browser import Browser
from chaos.contest import Contest
from chaos.plan import plan
from chaos.proxy import Proxy
from chaos.run import Chaos
from live.authors import PAPERS
from live.client import Client
from live.follower import Follower
from live.listing import Listing
from live.postgres import own_postgres
from live.scene import own_group, people
from live.serving import Live

SEED = int(os.environ["SEED"])  # tests/conftest.py chooses one where none is given
#: On both databases together.
ROUNDS = int(os.environ.get("ROUNDS") or 20)
#: Rounds after which all is looked at: a round that breaks something is not far.
CHECKED = 10
#: Notes that both browsers write.
CONTESTED = 3

pytestmark = pytest.mark.xdist_group("chaos")


@pytest.fixture
def chaos(kind: str, tmp_path: Path) -> Iterator[Chaos]:
    with ExitStack() as ending:
        database = ending.enter_context(own_postgres()) if kind == "postgresql" else None
        more = {"database_url": database.fresh()} if database else {}
        server = Live(tmp_path, workers="2", threads="4", log_level="warning", **more)
        ending.callback(server.stop_at_once)
        server.start()
        scene = people(server, "follower", "twofold")
        proxy = ending.enter_context(closing(Proxy(server.port)))
        for author in scene.authors:
            author.client.through = proxy.port
        twofold = scene.members["twofold"]
        groups = [*scene.teams, own_group(twofold)]
        # Two of one account: each writes notes of its own, both write a few that were there before, and each shows all.
        contest = contested(twofold, scene.teams)
        browsers = [Browser(tmp_path / name, proxy.port, groups, name, contest) for name in ("browser1", "browser2")]
        for browser in browsers:
            ending.callback(browser.close)
            browser.connect(server.url, str(twofold.token))
        yield Chaos(scene, proxy, database, browsers, contest, twofold, Follower(scene.members["follower"]), Listing(server))


def contested(author: Client, teams: Sequence[str]) -> Contest:
    contest = Contest([str(uuid4()) for _ in range(CONTESTED)])
    for number, id in enumerate(contest.notes):
        text = f"contested {number}"
        assert author.insist("PUT", f"/annotations/{id}", note(teams[0], text, paper=PAPERS[0])).status == 201
        contest.asked(text, "nobody", [])
        contest.saved(id, text)
    return contest


def test_nothing_is_lost(chaos: Chaos, kind: str) -> None:
    print(f"make chaos SEED={SEED} ROUNDS={ROUNDS}")
    rounds = plan(SEED, kind, ROUNDS // 2)
    for number, round in enumerate(rounds, 1):
        print(f"{kind} {number}: {round}", flush=True)
        chaos.run(round)
        if number % CHECKED == 0 or number == len(rounds):
            chaos.assert_nothing_lost()
    chaos.scene.assert_only_put_off()
    print(f"{kind}: {chaos.contest.conflicts} conflicts were decided")
