"""Text as quoted-printable (RFC 2045, 6.7), in pieces that can be joined.

No line is over 76 characters, none ends with a space, and none begins with a dot (which a client
would have to double, RFC 5321, 4.5.2) or with `From ` (which mailboxes take for a new message).
"""

from __future__ import annotations

import re
from typing import Final

SOFT_BREAK: Final = b"=\r\n"
_WIDTH = 73  # and two for a first character that has to be escaped, and one for the break
_HIGH = re.compile(rb"[^ -<>-~]")
_LINE = re.compile(rb".{1,%d}(?<!=)(?<!=.)" % _WIDTH)  # no escape is cut in two
_START = re.compile(rb"^(?:\.|From )")
_ENDS = re.compile(r"\r\n|\n")


def encode(text: str) -> bytes:
    """The text with CRLF line ends; it decodes to the same, its own line ends as CRLF.

    A piece may stand after `SOFT_BREAK` and before it: what is joined so is one text.
    """
    return b"\r\n".join(_encoded_line(line) for line in _ENDS.split(text))


def _encoded_line(line: str) -> bytes:
    escaped = _HIGH.sub(_escape, line.encode())
    if escaped.endswith(b" "):
        escaped = escaped[:-1] + b"=20"
    return SOFT_BREAK.join(_START.sub(_escape_first, part) for part in _LINE.findall(escaped))


def _escape(found: re.Match[bytes]) -> bytes:
    return b"=%02X" % ord(found[0])


def _escape_first(found: re.Match[bytes]) -> bytes:
    return b"=%02X" % found[0][0] + found[0][1:]
