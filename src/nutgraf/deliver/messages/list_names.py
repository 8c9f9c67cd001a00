"""What lists and mailings are called in headers: List-Id, Feedback-ID, Message-ID."""

from __future__ import annotations

import hashlib
import re
from typing import Final

_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST_LABEL = 40
_FEEDBACK_SENDER: Final = (5, 15)  # what Gmail's feedback loop asks of a SenderId
_SIGN = 8


def list_id(list_name: str, domain: str) -> str:
    """The identifier of a list (RFC 2919): stays the same, whatever is sent to it."""
    return f"{label(list_name)}.{domain}"


def feedback_id(key: str, list_name: str, domain: str) -> str:
    """Campaign, list, kind and sender, by which Gmail counts the complaints of a mailing."""
    shortest, longest = _FEEDBACK_SENDER
    sender = label(domain, longest)
    if len(sender) < shortest:
        sender = f"{sender}-{_sign(domain)}"[:longest]
    return f"{label(key)}:{label(list_name)}:newsletter:{sender}"


def message_id(domain: str, *values: str) -> str:
    """The same for the same values: a message that is sent again is known as the same."""
    digest = hashlib.sha256("\0".join(values).encode()).hexdigest()
    return f"<{digest[:32]}@{domain}>"


def label(name: str, longest: int = _LONGEST_LABEL) -> str:
    """A name in letters, digits and hyphens, and never empty.

    A hash tells it from others where it had to change.
    """
    bare = _OTHER.sub("-", name.lower()).strip("-")
    same = bare == name.lower() or bare == name.lower().replace(".", "-")
    if bare and same and len(bare) <= longest:
        return bare
    return f"{bare[: longest - _SIGN - 1].strip('-') or 'x'}-{_sign(name)}"


def _sign(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:_SIGN]
