"""RIS, the way to take notes into Zotero, EndNote and Mendeley: a record a paper, and in it one N1 a note.

Every field is one physical line: a line of a note that begins like a tag (`ER  - `) would end the record. Zotero makes a child note of
each N1 and reads it as HTML, so a note is written in paragraphs, with everything of the user's escaped.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from postil.formats import papers
from postil.formats.note import Note, note_of
from postil.formats.records import About, Paper, Record
from postil.formats.text import one_line, web_address
from postil.formats.threads import by_paper

NAME = "ris"
TITLE = "Zotero, EndNote, Mendeley (RIS)"
MEDIA_TYPE = "application/x-research-info-systems; charset=utf-8"
EXTENSION = "ris"
BY_PAPER = True

# RIS has no type for a preprint; UNPD is what comes out of Zotero for one. Anything else is said to be an article.
_TYPES = {"arxiv": "UNPD", "openreview": "UNPD", "acl": "CPAPER", "url": "ELEC"}


def write(records: Iterator[Record], about: About) -> Iterator[bytes]:
    for paper, its_records in by_paper(records):
        yield _fields(_head(paper))
        tags: dict[str, None] = {}
        for record in its_records:
            note = note_of(record, about["base"])
            tags.update(dict.fromkeys(note.tags))
            yield _fields([("N1", _note(note))])
        yield _fields([*(("KW", tag) for tag in tags), ("ER", "")]) + b"\r\n"


def _fields(fields: list[tuple[str, str]]) -> bytes:
    return "".join(f"{tag}  - {one_line(value)}\r\n" for tag, value in fields).encode()


def _head(paper: Paper) -> list[tuple[str, str]]:
    fields = [
        ("TY", _TYPES.get(paper["key"].partition(":")[0], "JOUR")),
        ("ID", paper["key"]),
        ("TI", papers.heading(paper)),
        *(("AU", papers.family_first(author)) for author in papers.authors(paper)),
    ]
    if day := papers.day(paper):
        fields += [("PY", day[0]), ("DA", "/".join(day))]
    rest = (("DO", papers.doi(paper)), ("UR", web_address(paper["url"])), ("AD", paper["organization"]))
    return fields + [(tag, value) for tag, value in rest if value]


def _note(note: Note) -> str:
    facts = (note.author, note.day_and_time, note.field, note.status, ", ".join(note.tags))
    lines = [
        note.quote and f"“{note.quote}”",
        note.text,
        " · ".join(fact for fact in facts if fact),
    ]
    answered = [f"<p>In reply to {_link(note.answers, 'a note')}</p>"] if note.answers else []
    shown = [f"<p>{escape(line).replace(chr(10), '<br/>')}</p>" for line in lines if line]
    return "".join([*answered, *shown, f"<p>{_link(note.iri, 'open')}</p>"])


def _link(iri: str, text: str) -> str:
    return f'<a href="{escape(web_address(iri) or "")}">{text}</a>'
