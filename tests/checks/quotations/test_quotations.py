"""Words in quotation marks, and who said them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.examples import findings_on, rules_on

SOURCE = (
    "“The dam will hold if the rain stops, and nobody should leave tonight,” said Ida Brandt, an "
    "engineer, who told the Valley Post that she had slept little. Mayor Otto Klein called it "
    "“a long night.” A spokesman for the Water Board, Jens Falk, said, “We have pumped since noon "
    "and we will pump until the river falls.”"
)


def quoted(words: str, speaker: str = "Ida Brandt, engineer (to the Valley Post)") -> str:
    return f"## Quotes\n\n> “{words}” — {speaker} [@s]\n"


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("The dam would hold if the rain stops", "quote-altered"),
        ("The old dam will hold if the rain stops", "quote-altered"),
        ("The dam will hold if rain stops", "quote-altered"),
        ("The dam will hold if the rain stops, and we will pump until the river falls", "quote-altered"),
        ("The dam will hold … and nobody should leave tonight", "ellipsis-distortion"),
        ("The dam will hold", "ellipsis-distortion"),
        ("Everybody has to go home before it is dark", "quote-not-found"),
    ],
)  # fmt: skip
def test_what_was_done_to_the_words_is_named(words: str, rule: str, tmp_path: Path) -> None:
    assert rules_on(quoted(words), tmp_path, s=SOURCE) == [rule]


@pytest.mark.parametrize(
    "words",
    [
        "The dam will hold if the rain stops",
        "[The wall] will hold if the rain stops",
        "The dam will hold if the rain stops … nobody should leave tonight",
        "the dam will hold if the rain stops, and nobody should leave tonight",
    ],
)
def test_what_may_be_done_to_the_words_is_left_alone(words: str, tmp_path: Path) -> None:
    assert rules_on(quoted(words), tmp_path, s=SOURCE) == []


def test_an_altered_word_is_marked_and_the_sources_word_beside_it(tmp_path: Path) -> None:
    (one,) = findings_on(quoted("The dam would hold if the rain stops"), tmp_path, s=SOURCE)
    assert one.evidence[0].text == "will"
    assert one.remedy == "write “will”, or end the quotation before “would”"
    assert one.place.end - one.place.start == len("would")


def test_words_added_and_dropped_have_their_own_mend(tmp_path: Path) -> None:
    (added,) = findings_on(quoted("The old dam will hold if the rain stops"), tmp_path, s=SOURCE)
    assert added.remedy == "take “old” out of the marks"
    (dropped,) = findings_on(quoted("The dam will hold if rain stops"), tmp_path, s=SOURCE)
    assert dropped.remedy == "put “the” back, or show with … that it is left out"


def test_words_that_an_uncited_source_has_are_to_be_cited_there(tmp_path: Path) -> None:
    body = quoted("The dam will hold if the rain stops").replace("[@s]", "[@other]")
    front = "---\ntitle: T\ndate: 2025-03-07\nsources: [s, other]\n---\n"
    found = findings_on(front + body, tmp_path, s=SOURCE, other="The rain fell all night.")
    assert ("quote-not-found", "cite [@s]") in [(one.rule, one.remedy) for one in found]


def test_the_hearer_is_no_speaker(tmp_path: Path) -> None:
    source = "“The sluice is shut,” Lena Moor, a warden, told Piet Hals."
    body = "## Quotes\n\n> “The sluice is shut.” — Piet Hals, warden [@s]\n"
    (one,) = findings_on(body, tmp_path, s=source)
    assert one.rule == "quote-misattributed"
    assert one.severity == "error"
    assert "Lena Moor" in one.remedy


def test_a_house_for_the_person_who_spoke_for_it_is_a_note(tmp_path: Path) -> None:
    body = quoted("We have pumped since noon and we will pump until the river falls", "Water Board")
    (one,) = findings_on(body, tmp_path, s=SOURCE)
    assert (one.rule, one.severity) == ("quote-misattributed", "note")
    assert "Jens Falk" in one.remedy


def test_a_house_is_no_role(tmp_path: Path) -> None:
    source = "“The sluice is shut,” said Lena Moor, a warden of the Canal Trust."
    body = "## Quotes\n\n> “The sluice is shut.” — Lena Moor, Canal Trust [@s]\n"
    assert rules_on(body, tmp_path, s=source) == ["speaker-role-missing"]


def test_a_role_is_wanted_once(tmp_path: Path) -> None:
    source = "“The sluice is shut,” said Lena Moor, a warden. “The lock is open,” Moor said."
    body = (
        "## Quotes\n\n> “The sluice is shut.” — Lena Moor, warden [@s]\n\n"
        "> “The lock is open.” — Lena Moor [@s]\n"
    )
    assert rules_on(body, tmp_path, s=source) == []


def test_marks_around_a_title_are_no_quotation(tmp_path: Path) -> None:
    body = "The choir sang “The Last Ferry Home” in the chapel. [@s]"
    source = "The choir sang The Last Ferry Home in the chapel on a Sunday."
    assert rules_on(body, tmp_path, s=source) == []


def test_a_wire_is_credited_once_in_running_text(tmp_path: Path) -> None:
    source = (
        "---\ntitle: S\ncredits: [Coast Wire]\n---\n“We are tired,” said Lena Moor, a warden.\n"
    )
    body = "## Quotes\n\n> “We are tired.” — Lena Moor, warden [@s]\n"
    assert rules_on(body, tmp_path, s=source) == ["second-hand-quote"]
    credited = body.replace("warden [", "warden (Coast Wire) [")
    assert rules_on(credited, tmp_path, s=source) == []


def test_without_a_pack_nothing_is_said_of_quotations(tmp_path: Path) -> None:
    assert "quote-not-found" not in rules_on("> “We are tired.” — Lena Moor, warden\n", tmp_path)
