"""caveat-lost: gaps in the many forms in which news admits them, right behind a fact."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.examples import findings_on
from tests.checks.fairness import packs

NAME = "caveat-lost"

VIDEO_UNVERIFIED = {
    "post": """\
A video posted on Sunday shows soldiers looting a clinic in the town of Barad. The footage could
not be independently verified.

Aid workers said the clinic served 4,000 people.
"""
}
TOLL_RISE = {
    "post": """\
At least 31 people died when a dam gave way above Loma on Friday, officials said. Rescuers said
the toll could rise as they reached more villages.
"""
}
MOTIVE = {
    "post": """\
A man drove a van into a market in Osterby on Saturday, injuring 12 people, the police said. He
was arrested at the scene.

The police said they had not established a motive.
"""
}
MICE = {
    "post": """\
A compound found in olive leaves cleared plaques linked to dementia, researchers in Bari
reported. The compound has been tested only in mice.
"""
}
SMALL = {
    "post": """\
Walking backward eased knee pain, a study found. The study was small, with 28 volunteers, and
lasted six weeks.
"""
}
DEAL_TERMS = {
    "post": """\
Norvik Foods is buying the ice cream maker Polaris, the companies said on Monday. The price was
not disclosed.

Polaris employs 600 people.
"""
}
HOW_HACKERS = {
    "post": """\
Hackers took the records of 300,000 patients from the clinic chain Medora, the company said.
Medora did not say how the attackers got in or whether a ransom was paid.
"""
}
NO_CHARGES_YET = {
    "post": """\
Police searched the home of councilman Roy Tate on Thursday. A police spokeswoman would not say
what they were looking for.
"""
}
PROJECTION = {
    "post": """\
The party of Ana Reis won 61 of 120 seats in Sunday's vote, exit polls showed. The official
results are not expected until Wednesday.
"""
}
QUESTIONS_REMAIN = {
    "post": """\
The city will build a tram to the harbor by 2029, Mayor Ilse Koch said. It remains unclear who
will pay for the tram.
"""
}
INVESTIG_ONGOING = {
    "post": """\
A crane fell on a house in Merrow on Monday, killing a woman. The cause of the collapse was not
immediately known.
"""
}
ANALYSTS_DOUBT = {
    "post": """\
The startup Heliox said its battery charges in five minutes. The claim has not been verified by
outside engineers.
"""
}

FOUND: list[tuple[str, Mapping[str, str], str]] = [
    (
        "video unverified",
        VIDEO_UNVERIFIED,
        (
            "A video posted on Sunday shows soldiers looting a clinic in the town of Barad, which "
            "served 4,000 people."
        ),
    ),
    ("toll rise", TOLL_RISE, "31 people died when a dam gave way above Loma on Friday."),
    (
        "motive",
        MOTIVE,
        (
            "A man drove a van into a market in Osterby on Saturday and injured 12 people. He was "
            "arrested at the scene."
        ),
    ),
    (
        "mice",
        MICE,
        (
            "A compound found in olive leaves clears plaques linked to dementia, researchers in "
            "Bari reported."
        ),
    ),
    ("small", SMALL, "Walking backward eases knee pain, a study found."),
    (
        "deal terms",
        DEAL_TERMS,
        (
            "Norvik Foods is buying the ice cream maker Polaris at a high price, the companies "
            "said on Monday."
        ),
    ),
    (
        "how hackers",
        HOW_HACKERS,
        "Hackers took the records of 300,000 patients from the clinic chain Medora.",
    ),
    (
        "no charges yet",
        NO_CHARGES_YET,
        "Police searched the home of councilman Roy Tate on Thursday.",
    ),
    (
        "questions remain",
        QUESTIONS_REMAIN,
        "The city will build a tram to the harbor by 2029, Mayor Ilse Koch said.",
    ),
    (
        "investig ongoing",
        INVESTIG_ONGOING,
        "A crane fell on a house in Merrow on Monday, killing a woman. Wind caused the collapse.",
    ),
    (
        "analysts doubt",
        ANALYSTS_DOUBT,
        "The startup Heliox has a battery that charges in five minutes.",
    ),
]

SILENT: list[tuple[str, Mapping[str, str], str]] = [
    (
        "video told",
        VIDEO_UNVERIFIED,
        (
            "A video posted on Sunday appears to show soldiers looting a clinic in Barad; nobody "
            "outside has been able to verify it."
        ),
    ),
    (
        "toll told",
        TOLL_RISE,
        "At least 31 people died when a dam gave way above Loma on Friday, and the toll may rise.",
    ),
    (
        "motive told",
        MOTIVE,
        (
            "A man drove a van into a market in Osterby on Saturday, injuring 12 people. Why he "
            "did it is not known; the police have found no motive."
        ),
    ),
    (
        "mice told",
        MICE,
        "A compound found in olive leaves cleared plaques in mice, researchers in Bari reported.",
    ),
    ("small told", SMALL, "Walking backward eased knee pain in a small study of 28 volunteers."),
    (
        "price told",
        DEAL_TERMS,
        "Norvik Foods is buying the ice cream maker Polaris for an undisclosed price.",
    ),
    (
        "hackers told",
        HOW_HACKERS,
        (
            "Hackers took the records of 300,000 patients from Medora, which has not explained how "
            "they got in or if it paid a ransom."
        ),
    ),
    (
        "exit polls told",
        PROJECTION,
        "The party of Ana Reis won 61 of 120 seats in Sunday's vote, according to exit polls.",
    ),
    (
        "tram told",
        QUESTIONS_REMAIN,
        "The city will build a tram to the harbor by 2029. Who pays for the tram is open.",
    ),
    (
        "cause told",
        INVESTIG_ONGOING,
        (
            "A crane fell on a house in Merrow on Monday, killing a woman. Officials could not say "
            "at once what caused the collapse."
        ),
    ),
    (
        "claim told",
        ANALYSTS_DOUBT,
        (
            "The startup Heliox says its battery charges in five minutes; no outside engineer has "
            "verified that."
        ),
    ),
]


def _found(body: str, folder: Path, pack: Mapping[str, str]) -> int:
    found = findings_on(packs.brief_on(pack, body), folder, **pack)
    return sum(one.rule == NAME for one in found)


@pytest.mark.parametrize(
    ("pack", "body"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND]
)
def test_a_gap_that_is_not_told_is_found(
    pack: Mapping[str, str], body: str, tmp_path: Path
) -> None:
    assert _found(body, tmp_path, pack) == 1


@pytest.mark.parametrize(
    ("pack", "body"), [case[1:] for case in SILENT], ids=[case[0] for case in SILENT]
)
def test_it_is_silent(pack: Mapping[str, str], body: str, tmp_path: Path) -> None:
    assert _found(body, tmp_path, pack) == 0
