"""A change of a page in a sentence that an editor would say."""

from __future__ import annotations

from nutgraf.evidence.drift.change import Change

_LONGEST = 160  # characters of the page's words in one message


def told(change: Change, page: str) -> str:
    """What became of the words, on the page of that name."""
    old, new = shortened(change.old), shortened(change.new)
    if change.kind == "gone":
        return f"the sentence that it rests on is gone from {page}"
    if change.kind == "headline":
        return f"the headline of {page} is now “{new}”"
    if change.kind == "notice":
        return f"a note was added to {page}: “{new}”"
    if not new:
        return f"{page} no longer has “{old}”"
    if change.kind == "quotation":
        return f"the quotation now reads “{new}” in {page}"
    if change.kind in ("figure", "date", "name"):
        return f"its {change.kind} is now “{new}” in {page}"
    if change.kind == "denied":
        return f"{page} now says otherwise: “{new}”"
    if change.kind == "doubted":
        return f"{page} is less sure of it now: “{new}”"
    if change.kind == "surer":
        return f"{page} says it more surely now: “{new}”"
    return f"{page} has it in other words now: “{new}”"


def shortened(text: str) -> str:
    """A text on one line, its end left out where it is long; no quotation marks around it."""
    line = " ".join(text.split()).strip('“”"')
    if len(line) <= _LONGEST:
        return line.replace("“", "‘").replace("”", "’")
    cut = line[:_LONGEST].rsplit(" ", 1)[0]
    return f"{cut} …".replace("“", "‘").replace("”", "’")
