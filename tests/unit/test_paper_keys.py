"""Every spelling of a paper has one key, and nothing else has one."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.paper_keys import (
    MAX_KEY_BYTES,
    MAX_TEXT,
    SCHEMES,
    BadPaperKey,
    PaperKey,
    canonical,
    display_url,
    normalised_url,
    url_key,
)

HERE = Path(__file__).parent
SHARED_TABLE = HERE.parents[2] / "shared" / "data" / "paper_ids.tsv"

HEX40, HEX64 = "204e3073870fae3d05bcbc2f6a8e263d9b72e776", "0123456789abcdef" * 4


def rows(table: Path) -> list[tuple[str, str, str]]:
    """Input, canonical key ("" where it is refused) and version; no quoting, and blanks count."""
    lines = table.read_text("utf-8").split("\n")[1:]
    return [tuple(line.split("\t")) for line in lines if line]  # type: ignore[misc]


def key_and_version(text: str) -> tuple[str, str]:
    try:
        key = canonical(text)
    except BadPaperKey:
        return "", ""
    return str(key), str(key.version or "")


@pytest.mark.parametrize(("text", "key", "version"), rows(HERE / "paper_ids.tsv"))
def test_table(text: str, key: str, version: str) -> None:
    assert key_and_version(text) == (key, version)


@pytest.mark.real_input
def test_shared_table() -> None:
    if not SHARED_TABLE.exists():
        pytest.skip(f"no {SHARED_TABLE}: the reference table is not kept beside this checkout")
    wrong = [row for row in rows(SHARED_TABLE) if key_and_version(row[0]) != row[1:]]
    assert wrong == []


SPELLINGS = [
    # arXiv ids
    ("0704.0001", "arxiv:0704.0001", None),
    ("1412.9999", "arxiv:1412.9999", None),
    ("1501.00001", "arxiv:1501.00001", None),
    ("ARXIV : 1706.03762V7", "arxiv:1706.03762", 7),
    ("1706.03762.pdf", "arxiv:1706.03762", None),
    ("1706.03762v12.ps.gz", "arxiv:1706.03762", 12),
    ("solv-int/9901001", "arxiv:solv-int/9901001", None),
    ("solv-int/9901001v2", "arxiv:solv-int/9901001", 2),
    ("HEP-TH//9901001V3", "arxiv:hep-th/9901001", 3),
    ("cond-mat.mtrl-sci/0309136", "arxiv:cond-mat/0309136", None),
    ("math%2F0309136", "arxiv:math/0309136", None),
    ("acc-phys/9107001", "arxiv:acc-phys/9107001", None),
    ("1706.03762\n", "arxiv:1706.03762", None),
    # arXiv pages
    ("arxiv.org/abs/1706.03762", "arxiv:1706.03762", None),
    ("HTTPS://ArXiv.org:443//abs//math.GT//0309136", "arxiv:math/0309136", None),
    ("https://arxiv.org/abs/math%2F0309136v1?context=math", "arxiv:math/0309136", 1),
    ("https://export.arxiv.org/e-print/1706.03762", "arxiv:1706.03762", None),
    ("https://browse.arxiv.org/src/1706.03762v1", "arxiv:1706.03762", 1),
    ("http://xxx.lanl.gov/ps/hep-th/9901001", "arxiv:hep-th/9901001", None),
    ("https://arxiv.org/ftp/arxiv/papers/1110/1110.2832.pdf", "arxiv:1110.2832", None),
    ("https://arxiv.org/ftp/hep-th/papers/9901/9901001.pdf", "arxiv:hep-th/9901001", None),
    ("https://www.alphaxiv.org/overview/1706.03762v7", "arxiv:1706.03762", 7),
    ("https://huggingface.co/papers/1706.03762#community", "arxiv:1706.03762", None),
    ("https://huggingface.co/papers/1706.03762.md", "arxiv:1706.03762", None),
    # DOIs
    ("doi: 10.1038/Nature14539.", "doi:10.1038/nature14539", None),
    ("info:doi/10.1038/nature14539", "doi:10.1038/nature14539", None),
    ("10.1038%2fnature14539", "doi:10.1038/nature14539", None),
    ("10.1038%252Fnature14539", "doi:10.1038/nature14539", None),
    ("10.1000.10/123", "doi:10.1000.10/123", None),
    ("10.1234/a(b)", "doi:10.1234/a(b)", None),
    ("10.1234/ÄB", "doi:10.1234/Äb", None),
    ("https://doi.org/10.48550/arXiv.hep-th/9901001v2", "arxiv:hep-th/9901001", 2),
    ("10.18653/v1/P17-1001", "acl:P17-1001", None),
    ("10.18653/v2/x", "doi:10.18653/v2/x", None),
    ("https://dl.acm.org/doi/10.1145/3442188.3445922?download=true", "doi:10.1145/3442188.3445922", None),
    ("https://onlinelibrary.wiley.com/doi/full/10.1002/rob.1", "doi:10.1002/rob.1", None),
    ("https://link.springer.com/content/pdf/10.1007/s11263-015-0816-y.pdf", "doi:10.1007/s11263-015-0816-y", None),
    ("https://link.springer.com/article/10.1140/epjc/s10052-1/figures/2", "doi:10.1140/epjc/s10052-1", None),
    ("https://www.biorxiv.org/content/10.64898/2025.12.30.1v3.full.pdf+html", "doi:10.64898/2025.12.30.1", 3),
    ("https://www.medrxiv.org/content/10.1101/2020.01.30.1v1", "doi:10.1101/2020.01.30.1", 1),
    ("10.1101/2020.01.30.927871v2", "doi:10.1101/2020.01.30.927871", 2),
    # The rest
    ("https://www.aclweb.org/anthology/p17-1001", "acl:P17-1001", None),
    ("https://aclanthology.org/2020.ACL-main.447v2.pdf", "acl:2020.acl-main.447", 2),
    ("https://openreview.net/forum?noteId=x1&id=rJl-b3RcF7", "openreview:rJl-b3RcF7", None),
    ("https://openreview.net/attachment?id=rJl-b3RcF7&name=pdf", "openreview:rJl-b3RcF7", None),
    (f"S2:{HEX40.upper()}", f"s2:{HEX40}", None),
    (f"https://www.semanticscholar.org/paper/{HEX40}", f"s2:{HEX40}", None),
    ("https://www.ncbi.nlm.nih.gov/pubmed/23193287", "pmid:23193287", None),
    ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3531190/pdf/x.pdf", "pmc:PMC3531190", None),
    ("PMCID: pmc3531190", "pmc:PMC3531190", None),
    (f"url:{HEX64.upper()}", f"url:{HEX64}", None),
]


@pytest.mark.parametrize(("text", "key", "version"), SPELLINGS)
def test_spelling(text: str, key: str, version: int | None) -> None:
    found = canonical(text)
    assert (str(found), found.version) == (key, version)


REFUSED = [
    "", "   ", "paper", "17", "arxiv:", "doi:", ":", "://", "\x00", "1706.03762\x00", "17\n06.03762", "\ud800",
    "1706.0376\u0662",  # an Arabic digit
    "1706.03762\u200b", "\u202e1706.03762", "a" * (MAX_TEXT + 1), "10.1234/" + "é" * (MAX_KEY_BYTES // 2),
    "1700.00001", "1713.00001", "0703.0001", "1706.00000", "0704.0000", "1412.00001", "1706.037621", "11706.03762",
    "1706.03762v0", "1706.03762v01", "1706.03762v", "1706.03762v9999999", "1706.03762 v7", "x1706.03762",
    "hep-th/9901000", "hep-th/9913001", "hep-th/9106001", "hep-th/0704001", "hep-zz/9901001", "sol/9901001",
    "https://arxiv.org", "https://arxiv.org/search/?query=1706.03762", "https://arxiv.org/a/hinton_g_1",
    "https://arxiv.org/list/cs.CL/recent", "https://arxiv.org/abs/1706.03762/x", "https://arxiv.org/papers/1706.03762",
    "https://arxiv.org/ftp/hep-th/papers/9902/9901001.pdf", "https://arxiv.org/overview/1706.03762",
    "https://huggingface.co/papers", "https://huggingface.co/papers/date/2025-01-01",
    "https://huggingface.co/papers/week/2025-W01", "https://huggingface.co/papers/month/2025-01",
    "https://huggingface.co/papers/trending", "https://huggingface.co/papers/submit",
    "https://huggingface.co/papers/index?arxivId=1706.03762", "https://huggingface.co/papers/math/0309136",
    "https://huggingface.co/1706.03762",
    "https://arxiv.org.evil.com/abs/1706.03762", "https://evil-arxiv.org/abs/1706.03762",
    "https://arxiv.org@evil.com/abs/1706.03762", "https://me:pw@arxiv.org/abs/1706.03762",
    "https://arxiv.org:8443/abs/1706.03762", "http://arxiv.org:443/abs/1706.03762",
    "https://arxiv.org:x/abs/1706.03762", "https://[arxiv.org/abs/1706.03762", "https:///abs/1706.03762",
    "https://evil.com\\@arxiv.org/abs/1706.03762", "https://ar5iv.evil.com/abs/1706.03762",
    "ftp://arxiv.org/abs/1706.03762", "javascript:alert(1)//1706.03762", "https:/arxiv.org/abs/1706.03762",
    "https://arxiv.org/abs/1706.03762%00", "https://arxiv.org/abs/%ff", "https://example.org/10.1038/nature14539",
    "10.1038/", "doi:10.1038", "10.1/x", "10.1234/a b", "10.48550/arXiv.1501.0001", "info:hdl/10.1038/x",
    "https://dl.acm.org/doi/proceedings/10.1145/3442188", "https://doi.org/", "https://link.springer.com/journal/11263",
    "https://openreview.net/forum?noteId=x", "https://openreview.net/forum?id=", "https://openreview.net/forum?id=a&id=b",
    "https://openreview.net/group?id=ICLR.cc", "openreview:a/b", "https://aclanthology.org/volumes/P17-1/", "acl:P17",
    "s2:123", "s2corpus:012", "pmid:0", "pmid:x", "pmc:x", "PMC0", "url:abc", "url:https://example.org/",
    "https://www.semanticscholar.org/author/1", "https://pubmed.ncbi.nlm.nih.gov/?term=1", "mag:2112796928",
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    with pytest.raises(BadPaperKey) as caught:
        canonical(text)
    message = str(caught.value)
    assert message.isascii()
    assert message.isprintable()
    assert 0 < len(message) < 300


@pytest.mark.parametrize("number", [1706.03762, 1412, None, b"1706.03762", ["1706.03762"]])
def test_only_strings(number: object) -> None:
    with pytest.raises(BadPaperKey, match="string"):
        canonical(number)  # type: ignore[arg-type]


def test_version_is_no_part_of_identity() -> None:
    assert canonical("1706.03762v1") == canonical("1706.03762v7")
    assert len({canonical("1706.03762v1"), canonical("1706.03762v7"), canonical("1706.03762")}) == 1


@pytest.mark.parametrize("text", [spelling for spelling, _, _ in SPELLINGS])
def test_display_url_leads_back(text: str) -> None:
    key = canonical(text)
    page = display_url(key)
    assert (page is None) == (key.scheme == "url")
    if page:
        assert page.startswith("https://")
        assert canonical(page) == key


def test_every_scheme_is_spelled() -> None:
    assert {canonical(text).scheme for text, _, _ in SPELLINGS} | {"s2corpus"} == set(SCHEMES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://Example.org", "http://example.org:80/#top"),
        ("https://example.org/%7ea?q=%c3%a9", "https://example.org/~a?utm_source=feed&q=é"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
    ],
)
def test_url_key_of_one_page(one: str, other: str) -> None:
    assert url_key(one) == url_key(other)
    assert canonical(str(url_key(one))) == url_key(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a", "https://example.org/A"),
        ("https://example.org/?a=1", "https://example.org/?a=2"),
        ("https://example.org/", "https://example.org:8443/"),
        ("https://example.org/a%2Fb", "https://example.org/a/b"),
    ],
)
def test_url_key_of_two_pages(one: str, other: str) -> None:
    assert url_key(one) != url_key(other)


@pytest.mark.parametrize(
    "url",
    ["", "example.org", "file:///etc/passwd", "https://", "https://u@x.org/", "https://a b/", "https://x.org\n/a"],
)
def test_url_key_refuses(url: str) -> None:
    with pytest.raises(BadPaperKey):
        url_key(url)


# Any text: pieces that mean something to the reader, glued together at random, and plain noise.

PIECES = [
    *(text for text, _, _ in SPELLINGS), "https://", "https://arxiv.org/abs/", "https://doi.org/", "https://dl.acm.org/doi/",
    "10.1234/", "10.48550/arXiv.", "10.18653/v1/", "10.64898/", "v2", "v2v3", ".pdf", ".full", "%", "%25", "%2541", "%2F",
    "%00", "%ff", "/", "//", "?id=", "&", "#", "@", ":443", ":", ";", ".", " ", "İ", "é", "\u0301", "\x00", "\ud800", "K",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=5).map("".join) | st.text()


@given(TEXTS)
@settings(max_examples=600, deadline=None)
def test_any_text_has_one_key_or_none(text: str) -> None:
    try:
        key = canonical(text)
    except BadPaperKey:
        return
    again = canonical(str(key))
    assert again == key
    assert str(again) == str(key)
    assert again.version is None
    assert key.scheme in SCHEMES
    assert str(key).isprintable()
    assert len(str(key).encode()) <= MAX_KEY_BYTES
    page = display_url(key)
    assert page is None or canonical(page) == key


@given(TEXTS | TEXTS.map("https://example.org/".__add__))
@settings(max_examples=300, deadline=None)
def test_normalising_twice_changes_nothing(url: str) -> None:
    try:
        normal = normalised_url(url)
    except BadPaperKey:
        return
    assert normal.isascii()
    assert len(normal) > MAX_TEXT or normalised_url(normal) == normal


def test_hostile_texts_come_to_an_end() -> None:
    """A pattern that backtracks catastrophically would take hours over these."""
    starts = ["", "doi:10.1234/", "arxiv:", "acl:2020.", *(f"https://{host}" for host in (
        "arxiv.org/abs/", "dl.acm.org/doi/10.", "link.springer.com/article/10.", "link.springer.com/content/pdf/10.",
        "www.biorxiv.org/content/10.1/1", "aclanthology.org/", "openreview.net/forum?", "www.semanticscholar.org/paper/",
    ))]  # fmt: skip
    repeated = ["/", "a", "a-", "1.", "%25", "25", "//x", "v1", "&id=", ".pdf", "/figures/1", " ", "-a/"]
    for text in [(start + piece * MAX_TEXT)[: MAX_TEXT - 1] + tail for start in starts for piece in repeated for tail in "x~"]:
        key_and_version(text)


def test_keys_are_frozen() -> None:
    with pytest.raises(AttributeError):
        PaperKey("arxiv", "1706.03762").value = "x"  # type: ignore[misc]
