"""Bringing papers from their source into the database: fetch, read, take in. For the command line and for `refresh`."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import urllib3

from postil import fetch
from postil.services import papers
from postil.sources import NotAListing, Parsed, arxiv, huggingface

Progress = Callable[[int], None]


@dataclass(frozen=True)
class Taken:
    """What an import did: papers taken in, and what was skipped, in words."""

    papers: int
    problems: list[str]


def from_huggingface(http: urllib3.PoolManager, base: str, progress: Progress, **wanted: str) -> Taken:
    """A day, week, month or query of Hugging Face's: all of it, or nothing. Raises fetch.FetchError, NotAListing."""
    found = Parsed([], [])
    for body in fetch.pages(http, huggingface.url_of(base, **wanted)):
        _add(found, huggingface.parse_listing(_json(body)))
    taken = papers.take_in(found.entries, huggingface.NAME, papers.SOURCE, wanted.get("day"), progress)
    return Taken(taken, found.problems)


def from_arxiv(
    http: urllib3.PoolManager, base: str, ids: Sequence[str], progress: Progress, sleep: Callable[[float], None] = time.sleep
) -> Taken:
    """Papers by id, from arXiv, at its pace. Raises fetch.FetchError, NotAListing."""
    found = Parsed([], [])
    for start in range(0, len(ids), arxiv.IDS):
        if start:
            sleep(arxiv.PACE)
        for body in fetch.pages(http, arxiv.url_of(base, ids[start : start + arxiv.IDS])):
            _add(found, arxiv.parse_listing(body))
    return Taken(papers.take_in(found.entries, arxiv.NAME, papers.SOURCE, None, progress), found.problems)


def _add(found: Parsed, more: Parsed) -> None:
    found.entries.extend(more.entries)
    found.problems.extend(more.problems)


def _json(body: bytes) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NotAListing(f"the answer is no JSON ({error})") from None
