"""Several sources that have it from one newsroom."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.sources.packs import CHIPS, COPIED, FIRE, TREATY, found_in, rules_in

Pack = Mapping[str, str]
RULE = "single-origin"
FIRE_AP = {name: FIRE[name] for name in ("wire", "digest", "radio")}

FOUND: list[tuple[Pack, str]] = [
    (FIRE, "The fire burned 4,100 acres north of Calder. [@wire; @digest]"),
    (FIRE, "About 900 people left their houses. [@wire; @radio]"),
    (FIRE, "About 900 people left their houses. [@digest; @radio]"),
    (FIRE, "The fire burned 4,100 acres, two outlets report. [@wire] A shelter opened. [@wire]"),
    (FIRE_AP, "About 900 people left their houses, several news organizations reported."),
    (FIRE_AP, "A brush fire destroyed 12 homes. It burned 4,100 acres. About 900 people left."),
    (CHIPS, "Ardent will cut 640 jobs. [@agency; @techblog]"),
    (CHIPS, "Sales fell 11% in the second quarter, multiple outlets confirm. [@agency; @techblog]"),
    (TREATY, "The treaty lets 40 trawlers into the bay from March. [@post; @rewrite]"),
    (TREATY, "The talks took two years. [@post; @rewrite]"),
    (COPIED, "The keepers carried a borrowed lantern up the stairs before dusk. [@one; @two]"),
    (COPIED, "Ships kept clear of the reef all night, several reports agree. [@one; @two]"),
]

SILENT: list[tuple[Pack, str]] = [
    (FIRE, "The fire burned 4,100 acres, the AP reported. [@wire; @digest]"),
    (
        FIRE,
        "About 900 people left their houses, according to the Associated Press. [@wire; @radio]",
    ),
    (FIRE, "Twelve homes burned down. [@wire; @herald]"),
    (FIRE, "Twelve homes burned down. [@digest; @radio; @herald]"),
    (FIRE, "The fire burned 4,100 acres. [@wire]"),
    (
        FIRE,
        "The fire burned 4,100 acres. [@wire; @digest] Three reports here come from two newsrooms.",
    ),
    (FIRE, "The fire burned 4,100 acres. [@wire; @digest] Both carry the AP story."),
    (FIRE, "The county closed Route 9 on Wednesday morning. [@herald]"),
    (CHIPS, "The plant in Tolland will close in December. [@agency; @courier]"),
    (
        CHIPS,
        "The plant in Tolland will close in December, several outlets report. [@agency; @courier]",
    ),
    (CHIPS, "Sales fell 11% in the second quarter, Reuters said. [@agency; @techblog]"),
    (TREATY, "It lets in 40 trawlers from March, The Harbor Post reported. [@post; @rewrite]"),
    (TREATY, "The treaty lets 40 trawlers into the bay. [@post]"),
    (COPIED, "The trust wants a new lamp by spring. [@one]"),
]


@pytest.mark.parametrize(("pack", "body"), FOUND)
def test_one_origin_shown_as_several_is_told(pack: Pack, body: str, tmp_path: Path) -> None:
    told = [one for one in found_in(body, pack, tmp_path) if one.rule == RULE]
    assert [one.severity for one in told] == ["warning"]


@pytest.mark.parametrize(("pack", "body"), SILENT)
def test_what_is_told_or_has_two_origins_is_left_alone(
    pack: Pack, body: str, tmp_path: Path
) -> None:
    assert [one for one in rules_in(body, pack, tmp_path) if one != "dangling-cite"] == []


def test_it_is_told_once_with_the_words_that_give_the_credit(tmp_path: Path) -> None:
    body = (
        "The fire burned 4,100 acres north of Calder. [@wire; @digest]\n\n"
        "About 900 people left their houses. [@wire; @radio]"
    )
    (one,) = (one for one in found_in(body, FIRE, tmp_path) if one.rule == RULE)
    assert (
        one.message
        == "one origin, not 2: wire and digest have this from AP, and so in 1 more place"
    )
    assert one.remedy == "tell readers whose story it is: according to AP"
    assert "the Associated Press reported" in [each.text for each in one.evidence]


def test_a_brief_that_cites_nothing_is_told_where_it_lists_its_sources(tmp_path: Path) -> None:
    body = "A brush fire burned 4,100 acres. About 900 people left their houses."
    (one,) = (one for one in found_in(body, FIRE, tmp_path) if one.rule == RULE)
    assert one.message == (
        "4 sources, 2 origins: AP (wire, digest, radio) · Calder Herald (herald)"
    )
    assert one.place.line == 4
