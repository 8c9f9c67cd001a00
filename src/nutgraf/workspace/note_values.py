"""The value of one key of a note's front matter, typed as the key wants it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from nutgraf.workspace import shapes
from nutgraf.workspace.nearest import nearest
from nutgraf.workspace.note_keys import KINDS, TYPES, Holds
from nutgraf.workspace.scalars import DATE, NOTHING, as_date, as_moment, plain_value
from nutgraf.workspace.shapes import Wrong
from nutgraf.workspace.yaml_nodes import Node, Scalar, Sequence, Table

CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)
WIKILINK = re.compile(r"\[\[([^\[\]|#]+)(?:[|#][^\[\]]*)?\]\]")
STET = re.compile(r"\s*([^\s:]+)\s*(?::\s*(.*))?", re.DOTALL)

Entries = tuple[tuple[Scalar, Node], ...]

DATE_HINT = "a date is written 2026-02-12"
TIME_HINT = "a time is written 17:00, or with its date 2026-02-12 17:00"


class Misread(NamedTuple):
    """What is wrong with a value, and the node at which it is."""

    node: Node
    message: str
    hint: str


class Read(NamedTuple):
    """A typed value; None where it is wrong or empty."""

    value: Any
    wrong: tuple[Misread, ...] = ()


def untyped(node: Node) -> Any:
    """The value of a key that nutgraf does not know, as plain Python."""
    if isinstance(node, Scalar):
        return plain_value(node.text) if node.plain else node.text
    if isinstance(node, Sequence):
        return [untyped(item) for item in node.items]
    return {key.text: untyped(value) for key, value in node.entries}


def typed(key: str, node: Node, holds: Holds) -> Read:
    """The value of `key`, which holds what `holds` says; an empty value is None."""
    if is_nothing(node):
        return Read(None)
    if holds in _LISTS:
        return _LISTS[holds](key, node)
    if not isinstance(node, Scalar):
        what = "a list" if isinstance(node, Sequence) else "a mapping"
        return _misread(node, f"“{key}” is {what}, and one value is expected", _example(key, holds))
    return _SCALARS[holds](key, node)


def is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and node.text in NOTHING


def _misread(node: Node, message: str, hint: str) -> Read:
    return Read(None, (Misread(node, message, hint),))


def _example(key: str, holds: Holds) -> str:
    if holds is Holds.DAY:
        return DATE_HINT
    if holds is Holds.WHEN:
        return TIME_HINT
    return f"write {key}: text; put it in quotes if it begins with [ or {{"


def _text(key: str, node: Scalar) -> Read:  # noqa: ARG001 -- one signature for all of them
    return Read(node.text)


def _header(key: str, node: Scalar) -> Read:
    return _shaped(node, shapes.one_line(node.text), f"“{key}”")


def _shaped(node: Scalar, wrong: Wrong | None, named: str = "") -> Read:
    if wrong is None:
        return Read(node.text)
    return _misread(node, f"{named or quoted(node.text)} {wrong.message}", wrong.hint)


def _in_shape(check: Callable[[str], Wrong | None]) -> Callable[[str, Scalar], Read]:
    return lambda _key, node: _shaped(node, check(node.text))


def _day(key: str, node: Scalar) -> Read:  # noqa: ARG001
    moment = as_moment(node.text)
    found = as_date(node.text) or (moment.date() if moment else None)
    if found:
        return Read(found)
    if DATE.fullmatch(node.text):
        return _misread(node, f"{node.text} is no day of the calendar", DATE_HINT)
    return _misread(node, f"{quoted(node.text)} is not a date", DATE_HINT)


def _when(key: str, node: Scalar) -> Read:  # noqa: ARG001
    clock = CLOCK.fullmatch(node.text)
    if clock:
        return Read(f"{int(clock[1]):02}:{clock[2]}")
    moment = as_moment(node.text)
    if moment:
        return Read(moment)
    return _misread(node, f"{quoted(node.text)} is not a time", TIME_HINT)


def _one_of(choices: tuple[str, ...]) -> Callable[[str, Scalar], Read]:
    def read(key: str, node: Scalar) -> Read:
        if node.text in choices:
            return Read(node.text)
        near = nearest(node.text, choices)
        hint = f"did you mean {near}?" if near else f"{key} is one of: {', '.join(choices)}"
        return _misread(node, f"{quoted(node.text)} is no {key}", hint)

    return read


def _lines(key: str, node: Node) -> Read:
    if isinstance(node, Table):
        hint = f"write {key}: [one, two]"
        return _misread(node, f"“{key}” is a mapping, and a list is expected", hint)
    lines, wrong = [], []
    for item in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(item, Scalar):
            lines.append(item.text)
        else:
            hint = f"write {key}: [one, two]; put an item in quotes if it begins with [ or {{"
            wrong.append(Misread(item, f"an item of “{key}” is not text", hint))
    return Read(lines, tuple(wrong))


def _ids(key: str, node: Node) -> Read:
    lines, wrong = _lines(key, node)
    return Read([_id(line) for line in lines or ()], wrong)


def _id(text: str) -> str:
    """The id in `[[id]]`, which Obsidian writes, or in `@id`."""
    link = WIKILINK.fullmatch(text)
    return (link[1] if link else text).strip().removeprefix("@")


def _stets(key: str, node: Node) -> Read:  # noqa: ARG001
    """One `{rule: reason}` for each item of the list, or for each entry of a mapping."""
    if isinstance(node, Table):
        groups: list[Entries] = [(entry,) for entry in node.entries]
    else:
        groups = [
            _entries(item) for item in (node.items if isinstance(node, Sequence) else (node,))
        ]
    stets: list[Mapping[str, str]] = []
    wrong: list[Misread] = []
    for group in groups:
        stet: dict[str, str] = {}
        for rule, reason in group:
            if isinstance(reason, Scalar) and rule.text.strip():
                stet[rule.text.strip()] = "" if is_nothing(reason) else reason.text.strip()
            else:
                hint = 'write stet: ["rule: why it may stand"]'
                wrong.append(Misread(rule, "a stet is a rule and a reason", hint))
        stets.append(stet)
    return Read(stets, tuple(wrong))


def _entries(item: Node) -> Entries:
    """A mapping's rules and reasons; `rule: reason` in quotes, or a rule alone, is one of them."""
    if isinstance(item, Table):
        return item.entries
    found = STET.fullmatch(item.text) if isinstance(item, Scalar) else None
    rule, reason = (found[1], found[2] or "") if found else ("", "")
    return ((_part(item, rule), _part(item, reason)),)


def _part(item: Node, text: str) -> Scalar:
    return Scalar(text, plain=False, start=item.start, end=item.end)


def quoted(text: str) -> str:
    """A value as messages show it: in quotation marks, on one line, not too long."""
    shown = shapes.CONTROL.sub("␤", text)
    return f"“{shown if len(shown) <= 60 else shown[:59] + '…'}”"


_LISTS: Mapping[Holds, Callable[[str, Node], Read]] = {
    Holds.LINES: _lines,
    Holds.IDS: _ids,
    Holds.STETS: _stets,
}
_SCALARS: Mapping[Holds, Callable[[str, Scalar], Read]] = {
    Holds.LINE: _text,
    Holds.HEADER: _header,
    Holds.DAY: _day,
    Holds.WHEN: _when,
    Holds.URL: _in_shape(shapes.url),
    Holds.KIND: _one_of(KINDS),
    Holds.TYPE: _one_of(TYPES),
    Holds.LANGUAGE: _in_shape(shapes.language),
    Holds.SHA256: _in_shape(shapes.sha256),
    Holds.FORMAT: _in_shape(shapes.folder),
}
