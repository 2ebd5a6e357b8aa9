"""What a format is given: a stream of records, and what is to be said of the export as a whole.

A format that says so (`BY_PAPER`) is given records sorted by paper, then by thread (a note, then the replies to it and to them), oldest
first: all records of a paper stand together, each with an equal `paper`. To others they come as they are read fastest, mostly in the order
in which they were written. Nothing here is filtered again: a record that the reader may not see must not be in the stream.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypedDict

import orjson

from postil.representation import with_base


class Annotation:
    """A W3C document: as it is stored, with our address for those formats that show it, and parsed (once) for those that read it.

    `stored` is compact JSON as `representation.render` makes it.
    """

    __slots__ = ("_base", "_parsed", "stored")

    def __init__(self, stored: bytes, base: str) -> None:
        self.stored = stored
        self._base = base
        self._parsed: dict[str, Any] | None = None

    @property
    def doc(self) -> bytes:
        return with_base(self.stored, self._base)

    @property
    def parsed(self) -> dict[str, Any]:
        if self._parsed is None:
            self._parsed = orjson.loads(self.doc)
        return self._parsed


class Paper(TypedDict):
    key: str  # canonical: arxiv:2504.13171
    title: str  # may be empty
    authors: list[str]  # as listed, given name first
    published: str | None  # YYYY-MM-DD
    organization: str | None
    url: str | None  # the page to send a reader to


class Creator(TypedDict):
    name: str  # unique on the server
    display_name: str  # may be empty


class Group(TypedDict):
    id: str  # the public id
    name: str
    kind: str  # personal | team | public


class Record(TypedDict):
    annotation: Annotation
    paper: Paper
    creator: Creator
    group: Group


class About(TypedDict):
    base: str  # the API's address, ending in "/"
    exported: str  # RFC 3339, UTC with Z
    title: str  # what was exported, in the user's words


def wrapped(rows: Iterable[tuple[bytes, Any, Any, Any]], base: str) -> Iterator[Record]:
    """The rows of services.export (stored document, paper, creator, group). `base`: the API's address, ending in "/"."""
    for stored, paper, creator, group in rows:
        yield {"annotation": Annotation(stored, base), "paper": paper, "creator": creator, "group": group}
