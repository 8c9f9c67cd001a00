"""As much of CSS as decides on colours in an email: simple selectors, inheritance, dark mode."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Mode = Literal["light", "dark"]
_WANTED = frozenset(["color", "background-color", "font-size", "font-weight"])


@dataclass(frozen=True)
class Element:
    """An element by what selectors see of it, and its own style."""

    tag: str
    id: str
    classes: frozenset[str]
    style: Mapping[str, str]
    hidden: bool = False


@dataclass(frozen=True)
class _Part:
    """One compound of a selector; `child` where it must stand right inside the one before."""

    tag: str
    id: str
    classes: frozenset[str]
    child: bool


@dataclass(frozen=True)
class _Ruling:
    parts: tuple[_Part, ...]
    values: Mapping[str, str]
    dark: bool
    specificity: tuple[int, int, int]


@dataclass
class Sheet:
    """The rulings of all style sheets of a page, in order."""

    rulings: list[_Ruling] = field(default_factory=list)

    def value(self, name: str, path: Sequence[Element], mode: Mode) -> str | None:
        """What a property of the last element of `path` is set to, or None.

        A value marked `!important` goes before the element's own style, which goes before others.
        """
        best: tuple[tuple[bool, tuple[int, int, int], int], str] | None = None
        for order, ruling in enumerate(self.rulings):
            if name not in ruling.values or (ruling.dark and mode == "light"):
                continue
            if not _matches(ruling.parts, path):
                continue
            value = ruling.values[name]
            rank = ("!important" in value, ruling.specificity, order)
            if best is None or rank > best[0]:
                best = (rank, value)
        own = path[-1].style.get(name)
        if best is not None and (best[0][0] or own is None):
            return best[1].replace("!important", "").strip()
        return own


def declarations(text: str) -> dict[str, str]:
    """The properties of `color: red; …` by name; a background is known by its colour alone."""
    found: dict[str, str] = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            key = name.strip().lower()
            found["background-color" if key == "background" else key] = value.strip()
    return found


_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PART = re.compile(r"^(?P<tag>[a-zA-Z][\w-]*|\*)?(?P<rest>(?:[.#][\w-]+)*)$")


def read_sheet(css: str) -> Sheet:
    """The rulings on colours and type of a style sheet; what it cannot read, it leaves out."""
    sheet = Sheet()
    for prelude, body in _blocks(_COMMENT.sub("", css)):
        if prelude.startswith("@media"):
            if "prefers-color-scheme" in prelude and "dark" in prelude:
                sheet.rulings += _rulings(_blocks(body), dark=True)
        elif not prelude.startswith("@"):
            sheet.rulings += _rulings([(prelude, body)], dark=False)
    return sheet


def _blocks(css: str) -> Iterator[tuple[str, str]]:
    """What stands before each outer `{`, and what stands inside."""
    at = 0
    while (opening := css.find("{", at)) >= 0:
        depth, end = 1, opening + 1
        while end < len(css) and depth:
            depth += {"{": 1, "}": -1}.get(css[end], 0)
            end += 1
        yield css[at:opening].rpartition(";")[2].strip(), css[opening + 1 : end - (not depth)]
        at = end


def _rulings(
    blocks: Iterator[tuple[str, str]] | list[tuple[str, str]], *, dark: bool
) -> Iterator[_Ruling]:
    for prelude, body in blocks:
        values = {k: v for k, v in declarations(body).items() if k in _WANTED}
        if not values:
            continue
        for selector in prelude.split(","):
            parts = _selector(selector)
            if parts:
                yield _Ruling(parts, values, dark, _specificity(parts))


def _selector(text: str) -> tuple[_Part, ...]:
    """The compounds of a selector; none where it asks for what cannot be told here."""
    parts: list[_Part] = []
    child = False
    for word in text.replace(">", " > ").split():
        if word == ">":
            child = True
            continue
        found = _PART.match(word)
        if found is None:
            return ()
        marks = re.findall(r"[.#][\w-]+", found["rest"])
        classes = frozenset(mark[1:] for mark in marks if mark[0] == ".")
        name = next((mark[1:] for mark in marks if mark[0] == "#"), "")
        tag = "" if found["tag"] in (None, "*") else found["tag"].lower()
        parts.append(_Part(tag, name, classes, child))
        child = False
    return tuple(parts)


def _specificity(parts: Sequence[_Part]) -> tuple[int, int, int]:
    return (
        sum(bool(part.id) for part in parts),
        sum(len(part.classes) for part in parts),
        sum(bool(part.tag) for part in parts),
    )


def _matches(parts: Sequence[_Part], path: Sequence[Element]) -> bool:
    if not path or not _fits(parts[-1], path[-1]):
        return False
    if len(parts) == 1:
        return True
    if parts[-1].child:
        return _matches(parts[:-1], path[:-1])
    return any(_matches(parts[:-1], path[:at]) for at in range(len(path) - 1, 0, -1))


def _fits(part: _Part, element: Element) -> bool:
    return (
        part.tag in ("", element.tag)
        and part.id in ("", element.id)
        and part.classes <= element.classes
    )
