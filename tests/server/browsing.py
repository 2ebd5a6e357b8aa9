"""A browser at the server's own pages: it carries cookies on, says where its requests come from, and reads what a page shows."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse
from world import ORIGIN, World

from postil.db import database
from postil.services import papers, tokens

#: What a browser says of the three ways in which a request can come about (Fetch Metadata).
OWN = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
TYPED = {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
FOREIGN = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document", "Origin": "https://evil.example"}


class Browser:
    def __init__(self, app: Flask) -> None:
        self._client = app.test_client()

    def get(self, path: str, headers: dict[str, str] | None = None) -> TestResponse:
        response: TestResponse = self._client.get(path, base_url=ORIGIN, headers=TYPED if headers is None else headers)
        return response

    def post(self, path: str, headers: dict[str, str] | None = None, **form: str) -> TestResponse:
        sent = OWN | {"Origin": ORIGIN} if headers is None else headers
        response: TestResponse = self._client.post(path, base_url=ORIGIN, headers=sent, data=form)
        return response


def link_for(world: World, name: str) -> str:
    """The path of a sign-in link, as the command line prints it."""
    user_id = world.user_id(name)
    with database.connection_context():
        return f"/sign-in/{tokens.sign_in_link(user_id)}"


def browser_of(world: World, name: str) -> Browser:
    """A browser in which a user is signed in."""
    browser = Browser(world.app)
    assert browser.post(link_for(world, name)).status_code == 303
    return browser


def entry(number: int, day: str | None = "2026-11-20", **told: Any) -> dict[str, Any]:
    """A paper as a listing source tells it."""
    return {
        "key": f"arxiv:2504.{number:05d}", "title": f"Paper {number}", "abstract": f"What paper {number} found.", "authors": ["Ada Author"],
        "organization": None, "published": "2026-11-18", "url": "https://huggingface.co/papers/x", "upvotes": 0, "comments": 0,
        "submitted_by": None, "day": day,
    } | told  # fmt: skip


def take_in(*entries: dict[str, Any]) -> None:
    with database.connection_context():
        papers.take_in(entries, "huggingface", papers.SOURCE)


class Element:
    def __init__(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.pieces: list[str] = []

    @property
    def text(self) -> str:
        """What is in it, as it stands there."""
        return "".join(self.pieces)

    @property
    def words(self) -> str:
        """The same as one reads it: each piece of text a word at least."""
        return " ".join(" ".join(self.pieces).split())

    def __getitem__(self, name: str) -> str | None:
        return self.attributes.get(name)


class _Reader(HTMLParser):
    VOID = ("meta", "link", "input", "img", "br")

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.elements.append(element)
        if tag not in self.VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag, f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.pieces.append(data)


def elements(response: TestResponse, tag: str | None = None, **attributes: str) -> list[Element]:
    """The elements of a page with this tag and these attributes (`data_postil_field="title"`), in its order."""
    reader = _Reader()
    reader.feed(response.text)
    assert not reader._open, f"<{reader._open[-1].tag}> is left open"
    wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
    return [
        element
        for element in reader.elements
        if (tag is None or element.tag == tag) and all(element.attributes.get(name, "") == value for name, value in wanted.items())
    ]


def fields(response: TestResponse, name: str) -> list[str]:
    """The texts that marks anchor in."""
    return [element.text for element in elements(response, data_postil_field=name)]
