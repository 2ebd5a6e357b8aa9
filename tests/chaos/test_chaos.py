"""Whatever happens, in whatever order: every acknowledged note is there once, with its last acknowledged text, in every view.

`make chaos SEED=… ROUNDS=…` runs the same for longer. The seed gives what is written and what goes wrong when; how the threads of a
round meet is the machine's.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from chaos.browser import Browser
from chaos.plan import plan
from chaos.proxy import Proxy
from chaos.run import Chaos
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
        # Two of one account: each writes notes of its own, and shows all.
        browsers = [Browser(tmp_path / name, proxy.port, groups, name) for name in ("browser1", "browser2")]
        for browser in browsers:
            ending.callback(browser.close)
            browser.connect(server.url, str(twofold.token))
        yield Chaos(scene, proxy, database, browsers, Follower(scene.members["follower"]), Listing(server))


def test_nothing_is_lost(chaos: Chaos, kind: str) -> None:
    print(f"make chaos SEED={SEED} ROUNDS={ROUNDS}")
    rounds = plan(SEED, kind, ROUNDS // 2)
    for number, round in enumerate(rounds, 1):
        print(f"{kind} {number}: {round}", flush=True)
        chaos.run(round)
        if number % CHECKED == 0 or number == len(rounds):
            chaos.assert_nothing_lost()
    chaos.scene.assert_only_put_off()
