"""Origins in a line."""

from __future__ import annotations

from dataclasses import replace

from nutgraf.model import Origin
from nutgraf.report.origins import line, of_claim
from nutgraf.report.summary import line as summary
from tests.report.results import claim

AP = Origin("Associated Press", "AP", ("a", "b"))
POST = Origin("Harbor Post", "Harbor Post", ("c",))


def test_fewer_origins_than_sources_are_told_with_their_sources() -> None:
    assert line([AP, POST]) == "2, not 3: AP (a, b) · Harbor Post (c)"


def test_as_many_are_told_in_short() -> None:
    assert line([POST]) == "1: Harbor Post"


def test_a_claim_is_told_with_what_carries_it() -> None:
    carried = replace(claim(), carried_by=("a", "b"), origins=("Associated Press",))
    assert of_claim(carried, [AP, POST]) == "carried by a, b · 1 origin: AP"
    seen = replace(carried, carried_by=("a", "c"), origins=(AP.name, POST.name), primary_seen=True)
    assert of_claim(seen, [AP, POST]) == (
        "carried by a, c · 2 origins: AP · Harbor Post · document seen"
    )
    assert of_claim(claim(), [AP]) == ""


def test_the_summary_ends_with_their_number() -> None:
    assert summary([claim()], [], [AP, POST]).endswith(" · 2 origins")
    assert summary([claim()], [], [POST]).endswith(" · 1 origin")
