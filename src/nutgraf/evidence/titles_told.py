"""Who is called what in a text: its persons by name, each with the offices it gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.evidence.once import once
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language import titles
from nutgraf.language.abbreviations import BEFORE_A_NAME
from nutgraf.language.name_folding import fold_name
from nutgraf.language.name_words import BODY_NOUNS, OTHER_NOUNS, PLACE_NOUNS
from nutgraf.language.names import Name
from nutgraf.language.title_words import Office, offices

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TitleTold:
    """A person, by the folded words of the name, and what a text calls them at `span`.

    `span` is the title as written, with what it is of; `office_span` only the office itself, and
    `body_span` holds what stands for its body. All are offsets of the text.
    """

    person: Words
    name: Span
    span: Span
    office_span: Span
    body_span: Span
    offices: tuple[Office, ...]


@once
def titles_told(reading: Reading) -> tuple[TitleTold, ...]:
    """Every title that a text itself gives a person, in order; not those in quoted words."""
    return tuple(_told(reading))


def _told(reading: Reading) -> Iterator[TitleTold]:
    quoted = [piece for one in reading.quotations for piece in one.pieces]
    for one in titles.read(reading.text, reading.names):
        person = person_of(one.person)
        if not person or any(low <= one.start < high for low, high in quoted):
            continue
        found = offices(one.role)
        if found:
            inner = (one.start + found[0].start, one.start + found[-1].end)
            body = (min(one.start, one.name[1]), _body_end(reading.text, one.end))
            yield TitleTold(person, one.name, (one.start, one.end), inner, body, found)


# `— Ann Lee, chair, Quay Trust (to the Post)`
_BODY = re.compile(r",\s(?:the\s)?[A-Z][^,;:.()\[\]\n—]*")


def _body_end(text: str, end: int) -> int:
    behind = _BODY.match(text, end)
    return end if behind is None else behind.end()


def person_of(name: str) -> Words:
    """The words of a person's name, folded, ranks before it left out; empty for other names."""
    words = list(fold_name(name))
    while len(words) > 1 and words[0].rstrip(".") in BEFORE_A_NAME:
        words.pop(0)
    last = words[-1] if words else ""
    if last in BODY_NOUNS or (len(words) != 2 and (last in PLACE_NOUNS or last in OTHER_NOUNS)):
        return ()
    return tuple(words)


@once
def people_named(reading: Reading) -> tuple[tuple[Words, Name], ...]:
    """The names of a text that may be persons', each with its folded words."""
    titled = {told.name for told in titles_told(reading)}
    persons = (
        name
        for name in reading.names
        if name.kind in ("person", "unknown") or (name.start, name.end) in titled
    )
    return tuple((words, name) for name in persons if (words := person_of(name.text)))


def same_person(one: Words, other: Words) -> bool:
    """Whether two names can be one person's: one surname, and no other first name."""
    if one[-1] != other[-1]:
        return False
    return len(one) == 1 or len(other) == 1 or one[0] == other[0] or _short(one[0], other[0])


def _short(one: str, other: str) -> bool:
    """`J.` and `Jon`, `Dan` and `Daniel`."""
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return long.startswith(short)
