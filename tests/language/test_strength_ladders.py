"""On which step of which ladder a thing is said."""

from __future__ import annotations

import pytest

from nutgraf.language.strength_ladders import PROVED, is_far, strength_cues


@pytest.mark.parametrize(
    ("sentence", "ladder", "step"),
    [
        ("Coffee was linked to gout.", "cause", 1),
        ("Coffee raises the risk of gout.", "cause", 2),
        ("Coffee causes gout.", "cause", 3),
        ("The results suggest a link.", "evidence", 1),
        ("The study showed that it works.", "evidence", 2),
        ("Tests confirmed the leak.", "evidence", 3),
        ("It proves that the valve leaked.", "evidence", 4),
        ("The firm is considering a sale.", "plan", 1),
        ("The firm plans to sell.", "plan", 2),
        ("The firm will sell.", "plan", 3),
        ("She introduced a bill in May.", "bill", 1),
        ("The bill cleared a Senate committee.", "bill", 2),
        ("The Senate voted 51-48 on Friday to cap rents.", "bill", 3),
        ("It was signed into law.", "bill", 4),
        ("Shares slipped.", "degree", 1),
        ("Shares fell.", "degree", 2),
        ("Shares plunged.", "degree", 3),
    ],
)
def test_a_cue_has_its_step(sentence: str, ladder: str, step: int) -> None:
    assert max(cue.step for cue in strength_cues(sentence) if cue.ladder == ladder) == step


def test_neighbours_in_degree_are_each_others_paraphrase() -> None:
    assert not is_far("degree", 3, 2)
    assert is_far("degree", 3, 1)
    assert is_far("cause", 3, 2)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The leak validates the feared harm.", True),
        ("The fire vindicates the residents' warnings.", True),
        ("The vote proves the sceptics wrong.", True),
        ("The Senate confirmed Ann Lee as judge.", False),
        ("The exam proved difficult.", False),
    ],
)
def test_a_view_that_has_come_true(text: str, found: bool) -> None:
    assert (PROVED.search(text) is not None) is found
