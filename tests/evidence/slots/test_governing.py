"""What stands behind a word of doubt in the source, and is a fact all the same."""

from __future__ import annotations

from nutgraf.evidence.index import build
from nutgraf.evidence.reading import read
from tests.evidence.story import judged

SOURCE = build(
    read(
        "Coach Mel Ward said she could work with the board despite the row Tom Price lost his post "
        "as head of the harbour club. The dredger could sink off the northern pier this winter."
    )
)


def certain(claim: str) -> bool:
    return any(one.certain for one in judged(claim, SOURCE).differences)


def test_a_past_form_behind_a_modal_is_not_governed_by_it() -> None:
    assert not certain("Tom Price lost his post as head of the harbour club.")


def test_a_bare_verb_behind_a_modal_is() -> None:
    assert certain("The dredger sank off the northern pier this winter.")


def test_what_is_alleged_may_be_told_as_what_somebody_says() -> None:
    source = build(
        read(
            "The state sued Corven Mills on Monday, alleging that it dumped dye in the Arrow River "
            "for nine years and told nobody."
        )
    )
    said = (
        "The state sued Corven Mills, saying that it dumped dye in the Arrow River for nine years."
    )
    told = "Corven Mills dumped dye in the Arrow River for nine years and told nobody."
    assert not any(one.certain for one in judged(said, source).differences)
    assert any(one.certain for one in judged(told, source).differences)
