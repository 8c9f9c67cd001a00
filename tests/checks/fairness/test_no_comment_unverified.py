"""Who is said not to have answered, and whom."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.told_stories import CHIPS, DAM, HOSPITAL, STADIUM, rules_told

FOUND = [
    (HOSPITAL, "Northgate Mutual did not respond to a request for comment from Radio Merrow."),
    (HOSPITAL, "The nurses’ union declined to comment."),
    (HOSPITAL, "Tomas Hale could not be reached."),
    (HOSPITAL, "The state health department did not respond to requests for comment."),
    (HOSPITAL, "The hospital did not respond to questions about the ransom."),
    (STADIUM, "Mayor Lena Ortiz declined to comment."),
    (STADIUM, "Victor Lang declined to comment."),
    (STADIUM, "The Wexley Chamber of Commerce did not reply to questions."),
    (STADIUM, "Dana Price would not comment."),
    (DAM, "The ministry did not respond to the Lantern’s questions."),
    (DAM, "Ruth Falk declined an interview."),
    (DAM, "Ardle Power did not respond to a request for comment."),
    (CHIPS, "Corvane declined the Courier’s request for an interview with Prole."),
    (CHIPS, "Greta Vann did not respond to a request for comment."),
    (CHIPS, "Corvane has not commented."),
    (CHIPS, "Corvane did not respond to a request for comment on the matter."),
]

SILENT = [
    (HOSPITAL, "Northgate Mutual did not respond to the Merrow Ledger’s request for comment."),
    (HOSPITAL, "The hospital declined to comment on the ransom."),
    (HOSPITAL, "A spokesman for the board did not immediately reply to Radio Merrow."),
    (HOSPITAL, "Northgate Mutual did not respond to requests for comment."),
    (HOSPITAL, "Northgate Mutual did not respond to our questions."),
    (STADIUM, "The Gulls declined to comment."),
    (STADIUM, "Victor Lang, the owner, could not be reached."),
    (STADIUM, "Lang could not be reached by the Harbor Post."),
    (DAM, "Ardle Power declined to comment on the lawsuit."),
    (DAM, "The ministry did not respond to the Mirror’s questions about the inspection."),
    (CHIPS, "Corvane did not respond to a request for comment on the sensor unit."),
    (CHIPS, "Corvane declined the Record’s request for an interview with Prole."),
    (CHIPS, "The company did not comment on the sensor unit."),
    (CHIPS, "Corvane has not commented on the sensor unit."),
    (CHIPS, "Corvane denies that it hid defects. It did not respond to a request for comment."),
]


@pytest.mark.parametrize(("story", "text"), FOUND)
def test_a_silence_that_no_source_tells_of_is_found(
    story: Mapping[str, str], text: str, tmp_path: Path
) -> None:
    assert rules_told(text, story, tmp_path) == ["no-comment-unverified"]


@pytest.mark.parametrize(("story", "text"), SILENT)
def test_a_silence_as_a_source_tells_it_is_left_alone(
    story: Mapping[str, str], text: str, tmp_path: Path
) -> None:
    assert rules_told(text, story, tmp_path) == []
