"""The words of a quotation compared with the words of its source, one by one.

Typography never counts. What may differ honestly (punctuation, the case of the first letter, an
ellipsis, words in square brackets) is told apart from what may not (words changed, added, left
out, or joined from places that are apart).

`difflib` aligns well and takes quadratic time on repeated words; rapidfuzz gives the same
operations on lists of words in C, so it is used. Its `partial_ratio_alignment` is too slow to
find a quotation in a long text (seconds for 5 MB); `find` therefore looks for runs of the
quotation's words and aligns only around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice
from typing import Literal

from nutgraf.language.elisions import Claim, read_claim
from nutgraf.language.limits import LIMITS, Limit
from nutgraf.language.sentences import split
from nutgraf.language.typography import Folded, fold, small_letters
from nutgraf.language.words import Word, words, words_between

Span = tuple[int, int]
Wording = Literal[
    "verbatim", "punctuation", "case", "ellipsis", "bracket", "altered", "spliced", "different"
]
Difference = Literal["replaced", "added", "dropped", "skipped", "bracketed", "spliced"]

_SPLICE = 6  # words; fewer that are left out without a sign are an omission, more are a splice
_RUN = 3  # words of a run that `find` looks for
_ENOUGH = 0.6  # share of the claimed words that must stand in the passage to be called its source


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; spans are of the claimed text and of the source, empty where words miss."""

    kind: Difference
    claimed: str
    claimed_span: Span
    source: str
    source_span: Span


