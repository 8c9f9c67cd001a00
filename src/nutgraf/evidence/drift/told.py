"""A change of a page in a sentence that an editor would say."""

from __future__ import annotations

from nutgraf.evidence.drift.change import Change

_LONGEST = 160  # characters of the page's words in one message


def told(change: Change, page: str) -> str:
    """What became of the words, on the page of that name, or on `it`."""
    old, new = shortened(change.old), shortened(change.new)
    if change.kind == "gone":
        return f"the sentence that it rests on is gone from {page}"
    if change.kind == "headline":
        whose = "its headline" if page == "it" else f"the headline of {page}"
        return f"{whose} is now “{new}”"
    if change.kind == "notice":
        return f"a note was added to {page}: “{new}”"
    if not new:
        return f"“{old}” is gone from {page}"
    if change.kind == "quotation":
        return f"the quotation now reads “{new.rstrip(',')}” in {page}"
    if change.kind in ("figure", "date", "name"):
        return f"its {change.kind} is now “{new}” in {page}"
    if change.kind == "denied":
        return f"the contrary now stands in {page}: “{new}”"
    if change.kind == "doubted":
        return f"it is less sure by now in {page}: “{new}”"
    if change.kind == "surer":
        return f"it is said more surely by now in {page}: “{new}”"
    return f"other words stand for it now in {page}: “{new}”"


def shortened(text: str) -> str:
    """A text on one line, its end left out where it is long; no quotation marks around it."""
    line = " ".join(text.split()).lstrip("#*_> ").strip('“”"')
    if len(line) <= _LONGEST:
        return line.replace("“", "‘").replace("”", "’")
    cut = line[:_LONGEST].rsplit(" ", 1)[0]
    return f"{cut} …".replace("“", "‘").replace("”", "’")
