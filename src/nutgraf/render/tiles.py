"""Tables that are really a few figures: one short column of numbers and what each counts."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.model import Cell, Table

_MOST_TILES: Final = 6
_MOST_COLUMNS: Final = 3
_LONGEST_FIGURE: Final = 18  # characters: what three tiles beside each other can set large
_FIGURE = re.compile(
    r"(?P<before>\D*?)\s*(?P<value>[$€£¥<>≤≥~≈+−-]*\d(?:[\d.,:/–-]*\d)?(?:\s?[%‰]|[KMB](?![a-z])|(?:st|nd|rd|th)\b)?)"
    r"\s*(?P<after>.*)"
)


def figure_column(table: Table) -> int | None:
    """The column whose cells are all short figures, or None where the table is not for tiles."""
    columns = width(table)
    if not 1 <= len(table.rows) <= _MOST_TILES or not 2 <= columns <= _MOST_COLUMNS:
        return None
    return next((column for column in range(columns) if holds_figures(table, column)), None)


def width(table: Table) -> int:
    """How many columns the table has."""
    return max(len(row) for row in (table.head, *table.rows))


def holds_figures(table: Table, column: int) -> bool:
    """Whether every row says a number there in so few words that it can be set large."""
    return all(column < len(row) and _is_figure(row[column]) for row in table.rows)


def parts(figure: str) -> tuple[str, str, str]:
    """What stands before the number, the number with its sign and unit, and what stands behind."""
    found = _FIGURE.fullmatch(figure.strip())
    if found is None:
        return "", figure.strip(), ""
    return found["before"].strip(), found["value"], found["after"].strip()


def _is_figure(cell: Cell) -> bool:
    text = cell.words.text.strip()
    return 0 < len(text) <= _LONGEST_FIGURE and any(character.isdigit() for character in text)
