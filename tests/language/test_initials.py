"""Alternations by their first letters match what they matched before."""

from __future__ import annotations

import re

import pytest

from nutgraf.language.initials import by_initial

TEXT = (
    "The Mayor denied it and is denying it; nobody Knew. A suspect, sued in s. 12 (or [sic]), "
    "‘said’ so; the seller’s shop sold 3 for $2 | each. ſuits at 5 K"
)


@pytest.mark.parametrize(
    "alternation",
    [
        "den(?:y|ies|ied)|deny|mayor",
        "denied|den(?:y|ied)",
        "den|denied",
        "s?he|said|so",
        r"[ds]\w+|s\.|sued",
        r"\bno\w+|knew|\$\d|k",
        r"so|(?P<what>sold|shop)|s[^|)]+d",
        r"[|]|each|\||[^]|]12",
        "suits|k(?!new)",
        "",
    ],
)
def test_the_same_is_found_at_the_same_places(alternation: str) -> None:
    before = re.compile(rf"(?:{alternation})", re.IGNORECASE)
    after = re.compile(rf"(?:{by_initial(alternation)})", re.IGNORECASE)
    found = [(one.span(), one.groupdict()) for one in before.finditer(TEXT)]
    assert [(one.span(), one.groupdict()) for one in after.finditer(TEXT)] == found


def test_branches_with_one_initial_stand_together() -> None:
    assert by_initial("rose|fell|rises") == "(?-i:[rR])(?:ose|ises)|(?-i:[fF])ell"
