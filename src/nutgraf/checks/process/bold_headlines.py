"""What a headline claims boldly, and neither the body nor any source bears out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.evidence.index import Index
from nutgraf.evidence.reading import Span
from nutgraf.language import causes
from nutgraf.language.accusing import accusations
from nutgraf.language.causal_cues import LEFT_OPEN
from nutgraf.language.headline_claims import SOFTENED, bold_claims
from nutgraf.language.headline_steps import FINDS
from nutgraf.language.stems import read

_HEDGED = re.compile(
    r"\b(?:may|might|could|possibl[ey]|perhaps|probabl[ey]|likely|believed?|suspect\w*|appears?"
    r"|appeared|potential(?:ly)?|reportedly|apparently|preliminary|would|if|whether|link(?:ed)?"
    r"|associated|tied)\b",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"\b(?:alleg\w+|accus\w+|charg(?:e|es|ed)|indict\w+|suspect\w*|prosecutors?|complaint|lawsuit"
    r"|sued|plaintiffs?|claims?|claimed|den(?:y|ies|ied)|pleaded|according to|says?|said|told)\b",
    re.IGNORECASE,
)
_ESTABLISHED = re.compile(
    r"\b(?:convicted|found (?:\w+ )?(?:guilty|liable)|pleaded guilty|pled guilty|plead guilty"
    r"|admitted|acknowledged|confessed|(?:judge|court|jury|panel|tribunal|regulator\w*) "
    r"(?:\w+ )?(?:found|ruled))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Bold:
    """`headline[span]` claims more than `text` (an index and a span of it), for `reason`.

    `sure` where nothing anywhere is like it.
    """

    span: Span
    reason: str
    where: tuple[Index, Span] | None
    sure: bool


def bold(headline: str, body: Index, sources: Sequence[Index]) -> Iterator[Bold]:
    """The bold claims of a headline that stand on less, or on nothing."""
    yield from _unborne(headline, [body, *sources])
    yield from _open_causes(headline, body, sources)
    yield from _unproved(headline, body, sources)


def _unborne(headline: str, texts: Sequence[Index]) -> Iterator[Bold]:
    """An admission, a proof, a cure: the word, or one like it, stands nowhere."""
    for one in bold_claims(headline):
        if any(one.borne.search(index.reading.text) for index in texts):
            continue
        reason = f"tells of {one.what}, and neither the text nor a source does"
        yield Bold((one.start, one.end), reason, None, sure=True)


def _open_causes(headline: str, body: Index, sources: Sequence[Index]) -> Iterator[Bold]:
    """A cause that the sources leave open, or call possible, and none of them states."""
    if SOFTENED.search(headline):
        return
    for cause in causes.read(headline):
        stems = _stems(headline[slice(*cause.cause)])
        effect = _stems(headline[slice(*cause.effect)])
        open_at = None
        for index in (*sources, body):
            for span in index.reading.sentences:
                text = index.reading.text[slice(*span)]
                there = _stems(text)
                of_it = bool(stems & there)
                left_open = LEFT_OPEN.search(text) and there & (stems | effect | _CAUSE)
                if left_open or (of_it and _HEDGED.search(text)):
                    open_at = open_at or (index, span)
                elif of_it and index is not body and _states_cause(text, effect):
                    return
        if open_at is not None:
            reason = "tells of a cause that the sources leave open"
            yield Bold(cause.cue, reason, open_at, sure=False)


_CAUSE = frozenset({"caus"})


def _states_cause(text: str, effect: frozenset[str]) -> bool:
    """Whether a sentence says plainly that something came of it."""
    return bool(causes.read(text)) and not _HEDGED.search(text) and bool(effect & _stems(text))


def _unproved(headline: str, body: Index, sources: Sequence[Index]) -> Iterator[Bold]:
    """A wrong that the headline says was done, and that every text gives to those who say so.

    Of `Panel finds that it broke the law` it is asked whether the panel has found anything.
    """
    if SOFTENED.search(headline) or FINDS.search(headline):
        return
    for one in accusations(headline):
        if one.sort != "did":
            continue
        stems = _stems(headline[one.start : one.end]) - _VAGUE
        said_at = None
        for index in (body, *sources):
            numbers = {at for stem in stems for at in index.postings.get(stem, ())}
            for number in sorted(numbers):
                span = index.reading.sentences[number]
                text = index.reading.text[slice(*span)]
                if _ESTABLISHED.search(text) and index is not body:
                    return
                if _LEGAL.search(text):
                    said_at = said_at or (index, span)
                elif index is not body:
                    return
        if said_at is not None:
            reason = "says as a fact what the body gives to those who say so"
            yield Bold((one.start, one.end), reason, said_at, sure=False)


# Of `took $9,000 in bribes`, the bribes tell what it is.
_VAGUE_WORDS = """
take accept pay make fail break refuse know cut give expose delay wait wrong
"""
_VAGUE = frozenset(word.stem for word in read(_VAGUE_WORDS))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in read(text) if word.content)
