"""The quotations of the shipped example sources, as an editor would attribute them."""

from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.language.quotations import read

SEEDS = Path(__file__).parents[2] / "seeds"

GILBERT = ("This breach of", "Lisa Gilbert")
BOWMAN = ("The improper sharing", "Tom Bowman")
CDT = "Center for Democracy & Technology"


@pytest.mark.parametrize(
    ("seed", "begins", "speaker", "role", "to"),
    [
        ("explainer", "appropriate disposal", "the filing", None, None),
        ("explainer", *GILBERT, "co‑president, Public Citizen", None),
        ("explainer", *BOWMAN, f"policy counsel, {CDT}", None),
        (
            "post-rewrite",
            "The government is",
            "the Department of Homeland Security",
            None,
            "The Washington Post",
        ),
        (
            "post-rewrite",
            "to prevent disclosure",
            "Dottie Romo",
            "the IRS’s chief risk and oversight officer",
            None,
        ),
        ("irs-dhs", "promptly take", "Dottie Romo", "IRS Chief Risk and Control Officer", None),
        ("irs-dhs", *GILBERT, "Public Citizen", None),
        ("irs-dhs", *BOWMAN, CDT, None),
        ("cards", "promptly taking", "Treasury", None, None),
        ("cards", *GILBERT, "Co-president of Public Citizen", "Associated Press"),
        ("cards", *BOWMAN, f"Policy counsel for the {CDT}", "Associated Press"),
        ("fox", "promptly taking", "Dottie Romo", "IRS Chief Risk and Control Officer", None),
        (
            "fox",
            "Once taxpayer data",
            "Tom Bowman",
            f"policy counsel for the {CDT}",
            "The Associated Press",
        ),
    ],
)
def test_each_has_its_speaker_role_and_hearer(
    seed: str, begins: str, speaker: str, role: str | None, to: str | None
) -> None:
    found = read((SEEDS / f"{seed}.md").read_text(encoding="utf-8"))
    quoted = next(one for one in found if one.words.startswith(begins))
    assert quoted.speaker is not None
    assert quoted.speaker.name == speaker
    assert (quoted.role and quoted.role.text) == role
    assert (quoted.to and quoted.to.text) == to
