"""Claims of a brief: what is one, what it rests on, and what the pack says of it."""

from __future__ import annotations

from nutgraf.evidence.claims import JudgedClaim, judged_claims
from nutgraf.evidence.pack import read_pack
from nutgraf.evidence.statements import statements
from nutgraf.workspace.loading import open_workspace
from tests.workspaces import Write, brief

_REPORT = """\
---
title: Ferry counts
published: 2025-03-05
---
The harbour office counted 1,240 passengers on Saturday. Two ferries were late.
"""
_LETTER = "---\ntitle: A letter\n---\nInes Varga, the harbour master, resigned on Monday.\n"


def _judged(write: Write, text: str, **seeds: str) -> tuple[JudgedClaim, ...]:
    files = {f"seeds/{name}.md": body for name, body in seeds.items()}
    workspace = open_workspace(write({**files, "briefs/a.md": text}))
    composed = workspace.brief("a")
    pack = read_pack(composed.pack, sent_before=composed.sent_before)
    return judged_claims(tuple(statements(composed)), pack, composed.date)


def test_title_subject_and_preheader_are_claims(write_workspace: Write) -> None:
    front = (
        "title: Harbour counts 1,240\ndate: 2025-03-07\nsubject: Ferries carry 1,420\n"
        "preheader: Two ferries late\nsources: [report]"
    )
    judged = _judged(write_workspace, brief("## Summary\n\nFine.\n", front), report=_REPORT)
    assert [one.claim.role for one in judged][:3] == ["title", "subject", "preheader"]
    assert judged[1].claim.verdict in ("contradicted", "not found", "partly supported")
    assert all(
        one.claim.text == one.statement.prose.file.text[one.claim.place.start : one.claim.place.end]
        for one in judged
    )


def test_a_claim_is_held_against_what_it_cites(write_workspace: Write) -> None:
    text = brief(
        "## Summary\n\nThe harbour office counted 1,240 passengers on Saturday. [@letter]\n",
        "title: Ferries\ndate: 2025-03-07\nsources: [report, letter]",
    )
    judged = _judged(write_workspace, text, report=_REPORT, letter=_LETTER)[-1]
    assert judged.claim.cites == ("letter",)
    assert judged.claim.verdict != "supported"
    assert judged.judgement.elsewhere is not None
    assert judged.judgement.elsewhere.source == "report"


def test_without_a_citation_the_whole_pack_may_carry_it(write_workspace: Write) -> None:
    text = brief(
        "## Summary\n\nThe harbour office counted 1,240 passengers on Saturday.\n",
        "title: Ferries\ndate: 2025-03-07\nsources: [letter, report]",
    )
    judged = _judged(write_workspace, text, report=_REPORT, letter=_LETTER)[-1]
    assert judged.claim.verdict == "supported"
    assert judged.claim.evidence[0].seed == "report"
    evidence = judged.claim.evidence[0]
    assert "1,240" in evidence.text


def test_with_no_pack_everything_is_uncited(write_workspace: Write) -> None:
    judged = _judged(write_workspace, brief("## Summary\n\nTwo ferries were late.\n"))
    assert {one.claim.verdict for one in judged} == {"uncited"}


def test_what_cannot_be_checked_is_not_checked_and_says_why(write_workspace: Write) -> None:
    text = brief(
        "## Summary\n\nTwo ferries were late. [@report]\n\nWill they sail on?\n\n"
        "We worked from four reports, whose writers saw 12 ships.\n\n"
        "How many left is not yet known.\n",
        "title: Ferries\ndate: 2025-03-07\nsources: [report]",
    )
    judged = _judged(write_workspace, text, report=_REPORT)
    reasons = {one.claim.text: one.claim.reasons for one in judged}
    assert reasons["Will they sail on?"] == ("it is a question",)
    assert reasons["How many left is not yet known."] == ("it says what is not known",)
    ours = [one for one in judged if "reports" in one.claim.text or "ships" in one.claim.text]
    assert {one.claim.verdict for one in ours} == {"not checked"}


def test_a_table_row_is_one_claim_in_all_its_cells(write_workspace: Write) -> None:
    text = brief(
        "## By the numbers\n\n| What | How many |\n|---|---|\n"
        "| passengers on Saturday | 1,240 [@report] |\n| passengers on Saturday | 1,420 |\n",
        "title: Ferries\ndate: 2025-03-07\nsources: [report]",
    )
    rows = [
        one for one in _judged(write_workspace, text, report=_REPORT) if one.claim.role == "data"
    ]
    assert [one.claim.text for one in rows] == [
        "passengers on Saturday 1,240",
        "passengers on Saturday 1,420",
    ]
    assert [one.claim.verdict == "supported" for one in rows] == [True, False]
    assert rows[0].claim.cites == ("report",)


