"""Obsidian's links in running words: `[[id]]` cites, `[[A person|her]]` only says “her”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from nutgraf.workspace.nearest import nearest

WIKI = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]*))?\]\]")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, eq=False)
class Citable:
    """What can be cited: `is_known` tells it of a name (an id, or a path); `ids` are all ids."""

    is_known: Callable[[str], bool]
    ids: Iterable[str] = ()
    _meant: dict[str, str | None] = field(default_factory=dict)

    def cites(self, target: str) -> bool:
        """Whether `[[target]]` is a citation, whatever part of the note it names."""
        return self.is_known(target.partition("#")[0].strip())

    def meant(self, target: str) -> str | None:
        """The id for which an unknown target is most likely a slip; looked for once."""
        name = target.partition("#")[0].strip()
        if name not in self._meant:
            near = nearest(name, self.ids)
            self._meant[name] = near if near and _is_slip(name, near) else None
        return self._meant[name]


def _is_slip(name: str, known: str) -> bool:
    """Whether the two are near word by word: most links lead to people and places, and are right.

    A figure is never a slip for another: a vault has a note for every day.
    """
    words, others = (_WORD.findall(each.casefold()) for each in (name, known))
    if len(words) != len(others):
        return "".join(words) == "".join(others)
    return all(
        word == other or (not any(map(str.isdigit, word)) and nearest(word, [other]) is not None)
        for word, other in zip(words, others, strict=True)
    )


EVERYTHING = Citable(lambda _: True)


@dataclass(frozen=True, slots=True)
class PlainLink:
    """A link to what cannot be cited: its target, and the span of the words that it says."""

    target: str
    said: tuple[int, int]
    end: int


def read_plain_link(text: str, at: int, citable: Citable) -> PlainLink | None:
    """The link at the offset `at` that is no citation, or None.

    It says its alias, or else what it links to without the `#heading`. `[[1]](https://…)` is a
    link of Markdown's.
    """
    found = WIKI.match(text, at)
    if found is None or citable.cites(found.group(1)) or text.startswith("(", found.end()):
        return None
    target = found.group(1).strip()
    said = _stripped(text, *found.span(2))
    if said[0] == said[1]:
        start, end = found.span(1)
        sharp = text.find("#", start, end)
        said = _stripped(text, start, sharp if sharp >= 0 else end)
        if said[0] == said[1]:  # a heading of the note itself
            said = _stripped(text, sharp + 1, end)
    return PlainLink(target, said, found.end())


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends; empty where there is none."""
    words = text[start:end] if start >= 0 else ""
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())
