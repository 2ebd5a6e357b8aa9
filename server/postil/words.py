"""The words of a text, for the full-text index and for queries alike.

Both databases are given the same words, made here, so that SQLite's FTS5 and PostgreSQL's tsvector answer alike.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import groupby, pairwise

MAX_WORD = 64

_SEPARATOR, _CJK, _LETTER = range(3)
# Scripts written without blanks between words, and Hangul, whose words carry their particles.
_CJK_NAMES = re.compile(r"CJK UNIFIED|CJK COMPATIBILITY IDEOGRAPH|HIRAGANA|KATAKANA|HANGUL|IDEOGRAPHIC|BOPOMOFO")


def words(text: str) -> list[str]:
    """The words of `text` in their order, repeats and all, each of 1 to `MAX_WORD` characters.

    Accents and case are folded away and everything but letters and digits separates. Chinese, Japanese and Korean runs
    give their overlapping pairs of characters, a lone character itself. Any text is accepted.

    A word holds only letters and digits that Unicode 3.2 had already: FTS5's unicode61 tokenizer knows Unicode 6.1 and
    would split at anything newer. A newer letter becomes `u` and its code point. But for those, words are their own
    words: `words(" ".join(words(t))) == words(t)`.
    """
    if text.isascii():  # nearly every abstract; the long way gives the same
        return [word[:MAX_WORD] for word in re.findall(r"[a-z0-9]+", text.lower())]
    found: list[str] = []
    for kind, run in groupby(_folded(text), _kind):
        if kind == _SEPARATOR:
            continue
        spelled = [_spelled(char) for char in run]
        if kind == _CJK and len(spelled) > 1:
            found += [first + second for first, second in pairwise(spelled)]
        else:
            found.append("".join(spelled)[:MAX_WORD])
    return found


def _folded(text: str) -> str:
    # Marks go before case is folded (a subscript iota would become a letter), and again for those that folding brings.
    # NFC at the end puts Hangul syllables together again.
    bare = _without_marks(_without_marks(text).casefold())
    return unicodedata.normalize("NFC", bare)


def _without_marks(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if unicodedata.category(char)[0] != "M")


@lru_cache(maxsize=8192)
def _kind(char: str) -> int:
    if unicodedata.category(char)[0] not in "LN":
        return _SEPARATOR
    return _CJK if _CJK_NAMES.match(unicodedata.name(char, "")) else _LETTER


@lru_cache(maxsize=8192)
def _spelled(char: str) -> str:
    return char if unicodedata.ucd_3_2_0.category(char)[0] in "LN" else f"u{ord(char):x}"
