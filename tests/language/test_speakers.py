from __future__ import annotations

import pytest

from nutgraf.language.quotations import read
from nutgraf.language.speakers import same_name, speakers_agree

STORY = (
    "Ann Lee, head of the Harbour Board, met the mayor, Bob Day, on Monday.\n\n"
    "“It is late,” Lee said.\n\n"
    "Nobody else spoke. Bob Day had left by then. The rain went on. So did the wind.\n\n"
    "“We go now,” said Cal Roe, a spokesman for the National Ferries Agency.\n\n"
    "The sea was calm. It was dark. It was cold. There was no moon.\n\n"
    "“You never know,” she said.\n\n"
    "The bell rang. Twice. Then three times. Then it stopped.\n\n"
    "“All hands lost their way in it.”\n"
)


def _answer(claimed: str, words: str, text: str = STORY) -> tuple[str, str]:
    quoted = next(one for one in read(text) if words in one.words)
    agreement = speakers_agree(claimed, quoted, text)
    assert 0 <= agreement.span[0] <= agreement.span[1] <= len(text)
    return agreement.answer, agreement.why


@pytest.mark.parametrize(
    ("claimed", "words", "answer"),
    [
        ("Ann Lee", "late", ("same", "name")),
        ("Ms. Lee", "late", ("same", "name")),
        ("Lee of the Harbour Board", "late", ("same", "name")),
        ("Bob Day", "late", ("differs", "name")),
        ("Bob Lee", "late", ("differs", "name")),
        ("the head of the board", "late", ("same", "role")),
        ("the captain", "late", ("unknown", "role")),
        ("", "late", ("unknown", "role")),
        ("Cal Roe", "go now", ("same", "name")),
        ("the National Ferries Agency", "go now", ("same", "organisation")),
        ("NFA", "go now", ("same", "organisation")),
        ("Ann Lee", "go now", ("differs", "name")),
        ("a spokesman", "go now", ("same", "role")),
        ("Bob Day", "All hands", ("differs", "elsewhere")),
    ],
)
def test_a_claimed_speaker_is_held_against_the_attribution(
    claimed: str, words: str, answer: tuple[str, str]
) -> None:
    assert _answer(claimed, words) == answer


def test_who_was_spoken_to_is_not_who_spoke() -> None:
    text = "“It is late,” Ann Lee told The Daily Tide."
    assert _answer("The Daily Tide", "late", text) == ("differs", "hearer")


def test_a_name_near_a_quotation_without_attribution_leaves_it_open() -> None:
    text = "Ann Lee stood up.\n\n“It is late for all of us.”"
    assert _answer("Ann Lee", "late", text) == ("unknown", "near")
    assert _answer("Bob Day", "late", text) == ("differs", "elsewhere")


def test_a_pronoun_with_several_names_before_it_leaves_it_open() -> None:
    text = "Ann Lee met Bea Day. It rained. “It is late,” she said."
    assert _answer("Ann Lee", "late", text) == ("same", "name")
    assert _answer("Bea Day", "late", text) == ("unknown", "near")
    assert _answer("Cal Roe", "late", text) == ("differs", "elsewhere")


def test_a_description_leaves_a_name_further_back_open() -> None:
    text = "Ann Lee stood up. It rained. It blew. “It is late,” the captain said."
    assert _answer("Ann Lee", "late", text) == ("unknown", "near")


def test_another_name_in_the_attribution_leaves_it_open() -> None:
    text = "“It is late,” Ann Lee said, as Bob Day reported."
    assert _answer("Bob Day", "late", text) == ("unknown", "near")
    text = "“It is late,” said Ann Lee, a former Day adviser."
    assert _answer("Day", "late", text) == ("unknown", "near")


def test_the_one_whom_a_spokesman_speaks_for_is_not_another_speaker() -> None:
    text = "“It is late,” said Ann Lee, a spokeswoman for Day."
    assert _answer("Mr. Day", "late", text) == ("same", "organisation")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ann B. Lee", "Mr. Lee", True),
        ("Ann Lee", "A. Lee", True),
        ("Bill Day", "William Day", True),
        ("Ann Lee", "Bob Lee", False),
        ("NFA", "National Ferries Agency", True),
        ("the National Ferries Agency", "the NFA", True),
        ("N.F.A.", "National Ferries Agency", True),
        ("Tidewater’s Daily Tide", "Daily Tide", True),
        ("Daily Tide newspaper", "the Daily Tide", True),
        ("Mr. King", "Mr. Day", False),
        ("King", "", False),
        ("Jo Day of Ohio", "Day", True),
    ],
)
def test_names_fold_to_one(one: str, other: str, *, same: bool) -> None:
    assert same_name(one, other) is same


def test_a_long_text_around_is_not_read_whole() -> None:
    text = "It rained. " * 2000 + "\nAnn Lee came. “It is late,” she said. " + "It blew. " * 2000
    assert _answer("Ann Lee", "late", text) == ("same", "name")
    text = "x" * 9000 + " “It is late,” she said. "
    assert _answer("Ann Lee", "late", text) == ("differs", "elsewhere")
