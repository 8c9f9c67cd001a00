"""internal-contradiction: what one brief says in two ways is asked about, what differs is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.angles.stories import AIRLINE, CLUB, DAM, FRONT, SCHOOL, WARD, weighty
from tests.checks.examples import findings_on

# What the sources leave open, so that only the brief itself can be held against the brief.
FOUND = [
    (
        DAM,
        "We reported that the utility had asked the county to test the sirens.",
        "We reported that the county had asked the utility to test the sirens.",
    ),
    (
        WARD,
        "We counted 40 cars on the Penrith road at midnight.",
        "We counted 90 cars on the Penrith road at midnight.",
    ),
    (
        WARD,
        "We asked 12 midwives of Marlow Vale about the closure.",
        "We asked 15 midwives of Marlow Vale about the closure.",
    ),
    (
        WARD,
        "We spoke to the chief executive of the trust on 3 March.",
        "We spoke to the chief executive of the trust on 5 March.",
    ),
    (
        CLUB,
        "We saw the accounts of the training ground, and the sale was in them.",
        "We saw the accounts of the training ground, and the sale was not in them.",
    ),
    (
        CLUB,
        "We asked the league's panel for its report on 3 February.",
        "We asked the league's panel for its report on 7 February.",
    ),
    (
        AIRLINE,
        "We read 300 pages of the regulatory filing about the bonus.",
        "We read 130 pages of the regulatory filing about the bonus.",
    ),
    (
        AIRLINE,
        "We reached the pilots’ union by phone on Monday.",
        "We reached the pilots’ union by phone on Thursday.",
    ),
    (
        DAM,
        "We visited the Corrigan dam with four engineers.",
        "We visited the Corrigan dam with six engineers.",
    ),
    (
        DAM,
        "The utility potentially violated its licence when it put the repair off, records show.",
        "The dam story has given us an admission of licence violations.",
    ),
    (
        SCHOOL,
        "We read all 41 books that the board removed.",
        "We read all 14 books that the board removed.",
    ),
    (
        SCHOOL,
        "The board may have violated the constitution, the families say.",
        "The ruling is a proven violation of the constitution.",
    ),
]

SILENT = [
    (
        WARD,
        "We asked 12 midwives of Marlow Vale about the closure.",
        "We asked 15 mothers of Penrith about the closure.",
    ),
    (
        WARD,
        "Inspectors rated the ward inadequate.",
        "The petition against the closure has 14,200 signatures.",
    ),
    (
        WARD,
        "The trust apologised to both families in January.",
        "Inspectors rated the ward inadequate in November.",
    ),
    (
        WARD,
        "The petition against the closure has 14,200 signatures.",
        "A petition has 14,200 signatures.",
    ),
    (
        CLUB,
        "Rovers were docked nine points on Wednesday.",
        "Rovers dropped from fourth to twelfth.",
    ),
    (
        CLUB,
        "Owner Viktor Sand stepped down as chairman on Thursday.",
        "The club lost nine points on Wednesday.",
    ),
    (
        AIRLINE,
        "Norderney Air will cut 1,900 jobs, the carrier said.",
        "Norderney Air will cut a tenth of its staff, the carrier said.",
    ),
    (
        AIRLINE,
        "The airline lost $412 million in the fourth quarter.",
        "The board approved a bonus of $3.1 million.",
    ),
    (
        AIRLINE,
        "The carrier closed its base in Tromvik in January.",
        "Its board approved the bonus in February.",
    ),
    (DAM, "Three campers drowned.", "640 houses were evacuated."),
    (DAM, "The state rated the gate as poor in 2021.", "The county installed the sirens in 2009."),
    (DAM, "Teller Power put off the repair twice.", "The utility runs the dam."),
    (
        SCHOOL,
        "The board voted 5-2 in August to take the books away.",
        "Six families and a librarian sued in October.",
    ),
    (
        SCHOOL,
        "A judge ordered the board to return 41 books.",
        "The board had removed the 41 books.",
    ),
]


def _brief(first: str, second: str, story: dict[str, str]) -> str:
    front = FRONT.format(sources=", ".join(story))
    return f"{front}## Key Points\n\n- {first}\n\n## Bottom line\n\n{second}\n"


@pytest.mark.parametrize(("story", "first", "second"), FOUND, ids=lambda value: str(value)[:40])
def test_two_places_that_differ_are_asked_about(
    story: dict[str, str], first: str, second: str, tmp_path: Path
) -> None:
    found = findings_on(_brief(first, second, story), tmp_path, **story)
    told = [one for one in found if one.rule == "internal-contradiction"]
    assert len(told) == 1, found
    assert told[0].severity == "warning"
    assert told[0].message.endswith("?")
    assert told[0].evidence[0].text in first


@pytest.mark.parametrize(("story", "first", "second"), SILENT, ids=lambda value: str(value)[:40])
def test_two_places_that_agree_or_speak_of_two_things_are_not(
    story: dict[str, str], first: str, second: str, tmp_path: Path
) -> None:
    found = findings_on(_brief(first, second, story), tmp_path, **story)
    assert weighty(found) == []


def test_what_the_sources_settle_is_told_by_them(tmp_path: Path) -> None:
    brief = _brief(
        "The petition against the closure has 14,200 signatures.",
        "The petition against the closure has 12,400 signatures.",
        WARD,
    )
    found = weighty(findings_on(brief, tmp_path, **WARD))
    assert [one.rule for one in found] == ["number-unmatched"]


def test_a_section_that_tells_how_reports_differ_is_left_alone(tmp_path: Path) -> None:
    front = FRONT.format(sources=", ".join(WARD))
    body = (
        "## Reports differ\n\n- We counted 40 cars on the Penrith road at midnight.\n"
        "- We counted 90 cars on the Penrith road at midnight.\n"
    )
    found = findings_on(f"{front}{body}", tmp_path, **WARD)
    assert "internal-contradiction" not in {one.rule for one in found}


def test_what_two_parties_are_said_to_say_is_left_alone(tmp_path: Path) -> None:
    brief = _brief(
        "The league put the gap at £7 million, its panel said.",
        "The league put the gap at £9 million, the club said.",
        CLUB,
    )
    found = findings_on(brief, tmp_path, **CLUB)
    assert "internal-contradiction" not in {one.rule for one in found}
