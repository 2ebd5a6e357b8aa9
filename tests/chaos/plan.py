"""What happens in each round, all of it from the seed: who writes how much, and what goes wrong meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

#: How often each comes, by the database. Those that cost seconds are rare.
WEIGHTS = {
    "nothing": 2,
    "cut": 6,
    "half_answers": 6,
    "half_requests": 4,
    "kill_workers": 1,
    "kill_server": 1,
    "restart": 1,
}
OF_DATABASE = {"sqlite": {"full_disk": 3, "locked": 1}, "postgresql": {"cut_database": 4, "kill_backend": 2, "kill_database": 1}}

MINUTE, DAY = 60, 86_400
CLOCKS = (-2 * DAY, -60 * MINUTE, -2 * MINUTE, 2 * MINUTE, 60 * MINUTE, 2 * DAY)


@dataclass(frozen=True)
class Round:
    seed: str
    fault: str
    writes: int  # of each author
    after: int  # of all authors' writes, so many are acknowledged before the fault strikes
    clock: int  # seconds by which the server's clock is off, from that moment until the next round's
    listed: bool  # whether a listing is taken in meanwhile


def plan(seed: int, kind: str, rounds: int) -> list[Round]:
    return [_round(f"{seed} {kind} {number}", WEIGHTS | OF_DATABASE[kind]) for number in range(rounds)]


def _round(seed: str, weights: dict[str, int]) -> Round:
    chance = Random(seed)
    (fault,) = chance.choices(list(weights), list(weights.values()))
    off = chance.choice(CLOCKS) if chance.random() < 0.4 else 0
    return Round(seed, fault, chance.randint(2, 8), chance.randint(0, 6), off, chance.random() < 0.3)
