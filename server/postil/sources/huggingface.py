"""Hugging Face Daily Papers: `/api/daily_papers`, `/api/papers/search`, and the `data-props` of its listing pages.

All three hold the same Entry. Its `paper` object is believed before the fields beside it, and the outer `publishedAt`
not at all: it is the paper's date some hours off, often on the day before.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlencode

from postil.paper_keys import BadPaperKey, canonical
from postil.sources import NotAListing, Parsed, decoded

NAME, TITLE = "huggingface", "Hugging Face"
ADDRESS = "https://huggingface.co"
PACE = 0.0
WAYS = ("day", "week", "month", "query", "file")

MAX_TITLE, MAX_ABSTRACT, MAX_NAME = 1_000, 20_000, 300
MAX_COUNT = 2**31 - 1
MAX_QUERY = 250


def urls(base: str, **wanted: str) -> list[str]:
    """The request for one day (`2026-11-23`), week (`2026-W47`), month (`2026-11`), or query."""
    ((way, value),) = wanted.items()
    if way == "query":
        return [f"{base}/api/papers/search?{urlencode({'q': value[:MAX_QUERY], 'limit': 120})}"]
    return [f"{base}/api/daily_papers?{urlencode({'date' if way == 'day' else way: value, 'limit': 100})}"]


def read(answer: bytes) -> Parsed:
    """Read an answer of the API, or the props of a page. Raises NotAListing."""
    return parse_listing(decoded(answer))


def parse_listing(document: object) -> Parsed:
    """Read decoded JSON: an array of entries, or the props of a page with `dailyPapers` and `searchResults`.

    Id, title and abstract are what notes stand on: an entry where one of them is malformed is skipped, and a problem
    says so. The rest is decoration: a malformed field counts as absent. Withdrawn papers are kept. Raises `NotAListing`.
    """
    parsed = Parsed([], [])
    seen: set[str] = set()
    for place, item, day in _items(document):
        try:
            entry = _entry(item, day)
        except _Malformed as trouble:
            parsed.problems.append(f"{place}: {trouble}")
            continue
        if entry["key"] not in seen:  # a search result may be on the day's list too
            seen.add(entry["key"])
            parsed.entries.append(entry)
    return parsed


# The shapes of a document


def _items(document: object) -> Iterator[tuple[str, object, str | None]]:
    """The place of each entry in words, the entry, and the day if the document as a whole tells it."""
    for name, items, day in _arrays(document):
        if items and not any(isinstance(item, dict) and "paper" in item for item in items):
            raise NotAListing(f"none of its {len(items)} elements has a paper: this is no Hugging Face listing")
        for number, item in enumerate(items, 1):
            yield f"{name} {number}", item, day


def _arrays(document: object) -> list[tuple[str, list[object], str | None]]:
    if isinstance(document, list):
        return [("entry", document, None)]
    if not isinstance(document, dict):
        raise NotAListing("a Hugging Face listing is a JSON array or object")
    daily, found = document.get("dailyPapers"), document.get("searchResults")
    arrays: list[tuple[str, list[object], str | None]] = []
    if isinstance(daily, list):
        arrays.append(("entry", daily, _day_of_page(document)))
    if isinstance(found, list):
        arrays.append(("search result", found, None))
    if not arrays:
        raise NotAListing("this JSON object has no dailyPapers and no searchResults")
    return arrays


def _day_of_page(props: dict[Any, Any]) -> str | None:
    """`dateString`, if the page is the list of one day."""
    if props.get("isTrending") is True or props.get("periodType") not in ("day", "daily", None):
        return None
    return _day(props.get("dateString"))


# One entry


class _Malformed(Exception):
    """The entry cannot be used; the message names the field and what is wrong with it."""


def _entry(item: object, day: str | None) -> dict[str, Any]:
    outer = _members(item)
    paper = outer.get("paper")
    if not isinstance(paper, dict):
        raise _Malformed("paper: is missing" if paper is None else "paper: is not an object")
    ident = _arxiv_id(paper.get("id"))
    title = _own_or_outer("title", paper, outer, MAX_TITLE)
    if not title:
        raise _Malformed("paper.title: is missing")
    return {
        "key": f"arxiv:{ident}",
        "title": title,
        "abstract": _own_or_outer("summary", paper, outer, MAX_ABSTRACT),
        "authors": _authors(paper.get("authors")),
        "organization": _organization(outer.get("organization")) or _organization(paper.get("organization")),
        "published": _day(paper.get("publishedAt")),
        "url": f"https://huggingface.co/papers/{ident}",
        "upvotes": _count(paper.get("upvotes")),
        "comments": _count(outer.get("numComments")),
        "submitted_by": _name(_members(outer.get("submittedBy")).get("name"))
        or _name(_members(paper.get("submittedOnDailyBy")).get("user")),
        "day": day or _day(paper.get("submittedOnDailyAt")),
    }


def _arxiv_id(value: object) -> str:
    """Hugging Face knows papers by their arXiv id of the new kind, without a version."""
    if not isinstance(value, str):
        raise _Malformed("paper.id: is missing" if value is None else "paper.id: is not a string")
    try:
        key = canonical(value)
    except BadPaperKey as trouble:
        raise _Malformed(f"paper.id: {trouble}") from None
    if key.scheme != "arxiv" or "/" in key.value:
        raise _Malformed(f"paper.id: {key} is no arXiv id of the kind that Hugging Face has")
    return key.value


def _own_or_outer(name: str, paper: dict[Any, Any], outer: dict[Any, Any], limit: int) -> str:
    """The paper's own text, or where it has none the one beside it; empty if both are absent."""
    for path, value in ((f"paper.{name}", paper.get(name)), (name, outer.get(name))):
        if value is not None and not isinstance(value, str):
            raise _Malformed(f"{path}: is not a string")
        text = _line(value or "")
        if len(text) > limit:
            raise _Malformed(f"{path}: is longer than {limit} characters")
        if text:
            return text
    return ""


# Decoration: whatever is unfit is absent

_UNWANTED = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def _line(text: str) -> str:
    """Blanks and line ends collapsed; control characters and lone surrogates, which no database takes, left out."""
    return " ".join(_UNWANTED.sub("", " ".join(text.split())).split())


def _members(value: object) -> dict[Any, Any]:
    return value if isinstance(value, dict) else {}


def _name(value: object) -> str | None:
    name = _line(value) if isinstance(value, str) else ""
    return name if 0 < len(name) <= MAX_NAME else None


def _authors(value: object) -> list[str]:
    people = [_members(person) for person in value] if isinstance(value, list) else []
    names = [_name(person.get("name")) for person in people if person.get("hidden") is not True]
    return [name for name in names if name]


def _organization(value: object) -> str | None:
    """The full name of an organisation, else its short one."""
    return _name(_members(value).get("fullname")) or _name(_members(value).get("name"))


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        return 0
    return value if 0 <= value <= MAX_COUNT else 0


def _day(value: object) -> str | None:
    """The day, in UTC, of an ISO 8601 date or time."""
    if not isinstance(value, str):
        return None
    try:
        if len(value) == len("2026-11-20"):
            return date.fromisoformat(value).isoformat()
        moment = datetime.fromisoformat(value)
        return (moment.astimezone(UTC) if moment.tzinfo else moment).date().isoformat()
    except (ValueError, OverflowError):
        return None
