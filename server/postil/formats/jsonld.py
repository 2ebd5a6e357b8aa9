"""JSON-LD: a W3C AnnotationCollection with its one page embedded (Web Annotation Data Model, 5.1 and 5.2).

The stored documents go through as they are, but for two things: an annotation on a page has no context of its own (it is the
collection's), and `creator` is given the person's name, which no document stores and a reader of the file could not look up.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any
from urllib.parse import quote

import orjson

from postil.formats.records import About, Creator, Record, parsed
from postil.formats.text import clean
from postil.representation import with_base

NAME = "jsonld"
TITLE = "W3C Web Annotations (JSON-LD)"
MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
EXTENSION = "jsonld"
BY_PAPER = False

_ANNO = "http://www.w3.org/ns/anno.jsonld"
# In JSON text a quote that is not escaped opens or closes a string, so neither of these can stand within a user's text.
_PERSON = b'"type":"Person"}'
_CONTEXT = b'{"@context":'


def write(records: Iterator[Record], about: About) -> Iterator[bytes]:
    first = next(records, None)
    context = parsed(first, about["base"]).get("@context", _ANNO) if first else _ANNO
    iri = f"{about['base']}export?format=jsonld&exported={quote(about['exported'])}"
    yield _opened({"@context": context, "id": iri, "type": "AnnotationCollection", "label": clean(about["title"])})
    total = 0
    if first:  # 5.2: a page holds one annotation at least, so an empty collection has none
        page = {"id": f"{iri}&page=0", "type": "AnnotationPage", "partOf": iri, "startIndex": 0}
        yield b',"first":' + _opened(page) + b',"items":['
        own_context = _CONTEXT + orjson.dumps(context) + b","
        for total, record in enumerate(chain([first], records), 1):
            yield (b",\n" if total > 1 else b"\n") + _item(record, about["base"], own_context)
        yield b"\n]}"
    yield f',"total":{total}}}\n'.encode()  # known only now


def _opened(members: dict[str, Any]) -> bytes:
    """A JSON object that is still to be closed."""
    return orjson.dumps(members).removesuffix(b"}")


def _item(record: Record, base: str, context: bytes) -> bytes:
    stored, _, creator, _ = record
    doc = with_base(stored, base)
    if doc.startswith(context):
        doc = b"{" + doc.removeprefix(context)
    return doc.replace(_PERSON, _PERSON[:-1] + b"," + _named(creator), 1)


def _named(creator: Creator) -> bytes:
    """3.3.2: an agent's `name`, and its `nickname`: here the unique one."""
    names = {"name": clean(creator["display_name"]) or clean(creator["name"]), "nickname": clean(creator["name"])}
    return orjson.dumps(names).removeprefix(b"{")
