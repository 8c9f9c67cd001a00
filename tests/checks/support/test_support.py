"""Whether a source carries what a brief says."""

from __future__ import annotations

from pathlib import Path

from tests.checks.examples import FRONT, findings_on, rules_on

SOURCE = "The council closed the swimming hall on Monday. An engineer had found cracks in the roof."
LISTED = "---\ntitle: Hall\ndate: 2025-03-07\nsources: [s]\n---\n## Summary\n\n"


def test_claims_that_are_carried_and_not_cited_are_one_note(tmp_path: Path) -> None:
    body = LISTED + "The council closed the swimming hall. An engineer found cracks in the roof.\n"
    (one,) = findings_on(body, tmp_path, s=SOURCE)
    assert (one.rule, one.severity) == ("uncited-claim", "note")
    assert one.message.startswith("2 claims")
    assert "nutgraf cite example" in one.remedy


def test_a_brief_without_sources_is_told_once(tmp_path: Path) -> None:
    body = "The council closed the hall in 2019. Mayor Otto Klein resigned on Friday.\n"
    (one,) = findings_on(body, tmp_path)
    assert (one.rule, one.severity) == ("uncited-claim", "error")
    assert "2 statements" in one.message


def test_what_asserts_no_fact_needs_no_source(tmp_path: Path) -> None:
    assert rules_on("A pity for all of us.\n", tmp_path) == []


def test_a_premise_of_an_angle_is_checked_and_the_view_is_not(tmp_path: Path) -> None:
    body = LISTED + (
        "The council closed the swimming hall. [@s]\n\n## Newsletter Angles\n\n"
        "Mayor Otto Klein sold the old pier in Lindenhof to Baltic Holdings.\n"
    )
    (one,) = findings_on(body, tmp_path, s=SOURCE)
    assert one.rule == "uncited-claim"
    assert "premise" in one.message
    assert "the view itself is yours" in one.remedy


def test_a_claim_that_another_source_carries_is_to_be_cited_there(tmp_path: Path) -> None:
    front = FRONT.replace("---\ntitle", "---\nsources: [s, other]\ntitle")
    body = front + "## Summary\n\nThe council closed the swimming hall on Monday. [@other]\n"
    found = findings_on(body, tmp_path, s=SOURCE, other="Bread got dearer in the market.")
    (one,) = [each for each in found if each.severity == "error"]
    assert (one.rule, one.remedy) == ("failed-verification", "cite [@s]")
    assert one.evidence[0].seed == "s"


def test_a_near_miss_of_a_name_is_an_error(tmp_path: Path) -> None:
    source = "Marta Kowalczyk led the work on the roof. The council paid her on Friday."
    body = "Marta Kowalczik led the work on the roof. [@s]"
    (one,) = findings_on(body, tmp_path, s=source)
    assert (one.rule, one.severity) == ("unknown-entity", "error")
    assert "Kowalczyk" in one.remedy


def test_a_document_that_readers_are_told_nobody_read_is_left_alone(tmp_path: Path) -> None:
    source = "A court filing says that the roof was never inspected. The council denies it."
    body = "A court filing says that the roof was never inspected. [@s]"
    assert rules_on(body, tmp_path, s=source) == ["secondary-only"]
    assert rules_on(f"{body} Nobody here has read the filing.", tmp_path, s=source) == []


def test_a_document_that_is_in_the_pack_is_left_alone(tmp_path: Path) -> None:
    filing = "---\ntitle: Filing\nkind: primary\n---\nThe roof was never inspected.\n"
    source = "A court filing says that the roof was never inspected. The council denies it."
    body = "A court filing says that the roof was never inspected. [@s; @filing]"
    assert "secondary-only" not in rules_on(body, tmp_path, s=source, filing=filing)


def test_a_document_is_told_once(tmp_path: Path) -> None:
    source = "A court filing says that the roof was never inspected. It says nobody paid for it."
    body = (
        "A court filing says that the roof was never inspected. [@s] "
        "The filing says nobody paid for it. [@s]"
    )
    assert rules_on(body, tmp_path, s=source) == ["secondary-only"]


def test_a_citation_of_a_note_is_told_as_that_and_no_more(tmp_path: Path) -> None:
    note = "---\ntype: note\n---\n## Summary\n\nThe roof.\n"
    front = FRONT.replace("---\ntitle", "---\nsources: [s]\ntitle")
    body = f"{front}## Summary\n\nThe hall has a roof. [@note]\n"
    assert "dangling-cite" in rules_on(body, tmp_path, s=SOURCE, note=note)
    assert "failed-verification" not in rules_on(body, tmp_path, s=SOURCE, note=note)
