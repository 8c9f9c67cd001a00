"""Asking the DNS, with little patience."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from nutgraf.errors import TryLater

if TYPE_CHECKING:
    from dns.resolver import Resolver

PATIENCE: Final = 2.0  # seconds for one question, all tries together
T = TypeVar("T")


class Lookups:
    """What the DNS has under a name; an answer is kept, so that nothing is asked twice.

    Empty where there is nothing of the kind. Raises TryLater where no server answers. `resolver`
    asks the servers of this machine unless another is given.
    """

    def __init__(self, resolver: Resolver | None = None) -> None:
        self._resolver = resolver
        self._answer = cache(self._asked)

    def see_that_it_works(self, domain: str) -> None:
        """Raises TryLater where the DNS does not even know the registry above a domain.

        Some networks without a way out say of every name that it does not exist.
        """
        registry = domain.rstrip(".").rpartition(".")[2]
        if not self._answer(registry, "NS"):
            raise TryLater(f"the DNS here knows nothing of .{registry}: this machine is offline")

    def texts(self, name: str) -> tuple[str, ...]:
        """The TXT records, each with its parts joined."""
        return tuple(
            b"".join(record.strings).decode("utf-8", "replace")
            for record in self._answer(name, "TXT")
        )

    def exchanges(self, name: str) -> tuple[tuple[int, str], ...]:
        """The MX records, the most wanted first; the host of a null MX (RFC 7505) is empty."""
        found = (
            (int(record.preference), _bare(record.exchange)) for record in self._answer(name, "MX")
        )
        return tuple(sorted(found))

    def addresses(self, name: str) -> tuple[str, ...]:
        """The addresses of a host, of both kinds."""
        kinds = ("A", "AAAA")
        return tuple(str(record.address) for kind in kinds for record in self._answer(name, kind))

    def hosts(self, address: str) -> tuple[str, ...]:
        """The names that an address leads back to (PTR)."""
        name = ipaddress.ip_address(address).reverse_pointer
        return tuple(_bare(record.target) for record in self._answer(name, "PTR"))

    def _asked(self, name: str, kind: str) -> tuple[Any, ...]:
        import dns.exception  # noqa: PLC0415 - only the doctor needs it
        import dns.resolver  # noqa: PLC0415

        try:
            if self._resolver is None:
                self._resolver = dns.resolver.Resolver()
            found = self._resolver.resolve(
                name.rstrip(".") + ".", kind, lifetime=PATIENCE, search=False
            )
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return ()
        except dns.resolver.NoResolverConfiguration:
            raise TryLater("this machine names no DNS server") from None
        except (dns.resolver.NoNameservers, dns.exception.Timeout, OSError):
            raise TryLater(f"the DNS does not answer for {name}") from None
        except dns.exception.DNSException:
            return ()  # no name that could be in the DNS
        return tuple(found)


def parents(domain: str) -> Iterable[str]:
    """The domain and those above it, down to two labels: what is above may be a registry's."""
    labels = domain.rstrip(".").split(".")
    return (".".join(labels[start:]) for start in range(max(1, len(labels) - 1)))


def tags(record: str) -> dict[str, str]:
    """The tags of a record such as `v=DMARC1; p=none`, by their names in small letters."""
    pairs = (part.partition("=") for part in record.split(";") if "=" in part)
    return {name.strip().casefold(): value.strip() for name, _, value in pairs}


def _bare(name: Any) -> str:
    return str(name.to_text(omit_final_dot=True)).lower().removesuffix(".")
