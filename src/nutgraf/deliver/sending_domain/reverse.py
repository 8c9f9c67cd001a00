"""PTR: the names that a relay's addresses lead back to."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.deliver.sending_domain import Remark
from nutgraf.deliver.sending_domain.lookups import Lookups


def check_reverse(host: str, lookups: Lookups) -> Iterator[Remark]:
    """Whether each address of a relay of ours has a name, and the name that address.

    Large receivers refuse mail from addresses without one.
    """
    addresses = lookups.addresses(host)
    if not addresses:
        yield Remark("error", f"PTR: the relay {host} has no address", "see `delivery.host`")
        return
    for address in addresses:
        names = lookups.hosts(address)
        if not names:
            hint = f"whoever gave you the address sets it: {address} PTR {host}"
            yield Remark("warning", f"PTR: the relay's address {address} has no name", hint)
        elif not any(address in lookups.addresses(name) for name in names):
            hint = f"set it to {host}, which has that address"
            told = f"PTR: {address} is called {names[0]}, which has not that address"
            yield Remark("warning", told, hint)
        else:
            yield Remark("ok", f"PTR: {address} is {names[0]}, and back")
