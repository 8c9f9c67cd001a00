"""What stands before the first element of an XML document, and what it declares."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SKIPPED = re.compile(r"\s+|<\?.{0,2000}?\?>|<!--.{0,20000}?-->", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE\b", re.IGNORECASE)
_ENTITY = re.compile(r"<!ENTITY\b", re.IGNORECASE)
# What a declaration is made of: quoted texts, comments, and the signs that open and close it.
_PART = re.compile(r"\"[^\"]*\"|'[^']*'|<!--.*?-->|[\[\]<>]", re.DOTALL)


@dataclass(frozen=True)
class Prolog:
    """The document without its prolog, its line numbers kept, and whether entities were in it."""

    rest: str
    has_entities: bool


def without_prolog(text: str) -> Prolog:
    """Takes out the XML declaration, what processors are told, comments and document types."""
    at, entities = 0, False
    text = text.removeprefix("\ufeff")
    while True:
        if skipped := _SKIPPED.match(text, at):
            at = skipped.end()
        elif declared := _DOCTYPE.match(text, at):
            end = _end(text, declared.end())
            entities = entities or _ENTITY.search(text, at, end) is not None
            at = end
        else:
            break
    return Prolog("\n" * text.count("\n", 0, at) + text[at:], entities)


def _end(text: str, at: int) -> int:
    """Where the declaration ends that begins before `at`; at the end, where it does not."""
    depth = 1
    for part in _PART.finditer(text, at):
        if part[0] == "<":
            depth += 1
        elif part[0] == ">":
            depth -= 1
            if depth == 0:
                return part.end()
    return len(text)
