"""Behind a reverse proxy: whose request it is, and that nobody makes it up."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from world import ORIGIN, World

from postil import proxies
from postil.clock import MINUTE
from postil.gateway import Gateway
from postil.services import throttles

TRUSTED = proxies.networks(("10.0.0.0/8", "192.0.2.7", "2001:db8::/32"))


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("10.1.2.3", "198.51.100.1", "198.51.100.1"),
        ("10.1.2.3", "203.0.113.9, 198.51.100.1", "198.51.100.1"),  # what is before it, the client wrote
        ("10.1.2.3", "203.0.113.9,198.51.100.1 , 10.9.9.9,192.0.2.7", "198.51.100.1"),
        ("192.0.2.7", "2001:0DB9:0::1", "2001:db9::/64"),  # one spelling
        ("2001:db8::1", "::ffff:198.51.100.1", "198.51.100.1"),
        ("::ffff:10.1.2.3", "198.51.100.1", "198.51.100.1"),
        ("198.51.100.2", "198.51.100.1", "198.51.100.2"),  # no proxy of ours
        ("2001:db9:1:2:3:4:5:6", "198.51.100.1", "2001:db9:1:2::/64"),  # all that one subscriber has
        ("::ffff:198.51.100.2", "", "198.51.100.2"),
        ("192.0.2.8", "10.1.2.3", "192.0.2.8"),
        ("10.1.2.3", "", "10.1.2.3"),
        ("10.1.2.3", "10.4.4.4", "10.1.2.3"),
        ("10.1.2.3", "198.51.100.1, unknown", "10.1.2.3"),
        ("10.1.2.3", "198.51.100.1,", "10.1.2.3"),
        ("10.1.2.3", "198.51.100.1:80", "10.1.2.3"),
        ("10.1.2.3", "x" * 60_000, "10.1.2.3"),
        ("somewhere", "198.51.100.1", "somewhere"),
    ],
)
def test_the_last_hop_that_is_no_proxy_is_the_client(peer: str, forwarded: str, client: str) -> None:
    assert proxies.client(peer, forwarded, TRUSTED) == client


def test_without_trust_the_header_says_nothing() -> None:
    assert proxies.client("127.0.0.1", "198.51.100.1", ()) == "127.0.0.1"


def test_a_throttle_tells_clients_behind_a_trusted_proxy_apart(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throttles, "PAIRING", throttles.Limit("pairing", 2, 10 * MINUTE))
    served = Gateway(world.app, 2, proxies.networks(("127.0.0.1",)))

    async def ask(peer: str, *forwarded: str) -> int:
        transport = httpx.ASGITransport(served, client=(peer, 5000))  # type: ignore[arg-type]
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as client:
            hops = [("X-Forwarded-For", hop) for hop in forwarded]
            return (await client.post("/api/oauth/device", data={"client_name": "p"}, headers=hops)).status_code

    async def work() -> None:
        for _ in range(2):
            assert await ask("127.0.0.1", "198.51.100.1") == 200
        assert await ask("127.0.0.1", "198.51.100.1") == 429
        assert await ask("127.0.0.1", "203.0.113.9", "198.51.100.1") == 429, "in headers of its own"
        assert await ask("127.0.0.1", "198.51.100.2") == 200
        for n in range(3):
            assert await ask("192.0.2.1", f"198.51.100.{n + 10}") == (200 if n < 2 else 429), "told by whom nobody trusts"

    asyncio.run(work())
