"""CSV, RIS and BibTeX, each read back by readers that are not ours: csv, rispy, bibtexparser and pybtex."""

from __future__ import annotations

import csv
import io
import logging
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from format_records import BASE, HOSTILE, hostile, record, squeezed, written
from pybtex.database import parse_string

from postil.formats import bibtex
from postil.formats.csv import COLUMNS, safe
from postil.formats.records import parsed
from postil.formats.text import clean, one_line


@pytest.fixture(scope="module")
def table() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written("csv", hostile()).decode("utf-8-sig"), newline="")))


def test_csv_has_a_row_a_note(table) -> None:
    assert [row["id"] for row in table] == [parsed(one, BASE)["id"] for one in hostile()]
    assert all(set(row) == set(COLUMNS) for row in table)


def test_csv_begins_with_a_byte_order_mark_and_ends_lines_in_crlf() -> None:
    head = written("csv", [])
    assert head.startswith(b'\xef\xbb\xbf"title"')
    assert head.endswith(b'"id"\r\n')


@pytest.mark.parametrize("index", range(len(HOSTILE)))
def test_csv_cells_are_what_was_written(table, index: int) -> None:
    text, rows = HOSTILE[index], table[4 * index : 4 * index + 4]
    for shown in (rows[0]["quote"], rows[0]["note"]):
        assert shown.removeprefix("'") == clean(text).removeprefix("'")
    assert rows[0]["title"].removeprefix("'") == one_line(text)
    assert rows[1]["note"] == clean(f"first\n{text}")
    assert rows[1]["reply_to"] == rows[0]["id"]
    assert [row["visibility"] for row in rows] == ["team", "team", "personal", "team"]
    assert rows[0]["paper"] == f"arxiv:2301.{index + 1:04d}0"
    assert (rows[0]["label"], rows[0]["status"], rows[0]["created"]) == ("amber", "open", "2025-10-09T08:53:20Z")


def test_no_csv_cell_is_a_formula(table) -> None:
    cells = [cell for row in table for cell in row.values()]
    assert [cell for cell in cells if cell.lstrip(" \u200b\u202e").startswith(tuple("=+-@＝＋－＠\t\r\n"))] == []


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\t=1", "\rx", "\nx", "  =1", "\u00a0=1", "\u200b=1", "＝1", "＋1", "－1", "＠x"])
def test_formulas_are_made_text(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "a=1", "1-2", "'=1", "https://x.org/?a=1", "> -1"])
def test_other_cells_stay(cell: str) -> None:
    assert safe(cell) == cell


