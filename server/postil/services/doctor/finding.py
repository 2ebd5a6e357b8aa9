"""What a check has to say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

REBUILD = "postil doctor --rebuild mends it"


@dataclass(frozen=True)
class Finding:
    """`what` is wrong, `count` times, and what to `do`; `mended` where that was done."""

    what: str
    count: int
    do: str
    mended: bool = False

    def __str__(self) -> str:
        return f"{self.what}: {self.count}; " + ("mended" if self.mended else self.do)


@dataclass
class Tally:
    """Counts what is wrong in a pass over rows, and keeps the first of them by name."""

    count: int = 0
    first: str = ""

    def add(self, names: Iterable[object]) -> None:
        for name in names:
            self.count += 1
            self.first = self.first or str(name)

    def finding(self, what: str, do: str, mended: bool = False) -> list[Finding]:
        """None where nothing was counted."""
        return [Finding(f"{what} (such as {self.first})", self.count, do, mended)] if self.count else []
