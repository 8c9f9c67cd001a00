# ruff: noqa: E501 (claims are read side by side)

from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.evidence.claims import JudgedClaim, judged_claims
from nutgraf.evidence.contradictions import contradictions, established
from nutgraf.evidence.pack import read_pack
from nutgraf.evidence.statements import statements
from nutgraf.workspace.loading import open_workspace
from tests.workspaces import write_files


def claims(folder: Path, *paragraphs: str) -> list[JudgedClaim]:
    body = "\n\n".join(paragraphs)
    brief = f"---\ntitle: A\ndate: 2025-03-07\n---\n## Summary\n\n{body}\n"
    composed = open_workspace(write_files(folder, {"briefs/b.md": brief})).brief("b")
    said = [one for one in statements(composed) if one.role == "summary"]
    return list(judged_claims(tuple(said), read_pack(()), composed.date))


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("The depot at Harrow held 40 buses in March.", "The depot at Harrow held 60 buses in March.", ("40", "60")),
        ("The jury cleared the two pilots of all counts.", "The jury cleared the two pilots of all counts.", None),
        ("The depot at Harrow held 40 buses.", "The depot at Leeds held 60 buses.", None),
        ("The depot at Harrow held 40 buses last year.", "The depot at Harrow held 60 buses.", None),
        ("The depot held 40 buses.", "The depot held 60,000 litres of fuel for its buses.", None),
    ],
)  # fmt: skip
def test_two_claims_of_one_thing_differ_or_do_not(
    first: str, second: str, words: tuple[str, str] | None, tmp_path: Path
) -> None:
    found = list(contradictions(claims(tmp_path, first, second)))
    told = [
        (one.one.reading.text[slice(*one.theirs)], one.other.reading.text[slice(*one.ours)])
        for one in found
    ]
    assert told == ([words] if words else [])


def test_a_breach_that_is_left_open_and_then_admitted_is_one_pair(tmp_path: Path) -> None:
    said = claims(
        tmp_path,
        "The sale potentially violated the charter of the trust.",
        "The letter is an admission of violations.",
        "Its critics call it an admission of folly.",
    )
    ((one, hedged), (other, admitted)) = next(iter(established(said)))
    assert one.reading.text[slice(*hedged)] == "potentially violated"
    assert other.reading.text[slice(*admitted)] == "admission of violations"
    assert len(list(established(said))) == 1
