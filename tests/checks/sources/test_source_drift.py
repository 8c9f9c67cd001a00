"""A page that was changed under a brief: told where a claim loses its ground, and only there."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from nutgraf.checks.record import Record
from nutgraf.checks.rule import Example
from nutgraf.model import Correction, Finding
from tests.checks.examples import check_example, open_findings
from tests.evidence.drift import versions
from tests.evidence.drift.versions import FERRY, Version, replaced

PASSENGERS = "About 1.1 million passengers used the line last year. [@ferry]"
STAFF = "The line to Skarvoy has 340 workers. [@ferry]"
BUSES = "The company rents two buses for its passengers. [@ferry]"
CRACK = "A crack in the hull was found during a routine dive. [@ferry]"
QUOTE = "> “We will not sail before the hull is sound.” — Ingrid Solheim, harbour master [@ferry]"
MASTER = "Ingrid Solheim, the harbour master, said so. [@ferry]"
MAYOR = "The mayor has asked for a report by the end of the month. [@ferry]"


def source(version: Version = FERRY) -> str:
    return f"---\ntitle: {version.title}\npublished: 2025-03-03\n---\n{version.text}"


def look(version: Version, outcome: str = "changed", **front: str) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in front.items())
    return (
        f"---\nlooked: 2025-03-10T09:30:00Z\noutcome: {outcome}\n"
        f"title: {version.title}\n{lines}---\n"
        f"{version.text if outcome in ('changed', 'replaced') else ''}"
    )


def found_in(
    body: str,
    later: str | None,
    folder: Path,
    *,
    record: Record | None = None,
    stet: str = "",
    **seeds: str,
) -> list[Finding]:
    section = "" if body.startswith("#") else "## Summary\n\n"
    if body.startswith(">"):
        section = "## Quotes\n\n"
    brief = f"---\ntitle: Ferry\ndate: 2025-03-14\n{stet}---\n{section}{body}\n"
    beside = {} if later is None else {"seeds/ferry.later/2025-03-10T093000Z.txt": later}
    example = Example(brief, {"ferry": source(), **seeds}, beside=beside, record=record or Record())
    found = open_findings(check_example(example, folder))
    return [one for one in found if one.rule == "source-drift"]


SPOKEN = {
    "a figure": (PASSENGERS, versions.FIGURE, "its figure is now “About 1.2 million” in ferry"),
    "a sentence": (BUSES, versions.SENTENCE, "the sentence that it rests on is gone from ferry"),
    "a quotation": (
        QUOTE,
        versions.QUOTATION,
        "the quotation now reads “We will not sail until the inspectors let us” in ferry",
    ),
    "a quotation that is gone": (
        QUOTE,
        replaced(FERRY.paragraphs[3], ""),
        "the sentence that it rests on is gone from ferry",
    ),
    "a doubt": (CRACK, versions.HEDGE, "it is less sure by now in ferry: “may have been found”"),
    "a name": (MASTER, versions.NAME, "its name is now “Inger Solhaug” in ferry"),
    "a denial": (
        MAYOR,
        replaced("has asked", "has not asked"),
        "the contrary now stands in ferry: “not asked”",
    ),
    "a day": (
        "The ferry will stay in port until Thursday. [@ferry]",
        replaced("until Thursday", "until Saturday"),
        "its date is now “Saturday” in ferry",
    ),
    "several figures": (
        "The line had 1.1 million passengers last year, and 340 people work for it. [@ferry]",
        replaced("340", "310"),
        "its figure is now “310” in ferry",
    ),
    "a figure that was taken out": (
        PASSENGERS,
        replaced("About 1.1 million passengers", "Passengers"),
        "“About 1.1 million” is gone from ferry",
    ),
}


@pytest.mark.parametrize("name", SPOKEN)
def test_a_claim_that_loses_its_ground_is_a_warning_with_both_texts(
    name: str, tmp_path: Path
) -> None:
    body, later, message = SPOKEN[name]
    (one,) = (one for one in found_in(body, look(later), tmp_path) if one.severity == "warning")
    assert one.message == message
    assert one.evidence[0].place.path == "seeds/ferry.md"
    for evidence in one.evidence[1:]:
        assert evidence.place.path == "seeds/ferry.later/2025-03-10T093000Z.txt"
        assert evidence.seed == "ferry on 2025-03-10"
        text = (tmp_path / evidence.place.path).read_text("utf-8")
        assert text[evidence.place.start : evidence.place.end] == evidence.text


SILENT = {
    "nothing": (PASSENGERS, FERRY),
    "order": (BUSES, versions.REORDERED),
    "furniture": (BUSES, versions.FURNITURE),
    "typography": (PASSENGERS, versions.TYPOGRAPHY),
    "what was added": (CRACK, versions.LIVE),
    "other words of the same": (BUSES, replaced("The company rents", "The company now rents")),
    "a figure that is rounded alike": (
        "About a million passengers used the line last year. [@ferry]",
        replaced("About 1.1 million", "About 1,080,000"),
    ),
    "a quotation cut before": (
        "> “We will not sail.” — Ingrid Solheim, harbour master [@ferry]",
        replaced("“We will", "“No. We will"),
    ),
    "how it is said to be said": (QUOTE, replaced("said Ingrid", "says Ingrid")),
    "a sentence that stands there twice": (
        BUSES,
        Version(FERRY.title, (*FERRY.paragraphs[:4], *FERRY.paragraphs[5:], FERRY.paragraphs[4])),
    ),
}


@pytest.mark.parametrize("name", SILENT)
def test_what_leaves_a_claim_its_ground_is_no_warning(name: str, tmp_path: Path) -> None:
    body, later = SILENT[name]
    found = found_in(body, look(later), tmp_path)
    assert [one.message for one in found if one.severity != "note"] == []


@pytest.mark.parametrize("name", ["nothing", "order", "furniture", "typography", "what was added"])
def test_nothing_is_said_where_nothing_was_changed(name: str, tmp_path: Path) -> None:
    body, later = SILENT[name]
    assert found_in(body, look(later), tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("The company rents", "The county rents", True),
        ("rents two buses", "sold two buses", True),
        ("rents two buses that take", "rents two buses now that take", False),
        ("over the new bridge", "across the new bridge", False),
    ],
)
def test_other_words_for_those_of_a_claim_are_a_note(
    old: str, new: str, told: bool, tmp_path: Path
) -> None:
    found = found_in(BUSES, look(replaced(old, new)), tmp_path)
    assert [one.severity for one in found] == ["note"] * told
    for one in found:
        assert "other words stand for it now in ferry" in one.message


@pytest.mark.parametrize(
    ("body", "later", "told"),
    [
        ("Passenger numbers: 1.1 million last year, by the line. [@ferry]", versions.FIGURE, True),
        ("The bridge has carried 1.1 million bicycles. [@ferry]", versions.FIGURE, False),
        ("Solheim, Ingrid Solheim, keeps the harbour as its master. [@ferry]", versions.NAME, True),
    ],
)
def test_a_figure_or_a_name_of_the_page_in_other_words_is_heard(
    body: str, later: Version, told: bool, tmp_path: Path
) -> None:
    found = found_in(body, look(later), tmp_path)
    assert any(one.severity == "warning" for one in found) is told


def test_changes_elsewhere_are_one_note(tmp_path: Path) -> None:
    (one,) = found_in(BUSES, look(replaced("340", "350", versions.FIGURE)), tmp_path)
    assert (one.severity, one.message) == (
        "note",
        (
            "the page of ferry was changed, and what rests on it still stands there (2025-03-10): "
            "2 figures are other ones"
        ),
    )


def test_a_correction_that_was_added_is_told_in_its_words(tmp_path: Path) -> None:
    (one,) = found_in(BUSES, look(versions.NOTICE), tmp_path)
    assert one.severity == "note"
    assert "a note was added to it: “Correction: An earlier version said" in one.message
    assert one.evidence[0].text == versions.NOTICE.paragraphs[-1]


def test_a_correction_that_repeats_what_was_wrong_does_not_carry_it(tmp_path: Path) -> None:
    note = "Correction: An earlier version said that 1.1 million passengers used the line."
    later = Version(FERRY.title, (*versions.FIGURE.paragraphs, note))
    found = found_in(PASSENGERS, look(later), tmp_path)
    assert [one.severity for one in found] == ["warning", "note"]


def test_another_headline_is_told(tmp_path: Path) -> None:
    (one,) = found_in(BUSES, look(versions.HEADLINE), tmp_path)
    assert "its headline is now “Ferry to Skarvoy stays in port for weeks”" in one.message


def test_a_change_under_one_claim_is_not_told_of_another(tmp_path: Path) -> None:
    body = f"- {PASSENGERS}\n- {STAFF}\n- {BUSES}"
    (one,) = found_in(f"## Key Points\n\n{body}", look(versions.FIGURE), tmp_path)
    assert one.claim is not None
    assert one.place.line == 7


def test_a_page_that_is_gone_is_told_once(tmp_path: Path) -> None:
    body = f"{PASSENGERS} {BUSES}"
    (one,) = found_in(body, look(FERRY, "gone", reason="404 Not Found"), tmp_path)
    assert one.severity == "warning"
    assert one.message == "the page of ferry is gone (404 Not Found), by 2025-03-10"


def test_another_text_at_the_address_is_told_once(tmp_path: Path) -> None:
    (one,) = found_in(BUSES, look(Version("Recipes", ("Take two eggs.",)), "replaced"), tmp_path)
    assert one.message == "another text stands at the address of ferry, by 2025-03-10"


def test_a_page_that_is_as_it_was_again_is_left_alone(tmp_path: Path) -> None:
    assert found_in(PASSENGERS, look(FERRY, "as captured"), tmp_path) == []


def test_a_page_that_was_never_looked_up_again_is_left_alone(tmp_path: Path) -> None:
    assert found_in(PASSENGERS, None, tmp_path) == []


def test_the_last_look_counts(tmp_path: Path) -> None:
    older = {"seeds/ferry.later/2025-03-09T093000Z.txt": look(versions.FIGURE)}
    newer = {"seeds/ferry.later/2025-03-10T093000Z.txt": look(FERRY, "as captured")}
    brief = f"---\ntitle: Ferry\ndate: 2025-03-14\n---\n## Summary\n\n{PASSENGERS}\n"
    for beside, spoken in ((older, True), ({**older, **newer}, False)):
        example = Example(brief, {"ferry": source()}, beside=beside)
        found = open_findings(check_example(example, tmp_path / str(spoken)))
        assert any(one.rule == "source-drift" for one in found) is spoken


def test_another_source_that_still_has_it_is_named_and_makes_a_gone_sentence_a_note(
    tmp_path: Path,
) -> None:
    other = "---\ntitle: Buses\n---\nThe company rents two buses that take passengers over.\n"
    (one,) = found_in(
        "The company rents two buses. [@ferry; @radio]",
        look(versions.SENTENCE),
        tmp_path,
        radio=other,
    )
    assert (one.severity, one.message) == (
        "note",
        "the sentence that it rests on is gone from ferry; radio still has it",
    )


def test_a_stet_lets_it_stand(tmp_path: Path) -> None:
    said = "stet:\n- source-drift: the county has the report\n"
    assert found_in(PASSENGERS, look(versions.FIGURE), tmp_path, stet=said) == []
    inline = f"{PASSENGERS} <!-- stet source-drift: as captured on 3 March -->"
    assert found_in(inline, look(versions.FIGURE), tmp_path / "inline") == []


def test_of_what_readers_have_it_asks_to_look_again(tmp_path: Path) -> None:
    (one,) = found_in(PASSENGERS, look(versions.FIGURE), tmp_path, record=Record(sent=True))
    assert one.message == (
        "readers have this, and its figure is now “About 1.2 million” in ferry: look again"
    )
    assert "nutgraf correct" in one.remedy


@pytest.mark.parametrize(("later", "told"), [(versions.NOTICE, True), (versions.NAME, False)])
def test_of_a_sent_brief_only_a_correction_of_the_page_is_told_where_nothing_is_lost(
    later: Version, told: bool, tmp_path: Path
) -> None:
    found = found_in(BUSES, look(later), tmp_path, record=Record(sent=True))
    assert bool(found) is told


def test_what_was_corrected_is_not_told_again(tmp_path: Path) -> None:
    done = Correction(
        id="2025-03-15-0a0a",
        opened=datetime(2025, 3, 15, 9, 30, tzinfo=UTC),
        by="I. Varga",
        severity="factual",
        said="About 1.1 million passengers used the line last year",
        said_on=date(2025, 3, 14),
        right="It was 1.2 million. [@ferry]",
        briefs=("example",),
    )
    record = Record(sent=True, corrected=(done,))
    assert found_in(PASSENGERS, look(versions.FIGURE), tmp_path, record=record) == []
