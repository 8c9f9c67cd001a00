"""Names in whose place at the verb the source has another, and parties that are swapped."""

from __future__ import annotations

import pytest

from nutgraf.evidence.index import Index, build
from nutgraf.evidence.reading import read
from nutgraf.evidence.slots.bound import bound_differences

_SOURCE = """Orla Bright, a welder, sued Kettle Marine on Monday, alleging that its yard in Stroma
was unsafe. Kettle Marine bought the yard from Finch Brothers in 2014. Finch Brothers still leases a
crane at the yard.

Inspector Tom Hale ordered the yard to close. Councillor Nia Rees voted for the closing of the yard;
Councillor Piet Vos opposed it. Nia Rees chairs the harbor board. She succeeded Hugo Lang, who
retired in May.

A crowded ferry ran into the back of an empty barge near Stroma.
"""
INDEX: Index = build(read(_SOURCE))


def told(claim: str) -> list[str]:
    """The words of the claim in whose place the source has others."""
    known = [name.text for name in INDEX.reading.names if name.sure]
    reading = read(claim, known=known)
    found = bound_differences(reading, 0, len(claim), INDEX)
    return [claim[slice(*one.ours)] for one in found]


@pytest.mark.parametrize(
    "claim",
    [
        "Kettle Marine sued Orla Bright on Monday.",
        "Orla Bright was sued by Kettle Marine.",
        "Finch Brothers bought the yard from Kettle Marine in 2014.",
        "Kettle Marine sold the yard to Finch Brothers.",
        "An empty barge ran into the back of a crowded ferry near Stroma.",
        "Piet Vos voted for the closing of the yard, and Nia Rees opposed it.",
        "Kettle Marine still leases a crane at the yard.",
    ],
)
def test_a_name_in_the_place_of_another_is_told(claim: str) -> None:
    assert told(claim)


@pytest.mark.parametrize(
    "claim",
    [
        "Kettle Marine was sued by Orla Bright on Monday.",
        "Finch Brothers sold the yard to Kettle Marine in 2014.",
        "The yard was bought by Kettle from Finch Brothers.",
        "The yard was ordered to close by Tom Hale.",
        "The welder sued Kettle Marine.",
        "Rees voted for the closing and Vos was opposed to it.",
        "Finch still leases a crane at the yard.",
        "Rees, who chairs the harbor board, voted for the closing.",
        "A ferry ran into an empty barge near Stroma.",
    ],
)
def test_the_same_in_other_words_is_let_stand(claim: str) -> None:
    assert told(claim) == []


def test_it_is_the_one_who_speaks() -> None:
    source = "The Kelp Union said it would appeal against the ruling on harbor fees. Brill did not."
    index = build(read(source))
    claim = read("Brill would appeal against the ruling on harbor fees.", known=["Brill"])
    assert list(bound_differences(claim, 0, len(claim.text), index))


def test_the_pronoun_of_the_source_may_be_the_one_who_is_named() -> None:
    assert told("Nia Rees succeeded Hugo Lang.") == []
    assert told("Hugo Lang succeeded Nia Rees as chair of the harbor board.")
