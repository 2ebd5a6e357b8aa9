"""arXiv's Atom feeds, well-formed and hostile."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from supplier import atom, atom_entry

from postil.paper_keys import canonical
from postil.sources import CannotAsk, NotAListing, arxiv
from postil.sources.arxiv import read


def parsed(*entries: str) -> list[dict[str, Any]]:
    found = read(atom(*entries)[2])
    assert found.problems == []
    return found.entries


def test_an_entry() -> None:
    title, summary = "\n  Sleep-time\n   Compute:\tBeyond &lt;Inference&gt;  ", "  Scaling test-time\ncompute by $6\\times$.\n "
    assert parsed(atom_entry("2504.13171v1", title, summary)) == [
        {
            "key": "arxiv:2504.13171",
            "version": 1,
            "title": "Sleep-time Compute: Beyond <Inference>",
            "abstract": "Scaling test-time compute by $6\\times$.",
            "authors": ["Ada Author", "Zoë Ørsted"],
            "organization": None,
            "published": "2025-04-17",
            "url": "https://arxiv.org/abs/2504.13171v1",
            "upvotes": 0,
            "comments": 0,
            "submitted_by": None,
            "day": None,
        }
    ]


def test_versions_and_old_ids() -> None:
    found = parsed(atom_entry("hep-th/9901001v3"), atom_entry("2504.13171v2"), atom_entry("2504.13171v1"))
    assert [(entry["key"], entry["version"]) for entry in found] == [
        ("arxiv:hep-th/9901001", 3),
        ("arxiv:2504.13171", 2),
        ("arxiv:2504.13171", 1),
    ]


def test_no_entries() -> None:
    assert parsed() == []


def test_a_malformed_entry_is_named_and_skipped() -> None:
    entries = [
        atom_entry("2504.00001"), atom_entry("2504.00002", title=" "), atom_entry("2504.00003", summary=""), "<entry/>",
        "<entry><id>http://arxiv.org/api/errors#incorrect_id_format</id><title>Error</title><summary>incorrect id</summary></entry>",
        atom_entry("2504.00006", published="soon"),
    ]  # fmt: skip
    found = read(atom(*entries)[2])
    assert [entry["key"] for entry in found.entries] == ["arxiv:2504.00001", "arxiv:2504.00006"]
    assert [problem.partition(":")[0] for problem in found.problems] == [f"entry {n}" for n in (2, 3, 4, 5)]
    assert found.entries[1]["published"] is None


BOMB = '<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY a "{}"><!ENTITY b "&a;&a;">]><feed xmlns="http://www.w3.org/2005/Atom">&b;</feed>'


@pytest.mark.parametrize(
    "document",
    [
        b"", b"<", b"<html/>", b"<feed/>", b"\xff\xfe", b"{}", b"\0",
        BOMB.encode(), ("<!--" + "x" * 5000 + "-->" + BOMB.partition("?>")[2]).encode(),
        BOMB.encode("utf-16"), BOMB.encode("utf-32"),
        b'<!DOCTYPE feed SYSTEM "file:///etc/passwd"><feed xmlns="http://www.w3.org/2005/Atom"/>',
    ],
)  # fmt: skip
def test_what_is_no_feed_is_refused(document: bytes) -> None:
    with pytest.raises(NotAListing):
        read(document)


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: atom(text)[2]))
def test_nothing_else_is_raised(document: bytes) -> None:
    with contextlib.suppress(NotAListing):
        read(document)


def test_the_request() -> None:
    keys = [canonical(text) for text in ("2504.13171", "arXiv:2504.13171v2", "https://arxiv.org/abs/hep-th/9901001")]
    (url,) = arxiv.urls("https://export.arxiv.org", ids=keys)
    assert url == "https://export.arxiv.org/api/query?id_list=2504.13171,2504.13171v2,hep-th/9901001&max_results=3"


def test_what_is_no_arxiv_id_is_not_asked_for() -> None:
    with pytest.raises(CannotAsk, match="doi:10"):
        arxiv.urls("https://export.arxiv.org", ids=[canonical("10.1000/x")])
