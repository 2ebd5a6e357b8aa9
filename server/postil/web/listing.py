"""The papers of a day, a search in all of them, and one paper."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, Response, request
from marshmallow import ValidationError

from postil import auth, formats
from postil.errors import Invalid, NotFound
from postil.schemas.base import INT64, bad_text
from postil.schemas.days import is_day
from postil.services import papers
from postil.web.cards import Card
from postil.web.frame import page, sent_to
from postil.web.language import gettext, number
from postil.web.wording import Told

RESULTS = 20  # on a page of search results
WORDS = 500  # characters of a search

blueprint = Blueprint("listing", __name__)


@blueprint.get("/")
def show() -> Response:
    """`?q=` searches; otherwise a day's papers, `?day=` or the latest. An empty field of a form counts as absent."""
    caller = auth.signed_in()
    asked = _words(request.args.get("q", ""))
    if asked:
        found = papers.search(caller, asked, RESULTS, _before(request.args.get("before", "")))
        return page("search.html", q=asked, cards=[Card(p) for p in found["papers"]], next=found["next"], further="before" in request.args)
    day = _day(request.args.get("day", ""))
    listed = papers.of_day(caller, day)
    return page(
        "listing.html", q="", listed=listed, latest=day is None, cards=[Card(p) for p in listed["papers"]], formats=formats.menu(),
        today=datetime.now(UTC).date().isoformat(),
    )  # fmt: skip


@blueprint.get("/papers/<path:key>")
def paper(key: str) -> Response:
    caller = auth.signed_in()
    try:
        found = papers.get(caller, key)
    except (Invalid, NotFound):
        raise Told(gettext("There is no such paper, or you cannot see it."), 404) from None
    if found["key"] != key:
        return sent_to("web.listing.paper", 302, key=found["key"])
    return page("paper.html", q="", card=Card(found), formats=formats.menu(), export_paper=found["key"])


def _words(text: str) -> str:
    if bad_text(text) or len(text) > WORDS:
        raise Told(gettext("A search takes up to %(most)s characters of text.") % {"most": number(WORDS)})
    return text.strip()


def _day(text: str) -> str | None:
    try:
        if text:
            is_day(text)
    except ValidationError:
        raise Told(gettext("A day is written like 2026-11-23.")) from None
    return text or None


def _before(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 20 and 0 < int(text) < INT64):
        raise Told(gettext("This link to older results is not one that the server made."))
    return int(text)
