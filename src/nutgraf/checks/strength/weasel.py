"""weasel: an authority that nobody can ask, because the brief does not say who it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from nutgraf.checks.case import Case
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.sentences_told import Sentence, sentences_told
from nutgraf.checks.voiced import claim_witnesses, evidence_of, who_says, within
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.witnesses import Witness, witnesses
from nutgraf.language.noun_phrases import BLANK
from nutgraf.language.stems import read, stem
from nutgraf.language.vague_authority import (
    ACCORDING_TO_NOBODY,
    IMPERSONAL,
    REPORTEDLY,
    SAID_BY_NOBODY,
)


def check(case: Case) -> Iterator[Found]:
    told = list(sentences_told(case))
    for sentence, after in zip_longest(told, told[1:]):
        if sentence.is_quotation or not sentence.in_body:
            continue
        following = after if after is not None and after.story == sentence.story else None
        for start, end in _authorities(sentence.own):
            if _OTHERS.match(sentence.own, start) and _SOME.search(sentence.own, 0, start):
                continue
            if _is_named(sentence, (start, end), following):
                continue
            judged = sentence.claim_at(start)
            found = _found(case, sentence, (start, end), judged)
            if found is not None:
                yield found


def _authorities(text: str) -> Iterator[tuple[int, int]]:
    taken = 0
    spans = [found.span() for found in SAID_BY_NOBODY.finditer(text)]
    spans += [found.span() for found in ACCORDING_TO_NOBODY.finditer(text)]
    spans += [found.span() for found in IMPERSONAL.finditer(text)]
    spans += [found.span() for found in REPORTEDLY.finditer(text)]
    for start, end in sorted(spans):
        if start >= taken:
            yield start, end
            taken = end


# `Some thought it easy, others found it hard`: that they differ is what is told.
_OTHERS = re.compile(r"others\b", re.IGNORECASE)
_SOME = re.compile(r"\bsome\b", re.IGNORECASE)
# They say it of themselves: `scientists say they have found a comet`.
_OF_ITSELF = re.compile(r",?(?: that)? (?:they|their)\b")
_SAY = frozenset(stem(word) for word in ("say", "believe", "think", "argue", "claim", "warn"))
_BEFORE = 30  # characters before a group in which a name may belong to it
# With less of it in a sentence of the source, that may be of another matter.
_ENOUGH = 0.65
# `experts at the WHO`, `critics, including Harbour Watch`, `analysts such as Ann Lee`
_TIED = re.compile(
    r"^\W*(?:\w+\W+){0,2}?(?:at|from|with|of|for|in|including|such as|like|led by|among them|who)\b"
)
_LISTED = re.compile(r"\b(?:including|such as|among them|led by|like|citing|according to)\b")
_CREDIT = re.compile(
    r"\b(?:said|says|told|argued|argues|wrote|writes|warned|warns|added|adds|reported|reports"
    r"|called|calls|according to|noted|notes|testified|estimated|estimates|found|rated)\b"
)


def _is_named(sentence: Sentence, span: tuple[int, int], following: Sentence | None) -> bool:
    """Whether the brief says who it is, here or in the next sentence."""
    start, end = span
    own = sentence.own
    if following is not None and following.is_quotation:
        return True
    if following is not None and following.prose is sentence.prose and _credits(following):
        return True
    if BLANK in own[end:] and re.search(r"[:,]\s*[“\"]?" + BLANK, own[end:]):
        return _has_name(sentence, end, len(own)) and _CREDIT.search(own[end:]) is not None
    whole = own[start:end]
    if own[end:].startswith(":"):  # `What analysts said: …`
        return True
    before = max(0, start - _BEFORE)
    part = IMPERSONAL.match(whole) is None and _is_part(own[before:start])
    if part and _has_name(sentence, before, end):
        return True
    if _TIED.match(whole[len(whole.split()[0]) :]) and _has_name(sentence, start, end):
        return True
    behind = _LISTED.search(own, end)
    if behind is not None and _has_name(sentence, behind.end(), len(own)):
        return True
    # Somebody else in the sentence says the same by name: `…, and Ann Lee agreed`.
    again = _CREDIT.search(own, end)
    return again is not None and _has_name(sentence, end, len(own))


def _is_part(before: str) -> bool:
    """Whether what stands right before the group belongs to it: `WHO experts say`."""
    words = before.split()
    return bool(words) and words[-1][:1].isupper() and not before.rstrip().endswith((".", ",", ":"))


def _has_name(sentence: Sentence, start: int, end: int) -> bool:
    """Whether somebody is named between two offsets of the sentence's text."""
    low, high = sentence.start + start, sentence.start + end
    return any(
        low <= name.start < high and name.sure and name.kind not in ("place", "demonym")
        for name in sentence.claims[0].reading.names
    )


