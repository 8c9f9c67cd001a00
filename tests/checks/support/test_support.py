"""Whether a source carries what a brief says."""

from __future__ import annotations

from pathlib import Path

from nutgraf.app.check import check
from nutgraf.workspace.loading import open_workspace
from tests.checks.examples import FRONT, findings_on, rules_on
from tests.workspaces import SETTINGS, Write

SOURCE = "The council closed the swimming hall on Monday. An engineer had found cracks in the roof."
LISTED = "---\ntitle: Hall\ndate: 2025-03-07\nsources: [s]\n---\n## Summary\n\n"


def test_claims_that_are_carried_and_not_cited_are_one_note(tmp_path: Path) -> None:
    body = LISTED + "The council closed the swimming hall. An engineer found cracks in the roof.\n"
    (one,) = findings_on(body, tmp_path, s=SOURCE)
    assert (one.rule, one.severity) == ("uncited-claim", "note")
    assert one.message.startswith("2 claims")
    assert "nutgraf cite example" in one.remedy


def test_a_policy_can_make_every_claim_cite(write_workspace: Write) -> None:
    settings = SETTINGS + "policy:\n  citations: claim\n"
    body = LISTED + "The council closed the swimming hall. An engineer found cracks in the roof.\n"
    source = f"---\ntitle: S\n---\n{SOURCE}\n"
    root = write_workspace({"nutgraf.yaml": settings, "seeds/s.md": source, "briefs/b.md": body})
    found = check(open_workspace(root), [])[0].findings
    told = [
        (one.rule, one.severity, one.evidence[0].seed)
        for one in found
        if one.rule == "uncited-claim"
    ]
    assert told == [("uncited-claim", "error", "s")] * 2


def test_a_citation_of_a_source_outside_the_pack_is_told(tmp_path: Path) -> None:
    body = LISTED + "The hall is closed. [@other]\n\nThe council closed the hall. [@s]\n"
    found = findings_on(body, tmp_path, s=SOURCE, other="The hall is closed.")
    assert ("dangling-cite", "add other to `sources`, or cite one that is listed") in [
        (one.rule, one.remedy) for one in found
    ]


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
    assert one.rule == "angle-as-fact"
    assert "rests on a fact" in one.message
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
    found = findings_on(body, tmp_path, s=SOURCE, note=note)
    (one,) = [each for each in found if each.severity == "error"]
    assert (one.rule, one.message) == (
        "dangling-cite",
        "“note” is a note, and a note is no evidence",
    )


def test_what_the_cited_source_contradicts_names_the_source_that_says_it_so(tmp_path: Path) -> None:
    front = FRONT.replace("---\ntitle", "---\nsources: [s, other]\ntitle")
    other = "The council closed the swimming hall on Friday, it said in a letter."
    body = f"{front}## Summary\n\nThe council closed the swimming hall on Friday. [@s]\n"
    found = findings_on(body, tmp_path, s=SOURCE, other=other)
    (one,) = [each for each in found if each.severity == "error"]
    assert one.rule == "failed-verification"
    assert "[@other], which says it so" in one.remedy


def test_a_word_that_the_brief_lacks_is_told_of_the_whole_claim(tmp_path: Path) -> None:
    source = "The council did not close the swimming hall on Monday. It met for an hour."
    body = "The council did close the swimming hall on Monday. [@s]"
    (one,) = findings_on(body, tmp_path, s=source)
    assert one.rule == "failed-verification"
    assert one.place.start < one.place.end


def test_names_of_one_claim_are_told_once(tmp_path: Path) -> None:
    source = "The gardeners planted pear trees on Friday near the old chapel."
    body = "The gardeners and Olga Brandt planted pear trees on Friday near the old chapel. [@s]"
    found = findings_on(body, tmp_path, s=source)
    assert [one.rule for one in found] == ["unknown-entity"]


def test_a_headline_in_few_words_is_told_only_for_a_fact_that_misses(tmp_path: Path) -> None:
    front = LISTED.replace("title: Hall", "title: {}")
    body = "The council closed the swimming hall. [@s]\n"
    assert rules_on(front.format("No swim") + body, tmp_path, s=SOURCE) == []
    found = findings_on(front.format("Marta Kowalczyk shuts pool") + body, tmp_path, s=SOURCE)
    assert [one.place.line for one in found] == [2]
