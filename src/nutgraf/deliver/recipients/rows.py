"""What a database answers to a query."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rows:
    """The names of the columns, and the rows, fetched as they are asked for."""

    columns: Sequence[str]
    rows: Iterable[Sequence[object]]
