"""A paper's facts as bibliographic formats want them."""

from __future__ import annotations

import re
from hashlib import sha256

from postil.formats.records import Paper
from postil.formats.text import one_line


def heading(paper: Paper) -> str:
    """The title, or the key of a paper whose title nobody has sent."""
    return one_line(paper["title"]) or paper["key"]


def arxiv_id(paper: Paper) -> str | None:
    scheme, _, value = paper["key"].partition(":")
    return value if scheme == "arxiv" else None


def doi(paper: Paper) -> str | None:
    """Also of every arXiv paper: DataCite registers each under 10.48550."""
    scheme, _, value = paper["key"].partition(":")
    if scheme == "arxiv":
        return f"10.48550/arXiv.{value}"
    return value if scheme == "doi" else None


def day(paper: Paper) -> tuple[str, str, str] | None:
    """Year, month and day of publication."""
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", paper["published"] or "", re.ASCII)
    return (found[1], found[2], found[3]) if found else None


def authors(paper: Paper) -> list[str]:
    return [name for author in paper["authors"] if (name := one_line(author))]


def family_first(name: str) -> str:
    """`Laurens van der Maaten` -> `van der Maaten, Laurens`, as RIS and BibTeX want it. One word, or a comma in it: as it stands.

    Particles are the words in lower case before the last one; nothing else about a name can be told from its spelling.
    """
    words = name.split()
    if len(words) < 2 or "," in name:
        return name
    start = len(words) - 1
    while start > 1 and words[start - 1].islower():
        start -= 1
    return f"{' '.join(words[start:])}, {' '.join(words[:start])}"


def stem(key: str) -> str:
    """A paper's key as a part of a name: letters, digits, `.` and `-`, different for different keys whatever the case.

    It depends on the key alone, so a paper keeps its file name and its citation key from one export to the next.
    """
    if re.fullmatch(r"[a-z0-9]+:[a-z0-9]+(\.[a-z0-9]+)?", key, re.ASCII) and len(key) <= 40:
        return key.replace(":", "-")
    return f"{key.partition(':')[0]}-{sha256(key.encode()).hexdigest()[:16]}"