def test_fingerprints_hold_when_other_words_change(write_workspace: Write) -> None:
    front = "title: Ferries\ndate: 2025-03-07\nsources: [report]"
    said = "Two ferries were late. [@report]"
    first = _judged(write_workspace, brief(f"## Summary\n\n{said}\n", front), report=_REPORT)
    other = brief(f"## Summary\n\nIt rained in the morning.\n\n{said}\n", front)
    second = _judged(write_workspace, other, report=_REPORT)
    assert first[-1].claim.fingerprint == second[-1].claim.fingerprint
    assert first[-1].claim.id != second[-1].claim.id


def test_the_same_words_twice_have_two_fingerprints(write_workspace: Write) -> None:
    text = brief("## Summary\n\nTwo ferries were late.\n\nTwo ferries were late.\n")
    prints = [one.claim.fingerprint for one in _judged(write_workspace, text)]
    assert len(prints) == len(set(prints))


_TOWNS = [
    "Today",
    "Reminders",
    "Cities",
    "Atlanta",
    "Austin",
    "Baltimore",
    "Boston",
    "Chicago",
    "Dallas",
    "Denver",
    "Detroit",
    "Fresno",
    "Houston",
    "Memphis",
    "Miami",
    "Oakland",
    "Omaha",
    "Portland",
    "Raleigh",
    "Seattle",
    "Tampa",
    "Tucson",
]


def test_page_furniture_carries_nothing(write_workspace: Write) -> None:
    menu = "\n".join(f"- {name}" for name in _TOWNS)
    page = f"---\ntitle: A page\n---\n{menu}\nThe harbour closed on Monday, officials said.\n"
    said = "Atlanta, Austin, Baltimore, Boston and Chicago were named."
    front = "title: Ferries\ndate: 2025-03-07\nsources: [page]"
    judged = _judged(write_workspace, brief(f"## Summary\n\n{said}\n", front), page=page)
    assert judged[-1].claim.text == said
    assert judged[-1].claim.verdict != "supported"


def test_what_an_earlier_brief_sent_rests_on_its_sources(write_workspace: Write) -> None:
    said = "The harbour office counted 1,240 passengers on Saturday."
    seeds = {"seeds/report.md": _REPORT, "seeds/letter.md": _LETTER}
    before = brief(f"## Summary\n\n{said} [@report] ^count\n", "title: F\ndate: 2025-03-06")
    text = brief(
        f"## Summary\n\n{said} [@before#^count]\n",
        "title: F\ndate: 2025-03-07\nsources: [letter, report]",
    )
    root = write_workspace({**seeds, "briefs/before.md": before, "briefs/a.md": text})
    composed = open_workspace(root).brief("a")
    pack = read_pack(composed.pack, sent_before=composed.sent_before)
    judged = judged_claims(tuple(statements(composed)), pack, composed.date)[-1]
    assert judged.claim.verdict == "supported"
    assert judged.judgement.passage is not None
    assert judged.judgement.passage.source == "report"


def test_notes_are_never_published_and_are_checked(write_workspace: Write) -> None:
    text = brief("## Notes\n\nThe harbour office counted 1,999 passengers. [@report]\n")
    judged = _judged(write_workspace, text, report=_REPORT)[-1]
    assert (judged.claim.role, judged.claim.verdict) == ("notes", "contradicted")


def test_what_the_sentence_makes_sure_counts_in_its_clause(write_workspace: Write) -> None:
    memo = (
        "---\ntitle: A memo\n---\nThe yard says the memo on the crane was passed to the owner "
        "within a week. The owner denies ever receiving it.\n"
    )
    text = brief(
        "## Summary\n\nThe owner concedes that it received the memo on the crane, which the yard "
        "says it passed on within a week. [@memo]\n",
        "title: Crane\ndate: 2025-03-07\nsources: [memo]",
    )
    verdicts = [one.claim.verdict for one in _judged(write_workspace, text, memo=memo)][1:]
    assert verdicts[0] == "contradicted"


def test_what_is_said_of_both_is_not_carried_by_what_knows_one(write_workspace: Write) -> None:
    court = "---\ntitle: Tolls\n---\nThe toll agreement is now before a federal court in Marle.\n"
    text = brief(
        "## Summary\n\nThe toll agreement is the twin of the harbour-dredging scandal, both are "
        "now before a federal court in Marle. [@court]\n",
        "title: Tolls\ndate: 2025-03-07\nsources: [court]",
    )
    judged = _judged(write_workspace, text, court=court)[-1]
    assert judged.claim.text.startswith("both are")
    assert judged.claim.verdict == "partly supported"
    assert judged.claim.reasons == (
        "of the two, no source speaks of the “harbour-dredging scandal”",
    )
