"""A table for spreadsheets and Notion: a row a note (RFC 4180, with a byte order mark, without which Excel does not read UTF-8).

A cell that a spreadsheet would take for a formula is led by an apostrophe, and is text then. So this form is for reading; `jsonl` takes
notes from one server to another. The first column is the title, which Notion makes the name of the row.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from postil.formats.note import note_of
from postil.formats.papers import authors
from postil.formats.records import About, Record
from postil.formats.text import clean, one_line

NAME = "csv"
TITLE = "Spreadsheet (CSV)"
MEDIA_TYPE = "text/csv; charset=utf-8"
EXTENSION = "csv"
BY_PAPER = True

COLUMNS = (
    "title", "authors", "published", "organization", "paper", "url", "field", "quote", "note", "tags", "label", "status",
    "author", "group", "visibility", "created", "modified", "reply_to", "id",
)  # fmt: skip

# Spreadsheets look past blanks, and past characters that are not seen; a leading TAB, CR or LF is dropped by them and bares what follows.
_FORMULA = re.compile("[\\s\u200b-\u200f\u202a-\u202e\u2060-\u2069]*[=+\\-@＝＋－＠\t\r\n]")


class _Line:
    """What `csv.writer` writes to; `writerow` gives back what `write` gives."""

    def write(self, line: str) -> str:
        return line


def write(records: Iterator[Record], about: About) -> Iterator[bytes]:
    # RFC 4180, 2.1: lines end in CRLF.
    row = csv.writer(_Line(), quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow
    yield b"\xef\xbb\xbf" + row(COLUMNS).encode()
    for record in records:
        yield row(map(safe, _cells(record, about["base"]))).encode()


def safe(cell: str) -> str:
    """The cell, led by an apostrophe where a spreadsheet would compute it."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _cells(record: Record, base: str) -> tuple[str, ...]:
    note = note_of(record, base)
    _, paper, _, group = record
    return (
        one_line(paper["title"]),
        "; ".join(authors(paper)),
        paper["published"] or "",
        one_line(paper["organization"] or ""),
        clean(paper["key"]),
        one_line(paper["url"] or ""),
        note.field,
        note.quote,
        note.text,
        ", ".join(tag.replace(",", " ") for tag in note.tags),  # Notion splits at commas
        note.label,
        note.status,
        note.author,
        note.group,
        group["kind"],
        note.created,
        note.modified,
        note.answers or "",
        note.iri,
    )
