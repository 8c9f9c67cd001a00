"""`— Name, role (credit)` behind a quotation, on the same line or the next."""

from __future__ import annotations

import re

from nutgraf.language.attribution import Attribution
from nutgraf.language.cue_verbs import CUE_VERBS
from nutgraf.language.noun_phrases import BLANK

Span = tuple[int, int]

_BLANK_SPACE = r"(?:[^\S\r\n]|[>*_])*"


_DASH = re.compile(
    rf"{_BLANK_SPACE}(?:\r?\n{_BLANK_SPACE}){{0,2}}(?:—|–|--?|―){_BLANK_SPACE}(?=[^\W\d_a-z])"
)


_NEXT_LINE = re.compile(rf"{_BLANK_SPACE}\r?\n{_BLANK_SPACE}(?=[^\W\d_a-z])")


_LONGEST = 400  # characters of a line that can be an attribution


_SIGNED = re.compile(
    r"(?P<name>[^,(\[;:\n]{2,80}?)"
    r"(?:\s*,\s*(?P<role>[^(\[\n]{2,160}?))?"
    r"(?:\s*\((?P<credit>[^()\n]{2,80})\))?"
    r"\s*[.*_]*\s*(?:\[|$)"
)


def signature(text: str, at: int, *, alone: bool) -> Attribution | None:
    """The attribution with a dash behind a quotation that ends at `at`, or on the next line.

    `alone`: the quotation ends its paragraph; then `Name, role` on the next line needs no dash.
    """
    dash = _DASH.match(text, at)
    start = dash or (_NEXT_LINE.match(text, at) if alone else None)
    if start is None:
        return None
    low = start.end()
    signed = _SIGNED.match(text[low : low + _LONGEST].partition("\n")[0])
    if signed is None or not _is_signature(signed, with_dash=dash is not None):
        return None
    role = _shift(signed.span("role"), low)
    return Attribution(_shift(signed.span("name"), low), role, None, _credit(signed, low))


def _credit(signed: re.Match[str], at: int) -> tuple[int, int] | None:
    """The outlet in the brackets; a description in small letters is none."""
    credit = signed["credit"]
    if credit is None:
        return None
    low = signed.start("credit")
    if credit.startswith("to "):
        low += 3
    if not credit.removeprefix("to ")[:1].isupper():
        return None
    return _shift((low, signed.end("credit")), at)


def _shift(span: Span, by: int) -> Span | None:
    return None if span[0] < 0 else (span[0] + by, span[1] + by)


def _is_signature(signed: re.Match[str], *, with_dash: bool) -> bool:
    words = signed["name"].split()
    if not 1 <= len(words) <= 7 or BLANK in signed[0] or not CUE_VERBS.isdisjoint(words):
        return False
    small = [word for word in words if word[0].islower()]
    if with_dash:
        return len(small) * 2 <= len(words)
    return not small and 2 <= len(words) <= 5 and signed["role"] is not None
