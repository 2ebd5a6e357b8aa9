"""The server's only calls to other servers: GET, bounded in time, size, tries and pages. Everything that comes back is hostile."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import urllib3

from postil import __version__

log = logging.getLogger("postil.fetch")

#: Tries of one request, and the longest wait (seconds) that a server may ask for.
TRIES, LONGEST_WAIT = 5, 60
LARGEST = 32 * 1024 * 1024
PAGES = 20

AGENT = f"Postil/{__version__} (notes on papers)"

_LINK = re.compile(r"<([^>]*)>([^<]*)")
_NEXT = re.compile(r';\s*rel\s*=\s*("[^"]*\bnext\b[^"]*"|next\b)', re.IGNORECASE)


class FetchError(Exception):
    """A page could not be had; the message says which and why, in one line."""


@dataclass(frozen=True)
class Patience:
    """Seconds: to connect, between two pieces of an answer, for a whole answer; and what the pauses between tries begin with."""

    connect: float = 5.0
    read: float = 30.0
    whole: float = 120.0
    backoff: float = 1.0


class Client:
    """Tries 429 and 5xx again, as long apart as `Retry-After` says (at most a minute), else with doubling pauses."""

    def __init__(self, patience: Patience | None = None) -> None:
        self._patience = patience or Patience()
        retry = urllib3.Retry(
            total=TRIES - 1, redirect=3, status_forcelist=(429, 500, 502, 503, 504), allowed_methods=("GET",),
            backoff_factor=self._patience.backoff, backoff_max=LONGEST_WAIT, backoff_jitter=self._patience.backoff / 2,
            retry_after_max=LONGEST_WAIT, raise_on_status=False,
        )  # fmt: skip
        timeout = urllib3.Timeout(connect=self._patience.connect, read=self._patience.read)
        self._http = urllib3.PoolManager(timeout=timeout, retries=retry, headers={"User-Agent": AGENT})

    def pages(self, url: str) -> Iterator[bytes]:
        """A resource and those that its `Link: rel="next"` leads to (RFC 8288), on the same host only; of more than PAGES the first.

        Raises FetchError.
        """
        here: str | None = url
        for _ in range(PAGES):
            if here is None:
                return
            body, link = self._get(here)
            yield body
            here = _following(here, link)
        if here is not None:
            log.warning("a listing goes on after %d pages: the rest was not read", PAGES)  # without its address, which holds a search

    def _get(self, url: str) -> tuple[bytes, str]:
        try:
            response = self._http.request("GET", url, preload_content=False)
            try:
                if response.status != 200:
                    raise FetchError(f"{url} answered {response.status}")
                return self._body(response, url), response.headers.get("Link", "")
            finally:
                response.close()
        except urllib3.exceptions.HTTPError as error:
            raise FetchError(f"{url} cannot be had: {_reason(error)}") from error

    def _body(self, response: urllib3.BaseHTTPResponse, url: str) -> bytes:
        """Piece by piece: a server that sends a byte now and then keeps within every other bound."""
        end = time.monotonic() + self._patience.whole
        body = bytearray()
        while piece := response.read1(256 * 1024, decode_content=True):
            body += piece
            if len(body) > LARGEST:
                raise FetchError(f"{url} is larger than {LARGEST // 2**20} MiB")
            if time.monotonic() > end:
                raise FetchError(f"{url} took longer than {self._patience.whole:g} seconds")
        return bytes(body)


def _reason(error: Exception) -> str:
    cause = getattr(error, "reason", None) or error
    return str(cause).split("\n")[0][:200]


def _following(here: str, link: str) -> str | None:
    """Where `<…>; rel="next"` leads, unless to another host."""
    for target, parameters in _LINK.findall(link):
        if _NEXT.search(parameters):
            try:
                following = urljoin(here, target)
                return following if urlsplit(following)[:2] == urlsplit(here)[:2] else None
            except ValueError:  # no URL at all
                return None
    return None
