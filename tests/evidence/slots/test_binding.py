"""A figure, and a date, belongs to what stands with it in its sentence."""

from __future__ import annotations

from datetime import date

import pytest

from nutgraf.evidence.index import build
from nutgraf.evidence.judge import judge
from nutgraf.evidence.reading import read

MUSEUM = build(
    read(
        "The trustees of the Wexley museum chose an architect on March 18 after a debate on"
        " March 4 that lasted nine hours. The museum's director, Ada Lund, resigned on Jan. 14."
        " A flood on Nov. 9 soaked 230 paintings in the cellar. The gallery of maps reopened on"
        " Feb. 20.\n\n"
        "The trustees spent $6 million on a new roof and asked donors for $19 million to build a"
        " wing. Restorers have cleaned 85 of the paintings. Visits fell to 41,000, down from"
        " 66,000 a year earlier. The museum, whose studies were finished in 2019 but not printed"
        " until 2023, says two days after the flood a guard was dismissed.",
        date(2025, 4, 2),
    )
)
NOTICE = build(
    read(
        "Wexley's architect will show her plans in May. Lund left the museum in January, the"
        " trustees said.",
        date(2025, 4, 3),
    )
)


def _relations(claim: str) -> set[tuple[str, str]]:
    reading = read(claim)
    told = judge(reading, 0, len(claim), [("museum", MUSEUM), ("notice", NOTICE)])
    return {(one.slot, one.relation) for one in told.differences if one.certain}


@pytest.mark.parametrize(
    ("claim", "slot"),
    [
        ("The trustees of the museum chose an architect on March 4.", "date"),
        ("A debate of the trustees on March 18 lasted nine hours.", "date"),
        ("Ada Lund resigned as director on Feb. 20.", "date"),
        ("The gallery of maps reopened on Nov. 9.", "date"),
        ("The museum's studies were finished in 2023.", "date"),
        ("The trustees spent $19 million on a new roof.", "figure"),
        ("Donors were asked for $6 million to build a wing.", "figure"),
        ("The flood soaked 85 paintings in the cellar.", "figure"),
    ],
)
def test_what_is_said_of_a_neighbour_is_told(claim: str, slot: str) -> None:
    assert (slot, "elsewhere") in _relations(claim)


@pytest.mark.parametrize(
    "claim",
    [
        "The trustees of the museum chose an architect on March 18.",
        "The trustees debated for nine hours on March 4, and chose an architect on March 18.",
        "Ada Lund resigned as director in January.",
        "Restorers have cleaned 85 of the 230 paintings that the flood soaked.",
        "Visits to the museum fell from 66,000 to 41,000.",
        "A year earlier the museum had 66,000 visits.",
        "A guard was dismissed on Nov. 11, two days after the flood.",
    ],
)
def test_what_stands_with_its_own_words_is_not_faulted(claim: str) -> None:
    assert not {one for one in _relations(claim) if one[1] == "elsewhere"}


def test_a_month_of_the_next_sentence_does_not_hide_another_day() -> None:
    source = build(
        read(
            "Divers found the bell on the evening of June 9, near the pier. The search for it began"
            " last month.",
            date(2025, 7, 2),
        )
    )
    claim = read("Divers found the bell on June 8, near the pier.")
    told = judge(claim, 0, len(claim.text), [("bell", source)])
    assert [one.slot for one in told.differences if one.certain] == ["date"]


def test_what_one_source_has_in_full_outweighs_some_words_of_another() -> None:
    full = build(read("The bakers of Orrin sold 420 rye loaves at the fair on Sunday."))
    some = build(read("The fair at Orrin drew crowds. Bakers brought 650 rolls."))
    claim = read("The bakers of Orrin sold 650 rye loaves at the fair.")
    found = judge(claim, 0, len(claim.text), [("some", some), ("full", full)])
    assert found.verdict == "contradicted"
