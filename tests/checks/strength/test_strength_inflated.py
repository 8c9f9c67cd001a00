"""Links told as causes, hints as proofs, plans as decisions, bills as laws; and what keeps step."""

# ruff: noqa: E501 (what is said and the words at fault are read side by side)

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.examples import findings_on, rules_on

OWN = "strength-inflated"

COFFEE = {
    "journal": (
        "Drinking three cups of coffee a day was associated with a lower risk of gout in a study of "
        "41,000 nurses published on Monday.\n\nThe study cannot prove that coffee protects against "
        "gout, said Mira Solberg of Halvorsen University, its lead author. It was linked to fewer "
        "attacks among women over 60.\n\nThe results suggest that the effect fades after a year."
    ),
    "daily": (
        "Nurses who drank three cups of coffee a day had gout less often, researchers reported. The "
        "health agency said that it raises questions about its advice and that it is considering a "
        "review of the guidelines in the autumn."
    ),
}
PLANT = {
    "gazette": (
        "The chemical plant at Brenmoor is linked to a cluster of asthma cases, according to a "
        "report by the county.\n\nPreliminary tests point to a leaking valve as the source of the "
        "smell. The company has not decided whether to close the unit; it is considering moving it "
        "to Tarrick.\n\nShares of the owner, Brenmoor Chemicals, slipped on Tuesday. The maker of "
        "paints said sales rose slightly in the spring."
    ),
    "wire": (
        "Residents near the Brenmoor plant had warned of an accident for years. Three workers fell "
        "ill in March; the company says that their illness was not related to the leak.\n\nThe "
        "union proposed a monthly inspection of the valves."
    ),
}
RENT = {
    "capital": (
        "A bill that would cap rent increases at 4% cleared a Senate committee on Thursday. The full "
        "Senate is expected to debate the rent bill in May.\n\nGovernor Lena Orth has not said "
        "whether she would sign the measure."
    ),
    "post": (
        "Senator Paul Imre introduced the rent bill in January. Landlords urged lawmakers to exempt "
        "small buildings. The city of Ardmoor plans to build 900 flats on the old rail yard by 2028."
    ),
}
FOUND = [
    (COFFEE, "Drinking three cups of coffee a day cut the risk of gout in a study of 41,000 nurses.", "cut"),
    (COFFEE, "Drinking coffee protects against gout, a study of 41,000 nurses found.", "protects against"),
    (PLANT, "The tests prove that a leaking valve is the source of the smell.", "prove that"),
    (COFFEE, "The health agency will review the guidelines in the autumn.", "will"),
    (PLANT, "The chemical plant at Brenmoor caused a cluster of asthma cases, according to the county.", "caused"),
    (PLANT, "Tests confirmed a leaking valve as the source of the smell.", "Tests confirmed"),
    (PLANT, "The company will move the unit to Tarrick.", "will"),
    (PLANT, "Shares of the owner, Brenmoor Chemicals, plunged on Tuesday.", "plunged"),
    (PLANT, "The maker of paints said sales soared in the spring.", "soared"),
    (PLANT, "The leak vindicates the residents’ warnings.", "vindicates the residents’ warnings"),
    (PLANT, "The union decided to inspect the valves monthly.", "decided to"),
    (RENT, "The Senate passed a bill that caps rent increases at 4% on Thursday.", "Senate passed"),
    (RENT, "The rent bill was signed into law by Governor Lena Orth.", "signed into law"),
    (RENT, "The city of Ardmoor built 900 flats on the old rail yard.", "built"),
    (PLANT, "The company moved the unit to Tarrick.", "moved"),
]  # fmt: skip
SILENT = [
    (RENT, "The rent bill passed a Senate committee on Thursday."),
    (PLANT, "The company considered moving the unit to Tarrick."),
    (COFFEE, "Coffee was linked to a lower risk of gout in a study of 41,000 nurses."),
    (COFFEE, "Three cups of coffee a day may protect against gout, the study suggests."),
    (COFFEE, "The study does not prove that coffee protects against gout."),
    (COFFEE, "The results suggest that the effect fades after a year."),
    (COFFEE, "The health agency may review its guidelines in the autumn."),
    (COFFEE, "The agency is weighing a review of the guidelines."),
    (PLANT, "The plant is linked to a cluster of asthma cases, a county report says."),
    (PLANT, "Early tests indicate that a leaking valve was the source of the smell."),
    (PLANT, "Three workers fell ill in March."),
    (PLANT, "Did the leak prove the residents right?"),
    (PLANT, "If the tests confirm the leak, the residents’ warnings will look prescient."),
    (PLANT, "Residents say the leak proves their warnings right."),
    (PLANT, "Shares of Brenmoor Chemicals fell on Tuesday."),
    (PLANT, "“The leak proves the critics right,” the union wrote."),
    (RENT, "A Senate committee approved a bill to cap rent increases at 4%."),
    (RENT, "The Senate will debate the rent bill in May."),
    (RENT, "The bill has not been passed by the Senate."),
    (RENT, "If the Senate passes the bill, it goes to Governor Lena Orth."),
    (RENT, "Ardmoor plans to build 900 flats on the old rail yard by 2028."),
]


def brief(said: str, pack: dict[str, str]) -> str:
    """A brief of one sentence, with the sources of a pack."""
    front = f"title: The week\ndate: 2025-03-07\nsources: [{', '.join(pack)}]"
    return f"---\n{front}\n---\n## Summary\n\n{said}\n"


@pytest.mark.parametrize(("pack", "said", "words"), FOUND)
def test_a_step_above_every_source_is_asked_about(
    pack: dict[str, str], said: str, words: str, tmp_path: Path
) -> None:
    text = brief(said, pack)
    findings = [one for one in findings_on(text, tmp_path, **pack) if one.rule == OWN]
    assert len(findings) == 1
    shown = text[findings[0].place.start : findings[0].place.end]
    assert words in shown or shown in words
    assert "?" in findings[0].message


@pytest.mark.parametrize(("pack", "said"), SILENT)
def test_a_step_that_a_source_takes_is_not_asked_about(
    pack: dict[str, str], said: str, tmp_path: Path
) -> None:
    assert OWN not in rules_on(brief(said, pack), tmp_path, **pack)
