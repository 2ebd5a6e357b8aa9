"""Bringing papers from their source into the database: fetch, read, take in. For the command line and for `refresh`."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from postil.fetch import Client
from postil.paper_keys import PaperKey
from postil.services import papers
from postil.sources import Parsed, Source

Progress = Callable[[int], None]


@dataclass(frozen=True)
class Taken:
    """What an import did: papers taken in, and what was skipped, in words."""

    papers: int
    problems: list[str]


def fetched(
    source: Source, base: str, client: Client, progress: Progress, sleep: Callable[[float], None] = time.sleep, **wanted: Any
) -> Taken:
    """What is wanted of a source, at its pace: all of it, or nothing. Raises fetch.FetchError, NotAListing, CannotAsk."""
    found = Parsed([], [])
    for number, url in enumerate(source.urls(base, **wanted)):
        if number:
            sleep(source.PACE)
        for answer in client.pages(url):
            _add(found, source.read(answer))
    found.problems.extend(_unknown(source, found, wanted.get("ids", ())))
    return _taken(source, found, wanted.get("day"), progress)


def saved(source: Source, answer: bytes, day: str | None, progress: Progress) -> Taken:
    """An answer of the source's that somebody saved. Raises NotAListing."""
    return _taken(source, source.read(answer), day, progress)


def _add(found: Parsed, more: Parsed) -> None:
    """A paper that is on two pages keeps its first place: lists move while they are read."""
    known = {(entry["key"], entry.get("version")) for entry in found.entries}
    found.entries.extend(entry for entry in more.entries if (entry["key"], entry.get("version")) not in known)
    found.problems.extend(more.problems)


def _unknown(source: Source, found: Parsed, keys: Iterable[PaperKey]) -> list[str]:
    known = {entry["key"] for entry in found.entries}
    return [f"{key}: {source.TITLE} does not know it" for key in keys if str(key) not in known]


def _taken(source: Source, found: Parsed, day: str | None, progress: Progress) -> Taken:
    entries = sorted(found.entries, key=lambda entry: entry.get("version") or 0)  # of two versions the later is seen last
    return Taken(papers.take_in(entries, source.NAME, papers.SOURCE, day, progress), found.problems)
