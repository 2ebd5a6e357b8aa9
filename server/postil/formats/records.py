"""What a format is given: a stream of records, and what is to be said of the export as a whole.

A format that says so (`BY_PAPER`) is given records sorted by paper, then by thread (a note, then the replies to it and to them), oldest
first: all records of a paper stand together, each with an equal `paper`. To others they come as they are read fastest, mostly in the order
in which they were written. Nothing here is filtered again: a record that the reader may not see must not be in the stream.
"""

from __future__ import annotations

from typing import Any, TypedDict

import orjson

from postil.representation import with_base


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


#: A note's W3C document as `representation.render` makes it, without our address; its paper, creator and group. Plain tuples: there are
#: as many as there are notes.
Record = tuple[bytes, Paper, Creator, Group]


class About(TypedDict):
    base: str  # the API's address, ending in "/"
    exported: str  # RFC 3339, UTC with Z
    title: str  # what was exported, in the user's words


def parsed(record: Record, base: str) -> dict[str, Any]:
    """The record's document, with our address. `base`: as in `About`."""
    annotation: dict[str, Any] = orjson.loads(with_base(record[0], base))
    return annotation
