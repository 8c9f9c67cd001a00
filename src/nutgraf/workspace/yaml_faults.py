"""What a YAML parser reports, told to somebody who has not read YAML's grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

QUOTES = "put the whole value in quotes"


@dataclass(frozen=True, slots=True)
class Told:
    """A fault of syntax: the offset at which it is told, what is wrong, and the next step."""

    at: int
    message: str
    hint: str


def in_plain_words(error: yaml.MarkedYAMLError, text: str) -> Told:
    """What the parser's error means, and where in `text` the writer has to look."""
    problem, context = error.problem or "", error.context or ""
    at = offset_of(error.problem_mark, text)
    opened = offset_of(error.context_mark or error.problem_mark, text)
    if "mapping values are not allowed" in problem:
        return _stray_colon(text, at)
    if "quoted scalar" in context:
        return _quoted(text, problem, at, opened)
    if "could not find expected ':'" in problem:
        return Told(opened, "this line has no colon after its key", "write `key: value`")
    if "flow sequence" in context:
        message = "a list opens with [ here, and a comma or its ] is missing"
        return Told(opened, message, "write [one, two], or put text that begins with [ in quotes")
    if "flow mapping" in context:
        message = "a mapping opens with { here, and a comma or its } is missing"
        return Told(opened, message, "write {key: value}, or put text that begins with { in quotes")
    if text[at : at + 1] == "\t" or "tab" in problem:
        return Told(_tab(text, at), "a tab stands here", "indent with spaces")
    if "cannot start any token" in problem:
        message = f"a value cannot begin with {text[at : at + 1]} unless it is in quotes"
        return Told(at, message, QUOTES)
    if "block sequence entries" in problem:
        message = "a list cannot begin on the line of its key"
        return Told(at, message, f"put each `- item` on a line of its own, or {QUOTES}")
    if "block mapping" in context or "block collection" in context or "'-' indicator" in problem:
        message = "this line does not continue the list or the keys above it"
        return Told(at, message, "align it with the lines that it belongs to; write `key: value`")
    if "node content" in problem or "flow node" in context or "block node" in context:
        found = text[at : at + 1].strip()
        message = f"a value is expected here, not {found}" if found else "a value is missing here"
        return Told(at, message, QUOTES if found else "write one after the colon or the comma")
    return Told(at, f"this cannot be read as YAML: {problem or 'unknown reason'}", QUOTES)


def offset_of(mark: yaml.Mark | yaml._yaml.Mark | None, text: str) -> int:
    """The offset in `text` that a mark names; marks may stand behind its end."""
    return min(mark.index, len(text)) if mark is not None else 0


def _stray_colon(text: str, at: int) -> Told:
    before = re.split(r"[\r\n]", text[:at])[-1]
    message = "a second key stands in the value of the first"
    if re.search(r":\s", before):
        return Told(at, "a colon and a space stand inside a value", f'{QUOTES}: key: "one: two"')
    hint = f"if this line is a key of its own, align it with the others; if not, {QUOTES}"
    return Told(at, message, hint)


def _quoted(text: str, problem: str, at: int, opened: int) -> Told:
    if "escape" in problem:
        message = "a backslash in double quotes must be doubled"
        return Told(at, message, r"write \\ for a backslash, or use single quotes")
    mark = text[opened : opened + 1]
    hint = f"close it with {mark} at the end of the value"
    return Told(opened, f"a quotation mark ({mark}) opens here and is not closed", hint)


def _tab(text: str, at: int) -> int:
    """The first tab at or behind `at`: one parser names the line end before it."""
    found = text.find("\t", at)
    return at if found < 0 else found
