"""SPF: which servers may send with the return path of a domain (RFC 7208)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from nutgraf.deliver.sending_domain import Remark
from nutgraf.deliver.sending_domain.lookups import Lookups

MOST_LOOKUPS: Final = 10  # 4.6.4
_ASKING: Final = frozenset({"include", "a", "mx", "ptr", "exists", "redirect"})
_SILENT: Final = frozenset({"all", "ip4", "ip6", "exp"})
_TERM = re.compile(r"([+?~-]?)([a-z][a-z0-9_.-]*)(?:([:=])(\S*))?(?:/\S*)?", re.IGNORECASE)
_EXAMPLE: Final = (
    "publish a TXT record there: v=spf1 include:… -all (your relay says what to include)"
)


class _Wrong(Exception):
    """What makes receivers give up (permerror)."""


def check_spf(domain: str, lookups: Lookups) -> Iterator[Remark]:
    """Whether the domain of the return path says who may send for it, and says it well."""
    found = _records(domain, lookups)
    if not found:
        yield Remark("warning", f"SPF: {domain} does not say who may send for it", _EXAMPLE)
        return
    if len(found) > 1:
        hint = "make one of them: receivers ignore them all"
        yield Remark("error", f"SPF: {domain} has {len(found)} records, and may have one", hint)
        return
    counter = _Counter(lookups)
    try:
        counter.count(found[0], (domain.casefold(),))
    except _Wrong as wrong:
        yield Remark("error", f"SPF: the record of {domain} cannot be used: {wrong}", found[0])
        return
    ending = counter.ending
    if ending == "+":
        yield Remark(
            "error",
            f"SPF: the record of {domain} lets anybody send for it (+all)",
            "end it with -all or ~all",
        )
        return
    if ending in ("", "?"):
        yield Remark(
            "warning",
            f"SPF: the record of {domain} says nothing of other senders",
            "end it with -all or ~all",
        )
    told = f"SPF: {domain} has one record, {counter.asked} of {MOST_LOOKUPS} lookups"
    yield Remark("ok", told)


def _records(domain: str, lookups: Lookups) -> list[str]:
    return [
        text
        for text in lookups.texts(domain)
        if text.casefold().startswith("v=spf1") and text[6:7] in ("", " ")
    ]


class _Counter:
    """Counts what a receiver has to ask, as deep as it has to go.

    `ending` is the qualifier of `all`, empty where nothing is said of the rest.
    """

    def __init__(self, lookups: Lookups) -> None:
        self._lookups = lookups
        self.asked = 0
        self.ending = ""

    def count(self, record: str, within: tuple[str, ...], *, speaks: bool = True) -> None:
        """Raises _Wrong where a receiver would give up; `within` is the way down to here.

        A record that is included does not speak for the domain: what it says of the rest, does
        not count.
        """
        redirect = ""
        for term in record.split()[1:]:
            found = _TERM.fullmatch(term)
            qualifier, name, sign, value = found.groups("") if found else ("", "", "", "")
            name = name.casefold()
            if name in _ASKING:
                self._ask()
            elif name not in _SILENT and sign != "=":
                raise _Wrong(f"{term} is no mechanism")
            if name == "include":
                self._follow(name, value, within, speaks=False)
            elif name == "redirect":
                redirect = value
            elif name == "all":
                if speaks:
                    self.ending = qualifier or "+"
                return  # what stands behind it is not read
        if redirect:
            self._follow("redirect", redirect, within, speaks=speaks)

    def _ask(self) -> None:
        self.asked += 1
        if self.asked > MOST_LOOKUPS:
            raise _Wrong(f"it takes more than {MOST_LOOKUPS} lookups")

    def _follow(self, how: str, domain: str, within: tuple[str, ...], *, speaks: bool) -> None:
        domain = domain.casefold().rstrip(".")
        if "%" in domain:  # a macro, which only a receiver can fill in
            return
        if domain in within:
            raise _Wrong(f"{domain} leads back to itself")
        found = _records(domain, self._lookups)
        if len(found) != 1:
            raise _Wrong(f"{how} {domain or '(nothing)'} has {len(found) or 'no'} SPF records")
        self.count(found[0], (*within, domain), speaks=speaks)