@dataclass(frozen=True, slots=True)
class Lost:
    """A limiting word of the source that the quotation leaves out, and where it stood.

    `where`: within what an ellipsis skips or was dropped, or in the same sentence before the
    quotation begins or after it stops.
    """

    word: str
    limit: Limit
    span: Span
    where: Literal["skipped", "before", "after"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a claimed wording relates to its source.

    `wording` is the gravest thing that was found; `source` the span of the source that was
    compared; `similarity` the share of words in common, 0 to 1.
    """

    wording: Wording
    source: Span
    changes: tuple[Change, ...]
    lost: tuple[Lost, ...]
    similarity: float


def compare(claimed: str, source: str | Folded) -> Comparison:
    """How the words of `claimed` relate to the best place of `source`; total, never raises.

    Marks around either text do not count. Changes and lost words have offsets in both texts.
    """
    found = _best(claimed, fold(source) if isinstance(source, str) else source)
    return found or Comparison("different", (0, 0), (), (), 0.0)


def find(claimed: str, source: str | Folded) -> tuple[Span, ...]:
    """Where `source` has the words of `claimed`: one span for each run that stands together.

    Empty where fewer than 60 % of the words stand in one place, in their order.
    """
    folded = fold(source) if isinstance(source, str) else source
    found = _best(claimed, folded)
    if found is None or found.similarity < _ENOUGH:
        return ()
    spans: list[Span] = []
    at, end = found.source
    for change in found.changes:
        low, high = change.source_span
        if change.kind in ("skipped", "spliced") and at < low and high <= end:
            spans.append((at, low))
            at = high
    spans.append((at, end))
    return tuple(spans)


# --- the claimed words ---------------------------------------------------------------------------


# --- where to look -------------------------------------------------------------------------------

_SHORT = 3000  # characters; a shorter source is compared as a whole
_PROBES = 24  # runs of words that are looked up in a longer one
_MOST_HITS = 50  # of one run
_WINDOWS = 4  # places that are compared


def _best(claimed: str, source: Folded) -> Comparison | None:
    """The comparison with the place that has most of the claimed words, or None."""
    claim = read_claim(claimed)
    if not claim.words:
        return None
    exact = _exact(claimed, source)
    if exact is not None:
        return exact
    best: Comparison | None = None
    for low, high in _windows(claim, source):
        found = _align(claim, claimed, source, words_between(source, low, high))
        if found is not None and (best is None or found.similarity > best.similarity):
            best = found
    return best


_AROUND = " \"'.,;:!?—-"


def _exact(claimed: str, source: Folded) -> Comparison | None:
    """The comparison where the source has the claimed text as it is, marks and ends apart."""
    key = fold(claimed).text.strip(_AROUND)
    start = _whole(source.text, key)
    wording: Wording = "verbatim"
    if start < 0:
        start = _whole(_small(source.text), small_letters(key))
        wording = "case"
    if start < 0:
        return None
    span = (start, start + len(key))
    return Comparison(wording, source.original(*span), (), tuple(_lost(source, span, ())), 1.0)


def _whole(text: str, key: str) -> int:
    """Where `key` stands in `text` and no word goes on at either end, or -1."""
    at = text.find(key) if key else -1
    while at >= 0:
        end = at + len(key)
        if not (text[at - 1 : at].isalnum() and key[0].isalnum()) and not (
            text[end : end + 1].isalnum() and key[-1].isalnum()
        ):
            return at
        at = text.find(key, at + 1)
    return -1


def _windows(claim: Claim, source: Folded) -> list[Span]:
    """The stretches of the folded source in which runs of the claimed words stand."""
    text = source.text
    if len(text) <= _SHORT:
        return [(0, len(text))]
    hits = sorted(set(_hits(claim.words, _small(text))))
    groups: list[list[int]] = []
    for hit in hits:
        if groups and hit - groups[-1][-1] <= max(400, 2 * claim.length):
            groups[-1].append(hit)
        else:
            groups.append([hit])
    groups.sort(key=len, reverse=True)
    slack = claim.length + 200
    return [
        (max(0, group[0] - slack), min(len(text), group[-1] + slack)) for group in groups[:_WINDOWS]
    ]


def _hits(claimed: tuple[Word, ...], text: str) -> Iterator[int]:
    """Offsets in `text`, which is in small letters, of short runs of the claimed words."""
    size = min(_RUN, len(claimed))
    starts = range(len(claimed) - size + 1)
    for at in starts[:: max(1, len(starts) // _PROBES)]:
        words = tuple(word.text for word in claimed[at : at + size])
        if all(word in text for word in words):
            for match in islice(_run(words).finditer(text), _MOST_HITS):
                yield match.start()


@lru_cache(maxsize=1024)  # a quotation is looked for in one source after the other
def _run(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\W{1,8}".join(map(re.escape, words)))


@lru_cache(maxsize=64)  # several quotations are looked for in one source
def _small(text: str) -> str:
    return small_letters(text)


# --- alignment -----------------------------------------------------------------------------------

_PAD = 24  # source words on either side of where the claimed words should stand
_SKIP = 80  # source words that an ellipsis may stand for
_ELSEWHERE = 4  # claimed words of a run that must stand elsewhere in the source to be a splice


def _align(
    claim: Claim, claimed: str, source: Folded, passage: Sequence[Word]
) -> Comparison | None:
    ours = [word.text for word in claim.words]
    low, high = _region(claim, ours, [word.text for word in passage])
    theirs = passage[low:high]
    if not theirs:
        return None
    blocks = _blocks(ours, [word.text for word in theirs])
    if not blocks:
        return None
    changes = list(_changes(claim, claimed, source, theirs, blocks))
    first, last = theirs[blocks[0][1]], theirs[blocks[-1][1] + blocks[-1][2] - 1]
    span = (first.start, last.end)
    similarity = sum(size for _, _, size in blocks) / len(ours)
    wording = _wording(changes, similarity) or _surface(claim, claimed, source.text[slice(*span)])
    return Comparison(
        wording,
        source.original(*span),
        tuple(_in_original(change, source) for change in changes),
        tuple(_lost(source, span, changes)),
        similarity,
    )


def _region(claim: Claim, ours: list[str], theirs: list[str]) -> Span:
    """The source words around the longest run in common, as far as the claimed ones reach."""
    run = SequenceMatcher(None, ours, theirs, autojunk=False).find_longest_match()
    if run.size == 0:
        return 0, 0
    spare = _PAD + sum(_SKIP if kind == "skipped" else 12 for kind, _ in claim.gaps.values())
    spare += len(ours) // 4
    return max(0, run.b - run.a - spare), run.b + len(ours) - run.a + spare


_Block = tuple[int, int, int]


def _blocks(ours: list[str], theirs: list[str]) -> list[_Block]:
    """Runs in common (index in ours, index in theirs, length), stray words at the ends left out."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 -- loaded only where words differ

    blocks = [
        (op.src_start, op.dest_start, op.src_end - op.src_start)
        for op in Indel.opcodes(ours, theirs)
        if op.tag == "equal"
    ]
    blocks = _gathered(blocks, ours, theirs)
    while len(blocks) > 1 and _stray(blocks[0], blocks[1][1] - blocks[0][1] - blocks[0][2]):
        blocks.pop(0)
    while len(blocks) > 1 and _stray(blocks[-1], blocks[-1][1] - blocks[-2][1] - blocks[-2][2]):
        blocks.pop()
    return blocks


def _gathered(blocks: list[_Block], ours: list[str], theirs: list[str]) -> list[_Block]:
    """Slide each run towards the next longer one where the same words stand there too."""
    longest = max(range(len(blocks)), key=lambda i: blocks[i][2], default=0)
    for i in range(longest - 1, -1, -1):
        a, _, size = blocks[i]
        b = blocks[i + 1][1] - size
        while b > blocks[i][1] and theirs[b : b + size] != ours[a : a + size]:
            b -= 1
        blocks[i] = (a, max(b, blocks[i][1]), size)
    for i in range(longest + 1, len(blocks)):
        a, _, size = blocks[i]
        b = blocks[i - 1][1] + blocks[i - 1][2]
        while b < blocks[i][1] and theirs[b : b + size] != ours[a : a + size]:
            b += 1
        blocks[i] = (a, min(b, blocks[i][1]), size)
    return blocks


def _stray(block: _Block, gap: int) -> bool:
    return block[2] <= 2 and gap > 3 + 2 * block[2]


def _changes(
    claim: Claim,
    claimed: str,
    source: Folded,
    theirs: Sequence[Word],
    blocks: Sequence[_Block],
) -> Iterator[Change]:
    """What stands between the runs in common, and before the first and behind the last."""
    a = 0
    b = blocks[0][1]
    for start, at, size in [*blocks, (len(claim.words), blocks[-1][1] + blocks[-1][2], 0)]:
        change = _change(claim, claimed, source, (a, start), _between(theirs, b, at))
        if change is not None:
            yield change
        for k in range(start + 1, start + size):
            if k in claim.gaps:  # a sign where nothing is left out
                sign = claim.gaps[k][1]
                here = (theirs[at + k - start].start,) * 2
                kind = claim.gaps[k][0]
                yield Change(kind, claimed[slice(*sign)], sign, "", (here[0], here[1]))
        a, b = start + size, at + size


def _between(theirs: Sequence[Word], low: int, high: int) -> tuple[Span, int, Span]:
    """Span and count of the source words `low` to `high`, and the span with the gaps around."""
    outer_start = theirs[low - 1].end if low else theirs[0].start
    outer_end = theirs[high].start if high < len(theirs) else theirs[-1].end
    if low == high:
        return (outer_start, outer_start), 0, (outer_start, outer_end)
    return (theirs[low].start, theirs[high - 1].end), high - low, (outer_start, outer_end)


_INTERRUPTED = re.compile(r"[^\w\"]*[\"][^\"]*[\"][^\w\"]*")


def _change(
    claim: Claim,
    claimed: str,
    source: Folded,
    ours: Span,
    between: tuple[Span, int, Span],
) -> Change | None:
    low, high = ours
    there, count, around = between
    signs = [claim.gaps[k] for k in range(low, high + 1) if k in claim.gaps]
    if low == high and count == 0 and not signs:
        return None
    if low == high and not signs and _INTERRUPTED.fullmatch(source.text, *around):
        return None
    here = _claimed_span(claim, low, high, signs)
    text, words_there = claimed[slice(*here)], source.text[slice(*there)]
    if low == high and signs:
        return Change(signs[0][0], text, here, words_there, there)
    if low == high:
        return Change(_dropped(words_there, count), "", here, words_there, there)
    plain = [word.text for word in claim.words[low:high]]
    if "".join(plain) == "".join(w.text for w in words_between(source, *there)):
        return None
    elsewhere = _elsewhere(claim.words[low:high], source)
    if elsewhere is not None:
        return Change("spliced", text, here, source.text[slice(*elsewhere)], elsewhere)
    return Change("replaced" if count else "added", text, here, words_there, there)


def _claimed_span(claim: Claim, low: int, high: int, signs: Sequence[tuple[str, Span]]) -> Span:
    spans = [span for _, span in signs]
    spans += [(word.start, word.end) for word in claim.words[low:high]]
    if spans:
        return min(start for start, _ in spans), max(end for _, end in spans)
    at = claim.words[low - 1].end if low else claim.words[0].start
    return at, at


_SENTENCE_END = re.compile(r"[.!?]\W+\w")


def _dropped(text: str, count: int) -> Difference:
    return "spliced" if count >= _SPLICE or _SENTENCE_END.search(text) else "dropped"


def _elsewhere(run: Sequence[Word], source: Folded) -> Span | None:
    if len(run) < _ELSEWHERE:
        return None
    found = _run(tuple(word.text for word in run)).search(_small(source.text))
    return None if found is None else found.span()


# --- what it comes to ----------------------------------------------------------------------------


def _wording(changes: Sequence[Change], similarity: float) -> Wording | None:
    """The gravest change as the name of the whole, or None where no word differs."""
    kinds = {change.kind for change in changes}
    if similarity < _ENOUGH and "spliced" not in kinds:
        return "different"
    if "spliced" in kinds:
        return "spliced"
    if kinds & {"replaced", "added", "dropped"}:
        return "altered"
    if "skipped" in kinds:
        return "ellipsis"
    return "bracket" if kinds else None


_BRACKET = re.compile(r"[\[\]]")


def _surface(claim: Claim, claimed: str, theirs: str) -> Wording:
    """What differs where every word is the same: nothing, case, or punctuation."""
    first, last = claim.words[0], claim.words[-1]
    ours = _BRACKET.sub("", fold(claimed[first.start : last.end]).text)
    if ours == theirs:
        return "verbatim"
    if small_letters(ours) == small_letters(theirs):
        return "case"
    return "punctuation"


def _in_original(change: Change, source: Folded) -> Change:
    return replace(change, source_span=source.original(*change.source_span))


def _lost(source: Folded, span: Span, changes: Sequence[Change]) -> Iterator[Lost]:
    """Limiting words that were skipped, replaced or dropped, or cut off in the same sentence."""
    for change in changes:
        if change.kind in ("skipped", "dropped", "spliced", "replaced", "bracketed"):
            kept = {word.text for word in words(change.claimed)}
            for word in _limiting(source, *change.source_span):
                if word.text not in kept:
                    yield _as_lost(source, word, "skipped")
    start, end = _sentence_around(source.text, *span)
    for word in _limiting(source, start, span[0]):
        yield _as_lost(source, word, "before")
    for word in _limiting(source, span[1], end):
        yield _as_lost(source, word, "after")


def _as_lost(source: Folded, word: Word, where: Literal["skipped", "before", "after"]) -> Lost:
    return Lost(word.text, LIMITS[word.text], source.original(word.start, word.end), where)


def _limiting(source: Folded, low: int, high: int) -> list[Word]:
    return [word for word in words_between(source, low, high) if word.text in LIMITS]


_REACH = 600  # characters around the quotation in which its sentence begins and ends


def _sentence_around(text: str, start: int, end: int) -> Span:
    """From the start of the sentence that holds `start` to the end of the one with `end - 1`."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    spans = split(text[low:high])
    first = max((s + low for s, _ in spans if s + low <= start), default=start)
    last = min((e + low for _, e in spans if e + low >= end), default=end)
    return first, last
