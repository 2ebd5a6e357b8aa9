"""One sentence in each of the 61 abstracts of a real listing, marked by hand and found again on exactly the same characters."""

from __future__ import annotations

import random
import re

import pytest
from playwright.sync_api import Page, expect

from . import real_listing
from .own_pages import sign_in
from .pages import Paper, search_page
from .reading import Mark, abstract, expect_painted, open_page, select, settled, toolbar
from .server import Server, User
from .site import Site
from .waiting import until_equal

pytestmark = [
    pytest.mark.xdist_group("e2e-server"),
    pytest.mark.real_input,
    pytest.mark.skipif(not real_listing.PATH.exists(), reason=f"the real listing is not at {real_listing.PATH}"),
]

QUERY = "model compute training"
DAY = "2025-01-07"


def test_a_sentence_in_each_of_the_61_abstracts_is_found_again_here_and_on_the_server(
    page: Page, site: Site, server: Server, user: User
) -> None:
    papers = real_listing.read()
    assert (len(papers), sum(not paper.footer for paper in papers)) == (61, 2)
    site.pages["/papers"] = search_page(papers, QUERY)
    address = f"https://huggingface.co/papers?q={QUERY.replace(' ', '+')}"
    chosen = _choose(papers, random.Random(61))

    open_page(page, address)
    page.wait_for_function("() => document.documentElement.dataset.hydrated === 'true'")
    for mark in chosen:
        select(page, abstract(page, mark.paper), mark.text)
        expect(toolbar(page)).to_be_visible()
        page.keyboard.press("h")
        expect(toolbar(page)).to_be_hidden()
    expect_painted(page, sorted(chosen))
    until_equal(lambda: _on_server(user, papers), sorted((mark.paper, mark.text) for mark in chosen))

    page.reload()
    settled(page)
    expect_painted(page, sorted(chosen))

    server.import_papers([paper.entry for paper in papers], DAY)
    sign_in(page, server, user)
    page.goto(f"{server.url}/?day={DAY}")
    expect(page.locator("[data-postil-paper]")).to_have_count(61)
    expect_painted(page, sorted(chosen))


def _choose(papers: list[Paper], dice: random.Random) -> list[Mark]:
    """A sentence of each abstract, and where it stands."""
    marks = []
    for paper in papers:
        sentences = [one for one in re.split(r"(?<=[.!?]) ", paper.abstract) if len(one) > 20]
        text = dice.choice(sentences)
        start = paper.abstract.index(text)
        marks.append(Mark(paper.key, "abstract", start, start + len(text), text))
    return marks


def _on_server(user: User, papers: list[Paper]) -> list[tuple[str, str]]:
    """Paper and quote of every note; a look-up takes 60 papers at most."""
    keys = [paper.key for paper in papers]
    notes = user.notes(*keys[:60]) + user.notes(*keys[60:])
    return sorted((note["target"]["postil:paper"], note["target"]["selector"][0]["exact"]) for note in notes)
