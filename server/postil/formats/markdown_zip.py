"""Markdown for Obsidian: a zip with one file a paper, its facts as properties (YAML) at the head.

Every scalar there is written as a JSON string, which YAML reads as the same string (YAML 1.2, 1.3): bare, the id 2301.10140 is a number and
loses its last zero.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import RawIOBase
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from postil.formats import papers
from postil.formats.markdown import facts, notes
from postil.formats.markdown_text import title_line
from postil.formats.note import Note, note_of
from postil.formats.records import About, Paper, Record
from postil.formats.text import one_line, web_address
from postil.formats.threads import by_paper

NAME = "markdown-zip"
TITLE = "Markdown for Obsidian, one file a paper (zip)"
MEDIA_TYPE = "application/zip"
EXTENSION = "zip"
BY_PAPER = True

# Not allowed in names on Windows, or with a meaning in Obsidian's links.
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|#^\[\]]')
# Devices of Windows, whatever follows behind a point.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)", re.IGNORECASE)
_LONGEST = 160  # bytes; file systems take 255


def write(records: Iterator[Record], about: About) -> Iterator[bytes]:
    sink, moment = _Sink(), _moment(about["exported"])
    with ZipFile(sink, "w", ZIP_DEFLATED) as archive:
        for paper, its_records in by_paper(records):
            entry = ZipInfo(file_name(paper), moment)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            with archive.open(entry, "w") as file:
                for part in _file(paper, [note_of(record, about["base"]) for record in its_records], about):
                    file.write(part)
                    if sink.waiting:
                        yield sink.taken()
            yield sink.taken()
    yield sink.taken()


class _Sink(RawIOBase):
    """Gathers what the archive writes. It cannot be sought, so sizes stand behind each file's bytes (APPNOTE.TXT, 4.3.9)."""

    def __init__(self) -> None:
        self.waiting: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, chunk: Any) -> int:
        self.waiting.append(bytes(chunk))
        return len(chunk)

    def taken(self) -> bytes:
        taken, self.waiting = b"".join(self.waiting), []
        return taken


def _moment(exported: str) -> tuple[int, int, int, int, int, int]:
    year, month, day, hour, minute, second = map(int, re.findall(r"\d+", exported)[:6])
    return year, month, day, hour, minute, second


def file_name(paper: Paper) -> str:
    """`Attention Is All You Need (arxiv-1706.03762).md`: a name on every system, the same in every export, unique by the key."""
    title = "".join(char for char in _NOT_IN_NAMES.sub(" ", papers.heading(paper)) if char.isprintable())
    title = " ".join(title.split()).lstrip(". ")
    title = title.encode()[:_LONGEST].decode(errors="ignore").rstrip()
    title = f"_{title}" if _DEVICE.match(title) else title
    return f"{title} ({papers.stem(paper['key'])}).md".lstrip()


def _file(paper: Paper, its: list[Note], about: About) -> Iterator[bytes]:
    yield f"---\n{_properties(paper, its, about)}---\n\n# {title_line(papers.heading(paper))}\n\n{facts(paper)}\n\n".encode()
    yield from notes(its, block_ids=True)


def _properties(paper: Paper, its: list[Note], about: About) -> str:
    title, day = papers.heading(paper), papers.day(paper)
    properties: dict[str, object] = {
        "title": title,
        "aliases": [title],
        "authors": papers.authors(paper),
        "arxiv": papers.arxiv_id(paper),
        "doi": papers.doi(paper),
        "url": web_address(paper["url"]),
        "published": day and "-".join(day),
        "organization": one_line(paper["organization"] or ""),
        "tags": _tags(its),
        "postil": paper["key"],
        "exported": about["exported"],
    }
    return "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in properties.items() if value)


def _tags(its: list[Note]) -> list[str]:
    """As Obsidian takes them: letters, digits, `_`, `-`, `/`, not digits alone. The notes themselves show them as they were written."""
    tags = (re.sub(r"[^\w/]+", "-", tag).strip("-/") for note in its for tag in note.tags)
    return list(dict.fromkeys(tag for tag in tags if tag and not re.fullmatch(r"[\d/-]+", tag)))
