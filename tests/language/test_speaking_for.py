"""Who may speak for whom."""

from __future__ import annotations

import pytest

from nutgraf.language.quotations import read
from nutgraf.language.speakers import speakers_agree

STORY = (
    "Marrow Trust runs the pier. Freda Holm, the trust's chief executive, was pleased.\n\n"
    "“We are glad of it,” said Holm.\n\n"
    "The rain went on. So did the wind. It was dark. It was cold.\n\n"
    "“It is a bad deal,” said Pavel Horak, the Czech foreign minister.\n\n"
    "“Nobody asked us,” said Ines Pardo, who owns a kiosk.\n\n"
    "The Daily Herald had asked her first.\n"
)


@pytest.mark.parametrize(
    ("claimed", "words", "answer"),
    [
        ("Marrow Trust's chief executive", "glad", "same"),
        ("the chief executive of Marrow Trust", "glad", "same"),
        ("the trust's chairman", "glad", "unknown"),
        ("Harbour Club's treasurer", "glad", "differs"),
        ("Marrow Trust", "glad", "same"),
        ("the Czech Republic", "bad deal", "unknown"),
        ("Prague's foreign minister", "bad deal", "differs"),
        ("Germany", "Nobody asked", "differs"),
        ("The Daily Herald", "Nobody asked", "unknown"),
        ("Freda Holm", "Nobody asked", "differs"),
        ("Pavel Horak", "glad", "differs"),
    ],
)
def test_an_office_a_body_and_a_country_speak_through_a_person(
    claimed: str, words: str, answer: str
) -> None:
    quoted = next(one for one in read(STORY) if words in one.words)
    assert speakers_agree(claimed, quoted, STORY).answer == answer


def test_a_pronoun_stands_for_the_one_whose_name_follows_a_description() -> None:
    text = (
        "Redfern Works applied for it. It is large.\n\nA former yard manager, Karl Voss, said he "
        "quit in March after a row about cranes. “It was unsafe,” he said."
    )
    (quoted,) = read(text)
    assert quoted.speaker is not None
    assert quoted.speaker.name == "Karl Voss"
