from __future__ import annotations

import pytest

from nutgraf.language.signatures import signature


def _read(text: str, *, alone: bool = True) -> tuple[str | None, ...] | None:
    found = signature(text, text.index("”") + 1, alone=alone)
    if found is None:
        return None
    spans = (found.speaker, found.role, found.to)
    return tuple(None if span is None else text[slice(*span)] for span in spans)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("“a” — Ann Lee", ("Ann Lee", None, None)),
        ("“a”\n> -- Ann Lee, a nurse.", ("Ann Lee", "a nurse", None)),
        ("“a”\n\n– Ann Lee, a nurse (Daily Tide)", ("Ann Lee", "a nurse", "Daily Tide")),
        ("“a” — Ann Lee (to The Tide)", ("Ann Lee", None, "The Tide")),
        ("“a” — Ann Lee (watchdog)", ("Ann Lee", None, None)),
        ("“a” — Ann Lee, a nurse [@tide]", ("Ann Lee", "a nurse", None)),
        ("“a”\nAnn Lee, a nurse", ("Ann Lee", "a nurse", None)),
    ],
)
def test_name_role_and_credit_are_read_from_the_line(
    text: str, parts: tuple[str | None, ...]
) -> None:
    assert _read(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "“a” and more",
        "“a” — a note on it",
        "“a” — Ann Lee said so",
        "“a” — This is a line of many words that no name has",
        "“a”\nAnn Lee",
        "“a”\nThe ferry was late, she said.",
        "“a” — \ue000\ue000 Ann, Lee",
    ],
)
def test_other_lines_are_no_attribution(text: str) -> None:
    assert _read(text) is None


def test_the_next_line_counts_only_where_the_quotation_ends_its_paragraph() -> None:
    assert _read("“a”\nAnn Lee, a nurse", alone=False) is None
