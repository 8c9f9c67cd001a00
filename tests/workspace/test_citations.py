from __future__ import annotations

import pytest

from tests.workspace.notes import first_words


def cited(text: str) -> list[list[tuple[str, str]]]:
    return [[(cite.id, cite.locator) for cite in one.cites] for one in first_words(text).citations]


@pytest.mark.parametrize(
    ("written", "cites"),
    [
        ("W [@a].", [[("a", "")]]),
        ("W [@a; @b].", [[("a", ""), ("b", "")]]),
        ("W [@a, para. 4].", [[("a", "para. 4")]]),
        ("W [@{id with spaces}, para. 4; @c].", [[("id with spaces", "para. 4"), ("c", "")]]),
        ("W [[a]].", [[("a", "")]]),
        ("W [[a|shown so]].", [[("a", "")]]),
        ("W [@2026-01-30#^funnel].", [[("2026-01-30#^funnel", "")]]),
        ("W [-@a].", [[("a", "")]]),
        ("W [@a][@b].", [[("a", "")], [("b", "")]]),
        ("W \\[@a].", []),
        ("W `[@a]` and [[]].", []),
        ("W [see @a].", []),
        ("W [@a; and b].", []),
        ("W [@a, @b].", [[("a", ""), ("b", "")]]),
        ("W [@a, para. 4, @{b c}].", [[("a", "para. 4"), ("b c", "")]]),
        ("W [@].", []),
        ("Write to a@b.example.", []),
    ],
)
def test_a_citation_is_read_as_pandoc_reads_it(
    written: str, cites: list[list[tuple[str, str]]]
) -> None:
    assert cited(written) == cites


def test_a_citation_covers_the_words_back_to_the_one_before_it() -> None:
    words = first_words("One [@a]. Two three [@b] four [@c].\n")
    covered = [words.text[one.covers : one.at] for one in words.citations]
    assert covered == ["One", ". Two three", " four"]


def test_neighbouring_citations_cover_the_same_words() -> None:
    words = first_words("One two [@a] [@b], [@c]. Three.\n")
    assert [words.text[one.covers : one.at].rstrip(" ,") for one in words.citations] == [
        "One two"
    ] * 3


def test_a_citation_in_emphasis_or_a_link_is_still_one() -> None:
    words = first_words("*One [@a]* and [two [@b]](http://a.example).\n")
    assert [one.cites[0].id for one in words.citations] == ["a", "b"]
