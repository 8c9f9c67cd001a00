"""Words in quotation marks, and who said them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.examples import findings_on, rules_on

SOURCE = (
    "“The dam will hold if the rain stops, and nobody should leave tonight,” said Ida Brandt, an "
    "engineer, who told the Valley Post that she had slept little. Mayor Otto Klein called it "
    "“a long night.” “We have pumped since noon and we will pump until the river falls,” said "
    "Jens Falk, a spokesman for the Water Board."
)

POST = "---\ntitle: S\npublisher: Valley Post\n---\n"


def quoted(words: str, speaker: str = "Ida Brandt, engineer (to the Valley Post)") -> str:
    return f"## Quotes\n\n> “{words}” — {speaker} [@s]\n"


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("The dam would hold if the rain stops", "quote-altered"),
        ("The old dam will hold if the rain stops", "quote-altered"),
        ("The dam will hold if rain stops", "quote-altered"),
        ("The dam will hold if the rain stops, and we will pump", "quote-altered"),
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


def test_a_quotation_that_its_attribution_interrupts_is_read_as_one(tmp_path: Path) -> None:
    source = "“We sail at noon and we come back at night,” said Ines Varga, the director."
    body = "> “We sail at noon,” said Ines Varga, the director, “and we come back at night.” [@s]\n"
    assert rules_on(f"## Quotes\n\n{body}", tmp_path, s=source) == []


def test_words_quoted_in_a_title_are_looked_for_as_well(tmp_path: Path) -> None:
    body = "# “Nobody has ever paid for this bridge,” mayor says\n\n## Summary\n\nWe wave.\n"
    found = rules_on(body, tmp_path, s=SOURCE + " [@s]")
    assert "quote-not-found" not in found  # there is no pack without a citation
    assert "quote-not-found" in rules_on(f"{body}\nThe rain fell. [@s]\n", tmp_path, s=SOURCE)


def test_an_outlet_that_asked_itself_needs_no_other_credit(tmp_path: Path) -> None:
    source = POST + "“It rains,” Lena Moor told the Valley Post.\n"
    body = "## Quotes\n\n> “It rains.” — Lena Moor [@s]\n"
    assert rules_on(body, tmp_path, s=source) == []


def test_an_outlet_that_is_cited_itself_needs_no_other_credit(tmp_path: Path) -> None:
    first = POST + "“It rains in the hills,” Lena Moor said.\n"
    later = "“It rains in the hills,” Lena Moor told the Valley Post."
    body = "## Quotes\n\n> “It rains in the hills.” — Lena Moor [@later; @first]\n"
    assert rules_on(body, tmp_path, first=first, later=later) == []


def test_a_speaker_whom_the_source_leaves_open_is_not_doubted(tmp_path: Path) -> None:
    source = "Lena Moor stood by the sluice. She looked tired. “It rains in the hills,” she said."
    body = "## Quotes\n\n> “It rains in the hills.” — Lena Moor [@s]\n"
    assert rules_on(body, tmp_path, s=source) == []


def test_a_condition_that_the_writer_tells_is_not_lost(tmp_path: Path) -> None:
    source = "“The dam will hold if the rain stops,” said Ida Brandt, an engineer."
    body = "If the rain stops, “The dam will hold,” said Ida Brandt, an engineer. [@s]"
    assert "ellipsis-distortion" not in rules_on(body, tmp_path, s=source)


def test_a_quotation_that_begins_behind_its_condition_is_told(tmp_path: Path) -> None:
    source = "“If the rain stops, the dam will hold,” said Ida Brandt, an engineer."
    body = "## Quotes\n\n> “The dam will hold.” — Ida Brandt, engineer [@s]\n"
    (one,) = findings_on(body, tmp_path, s=source)
    assert one.rule == "ellipsis-distortion"
    assert "begins behind “if”" in one.message


def test_a_scare_quote_beside_a_name_is_that_persons(tmp_path: Path) -> None:
    source = "Lena Moor wrote of a wall of mud. The hills are steep."
    body = "With Lena Moor, it is a “wall of mud” and no more. [@s]"
    assert "quote-unattributed" not in rules_on(body, tmp_path, s=source)


def test_a_house_that_is_also_who_the_source_names_needs_no_person(tmp_path: Path) -> None:
    source = "“The sluice is shut,” the Canal Trust said in a letter."
    body = "## Quotes\n\n> “The sluice is shut.” — Canal Trust [@s]\n"
    assert "quote-misattributed" not in rules_on(body, tmp_path, s=source)


def test_two_words_that_differ_may_be_chance(tmp_path: Path) -> None:
    source = "The town had a warm and sunny day. Lena Moor wrote a letter."
    body = "The day was “warm, sunny,” Lena Moor wrote. [@s]"
    assert "quote-altered" not in rules_on(body, tmp_path, s=source)


_LAUNCH = (
    "The yard will launch the ferry in May, its owner said. “The hull is sound, but the engine has "
    "never run for an hour,” said Ola Brun, an engineer. “We can sail in May if the bank pays,” "
    "said Siri Vang, the owner. “The price is fair, the deadline is what worries me,” said Nils "
    "Dahl, a shipbroker.\n\n"
    "“I have waited ten years for this ferry, and my father waited 20,” said Eva Holt, a baker. "
    "“The pier is old,” said Jon Moe, the harbor master. “It will hold, though.”"
)


@pytest.mark.parametrize(
    "quoted",
    [
        "“The hull is sound.” — Ola Brun, engineer",
        "“We can sail in May.” — Siri Vang, owner",
        "“We can sail in May …” — Siri Vang, owner",
        "“The price is fair.” — Nils Dahl, shipbroker",
    ],
)
def test_a_quotation_stops_where_its_sentence_takes_it_back(quoted: str, tmp_path: Path) -> None:
    told = rules_on(f"## Quotes\n\n> {quoted} [@s]\n", tmp_path, s=_LAUNCH)
    assert "ellipsis-distortion" in told


@pytest.mark.parametrize(
    "quoted",
    [
        "“The hull is sound …” — Ola Brun, engineer, who adds that the engine has hardly run",
        "“The hull is sound, but the engine has never run for an hour.” — Ola Brun, engineer",
        "“I have waited ten years for this ferry.” — Eva Holt, baker",
        "“The pier is old.” — Jon Moe, harbor master",
    ],
)
def test_a_quotation_may_stop_where_its_sentence_only_goes_on(quoted: str, tmp_path: Path) -> None:
    told = rules_on(f"## Quotes\n\n> {quoted} [@s]\n", tmp_path, s=_LAUNCH)
    assert "ellipsis-distortion" not in told


@pytest.mark.parametrize(
    ("aside", "rules"),
    [
        ("who runs the shelter", ["speaker-role-missing"]),
        ("who lost her house in the flood", []),
    ],
)
def test_what_somebody_does_is_a_role(aside: str, rules: list[str], tmp_path: Path) -> None:
    source = f"“We have cots for forty, and socks for nobody,” said Angie Trell, {aside}."
    body = "## Quotes\n\n> “We have cots for forty, and socks for nobody.” — Angie Trell [@s]"
    assert rules_on(body, tmp_path, s=source) == rules


@pytest.mark.parametrize(("cited", "rules"), [("", ["second-hand-quote"]), (" [@s]", [])])
def test_what_was_told_to_the_source_itself_is_its_own(
    cited: str, rules: list[str], tmp_path: Path
) -> None:
    source = (
        "---\ntitle: s\npublisher: The Mountain Herald\n---\n"
        "“The quarry has taken our wells,” Greta Holm, a farmer, told The Mountain Herald.\n"
    )
    body = f"## Quotes\n\n> “The quarry has taken our wells.” — Greta Holm, farmer{cited}"
    front = "---\ntitle: Quarry\ndate: 2025-03-07\nsources: [s]\n---\n"
    told = rules_on(f"{front}{body}\n", tmp_path, s=source)
    assert [one for one in told if one != "uncited-claim"] == rules
