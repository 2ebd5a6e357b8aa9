"""What the readable formats show of a note: its W3C document taken apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from postil.formats.records import Creator, Record, parsed
from postil.formats.text import clean, one_line


@dataclass(frozen=True, slots=True)
class Note:
    iri: str
    author: str
    group: str
    created: str  # RFC 3339
    modified: str
    quote: str
    text: str  # Markdown
    tags: tuple[str, ...]
    field: str
    label: str
    status: str  # open | answered | nothing
    answers: str | None  # the IRI of the note that this is a reply to

    @property
    def day_and_time(self) -> str:
        """To the minute: 2026-11-23 08:15 UTC."""
        return f"{self.created[:10]} {self.created[11:16]} UTC"


def note_of(record: Record, base: str) -> Note:
    annotation = parsed(record, base)
    _, _, creator, group = record
    target = annotation["target"]
    place: Mapping[str, Any] = {} if isinstance(target, str) else target
    bodies = annotation.get("body", [])
    return Note(
        iri=annotation["id"],
        author=person(creator),
        group=one_line(group["name"]),
        created=annotation["created"],
        modified=annotation["modified"],
        quote=clean(_quote(place)),
        text=clean("\n\n".join(body["value"] for body in bodies if body.get("purpose") != "tagging")),
        tags=tuple(tag for body in bodies if body.get("purpose") == "tagging" if (tag := one_line(body["value"]))),
        field=place.get("postil:field", ""),
        label=one_line(annotation.get("postil:label", "")),
        status=annotation.get("postil:status", ""),
        answers=target if isinstance(target, str) else None,
    )


def person(creator: Creator) -> str:
    """`Ada Lovelace (ada)`: two people may show the same name, so the unique one is said where it differs."""
    name, shown = one_line(creator["name"]), one_line(creator["display_name"])
    return name if shown in ("", name) else f"{shown} ({name})"


def _quote(place: Mapping[str, Any]) -> str:
    return next((s["exact"] for s in place.get("selector", []) if s["type"] == "TextQuoteSelector"), "")