class Html(HTMLParser):
    """The text of a Zotero note and the tags in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.tags, self.links = "", set(), []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs) -> None:
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name == "href"]

    def handle_data(self, text: str) -> None:
        self.text += text


@pytest.fixture(scope="module")
def library() -> list[dict]:
    return rispy.loads(written("ris", hostile()).decode(), newline="\r\n")


def test_ris_has_a_record_a_paper_and_a_note_a_note(library) -> None:
    assert [entry["id"] for entry in library] == [f"arxiv:2301.{index + 1:04d}0" for index in range(len(HOSTILE))]
    assert [len(entry["notes"]) for entry in library] == [4] * len(HOSTILE)
    assert all("unknown_tag" not in entry for entry in library)


def test_every_ris_line_is_a_field_of_ours() -> None:
    lines = written("ris", hostile()).decode().split("\r\n")
    assert [line for line in lines if line and not re.match(r"(TY|ID|TI|AU|PY|DA|DO|UR|AD|N1|KW|ER)  - ", line)] == []
    assert all(len(line.splitlines()) <= 1 for line in lines)
    assert lines.count("ER  - ") == len(HOSTILE)


@pytest.mark.parametrize("index", range(len(HOSTILE)))
def test_ris_keeps_the_words(library, index: int) -> None:
    text, entry = HOSTILE[index], library[index]
    assert entry["title"] == (one_line(text) or entry["id"])
    first, reply, *_ = (Html(note) for note in entry["notes"])
    assert first.tags <= {"p", "br", "a"}
    assert squeezed(first.text).count(squeezed(clean(text))) >= 2
    assert squeezed(reply.text).startswith("Inreplytoanotefirst" + squeezed(clean(text)))
    assert reply.links[0] == first.links[0]
    assert "plain" in entry["keywords"]
    assert entry["authors"][-1] == "van der Maaten, Laurens"
    assert (entry["year"], entry["date"], entry["doi"]) == ("2023", "2023/01/24", f"10.48550/arXiv.2301.{index + 1:04d}0")
    assert entry["urls"] == ["https://arxiv.org/abs/2301.10140?a=%28b%29&c=%7Bd%7D"]


@pytest.fixture(scope="module")
def source() -> str:
    return written("bibtex", hostile()).decode()


@pytest.fixture(scope="module")
def entries(source: str) -> Iterator[list]:
    logging.getLogger("bibtexparser").setLevel(logging.ERROR)
    found = bibtexparser.parse_string(source, append_middleware=[LatexDecodingMiddleware()])
    assert found.failed_blocks == []
    return found.entries


def test_bibtex_has_an_entry_a_paper_for_both_readers(source: str, entries) -> None:
    pybtex = parse_string(source, "bibtex")
    assert len(entries) == len(HOSTILE)
    assert [entry.key for entry in entries] == list(pybtex.entries)
    assert len({entry.key.lower() for entry in entries}) == len(HOSTILE)
    assert all(re.fullmatch(r"[a-z0-9-]+", entry.key) for entry in entries)


@pytest.mark.parametrize("index", range(len(HOSTILE)))
def test_bibtex_keeps_the_words(source: str, entries, index: int) -> None:
    text = clean(HOSTILE[index])
    fields = entries[index].fields_dict
    annote = fields["annote"].value.replace("ˆ", "^")  # as the reader decodes it
    assert squeezed(annote).count(squeezed(text)) >= 4
    assert annote.count("https://notes.example.org/api/annotations/00000000") >= 6
    assert squeezed(fields["title"].value).replace("ˆ", "") == squeezed(one_line(text) or f"arxiv:2301.{index + 1:04d}0")
    assert fields["eprint"].value == f"2301.{index + 1:04d}0"
    assert "plain" in fields["keywords"].value
    theirs = parse_string(source, "bibtex").entries[entries[index].key] if index % 9 == 0 else None
    if theirs:
        raw = next(block for block in source.split("\n@misc{") if f"arxiv-2301-{index + 1:04d}0," in block)
        written_annote = raw.split("  annote = {")[1].split("},\n  keywords")[0]
        assert theirs.fields["annote"].split() == written_annote.split()


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("a{b}c", r"a\{b\}c"),
        ("}{", ")("),
        ("{{a}", r"(\{a\}"),
        ("100% & #1 $x_1$", r"100\% \& \#1 \$x\_1\$"),
        ("a\\b^c~d", r"a\textbackslash{}b\textasciicircum{}c\textasciitilde{}d"),
        ("a@b\n@c", "a@b\n{}@c"),
    ],
)
def test_latex_prints_what_was_written(text: str, latex: str) -> None:
    assert bibtex.escaped(text) == latex


@pytest.mark.parametrize("author", ["Black and White Inc", "A, B, C, D", "{x", "a}"])
def test_an_author_stays_one_author(author: str) -> None:
    one = written("bibtex", [record(1, "arxiv:2301.00001", authors=(author, "B C"), note="x")]).decode()
    people = parse_string(one, "bibtex").entries.popitem()[1].persons["author"]
    assert len(people) == 2
    assert str(people[1]) == "C, B"


def test_an_author_given_family_first_stays_so() -> None:
    one = written("bibtex", [record(1, "arxiv:2301.00001", authors=("Vaswani, Ashish",), note="x")]).decode()
    assert str(parse_string(one, "bibtex").entries.popitem()[1].persons["author"][0]) == "Vaswani, Ashish"


def test_citation_keys_are_to_be_recognised() -> None:
    paper = record(1, "arxiv:1706.03762", "Is Attention All?", authors=("Ashish Vaswänî",))[1]
    assert bibtex.citation_key(paper) == "vaswani2023attention-arxiv-1706-03762"
    assert bibtex.citation_key(paper | {"title": "", "authors": [], "published": None}) == "arxiv-1706-03762"
