"""The words of the index: folded alike, kept whole by the databases."""

import re
import sqlite3
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.words import MAX_WORD, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" --- ", []),
        ("Attention Is All You Need!", ["attention", "is", "all", "you", "need"]),
        ("Rozière naïve Škoda", ["roziere", "naive", "skoda"]),
        ("Rozie\u0300re", ["roziere"]),
        ("STRASSE Straße", ["strasse", "strasse"]),
        ("İstanbul ISTANBUL", ["istanbul", "istanbul"]),
        ("ΟΔΟΣ οδος ᾳ", ["οδοσ", "οδοσ", "α"]),
        ("ﬁne ＡＢＣ x² ½", ["fine", "abc", "x2", "1", "2"]),
        ("GPT-4o's 10^4 snake_case", ["gpt", "4o", "s", "10", "4", "snake", "case"]),
        ("深度学习", ["深度", "度学", "学习"]),
        ("中", ["中"]),
        ("用BERT做分类", ["用", "bert", "做分", "分类"]),
        ("かな", ["かな"]),
        ("한국어", ["한국", "국어"]),
        ("Привет МИР", ["привет", "мир"]),
        ("a\x00b\ud800c", ["a", "b", "c"]),
        ("x" * 100, ["x" * MAX_WORD]),
        ("é" * 100, ["e" * MAX_WORD]),
        ("a a A", ["a", "a", "a"]),
        ("一\U0002a700", ["一u2a700"]),  # a letter newer than the tokenizer
        ("\u1c90", ["ა"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def every_word() -> list[str]:
    """The words that any single character can give between letters."""
    characters = (chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    telling = [char for char in characters if any(part.isalnum() for part in unicodedata.normalize("NFKD", char))]
    return sorted({word for char in telling for word in words(f"b{char}c")})


def test_fts5_keeps_every_word_whole() -> None:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE page USING fts5(body, tokenize = 'unicode61 remove_diacritics 0')")
    database.execute("CREATE VIRTUAL TABLE term USING fts5vocab(page, 'row')")
    given_words = every_word()
    database.executemany("INSERT INTO page VALUES (?)", [(word,) for word in given_words])
    assert {term for (term,) in database.execute("SELECT term FROM term")} == set(given_words)


SCRIPTS = st.text("aB3éİßΣς \u0301\u0345ｶがカ中文学한ᄒ\u200d_-'\\\"&|!:*ﬁ½\U0002a700\U00013000\ud800") | st.text()


@given(SCRIPTS)
@settings(max_examples=300)
def test_every_word_is_plain(text: str) -> None:
    for word in words(text):
        assert 0 < len(word) <= MAX_WORD
        assert word.isalnum()
        assert word == word.casefold() == unicodedata.normalize("NFC", word)


@given(SCRIPTS)
@settings(max_examples=300)
def test_words_are_their_own_words(text: str) -> None:
    found = words(text)
    if not any(re.search("u[0-9a-f]{3,}", word) for word in found):  # newer letters are spelled out
        assert words(" ".join(found)) == found


@given(SCRIPTS)
def test_case_and_composition_do_not_matter(text: str) -> None:
    assert words(unicodedata.normalize("NFD", text)) == words(unicodedata.normalize("NFC", text))
    assert words(text.casefold()) == words(text) or "\u0345" in unicodedata.normalize("NFKD", text)


@given(st.text(st.characters(max_codepoint=127)))
def test_the_short_way_gives_the_same(text: str) -> None:
    assert words(text + " é")[:-1] == words(text)
