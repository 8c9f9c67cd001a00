"""A sentence that a source has as it is has nothing in it to compare."""

from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.app.checking import judged_case
from nutgraf.checks.word_for_word import is_word_for_word
from nutgraf.workspace.loading import open_workspace
from tests.checks.examples import rules_on
from tests.workspaces import PLAIN, write_files

SOURCE = (
    "The barge sank off Holm on Monday. Investigators said that it was too early to say what "
    "caused the leak. The names of two “deck hands” in the log have not been released."
)


@pytest.mark.parametrize(
    ("sentence", "same"),
    [
        ("The harbour office counted 1,240 passengers on Saturday.", True),
        ("the harbour office  counted 1,240 passengers on Saturday", True),
        ("The harbour office counted 1,420 passengers on Saturday.", False),
        ("Saturday.", False),
        ("office counted 1,240 passengers on Saturday.", False),
        ("The harbour office counted 1,240 passengers.", False),
    ],
)
def test_typography_and_the_first_letter_do_not_count(
    sentence: str, same: bool, tmp_path: Path
) -> None:
    root = write_files(tmp_path, PLAIN)
    case = judged_case(open_workspace(root).brief("2025-03-07"))
    assert is_word_for_word(case, sentence) is same


@pytest.mark.parametrize(
    "sentence",
    [
        "Investigators said that it was too early to say what caused the leak.",
        "The names of two “deck hands” in the log have not been released.",
    ],
)
def test_no_rule_asks_about_what_is_taken_as_it_stands(sentence: str, tmp_path: Path) -> None:
    body = f"The barge sank off Holm on Monday. [@log]\n\n## Unconfirmed\n\n- {sentence} [@log]"
    told = rules_on(body, tmp_path, log=SOURCE)
    assert not {"strength-inflated", "failed-verification", "quote-unattributed"} & set(told)
