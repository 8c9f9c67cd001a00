"""What figures count, and what becomes of it."""

from __future__ import annotations

import pytest

from nutgraf.evidence.conflicts.quantities import quantities_in
from nutgraf.evidence.conflicts.suits import suits_in
from nutgraf.evidence.reading import read
from nutgraf.language.contrary_acts import contrary
from nutgraf.language.fates import exclude
from nutgraf.language.siblings import same_member, siblings


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("The fire killed 12 people and hurt 30 others.", ["person", "other"]),
        ("She took $186,000 in bribes from the builder.", ["bribe"]),
        ("The ship carried 24,000 tons of iron ore.", ["ore"]),
        ("The club lent the town $4 million for a new stadium.", ["stadium"]),
        ("The driver, Marta Olsen, 34, was alone.", ["marta olsen"]),
    ],
)
def test_what_is_counted(text: str, nouns: list[str]) -> None:
    assert [one.noun for one in quantities_in(read(text), 0, len(text))] == nouns


def test_each_of_two_figures_has_its_own_fate() -> None:
    text = "The quake killed 12 people and injured 30 villagers in the valley."
    fates = [one.fates for one in quantities_in(read(text), 0, len(text))]
    assert fates == [frozenset({"dead"}), frozenset({"hurt"})]
    assert exclude(*fates)
    assert not exclude(fates[0], fates[0])


def test_quoted_figures_and_days_are_no_quantities() -> None:
    text = "“I saw 40 men,” she said on May 3."
    assert quantities_in(read(text), 0, len(text)) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Dunmore Anglers filed a lawsuit against the farm.", ["Dunmore Anglers"]),
        ("The farm was sued by Clean Rivers Ireland in June.", ["Clean Rivers Ireland"]),
        ("Plaintiff: Dunmore Anglers (sued in June)", ["Dunmore Anglers"]),
        ("A lawsuit was filed against the farm.", []),
    ],
)
def test_who_sued(text: str, names: list[str]) -> None:
    assert [suit.name.text for suit in suits_in(read(text))] == names


def test_acts_and_things_that_exclude_each_other() -> None:
    assert "dismiss" in contrary("resign")
    assert "resign" in contrary("dismiss")
    assert "garag" in siblings("kitchen")
    assert "lorri" in same_member("truck")
    assert "lorri" not in siblings("truck")
