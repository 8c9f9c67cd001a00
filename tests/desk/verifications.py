"""Words that people give in tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from nutgraf.model import Held, How, Said, Verification

COUNTED = "The harbour office counted 1,240 passengers on Saturday."
AT = datetime(2025, 3, 6, 16, 2, 11, tzinfo=UTC)


def word(
    said: Said = "verified",
    words: str = COUNTED,
    *,
    by: str = "Tom Adair",
    after: int = 0,
    how: How | None = "captured page",
    note: str = "",
    held: tuple[Held, ...] = (),
    path: str = "briefs/2025-03-07.md",
    undoes: str = "",
    whose: str = "",
    instead: str = "",
) -> Verification:
    """A word, `after` so many minutes."""
    return Verification(
        path=path,
        said=said,
        words=words,
        by=by,
        at=(AT + timedelta(minutes=after)).isoformat(),
        how=how if said == "verified" else None,
        note=note or ("why?" if said in ("query", "stet") else ""),
        passages=held,
        undoes=undoes,
        whose=whose,
        instead=instead,
    )
