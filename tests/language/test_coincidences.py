from __future__ import annotations

import pytest

from nutgraf.language.coincidences import read, structures


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The mill shut in the same week that the mayor fell, and the one explains the other.",
            "the one explains the other",
        ),
        ("The mill shut days before the vote. That is why it was lost.", "That is why it was lost"),
        (
            "It is no accident that the mill shut in May.",
            "is no accident that the mill shut in May",
        ),
        (
            "The strike led to the closure two days later.",
            "led to the closure two days later",
        ),
        (
            "The fund was cut last year, and this spring two trams collided. Follow the money.",
            "last year, and this spring two trams collided. Follow the money",
        ),
        (
            "The guards left, and ten days later the vault was empty. That is what the cut cost.",
            "That is what the cut cost",
        ),
        (
            "The firm won the job two weeks after the gift. It is hard not to see a reward.",
            "two weeks after the gift. It is hard not to see a reward",
        ),
        (
            "The raid came a week after the layoffs: a firm that fires guards should expect it.",
            "a week after the layoffs: a firm that fires guards should expect it",
        ),
    ],
)
def test_an_inference_spans_what_is_near_and_what_infers(text: str, words: str) -> None:
    (one,) = read(text)
    assert text[slice(*one.span)] == words


@pytest.mark.parametrize(
    "text",
    [
        "The mill shut in the same week that the mayor fell.",
        "The mill shut because coal was dear, and the mayor fell two days later.",
        "The mill shut days before the vote. Whether that is why it was lost, nobody knows.",
        "Did the mill shut days before the vote because of it?",
        "The firm won the job in May. It is hard not to see a reward.",
        "The club won ten days after the ruling. That is what the fans wanted.",
        "The trial opens two weeks after the vote, and drivers should expect delays.",
        "The fund was cut last year, and this spring the town asked for more money.",
        "The hearings follow the budget by a week, ten days after the vote.",
        "The mayor said: “It is no accident that the mill shut in May.”",
        "",
    ],
)
def test_what_is_told_denied_or_asked_is_none(text: str) -> None:
    assert read(text) == ()


def test_a_plan_of_which_things_are_part_is_found_to_the_end_of_its_clause() -> None:
    text = "The sale was part of a plan to empty the valley, and it may work."
    assert [text[slice(*span)] for span in structures(text, 0, 48)] == [
        "part of a plan to empty the valley"
    ]
