"""angle-repeat: what readers have had is told, what takes it up or is another angle is not."""

# ruff: noqa: E501 (angles are read side by side)

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from nutgraf.checks.record import Record, UsedAngle
from nutgraf.checks.rule import Example
from nutgraf.model import Finding, Place
from tests.checks.angles.stories import AIRLINE, CLUB, DAM, FRONT, SCHOOL, WARD
from tests.checks.examples import check_example, open_findings

USED = (
    "The ward is a story about distance: whoever plans hospitals from a map forgets the night.",
    "The points are a sideshow. Who may sell what to himself is the question of the season.",
    "A bonus before the cuts: the order of the two is what staff will remember, not the sums.",
    "Old dams are everybody’s problem and nobody’s budget line, until the water comes.",
    "A school board that loses in court pays with the money of its schools, and knows it.",
)

FOUND = [
    (
        WARD,
        "- The ward is a story about distance: whoever plans hospitals from a map forgets the night.",
    ),
    (
        WARD,
        "- This is a story about distance. Whoever plans hospitals from a map forgets the night.",
    ),
    (
        WARD,
        "- Hospitals are planned from maps, and whoever plans them so forgets the night. That is the story of the ward.",
    ),
    (CLUB, "- Points are a sideshow: the question of the season is who may sell what to himself."),
    (
        CLUB,
        "- Who may sell what to himself? That is the question of the season; the points are a sideshow.",
    ),
    (
        AIRLINE,
        "- Staff will remember the order of the two, a bonus before the cuts, and not the sums.",
    ),
    (
        AIRLINE,
        "- A bonus, then the cuts. It is the order of the two that staff will remember, not the sums.",
    ),
    (DAM, "- Nobody’s budget line and everybody’s problem: old dams, until the water comes."),
    (DAM, "- Old dams are a problem of everybody and a budget line of nobody until water comes."),
    (
        SCHOOL,
        "- When a school board loses in court, it pays with the money of its schools, and it knows it.",
    ),
    (SCHOOL, "- A board that loses in court pays with its schools’ money, and knows it."),
]

SILENT = [
    (WARD, "- The petition is the first one in the valley that the board has read."),
    (WARD, "- Night is when births go wrong, and night is when the midwives are missing."),
    (
        WARD,
        "- As we wrote in February, whoever plans hospitals from a map forgets the night. The distance is longer now.",
    ),
    (CLUB, "- The panel looked at one sale, and the owner was on both sides of it."),
    (
        CLUB,
        "- We return to an old question of the season: who may sell what to himself. The points are no sideshow any more.",
    ),
    (AIRLINE, "- Investors liked the cuts, which is the uncomfortable part of this."),
    (AIRLINE, "- Watch the domestic network: it is what the airline calls too large."),
    (DAM, "- Sirens that are tested and stay silent are a metaphor for the rest."),
    (DAM, "- A follow-up to old dams, everybody’s problem and nobody’s budget line: the levy."),
    (SCHOOL, "- The judge read motives, not books."),
    (SCHOOL, "- Librarians make good plaintiffs."),
]


def used(text: str, number: int, *corrected: str) -> UsedAngle:
    place = Place("briefs/2025-02-28.md", number, number + len(text), 9, 1, 9, 1 + len(text))
    return UsedAngle("2025-02-28", date(2025, 2, 28), text, place, corrected)


def told(angle: str, story: dict[str, str], folder: Path, *angles: UsedAngle) -> list[Finding]:
    seeds = {name: f"---\ntitle: {name}\n---\n{text}" for name, text in story.items()}
    brief = f"{FRONT.format(sources=', '.join(story))}## Newsletter Angles\n\n{angle}\n"
    record = Record(used_angles=angles or tuple(used(text, at) for at, text in enumerate(USED)))
    found = open_findings(check_example(Example(brief, seeds, record=record), folder))
    return [one for one in found if one.rule == "angle-repeat"]


@pytest.mark.parametrize(("story", "angle"), FOUND, ids=lambda value: str(value)[:40])
def test_an_angle_that_readers_have_had_is_told(
    story: dict[str, str], angle: str, tmp_path: Path
) -> None:
    (one,) = told(angle, story, tmp_path)
    assert one.severity == "note"
    assert "2025-02-28" in one.message
    assert one.evidence[0].text in USED


@pytest.mark.parametrize(("story", "angle"), SILENT, ids=lambda value: str(value)[:40])
def test_another_angle_and_one_that_says_so_are_not(
    story: dict[str, str], angle: str, tmp_path: Path
) -> None:
    assert told(angle, story, tmp_path) == []


def test_an_angle_whose_basis_was_corrected_is_a_warning(tmp_path: Path) -> None:
    before = used(USED[0], 0, "2025-03-01-aa11")
    (one,) = told(f"- {USED[0]}", WARD, tmp_path, before)
    assert one.severity == "warning"
    assert "corrected since" in one.message
    assert told(f"- {USED[0]} We corrected the distance.", WARD, tmp_path / "b", before) == []


def test_the_record_is_short_and_knows_other_words() -> None:
    one = Record(used_angles=(used(USED[0], 0),))
    assert len(repr(one)) < 300
    assert repr(one) != repr(Record(used_angles=(used(USED[0] + "!", 0),)))
