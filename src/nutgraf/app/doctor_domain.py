"""What the network says of the sending domain and the relay."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from nutgraf.app.diagnosis import Diagnosis
from nutgraf.deliver.messages.message import wire_address
from nutgraf.deliver.messages.signing import Signer, signer_of
from nutgraf.deliver.sending_domain import Remark
from nutgraf.deliver.sending_domain.arriving import check_arriving
from nutgraf.deliver.sending_domain.dkim_key import check_dkim
from nutgraf.deliver.sending_domain.dmarc import Names, check_dmarc
from nutgraf.deliver.sending_domain.lookups import Lookups
from nutgraf.deliver.sending_domain.relay import check_relay
from nutgraf.deliver.sending_domain.reverse import check_reverse
from nutgraf.deliver.sending_domain.spf import check_spf
from nutgraf.deliver.transports.opening import relay_of
from nutgraf.errors import TryLater, Usage
from nutgraf.workspace.examples import is_nobodys
from nutgraf.workspace.settings import Settings

_SELECTOR = "nutgraf doctor --send-to ADDRESS shows how it signs"


def examine_domain(
    root: Path, settings: Settings, lookups: Lookups | None, now: datetime
) -> Iterator[Diagnosis]:
    """SPF, DKIM, DMARC, MX and PTR of the domain, and the relay; without lookups nothing is asked.

    A domain that is only an example is not asked about.
    """
    if settings.delivery.host is None or settings.delivery.transport != "smtp":
        return
    if lookups is None:
        message = "the sending domain and the relay (offline)"
        yield Diagnosis("domain", "not checked", message)
        return
    sender = settings.sender.address
    if is_nobodys(sender):
        message = f"the sending domain: sender.address is an example ({sender})"
        yield Diagnosis("domain", "not checked", message)
    else:
        yield from _told("domain", _domain(root, settings, lookups))
    yield from _told("relay", _relay(root, settings, lookups, now))


def _told(area: str, remarks: Iterator[Remark]) -> Iterator[Diagnosis]:
    """The remarks, until the network does not answer: then the rest is not known either."""
    try:
        for state, message, hint in remarks:
            yield Diagnosis(area, state, message, hint)
    except TryLater as later:
        yield Diagnosis(area, "not checked", f"{later.message}; nothing more was asked")


def _domain(root: Path, settings: Settings, lookups: Lookups) -> Iterator[Remark]:
    shown = _domain_of(settings.sender.address)
    lookups.see_that_it_works(shown)
    envelope = _domain_of(settings.delivery.envelope_from or settings.sender.address)
    yield from check_spf(envelope, lookups)
    signing = None
    if settings.dkim is None:
        message = "DKIM: the relay signs, if anybody does, and its selector is not known here"
        yield Remark("not checked", message, _SELECTOR)
    else:
        signing = settings.dkim.domain or shown
        signer = _signer(root, settings)
        yield from check_dkim(settings.dkim.selector, signing, lookups, signer)
    yield from check_dmarc(Names(shown, envelope, signing), lookups)
    for domain, what in _mailed(settings).items():
        yield from check_arriving(domain, what, lookups)
    yield from _reverse(settings, shown, lookups)


def _signer(root: Path, settings: Settings) -> Signer | None:
    """None where the key is not here or is none, which is told elsewhere."""
    try:
        return signer_of(settings, root)
    except Usage:
        return None


def _mailed(settings: Settings) -> dict[str, str]:
    """The domains that mail comes back to, and what that is."""
    sender = settings.sender
    addresses = (
        (settings.delivery.envelope_from or sender.address, "bounces"),
        (sender.reply_to or sender.address, "replies"),
        (settings.unsubscribe.mailto, "requests to unsubscribe"),
    )
    found: dict[str, list[str]] = {}
    for address, what in addresses:
        if address is not None:
            found.setdefault(_domain_of(address), []).append(what)
    return {domain: " and ".join(each) for domain, each in found.items()}


def _reverse(settings: Settings, shown: str, lookups: Lookups) -> Iterator[Remark]:
    """Only of a relay of our own: other people's are their business."""
    host = (settings.delivery.host or "").casefold().rstrip(".")
    if _is_local(host):
        message = "PTR: the relay is this machine, whose public address is not known here"
        yield Remark("not checked", message, _SELECTOR)
    elif host == shown or host.endswith(f".{shown}"):
        yield from check_reverse(host, lookups)


def _is_local(host: str) -> bool:
    """Whether it is this machine, or one beside it, by an address or a name without a domain."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_private
    except ValueError:
        return "." not in host


def _relay(root: Path, settings: Settings, lookups: Lookups, now: datetime) -> Iterator[Remark]:
    delivery = settings.delivery
    host = delivery.host or ""
    if not _is_local(host):
        lookups.addresses(host)  # where the DNS is silent, the system would wait far longer for it
    try:
        relay = relay_of(root, delivery)
    except Usage:
        try:  # without a password that is not here, which is told elsewhere
            bare = msgspec.structs.replace(delivery, username=None, password=None)
            relay = relay_of(root, bare)
        except Usage as usage:
            yield Remark("error", usage.message, usage.hint)
            return
    yield from check_relay(relay, now)


def _domain_of(address: str) -> str:
    return wire_address(address).rpartition("@")[2].casefold()
