"""JSON Lines: a note a line, whole. What goes into another server, and comes out of that one the same, byte for byte.

    {"annotation": {…}, "paper": {…}, "creator": {"name", "display_name"}, "group": {"id", "name", "kind"}}

So a line holds nothing of the server that wrote it or of the time of writing, and each thing once:

- Annotations are named `urn:uuid:…` (RFC 9562, 4), as `id` and as the target of a reply. Whoever takes a line in makes of it
  `…/annotations/{uuid}`. Addresses within a user's text are the user's, and stay.
- `annotation` has neither `creator`, whose number means something on one server only, nor `postil:group`: `creator` and `group` beside it
  say both.
- A personal group has no `id`: it is the creator's own, wherever that is. Other groups keep theirs.
- `created` and `modified` stay, and whoever takes a line in restores both.
- There is no first line about the file: files may be cut, joined and sorted by line. Lines come as the notes were written, but by
  paper where a filter chose them; notes taken in one after another keep the order of the file. A later shape will say so in a member of
  its own, which this one does not have.

U+2028, U+2029 and U+0085 are escaped, since some readers take them for the end of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypedDict, TypeVar
from uuid import UUID

import orjson

from postil.formats.records import About, Creator, Paper, Record, parsed
from postil.representation import BASE, CONTEXT

NAME = "jsonl"
TITLE = "Everything, for another Postil server (JSON Lines)"
MEDIA_TYPE = "application/x-ndjson"
EXTENSION = "jsonl"
BY_PAPER = False

_Key = TypeVar("_Key")
_Part = TypeVar("_Part")

_TOGETHER = 800  # pieces, six of a line, given out at a time: few enough to stream, enough that the work for each lot does not count
_REMEMBERED = 8_000  # papers, and authors in their groups, whose parts of a line are made once
_LINE_ENDS = ((b"\xe2\x80\xa8", b"\\u2028"), (b"\xe2\x80\xa9", b"\\u2029"), (b"\xc2\x85", b"\\u0085"))
_KINDS = ("personal", "team", "public")

_NOTE, _PORTABLE = BASE + b"annotations/", b"urn:uuid:"
_HEAD = b'{"@context":' + orjson.dumps(CONTEXT) + b',"id":"' + _NOTE
_BEGUN = b'{"annotation":' + _HEAD.removesuffix(_NOTE) + _PORTABLE
_CREATOR = re.compile(rb'"creator":\{"id":"%busers/\d+","type":"Person"\},' % BASE)


def write(records: Iterator[Record], about: About) -> Iterator[bytes]:
    papers: dict[str, bytes] = {}
    places: dict[tuple[str, str], _Place] = {}
    lot: list[bytes] = []
    for record in records:
        stored, paper, creator, group = record
        key, who = paper["key"], (creator["name"], group["id"])
        told = papers.get(key) or _remembered(papers, key, b',"paper":' + orjson.dumps(paper))
        place = places.get(who) or _remembered(places, who, _place(record))
        lot += (*(_cut(stored, place) or _rewritten(record)), told, place.told)
        if len(lot) > _TOGETHER:
            yield _finished(b"".join(lot))
            lot.clear()
    if lot:
        yield _finished(b"".join(lot))


def _finished(lot: bytes) -> bytes:
    """Characters that are not ASCII stand only within strings (RFC 8259, 2), where an escape means the same."""
    if not lot.isascii():
        for char, escape in _LINE_ENDS:
            lot = lot.replace(char, escape)
    return lot


def _remembered(known: dict[_Key, _Part], key: _Key, part: _Part) -> _Part:
    """What is remembered stays small, however large the server."""
    if len(known) >= _REMEMBERED:
        known.clear()
    known[key] = part
    return part


class _Place(NamedTuple):
    """What the notes of one author in one group have alike."""

    creator: bytes  # both members as they stand in the documents
    group: bytes
    told: bytes  # the end of a line


def _place(record: Record) -> _Place:
    stored, _, creator, group = record
    named = _CREATOR.search(stored)
    told: dict[str, str] = {"name": group["name"], "kind": group["kind"]}
    if group["kind"] != "personal":
        told = {"id": group["id"], **told}
    return _Place(
        named[0] if named else _NOTE + b"none",
        b',"postil:group":"' + group["id"].encode() + b'"',
        b',"creator":' + orjson.dumps(creator) + b',"group":' + orjson.dumps(told) + b"}\n",
    )


def _cut(stored: bytes, place: _Place) -> tuple[bytes, ...]:
    """A stored document without its creator and its group, our addresses (its own, and that of what it answers) as names; in pieces.

    It cuts and does not parse. No text of a user's can hold what stands for our address, nor the creator's member, which has one in it. In
    JSON `,"` opens a string or closes one, and `postil` cannot follow a string that is closed: so the group's member cannot stand within a
    text of a user's. Nothing, where something is not at its place.
    """
    creator, group = stored.find(place.creator), stored.rfind(place.group)
    if creator < 0 or group < 0 or not stored.startswith(_HEAD):
        return ()
    between = stored[creator + len(place.creator) : group]
    if BASE in between:  # a reply
        between = between.replace(_NOTE, _PORTABLE)
    return _BEGUN, stored[len(_HEAD) : creator], between, stored[group + len(place.group) :]


def _rewritten(record: Record) -> tuple[bytes, ...]:
    """The same, for a document of another shape: slower."""
    kept = parsed(record, "/")
    del kept["creator"], kept["postil:group"]
    for name in ("id", "target"):
        if isinstance(kept[name], str):
            kept[name] = "urn:uuid:" + kept[name].rpartition("/annotations/")[2]
    return b'{"annotation":', orjson.dumps(kept)


class GroupRead(TypedDict):
    id: str | None  # None: the creator's own
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that can be read. The annotation is as in the file and is to be checked as any that a client sends."""

    line: int
    uuid: UUID
    answers: UUID | None  # the note that this is a reply to
    annotation: dict[str, Any]
    paper: Paper
    creator: Creator
    group: GroupRead


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that cannot be read, and why. The lines after it are read all the same."""

    line: int
    reason: str


class _Unreadable(ValueError):
    pass


def read(lines: Iterable[bytes]) -> Iterator[Entry | Problem]:
    """Lines are counted from 1; empty ones, a byte order mark and CRLF are let pass."""
    for number, line in enumerate(lines, 1):
        text = line.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else line.strip()
        if not text:
            continue
        try:
            yield _entry(number, text)
        except _Unreadable as error:
            yield Problem(number, str(error))


def _entry(number: int, text: bytes) -> Entry:
    try:
        record = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise _Unreadable(f"this is not JSON: {error}") from None
    if not isinstance(record, dict):
        raise _Unreadable("an object is needed")
    annotation = _member(record, "annotation", dict)
    target = annotation.get("target")
    return Entry(
        line=number,
        uuid=_uuid(annotation.get("id"), "annotation.id"),
        answers=_uuid(target, "annotation.target") if isinstance(target, str) else None,
        annotation=annotation,
        paper=_paper(_member(record, "paper", dict)),
        creator=_creator(_member(record, "creator", dict)),
        group=_group(_member(record, "group", dict)),
    )


def _member(record: Mapping[str, Any], path: str, *kinds: type) -> Any:
    """A member of an object, named for the message by its whole path."""
    value = record.get(path.rpartition(".")[2])
    if not isinstance(value, kinds):
        raise _Unreadable(f"{path} is missing" if value is None else f"{path} is of the wrong kind")
    return value


def _uuid(iri: object, path: str) -> UUID:
    found = re.fullmatch(r"urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", iri, re.IGNORECASE) if isinstance(iri, str) else None
    if not found:
        raise _Unreadable(f"{path} is not urn:uuid: and a UUID")
    return UUID(found[1])


def _paper(paper: Mapping[str, Any]) -> Paper:
    authors = _member(paper, "paper.authors", list)
    if not all(isinstance(author, str) for author in authors):
        raise _Unreadable("paper.authors holds something else than strings")
    return {
        "key": _member(paper, "paper.key", str),
        "title": _member(paper, "paper.title", str),
        "authors": authors,
        "published": _member(paper, "paper.published", str, type(None)),
        "organization": _member(paper, "paper.organization", str, type(None)),
        "url": _member(paper, "paper.url", str, type(None)),
    }


def _creator(creator: Mapping[str, Any]) -> Creator:
    return {"name": _member(creator, "creator.name", str), "display_name": _member(creator, "creator.display_name", str)}


def _group(group: Mapping[str, Any]) -> GroupRead:
    kind = _member(group, "group.kind", str)
    if kind not in _KINDS:
        raise _Unreadable(f"group.kind is none of {', '.join(_KINDS)}")
    ident = None if kind == "personal" else _member(group, "group.id", str)
    return {"id": ident, "name": _member(group, "group.name", str), "kind": kind}
