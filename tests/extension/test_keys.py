"""The browser side and the server make the same key of an address; where the browser side knows none, it makes none."""

from __future__ import annotations

import csv
import json
import random
import subprocess
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from postil.paper_keys import BadPaperKey, canonical, normalised_url, url_key

HERE = Path(__file__).parent
TABLE = HERE.parent / "unit" / "paper_ids.tsv"
HASH = "204e3073870fae3d05bcbc2f6a8e263d9b72e776"

#: Each is a paper, for both.
KNOWN = [
    "https://arxiv.org/abs/math%2F0309136v1?context=math",
    "https://www.arxiv.org/pdf/2503.90417v2.pdf#page=3",
    "https://export.arxiv.org/abs//HEP-TH//9901001V3/",
    "https://browse.arxiv.org/html/2503.90417v1",
    "https://ar5iv.labs.arxiv.org/html/2503.90417",
    "https://www.alphaxiv.org/overview/2503.90417v7",
    "https://huggingface.co/papers/2503.90417#community",
    "https://openreview.net/forum?noteId=x1&id=Rt3r_417-x",
    "https://openreview.net/pdf?id=Rt3r_417-x",
    "https://aclanthology.org/2024.ACL-long.990v2.pdf",
    "https://www.aclweb.org/anthology/p18-1999",
    "https://www.biorxiv.org/content/10.64898/2025.12.30.1v3.full.pdf+html",
    "https://www.medrxiv.org/content/10.1101/2020.01.30.927871v1",
    f"https://www.semanticscholar.org/paper/Frugal-Routing/{HASH.upper()}/figure/1",
    "https://pubmed.ncbi.nlm.nih.gov/23193287/",
    "https://pmc.ncbi.nlm.nih.gov/articles/PMC3531190/",
    "https://doi.org/10.48550/arXiv.hep-th/9901001v2",
    "https://doi.org/10.18653/v1/P18-1999",
    "doi: 10.1038/Nature14539.",
    "info:doi/10.1038/nature14539",
    "10.1038%252Fnature14539",
    "10.1234/ÄB",
]
#: None of these is one.
REFUSED = [
    "",
    "https://arxiv.org/",
    "https://arxiv.org/list/cs.CL/recent",
    "https://arxiv.org/abs/2503.9041",
    "https://arxiv.org.example.com/abs/2503.90417",
    "https://arxiv.org:8443/abs/2503.90417",
    "https://arxiv.org/abs/%ff",
    "https://huggingface.co/papers/date/2025-01-01",
    "https://openreview.net/forum",
    "https://openreview.net/forum?id=a&id=b",
    "https://openreview.net/group?id=ICLR.cc",
    "https://aclanthology.org/volumes/P18-1/",
    "https://www.semanticscholar.org/author/1",
    "https://pubmed.ncbi.nlm.nih.gov/?term=1",
    "10.1038/",
    "10.48550/arXiv.1501.0001",
]
PAGES = [
    "http://Example.org:80/#top",
    "http://example.org:443/",
    "https://example.org/%7ea?q=%c3%a9&utm_source=x",
    "https://bücher.example/ä b|c^d/`e`?x=[1]&y='2'&&z",
    "https://[::1]:8443/a//b/../c",
    "https://example.org/100%?%zz=%e9%",
    "https://example.org?q",
]
PIECES = [*KNOWN, "https://arxiv.org/abs/", "https://doi.org/", "10.1234/"]
PIECES += ["v2", ".pdf", ".full", "%25", "%2F", "/", "?id=", "&", "#", ":", ".", " ", "é"]
#: What only the server reads.
ELSEWHERE = ("acm.org", "springer", "api.")


def told(texts: list[str]) -> list[dict[str, Any]]:
    ended = subprocess.run(["node", str(HERE / "keys_of.js")], input=json.dumps(texts), capture_output=True, text=True, check=True)
    answers = json.loads(ended.stdout)
    assert len(answers) == len(texts)
    return answers


def server(text: str) -> tuple[str | None, int | None]:
    try:
        key = canonical(text)
    except BadPaperKey:
        return None, None
    return str(key), key.version


def test_what_is_known_is_known_alike() -> None:
    with TABLE.open(encoding="utf-8") as lines:
        table = [row["input"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if row["canonical"]]
    addresses = [text for text in table if text.startswith(("http", "10.", "doi:"))]
    sites = [text for text in addresses if not any(part in text for part in ELSEWHERE)]
    for text, answer in zip([*KNOWN, *sites], told([*KNOWN, *sites]), strict=True):
        assert answer["key"], text
        assert (answer["key"], answer["version"]) == server(text), text


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_paper(text: str) -> None:
    assert server(text) == (None, None)
    assert told([text])[0]["key"] is None


def test_no_text_has_another_key_than_the_server_s() -> None:
    dice = random.Random(417)
    pairs = [one + other for one, other in product(PIECES, repeat=2)]
    texts = dice.sample(pairs, 600) + ["".join(dice.choices(PIECES, k=3)) for _ in range(400)]
    for text, answer in zip(texts, told(texts), strict=True):
        if answer["key"]:
            assert (answer["key"], answer["version"]) == server(answer["href"] or text), text  # a browser tidies an address up


def test_a_page_s_address_has_the_server_s_key() -> None:
    for page, answer in zip(PAGES, told(PAGES), strict=True):
        assert answer["normal"] == normalised_url(answer["href"]), page
        assert answer["url"] == str(url_key(answer["href"])), page
