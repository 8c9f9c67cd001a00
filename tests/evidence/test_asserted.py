from __future__ import annotations

from datetime import date

import pytest

from nutgraf.evidence.asserted import core, is_fact, is_marked, parts
from nutgraf.evidence.reading import Reading, read


def reading(text: str) -> Reading:
    return read(text, date(2025, 3, 7))


def facts(text: str) -> list[str]:
    one = reading(text)
    return [text[start:end] for start, end in parts(one, 0, len(text)) if is_fact(one, start, end)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mill shut.", ["The mill shut"]),
        (
            "This is a story about water, in the same month that the council sold the spring.",
            ["the council sold the spring"],
        ),
        (
            "Two firms bid (the third withdrew in May; its owner died).",
            ["Two firms bid", "the third withdrew in May", "its owner died"],
        ),
        ("Since the mayor resigned, nobody has signed.", ["the mayor resigned"]),
        ("Both mills are in federal litigation.", ["Both mills are in federal litigation"]),
        ("Oslo is the third city to ban them, a trend.", ["Oslo is the third city to ban them"]),
        ("The question is who signed it.", []),
        ("The mill should have shut.", []),
        ("If the mill shut, the town died.", []),
        ("The mill is a symbol, and symbols matter.", []),
        ("We asked why it closed.", []),
        ("Small towns have small councils.", []),
        ("Untested alarms are a risk.", []),
        ("", []),
    ],
)  # fmt: skip
def test_only_what_is_told_as_done_or_on_record_is_a_fact(text: str, told: list[str]) -> None:
    assert facts(text) == told


def test_the_core_is_who_did_what() -> None:
    one = reading("The council sold the spring to a bottler from Bergen.")
    assert [word.lower for word in core(one, 0, len(one.text))] == [
        *["the", "council", "sold", "the", "spring", "to", "a", "bottler"]
    ]


def test_a_name_a_figure_or_a_day_marks_a_span() -> None:
    one = reading("The council sold nine springs in May. It shrugged.")
    assert is_marked(one, 0, 37)
    assert not is_marked(one, 38, len(one.text))
