"""attribution-shift: the brief gives to one party what the source gives to another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nutgraf.checks.case import Case
from nutgraf.checks.differing import differing_place, differing_words, of_facts, our_words
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.sentences_told import Sentence, sentences_told
from nutgraf.checks.voice_match import has_name, is_loose, is_other, is_other_outlet, says_within
from nutgraf.checks.voiced import evidence_of, is_outlet, who_says, within
from nutgraf.evidence.witnesses import Witness, witnesses
from nutgraf.language.noun_phrases import BLANK
from nutgraf.language.unnamed_people import is_unnamed
from nutgraf.language.voices import Voice, voices
from nutgraf.model import Role

_ENOUGH = 0.55  # of what is said must stand in the sentence that gives it to somebody else
# A clause that goes on behind the one that is said.
_MORE = re.compile(r",? (?:though|although|while)\b|, (?:which|but|where|who)\b|;")
_NOBODY = re.compile(
    r"^(?:he|she|they|it|we|i|who|one|another|others|some|many|most|both|that|this|these|its \w+"
    r"|(?:[a-z]+ )?(?:experts?|critics|analysts|observers|people|reports?|scientists|researchers"
    r"|economists|advocates|insiders|opponents|supporters|campaigners|activists|lawyers))$",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Found]:
    told: set[tuple[int, int]] = set()
    for judged in of_facts(case):
        if judged.statement.role is Role.NOTES:
            continue
        for difference in judged.judgement.differences:
            if difference.relation == "attribution shifted" and difference.certain:
                party = our_words(judged, difference)
                if is_outlet(party, case.pack) or is_loose(party):
                    continue
                there = differing_words(case, judged, difference)
                told.add((id(judged.statement.prose), judged.claim.place.start))
                theirs = within(there[0].text) if there else "somebody else"
                ours = within(our_words(judged, difference))
                yield Found(
                    differing_place(judged, difference),
                    f"is this from {ours}? The source gives it to {theirs}",
                    f"write: {theirs}",
                    there,
                    judged.claim.id,
                )
    for sentence in sentences_told(case):
        if sentence.is_quotation:
            continue
        for voice in voices(sentence.own):
            claim = sentence.claim_at(voice.start).claim
            if (id(sentence.prose), claim.place.start) not in told:
                yield from _shifted(case, sentence, voice)


def _shifted(case: Case, sentence: Sentence, voice: Voice) -> Iterator[Found]:
    if voice.party is None or BLANK in sentence.own[slice(*voice.said)]:
        return
    ours = sentence.text[slice(*voice.party)]
    if sentence.own[voice.start : voice.end].startswith("admit"):
        return  # a plea is an act, and may be told by anybody
    if _NOBODY.match(ours.strip()) or is_unnamed(ours):
        return
    found = _told(case, sentence, voice)
    if not found:
        return
    if is_outlet(ours, case.pack):
        if has_name(ours) and is_other_outlet(ours, found, case.pack):
            yield _of_another_outlet(case, sentence, voice, found)
        return
    told: list[tuple[Witness, Voice, str]] = []
    for witness in found:
        others = [(one, *who_says(witness, one, case.pack)) for one in witness.voices if one.party]
        if not others:
            return
        if any(is_unnamed(party) and says_within(ours, witness, one) for one, party, _ in others):
            return
        if not all(is_other(ours, party, how, witness, case.pack) for _, party, how in others):
            return
        told.append((witness, others[0][0], others[0][1]))
    witness, there, party = told[0]
    party = within(party)
    low, high = there.party or (there.start, there.end)
    yield Found(
        sentence.place(*voice.party),
        f"is this from {within(ours)}? The source gives it to {party}",
        f"write: {party}",
        (evidence_of(case, witness, (min(low, there.start), max(high, there.end))),),
        sentence.claim_at(voice.start).claim.id,
    )


def _told(case: Case, sentence: Sentence, voice: Voice) -> tuple[Witness, ...]:
    """The sentences that have what is said, or its first clause where they have not all of it."""
    low, high = (sentence.start + at for at in voice.said)
    indexes = case.pack.indexes(dict.fromkeys(case.pack.sources))
    reading = sentence.claims[0].reading
    found = witnesses(reading, low, high, indexes)
    if not found or found[0].share < _ENOUGH:
        more = _MORE.search(reading.text, low, high)
        if more is None:
            return ()
        found = witnesses(reading, low, more.start(), indexes)
    return found if found and found[0].share >= _ENOUGH else ()


def _of_another_outlet(
    case: Case, sentence: Sentence, voice: Voice, found: Sequence[Witness]
) -> Found:
    assert voice.party is not None
    ours = sentence.text[slice(*voice.party)]
    source = case.pack.sources[found[0].source.casefold()].source
    theirs = source.publisher or source.credits[0]
    return Found(
        sentence.place(*voice.party),
        f"is this from {ours}? In the pack it is from {theirs}",
        f"write: {theirs}",
        (evidence_of(case, found[0]),),
        sentence.claim_at(voice.start).claim.id,
    )


_REPORT = (
    "---\ntitle: The reservoir\n---\n"
    "The reservoir will be drained in October, the water company said. The farmers’ union said the "
    "fish would not survive the move to the canal.\n"
)

RULE = Rule(
    name="attribution-shift",
    family="strength",
    severity="warning",
    decided="cue",
    law="What somebody says is given to the one who says it.",
    why="The same words weigh differently in another mouth: an official finding, a company’s word, "
    "a guess by somebody who will not be named.",
    bad=Example(
        "---\ntitle: The reservoir\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe fish would not survive the move to the canal, the water company said. "
        "[@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The reservoir\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe fish would not survive the move to the canal, the farmers’ union said. "
        "[@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
