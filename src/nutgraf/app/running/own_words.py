"""Where words stand in what we have written, looked up instead of searched for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nutgraf.app.running.prose import Written
from nutgraf.language import titles
from nutgraf.language.titles import Titled

_WORD = re.compile(r"\w+")


class Ours:
    """Paragraphs of briefs, notes and angles by their words; their titles are read once."""

    def __init__(self, written: Iterable[Written]) -> None:
        self._all = tuple(written)
        self._at: dict[str, list[int]] = {}
        self._titles: dict[Written, tuple[Titled, ...]] = {}
        for at, one in enumerate(self._all):
            for word in set(_WORD.findall(one.text)):
                self._at.setdefault(word, []).append(at)

    def with_words(self, names: Iterable[str]) -> tuple[Written, ...]:
        """Those that may hold one of the names, in their order: they have its last word."""
        found: set[int] = set()
        for name in names:
            words = _WORD.findall(name)
            if words:
                found.update(self._at.get(words[-1], ()))
        return tuple(self._all[at] for at in sorted(found))

    def titles_in(self, one: Written) -> tuple[Titled, ...]:
        """The titles that a paragraph gives."""
        if one not in self._titles:
            self._titles[one] = tuple(titles.read(one.text))
        return self._titles[one]
