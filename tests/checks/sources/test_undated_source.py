"""Sources without a day, whose time words a brief rests on."""

from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.workspace.body_hash import body_hash
from tests.checks.sources.packs import found_in, rules_in

RULE = "undated-source"


def page(body: str, **front: str) -> str:
    """A capture that is whole, but for the days that are not given."""
    lines = {
        "title": "Page",
        "publisher": "Lowland Press",
        "url": "https://lowland.example/page",
        "sha256": body_hash(f"{body}\n"),
        **front,
    }
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in lines.items()) + f"---\n{body}\n"


FOUND = [
    ("The dike at Oost broke on Wednesday. Cows drowned.", "The dike at Oost broke."),
    ("The dike at Oost broke last week. Cows drowned.", "The dike at Oost broke."),
    ("Yesterday the court freed the pilot. His lawyer wept.", "The court freed the pilot."),
    ("The court freed the pilot earlier this month.", "The court freed the pilot."),
    ("The fair opened on Saturday morning with 40 stalls.", "The fair opened with 40 stalls."),
    ("Exports of tulips fell 8% last year.", "Exports of tulips fell 8%."),
    ("The minister will visit the port tomorrow.", "The minister will visit the port."),
    ("The union voted on Tuesday to strike at the docks.", "The union voted to strike."),
    ("Two months ago the zoo bought a rhino named Otto.", "The zoo bought a rhino."),
    ("The river rose two metres last April, and the mill flooded.", "The mill flooded."),
]

SILENT = [
    ("The dike at Oost broke in the storm. Cows drowned.", {}, "The dike at Oost broke."),
    ("The dike at Oost broke on Sept. 3, 2025.", {}, "The dike at Oost broke."),
    ("Sept. 4, 2025\n\nThe dike at Oost broke on Wednesday.", {}, "The dike at Oost broke."),
    (
        "The dike at Oost broke on Wednesday.",
        {"published": "2025-09-11"},
        "The dike at Oost broke.",
    ),
    (
        "The dike at Oost broke on Wednesday.",
        {"retrieved": "2025-09-11"},
        "The dike at Oost broke.",
    ),
    ("Exports of tulips fell 8% in 2024.", {}, "Exports of tulips fell 8%."),
    ("The fair has 40 stalls. It rained on Saturday.", {}, "The fair has 40 stalls."),
    ("The zoo keeps a rhino named Otto.", {}, "The zoo keeps a rhino named Otto."),
    ("The minister visited the port in May 2025.", {}, "The minister visited the port."),
    ("The union has 900 members.\n\nIt met last week.", {}, "The union has 900 members."),
]


@pytest.mark.parametrize(("source", "body"), FOUND)
def test_a_day_that_nobody_can_tell_is_a_note(source: str, body: str, tmp_path: Path) -> None:
    seeds = {"page": page(source)}
    told = found_in(f"{body} [@page]", seeds, tmp_path, bare=True)
    assert [(one.rule, one.severity, one.place.line) for one in told] == [(RULE, "note", 4)]


@pytest.mark.parametrize(("source", "front", "body"), SILENT)
def test_what_has_a_day_or_needs_none_is_left_alone(
    source: str, front: dict[str, str], body: str, tmp_path: Path
) -> None:
    assert rules_in(f"{body} [@page]", {"page": page(source, **front)}, tmp_path, bare=True) == []


def test_several_sources_are_one_note(tmp_path: Path) -> None:
    seeds = {
        "a": page("The dike at Oost broke on Wednesday."),
        "b": page("The mill at Oost flooded last night."),
    }
    body = "The dike at Oost broke. [@a] The mill at Oost flooded. [@b]"
    (one,) = found_in(body, seeds, tmp_path, bare=True)
    assert "“Wednesday” in a, “last night” in b" in one.message
