"""A locator that names a paragraph narrows the search to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.evidence.locators import located, paragraphs
from tests.checks.examples import rules_on

TEXT = "The ferry sank.\n\nThe crew of 12\nwas saved.\n \nNobody else was on board.\n"


@pytest.mark.parametrize(
    ("locator", "words"),
    [
        ("para. 2", "The crew of 12\nwas saved."),
        ("¶3", "Nobody else was on board."),
        ("paragraphs 1–2", "The ferry sank.\n\nThe crew of 12\nwas saved."),
        ("par 1", "The ferry sank."),
    ],
)
def test_a_paragraph_is_counted_from_one(locator: str, words: str) -> None:
    span = located(TEXT, locator)
    assert span is not None
    assert TEXT[slice(*span)].strip() == words


@pytest.mark.parametrize("locator", ["p. 3", "para. 9", "para. 0", "paras 3-2", "at the end", ""])
def test_other_locators_name_no_paragraph(locator: str) -> None:
    assert located(TEXT, locator) is None


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    assert len(paragraphs("One.\r\nTwo.\r\nThree.\r\n")) == 3


def test_what_stands_in_another_paragraph_is_told(tmp_path: Path) -> None:
    source = "The ferry sank off Arholm on Monday.\n\nThe coast guard saved a crew of 12 sailors."
    said = "The coast guard saved a crew of 12 sailors."
    assert rules_on(f"{said} [@s, para. 2]", tmp_path / "a", s=source) == []
    assert rules_on(f"{said} [@s]", tmp_path / "b", s=source) == []
    told = rules_on(f"{said} [@s, para. 1]", tmp_path / "c", s=source)
    assert told == ["failed-verification"]