def _credits(sentence: Sentence) -> bool:
    """Whether a sentence gives what it says to somebody by name."""
    return _CREDIT.search(sentence.own) is not None and _has_name(sentence, 0, len(sentence.own))


def _found(
    case: Case, sentence: Sentence, span: tuple[int, int], judged: JudgedClaim
) -> Found | None:
    """The finding; none where the source has no name for them either."""
    words = sentence.text[slice(*span)]
    said = max(judged.statement.start, sentence.start + span[1])
    if _OF_ITSELF.match(sentence.text, span[1]):
        return None
    told = [one for one in _says_so(case, judged, (said, sentence.end)) if one.share >= _ENOUGH]
    for witness in told:
        for voice in witness.voices:
            party, _ = who_says(witness, voice, case.pack)
            if party and not _is_vague(party):
                low, high = voice.party or (voice.start, voice.end)
                return Found(
                    sentence.place(*span),
                    f"“{words}”: readers cannot tell who",
                    f"write {within(party)}, to whom the source gives it",
                    (evidence_of(case, witness, (min(low, voice.start), max(high, voice.end))),),
                    judged.claim.id,
                )
    if REPORTEDLY.match(words) or any(_has_it_so(witness, words) for witness in told):
        return None
    if judged.claim.verdict == "supported" and _is_in_source(case, words):
        return None
    return Found(
        sentence.place(*span),
        f"“{words}”: readers cannot tell who",
        "write who says so, or leave it out",
        claim=judged.claim.id,
    )


def _is_in_source(case: Case, words: str) -> bool:
    """Whether a source has such a group say anything."""
    group = SAID_BY_NOBODY.match(words)
    if group is None:
        return False
    said = re.compile(rf"\b{re.escape(group['who'])}\b[^.]{{0,30}}\bsa(?:id|y|ys)\b", re.IGNORECASE)
    return any(said.search(one.index.reading.text) for one in case.pack)


def _has_it_so(witness: Witness, words: str) -> bool:
    """Whether the source itself leaves it with such a group, or with nobody."""
    there = {word.stem for word in witness.index.reading.words_in(*witness.span)}
    own = [word.stem for word in read(words) if word.content and word.stem not in _SAY]
    return any(one in there for one in own) or (
        bool(witness.voices) and all(_is_vague(witness.party(voice)) for voice in witness.voices)
    )


def _says_so(case: Case, judged: JudgedClaim, said: tuple[int, int]) -> tuple[Witness, ...]:
    """The sentences of the sources that have what is said."""
    indexes = case.pack.indexes(dict.fromkeys(case.pack.sources))
    return witnesses(judged.reading, *said, indexes) or claim_witnesses(case, judged)


def _is_vague(party: str) -> bool:
    """Whether a source, too, leaves it with a group."""
    found = SAID_BY_NOBODY.search(f"{party} said")
    if found is None:
        return False
    named = (word for word in party.split()[1:] if word[:1].isupper())
    return not any(SAID_BY_NOBODY.search(f"{word} said") is None for word in named)


_REPORT = (
    "---\ntitle: The tram line\n---\n"
    "The tram line to the hospital opens in May. “It should have gone to the station,” said Ann "
    "Holt, who teaches transport at the technical college.\n"
)

RULE = Rule(
    name="weasel",
    family="strength",
    severity="warning",
    decided="code",
    law="Whoever is called upon as an authority is named.",
    why="“Experts say” asks readers to trust somebody whom they cannot look up, and often stands "
    "for one person, or for nobody.",
    bad=Example(
        "---\ntitle: The tram line\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe tram line to the hospital opens in May. [@report]\n\n"
        "Experts say the tram line should have gone to the station. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The tram line\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe tram line to the hospital opens in May. [@report]\n\n"
        "“It should have gone to the station,” said Ann Holt, who teaches transport at the "
        "technical college. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
