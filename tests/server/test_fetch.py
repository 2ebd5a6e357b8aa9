"""Calls to other servers: tried again within bounds, never further than asked, and a clear line when it cannot be had."""

from __future__ import annotations

import gzip
import logging
from types import SimpleNamespace

import pytest
from supplier import Supplier, drip, json_of

from postil import fetch
from postil.fetch import Client, FetchError, Patience

QUICK = Patience(connect=1, read=5, whole=60, backoff=0)
OK = json_of()


def get(supplier: Supplier, patience: Patience = QUICK) -> list[bytes]:
    return list(Client(patience).pages(f"{supplier.base}/api?x=1"))


def trouble(supplier: Supplier, patience: Patience = QUICK) -> str:
    with pytest.raises(FetchError) as told:
        get(supplier, patience)
    message = str(told.value)
    assert message.startswith(f"{supplier.base}/api?x=1 "), message
    assert "\n" not in message
    assert len(message) < 400
    return message


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses between tries, not waited for."""
    pauses: list[float] = []
    import time

    monkeypatch.setattr("urllib3.util.retry.time", SimpleNamespace(sleep=pauses.append, time=time.time))
    return pauses


def test_it_says_who_asks(supplier: Supplier) -> None:
    supplier.answers = [OK]
    assert get(supplier) == [b"[]"]
    assert supplier.agents[0].startswith("Postil/")


def test_429_is_tried_again_as_late_as_it_says(supplier: Supplier, slept: list[float]) -> None:
    supplier.answers = [(429, {"Retry-After": "7"}, b"slow down"), OK]
    assert get(supplier) == [b"[]"]
    assert slept == [7]


def test_nobody_makes_us_wait_for_an_hour(supplier: Supplier, slept: list[float]) -> None:
    supplier.answers = [(503, {"Retry-After": "3600"}, b""), OK]
    assert get(supplier) == [b"[]"]
    assert max(slept) <= fetch.LONGEST_WAIT


def test_500s_are_tried_again(supplier: Supplier) -> None:
    supplier.answers = [(500, {}, b"x"), (502, {}, b""), (504, {}, b""), OK]
    assert get(supplier) == [b"[]"]
    assert len(supplier.asked) == 4


def test_pauses_double(supplier: Supplier, slept: list[float]) -> None:
    supplier.answers = [(503, {}, b"")] * 4 + [OK]
    get(supplier, Patience(backoff=1))
    pauses = [int(pause) for pause in slept if pause]
    assert pauses == sorted(pauses)
    assert pauses[-1] >= 4


def test_a_503_without_end_is_said_after_five_tries(supplier: Supplier) -> None:
    supplier.answers = [(503, {}, b"")]
    assert "answered 503" in trouble(supplier)
    assert len(supplier.asked) == fetch.TRIES


@pytest.mark.parametrize("status", [204, 400, 401, 403, 404, 410])
def test_other_answers_are_final(supplier: Supplier, status: int) -> None:
    supplier.answers = [(status, {}, b"")]
    assert f"answered {status}" in trouble(supplier)
    assert len(supplier.asked) == 1


def test_nobody_there() -> None:
    with pytest.raises(FetchError, match="cannot be had"):
        list(Client(QUICK).pages("http://127.0.0.1:1/api"))


def test_a_server_that_hangs(supplier: Supplier) -> None:
    supplier.answers = [supplier.hang]
    assert "cannot be had" in trouble(supplier, Patience(read=0.05, backoff=0))
    assert len(supplier.asked) == fetch.TRIES


def test_a_server_that_sends_a_byte_now_and_then(supplier: Supplier) -> None:
    """Each piece comes in time: only the whole answer is late."""
    supplier.answers = [drip]
    assert "took longer than 0 seconds" in trouble(supplier, Patience(whole=0, backoff=0))


def test_a_server_that_breaks_off(supplier: Supplier) -> None:
    supplier.answers = [drip]
    assert "cannot be had" in trouble(supplier)


@pytest.mark.parametrize("packed", [False, True])
def test_an_answer_without_end(supplier: Supplier, monkeypatch: pytest.MonkeyPatch, packed: bool) -> None:
    monkeypatch.setattr(fetch, "LARGEST", 2**20)
    body = b" " * (2**20 + 1)
    supplier.answers = [(200, {"Content-Encoding": "gzip"}, gzip.compress(body)) if packed else (200, {}, body)]
    assert "larger than 1 MiB" in trouble(supplier)


def test_what_is_packed_wrongly(supplier: Supplier) -> None:
    supplier.answers = [(200, {"Content-Encoding": "gzip"}, b"no gzip")]
    assert "cannot be had" in trouble(supplier)


# --- further pages ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "link",
    [
        '</api?p=2>; rel="next"', '<{base}/api?p=2>; rel="next"', "<?p=2>;rel=next", '</api?p=1>; rel="prev", </api?p=2>; rel="next"',
        '</api?p=2>; title="a, b"; rel="last next"',
    ],
)  # fmt: skip
def test_next_is_followed(supplier: Supplier, link: str) -> None:
    supplier.answers = [json_of(1, Link=link.format(base=supplier.base)), json_of(2)]
    assert get(supplier) == [b"[1]", b"[2]"]
    assert supplier.asked == ["/api?x=1", "/api?p=2"]


def test_commas_in_an_address(supplier: Supplier) -> None:
    supplier.answers = [json_of(1, Link='</api?ids=1,2>; rel="next"'), json_of(2)]
    get(supplier)
    assert supplier.asked[1] == "/api?ids=1,2"


@pytest.mark.parametrize(
    "link",
    [
        '<http://127.0.0.2:{port}/api>; rel="next"', '<https://127.0.0.1:{port}/api>; rel="next"', '<//evil.example/>; rel="next"',
        '<http://[bad/>; rel="next"', '</api?p=2>; rel="prev"', '</api?p=2>; rel="nextish"', "</api",
        '<file:///etc/passwd>; rel="next"', "",
    ],
)  # fmt: skip
def test_nothing_leads_to_another_host(supplier: Supplier, link: str) -> None:
    supplier.answers = [json_of(1, Link=link.format(port=supplier.base.rsplit(":")[-1]))]
    assert get(supplier) == [b"[1]"]
    assert len(supplier.asked) == 1


def test_pages_without_end(supplier: Supplier, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING, "postil.fetch")
    supplier.answers = [json_of(Link='</api?more>; rel="next"')]
    assert len(get(supplier)) == fetch.PAGES == len(supplier.asked)
    assert caplog.messages == [f"a listing goes on after {fetch.PAGES} pages: the rest was not read"]


def test_the_last_page_that_is_read_may_be_the_last(supplier: Supplier, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING, "postil.fetch")
    supplier.answers = [json_of(Link='</api?more>; rel="next"')] * (fetch.PAGES - 1) + [json_of(1)]
    assert len(get(supplier)) == fetch.PAGES
    assert not caplog.messages


def test_redirects_without_end(supplier: Supplier) -> None:
    supplier.answers = [(302, {"Location": "/api?again"}, b"")]
    assert "cannot be had" in trouble(supplier)
    assert len(supplier.asked) <= fetch.TRIES
