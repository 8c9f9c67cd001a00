"""Two stories of several sources, sentence by sentence: what is wrong in time, and what is not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.time import cyclist, dam
from tests.checks.time.stories import rules_told

FOUND = [
    *((dam.DAM, dam.DAY, rule, text) for rule, text in dam.SLIPS),
    *((cyclist.CYCLIST, cyclist.DAY, rule, text) for rule, text in cyclist.SLIPS),
]
SILENT = [
    *((dam.DAM, dam.DAY, text) for text in dam.TRAPS),
    *((cyclist.CYCLIST, cyclist.DAY, text) for text in cyclist.TRAPS),
]


@pytest.mark.parametrize(("story", "day", "rule", "text"), FOUND)
def test_a_slip_of_time_is_found(
    story: Mapping[str, str], day: str, rule: str, text: str, tmp_path: Path
) -> None:
    assert rule in rules_told(text, story, tmp_path, day=day)


@pytest.mark.parametrize(("story", "day", "text"), SILENT)
def test_what_only_looks_wrong_is_left_alone(
    story: Mapping[str, str], day: str, text: str, tmp_path: Path
) -> None:
    assert rules_told(text, story, tmp_path, day=day) == []
