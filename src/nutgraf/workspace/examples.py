"""Addresses that are examples: domains that belong to nobody, so that nothing reaches them."""

from __future__ import annotations

# RFC 2606 and RFC 6761.
_NOBODYS = ("example", "test", "invalid", "localhost")
_NOBODYS_DOMAINS = ("example.com", "example.net", "example.org")


def is_nobodys(address: str) -> bool:
    """Whether the domain of a mail address, or a host with or without a port, is an example."""
    domain = address.rpartition("@")[2].partition(":")[0].casefold().rstrip(".")
    return domain.rpartition(".")[2] in _NOBODYS or any(
        domain == known or domain.endswith(f".{known}") for known in _NOBODYS_DOMAINS
    )


def is_example_place(postal_address: str) -> bool:
    """Whether a postal address is the one that `nutgraf init` writes, or another example."""
    return "example" in postal_address.casefold()
