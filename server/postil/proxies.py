"""Whose request it is: the address that a reverse proxy tells, where it is one that the server's owner trusts (POSTIL_TRUSTED_PROXIES)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Networks = Sequence[IPv4Network | IPv6Network]


def networks(trusted: Iterable[str]) -> Networks:
    return [ip_network(text) for text in trusted]


def client(peer: str, forwarded: str, trusted: Networks) -> str:
    """Of the hops in `X-Forwarded-For` the last that is no trusted proxy: that one wrote whatever stands before it.

    The peer itself where nobody trusts it, and where it tells no such hop: a throttle then counts for all behind it. Of IPv6 the network
    of 64 bits: who has one of its addresses has them all (RFC 4291, 2.5.1; RFC 6177, 2).
    """
    return _one(_last(peer, forwarded, trusted))


def _last(peer: str, forwarded: str, trusted: Networks) -> str:
    if not trusted or not _within(_address(peer), trusted):
        return peer
    for hop in reversed(forwarded.split(",")):
        address = _address(hop.strip())
        if address is None:
            break
        if not _within(address, trusted):
            return str(address)
    return peer


def _one(text: str) -> str:
    address = _address(text) if ":" in text else None
    return str(ip_network((int(address), 64), strict=False)) if isinstance(address, IPv6Address) else str(address or text)


def _address(text: str) -> Address | None:
    try:
        found = ip_address(text)
    except ValueError:
        return None
    return (found.ipv4_mapped if isinstance(found, IPv6Address) else None) or found


def _within(address: Address | None, trusted: Networks) -> bool:
    return address is not None and any(address in network for network in trusted)
