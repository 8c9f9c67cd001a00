"""angle-as-fact, outside angles: a view among the facts is asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.angles.stories import AIRLINE, CLUB, DAM, FRONT, SCHOOL, WARD
from tests.checks.examples import findings_on

FOUND = [
    (WARD, "The closure is a textbook case of neglect.", "is a textbook case"),
    (CLUB, "The sale of the training ground smacks of a fix.", "smacks of"),
    (AIRLINE, "The bonus speaks volumes about the board of the airline.", "speaks volumes"),
    (DAM, "The utility clearly knew that the gate would fail.", "clearly knew"),
    (SCHOOL, "The ruling lays bare what the board wanted.", "lays bare"),
]
SILENT = [
    (WARD, "The closure is a textbook case of neglect, said Aisha Noor."),
    (CLUB, "The panel found that the club had overstated the sale."),
    (AIRLINE, "“The bonus speaks volumes,” the pilots’ union said."),
    (DAM, "The gate clearly carries the mark of the inspector."),
]


def told(sentence: str, story: dict[str, str], folder: Path) -> list[str]:
    front = FRONT.format(sources=", ".join(story))
    found = findings_on(f"{front}## Key Points\n\n- {sentence}\n", folder, **story)
    text = (folder / "briefs/example.md").read_text("utf-8")
    return [text[f.place.start : f.place.end] for f in found if f.rule == "angle-as-fact"]


@pytest.mark.parametrize(("story", "sentence", "words"), FOUND, ids=lambda value: str(value)[:40])
def test_a_strong_mark_of_a_view_is_found(
    story: dict[str, str], sentence: str, words: str, tmp_path: Path
) -> None:
    assert told(sentence, story, tmp_path) == [words]


@pytest.mark.parametrize(("story", "sentence"), SILENT, ids=lambda value: str(value)[:40])
def test_somebodys_view_and_a_fact_are_not(
    story: dict[str, str], sentence: str, tmp_path: Path
) -> None:
    assert told(sentence, story, tmp_path) == []


def test_a_view_among_angles_is_where_it_belongs(tmp_path: Path) -> None:
    front = FRONT.format(sources=", ".join(WARD))
    body = "## Newsletter Angles\n\n- The closure is a textbook case of neglect.\n"
    found = findings_on(f"{front}{body}", tmp_path, **WARD)
    assert "angle-as-fact" not in {one.rule for one in found}
