"""What was judged at the last check of a brief: a clause that is the same is not judged again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from nutgraf.evidence.judgement import Judgement
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.reading import Reading
from nutgraf.evidence.statements import Statement

Parts = tuple[tuple[int, int, Judgement], ...]
"""The clauses of a statement by their span in its prose, each with its judgement."""


@dataclass
class Memory:
    """Readings and judgements of one brief, good while its pack and its day are the same.

    What the last check did not ask for is forgotten, so that it does not grow with every edit.
    """

    _state: object = None
    _readings: dict[str, Reading] = field(default_factory=dict)
    _parts: dict[object, Parts] = field(default_factory=dict)
    _used_readings: dict[str, Reading] = field(default_factory=dict)
    _used_parts: dict[object, Parts] = field(default_factory=dict)

    def begin(self, pack: Pack, day: date | None) -> None:
        """A check begins: with another pack or day everything is forgotten."""
        sources = [(one.source.id, one.source.published, one.source.body) for one in pack]
        state = (sources, dict(pack.sent_before), day)
        same = state == self._state
        self._state = state
        self._readings = self._used_readings if same else {}
        self._parts = self._used_parts if same else {}
        self._used_readings, self._used_parts = {}, {}

    def reading(self, text: str, read: Callable[[], Reading]) -> Reading:
        """The reading of the words of a block."""
        known = self._used_readings.get(text) or self._readings.get(text) or read()
        self._used_readings[text] = known
        return known

    def parts(self, statement: Statement, judge: Callable[[], Parts]) -> Parts:
        """The judged clauses of a statement."""
        cites = tuple((cite.id, cite.locator) for cite in statement.cites)
        key = (statement.prose.text, statement.start, statement.end, cites)
        known = self._used_parts.get(key) or self._parts.get(key) or judge()
        self._used_parts[key] = known
        return known
