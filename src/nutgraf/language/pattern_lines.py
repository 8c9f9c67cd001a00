"""Tables of patterns, one a line, so that a list of phrases reads as a list."""

from __future__ import annotations


def alternatives(table: str) -> str:
    """The lines of a table as one alternation; a line that is indented by four goes on."""
    whole = table.replace("\n    ", "")
    return "|".join(line for line in whole.splitlines() if line)
