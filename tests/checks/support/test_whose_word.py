"""Labels that give what follows to somebody, clauses that deny something else, houses swapped."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.sources.packs import rules_in, seed

_AUDIT = seed(
    "A state audit last year found “weaknesses” in how the town of Orle awarded contracts, but it "
    "did not find that any law had been broken. The auditor, Mia Stone, looked at 60 contracts.\n\n"
    "The mayor said that nothing had been stolen.",
    title="Audit",
)
_STUDY = seed(
    "People who ate mushrooms twice a week had a lower risk of stroke, researchers reported on "
    "Tuesday. The study, which followed 12,400 adults for nine years, found that mushrooms were "
    "linked to a 14% lower risk but did not show that they prevent strokes.\n\n"
    "“It is an association,” said Dr. Lena Ortiz, who led it.",
    title="Study",
)
_UNION = seed(
    "The Dock Workers Union accused Halmar Shipping of hiding injuries at its Port Lune terminal. "
    "The union said that 31 injuries had not been reported. Halmar denies that.\n\n"
    "The company allegedly told managers to send hurt workers home without a report, according to "
    "a complaint filed by two former clerks.",
    title="Docks",
)
_DAM = seed(
    "Four workers were killed and nine were hurt when a wall of the Brill dam gave way on Monday, "
    "the county said. Rescuers pulled 18 of the 60 trapped miners out by Tuesday night.\n\n"
    "The repair may take 12 to 24 months, the county engineer, Paul Ade, said. As many as 3,000 "
    "homes are without power, and no fewer than 40 roads are closed.",
    title="Dam",
)
_RAIL = seed(
    "A freight train left the rails near Orle on Friday, killing two track workers. Both worked "
    "for Summit Track Services, a contractor.\n\n"
    "Northern Lakes Railway, which owns the line, said it was cooperating with investigators. A "
    "spokeswoman, Ida Moss, works for Northern Lakes Railway.",
    title="Rail",
)
_RAIL_UNION = seed(
    "The two workers who died near Orle were Jo Brandt, 41, and Pia Holm, 29. “They were told "
    "nothing,” said Carl Eriks, a member of the Track Workers Union.",
    title="Union",
)
_TILES = seed(
    "Brightblock Toys is recalling 1.1 million building sets because magnets can come loose. Seven "
    "children needed surgery. No deaths have been reported.\n\n"
    "A nurse in Toledo wrote that her son, 4, had swallowed two magnets. Brightblock said it had "
    "stopped using the supplier in September. Its shares fell on Wednesday.\n\n"
    "Senator Paula Reyes, a Democrat, said she would ask the commission why it had taken so long. "
    "The commission has 90 staff. It has asked for more. The head of quality left in August.",
    title="Tiles",
)
_PACK = {
    "tiles": _TILES,
    "audit": _AUDIT,
    "study": _STUDY,
    "docks": _UNION,
    "dam": _DAM,
    "rail": _RAIL,
    "union": _RAIL_UNION,
}
_FACTS = {
    "failed-verification",
    "date-conflict",
    "partial-support",
    "allegation-as-finding",
    "strength-inflated",
    "number-unmatched",
    "bound-as-value",
    "unit-drift",
    "derived-number",
}

FOUND = [
    "A state audit found that Orle broke the law when it awarded contracts.",
    "Mushrooms were linked to a higher risk of stroke.",
    "The study showed that mushrooms prevent strokes.",
    "The company told managers to send hurt workers home without a report.",
    "About one in five of the trapped miners were out by Tuesday night.",
    "The repair will take 24 months, the county engineer said.",
    "3,000 homes are without power.",
    "Exactly 40 roads are closed.",
    "At least 3,000 homes are without power.",
    "- Two track workers were killed near Orle.\n- They worked for Northern Lakes Railway.",
    "A train killed two track workers near Orle. Both were employed by Northern Lakes Railway.",
    "- Ida Moss works for Summit Track Services.",
    "Carl Eriks is a member of Northern Lakes Railway.",
    "Seven children have died after they swallowed magnets.",
    "A nurse in Toledo wrote that her son had swallowed three magnets.",
    "Brightblock dropped the supplier in August.",
    "Paul Ade, a former mayor, expects that the repair may take up to two years.",
    "Senator Paula Reyes will ask the commission why it took so long and has opened a hearing.",
]

SILENT = [
    (
        "A state audit found weaknesses in how Orle awarded contracts, but did not find that any "
        "law had been broken."
    ),
    "The audit found weaknesses but no broken law.",
    (
        "Mushrooms were linked to a 14% lower risk of stroke, but the study did not show that they "
        "prevent strokes."
    ),
    "Eating mushrooms twice a week was linked to a lower risk of stroke.",
    "- **The union’s charge:** Halmar hid 31 injuries at its Port Lune terminal.",
    "- **What the union says:** 31 injuries at Port Lune were not reported.",
    "- **The clerks’ complaint:** managers were told to send hurt workers home without a report.",
    (
        "Two former clerks say in a complaint that the company told managers to send hurt workers "
        "home without a report."
    ),
    "The dam’s wall gave way on Monday, with four deaths.",
    "There were four deaths and nine injuries when a wall of the Brill dam gave way.",
    "About a third of the trapped miners were out by Tuesday night.",
    "Some 30% of the trapped miners were out by Tuesday night.",
    "The repair may take up to two years.",
    "Up to 3,000 homes are without power.",
    "At least 40 roads are closed.",
    "- Two track workers were killed near Orle.\n- They worked for Summit Track Services.",
    "- Two track workers were killed near Orle.\n- They worked for a contractor.",
    "Jo Brandt, 41, and Pia Holm, 29, died near Orle. Both worked for Summit Track Services.",
    "Seven children needed surgery, and none has died.",
    "Paul Ade, the county engineer, expects that the repair may take up to two years.",
    "A nurse in Toledo wrote that her son had swallowed two magnets.",
    "Brightblock dropped the supplier in September, and its head of quality left in August.",
    "Senator Paula Reyes, a Democrat, will ask the commission why it took so long.",
    "Ida Moss works for Northern Lakes Railway. Carl Eriks is a member of the Track Workers Union.",
]


@pytest.mark.parametrize("body", FOUND, ids=lambda body: body[:40])
def test_what_is_told_otherwise_is_found(body: str, tmp_path: Path) -> None:
    assert _FACTS & set(rules_in(body, _PACK, tmp_path))


@pytest.mark.parametrize("body", SILENT, ids=lambda body: body[:40])
def test_what_is_told_rightly_is_not(body: str, tmp_path: Path) -> None:
    assert not _FACTS & set(rules_in(body, _PACK, tmp_path))
