"""Two of a group who tell a thing in two ways."""

from __future__ import annotations

import pytest

from nutgraf.language.two_accounts import two_accounts


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "One of the guards said that the gate was locked; the other said it stood open.",
            "the gate was locked",
            "it stood open",
        ),
        (
            "One aide recalled a long silence. Another said that the minister laughed.",
            "a long silence",
            "the minister laughed",
        ),
    ],
)
def test_both_accounts_are_told_apart(text: str, one: str, other: str) -> None:
    ((_, first, second),) = two_accounts(text)
    assert (text[slice(*first)], text[slice(*second)]) == (one, other)


@pytest.mark.parametrize(
    "text",
    [
        "One of the guards said that the gate was locked.",
        "The gate was locked, and another stood open.",
        "One of the winners, Jon Aas, said that he was glad; the other was ill.",
    ],
)
def test_one_account_is_none(text: str) -> None:
    assert list(two_accounts(text)) == []
