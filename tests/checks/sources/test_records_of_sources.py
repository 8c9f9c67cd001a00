"""What a source says of itself: who published it, where, and what vouches for its words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from nutgraf.workspace.body_hash import body_hash
from tests.checks.sources.packs import found_in

BODIES = {
    "well": "The well in Tarn village runs dry each August. A new one costs 9,000 pounds.\n",
    "tram": "Line 6 of the tram opens in spring. It has 14 stops.\n",
    "comet": "The comet passes the sun in June. It is green.\n",
}
WHOLE: Mapping[str, str] = {
    "title": "Page",
    "publisher": "Tarn Times",
    "url": "https://tarn.example/page",
    "published": "2025-09-10",
    "retrieved": "2025-09-11",
}
CITED = {
    "well": "The well in Tarn village runs dry each August. [@well]",
    "tram": "Line 6 of the tram opens in spring. [@tram]",
    "comet": "The comet passes the sun in June. [@comet]",
}


def source(name: str, *left_out: str, sha256: str | None = None) -> str:
    """A capture of that text, with everything but what is left out."""
    given = {**WHOLE, "sha256": sha256 or body_hash(BODIES[name])}
    lines = "".join(f"{key}: {value}\n" for key, value in given.items() if key not in left_out)
    return f"---\n{lines}---\n{BODIES[name]}"


def told(tmp_path: Path, **seeds: str) -> list[tuple[str, str, str]]:
    """(rule, severity, message) of what is found in a brief on those sources."""
    body = " ".join(CITED[name] for name in seeds)
    found = found_in(body, seeds, tmp_path, bare=True)
    return [(one.rule, one.severity, one.message) for one in found]


LACKING = [
    (name, left_out)
    for name in BODIES
    for left_out in (("url",), ("publisher",), ("url", "publisher"), ("url", "published"))
]


@pytest.mark.parametrize(("name", "left_out"), LACKING)
def test_a_source_without_publisher_or_address_is_a_note(
    name: str, left_out: tuple[str, ...], tmp_path: Path
) -> None:
    (one,) = told(tmp_path, **{name: source(name, *left_out)})
    assert one[:2] == ("missing-original-link", "note")
    assert ("no address" in one[2]) is ("url" in left_out)
    assert ("no publisher" in one[2]) is ("publisher" in left_out)


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("left_out", [(), ("published",), ("retrieved",), ("title",)])
def test_a_source_that_can_be_found_and_has_a_hash_is_left_alone(
    name: str, left_out: tuple[str, ...], tmp_path: Path
) -> None:
    assert told(tmp_path, **{name: source(name, *left_out)}) == []


def test_sources_that_lack_the_same_are_one_note(tmp_path: Path) -> None:
    (one,) = told(
        tmp_path,
        well=source("well", "url"),
        tram=source("tram", "url"),
        comet=source("comet", "publisher"),
    )
    assert one[2] == (
        "readers cannot find the original: well, tram: no address; comet: no publisher"
    )


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize(
    "left_out", [("sha256",), ("sha256", "retrieved"), ("sha256", "published")]
)
def test_a_text_that_nothing_vouches_for_is_a_note(
    name: str, left_out: tuple[str, ...], tmp_path: Path
) -> None:
    (one,) = told(tmp_path, **{name: source(name, *left_out)})
    assert one[:2] == ("no-snapshot", "note")
    assert ("no day of capture" in one[2]) is ("retrieved" in left_out)


@pytest.mark.parametrize("name", BODIES)
def test_a_captured_text_that_was_changed_is_a_warning(name: str, tmp_path: Path) -> None:
    changed = source(name).replace(
        BODIES[name], BODIES[name].replace("in ", "near ", 1) + "More.\n"
    )
    (one,) = (one for one in told(tmp_path, **{name: changed}) if one[0] == "no-snapshot")
    assert one[1] == "warning"
    assert f"the captured text of {name} was changed" in one[2]


@pytest.mark.parametrize("ending", ["", "\n", "\n\n", "  \n"])
def test_white_space_at_the_end_is_no_change(ending: str, tmp_path: Path) -> None:
    text = source("tram").rstrip("\n") + ending
    assert told(tmp_path, tram=text) == []
