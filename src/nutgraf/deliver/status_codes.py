"""What an enhanced status code (RFC 3463) says of an address."""

from __future__ import annotations

from typing import Final

# Other, no such mailbox, no such system, bad syntax, ambiguous, moved; and a domain that takes no
# mail (RFC 7505). Of the rest of X.1, 5.1.5 says that the address is good, 5.1.7 and 5.1.8 are
# about the sender's, and 5.1.9 is about a system on the way (RFC 3886).
_NO_MAILBOX: Final = frozenset({"5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.1.6", "5.1.10"})


def says_no_mailbox(code: str) -> bool:
    """Whether there is no mailbox at the reader's address, and will not be.

    Nothing else says that for good: a full mailbox is emptied (5.2.2), and a mailbox that takes no
    mail (5.2.1) may again; what a policy refuses (5.7) is about the message or about us.
    """
    return code in _NO_MAILBOX
