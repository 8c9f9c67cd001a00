"""What a brief calls documented, and the sources have only in quotation marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.examples import rules_on

QUOTED = (
    "The plant took water from the marsh for a year. “This is a water heist,” said Ilse Kern, who "
    "fishes there. The company holds a permit."
)
PLAIN = "The inspectors wrote of a water heist in their report on the marsh."


@pytest.mark.parametrize("how", ["documented", "established", "confirmed"])
def test_words_of_a_speaker_are_no_document(how: str, tmp_path: Path) -> None:
    text = f"The water-heist framing is {how}. [@s]"
    assert "attribution-dropped" in rules_on(text, tmp_path, s=QUOTED)


def test_what_a_source_says_itself_may_be_called_so(tmp_path: Path) -> None:
    text = "The water-heist framing is documented. [@s; @t]"
    found = rules_on(text, tmp_path, s=QUOTED, t=PLAIN)
    assert "attribution-dropped" not in found
