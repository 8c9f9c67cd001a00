"""Which addresses can be mailed, and how they are written in an envelope."""

from __future__ import annotations

import re
from functools import lru_cache

# RFC 5321, 4.5.3.1: what a server has to take.
_LONGEST = 254
_LONGEST_LOCAL = 64
# RFC 5322, 3.2.3 (dot-atom): the local part of nearly every address there is.
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_PLAIN = re.compile(rf"({_ATOM}(?:\.{_ATOM})*)@([^@]+)", re.ASCII)


class NoAddress(ValueError):
    """Why an address cannot be mailed, in words that follow it."""


def mailable(written: str) -> str:
    """The address as it is mailed: its domain in ASCII. Raises NoAddress.

    By email-validator, without asking the DNS. Most addresses of a list share a few domains, and
    their local parts are plain; then only the domain is asked about, and only once.
    """
    found = _PLAIN.fullmatch(written)
    if found and len(found[1]) <= _LONGEST_LOCAL:
        address = f"{found[1]}@{_domain(found[2])}"
        if len(address) <= _LONGEST:
            return address
    return _validated(written)


@lru_cache(maxsize=4096)
def _domain(written: str) -> str:
    return _validated(f"a@{written}").rpartition("@")[2]


def _validated(written: str) -> str:
    # Half of it is tables of characters: who has no list to read does not load them.
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415

    try:
        valid = validate_email(
            written, check_deliverability=False, allow_smtputf8=False, strict=True
        )
    except EmailNotValidError as error:
        raise NoAddress(_in_passing(str(error))) from None
    assert valid.ascii_email is not None
    return valid.ascii_email


def _in_passing(sentences: str) -> str:
    """What the validator says, as a part of a sentence."""
    return "; ".join(one[:1].lower() + one[1:] for one in sentences.rstrip(".").split(". "))
