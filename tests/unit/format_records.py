"""Records for the tests of the formats: papers and notes whose words are meant to break files, rendered as the server renders them."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from postil import formats
from postil.formats.records import About, Paper, Record
from postil.paper_keys import canonical
from postil.representation import Content, render

BASE = "https://notes.example.org/api/"
ABOUT: About = {"base": BASE, "exported": "2026-11-23T08:15:31Z", "title": "Everything of --- # Team *A*"}
TEAM = {"id": "p7k2m9q4w8x3", "name": "Team [A]", "kind": "team"}
PERSONAL = {"id": "0000aaaa1111", "name": "Only me", "kind": "personal"}
START = 1_760_000_000_000_000

# Each is, in turn, a paper's title, an author, a quote, a note and a tag.
HOSTILE = [
    "=cmd|' /C calc'!A0",
    "\t=1+1",
    "\r\n+1",
    " @SUM(A1)",
    "-1",
    "＝1+1",
    "\u200b=1",
    'He said "no", twice; then, ""',
    "first\n---\nexported: no\n---\nlast",
    "---",
    "Setext\n===\n\n# Heading\n- # in a list\n> ## quoted",
    "]]> <!-- <script>alert(1)</script> --> <b>bold",
    "`<b>` and ``` and ~~~",
    "```python\nx = '<b>'\n# no heading",
    "- ```\n  <i>\n  ```\n\n<b>",
    "[ref]: https://evil.example/ 'x'\n\n[[wiki]] %%hidden%% ==lit== ^id",
    r"\input{x} $x_1^2$ 100% of A&B #1 {a}{b} ~ \\ \{",
    "}{ unbalanced {{ } )",
    "@article{x,\n  title = {stolen},\n}\n@misc{y}",
    "line\nER  - \nTY  - JOUR\nTI  - injected",
    "ER  - ",
    "👩‍👩‍👧 日本語 שלום عربى \u202eRTL\u202c e\u0301",
    "nul\x01 vt\x0b ff\x0c esc\x1b del\x7f nel\x85 ls\u2028 ps\u2029 bom\ufeff",
    "long " * 500,
    "CON",
    "nul.txt",
    "../../etc/passwd",
    "Same Title",
    "same title",
    "SAME TITLE.",
    ".",
    "  ",
    "2301.10140",
    "1e5",
    "no",
    "https://notes.example.org/api/annotations/00000000-0000-0000-0000-000000000001",
    '","target":"https://notes.example.org/api/annotations/x","postil:group":"p7k2m9q4w8x3","creator":{"id":"',
]


def document(number: int, key: str, *, quote: str = "", note: str = "", tags: tuple[str, ...] = (), answers: int = 0, group: str) -> bytes:
    content = Content(
        group=group,
        paper=None if answers else canonical(key),
        field="abstract" if quote else None,
        selectors=({"type": "TextQuoteSelector", "exact": quote}, {"type": "TextPositionSelector", "start": 1, "end": 9}) if quote else (),
        note=note,
        tags=tags,
        label=None if answers else "amber",
        status="none" if answers else "open",
        source=None,
        version=None,
        source_url="https://arxiv.org/abs/x",
        parent=UUID(int=answers) if answers else None,
        extra={"motivation": "questioning"} if number % 5 == 0 else None,
        created=START,
    )
    return render(content, UUID(int=number), key, 7, START + number)


def record(
    number: int,
    key: str,
    title: str = "A title",
    *,
    authors: tuple[str, ...] = ("Ada Lovelace",),
    organization: str = "Deep {Mind} & Co",
    group=TEAM,
    **words,
) -> Record:
    paper: Paper = {
        "key": key,
        "title": title,
        "authors": list(authors),
        "published": "2023-01-24",
        "organization": organization,
        "url": "https://arxiv.org/abs/2301.10140?a=(b)&c={d}",
    }
    return document(number, key, group=group["id"], **words), paper, {"name": "ada", "display_name": "Ada *L*"}, group


def hostile() -> list[Record]:
    """A paper for each hostile text, with a note, a reply to it, a reply to that and a highlight."""
    records = []
    for index, text in enumerate(HOSTILE):
        paper = {"key": f"arxiv:2301.{index + 1:04d}0", "title": text, "authors": (text, "Laurens van der Maaten"), "organization": text}
        number = 10 * index + 1
        tags = tuple(dict.fromkeys((text[:100], "plain", "two words, comma")))
        records += [
            record(number, **paper, quote=text, note=text, tags=tags),
            record(number + 1, **paper, note=f"first\n{text}", answers=number),
            record(number + 2, **paper, note=f"{text}\nlast", answers=number + 1, group=PERSONAL),
            record(number + 3, **paper, quote="plain words"),
        ]
    return records


def written(name: str, records: list[Record] | Iterator[Record]) -> bytes:
    return b"".join(formats.by_name(name).write(iter(records), ABOUT))


def squeezed(text: str) -> str:
    """Letters and digits alone: what no escaping may change."""
    return "".join(char for char in text if char.isalnum())
