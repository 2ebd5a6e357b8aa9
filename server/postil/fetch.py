"""The server's only calls to other servers: GET, bounded in time, size, tries and pages. Everything that comes back is hostile."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import urllib3

from postil import __version__

#: Seconds to connect and between two pieces of an answer; tries of one request; and the longest wait that a server may ask for.
CONNECT, READ, TRIES, LONGEST_WAIT = 5.0, 30.0, 5, 60
LARGEST = 32 * 1024 * 1024
PAGES = 20

AGENT = f"Postil/{__version__} (notes on papers)"


class FetchError(Exception):
    """A page could not be had; the message says which and why, in one line."""


def client(backoff: float = 1.0) -> urllib3.PoolManager:
    """Tries 429 and 5xx again, as long as `Retry-After` says (at most a minute), else with doubling pauses."""
    retry = urllib3.Retry(
        total=TRIES - 1, redirect=3, status_forcelist=(429, 500, 502, 503, 504), allowed_methods=("GET",), backoff_factor=backoff,
        backoff_max=LONGEST_WAIT, backoff_jitter=backoff / 2, retry_after_max=LONGEST_WAIT, raise_on_status=False,
    )  # fmt: skip
    return urllib3.PoolManager(timeout=urllib3.Timeout(connect=CONNECT, read=READ), retries=retry, headers={"User-Agent": AGENT})


def pages(http: urllib3.PoolManager, url: str) -> Iterator[bytes]:
    """A resource and those that its `Link: rel="next"` leads to (RFC 8288), on the same host only. Raises FetchError."""
    here: str | None = url
    for _ in range(PAGES):
        if here is None:
            return
        body, link = _get(http, here)
        yield body
        following = urljoin(here, link) if link else None
        here = following if following and urlsplit(following)[:2] == urlsplit(url)[:2] else None


def _get(http: urllib3.PoolManager, url: str) -> tuple[bytes, str | None]:
    try:
        response = http.request("GET", url, preload_content=False)
        try:
            if response.status != 200:
                raise FetchError(f"{url} answered {response.status}")
            body = response.read(LARGEST + 1, decode_content=True)
            rest = _next_link(response.headers.get("Link", ""))
        finally:
            response.release_conn()
    except urllib3.exceptions.HTTPError as error:
        raise FetchError(f"{url} cannot be had: {_reason(error)}") from error
    if len(body) > LARGEST:
        raise FetchError(f"{url} is larger than {LARGEST // 2**20} MiB")
    return body, rest


def _reason(error: Exception) -> str:
    cause = getattr(error, "reason", None) or error
    return str(cause).split("\n")[0][:200]


def _next_link(header: str) -> str | None:
    """The target of `<…>; rel="next"`."""
    for part in header.split(","):
        target, _, parameters = part.strip().partition(">")
        if target.startswith("<") and 'rel="next"' in parameters.replace(" ", ""):
            return target[1:]
    return None
