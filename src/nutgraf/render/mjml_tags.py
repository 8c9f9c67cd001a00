"""Reads MJML into tags, quickly, and says what is wrong where something is not a tag."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

# As the renderer reads them: one colon at most, and white space of ASCII only.
NAME = r"[A-Za-z_][A-Za-z0-9_.-]*+(?::[A-Za-z_][A-Za-z0-9_.-]*+)?+"
VALUE = r"""(?:[ \t\n]*+=[ \t\n]*+(?:"[^"]*+"|'[^']*+'))?+"""
TAG = re.compile(
    rf"""<(?:
        !--(?P<comment>)
      | (?P<close>/)?+(?P<tag>{NAME})
        (?P<attributes>(?:(?:[ \t\n])++{NAME}{VALUE})*+)
        (?:[ \t\n])*+(?P<empty>/)?+>
      | (?P<broken>)
    )""",
    re.VERBOSE,
)
ATTRIBUTE = rf"(?P<name>{NAME})(?P<given>{VALUE})"
ATTRIBUTES = re.compile(ATTRIBUTE)
BROKEN_TAG = re.compile(rf"<(?P<close>/)?+(?P<tag>{NAME})(?P<rest>[^<>]*+)(?P<end>>)?")
UNQUOTED = re.compile(r"([A-Za-z_][^\s\"'<>/=]*)\s*=\s*([^\s\"'<>]+)")

# Tags of HTML that have no end tag; the renderer knows the same ones.
VOID_TAGS = "area base br col embed hr img input link meta param source track wbr"
VOID = frozenset(VOID_TAGS.split())


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in MJML; `start` is its offset in code points, None where it has no place."""

    start: int | None
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag or comment. `start` and `end` are offsets; `attributes` is as written."""

    kind: Literal["open", "close", "empty", "comment"]
    name: str
    start: int
    end: int
    attributes: str = ""
    attributes_start: int = 0


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute. `start` and `value_start` count from where the attributes begin."""

    name: str
    value: str
    quote: str
    start: int
    value_start: int


def read_attributes(text: str) -> list[Attribute]:
    """The attributes of a tag, from the text between its name and its end."""
    found = []
    for match in ATTRIBUTES.finditer(text):
        quoted = match["given"].lstrip(" \t\n=")
        start = match.end() - len(quoted) + 1 if quoted else match.end()
        found.append(Attribute(match["name"], quoted[1:-1], quoted[:1], match.start(), start))
    return found


def read_tags(mjml: str, problems: list[Problem]) -> Iterator[Tag]:
    """Every tag and comment in order; what is not one is added to `problems`."""
    position = 0
    while match := TAG.search(mjml, position):
        start = match.start()
        if match["tag"] is not None:
            kind: Literal["open", "close", "empty"] = "open"
            if match["close"]:
                kind = "close"
            elif match["empty"] or match["tag"] in VOID:
                kind = "empty"
            position = match.end()
            yield Tag(
                kind, match["tag"], start, position, match["attributes"], match.start("attributes")
            )
        elif match["comment"] is not None:
            position = _comment_end(mjml, start, problems)
            yield Tag("comment", "", start, position)
        else:
            told, tag, position = _broken(mjml, start)
            problems.append(told)
            if tag is not None:
                yield tag


NO_HYPHENS = "'--' cannot stand inside a comment"


def _comment_end(mjml: str, start: int, problems: list[Problem]) -> int:
    if mjml.startswith(("<!-->", "<!--->"), start):
        problems.append(Problem(start, NO_HYPHENS, "leave the hyphens out"))
        return mjml.index(">", start) + 1
    end = mjml.find("-->", start + 4)
    if end < 0:
        problems.append(Problem(start, "this comment does not end", "end it with -->"))
        return len(mjml)
    inner = mjml.find("--", start + 4, end + 1)
    if inner >= 0:
        problems.append(Problem(inner, NO_HYPHENS, "leave the hyphens out"))
    return end + 3


def _broken(mjml: str, start: int) -> tuple[Problem, Tag | None, int]:
    """What is wrong with a `<` that opens no tag, the tag it was meant for, and where it ends."""
    if mjml.startswith("<![CDATA[", start):
        end = mjml.find("]]>", start)
        told = Problem(start, "CDATA cannot stand in MJML", "write the text, with < as &lt;")
        return told, None, end + 3 if end >= 0 else len(mjml)
    if mjml.startswith(("<!", "<?"), start):
        end = mjml.find(">", start)
        shown = mjml[start : start + 12].partition(">")[0]
        told = Problem(start, f"{shown!r} cannot stand in MJML", "leave it out")
        return told, None, end + 1 if end >= 0 else len(mjml)
    meant = BROKEN_TAG.match(mjml, start)
    if meant is None:
        told = Problem(start, "a bare '<' opens no tag", "write &lt;, or print the text with {{ }}")
        return told, None, start + 1
    told = _broken_tag(meant, start)
    if not meant["end"]:
        return told, None, meant.end()
    kind: Literal["open", "close", "empty"] = "close" if meant["close"] else "open"
    if meant["rest"].endswith("/") or meant["tag"] in VOID:
        kind = "empty"
    return told, Tag(kind, meant["tag"], start, meant.end()), meant.end()


def _broken_tag(meant: re.Match[str], start: int) -> Problem:
    name, rest = meant["tag"], meant["rest"]
    if not meant["end"] and rest.count('"') % 2 == 0:
        return Problem(start, f"the tag <{name} does not end", "end it with >, or write &lt; for <")
    unquoted = UNQUOTED.search(rest)
    if unquoted:
        attribute, value = unquoted.groups()
        at = meant.start("rest") + unquoted.start()
        hint = f'write {attribute}="{value}"'
        return Problem(at, f"the value of {attribute!r} in <{name}> has no quotes", hint)
    if rest.count('"') % 2 or rest.count("'") % 2:
        return Problem(start, f"a quotation mark in <{name}> is not closed", "close it")
    return Problem(
        start,
        f"the tag <{name}> cannot be read: {rest.strip()!r}",
        'write attributes as name="value"',
    )
