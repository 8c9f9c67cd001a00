"""The fewest roots that explain some sources."""

from __future__ import annotations

import pytest

from nutgraf.evidence.origins.roots import fewest

CASES = [
    ([], ()),
    ([["a"]], ("a",)),
    ([["a"], ["a"], ["b"]], ("a", "b")),
    ([["a", "b"], ["b"], ["c"]], ("b", "c")),
    ([["a", "b"], ["b", "c"], ["c", "d"]], ("b", "c")),
    ([["a", "b"], ["a", "c"], ["a", "d"]], ("a",)),
    ([["x", "a"], ["x", "b"], ["a"], ["b"]], ("a", "b")),
]


@pytest.mark.parametrize(("options", "roots"), CASES)
def test_as_few_as_can_be(options: list[list[str]], roots: tuple[str, ...]) -> None:
    assert fewest(options) == roots


def test_of_as_many_the_preferred_one() -> None:
    assert fewest([["a", "b"]]) == ("a",)
    assert fewest([["a", "b"]], preferred=("b",)) == ("b",)


def test_many_roots_are_not_tried_in_every_combination() -> None:
    options = [[f"r{at}", f"r{at + 1}"] for at in range(60)]
    roots = fewest(options)
    assert all(set(each) & set(roots) for each in options)
    assert len(roots) <= 40
