"""attribution-dropped: what a party says of a matter became what is so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.checks.called_documented import called_documented
from nutgraf.checks.case import Case
from nutgraf.checks.differing import differing_words, of_facts, sentence_of
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.sentences_told import Sentence, sentences_told
from nutgraf.checks.voiced import claim_witnesses, evidence_of, is_attributed, who_says, within
from nutgraf.evidence.against import is_headline
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.witnesses import Witness
from nutgraf.language import certainty
from nutgraf.language.party_kinds import kind_of
from nutgraf.language.roles import ROLES
from nutgraf.language.stems import read
from nutgraf.language.views import (
    is_denial,
    is_forecast,
    is_judged,
    is_praise,
    is_scheduled,
    tells_cause,
)
from nutgraf.language.voices import Voice

# With less of a claim in the sentence, it need not be what the party says.
_ENOUGH = 0.55
_FEWEST = 3  # words that the two share, unless they share all
_ALL = 0.9
_OPEN = re.compile(r"\b(?:[Ii]f|[Ww]hether|could|might|may|should)\b")
_OURSELVES = re.compile(r"(?:I|we|maybe)\b", re.IGNORECASE)
_WOULD = re.compile(r"\bwould\b")
_OF_ITSELF = re.compile(r"(?: that)? (?:it|its|they|their|he|his|she|her|we|our)\b")
_THE_COMPANY = re.compile(r"^(?:the|its) [a-z-]+$")
_NO_PARTY = re.compile(
    r"(?:(?:of|in|on|at|to|with|for|from|by|than|as) |.+ (?:it|he|she|they)$)", re.IGNORECASE
)
_OPENING = 3  # words of a claim in which its subject stands


def check(case: Case) -> Iterator[Found]:
    for judged in of_facts(case):
        for at, there, speaker in called_documented(case, judged):
            who = f"{speaker}’s words" if speaker else "somebody’s words"
            yield Found(
                judged.statement.prose.place(*at),
                f"the sources have this only as {who}",
                f"write that {speaker or 'whoever it is'} calls it so",
                (case.pack.evidence(there),),
                judged.claim.id,
            )
    before: Sentence | None = None
    for sentence in sentences_told(case):
        if sentence.in_body and not sentence.is_quotation and not _is_owned(sentence, before):
            for judged in sentence.claims:
                statement = judged.statement
                if is_headline(judged.reading, statement.start, statement.end):
                    continue
                if found := _dropped(case, sentence, judged):
                    yield found
        before = sentence


def _is_owned(sentence: Sentence, before: Sentence | None) -> bool:
    """Whether the brief says who says so, or leaves open whether it is so."""
    if is_attributed(sentence) or _is_hedged(sentence.own):
        return True
    if before is None:
        return False
    if before.text.rstrip().endswith(":"):
        return True
    return before.prose is sentence.prose and is_attributed(before)


def _is_hedged(text: str) -> bool:
    return bool(certainty.read(text).of("hedge")) or _OPEN.search(text) is not None


def _dropped(case: Case, sentence: Sentence, judged: JudgedClaim) -> Found | None:
    """What only a party says: by the sentences of all sources, or as the judgement has it."""
    told = claim_witnesses(case, judged)
    said = sentence.own[judged.statement.start - sentence.start :][: len(judged.statement.text)]
    speaking = [
        [one for one in witness.voices if _matters(case, judged, said, (witness, one))]
        for witness in told
    ]
    contested = bool(told) and any(one.contested for one in told[0].voices)
    if _WOULD.search(said) and not any("would" in _sentence(one) for one in told):
        return None  # `it would create jobs` keeps what `it will` gives away
    if told and all(speaking) and (told[0].share >= _ENOUGH or contested):
        best = told[0]
        if len(best.alignment.matches) >= _FEWEST or best.share >= _ALL:
            return _found(case, judged, best, speaking[0][0])
    for difference in judged.judgement.differences:
        if difference.relation == "attribution dropped" and difference.certain:
            there = differing_words(case, judged, difference)
            if there and _OURSELVES.match(there[0].text):
                continue
            return Found(
                judged.claim.place,
                "the source has it as what somebody says; the brief says it itself",
                "say who says so",
                there,
                judged.claim.id,
            )
    return None


def _sentence(witness: Witness) -> str:
    return witness.index.reading.text[slice(*witness.span)]


def _found(case: Case, judged: JudgedClaim, best: Witness, voice: Voice) -> Found:
    party, _ = who_says(best, voice, case.pack)
    party = within(party)
    low, high = voice.party or (voice.start, voice.end)
    verb = best.index.reading.text[voice.start : voice.end]
    return Found(
        judged.claim.place,
        f"the source gives this to {party}; the brief says it itself"
        if party
        else f"the source has it as somebody’s word (“{verb}”); the brief says it itself",
        f"add: according to {party}" if party else "say who says so",
        (evidence_of(case, best, (min(low, voice.start), max(high, voice.end))),),
        judged.claim.id,
    )


def _matters(case: Case, judged: JudgedClaim, said: str, told: tuple[Witness, Voice]) -> bool:
    """Whether readers must know that it is this party that says so."""
    witness, voice = told
    party, described = who_says(witness, voice, case.pack)
    if _NO_PARTY.match(party):
        return False  # `of payments it says are late`: who says it stands before
    kind = kind_of(party, described)
    verb = witness.index.reading.text[voice.start : voice.end]
    if kind == "outlet" or verb.startswith("report"):
        return False
    if voice.contested:
        return True
    if _is_named(judged, witness, voice):
        return False
    of_itself = _speaks_of_itself(judged, party, witness, voice)
    # What somebody will do is theirs to say.
    view = is_judged(said) or (is_forecast(said) and not of_itself)
    if kind in ("official", "research", "paper"):
        return view or (kind != "paper" and tells_cause(said))
    denied = is_denial(said) and (kind != "person" or of_itself)
    telling = view or tells_cause(said) or denied
    if kind == "partisan":
        return telling or not (of_itself or is_scheduled(said))
    return telling or (is_praise(said) and (of_itself or kind == "company"))


def _is_named(judged: JudgedClaim, witness: Witness, voice: Voice) -> bool:
    """Whether the sentence names the person who says it: `Ann Lee has ordered a review`."""
    if voice.party is None:
        return False
    ours = {w.lower for w in judged.reading.words_in(*sentence_of(judged)) if w.capital}
    people = {name.words[-1].lower() for name in witness.index.people(*voice.party)}
    words = witness.index.reading.words_in(*voice.party)
    if any(word.lower in ROLES for word in words[:-1]):  # `Chief Executive Marcus Hale`
        people.add(words[-1].lower)
    return bool(people & ours)


def _speaks_of_itself(judged: JudgedClaim, party: str, witness: Witness, voice: Voice) -> bool:
    """Whether the claim is about the very party that says it."""
    if _OF_ITSELF.match(witness.index.reading.text, *voice.said):
        return True
    # `Acme will close the yard, the company said.`
    if _THE_COMPANY.match(party) and voice.said[1] <= voice.start:
        return True
    statement = judged.statement
    words = [w for w in judged.reading.words_in(statement.start, statement.end) if w.content]
    own = {word.stem for word in read(party) if word.content}
    return any(word.stem in own for word in words[:_OPENING])


_REPORT = (
    "---\ntitle: The bakery\n---\n"
    "The bakery on Mill Lane closed on Friday after 40 years. The bakers' union said the owner had "
    "ignored warnings about the ovens.\n"
)

RULE = Rule(
    name="attribution-dropped",
    family="strength",
    severity="warning",
    decided="code",
    law="What a party says of a matter stays what that party says.",
    why="An accusation, a forecast or a word in somebody’s own cause becomes ours when the brief "
    "drops who says so.",
    bad=Example(
        "---\ntitle: The bakery\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe owner had ignored warnings about the ovens. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The bakery\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe owner had ignored warnings about the ovens, the bakers’ union said. "
        "[@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
