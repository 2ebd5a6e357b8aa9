"""arXiv's Atom API (`/api/query?id_list=…`): title, abstract by version, authors, dates.

At most one request in three seconds, as arXiv asks.

The order of the answer is not the order of the ids, and an unknown id is simply absent.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

from postil.paper_keys import BadPaperKey, PaperKey, canonical
from postil.sources import CannotAsk, NotAListing, Parsed

NAME, TITLE = "arxiv", "arXiv"
ADDRESS = "https://export.arxiv.org"
PACE = 3.0
WAYS = ("ids",)

IDS = 100  # in one request

_ATOM = "{http://www.w3.org/2005/Atom}"
_CONTROL = re.compile(r"[\x00-\x1f\x7f\s]+")


def urls(base: str, *, ids: Sequence[PaperKey]) -> list[str]:
    """Papers by key, of the version that a key names or else the latest."""
    for key in ids:
        if key.scheme != "arxiv":
            raise CannotAsk(f"{key} is no arXiv id")
    return [_url(base, ids[start : start + IDS]) for start in range(0, len(ids), IDS)]


def _url(base: str, keys: Sequence[PaperKey]) -> str:
    spelled = [f"{key.value}v{key.version}" if key.version else key.value for key in keys]
    return f"{base}/api/query?{urlencode({'id_list': ','.join(spelled), 'max_results': len(keys)}, safe=',/')}"


def read(answer: bytes) -> Parsed:
    """Read an Atom feed. An entry without id, title or abstract is skipped and named. Raises NotAListing."""
    try:
        text = answer.decode("utf-8-sig")  # in another encoding a DOCTYPE would look otherwise
        if "<!DOCTYPE" in text:
            raise NotAListing("a feed with a DOCTYPE, and so with entities of its own, is refused")
        feed = ElementTree.fromstring(text)  # noqa: S314  (no DOCTYPE, no entities; expat bounds the rest)
    except (ElementTree.ParseError, UnicodeDecodeError) as error:
        raise NotAListing(f"this is no Atom feed ({error})") from None
    if feed.tag != f"{_ATOM}feed":
        raise NotAListing("this is XML, but no Atom feed")
    parsed = Parsed([], [])
    for number, entry in enumerate(feed.iter(f"{_ATOM}entry"), 1):
        try:
            parsed.entries.append(_entry(entry))
        except ValueError as trouble:
            parsed.problems.append(f"entry {number}: {trouble}")
    return parsed


def _entry(entry: ElementTree.Element) -> dict[str, Any]:
    url = _text(entry, "id")
    try:
        key = canonical(url)
    except BadPaperKey as error:
        raise ValueError(f"id: {error}") from None
    title, abstract = _text(entry, "title"), _text(entry, "summary")
    if not title or not abstract:
        raise ValueError("it has no title or no abstract")
    authors = [_text(author, "name") for author in entry.iter(f"{_ATOM}author")]
    return {
        "key": str(key), "version": key.version, "title": title[:1000], "abstract": abstract[:20_000],
        "authors": [name[:300] for name in authors if name], "organization": None, "published": _day(_text(entry, "published")),
        "url": url.replace("http://", "https://", 1), "upvotes": 0, "comments": 0, "submitted_by": None, "day": None,
    }  # fmt: skip


def _text(entry: ElementTree.Element, name: str) -> str:
    return _CONTROL.sub(" ", entry.findtext(f"{_ATOM}{name}") or "").strip()


def _day(text: str) -> str | None:
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return None
