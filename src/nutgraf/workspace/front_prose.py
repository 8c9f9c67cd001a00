"""Title, subject and preheader as words that readers see, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from nutgraf.model import Brief, Prose, Run

FrontKey = Literal["title", "subject", "preheader"]
_KEYS: tuple[FrontKey, ...] = ("title", "subject", "preheader")


def front_prose(brief: Brief) -> Iterator[tuple[FrontKey, Prose]]:
    """Those of the three that the front matter gives, with their keys."""
    for key in _KEYS:
        value, place = brief.front.values.get(key), brief.front.places.get((key,))
        if not isinstance(value, str) or place is None:
            continue
        start = brief.file.text.find(value, place.start, place.end)
        run = Run(0, start, len(value)) if start >= 0 else Run(0, place.start, 0)
        yield key, Prose(value, brief.file, (run,))
