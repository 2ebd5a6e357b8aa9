"""Markdown for reading: a heading a paper, a list item a note, its replies nested in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import indent

from postil.formats import papers
from postil.formats.markdown_text import contained, literal, quotation, shown_tag, title_line
from postil.formats.note import Note, note_of
from postil.formats.records import About, Paper, Record
from postil.formats.text import web_address
from postil.formats.threads import by_paper, threads

NAME = "markdown"
TITLE = "Markdown, one file"
MEDIA_TYPE = "text/markdown; charset=utf-8"
EXTENSION = "md"
BY_PAPER = True

_DEEPEST = 8  # replies further down stand at this depth: readers give up on lists nested without end


def write(records: Iterator[Record], about: About) -> Iterator[bytes]:
    yield f"# {title_line(about['title'])}\n\nExported {about['exported']}\n\n".encode()
    for paper, its_records in by_paper(records):
        yield f"## {title_line(papers.heading(paper))}\n\n{facts(paper)}\n\n".encode()
        yield from notes(note_of(record, about["base"]) for record in its_records)


def facts(paper: Paper) -> str:
    """A paper's authors, day, organization and link, in one paragraph."""
    day, address = papers.day(paper), web_address(paper["url"])
    told = [
        ", ".join(literal(author) for author in papers.authors(paper)),
        "-".join(day or ()),
        title_line(paper["organization"] or ""),
        f"[{literal(paper['key'])}]({address})" if address else literal(paper["key"]),
    ]
    return " · ".join(fact for fact in told if fact)


def notes(its: Iterable[Note], *, block_ids: bool = False) -> Iterator[bytes]:
    """A list item a note. `block_ids`: with the id that Obsidian links to, made of the note's own, so that it stays the same."""
    for thread in threads(its):
        yield "".join(_item(note, min(depth, _DEEPEST), block_ids) for depth, note in thread).encode()


def _item(note: Note, depth: int, block_ids: bool) -> str:
    parts = [_told(note, depth, block_ids), note.quote and quotation(note.quote), note.text and contained(note.text)]
    if note.tags:
        parts.append("Tags: " + ", ".join(map(shown_tag, note.tags)))
    inside = indent("\n\n".join(part for part in parts if part), "  ")
    return indent(f"-{inside[1:]}\n\n", "  " * depth)


def _told(note: Note, depth: int, block_ids: bool) -> str:
    facts = (note.group, note.field, note.label, note.status)
    links = [f"[open]({web_address(note.iri)})"]
    if note.answers and not depth:  # the note answered is not in this export
        links.append(f"in reply to [another note]({web_address(note.answers)})")
    line = " · ".join([f"**{literal(note.author)}**", note.day_and_time, *(literal(fact) for fact in facts if fact), *links])
    return f"{line} ^{note.iri.rpartition('/')[2]}" if block_ids else line
