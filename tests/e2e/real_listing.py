"""The text of a real search page, which lies beside the checkout and is no part of it: read where it lies, never copied."""

from __future__ import annotations

from pathlib import Path

from .pages import Paper

PATH = Path(__file__).parents[3] / "shared" / "data" / "listing.txt"
#: Every abstract of the page is longer than this, every other paragraph shorter.
SHORTEST_ABSTRACT = 600


def read() -> list[Paper]:
    """Its papers under invented ids: the text tells none."""
    paragraphs = [part for part in PATH.read_text(encoding="utf-8").split("\n\n") if part.strip()]
    places = [i for i, part in enumerate(paragraphs) if len(part) > SHORTEST_ABSTRACT]
    return [_paper(number, paragraphs, i) for number, i in enumerate(places)]


def _paper(number: int, paragraphs: list[str], i: int) -> Paper:
    after = paragraphs[i + 1] if i + 1 < len(paragraphs) else ""
    footer = tuple(line.strip() for line in after.splitlines()) if "·" in after else ()
    return Paper(f"{2401 + number % 12}.{90000 + number}", _line(paragraphs[i - 1]), _line(paragraphs[i]), footer)


def _line(text: str) -> str:
    return " ".join(text.split())
