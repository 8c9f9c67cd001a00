"""The dash line of a quotation: `“words” — speaker, role, to whom (credit)`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKS = "“”\"„‟«»‘’‚'"
_QUOTED = re.compile(
    rf"\s*[{_MARKS}](?P<quoted>.*)[{_MARKS}][,.]?\s*(?:—|–|―|--|-)\s*(?P<who>\S.*?)\s*", re.DOTALL
)
_UNMARKED = re.compile(r"\s*(?P<quoted>.*\S)\s+(?:—|–|―|--)\s*(?P<who>\S.*?)\s*", re.DOTALL)
_BARE = re.compile(rf"\s*[{_MARKS}](?P<quoted>.*)[{_MARKS}][,.]?\s*", re.DOTALL)
_CREDIT = re.compile(r"\s*\((?P<outlet>[^()]+)\)$|,?\s+(?:to|told)\s+(?P<told>[^,()]+)$")
# Longer than this, what stands behind a dash is a part of the words, not a name and a role.
_LONGEST_ATTRIBUTION = 160


@dataclass(frozen=True, slots=True)
class Attributed:
    """Where the quoted words lie in the text that was read, and who said them, to whom."""

    start: int
    end: int
    speaker: str
    role: str
    credit: str


def read_attribution(text: str, *, marked: bool) -> Attributed | None:
    """The quotation that `text` is; with `marked`, only if it is in quotation marks with a dash.

    Without `marked` (a blockquote is a quotation whatever its marks), what has no dash line has no
    speaker.
    """
    found = _QUOTED.fullmatch(text)
    if found is None and not marked:
        found = _UNMARKED.fullmatch(text)
    if found and len(found.group("who")) <= _LONGEST_ATTRIBUTION:
        return Attributed(*found.span("quoted"), *_who(found.group("who").rstrip(" .")))
    if marked:
        return None
    bare = _BARE.fullmatch(text)
    start, end = bare.span("quoted") if bare else (0, len(text))
    return Attributed(start, end, "", "", "")


def _who(text: str) -> tuple[str, str, str]:
    """Speaker, role and credit."""
    credit = ""
    if found := _CREDIT.search(text):
        credit = (found.group("outlet") or found.group("told")).strip().removeprefix("to ")
        text = text[: found.start()]
    speaker, _, role = text.partition(",")
    return speaker.strip(), role.strip(), credit
