"""What all formats have in common: found without a list, streaming, empty exports."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from format_records import ABOUT, BASE, hostile, record, written

from postil import formats
from postil.formats import papers, text, threads
from postil.formats.note import note_of
from postil.formats.records import Record

ALL = formats.names()


def test_every_module_with_a_name_is_a_format() -> None:
    modules = [path.read_text("utf-8") for path in Path(formats.__file__).parent.glob("*.py")]
    assert sum("\nNAME = " in module for module in modules) == len(ALL)


@pytest.mark.parametrize("name", ALL)
def test_a_format_says_what_a_menu_and_an_answer_need(name: str) -> None:
    found = formats.by_name(name)
    assert name == found.NAME
    assert 0 < len(found.TITLE) <= 60
    assert "/" in found.MEDIA_TYPE
    assert found.EXTENSION.isalnum()
    assert isinstance(found.BY_PAPER, bool)


def test_an_unknown_name_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        formats.by_name("records")


@pytest.mark.parametrize("name", ALL)
def test_nothing_to_export_is_no_error(name: str) -> None:
    assert isinstance(written(name, []), bytes)


@pytest.mark.parametrize("name", ALL)
def test_the_same_records_give_the_same_bytes(name: str) -> None:
    assert written(name, hostile()) == written(name, hostile())


@pytest.mark.parametrize("name", ALL)
def test_the_first_bytes_come_before_the_last_records_are_taken(name: str) -> None:
    taken = 0

    def counted() -> Iterator[Record]:
        nonlocal taken
        for taken in range(1, 2001):
            yield record(taken, f"arxiv:2301.{taken // 10 + 1:05d}", note="a note " * 20)

    parts = formats.by_name(name).write(counted(), ABOUT)
    written_so_far = 0
    while written_so_far < 500:
        written_so_far += len(next(parts))
    assert taken < 300


@pytest.mark.parametrize("name", ALL)
def test_memory_does_not_grow_with_the_export(name: str) -> None:
    """A hundred thousand notes may take 32 MB; here 4,000 on 200 papers may take 1.5."""
    doc, first, *rest = record(1, "arxiv:2301.00001", note="a note " * 50)
    key = first["key"].encode()

    def stream() -> Iterator[Record]:
        for number in range(4000):
            paper = first | {"key": f"arxiv:2301.{number // 20 + 1:05d}"}
            ident = f"annotations/00000000-0000-0000-0000-{number:012d}".encode()
            own = doc.replace(b"annotations/00000000-0000-0000-0000-000000000001", ident).replace(key, paper["key"].encode())
            yield own, paper, *rest

    written(name, [record(1, "arxiv:2301.00001")])  # imports and caches
    tracemalloc.start()
    for _ in formats.by_name(name).write(stream(), ABOUT):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1.5 * 2**20


def ids(found) -> list[list[tuple[int, int]]]:
    return [[(depth, int(note.iri[-12:], 16)) for depth, note in thread] for thread in found]


def test_replies_come_under_the_notes_that_they_answer() -> None:
    key = "arxiv:2301.00001"
    stream = [
        record(1, key, note="a"),
        record(2, key, note="b", answers=1),
        record(3, key, note="c", answers=1),
        record(4, key, note="d", answers=2),
        record(5, key, note="e"),
        record(6, key, note="f", answers=99),
    ]
    assert ids(threads.threads(note_of(one, BASE) for one in stream)) == [[(0, 1), (1, 2), (2, 4), (1, 3)], [(0, 5)], [(0, 6)]]


def test_a_long_chain_of_replies_is_no_recursion() -> None:
    stream = [record(1, "arxiv:2301.00001", note="a"), *(record(n, "arxiv:2301.00001", note="b", answers=n - 1) for n in range(2, 3000))]
    assert next(threads.threads(note_of(one, BASE) for one in stream))[-1][0] == 2998
    for name in ALL:
        assert written(name, stream)


def test_cleaned_text_is_normal_and_without_controls() -> None:
    assert text.clean("e\u0301\r\na\u2028b\x00\x1b\x85c\td\ufeff\ud800") == "é\na\nb\nc\td"
    assert text.one_line(" a \n\t b\u2029") == "a b"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        (None, None),
        ("", None),
        ("javascript:alert(1)", None),
        ("https://x.org/a b(c){d}\\<e>\"'\n", "https://x.org/a%20b%28c%29%7Bd%7D%5C%3Ce%3E%22%27"),
        ("https://x.org/%28?q=é#f", "https://x.org/%28?q=%C3%A9#f"),
    ],
)
def test_addresses_end_nothing_that_they_stand_in(url: str | None, address: str | None) -> None:
    assert text.web_address(url) == address


@pytest.mark.parametrize(
    ("name", "turned"),
    [
        ("Ashish Vaswani", "Vaswani, Ashish"),
        ("Laurens van der Maaten", "van der Maaten, Laurens"),
        ("van Gogh", "Gogh, van"),
        ("Vaswani, Ashish", "Vaswani, Ashish"),
        ("王小明", "王小明"),
    ],
)
def test_family_names_come_first(name: str, turned: str) -> None:
    assert papers.family_first(name) == turned


def test_stems_differ_for_keys_that_differ_in_case_or_signs_alone() -> None:
    keys = [
        "arxiv:2301.10140",
        "arxiv:2301.1014",
        "openreview:rJl-b3",
        "openreview:rjl-b3",
        "doi:10.1/a-b",
        "doi:10.1/a/b",
        "arxiv:cs/0309136",
    ]
    assert len({papers.stem(key).lower() for key in keys}) == len(keys)
    assert papers.stem("arxiv:2301.10140") == "arxiv-2301.10140"
    assert len(papers.stem("url:" + "a" * 64)) == 20


def test_people_of_one_name_are_told_apart() -> None:
    one = record(1, "arxiv:2301.00001")
    assert written("csv", [one]).count(b'"Ada *L* (ada)"') == 1
