"""coincidence-as-cause: what is inferred from timing is asked about, what is told plainly is not."""

# ruff: noqa: E501 (angles are read side by side)

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.angles.stories import AIRLINE, CLUB, DAM, FRONT, SCHOOL, WARD, on_angle
from tests.checks.examples import findings_on

FOUND = [
    (
        WARD,
        "- The apology came in January and the vote in March, and the first explains the second.",
    ),
    (
        AIRLINE,
        "- Egede’s bonus came three weeks before the cuts, which tells you why the cuts were made.",
    ),
    (
        DAM,
        "- The rating came a year before the delay. The rating led to the delay, and the delay is the whole story.",
    ),
    (
        WARD,
        "- The trust apologised in January and closed the ward two months later: the apology brought the ward down.",
    ),
    (
        WARD,
        "- The health board approved the closure a week before the vote. That week is the foundation of everything that follows.",
    ),
    (
        WARD,
        "- Inspectors came in November and the petition began in the same winter, which shows how fear works.",
    ),
    (
        CLUB,
        "- Sand stepped down a day after the club lost nine points, and that is no coincidence.",
    ),
    (CLUB, "- The chairman went within days of the verdict. It is why the appeal will fail."),
    (CLUB, "- The timing says it all: the owner left a day after the ruling."),
    (
        CLUB,
        "- Attendance fell in the same season that the panel sat, so the panel is behind the empty seats.",
    ),
    (
        AIRLINE,
        "- The board approved the bonus three weeks before the cuts; the bonus drove the cuts.",
    ),
    (
        AIRLINE,
        "- Norderney closed Tromvik in January and paid its chief in February. That the two came within weeks of each other is by design.",
    ),
    (
        AIRLINE,
        "- Skagen took the gates shortly after the base closed, part of a plan to carve up the north.",
    ),
    (
        DAM,
        "- The gate failed just after the motor lost electricity; the outage caused the deaths of three campers.",
    ),
    (
        DAM,
        "- The utility put off the repair in the same year that the state rated the gate as poor. That was the groundwork for Sunday night.",
    ),
    (
        SCHOOL,
        "- The families sued two months after the vote, and the vote set in motion a statewide movement.",
    ),
    (
        SCHOOL,
        "- It was no accident that the district spent $230,000 on lawyers in the year of the vote.",
    ),
    (
        CLUB,
        "- The owner left a day after the ruling: a club that cooks a sale should expect to lose its chairman.",
    ),
    (
        DAM,
        "- The repair was put off twice last year, and this week three campers drowned. Follow the money.",
    ),
    (AIRLINE, "- The bonus came three weeks before the cuts. Do the math."),
]

SILENT = [
    (
        WARD,
        "- It shows how thin rural services are: one shortage, and a ward is gone within months.",
    ),
    (
        AIRLINE,
        "- The same quarter brought a loss and a bonus, which says more about boards than about fuel.",
    ),
    (DAM, "- The foundation of every dam is a budget."),
    (
        WARD,
        "- The apology came in January and the vote on Tuesday. We do not know whether the one led to the other.",
    ),
    (
        WARD,
        "- The trust closed the ward because it lacks midwives, and it said so two months after the apology.",
    ),
    (WARD, "- Two months after the apology, the ward is gone."),
    (WARD, "- The same week brought a petition and a vote."),
    (
        CLUB,
        "- Sand stepped down a day after the club lost nine points. He gave no reason, and neither should we.",
    ),
    (CLUB, "- Was it the verdict that brought the chairman down a day later? He has not said."),
    (
        CLUB,
        "- The club was docked nine points because it broke the spending rules, and dropped to twelfth the same day.",
    ),
    (CLUB, "- The resignation may be a coincidence; it came within a day of the ruling."),
    (AIRLINE, "- The bonus came three weeks before the cuts. That may mean nothing."),
    (
        AIRLINE,
        "- Cuts and a bonus in a single quarter: the order of the two is what staff will remember.",
    ),
    (AIRLINE, "- Timing matters in labour disputes, and the union knows how to count."),
    (
        DAM,
        "- The motor lost electricity minutes before the failure, the utility says; nobody knows yet what caused it.",
    ),
    (DAM, "- The state rated the gate as poor in 2021 and the utility put its repair off twice."),
    (
        SCHOOL,
        "- The board removed the books because it disliked their ideas, the judge wrote, and the families sued two months later.",
    ),
    (
        AIRLINE,
        "- The cuts came three weeks after the bonus, and staff should expect a hard spring.",
    ),
    (WARD, "- The ward was rated inadequate last year, and this spring it will be gone."),
    (CLUB, "- The chairman left a day after the ruling. What should supporters expect?"),
    (SCHOOL, "- Two months after the vote came the suit. Both sides had seen it coming."),
]


@pytest.mark.parametrize(("story", "angle"), FOUND, ids=lambda value: str(value)[:40])
def test_an_inference_from_timing_is_asked_about(
    story: dict[str, str], angle: str, tmp_path: Path
) -> None:
    found = [one for one in on_angle(angle, tmp_path, story) if one.rule == "coincidence-as-cause"]
    assert len(found) == 1
    assert found[0].message.endswith("?")
    assert found[0].severity == "warning"


@pytest.mark.parametrize(("story", "angle"), SILENT, ids=lambda value: str(value)[:40])
def test_what_is_told_plainly_or_left_open_is_not(
    story: dict[str, str], angle: str, tmp_path: Path
) -> None:
    assert [(one.rule, one.message) for one in on_angle(angle, tmp_path, story)] == []


def test_a_bottom_line_argues_too(tmp_path: Path) -> None:
    front = FRONT.format(sources=", ".join(CLUB))
    line = "Sand stepped down a day after the club lost nine points, and that is no coincidence."
    found = findings_on(f"{front}## Bottom line\n\n{line}\n", tmp_path, **CLUB)
    assert "coincidence-as-cause" in {one.rule for one in found}
