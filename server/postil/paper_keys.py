"""Every spelling and URL of a paper, turned into its one key.

A key is written `scheme:value`, as in `arxiv:2504.13171`. The schemes are those of `SCHEMES`. A version (`v7`) is kept
beside the key and is no part of it: v1 and v7 are one paper, so two keys that differ in version alone are equal.

    canonical("https://arxiv.org/pdf/1706.03762v5.pdf#page=3")  ->  arxiv:1706.03762, version 5

Pure: no input or output, nothing remembered, and the same answer for the same text always. Only folds that are certain
happen here; that a preprint *is* some journal's article is an assertion, and lives in the alias table.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import SplitResult, parse_qs, quote, unquote, urlsplit

SCHEMES = ("arxiv", "doi", "acl", "openreview", "s2", "s2corpus", "pmid", "pmc", "url")
MAX_TEXT = 2048
MAX_KEY_BYTES = 1000  # a key is indexed, and PostgreSQL refuses an index row of more than about 2700 bytes


class BadPaperKey(ValueError):
    """The text names no paper that we know how to key; the message says what is wrong with it."""


@dataclass(frozen=True)
class PaperKey:
    """The identity of a paper. `str()` gives the key; `version` is what the text said beside it."""

    scheme: str
    value: str
    version: int | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return f"{self.scheme}:{self.value}"


def canonical(text: str) -> PaperKey:
    """The key that an id, a DOI, a URL or a key stands for.

    `canonical(str(canonical(x))) == canonical(x)`. Raises `BadPaperKey`, and nothing else, for whatever is no paper: a
    bare number, a listing page, an unknown site, a text with control characters.
    """
    key = _read(_clean(text))
    if len(str(key).encode()) > MAX_KEY_BYTES:
        raise BadPaperKey(f"the key would be longer than {MAX_KEY_BYTES} bytes")
    return key


def url_key(url: str) -> PaperKey:
    """The `url:` key of a page that no other rule knows: the SHA-256 of its normalised URL.

    Never a fallback of `canonical`: whoever wants it asks for it. Raises `BadPaperKey` as `normalised_url` does.
    """
    return PaperKey("url", hashlib.sha256(normalised_url(url).encode()).hexdigest())


def normalised_url(url: str) -> str:
    """The form of an http(s) URL that its `url:` key is made from.

    RFC 3986 section 6.2.2 and 6.2.3 (case, percent-encoding, default port, empty path); beyond it, http counts as
    https, and the fragment and `utm_...` parameters are dropped, since they tell nothing about the page. Raises
    `BadPaperKey` for another scheme, user names in the URL, or no host.
    """
    parts = _split(_clean(url))
    try:
        host = (parts.hostname or "").encode("idna").decode().lower()
    except UnicodeError:
        host = ""
    if not re.fullmatch(r"[\w.:-]+", host, re.ASCII):
        raise BadPaperKey(f"{_shown(url)} has no valid host")
    pairs = [pair for pair in _encoded(parts.query).split("&") if pair and not pair.lower().startswith("utm_")]
    query = "?" + "&".join(pairs) if pairs else ""
    host = f"[{host}]" if ":" in host else host
    return f"https://{host}{_port(parts)}{_encoded(parts.path) or '/'}{query}"


def display_url(key: PaperKey) -> str | None:
    """The https page to send a reader to, or None for a `url:` key (its URL cannot be read back from the hash).

    `canonical(display_url(key)) == key`.
    """
    page = _PAGE_OF.get(key.scheme)
    return page + quote(key.value, safe="/:;()!*'$@=~+,") if page else None


# Reading texts

_FLAGS = re.ASCII | re.IGNORECASE  # ASCII: \d is 0-9 alone, and no Kelvin sign passes for a k


def _clean(text: str) -> str:
    if not isinstance(text, str):  # an id read as a number has lost its zeros already
        raise BadPaperKey(f"a paper is named by a string, not by {type(text).__name__}")
    if len(text) > MAX_TEXT:
        raise BadPaperKey(f"longer than {MAX_TEXT} characters")
    return _printable(text.strip())


def _printable(text: str) -> str:
    if not text:
        raise BadPaperKey("empty")
    if text.isprintable():  # no controls, no lone surrogates, no invisible or direction-changing characters
        return text
    culprit = next(char for char in text if not char.isprintable())
    raise BadPaperKey(f"{_shown(text)} holds the character U+{ord(culprit):04X}")


def _decoded(text: str) -> str:
    """Percent-decoding to the end, so that a key never changes when it is read again."""
    try:
        while (decoded := unquote(text, errors="strict")) != text:
            text = decoded
    except UnicodeDecodeError:
        raise BadPaperKey(f"{_shown(text)} is percent-encoded, but not from UTF-8") from None
    return _printable(text.strip())


def _shown(text: str) -> str:
    return ascii(text if len(text) <= 80 else text[:77] + "...")


def _read(text: str) -> PaperKey:
    if re.match(r"[a-z][a-z0-9+.-]*://", text, _FLAGS):
        return _read_url(text)
    if text.partition("/")[0].lower() in _SITES:  # known hosts only: "math.GT/0309136" begins like a host too
        return _read_url("https://" + text)
    prefix, colon, rest = text.partition(":")
    read = _PREFIXES.get(prefix.strip().lower()) if colon else None
    return read(rest.strip()) if read else _read_bare(text)


def _read_bare(text: str) -> PaperKey:
    """Ids that say by their own shape what they are."""
    if text.startswith("10."):
        return _doi(text)
    if re.fullmatch(r"PMC\d+", text, _FLAGS):
        return _pmc(text)
    if re.fullmatch(r"\d+", text, _FLAGS):
        raise BadPaperKey(f"{_shown(text)} is a bare number: a PubMed id is written PMID:<number>")
    return _arxiv(text)


# The schemes, one reader each

_OLD_ARCHIVES = re.compile(
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|"
    "funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|"
    "q-alg|q-bio|quant-ph|solv-int|supr-con"
)
_ARXIV_ID = re.compile(
    r"(?:arxiv\s*:\s*)?"
    r"(?:(?P<archive>[a-z]{1,9}(?:-[a-z]{1,9})?)(?:\.[a-z]{1,9}(?:-[a-z]{1,9})?)?/+(?P<old>\d{7})"
    r"|(?P<yymm>\d{4})\.(?P<number>\d{4,5}))"
    r"(?:v(?P<version>[1-9]\d{0,5}))?"
    r"(?:\.pdf|\.ps|\.gz)*/*",
    _FLAGS,
)


def _arxiv(text: str) -> PaperKey:
    """An arXiv id of either kind (arXiv's own identifier grammar: info.arxiv.org/help/arxiv_identifier.html)."""
    found = _ARXIV_ID.fullmatch(_decoded(text))
    if not found:
        raise BadPaperKey(f"{_shown(text)} is no paper id that Postil knows")
    version = int(found["version"]) if found["version"] else None
    if found["archive"]:
        return PaperKey("arxiv", _old_arxiv(found["archive"].lower(), found["old"]), version)
    return PaperKey("arxiv", _new_arxiv(found["yymm"], found["number"]), version)


def _new_arxiv(yymm: str, number: str) -> str:
    value = f"{yymm}.{number}"
    if not "01" <= yymm[2:] <= "12":
        raise BadPaperKey(f"{value} is no arXiv id: there is no month {yymm[2:]}")
    if yymm < "0704":
        raise BadPaperKey(f"{value} is no arXiv id: ids of this kind begin with 0704")
    digits = 4 if yymm < "1501" else 5
    if len(number) != digits:
        raise BadPaperKey(f"{value} is no arXiv id: those of {yymm} have {digits} digits after the point")
    if not int(number):
        raise BadPaperKey(f"{value} is no arXiv id: numbers begin at 1")
    return value


def _old_arxiv(archive: str, digits: str) -> str:
    value = f"{archive}/{digits}"
    yymm, number = digits[:4], digits[4:]
    if not _OLD_ARCHIVES.fullmatch(archive):
        raise BadPaperKey(f"{value} is no arXiv id: there was no archive {archive}")
    if "0703" < yymm < "9107" or not "01" <= yymm[2:] <= "12":
        raise BadPaperKey(f"{value} is no arXiv id: those with an archive run from 9107 to 0703")
    if number == "000":
        raise BadPaperKey(f"{value} is no arXiv id: numbers begin at 1")
    return value


def _arxiv_ftp(path: str) -> PaperKey:
    """`<archive>/papers/<yymm>/<number>.pdf`; new ids lie in an archive called `arxiv`."""
    archive, _, yymm, name = re.split(r"/+", path)
    if not name.startswith(yymm):
        raise BadPaperKey(f"{_shown(path)} is no arXiv path: {_shown(name)} is not of {yymm}")
    return _arxiv(name if archive.lower() == "arxiv" else f"{archive}/{name}")


_DOI = re.compile(r"10\.\d{4,9}(?:\.\d{1,9})*/[^\s]+", re.ASCII)
_PREPRINT_DOI = re.compile(r"(10\.(?:1101|64898)/\d[\d.]*)v([1-9]\d{0,5})", re.ASCII)
_ASCII_LOWER = {ord(char): char.lower() for char in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


def _doi(text: str) -> PaperKey:
    """A DOI, lower-cased in ASCII only (DOI Handbook 2.4), or what a certain fold makes of it."""
    doi = _decoded(text).translate(_ASCII_LOWER).rstrip(".,; ")
    if not _DOI.fullmatch(doi):
        raise BadPaperKey(f"{_shown(text)} is no DOI: one reads 10.<registrant>/<suffix>, without blanks")
    if doi.startswith("10.48550/arxiv."):
        return _arxiv(doi.removeprefix("10.48550/arxiv."))
    if found := _PREPRINT_DOI.fullmatch(doi):  # bioRxiv and medRxiv: the version is no part of the DOI
        return PaperKey("doi", found[1], int(found[2]))
    if _ACL_ID.fullmatch(doi.removeprefix("10.18653/v1/")):
        return _acl(doi.removeprefix("10.18653/v1/"))
    return PaperKey("doi", doi)


_ACL_ID = re.compile(r"(?:(?P<old>[a-z]\d{2}-\d{4})|(?P<new>\d{4}\.\w{1,40}(?:-\w{1,40})*\.\d{1,5}))(?:v(?P<version>[1-9]\d?))?", _FLAGS)


def _acl(text: str) -> PaperKey:
    found = _ACL_ID.fullmatch(text)
    if not found:
        raise BadPaperKey(f"{_shown(text)} is no ACL Anthology id, such as P17-1001 or 2020.acl-main.447")
    version = int(found["version"]) if found["version"] else None
    return PaperKey("acl", found["old"].upper() if found["old"] else found["new"].lower(), version)


def _shape(scheme: str, pattern: str, example: str, fold: Callable[[str], str] = str) -> Callable[[str], PaperKey]:
    """A reader for a scheme whose ids are told by one pattern."""
    compiled = re.compile(pattern, re.ASCII)

    def read(text: str) -> PaperKey:
        value = fold(text)
        if not compiled.fullmatch(value):
            raise BadPaperKey(f"{_shown(text)} is no {scheme} id, such as {example}")
        return PaperKey(scheme, value)

    return read


_openreview = _shape("openreview", r"[\w-]{1,64}", "rJl-b3RcF7")  # case-sensitive
_s2 = _shape("s2", r"[0-9a-f]{40}", "204e3073870fae3d05bcbc2f6a8e263d9b72e776", str.lower)
_s2corpus = _shape("s2corpus", r"[1-9]\d{0,17}", "13756489")
_pmid = _shape("pmid", r"[1-9]\d{0,8}", "23193287")
_pmc = _shape("pmc", r"PMC[1-9]\d{0,8}", "PMC3531190", lambda text: "PMC" + text.upper().removeprefix("PMC"))
_url = _shape("url", r"[0-9a-f]{64}", "the SHA-256 of a URL in hexadecimal", str.lower)


def _info(text: str) -> PaperKey:
    """`info:doi/...` (RFC 4452)."""
    namespace, _, rest = text.partition("/")
    if namespace.lower() != "doi":
        raise BadPaperKey(f"{_shown(text)} is not in the namespace info:doi/")
    return _doi(rest)


_PREFIXES: dict[str, Callable[[str], PaperKey]] = {
    **{"arxiv": _arxiv, "doi": _doi, "info": _info, "acl": _acl, "openreview": _openreview, "s2": _s2, "url": _url},
    **{"s2corpus": _s2corpus, "corpusid": _s2corpus, "pmid": _pmid, "pmc": _pmc, "pmcid": _pmc},
}

_PAGE_OF = {
    "arxiv": "https://arxiv.org/abs/",
    "doi": "https://doi.org/",
    "acl": "https://aclanthology.org/",
    "openreview": "https://openreview.net/forum?id=",
    "s2": "https://www.semanticscholar.org/paper/",
    "s2corpus": "https://api.semanticscholar.org/CorpusID:",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/",
    "pmc": "https://pmc.ncbi.nlm.nih.gov/articles/",
}


# Reading URLs


def _split(url: str) -> SplitResult:
    """The parts of an http(s) URL that hides nothing: with a host, and without a user name."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise BadPaperKey(f"{_shown(url)} is no URL: {error}") from None
    if parts.scheme not in ("http", "https"):
        raise BadPaperKey(f"{_shown(url)} is no http or https URL")
    if "@" in parts.netloc or "\\" in url:  # both serve to make one host look like another
        raise BadPaperKey(f"{_shown(url)} holds a user name or a backslash")
    if not parts.hostname:
        raise BadPaperKey(f"{_shown(url)} names no host")
    return parts


def _port(parts: SplitResult) -> str:
    """`:8080`, or nothing for the scheme's own port."""
    own = {"http": 80, "https": 443}[parts.scheme]
    return "" if parts.port in (None, own) else f":{parts.port}"


def _read_url(url: str) -> PaperKey:
    parts = _split(url)
    read = _SITES.get(parts.hostname or "")
    if read is None or _port(parts):
        raise BadPaperKey(f"{_shown(url)} is on no site whose paper pages Postil knows")
    return read(_decoded(parts.path or "/"), parts.query)


def _encoded(text: str) -> str:
    """One percent-encoding for each text: unreserved characters plain, the rest of ASCII as written, else UTF-8."""
    return quote(re.sub(r"%([0-9a-f]{2})?", _triplet, text, flags=_FLAGS), safe="!#$%&'()*+,/:;=?@[]~")


def _triplet(found: re.Match[str]) -> str:
    char = chr(int(found[1] or "25", 16))  # a stray % stands for itself
    return char if re.fullmatch(r"[\w.~-]", char, re.ASCII) else f"%{ord(char):02X}"


Site = Callable[[str, str], PaperKey]


def _pages(*kinds: tuple[str, Callable[[str], PaperKey]]) -> Site:
    """A site whose paper pages are told by their path: the group of the first pattern that fits goes to its reader."""
    compiled = [(re.compile(pattern, _FLAGS), read) for pattern, read in kinds]

    def read_path(path: str, _query: str) -> PaperKey:
        for pattern, read in compiled:
            if found := pattern.fullmatch(path):
                return read(found[1])
        raise BadPaperKey(f"{_shown(path)} is not the page of a paper on this site")

    return read_path


def _openreview_page(path: str, query: str) -> PaperKey:
    """The paper is `id`; `noteId` is a comment on it."""
    if not re.fullmatch(r"/+(?:forum|pdf|attachment)/*", path):
        raise BadPaperKey(f"{_shown(path)} is not the page of a paper on OpenReview")
    try:
        idents = set(parse_qs(query, errors="strict", max_num_fields=50).get("id", []))
    except ValueError:
        idents = set()
    if len(idents) != 1:
        raise BadPaperKey("an OpenReview URL names its paper with one ?id=")
    return _openreview(idents.pop().strip())


_ARXIV_SITE = _pages(
    (r"/+(?:abs|pdf|html|format|ps|src|e-print)/+(.+)", _arxiv),
    (r"/+ftp/+([a-z-]+/+papers/+\d{4}/+[^/]+)", _arxiv_ftp),
)
# New ids only; a page in Markdown ends in .md. Listing pages (date, week, trending ...) do not fit.
_HUGGING_FACE = _pages((r"/+papers/+(\d{4}\.\d{4,5}(?:v\d+)?)(?:\.md)?/*", _arxiv))
_DOI_ORG = _pages((r"/+(?:doi:\s*)?(10\..+)", _doi))
_PATH_DOI = r"(10\..*[^/])"  # to its last character that is no slash: linear in time, unlike a lazy match
_ATYPON = _pages((rf"/+doi/+(?:(?:abs|full|fullhtml|pdf|epdf|pdfdirect)/+)?{_PATH_DOI}/*", _doi))
_SPRINGER = _pages(
    (rf"/+content/+pdf/+{_PATH_DOI}\.pdf/*", _doi),
    (rf"/+(?:article|chapter)/+{_PATH_DOI}/+(?:fulltext(?:\.html)?|metrics|figures/+\d+|tables/+\d+)/*", _doi),
    (rf"/+(?:article|chapter|content/+pdf)/+{_PATH_DOI}/*", _doi),
)
_BIORXIV = _pages((r"/+content/+(10\.\d+/\d[\d.]*?(?:v\d+)?)(?:\.[a-z][a-z.+-]*)?/*", _doi))
_ANTHOLOGY = _pages((r"/+(?:anthology/+)?([^/]+?)(?:\.pdf|\.bib|\.xml|\.endf)?/*", _acl))
_S2_SITE = _pages((r"/+(?:paper|reader)/+(?:[^/]+/+)?([0-9a-f]{40})(?:/.*)?", _s2))
_S2_API = _pages((r"/+corpusid:\s*(\d+)/*", _s2corpus), (r"/+([0-9a-f]{40})/*", _s2))
_PUBMED = _pages((r"/+(\d+)/*", _pmid))
_PMC_SITE = _pages((r"/+articles/+(PMC\d+)(?:/.*)?", _pmc))
_NCBI = _pages((r"/+(?:m/+)?pubmed/+(\d+)/*", _pmid), (r"/+pmc/+articles/+(PMC\d+)(?:/.*)?", _pmc))

# Whole host names: a pattern would let arxiv.org.evil.com in.
_SITES: dict[str, Site] = {
    **dict.fromkeys(("arxiv.org", "www.arxiv.org", "export.arxiv.org", "browse.arxiv.org"), _ARXIV_SITE),
    **dict.fromkeys(("xxx.lanl.gov", "ar5iv.labs.arxiv.org", "ar5iv.org", "www.ar5iv.org"), _ARXIV_SITE),
    **dict.fromkeys(("alphaxiv.org", "www.alphaxiv.org"), _pages((r"/+(?:abs|pdf|html|overview)/+(.+)", _arxiv))),
    **dict.fromkeys(("huggingface.co", "www.huggingface.co", "hf.co"), _HUGGING_FACE),
    **dict.fromkeys(("doi.org", "dx.doi.org", "www.doi.org"), _DOI_ORG),
    **dict.fromkeys(("dl.acm.org", "onlinelibrary.wiley.com"), _ATYPON),
    "link.springer.com": _SPRINGER,
    **dict.fromkeys(("biorxiv.org", "www.biorxiv.org", "medrxiv.org", "www.medrxiv.org"), _BIORXIV),
    **dict.fromkeys(("aclanthology.org", "www.aclanthology.org", "aclweb.org", "www.aclweb.org"), _ANTHOLOGY),
    **dict.fromkeys(("openreview.net", "www.openreview.net"), _openreview_page),
    **dict.fromkeys(("semanticscholar.org", "www.semanticscholar.org"), _S2_SITE),
    "api.semanticscholar.org": _S2_API,
    "pubmed.ncbi.nlm.nih.gov": _PUBMED,
    "pmc.ncbi.nlm.nih.gov": _PMC_SITE,
    **dict.fromkeys(("ncbi.nlm.nih.gov", "www.ncbi.nlm.nih.gov"), _NCBI),
}
