from __future__ import annotations

import pytest

from nutgraf.language.elisions import read_claim


@pytest.mark.parametrize(
    ("claimed", "plain", "signs"),
    [
        ("one … two", ["one", "two"], {1: "skipped"}),
        ("one [...] two", ["one", "two"], {1: "skipped"}),
        ("one [of] two", ["one", "two"], {1: "bracketed"}),
        ("[O]ne two", ["one", "two"], {}),
        ("one tw[ice] three", ["one", "three"], {1: "bracketed"}),
        ("one [] two", ["one", "two"], {1: "skipped"}),
        ("one [two", ["one", "two"], {}),
        ("one] two", ["one", "two"], {}),
        ("one …", ["one"], {1: "skipped"}),
    ],
)
def test_signs_are_kept_apart_from_the_words(
    claimed: str, plain: list[str], signs: dict[int, str]
) -> None:
    claim = read_claim(claimed)
    assert [word.text for word in claim.words] == plain
    assert {at: kind for at, (kind, _) in claim.gaps.items()} == signs
