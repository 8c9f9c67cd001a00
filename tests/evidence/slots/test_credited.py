"""Sayings that the claim gives to one party and the source to another."""

from __future__ import annotations

import pytest

from nutgraf.evidence.index import Index, build
from nutgraf.evidence.reading import read
from nutgraf.evidence.slots.credited import credited_differences

_SOURCE = """The Brook Trust runs two museums in Ostrey. Its director, Ellen Marsh, said on Friday
that the roof of the older one leaked. She said repairs would take until the spring.

Residents met on Monday. Prof. Karim Dale, who studies old buildings at Ferne College, said slate
roofs were often repaired too late.

Two people familiar with the plans said the council had offered a loan for the roof.

The Heritage Office was asked for its view. It keeps a register of old roofs.
"""
INDEX: Index = build(read(_SOURCE))


def told(claim: str) -> list[str]:
    known = [name.text for name in INDEX.reading.names if name.sure]
    reading = read(claim, known=known)
    return [claim[slice(*one.ours)] for one in credited_differences(reading, 0, len(claim), INDEX)]


@pytest.mark.parametrize(
    "claim",
    [
        "The Heritage Office said slate roofs were often repaired too late.",
        "Karim Dale said the roof of the older museum leaked.",
        "Ellen Marsh said the council had offered a loan for the roof.",
    ],
)
def test_what_another_said_is_told(claim: str) -> None:
    assert told(claim)


@pytest.mark.parametrize(
    "claim",
    [
        "Dale said slate roofs were often repaired too late.",
        "Ferne College said slate roofs were often repaired too late.",
        "The Brook Trust said the roof of the older museum leaked.",
        "Marsh said repairs would take until the spring.",
        "The Brook Trust said repairs would take until the spring.",
        "The Heritage Office said it keeps a register of old roofs.",
    ],
)
def test_who_speaks_and_whom_they_speak_for_are_let_stand(claim: str) -> None:
    assert told(claim) == []


def test_a_few_words_are_compared_where_all_of_them_stand_there() -> None:
    assert told("Dale said the roof leaked.")
    assert told("Dale said roofs burned.") == []
