"""Bytes of a page or a text as characters: which encoding they are in, by the Web's own rules.

The order is that of the HTML standard's sniffing (section 13.2.3): a byte-order mark, what the
server says, what the page says in its first 1,024 bytes; then UTF-8 where the bytes are UTF-8, and
a guess. Labels mean what the Encoding standard says they mean: `iso-8859-1` is windows-1252.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from nutgraf.capture.encoding_labels import LABELS

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w:.+-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.+-]{1,40})")
_HEAD = 1024


def decode(data: bytes, charset: str | None = None) -> str:
    """The text of `data`; what is no character of its encoding becomes U+FFFD. Never raises.

    `charset` is the label that the server or the letter gives.
    """
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(marked, errors="replace")
    for codec in (_codec(charset), _declared(data)):
        if codec is None:
            continue
        if codec == "replacement":
            return "\ufffd" if data else ""
        if codec == "x-user-defined":
            return "".join(chr(byte if byte < 0x80 else 0xF700 + byte) for byte in data)
        wide = codec.startswith("utf-16") and b"\0" in data
        if codec != "utf-8" and not wide and _is_utf8(data):
            break  # a label that was never true: pages were moved to UTF-8 and their heads were not
        return data.decode(codec, errors="replace")
    if _is_utf8(data):
        return data.decode("utf-8")
    return _guessed(data)


def _codec(label: str | None) -> str | None:
    """Python's codec for a label of the Encoding standard, or None for one it does not know."""
    return LABELS.get(label.strip(" \t\r\n\f\"'").lower()) if label else None


def _declared(data: bytes) -> str | None:
    """What the page itself says; a page that can be read as ASCII so far is not UTF-16."""
    head = data[:_HEAD]
    found = _XML.search(head) or _META.search(head)
    codec = _codec(found[1].decode("ascii", errors="replace")) if found else None
    if codec in ("utf-16-le", "utf-16-be"):
        return "utf-8"
    return "cp1252" if codec == "x-user-defined" else codec


def _is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 and hold more than ASCII."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not data.isascii() or b"\x1b" not in data


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 -- for bytes that say nothing

    best = from_bytes(data[:100_000]).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")
