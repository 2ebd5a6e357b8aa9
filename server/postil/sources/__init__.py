"""Suppliers of paper listings, one module each, found without a list.

A source module has a `NAME` and `parse_listing(document) -> Parsed`. It is pure: it is handed what was read, and
returns dicts; fetching and storing are done elsewhere.
"""

import pkgutil
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol, cast


class NotAListing(ValueError):
    """The document is nothing that this source supplies; the message says why."""


@dataclass(frozen=True)
class Parsed:
    """What a listing held.

    An entry is a dict with all of these keys: `key` (a canonical paper key), `title`, `abstract` (may be empty),
    `authors` (list of names), `organization` (str or None), `published` (`YYYY-MM-DD` or None), `url` (the paper's page
    at the source), `upvotes`, `comments`, `submitted_by` (str or None), `day` (`YYYY-MM-DD`, the day whose list it is
    on, or None). Entries stand in the order of the listing, each paper once. Texts hold no control characters and no
    lone surrogates.

    There is one problem for each entry that was skipped, such as "entry 3: paper.id: ...", for a person to read.
    """

    entries: list[dict[str, Any]]
    problems: list[str]


class Source(Protocol):
    """The interface of a source module."""

    NAME: str

    def parse_listing(self, document: object) -> Parsed:
        """Read a decoded JSON document; raises `NotAListing` and nothing else."""


def sources() -> dict[str, Source]:
    """Every source of this package by its name."""
    modules = [import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    return {module.NAME: cast(Source, module) for module in modules}
