"""partial-support: one part of a sentence is carried, another is not."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.differing import of_facts, passage_words, sentence_of
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.conflicts.titles import called
from nutgraf.evidence.conflicts.titles_unsaid import untold


def check(case: Case) -> Iterator[Found]:
    yield from _once(case)
    facts = [judged for judged in of_facts(case) if judged.claim.cites]
    carried = {_sentence(one) for one in facts if one.claim.verdict == "supported"}
    for judged in facts:
        alone = judged.claim.verdict == "not found" and judged.judgement.elsewhere is None
        if alone and _sentence(judged) in carried:
            yield Found(
                judged.claim.place,
                "the source carries the rest of this sentence; does it carry this part?",
                "give this part a source of its own, or cut it",
                passage_words(case, judged),
                judged.claim.id,
            )


def _once(case: Case) -> Iterator[Found]:
    """What somebody is said to have been, and no source tells of them."""
    for one in called(case.claims, case.pack):
        for ours, office in untold(one, case.pack):
            start, end = ours.told.span
            text = ours.judged.reading.text[start:end]
            yield Found(
                ours.judged.statement.prose.place(start, end),
                f"does any source say that {one.name} was {office.head}?",
                f"cite a source that has it, or cut “{text}”",
                claim=ours.judged.claim.id,
            )


def _sentence(judged: JudgedClaim) -> tuple[int, int, int]:
    return (id(judged.statement.prose), *sentence_of(judged))


_REPORT = (
    "---\ntitle: The tram line\n---\n"
    "The tram line to the harbour is closed until June. Buses run instead.\n"
)

RULE = Rule(
    name="partial-support",
    family="support",
    severity="warning",
    decided="cue",
    law="Where a sentence joins several facts, the source carries each of them.",
    why="One citation at the end of a long sentence lends its weight to every part of it.",
    bad=Example(
        "---\ntitle: The tram line\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe tram line to the harbour is closed until June; "
        "hoteliers around Otto Brandt demanded compensation. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The tram line\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe tram line to the harbour is closed until June; "
        "buses run instead. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
