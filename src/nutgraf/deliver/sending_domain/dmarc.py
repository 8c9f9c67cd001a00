"""DMARC: what receivers do with mail that does not prove its sender (RFC 7489)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from nutgraf.deliver.sending_domain import Remark
from nutgraf.deliver.sending_domain.lookups import Lookups, parents, tags


class Names(NamedTuple):
    """The domains that have to fit together.

    `shown` is that of the From address, `envelope` that of the return path, `signing` that of
    DKIM, or None where the relay signs.
    """

    shown: str
    envelope: str
    signing: str | None


def check_dmarc(names: Names, lookups: Lookups) -> Iterator[Remark]:
    """Whether there is a policy, and whether what we send is aligned with it."""
    place, found = _policies(names.shown, lookups)
    if not found:
        hint = (
            f"publish a TXT record at _dmarc.{names.shown}: v=DMARC1; p=none; rua=mailto:… "
            "(Gmail and Yahoo ask for one)"
        )
        yield Remark("warning", f"DMARC: {names.shown} has no policy", hint)
        yield from _aligned(names, {})
        return
    if len(found) > 1:
        hint = "leave one: receivers ignore them all"
        yield Remark("error", f"DMARC: _dmarc.{place} has {len(found)} policies", hint)
        return
    told = tags(found[0])
    policy = told.get("p", "").casefold()
    if policy not in ("none", "quarantine", "reject"):
        hint = "write p=none, p=quarantine or p=reject"
        yield Remark("error", f"DMARC: the policy at _dmarc.{place} says no p= that is known", hint)
        return
    yield Remark("ok", f"DMARC: the policy at _dmarc.{place} is {policy}")
    yield from _aligned(names, told)


def _policies(domain: str, lookups: Lookups) -> tuple[str, list[str]]:
    """The records of the domain or, where it has none, of the nearest one above it."""
    for place in parents(domain):
        texts = lookups.texts(f"_dmarc.{place}")
        found = [text for text in texts if tags(text).get("v", "").upper() == "DMARC1"]
        if found:
            return place, found
    return domain, []


def _aligned(names: Names, told: dict[str, str]) -> Iterator[Remark]:
    """Receivers want one of the two: a signature, or a return path, of the sender's domain."""
    signed = names.signing is not None and _fits(
        names.signing, names.shown, strict=told.get("adkim") == "s"
    )
    returned = _fits(names.envelope, names.shown, strict=told.get("aspf") == "s")
    assumed = "" if {"adkim", "aspf"} & set(told) else " (relaxed alignment assumed)"
    if names.signing is None:
        if not returned:
            yield Remark(
                "not checked",
                f"DMARC: bounces go to {names.envelope}, which is not aligned with {names.shown}; "
                "the relay has to sign for that domain",
                "nutgraf doctor --send-to ADDRESS shows for which it signs",
            )
        else:
            yield Remark("ok", f"DMARC: the return path is aligned with {names.shown}{assumed}")
        return
    if signed or returned:
        by = "the signature" if signed else "the return path"
        yield Remark("ok", f"DMARC: {by} is aligned with {names.shown}{assumed}")
        return
    yield Remark(
        "error" if told.get("p", "none").casefold() != "none" else "warning",
        f"DMARC: neither the signature ({names.signing}) nor the return path ({names.envelope}) is "
        f"aligned with {names.shown}{assumed}",
        f"sign with dkim.domain: {names.shown}",
    )


def _fits(domain: str, shown: str, *, strict: bool) -> bool:
    """Whether two domains are one or, if they need not be, one lies above the other.

    Two that lie side by side may belong to one organisation, which a list of registries would have
    to say: they are taken for strangers.
    """
    one, other = domain.casefold(), shown.casefold()
    if strict or one == other:
        return one == other
    return one.endswith(f".{other}") or other.endswith(f".{one}")
