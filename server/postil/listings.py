"""Bringing papers from their source into the database: fetch, read, take in. For the command line and for `refresh`."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from postil.fetch import Client
from postil.paper_keys import PaperKey
from postil.services import papers
from postil.sources import NotAListing, Parsed, arxiv, huggingface

Progress = Callable[[int], None]


@dataclass(frozen=True)
class Taken:
    """What an import did: papers taken in, and what was skipped, in words."""

    papers: int
    problems: list[str]


def from_huggingface(client: Client, base: str, progress: Progress, **wanted: str) -> Taken:
    """A day, week, month or query of Hugging Face's: all of it, or nothing. Raises fetch.FetchError, NotAListing."""
    found = Parsed([], [])
    for body in client.pages(huggingface.url_of(base, **wanted)):
        _add(found, huggingface.parse_listing(_json(body)))
    taken = papers.take_in(found.entries, huggingface.NAME, papers.SOURCE, wanted.get("day"), progress)
    return Taken(taken, found.problems)


def from_arxiv(
    client: Client, base: str, keys: Sequence[PaperKey], progress: Progress, sleep: Callable[[float], None] = time.sleep
) -> Taken:
    """Papers by key, from arXiv, at its pace. Raises fetch.FetchError, NotAListing."""
    found = Parsed([], [])
    for start in range(0, len(keys), arxiv.IDS):
        if start:
            sleep(arxiv.PACE)
        for body in client.pages(arxiv.url_of(base, keys[start : start + arxiv.IDS])):
            _add(found, arxiv.parse_listing(body))
    found.entries.sort(key=lambda entry: entry["version"] or 0)  # of two versions the later is seen last
    known = {entry["key"] for entry in found.entries}
    unknown = [f"{key}: arXiv does not know it" for key in keys if str(key) not in known]
    return Taken(papers.take_in(found.entries, arxiv.NAME, papers.SOURCE, None, progress), found.problems + unknown)


def _add(found: Parsed, more: Parsed) -> None:
    """A paper that is on two pages keeps its first place: lists move while they are read."""
    known = {(entry["key"], entry.get("version")) for entry in found.entries}
    found.entries.extend(entry for entry in more.entries if (entry["key"], entry.get("version")) not in known)
    found.problems.extend(more.problems)


def _json(body: bytes) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NotAListing(f"the answer is no JSON ({error})") from None
