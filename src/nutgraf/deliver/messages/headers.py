"""Header fields as bytes: what people wrote in RFC 2047, folded where it may be, nothing let in.

The standard library would encode an address of the web as words and so break it, and make encoded
words that are longer than RFC 2047 allows; so each field is written here.
"""

from __future__ import annotations

import re
from binascii import b2a_base64
from typing import Final

from nutgraf.workspace import shapes

LONGEST_LINE: Final = 998  # RFC 5322, 2.1.1
_WIDTH: Final = 78
_ENCODED_LINE: Final = 76
_LONG_WORD = re.compile(r"\S{72}")
_ATOMS = re.compile(r"[\w!#$%&'*+/=?^`{|}~ -]+", re.ASCII)
_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\\\"]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_BROKEN = re.compile(r"\r(?!\n )|(?<!\r)\n")
_SPACES = re.compile(r"[^ ]+(?: +|$)")


def refuse_controls(what: str, value: str) -> str:
    """The value. Raises ValueError where a character of it could end the header field."""
    wrong = shapes.one_line(value)
    if wrong is not None:
        raise ValueError(f"{what} {wrong.message}: {value!r}")
    return value


def unstructured(name: str, value: str) -> bytes:
    """A field of words, such as Subject."""
    return field(name, _words(name, refuse_controls(name, value)))


def refuse_other_than_address(what: str, value: str) -> str:
    """The value. Raises ValueError where it is no address, or more than one."""
    if not _ADDRESS.fullmatch(refuse_controls(what, value)):
        raise ValueError(f"{what} holds no address that can be mailed: {value!r}")
    return value


def mailbox(name: str, display: str, address: str) -> bytes:
    """A field with one mailbox, such as From; an address that is not ASCII is as in RFC 6532."""
    refuse_other_than_address(name, address)
    refuse_controls(name, display)
    if not display.strip():
        return field(name, address)
    return _named(name, display.strip(), address)


def phrase_and_id(name: str, phrase: str, identifier: str) -> bytes:
    """A field as List-Id: words, then an identifier between angle brackets."""
    return _named(name, refuse_controls(name, phrase).strip(), identifier)


def field(name: str, value: str) -> bytes:
    """A field of a value that is already as it has to be, folded or not."""
    made = f"{name}: {value}\r\n".encode()
    if len(made) > LONGEST_LINE and any(len(line) > LONGEST_LINE for line in made.split(b"\r\n")):
        raise ValueError(f"{name} is longer than a mail server takes: {value[:60]!r}…")
    if ("\r" in value or "\n" in value) and _BROKEN.search(value):
        raise ValueError(f"{name} holds a line break: {value!r}")
    return made


def _named(name: str, words: str, identifier: str) -> bytes:
    """Words, and what they name; on a line of its own where both would be long."""
    phrase = _phrase(name, words)
    last = phrase.rpartition("\n")[2]
    before = 0 if "\n" in phrase else len(name) + 2
    gap = " " if before + len(last) + len(identifier) + 3 <= _WIDTH else "\r\n "
    return field(name, f"{phrase}{gap}<{identifier}>")


def _phrase(name: str, text: str) -> str:
    """Words before an address (RFC 5322, 3.2.5)."""
    if not text.isascii() or len(text) > _WIDTH - len(name) - 4 or "=?" in text:
        return _encoded(name, text)
    if _ATOMS.fullmatch(text) and "  " not in text:
        return text
    return '"' + re.sub(r"([\"\\])", r"\\\1", text) + '"'


def _words(name: str, text: str) -> str:
    """Words as they are and folded between them; encoded where that would not come out the same."""
    plain = text.isascii() and text == text.strip() and "=?" not in text
    if not plain or _LONG_WORD.search(text):
        return _encoded(name, text)
    lines = [""]
    width = _WIDTH - len(name) - 2
    for word in _SPACES.findall(text):
        if lines[-1].strip() and len(lines[-1]) + len(word.rstrip()) > width:
            rest = lines[-1].rstrip(" ")
            lines.append(lines[-1][len(rest) :])
            lines[-2] = rest
            width = _WIDTH
        lines[-1] += word
    return "\r\n".join(lines)


def _encoded(name: str, text: str) -> str:
    """Encoded words (RFC 2047, 2), each on a line of at most 76 characters.

    None holds a part of a character.
    """
    words, data = list[str](), text.encode()
    room = _bytes_in_word(len(name) + 2)
    while data:
        end = min(room, len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80:
            end -= 1
        words.append(f"=?utf-8?b?{b2a_base64(data[:end], newline=False).decode()}?=")
        data, room = data[end:], _bytes_in_word(1)
    return "\r\n ".join(words)


def _bytes_in_word(before: int) -> int:
    """How many bytes an encoded word holds, behind so many characters of its line."""
    return (_ENCODED_LINE - before - len("=?utf-8?b??=")) // 4 * 3
