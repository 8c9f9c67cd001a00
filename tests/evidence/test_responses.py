"""What those who are blamed answer, and for whom somebody speaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.evidence.responses import Response, responses
from tests.evidence.test_unknowns import pack_of


def _read(folder: Path, text: str) -> list[Response]:
    return list(responses(pack_of(folder, post=text)))


@pytest.mark.parametrize(
    ("text", "sort", "name"),
    [
        ("Farmers sued Holt Mills. Holt Mills denied the charge.", "denial", "Holt Mills"),
        ("Farmers sued Holt Mills. “We broke no rule,” said Ann Lee, a spokeswoman for Holt Mills.",
         "denial", "Holt Mills"),
        ("Farmers accused Holt Mills of waste. The company said no dye was dumped.",
         "denial", "Holt Mills"),
        ("Farmers accused Mayor Ann Lee of waste. Her lawyer, Bo Ek, said the claims were false.",
         "denial", "Bo Ek"),
        ("Farmers sued Holt Mills. Holt Mills did not respond to a request for comment.",
         "silence", "Holt Mills"),
        ("Farmers sued Holt Mills. Holt Mills stood by its permit.", "defence", "Holt Mills"),
        ("Farmers sued Holt Mills. Holt Mills apologised for the smell.", "admission",
         "Holt Mills"),
    ],
)  # fmt: skip
def test_an_answer_has_its_sort_and_its_party(
    text: str, sort: str, name: str, tmp_path: Path
) -> None:
    found = _read(tmp_path, text)[-1]
    assert found.sort == sort
    assert name in found.party.names
    assert found.answers


def test_an_accuser_denies_nothing(tmp_path: Path) -> None:
    text = "Ann Lee accused the police of haste. “They never told him to stop,” she said."
    assert all(one.sort == "answer" for one in _read(tmp_path, text))


def test_the_charge_itself_is_no_answer(tmp_path: Path) -> None:
    text = "A filing says the mill broke the law. Bo Ek said the mill violated its permit."
    assert not [one for one in _read(tmp_path, text) if "Bo Ek" in one.party.names]


def test_of_several_who_were_silent_each_is_one(tmp_path: Path) -> None:
    text = "Holt Mills and the Norr Bank did not respond to requests for comment."
    assert [one.by for one in _read(tmp_path, text)] == ["Holt Mills", "the Norr Bank"]


def test_that_somebody_does_not_say_whether_is_a_gap_and_no_silence(tmp_path: Path) -> None:
    assert not _read(tmp_path, "Holt Mills declined to say whether it would close the plant.")
