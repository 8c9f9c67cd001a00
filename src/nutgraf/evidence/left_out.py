"""What limits a sentence of a source, over words that a claim has without it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nutgraf.evidence.beside import Beside
from nutgraf.evidence.once import once
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.limiter_words import ANSWERED, STATUS
from nutgraf.language.limiters import Limiter, limiters

# With fewer words in common, and less of the claim, a sentence need not be of the same.
_FEWEST = 3
_NEARLY_ALL = 0.9
# Of what stands behind `preliminary results show`, so much must be in the claim.
_MUCH = 0.5


@dataclass(frozen=True)
class LeftOut:
    """A limiter of a source's sentence whose word the claim has.

    `ours` is that word in the claim's prose, `theirs` the limiter in the source's body, `word` the
    one that it governs there.
    """

    beside: Beside
    limiter: Limiter
    ours: Span
    theirs: Span
    word: Span

    @property
    def with_word(self) -> Span:
        """The limiter with the word that it governs, where they stand near."""
        low, high = min(self.theirs[0], self.word[0]), max(self.theirs[1], self.word[1])
        return (low, high) if high - low <= _NEAR else self.theirs


_NEAR = 90  # characters of a source that a finding shows


def left_out(one: Beside) -> tuple[LeftOut, ...]:
    """The limiters of a sentence that govern what it has in common with the claim."""
    return _left_out(one.claim, one)


@once
def _left_out(_: Reading, one: Beside) -> tuple[LeftOut, ...]:
    return tuple(_found(one))


def _found(one: Beside) -> Iterator[LeftOut]:
    shared = shared_words(one)
    if len(shared) < _FEWEST and one.share < _NEARLY_ALL:
        return
    yield from _answered(one)
    low = one.span[0]
    for limiter in limiters(one.text):
        word = _governed(one, limiter, shared)
        if word is not None and _has_company(one, word[0], shared):
            theirs = limiter.start + low, limiter.end + low
            yield LeftOut(one, limiter, _behind_label(one, word[1]), theirs, word[0])


def _answered(one: Beside) -> Iterator[LeftOut]:
    """A share of those who answered, where the claim has the same share."""
    found = ANSWERED.search(one.text)
    if found is None:
        return
    low, high = one.span
    shares = [f for f in one.claim.figures if one.at[0] <= f.start < one.at[1] and f.unit == "%"]
    for ours in shares:
        for other in one.index.reading.figures:
            if low <= other.start < high and other.unit == "%" and other.low == ours.low:
                theirs = found.start() + low, found.end() + low
                limiter = Limiter("answered", *found.span(), ())
                yield LeftOut(
                    one, limiter, (ours.start, ours.end), theirs, (other.start, other.end)
                )


def _behind_label(one: Beside, ours: Span) -> Span:
    """The same word behind `The council:`, where a label has it as well."""
    text = one.claim.text
    if ":" not in text[ours[1] : ours[1] + 4]:
        return ours
    words = one.claim.words_in(*one.at)
    stem = next((word.stem for word in words if word.start == ours[0]), "")
    later = [w for w in words if w.stem == stem and w.start > ours[1]]
    return (later[0].start, later[0].end) if later else ours


def _has_company(one: Beside, word: Span, shared: Mapping[Span, Span]) -> bool:
    """Whether the words around a word of the source are the claim's, too."""
    around = [(at.start, at.end) for at in one.witness.alignment.theirs]
    place = next((i for i, span in enumerate(around) if span[1] > word[0]), 0)
    near = around[max(0, place - _AROUND) : place + _AROUND + 1]
    others = [span for span in near if span != word and span in shared]
    return len(others) >= min(_COMPANY, len(shared) - 1)


_AROUND = 4  # words of content on either side
_COMPANY = 2  # so many of them are the claim's


def shared_words(one: Beside) -> dict[Span, Span]:
    """The words of the sentence that the claim has, with the claim's, both at their offsets."""
    alignment = one.witness.alignment
    return {
        (alignment.theirs[match.passage].start, alignment.theirs[match.passage].end): (
            alignment.ours[match.claim].start,
            alignment.ours[match.claim].end,
        )
        for match in alignment.matches
    }


def _governed(
    one: Beside, limiter: Limiter, shared: Mapping[Span, Span]
) -> tuple[Span, Span] | None:
    """The word that a limiter governs and the claim's for it; None where the claim has none."""
    low = one.span[0]
    spans = [(start + low, end + low) for start, end in limiter.governed]
    known = [_shared_at(span, shared) for span in spans]
    held = [one for one in known if one is not None]
    if limiter.kind in _FAR:
        if len(held) < max(2, _MUCH * len(spans)):
            return None
        start = limiter.start + low
        return min(held, key=lambda found: abs(found[0][0] - start))
    if limiter.kind != "hedge":
        return held[0] if held else None
    return known[0] or _status(one, spans)


_FAR = frozenset(["thought", "early", "group", "place"])


def _shared_at(span: Span, shared: Mapping[Span, Span]) -> tuple[Span, Span] | None:
    return next(
        ((at, ours) for at, ours in shared.items() if at[0] < span[1] and span[0] < at[1]), None
    )


def _status(one: Beside, spans: Sequence[Span]) -> tuple[Span, Span] | None:
    """Whether somebody may be in a country: `illegally` of ours answers `unlawfully`."""
    text = one.index.reading.text
    theirs = next((span for span in spans if STATUS.fullmatch(text[slice(*span)])), None)
    if theirs is None:
        return None
    words = one.claim.words_in(*one.at)
    ours = next((word for word in words if STATUS.fullmatch(word.lower)), None)
    return None if ours is None else (theirs, (ours.start, ours.end))
