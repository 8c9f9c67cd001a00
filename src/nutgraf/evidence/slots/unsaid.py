"""What no passage says: deeds and rare words of a claim of which the source has no trace."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nutgraf.evidence.alignment import Alignment
from nutgraf.evidence.difference import Difference
from nutgraf.evidence.index import Index
from nutgraf.evidence.once import once
from nutgraf.evidence.reading import Reading
from nutgraf.evidence.slots.figures import compared_figures
from nutgraf.evidence.slots.names import UNKNOWN
from nutgraf.language.common_words import is_common
from nutgraf.language.cue_verbs import CUE_VERBS
from nutgraf.language.date_comparison import compare as compare_dates
from nutgraf.language.deeds import implied_by
from nutgraf.language.figure_comparison import compare
from nutgraf.language.stems import Word
from nutgraf.language.stems import read as read_words
from nutgraf.language.stems import stem as stem_of

# More words than these that the source has in no form, and the claim tells another story.
STRANGE = 3
RARE = 4
SMALL = 12  # figures up to a dozen stand in any text
# From so much of its words on, a claim takes its words from the source, and a strange one stands
# out.
EXTRACT = 0.7


# Words by which a writer joins facts, or speaks of the source and what is said in it.
_JOINING = """
eventually nonetheless nevertheless furthermore additionally subsequently ultimately respectively
initially finally later afterwards document article author speaker topic topics issue issues aspect
aspects discuss discusses discussed discussing discussion describe describes described explain
explains explained mention mentions mentioned respond responds responded inquire inquires inquired
"""
# Words that any summary may use of anything, and marks that tokenisers leave.
LIGHT = frozenset(
    [
        "former",
        "new",
        "old",
        "year",
        "years",
        "following",
        "due",
        "according",
        "says",
        "said",
        "named",
        "called",
        "given",
        "went",
        "going",
        "goes",
        "go",
        "ahead",
        "gone",
        "come",
        "take",
        "taken",
        "made",
        "make",
        "time",
        "way",
        "day",
        "week",
        "month",
        "early",
        "late",
        "lrb",
        "rrb",
        "lsb",
        "rsb",
        "click",
        "ft",
        "re",
        "despite",
        "amid",
        "several",
        "involved",
        "including",
        "part",
        "people",
        "person",
        "member",
        "fewer",
        "more",
        "less",
        "than",
    ]
) | frozenset(_JOINING.split())


# Which verb of saying a writer takes is a matter of style.
_TELLING = CUE_VERBS - {"continue", "continues", "continued", "continuing"}


def unsaid_differences(
    claim: Reading, start: int, end: int, best: Alignment
) -> Iterator[Difference]:
    """Deeds that the source does not tell of, and words that stand in it in no form."""
    index = best.index
    deeds = set()
    for word in claim.words_in(start, end):
        if _is_quoted(word, claim):
            continue
        implied = implied_by(word.lower)
        if implied and not any(stem in index.postings for stem in implied):
            deeds.add(word.start)
            yield _missing(word)
    strange = [
        word
        for word in strangers(claim, best)
        if word.start not in deeds and word.lower not in LIGHT and word.lower not in _TELLING
    ]
    small = not any(word.capital for word in claim.words)
    rare = [word for word in strange if not is_common(word.lower)]
    if small and (rare or len(strange) >= STRANGE or (strange and best.coverage >= EXTRACT)):
        # Without capitals, names cannot be told from words.
        yield from map(_missing, rare or strange)
    elif len(rare) >= RARE:
        yield from map(_missing, rare)


# `… is unaffected and has been promised funding by the council`
_PREDICATE = re.compile(
    r",? (?:and|but) (?=(?:has|have|had|is|are|was|were|will|would|plans?|\w+ed)\b)"
    r"(?P<said>[^,;.:—]+)"
)
_FEWEST = 2
_UNKNOWN = 0.6


def unsaid_predicates(
    claim: Reading, start: int, end: int, best: Alignment
) -> Iterator[Difference]:
    """What a statement goes on to say of its subject, and the source has no word of."""
    for found in _PREDICATE.finditer(claim.text, start, end):
        inside = [
            word
            for word in claim.words_in(*found.span("said"))
            if word.content and word.lower not in LIGHT | _TELLING and not _is_quoted(word, claim)
        ]
        if len(inside) <= _FEWEST - 1 or any(word.lower[0].isdigit() for word in inside):
            continue
        unknown = [word for word in inside if not _is_near(word, best)]
        if len(unknown) >= _FEWEST and len(unknown) >= _UNKNOWN * len(inside):
            yield _missing(unknown[0])


def _is_near(word: Word, best: Alignment) -> bool:
    """Whether a source has a word, or beside the passage one that may stand for it."""
    index = best.index
    if word.stem in index.postings:
        return True
    first = max(best.window.first - 1, 0)
    last = min(best.window.last + 1, len(index.reading.sentences))
    near = {number for stem in index.near_stems(word.stem) for number in index.postings[stem]}
    return any(first <= number < last for number in near)


def is_known_by_numbers(claim: Reading, start: int, end: int, best: Alignment) -> bool:
    """Whether the source has a telling figure or day of the claim, and so may tell the same."""
    return _has_its_figure(claim, start, end, best) or _has_its_day(claim, start, end, best)


def _has_its_figure(claim: Reading, start: int, end: int, best: Alignment) -> bool:
    return any(
        compare(figure, other).agrees
        for figure in compared_figures(claim, start, end)
        if figure.low > SMALL
        for other in best.index.reading.figures
    )


def _has_its_day(claim: Reading, start: int, end: int, best: Alignment) -> bool:
    return any(
        compare_dates(when, other).agrees
        for when in claim.dates
        if start <= when.start < end and (when.weekday is not None or when.month is not None)
        for other in best.index.reading.dates
        if other.precision in ("day", "month")
    )


def _missing(word: Word) -> Difference:
    reason = f"no passage speaks of “{word.lower}”"
    return Difference("word", "missing", (word.start, word.end), None, reason)


def _is_quoted(word: Word, claim: Reading) -> bool:
    return any(quoted.start <= word.start < quoted.end for quoted in claim.quotations)


def strangers(claim: Reading, best: Alignment) -> Sequence[Word]:
    """The compared words of a claim that the source has in no form: no name, figure or date."""
    index = best.index
    names = [(name.start, name.end) for name in claim.names if name.sure]
    names += [(figure.start, figure.end) for figure in claim.figures]
    return [
        word
        for at, word in enumerate(best.ours)
        if not is_known(index, word.lower, word.stem)
        and UNKNOWN.lower() != word.lower
        and not any(low <= word.start < high for low, high in names)
    ]


def unknown_share(best: Alignment) -> float:
    """The share of a claim, by weight, that stands nowhere in the source, and nothing like it."""
    index = best.index
    whole = sum(index.weight(word.stem) for word in best.ours)
    unknown = sum(
        index.weight(word.stem)
        for word in best.ours
        if word.stem not in index.postings and not index.near_stems(word.stem)
    )
    return unknown / whole if whole else 0.0


@once
def is_known(index: Index, lower: str, stem: str) -> bool:
    """Whether a source has a word in any form, or one that may stand for it."""
    if stem in index.postings or lower.isdigit() or index.near_stems(stem):
        return True
    if any(implied in index.postings for implied in implied_by(lower)):
        return True
    return len(lower) <= 2 or _compound(lower, index) or _derived(lower, index)


_ENDINGS = re.compile(
    r"(?:ability|ibility|able|ible|ations?|ments?|ness|ists?|ers?|ors?|ives?|ful|ity|ly|als?)$"
)
_SHORTEST = 4  # letters of a base


def _derived(lower: str, index: Index) -> bool:
    """Whether the source has what a word is made from: `adjust` of `adjustable`."""
    base = _ENDINGS.sub("", lower)
    if base == lower or len(base) < _SHORTEST:
        return False
    return any(stem in index.postings for stem in {stem_of(base), stem_of(base + "e")})


def _compound(lower: str, index: Index) -> bool:
    """Whether the source has the word as two, or joined to another."""
    if len(lower) < 5:
        return False
    folded = index.joined
    return lower in folded or any(
        stem in index.postings
        for cut in range(3, len(lower) - 2)
        if lower[:cut] in index.plain and (stem := read_words(lower[cut:])[0].stem)
    )
