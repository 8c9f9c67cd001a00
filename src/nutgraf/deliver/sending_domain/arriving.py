"""Whether mail to us arrives: bounces, replies, requests to unsubscribe."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.deliver.sending_domain import Remark
from nutgraf.deliver.sending_domain.lookups import Lookups


def check_arriving(domain: str, what: str, lookups: Lookups) -> Iterator[Remark]:
    """Whether the domain takes mail (RFC 5321, 5.1); `what` is mailed to it."""
    exchanges = lookups.exchanges(domain)
    hint = f"{what} are lost; publish an MX record"
    if any(not host for _, host in exchanges):
        yield Remark("error", f"MX: {domain} says that it takes no mail (RFC 7505)", hint)
        return
    if not exchanges:
        if lookups.addresses(domain):
            told = f"MX: {domain} has no MX record, only an address"
            yield Remark("warning", told, "some servers do not deliver so; publish an MX record")
        else:
            yield Remark("error", f"MX: no server takes mail for {domain}", hint)
        return
    dead = [host for _, host in exchanges if not lookups.addresses(host)]
    if len(dead) == len(exchanges):
        yield Remark("error", f"MX: {', '.join(dead)}, for {domain}, has no address", hint)
        return
    yield Remark("ok", f"MX: {what} to {domain} arrive at {exchanges[0][1]}")
