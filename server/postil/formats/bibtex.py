"""BibTeX: an entry a paper, its notes in `annote`, the one field that no usual style prints (BibTeXing, 3.2: `note` is printed).

UTF-8, with what LaTeX reads as commands escaped. Braces must balance, also escaped ones: BibTeX counts both. So pairs stand as `\\{` and
`\\}`, and one without a partner becomes a parenthesis.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from postil.formats import papers
from postil.formats.note import Note, note_of
from postil.formats.records import About, Paper, Record
from postil.formats.text import one_line, web_address
from postil.formats.threads import by_paper

NAME = "bibtex"
TITLE = "BibTeX (LaTeX, JabRef)"
MEDIA_TYPE = "application/x-bibtex; charset=utf-8"
EXTENSION = "bib"
BY_PAPER = True

_COMMANDS = {
    **{char: f"\\{char}" for char in "%&#_${}"},
    "\\": "\\textbackslash{}",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}",
}
_SPECIAL = re.compile(r"[%&#_${}\\^~]")


def write(records: Iterator[Record], about: About) -> Iterator[bytes]:
    for paper, its_records in by_paper(records):
        yield _head(paper).encode()
        tags: dict[str, None] = {}
        yield b"  annote = {"
        for number, record in enumerate(its_records):
            note = note_of(record, about["base"])
            tags.update(dict.fromkeys(note.tags))
            yield (("\n\n" if number else "") + escaped(_note(note))).encode()
        keywords = escaped(", ".join(tag.replace(",", " ") for tag in tags))
        yield ("}" + (f",\n  keywords = {{{keywords}}}" if keywords else "") + "\n}\n\n").encode()


def escaped(text: str) -> str:
    """Plain text as LaTeX that prints it, with balanced braces."""
    latex = _SPECIAL.sub(lambda found: _COMMANDS[found[0]], _balanced(text))
    # bibtexparser takes an @ that begins a line for the next entry.
    return re.sub(r"^(\s*)@", r"\1{}@", latex, flags=re.MULTILINE)


def _balanced(text: str) -> str:
    chars, opened = list(text), []
    for index, char in enumerate(text):
        if char == "{":
            opened.append(index)
        elif char == "}" and opened:
            opened.pop()
        elif char == "}":
            chars[index] = ")"
    for index in opened:
        chars[index] = "("
    return "".join(chars)


def _head(paper: Paper) -> str:
    fields = {
        "title": f"{{{escaped(papers.heading(paper))}}}",  # a second pair of braces keeps the capitals
        "author": " and ".join(_author(name) for name in papers.authors(paper)),
        **_dates(paper),
        "organization": escaped(one_line(paper["organization"] or "")),
        "doi": _verbatim(papers.doi(paper)),
        "url": _verbatim(web_address(paper["url"])),
    }
    if arxiv := papers.arxiv_id(paper):
        fields |= {"eprint": arxiv, "archiveprefix": "arXiv"}
    lines = (f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{citation_key(paper)},\n{''.join(lines)}"


def _dates(paper: Paper) -> dict[str, str]:
    day = papers.day(paper)
    return {"year": day[0], "month": day[1]} if day else {}


def _author(name: str) -> str:
    """`Family, Given`. A name with `and` or several commas of its own is no two people: braces make it one word (BibTeXing, 4)."""
    if name.count(",") > 1 or re.search(r"\band\b|[{}]", name, re.IGNORECASE):
        return f"{{{escaped(name)}}}"
    return escaped(papers.family_first(name))


def _verbatim(value: str | None) -> str:
    """For url and doi, which styles print as they stand: nothing escaped, only what would unbalance the entry encoded."""
    return "".join(f"%{ord(char):02X}" if char in "{}\\ " else char for char in value or "")


def citation_key(paper: Paper) -> str:
    """`vaswani2017attention-arxiv-1706-03762`: to be recognised, and unique by the paper's key, whatever else the file holds."""
    day, authors = papers.day(paper), papers.authors(paper)
    family = papers.family_first(authors[0]).partition(",")[0] if authors else ""
    words = (_ascii(word) for word in one_line(paper["title"]).split() if len(word) > 3)
    known = f"{_ascii(family)}{day[0] if day else ''}{next(filter(None, words), '')}"[:60]
    return "-".join(part for part in (known, papers.stem(paper["key"]).replace(".", "-")) if part)


def _ascii(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", word).lower())


def _note(note: Note) -> str:
    facts = (note.author, note.day_and_time, note.field, note.status, ", ".join(note.tags))
    lines = (
        note.quote and f"“{note.quote}”",
        note.text,
        f"({'; '.join(fact for fact in facts if fact)}) {note.iri}",
        note.answers and f"in reply to {note.answers}",
    )
    return "\n".join(line for line in lines if line)
