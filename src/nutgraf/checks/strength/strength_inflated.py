"""strength-inflated: a plan told as a deed, a link as a cause, a hint as a proof."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.beside import beside
from nutgraf.checks.case import Case
from nutgraf.checks.differing import differing_place, differing_words, our_words, passage_words
from nutgraf.checks.ladders_climbed import ladders_climbed, plans_done
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.said_stronger import is_of_the_law, source_words, stronger
from nutgraf.checks.sentences_told import sentences_told
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.difference import Difference
from nutgraf.language.characters import level
from nutgraf.language.law_words import UNREAL
from nutgraf.language.strength_ladders import PROVED
from nutgraf.language.voices import voices
from nutgraf.model import Role


def check(case: Case) -> Iterator[Found]:
    told: set[str] = set()
    for found in (*_climbed(case), *_differing(case), *_proved(case)):
        if found.claim is None or found.claim not in told:
            told.add(found.claim or "")
            yield found


def _climbed(case: Case) -> Iterator[Found]:
    """What stands on a higher step than in any source that carries it."""
    for one in (*ladders_climbed(case), *plans_done(case)):
        words, theirs = one.sentence.text[slice(*one.place)], one.evidence.text
        yield Found(
            one.sentence.place(*one.place),
            f"“{words}”: does a source go as far? The nearest says “{theirs}”",
            f"write “{theirs}”",
            (one.evidence,),
            one.judged.claim.id,
        )


def _differing(case: Case) -> Iterator[Found]:
    """What goes beyond the passage that carries it, where no other source says it so."""
    for judged, difference in stronger(case, "plan as deed", "ladder climbed", "cause unsaid"):
        if difference.relation == "cause unsaid" and judged.statement.role is Role.ANGLES:
            continue  # what comes of what is a view there
        theirs = source_words(case, judged, difference)
        ours = our_words(judged, difference)
        if difference.relation == "ladder climbed" and is_of_the_law(f"{ours} {theirs}"):
            continue
        if difference.relation != "cause unsaid" and _is_said_so(case, judged, difference):
            continue
        yield Found(
            differing_place(judged, difference),
            f"does the source go as far? It says “{theirs}”"
            if theirs
            else "does the source go as far?",
            f"write “{theirs}”" if theirs else "say what the source says",
            differing_words(case, judged, difference) or passage_words(case, judged),
            judged.claim.id,
        )


def _is_said_so(case: Case, judged: JudgedClaim, difference: Difference) -> bool:
    """Whether another sentence that carries the claim has the word, and nothing that weakens it."""
    stems = {word.stem for word in judged.reading.words_in(*difference.ours) if word.content}
    return any(
        one.share >= _CARRIES
        and stems <= set(one.index.reading.stems_in(*one.span))
        and all(other.relation != difference.relation for other in one.differences)
        for one in beside(case, judged)
    )


def _proved(case: Case) -> Iterator[Found]:
    """A view or a forecast that is said to have come true, and nobody in the sources says so."""
    for sentence in sentences_told(case):
        if sentence.is_quotation or not sentence.in_body:
            continue
        found = PROVED.search(level(sentence.own))
        if found is None or UNREAL.search(sentence.own, 0, found.start()):
            continue
        if any(one.said[0] <= found.start() < one.said[1] for one in voices(sentence.own)):
            continue
        if any(PROVED.search(level(one.source.body)) for one in case.pack):
            continue
        judged = sentence.claim_at(found.start())
        yield Found(
            sentence.place(*found.span()),
            f"“{found[0]}”: does a source say that it has come about?",
            "say what happened and what was said before, one beside the other",
            passage_words(case, judged),
            judged.claim.id,
        )


_CARRIES = 0.7  # share of a claim from which a sentence carries it
_FRONT = "---\ntitle: The clock tower\ndate: 2025-03-07\nsources: [report]\n---\n## Summary\n\n"
_REPORT = (
    "---\ntitle: The clock tower, reported\nkind: news\n---\n"
    "The parish plans to repair the clock tower in May, its council said on Monday.\n"
)

RULE = Rule(
    name="strength-inflated",
    family="strength",
    severity="warning",
    decided="cue",
    law="A plan is not told as a deed, a link not as a cause, a sign not as a proof.",
    why="Readers act on what has happened, and wait for what may.",
    bad=Example(
        f"{_FRONT}The parish repaired the clock tower in May. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        f"{_FRONT}The parish plans to repair the clock tower in May. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
