"""Markdown, read back by markdown-it-py, python-frontmatter and PyYAML: a list item a note, and nothing of a user's breaks out of it."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter

import frontmatter
import pytest
import yaml
from format_records import ABOUT, HOSTILE, hostile, record, squeezed, written
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from postil.formats import papers
from postil.formats.markdown_text import contained, literal, quotation, shown_tag
from postil.formats.markdown_zip import file_name
from postil.formats.text import clean, one_line

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def tokens(markdown: str) -> list:
    return [inner for token in READER.parse(markdown) for inner in (token, *(token.children or []))]


def types(markdown: str) -> Counter:
    return Counter(token.type for token in tokens(markdown))


def shown(markdown: str) -> str:
    seen = ("text", "code_inline", "fence", "code_block", "softbreak")
    return "\n".join((token.info if token.type == "fence" else "") + token.content for token in tokens(markdown) if token.type in seen)


def own_items(markdown: str) -> int:
    """Of the notes: each begins with who wrote it."""
    found = READER.parse(markdown)
    told = re.compile(r"\*\*Ada \\\*L\\\* \(ada\)\*\* · 2025-10-09 08:53 UTC")
    return sum(a.type == "list_item_open" and bool(told.match(c.content)) for a, c in zip(found, found[2:], strict=False))


def test_a_heading_a_paper_and_an_item_a_note() -> None:
    whole = written("markdown", hostile()).decode()
    counted = types(whole)
    assert counted["heading_open"] == 1 + len(HOSTILE)
    assert own_items(whole) == len(hostile())
    assert not counted["html_block"] + counted["html_inline"]
    assert counted["blockquote_open"] >= len(HOSTILE) * 2 - HOSTILE.count("  ")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_note_shows_its_words_and_stays_an_item(text: str) -> None:
    key = "arxiv:2301.00001"
    stream = [
        record(1, key, quote=text, note=text, tags=(text[:100],)),
        record(2, key, note=text, answers=1),
        record(3, key, note=text, answers=2),
        record(4, key, quote="plain words"),
    ]
    whole = written("markdown", stream).decode()
    assert own_items(whole) == 4
    counted = types(whole)
    assert (counted["heading_open"], counted["html_block"] + counted["html_inline"]) == (2, 0)
    assert squeezed(shown(whole)).count(squeezed(clean(text))) >= 4
    levels = [token.level for token in READER.parse(whole) if token.type == "list_item_open"]
    assert {1, 3, 5} <= set(levels)


@pytest.mark.parametrize("text", [clean(text) for text in HOSTILE])
def test_literal_text_is_only_text(text: str) -> None:
    counted = types(quotation(text))
    assert set(counted) <= {
        "blockquote_open",
        "blockquote_close",
        "paragraph_open",
        "paragraph_close",
        "inline",
        "text",
        "softbreak",
        "text_special",
    }
    wanted = "".join(text.split())
    assert "".join(token.content for token in tokens(quotation(text)) if token.type == "text").replace(" ", "") == wanted.replace(" ", "")


MARKS = st.text(st.sampled_from("`~<>b/!\\ \n\t-+*#=1.)[]:|&;ax%_"), max_size=60)


@settings(max_examples=400, deadline=None)
@example("a `\n` <b> `")
@example("\\\\`a` <b> `c`")
@example("| a | b |\n|---|---|\n| `a | <b>` |")
@example("- a `\n- <b> `")
@example("\\`<b>`")
@example("- ```\n~~~~\n<b>")
@example("<https://x`> <b> `")
@example("``a` <b> ``` `")
@example(" ```\n```\n<b>")
@example("~~~~\n~~~\n<b>\n")
@example("[a]: b '\n# c\n'")
@given(MARKS)
def test_no_users_markdown_breaks_out(text: str) -> None:
    text = clean(text)
    item = "- **note**\n\n" + "".join(f"  {line}\n" if line else "\n" for line in contained(text).split("\n")) + "\n  after\n\n- **next**\n"
    counted = types(item)
    assert not counted["html_block"] + counted["html_inline"]
    assert not counted["heading_open"]
    top = [(token.type, token.level) for token in READER.parse(item) if token.level <= 1 and token.type != "inline"]
    assert top == [
        ("bullet_list_open", 0), ("list_item_open", 1), ("list_item_close", 1),
        ("list_item_open", 1), ("list_item_close", 1), ("bullet_list_close", 0),
    ]  # fmt: skip
    paragraphs = [(token.level, token.content) for token in READER.parse(item) if token.type == "inline"]
    assert (3, "after") in paragraphs


@settings(max_examples=400, deadline=None)
@given(MARKS)
def test_no_plain_text_is_markup(text: str) -> None:
    assert set(types(quotation(clean(text)))) <= {
        "blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline", "text", "softbreak", "text_special",
    }  # fmt: skip


@pytest.mark.parametrize(
    "markdown",
    [
        "plain *words* and `code <b>` and [a link](https://x.org)",
        "```python\nx = '<b>'  # comment\n# no heading\n```",
        "- a\n- b\n\n1. c\n\n> quoted",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "~~~Python\nx = 1\n~~~\n\nfine! [a link](https://x.org), `![code](x)`",
        "$O(n^2)$ is < n, <https://x.org>, #todo, ~~gone~~",
    ],
)
def test_harmless_markdown_stays_as_it_is(markdown: str) -> None:
    assert contained(markdown) == markdown


@pytest.mark.parametrize(
    ("markdown", "kept"),
    [
        ("# Title", "\\# Title"),
        ("a\n---", "a\n\\---"),
        ("```\nopen", "```\nopen\n```"),
        ("a <b>", "a &lt;b>"),
        ("a\\<b>", "a\\&lt;b>"),
        ("%%x%%", "%\\%x%\\%"),
        ("[a]: https://x.org", "\\[a]: https://x.org"),
        ("- ```\n  x", "~~~markdown\n- ```\n  x\n~~~"),
        ("```dataviewjs\ndv.view('x')\n```", "```text\ndv.view('x')\n```"),
        ("~~~python {cmd=true}\nx\n~~~", "~~~text\nx\n~~~"),
        ("a ![pixel](https://x.org/p.png)", "a &#33;[pixel](https://x.org/p.png)"),
        ("![[Another note]]", "&#33;[[Another note]]"),
        ("`$= dv.io.load('x')` and `b`", "&#96;$= dv.io.load('x')&#96; and &#96;b&#96;"),
        ("`\n=this.file.path`", "&#96;\n=this.file.path&#96;"),
        ("<% tp.system.clipboard() %>", "&lt;% tp.system.clipboard() %>"),
    ],
)
def test_what_would_break_out_is_made_text(markdown: str, kept: str) -> None:
    assert contained(markdown) == kept


@pytest.mark.parametrize(
    ("tag", "seen"),
    [
        ("evaluation", "#evaluation"),
        ("a/b-c", "#a/b-c"),
        ("2024", "2024"),
        ("日本", "#日本"),
        ("two words", "two words"),
        ("_x_", r"\_x\_"),
    ],
)
def test_tags_are_obsidians_where_they_can_be(tag: str, seen: str) -> None:
    assert shown_tag(tag) == seen


@pytest.fixture(scope="module")
def archive() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(written("markdown-zip", hostile())))


def test_the_zip_is_whole_and_has_a_file_a_paper(archive) -> None:
    assert archive.testzip() is None
    assert len(archive.namelist()) == len(HOSTILE)
    assert archive.infolist()[0].date_time == (2026, 11, 23, 8, 15, 30)  # a zip counts in twos


def test_file_names_are_good_on_every_system(archive) -> None:
    names = archive.namelist()
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert not re.search(r'[\\/:*?"<>|#^\[\]\x00-\x1f\x7f\u202e]', name)
        assert not re.match(r"(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)", name, re.IGNORECASE)
        assert len(name.encode()) <= 255
        assert name == name.strip(" ")
        assert not name.startswith(".")
        assert name.endswith(").md")


def test_a_paper_keeps_its_file_name() -> None:
    paper = record(1, "arxiv:1706.03762", "Attention Is All You Need")[1]
    assert file_name(paper) == "Attention Is All You Need (arxiv-1706.03762).md"
    assert file_name(paper | {"title": "NUL. On nothing"}) == "_NUL. On nothing (arxiv-1706.03762).md"
    assert file_name(paper | {"title": ""}) == "arxiv 1706.03762 (arxiv-1706.03762).md"
    assert file_name(paper | {"title": "..."}) == "(arxiv-1706.03762).md"


@pytest.mark.parametrize("index", range(len(HOSTILE)))
def test_properties_are_read_back_as_they_were_given(archive, index: int) -> None:
    whole = archive.read(archive.namelist()[index]).decode()
    paper = hostile()[4 * index][1]
    post = frontmatter.loads(whole)
    assert post.metadata == yaml.safe_load(whole.removeprefix("---\n").partition("\n---\n")[0])
    expected = {
        "title": papers.heading(paper),
        "aliases": [papers.heading(paper)],
        "authors": papers.authors(paper),
        "arxiv": f"2301.{index + 1:04d}0",
        "doi": f"10.48550/arXiv.2301.{index + 1:04d}0",
        "url": "https://arxiv.org/abs/2301.10140?a=%28b%29&c=%7Bd%7D",
        "published": "2023-01-24",
        "organization": one_line(paper["organization"]),
        "postil": paper["key"],
        "exported": ABOUT["exported"],
    }
    tags = post.metadata.pop("tags")
    assert post.metadata == {name: value for name, value in expected.items() if value}
    assert {"plain", "two-words-comma"} <= set(tags)
    assert all(re.fullmatch(r"[\w/-]+", tag) and not tag.isdigit() for tag in tags)
    assert own_items(post.content) == 4
    assert types(post.content)["heading_open"] == 1


def test_block_ids_are_the_notes_own(archive) -> None:
    whole = archive.read(archive.namelist()[0]).decode()
    assert re.findall(r" \^([0-9a-f-]{36})$", whole, re.MULTILINE) == [f"00000000-0000-0000-0000-{n:012d}" for n in range(1, 5)]


def test_a_reply_alone_says_what_it_answers() -> None:
    whole = written("markdown", [record(2, "arxiv:2301.00001", note="alone", answers=1)]).decode()
    assert "in reply to [another note](https://notes.example.org/api/annotations/00000000-0000-0000-0000-000000000001)" in whole
    assert literal(one_line("a_b")) == r"a\_b"
