"""A strong claim about somebody that rests on a weak source."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.sources.packs import found_in, rules_in, seed

Pack = Mapping[str, str]
RULE = "source-tier"

MILL: Pack = {
    "watch": seed(
        "Halden Paper dumped dye in the river for years and concealed it from the state. Its "
        "manager, Gus Ferro, bribed an inspector.\n\n"
        "We call on the county to close the mill.",
        title="Close the mill",
        publisher="River Watch",
        kind="advocacy",
        published="2025-09-05",
    ),
    "state": seed(
        "The state found dye of Halden Paper in the river in August. The mill has 30 days to "
        "answer.\n\n"
        "Halden Paper concealed two tests from the state.",
        title="Notice to Halden Paper",
        publisher="State Water Office",
        kind="official",
        published="2025-09-04",
    ),
    "county": seed(
        "The mill at Halden employs 310 people. Anglers caught trout below the dam this summer.",
        title="Life by the river",
        publisher="County Record",
        kind="news",
        published="2025-09-03",
    ),
}

BANK: Pack = {
    "roundup": seed(
        "Corvin Bank defrauded pensioners, and its chairman, Lars Egil, resigned.\n\n"
        "The bank was founded in 1921.",
        title="Bank news in brief",
        publisher="Money Roundup",
        kind="aggregator",
        published="2025-09-05",
    ),
    "thread": seed(
        "My neighbour Nils Bode stole the cash box of the rowing club. Ask anyone.",
        title="A thread",
        publisher="Pier Forum",
        kind="post",
        published="2025-09-06",
    ),
    "column": seed(
        "Senator Ana Reyes misled the voters about the tunnel, and the tunnel is late.",
        title="The tunnel that never was",
        publisher="The Column",
        kind="analysis",
        published="2025-09-06",
    ),
}

FOUND: list[tuple[Pack, str]] = [
    (MILL, "The manager, Gus Ferro, bribed an inspector. [@watch]"),
    (MILL, "Gus Ferro bribed an inspector."),
    (MILL, "Halden Paper concealed it from the state. [@watch]"),
    (BANK, "Corvin Bank defrauded pensioners. [@roundup]"),
    (BANK, "Its chairman, Lars Egil, resigned. [@roundup]"),
    (BANK, "The bank was founded in 1921. [@roundup] Corvin Bank defrauded pensioners. [@roundup]"),
    (BANK, "Nils Bode stole the cash box of the rowing club. [@thread]"),
    (BANK, "- Nils Bode stole the cash box."),
    (BANK, "Senator Ana Reyes misled the voters about the tunnel. [@column]"),
    (BANK, "Ana Reyes misled the voters. [@column]"),
]

SILENT: list[tuple[Pack, str]] = [
    (MILL, "Gus Ferro bribed an inspector, River Watch says. [@watch]"),
    (MILL, "According to River Watch, Gus Ferro bribed an inspector. [@watch]"),
    (MILL, "Halden Paper concealed two tests from the state. [@state]"),
    (MILL, "The state found dye of Halden Paper in the river in August. [@state]"),
    (MILL, "The mill has 30 days to answer. [@state]"),
    (MILL, "The mill at Halden employs 310 people. [@county]"),
    (BANK, "The bank was founded in 1921. [@roundup]"),
    (BANK, "The tunnel is late. [@column]"),
    (BANK, "A forum post says that Nils Bode stole the cash box. [@thread]"),
    (BANK, "Corvin Bank defrauded pensioners, Money Roundup reports. [@roundup]"),
]


@pytest.mark.parametrize(("pack", "body"), FOUND)
def test_a_strong_claim_on_a_weak_source_is_asked_about(
    pack: Pack, body: str, tmp_path: Path
) -> None:
    told = [one for one in found_in(body, pack, tmp_path) if one.rule == RULE]
    assert [one.severity for one in told] == ["warning"]
    assert "?" in told[0].message


@pytest.mark.parametrize(("pack", "body"), SILENT)
def test_what_has_a_better_source_or_says_whose_word_it_is_is_left_alone(
    pack: Pack, body: str, tmp_path: Path
) -> None:
    assert [one for one in rules_in(body, pack, tmp_path) if one != "dangling-cite"] == []


def test_the_better_source_of_the_pack_is_named(tmp_path: Path) -> None:
    body = "Halden Paper concealed two tests. [@roundup]"
    pack = {
        "state": MILL["state"],
        "roundup": seed(
            "Halden Paper concealed two tests.", title="In brief", kind="aggregator", publisher="R"
        ),
    }
    (one,) = (one for one in found_in(body, pack, tmp_path) if one.rule == RULE)
    assert one.remedy == "cite state, which carries it too"


def test_a_rewrite_that_nobody_signs_is_weak(tmp_path: Path) -> None:
    pack = {
        "copy": seed(
            "The judge Ole Brun took kickbacks, the Fjord Times reported.\n\n"
            "Brun told the Fjord Times that he would not step down.",
            title="Judge took kickbacks: report",
        )
    }
    body = "The judge Ole Brun took kickbacks. [@copy]"
    told = [one.message for one in found_in(body, pack, tmp_path, bare=True) if one.rule == RULE]
    assert told == [
        "is copy enough for this? It is a rewrite of Fjord Times by nobody who is named"
    ]
