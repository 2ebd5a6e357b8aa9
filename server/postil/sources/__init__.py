"""Suppliers of paper listings, one module each, found without a list.

A source module has the members of `Source`; the command `postil papers import NAME` is made from them. It is pure: it says what to
ask for and reads what came back; fetching and storing are done elsewhere (listings.py).
"""

import json
import pkgutil
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol, cast


class NotAListing(ValueError):
    """The document is nothing that this source supplies; the message says why."""


class CannotAsk(ValueError):
    """This source cannot be asked for that; the message says for what and why."""


@dataclass(frozen=True)
class Parsed:
    """What a listing held.

    An entry is a dict with all of these keys: `key` (a canonical paper key), `title`, `abstract` (may be empty),
    `authors` (list of names), `organization` (str or None), `published` (`YYYY-MM-DD` or None), `url` (the paper's page
    at the source), `upvotes`, `comments`, `submitted_by` (str or None), `day` (`YYYY-MM-DD`, the day whose list it is
    on, or None), and `version` (a number) where the source tells one. Entries stand in the order of the listing, each
    paper once. Texts hold no control characters and no lone surrogates.

    There is one problem for each entry that was skipped, such as "entry 3: paper.id: ...", for a person to read.
    """

    entries: list[dict[str, Any]]
    problems: list[str]


class Source(Protocol):
    """The interface of a source module."""

    NAME: str  # as in `postil papers import NAME`
    TITLE: str  # as its readers call it
    ADDRESS: str  # where its API is, unless the server's owner names a mirror
    PACE: float  # seconds that it wants between two requests
    WAYS: tuple[str, ...]  # what one can ask it for: `day`, `week`, `month`, `query`, `ids`; with `file`, a saved answer is taken too

    def urls(self, base: str, **wanted: Any) -> list[str]:
        """The requests, in their order, for what is wanted: one of WAYS, `ids` as paper keys. Raises CannotAsk."""

    def read(self, answer: bytes) -> Parsed:
        """Read an answer. Raises NotAListing and nothing else, whatever the answer is."""


def sources() -> dict[str, Source]:
    """Every source of this package by its name."""
    modules = [import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    return {module.NAME: cast(Source, module) for module in modules if hasattr(module, "NAME")}


def decoded(answer: bytes) -> object:
    """JSON, for the sources that answer in it. Raises NotAListing."""
    try:
        return json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise NotAListing(f"this is no JSON ({error})") from None
