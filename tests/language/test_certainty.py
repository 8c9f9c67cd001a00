"""What a text says of its own certainty: cues, what they govern, and who says it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.certainty import Certainty, CueKind, read


def cues(text: str, kind: CueKind) -> list[tuple[str, str]]:
    """Each cue of a kind with the first word that it governs."""
    found = read(text)
    return [(cue.text, _head(found, cue.heads)) for cue in found.of(kind)]


def _head(read_text: Certainty, heads: tuple[int, ...]) -> str:
    return read_text.words[heads[0]].small if heads else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The board did not approve the plan.", [("not", "approve")]),
        ("It didn’t sign.", [("didn’t", "sign")]),
        ("Lee never signed and without a word left.", [("never", "signed"), ("without", "word")]),
        ("Lee failed to pay and refused to go.", [("failed to", "pay"), ("refused to", "go")]),
        ("Lee denied stealing it.", [("denied", "stealing")]),
        ("It ruled out a sale.", [("ruled out", "sale")]),
        ("None of the boats sank.", [("None of", "boats")]),
        ("Few boats sank.", [("Few", "boats")]),
        ("It stopped short of banning boats.", [("stopped short of", "banning")]),
        ("The board was not, however, warned.", [("not", "however")]),
    ],
)
def test_negations_govern_the_next_word_of_content(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert cues(text, "negation") == expected


@pytest.mark.parametrize(
    "text",
    [
        "It not only sank but burned.",
        "They must pay no later than Friday.",
        "It was nothing but a boat.",
        "Whether or not it sank, they left.",
        "A few boats sank.",
        "There is no doubt it sank.",
        "Most, if not all, boats sank.",
        "Lee was ruled out of the race.",
    ],
)
def test_what_only_looks_negative_is_none(text: str) -> None:
    assert cues(text, "negation") == []


def test_a_double_negation_is_counted() -> None:
    found = read("The board did not fail to pay.")
    pay = next(i for i, word in enumerate(found.words) if word.small == "pay")
    assert found.negations(pay) == 2


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("It will likely sink.", 4),
        ("It reportedly sank.", 3),
        ("The boat is believed to have sunk.", 3),
        ("It may have sunk.", 2),
        ("It potentially broke rules.", 2),
        ("It is unclear whether it sank.", 1),
    ],
)
def test_hedges_stand_on_a_ladder(text: str, step: int) -> None:
    assert [cue.step for cue in read(text).of("hedge")] == [step]


@pytest.mark.parametrize(
    "text",
    ["It sank in May 2020.", "It sank on May 3.", "the might of the fleet", "It sank in May."],
)
def test_a_month_and_power_are_no_hedges(text: str) -> None:
    assert cues(text, "hedge") == []


@pytest.mark.parametrize(
    ("text", "party", "note"),
    [
        ("Ann Lee said the boat sank.", "Ann Lee", "neutral"),
        ("The boat sank, officials said.", "officials", "neutral"),
        ("The boat sank, said Ann Lee.", "Ann Lee", "neutral"),
        ("According to the filing, the boat sank.", "the filing", "neutral"),
        ("The boat sank, according to the harbour master.", "the harbour master", "neutral"),
        ("Critics claimed that the boat sank.", "Critics", "contested"),
        ("The owner, who argued that it sank, left.", "The owner", "contested"),
        ("The report also found that the boat sank.", "The report", "neutral"),
    ],
)
def test_attributions_name_their_party(text: str, party: str, note: str) -> None:
    (cue,) = read(text).of("attribution")
    assert cue.party is not None
    assert (text[slice(*cue.party)], cue.note) == (party, note)


@pytest.mark.parametrize(
    "text",
    [
        "The report was published.",
        "It was said to be safe.",
        "The board found two boats.",
        "A claim was made.",
        "Divers found it, then left.",
        "Said",
    ],
)
def test_nouns_passives_and_finds_are_no_attributions(text: str) -> None:
    assert read(text).of("attribution") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All boats sank.", [("All", "boats")]),
        ("Some of the boats sank.", [("Some of", "boats")]),
        ("Nearly all boats sank.", [("Nearly all", "boats")]),
        ("After all, it sank.", []),
    ],
)
def test_quantifiers_govern_what_they_count(text: str, expected: list[tuple[str, str]]) -> None:
    assert cues(text, "quantifier") == expected


def test_limits_tell_their_sort() -> None:
    found = read("The judge temporarily and in part blocked only the sale; not only that.")
    assert [cue.note for cue in found.of("limit")] == ["for a time", "partly", "only"]


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Lee was charged with fraud.", [4]),
        ("Lee pleaded guilty to fraud.", [7, 6]),
        ("Lee was found not guilty.", [6]),
        ("The bank charged a fee.", []),
        ("Critics question the plan.", []),
        ("A judge ruled that it sank.", [5]),
    ],
)
def test_the_legal_ladder_knows_its_steps(text: str, steps: list[int]) -> None:
    assert [cue.step for cue in read(text).of("legal")] == steps


@given(st.text())
def test_reading_never_raises_and_spans_are_inside(text: str) -> None:
    found = read(text)
    for cue in found.cues:
        assert 0 <= cue.start < cue.end <= len(text)
        assert text[cue.start : cue.end] == cue.text
        assert all(0 <= head < len(found.words) for head in cue.heads)
        assert 1 <= found.sureness(cue.reach[0]) <= 5


@pytest.mark.uncounted
def test_a_long_clause_is_read_in_linear_time() -> None:
    found = read("not may " * 20_000)
    assert len(found.of("negation")) == 20_000
