"""What is known of one thing, on the terminal: a line for each fact, its label in front."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

_WIDTH = 80
_LABEL = 13


def fact(label: str, words: str | None) -> Iterator[str]:
    """The lines of a fact, the label in the first of them; none for what is not known."""
    if words:
        lines = textwrap.wrap(
            words, _WIDTH - _LABEL, break_long_words=False, break_on_hyphens=False
        ) or [""]
        yield f"  {label:<{_LABEL - 2}}{lines[0]}"
        yield from (f"{'':<{_LABEL}}{line}" for line in lines[1:])
