"""Whether papers are found by the words of their texts."""

from __future__ import annotations

from collections.abc import Iterator

from postil.db import in_transaction, snapshot
from postil.services import texts
from postil.services.doctor.finding import REBUILD, Finding, Tally


def look(rebuild: bool) -> Iterator[Finding]:
    broken = texts.is_broken()
    if broken and rebuild:
        in_transaction(texts.rebuild)
    if broken:
        yield Finding("the full-text index is damaged", 1, REBUILD, mended=rebuild)
    yield from _differing(rebuild)
    yield from _strays(rebuild)


def _differing(rebuild: bool) -> Iterator[Finding]:
    tally = Tally()
    for ids in texts.batches():
        with snapshot():
            wrong = texts.differing(ids)
        tally.add(f"row {id} of paper" for id in wrong)
        _index(wrong, rebuild)
    yield from tally.finding("papers whose full text is not what their texts say", REBUILD, mended=rebuild)


def _strays(rebuild: bool) -> Iterator[Finding]:
    tally = Tally()
    for ids in texts.strays():
        tally.add(f"row {id}" for id in ids)
        _index(ids, rebuild)
    yield from tally.finding("papers in the full text that are not there", REBUILD, mended=rebuild)


def _index(ids: list[int], rebuild: bool) -> None:
    if rebuild and ids:
        in_transaction(lambda: texts.index(ids))
