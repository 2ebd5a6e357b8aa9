"""A paper as a card shows it: where it leads, who wrote it, how much of its abstract stands there at first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from postil.web.language import listed, ngettext, number

#: Characters that six lines hold on a phone, and in the full measure.
PHONE_FOLD, FOLD = 220, 400
AUTHORS = 4  # shown in a listing; the paper's own page names all


class Card:
    """What the templates ask of a paper."""

    def __init__(self, paper: Mapping[str, Any]) -> None:
        self.key: str = paper["key"]
        self.title: str = paper["title"]
        self.abstract: str = paper["abstract"]
        self.authors: list[str] = paper["authors"] or []
        self.organization: str | None = paper["organization"]
        self.published: str | None = paper["published"]
        self.listing: Mapping[str, Any] | None = paper["listing"]
        self.count: int = paper["count"]
        self.url = _web_address(paper["url"])

    @property
    def first_authors(self) -> str:
        """`Ada, Ben, Cem, Dee and 12 more`: never "and 1 more", which takes the room of a name."""
        shown = self.authors if len(self.authors) <= AUTHORS + 1 else self.authors[:AUTHORS]
        more = len(self.authors) - len(shown)
        names = listed(shown)
        return (
            ngettext("%(names)s and %(count)s more", "%(names)s and %(count)s more", more) % {"names": names, "count": number(more)}
            if more
            else names
        )

    @property
    def fold(self) -> str:
        """`none`; `phone`, where only a narrow page needs it; or `always`. Where notes are, nothing may hide a mark."""
        length = 0 if self.count else len(self.abstract)
        return "none" if length <= PHONE_FOLD else "phone" if length <= FOLD else "always"

    @property
    def links(self) -> list[tuple[str, str]]:
        """(name, address) of the paper's pages elsewhere. What Hugging Face listed by its arXiv id has a page there."""
        found = [(_site(self.url), self.url)] if self.url else []
        scheme, _, value = self.key.partition(":")
        if scheme == "arxiv" and "/" not in value and self.listing:
            found.append(("Hugging Face", f"https://huggingface.co/papers/{value}"))
        return found


def _web_address(url: str | None) -> str | None:
    """A URL came from a file or a page: only http(s) becomes a link, or a `javascript:` would."""
    return url if url and urlsplit(url).scheme in ("http", "https") else None


def _site(url: str) -> str:
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return {"arxiv.org": "arXiv", "huggingface.co": "Hugging Face", "doi.org": "DOI"}.get(host, host)
