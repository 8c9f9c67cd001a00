"""What tells of a gap, and what only has its words."""

from __future__ import annotations

import pytest

from nutgraf.language.unknowing import lists_of_unknowns, tells_a_gap, unknowing


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It is not clear whether the valve had been tested.", "unknown"),
        ("What caused the leak remains unclear.", "unknown"),
        ("It isn’t yet known how many people were on board.", "unknown"),
        ("It is too early to say whether the vaccine works.", "unknown"),
        ("Nobody knows who signed the order.", "unknown"),
        ("Investigators are still trying to determine what started the fire.", "unknown"),
        ("The cause of the collapse is under investigation.", "unknown"),
        ("The names of the dead have not been released.", "undisclosed"),
        ("The ministry has not said how many trucks it bought.", "undisclosed"),
        ("She declined to comment on whether the mill would close.", "undisclosed"),
        ("The firm did not disclose the terms of the sale.", "undisclosed"),
        ("The claim could not be independently verified.", "unverified"),
        ("The findings have not been peer-reviewed.", "method"),
        ("The study was observational.", "method"),
        ("It was a small trial of nine men.", "method"),
        ("The figures are preliminary.", "early"),
        ("The toll could rise, officials said.", "early"),
        ("There is no evidence that the tapes were copied.", "no evidence"),
    ],
)
def test_a_gap_is_told_by_its_kind(text: str, kind: str) -> None:
    assert kind in {one.kind for one in unknowing(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The sky was clear over the harbour.",
        "A preliminary report is expected in a month.",
        "It was unclear at first whether the dam would hold.",
        "Rules are loose when results are uncertain.",
        "The court declined to hear the case.",
        "The company released its figures on Tuesday.",
        "He did not say a word.",
        "The town has a small hospital.",
    ],
)
def test_what_is_no_gap(text: str) -> None:
    assert not tells_a_gap(text)


def test_offsets_are_those_of_the_text() -> None:
    text = "The pier closed. It is unclear when it will open."
    (found,) = unknowing(text, 17, len(text))
    assert text[found.start : found.end] == "unclear"


def test_the_entries_of_a_list_end_with_the_next_heading() -> None:
    text = "Lead.\n\nUnconfirmed\n- Who paid\n- Why it sank\nBottom line\nIt sank.\n"
    assert [text[low:high] for low, high in lists_of_unknowns(text)] == ["Who paid", "Why it sank"]


@pytest.mark.parametrize(
    "heading",
    [
        "## What we don’t know",
        "What is not known:",
        "**What’s still unclear**",
        "Unanswered questions",
        "What we still do not know",
    ],
)
def test_headings_of_lists(heading: str) -> None:
    assert len(list(lists_of_unknowns(f"{heading}\n\n- Who paid for it\n"))) == 1
