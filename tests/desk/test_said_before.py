"""Words are found again in a digest, whatever wrapped and numbered them."""

from __future__ import annotations

import pytest

from nutgraf.desk.said_before import again, says

DIGEST = """\
THE LETTER

KEY POINTS

• The harbour office counted 1,240 passengers on
  Saturday, the “busiest” day of the year. [1, 2] It
  expects more in May. [3]
• Dr. Varga left.
"""


@pytest.mark.parametrize(
    "words",
    [
        "counted 1,240 passengers on Saturday",
        'the "busiest" day of the year',
        "The Harbour Office counted 1,240 passengers",
        "The harbour office counted 1,240 passengers on Saturday, the “busiest” day of the year.",
        "harbor office counted 1,240 passengers on Saturday",
    ],
)
def test_words_are_found_in_the_sentence_that_has_them(words: str) -> None:
    found = again(DIGEST, words)
    assert found is not None
    assert found.sentence == (
        "The harbour office counted 1,240 passengers on Saturday, the “busiest” day of the year."
    )


@pytest.mark.parametrize("words", ["a ferry sank", "eleven goldfish in the pond", "…", ""])
def test_what_is_not_there_is_not_found(words: str) -> None:
    assert again(DIGEST, words) is None


def test_a_text_says_words_also_over_its_line_ends() -> None:
    assert says(DIGEST, "passengers on Saturday, the busiest day")
    assert not says(DIGEST, "passengers on Sunday")
    assert not says(DIGEST, "senger on Saturday")
