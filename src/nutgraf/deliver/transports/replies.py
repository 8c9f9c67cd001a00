"""What an SMTP server answers, read from bytes (RFC 5321, section 4.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CODE = re.compile(rb"[2-5]\d\d")
# RFC 3463: class.subject.detail at the start of the text, by RFC 2034 in every line of it.
_ENHANCED = re.compile(r"([245])\.(\d{1,3})\.(\d{1,3})(?!\S)\s*")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# RFC 5321 has 512 octets for a line, and no reply needs a hundred lines.
_LONGEST_LINE = 8 * 1024
_MOST_LINES = 100
_LONGEST_SAID = 500


class Garbled(Exception):
    """What came is no reply of SMTP."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply: its code, and the text of its lines."""

    code: int
    text: str

    @property
    def kind(self) -> int:
        """The first digit: 2 is a yes, 3 go on, 4 not now, 5 no."""
        return self.code // 100

    @property
    def enhanced(self) -> str:
        """The enhanced status code (RFC 3463); empty without one, or where it contradicts."""
        found = _ENHANCED.match(self.text)
        return ".".join(found.groups()) if found and int(found[1]) == self.kind else ""

    @property
    def said(self) -> str:
        """The words on one line, without the enhanced code and without control characters."""
        lines = (_ENHANCED.sub("", line, count=1) for line in self.text.split("\n"))
        told = " ".join(_CONTROLS.sub(" ", line).strip() for line in lines).strip()
        return told if len(told) <= _LONGEST_SAID else told[: _LONGEST_SAID - 1] + "…"

    def __str__(self) -> str:
        return " ".join(filter(None, (str(self.code), self.enhanced, self.said)))


class Replies:
    """Takes bytes as they come, and gives the replies that are complete."""

    def __init__(self) -> None:
        self._rest = b""
        self._lines: list[str] = []

    def feed(self, data: bytes) -> Iterator[Reply]:
        """The replies that these bytes complete. Raises Garbled after those that can be read."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            if reply := self._line(line):
                yield reply
        if len(self._rest) > _LONGEST_LINE or len(self._lines) > _MOST_LINES:
            raise Garbled("a reply without an end")

    def _line(self, line: bytes) -> Reply | None:
        code, mark = line[:3], line[3:4]
        if not (_CODE.fullmatch(code) and mark in {b"", b" ", b"\r", b"-"}):
            raise Garbled(f"no reply of SMTP: {_CONTROLS.sub(' ', _decoded(line[:80]))}")
        self._lines.append(_decoded(line[4:]).rstrip("\r"))
        if mark == b"-":
            return None
        reply = Reply(int(code), "\n".join(self._lines))
        self._lines = []
        return reply


def _decoded(line: bytes) -> str:
    return line.decode("utf-8", "replace")
