"""Pages made to order, in the shape of the listings that papers are read on."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Paper:
    number: str
    title: str
    abstract: str
    footer: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return f"arxiv:{self.number}"

    @property
    def entry(self) -> dict[str, Any]:
        """As the site's JSON has it: in a listing's props, and in what it gives out for programs."""
        return {
            "paper": {
                "id": self.number,
                "authors": [],
                "publishedAt": "2025-01-01T00:00:00.000Z",
                "title": self.title,
                "summary": self.abstract,
                "upvotes": 0,
            },
            "publishedAt": "2024-12-31T19:00:00.000Z",
            "title": self.title,
            "summary": self.abstract,
            "numComments": 0,
        }


#: As the site does it: each card gives way to an equal one after the load, its text in one node again where it was in one.
_HYDRATION = """
addEventListener("load", () => setTimeout(() => {
  for (const article of document.querySelectorAll('[data-target="DailyPapers"] article')) article.replaceWith(article.cloneNode(true));
  document.documentElement.dataset.hydrated = "true";
}, 100));
"""
_STYLE = "body{font:16px/1.5 sans-serif;margin:0 auto;max-width:60rem}article{border:1px solid #ccc;margin:1rem 0;padding:1rem}"


def search_page(papers: list[Paper], query: str, script: str = _HYDRATION) -> str:
    """A search's listing: props, cards with several links each, the searched words in spans of their own."""
    props = {"dailyPapers": [], "searchResults": [paper.entry for paper in papers], "query": {"q": query}, "periodType": "day"}
    cards = "".join(_card(paper, query) for paper in papers)
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Daily Papers</title><style>{_STYLE}</style></head>
<body>
<div class="SVELTE_HYDRATER contents" data-target="MainHeader" data-props="{{}}"><header><a href="/papers">Daily Papers</a></header></div>
<main><div class="SVELTE_HYDRATER contents" data-target="DailyPapers" data-props="{html.escape(json.dumps(props))}">
<section><h1>Daily Papers</h1><a href="/papers/date/2025-01-06">Previous</a>
<div class="grid">{cards}</div></section></div></main>
<script>{script}</script></body></html>"""


def _card(paper: Paper, query: str) -> str:
    here = f"/papers/{paper.number}"
    footer = "".join(f"<span>{html.escape(line)}</span> " for line in paper.footer)
    return f"""
<article class="relative flex flex-col"><a href="{here}"><img src="data:," alt="" width="80" height="45"></a>
  <div><h3><a href="{here}" class="line-clamp-3">{_marked(paper.title, query)}</a></h3>
    <div><p class="text-gray-600">
      {_marked(paper.abstract, query)}
    </p></div>
    <div class="text-sm">{footer}<a href="{here}#community">comments</a></div></div>
</article>"""


def _marked(text: str, query: str) -> str:
    """Escaped, with the words of a search in spans."""
    parts = re.split(rf"\b({'|'.join(map(re.escape, query.split()))})", text, flags=re.IGNORECASE)
    return "".join(f'<span class="highlight">{html.escape(part)}</span>' if i % 2 else html.escape(part) for i, part in enumerate(parts))


def props_of(page: str) -> Any:
    """The JSON that a listing's page carries."""
    found = re.search(r'data-target="DailyPapers"[^>]*data-props="([^"]*)"', page)
    assert found
    return json.loads(html.unescape(found[1]))
