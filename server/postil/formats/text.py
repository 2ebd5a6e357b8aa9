"""Text that every reader takes: normalised, and without the characters that break parsers of line, XML and YAML formats."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

# Whatever some reader or Python's str.splitlines takes for the end of a line.
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# C0 but TAB and LF, DEL, C1, lone surrogates, non-characters, byte order marks. YAML 1.2, 5.1 and XML 1.0, 2.2 refuse most of them.
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")


def clean(text: str) -> str:
    """NFC, line feeds for every kind of line end, no controls but TAB and LF."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _UNFIT.sub("", _BREAKS.sub("\n", text)))


def one_line(text: str) -> str:
    """Cleaned, on one line, each run of white space one blank."""
    return " ".join(clean(text).split())


def web_address(url: str | None) -> str | None:
    """An http(s) URL that ends no link, field or line of any format: what RFC 3986, 2 does not allow, and brackets, are encoded."""
    if url is None or not re.match(r"https?://[^\s]", url, re.IGNORECASE):
        return None
    return quote(one_line(url), safe=":/?#@!$&*+,;=%~-._")
