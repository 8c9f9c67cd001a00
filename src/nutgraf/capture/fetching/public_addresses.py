"""Which addresses of the internet are public: a page of the open web lies at no other.

What a link names may lead into the newsroom's own network, to a router or to the metadata of a
cloud machine; such addresses are never connected to. `ipaddress.is_global` misses some of them in
the versions of Python that are in use (6to4, the local NAT64 prefix), so the registries are here.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final

# The IANA registry of special-purpose IPv4 addresses (RFC 6890 and updates), multicast (RFC 5771)
# and what is reserved (RFC 1112).
_SPECIAL_4 = """
0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24
198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
"""
_NOT_PUBLIC_4: Final = tuple(map(IPv4Network, _SPECIAL_4.split()))
# All that is assigned to hosts of the internet (RFC 4291, 2.4), and what in it is not theirs:
# protocols with Teredo and ORCHID, documentation, 6to4, AS112 (the IANA registry for IPv6).
_HOSTS_6: Final = IPv6Network("2000::/3")
_SPECIAL_6 = "2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20"
_NOT_PUBLIC_6: Final = tuple(map(IPv6Network, _SPECIAL_6.split()))
# An IPv4 address as hosts without IPv4 reach it (RFC 6052); a resolver makes them (DNS64).
_NAT64: Final = IPv6Network("64:ff9b::/96")

Address = IPv4Address | IPv6Address


def is_public(address: Address) -> bool:
    """Whether a host of the open internet can have this address."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC_4)
    if address.scope_id is not None:
        return False
    if address in _NAT64:
        return is_public(IPv4Address(int(address) & 0xFFFF_FFFF))
    return address in _HOSTS_6 and not any(address in network for network in _NOT_PUBLIC_6)


def address_of(text: str) -> Address | None:
    """The address that stands in the text, or None where it is a name."""
    try:
        return ip_address(text)
    except ValueError:
        return None
