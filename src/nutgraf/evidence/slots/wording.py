"""Wording: where claim and passage say nearly the same, what stands in another's place differs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nutgraf.evidence.close_reading import CloseReading, Segment, Token
from nutgraf.evidence.difference import Difference
from nutgraf.evidence.reading import Reading, Span
from nutgraf.evidence.slots.figures import agrees, is_kin
from nutgraf.evidence.slots.names import UNKNOWN, carried, is_background
from nutgraf.language import certainty, date_comparison, figure_comparison
from nutgraf.language.antonyms import opposite
from nutgraf.language.common_words import is_common
from nutgraf.language.cue_verbs import CUE_VERBS, NAMING_VERBS
from nutgraf.language.derivation import derive
from nutgraf.language.figure import Figure
from nutgraf.language.governing import is_negated
from nutgraf.language.hedges import DOUBTING
from nutgraf.language.name_folding import geographic
from nutgraf.language.near_words import near
from nutgraf.language.negation import is_not_until, may_deny
from nutgraf.language.roles import TITLES
from nutgraf.language.short_names import GENERIC, SHORT_NAMES
from nutgraf.language.stems import Word
from nutgraf.language.turning_words import PRONOUNS, turn_alike, turning_class

# Below, claim and passage are two ways to say a thing, and words alone do not tell.
CLOSE = 0.72
# So close, a figure that stands in another's place was moved there.
SWAP = 0.88
# A word for a word is a fault only where all the rest is the same; else it is a paraphrase.
NEARLY_THE_SAME = 0.86
# More content words than these in a stretch that differs, and it is a paraphrase.
LONGEST = 3
_NEIGHBOURS = 2


def wording_differences(claim: Reading, close: CloseReading) -> Iterator[Difference]:
    """What the passage has in the place of the claim's words, where the two are close."""
    yield from _marked(close)
    swapped = _swapped(close)
    for number, segment in enumerate(close.segments):
        if segment.kind == "equal" or not _is_short(segment, swapped):
            continue
        if _denies_the_opposite(segment):
            continue
        if _is_inside(close, number):
            # Behind the last shared word the source may have come to another clause.
            last = number + 1 == len(close.segments)
            alone = (
                (not last or bool(segment.ours))
                and not _both_negate(claim, close)
                and not _tells_the_rest(claim, close)
            )
            yield from _turned(segment, close, alone=alone)
        if segment.kind in ("replace", "insert"):
            yield from _replaced(claim, segment, close, swapped)


def _tells_the_rest(claim: Reading, close: CloseReading) -> bool:
    """`Of the 38, 34 have not left` of a passage by which four of 38 have left."""
    source = close.index.reading
    theirs = {one.low for one in source.figures if one.kind == "count"}
    ours = {one.low for one in claim.figures if one.kind == "count"}
    return any(whole - figure in theirs for figure in ours - theirs for whole in ours & theirs)


def _both_negate(claim: Reading, close: CloseReading) -> bool:
    """Whether claim and passage deny each in their own words, outside what they share.

    `without admitting`, `did not admit`; `away from the public`, `no contact with the public`.
    """
    parts = [segment for segment in close.segments if segment.kind != "equal"]
    ours = [token for segment in parts for token in segment.ours]
    theirs = [token for segment in parts for token in segment.theirs]
    if not ours or not theirs:
        return False
    return all(
        certainty.read(text[tokens[0].start : tokens[-1].end]).of("negation")
        for text, tokens in ((claim.text, ours), (close.index.reading.text, theirs))
    )


def _denies_the_opposite(segment: Segment) -> bool:
    """Whether `is not open` stands for `stays shut`, or `did not go` for `declined to go`."""
    ours = " ".join(token.lower for token in segment.ours)
    theirs = " ".join(token.lower for token in segment.theirs)
    if is_negated(ours) == is_negated(theirs):
        return False
    turned = any(opposite(a.key, b.key) for a in segment.ours for b in segment.theirs)
    return turned or (may_deny(ours) and may_deny(theirs))


def _is_short(segment: Segment, swapped: set[str]) -> bool:
    """Whether a word stands for a word; a longer stretch is another way to say it."""
    if any(token.key in swapped for token in segment.ours):
        return True
    return (
        sum(token.content for token in segment.ours) <= LONGEST
        and sum(token.content for token in segment.theirs) <= LONGEST
    )


def _is_inside(close: CloseReading, number: int) -> bool:
    """Whether words of the claim stand in the passage right before and right after."""
    before = close.segments[number - 1] if number else None
    after = close.segments[number + 1] if number + 1 < len(close.segments) else None
    return (
        before is not None
        and before.kind == "equal"
        and (after is None or after.kind == "equal")
        and len(before.ours) + (len(after.ours) if after else 0) >= LONGEST
    )


def _marked(close: CloseReading) -> Iterator[Difference]:
    """Figures and dates that stand in the same place and do not agree."""
    source = close.index.reading
    inside = [f for f in source.figures if close.span[0] <= f.start < close.span[1]]
    for segment in close.segments:
        if segment.kind != "equal":
            continue
        for ours, theirs in zip(segment.ours, segment.theirs, strict=True):
            if ours.figure and theirs.figure:
                against = figure_comparison.compare(ours.figure, theirs.figure)
                if not is_kin(ours.figure, theirs.figure) or ours.figure.weak:
                    continue
                if agrees(ours.figure, theirs.figure) or _agrees_nearby(ours.figure, inside, close):
                    continue
                if against.relation in ("bound_lost", "bound_changed"):
                    continue  # the bounds are compared with the rest of the figure
                yield Difference(
                    "figure",
                    "differs",
                    (ours.figure.start, ours.figure.end),
                    (theirs.figure.start, theirs.figure.end),
                    "; ".join(against.reasons) or f"the source says {theirs.figure.text}",
                )
            elif ours.when and theirs.when:
                told = date_comparison.compare(ours.when, theirs.when)
                if told.relation == "differs":
                    yield Difference(
                        "date",
                        "differs",
                        (ours.start, ours.end),
                        (theirs.start, theirs.end),
                        told.reason or f"the source says {theirs.when.text}",
                    )


def _agrees_nearby(figure: Figure, inside: Sequence[Figure], close: CloseReading) -> bool:
    """Whether the passage has the figure in another place: in words so close, that is a swap."""
    if derive(figure, inside):
        return True
    known = inside if close.closeness >= NEARLY_THE_SAME else close.index.reading.figures
    return close.closeness < SWAP and any(agrees(figure, other) for other in known)


def _turned(segment: Segment, close: CloseReading, *, alone: bool) -> Iterator[Difference]:
    """Small words that turn a statement: not, before and after, more and less, all and some.

    With `alone`, also a `not` that only one side has.
    """
    ours = {kind: token for token in segment.ours if (kind := turning_class(token.lower))}
    theirs = {kind: token for token in segment.theirs if (kind := turning_class(token.lower))}
    for kind in ours.keys() & theirs.keys():
        one, other = ours[kind], theirs[kind]
        if kind != "negation" and not turn_alike(one.lower, other.lower):
            yield _difference("polarity", one, other, close)
    if not alone or "negation" not in ours.keys() ^ theirs.keys():
        return
    lone = ours.get("negation")
    if lone is not None:
        yield _difference("polarity", lone, None, close)
    elif not is_not_until(
        close.index.reading.text, theirs["negation"].end
    ) and not _is_of_another_clause(theirs["negation"], segment, close):
        there = theirs["negation"]
        at = segment.ours[0].start if segment.ours else 0
        end = segment.ours[-1].end if segment.ours else 0
        said = f"the source says “{close.index.reading.text[there.start : there.end]}”"
        yield Difference("polarity", "differs", (at, end), (there.start, there.end), said)


_NEW_CLAUSE = re.compile(r"\b(?:but|although|though|while|yet|nor|because|which|who|and)\b|[;:—]")


def _is_of_another_clause(there: Token, segment: Segment, close: CloseReading) -> bool:
    """Whether a clause begins between what both have and a `not` of the source's."""
    between = close.index.reading.text[segment.theirs[0].start : there.start]
    return _NEW_CLAUSE.search(between) is not None


def _difference(slot: str, ours: Token, theirs: Token | None, close: CloseReading) -> Difference:
    text = close.index.reading.text
    said = (
        f"the source says “{text[theirs.start : theirs.end]}”"
        if theirs
        else "the source has it not"
    )
    span = (theirs.start, theirs.end) if theirs else None
    return Difference(slot, "differs", (ours.start, ours.end), span, said)  # type: ignore[arg-type]


def _swapped(close: CloseReading) -> set[str]:
    """The keys of words that have changed places in the claim."""
    ours: dict[str, int] = {}
    theirs: dict[str, int] = {}
    for number, segment in enumerate(close.segments):
        if segment.kind == "equal":
            continue
        ours.update({token.key: number for token in segment.ours if token.content})
        theirs.update({token.key: number for token in segment.theirs if token.content})
    moved = {key for key in ours.keys() & theirs.keys() if ours[key] != theirs[key]}
    pairs = {(ours[key], theirs[key]) for key in moved}
    return {key for key in moved if (theirs[key], ours[key]) in pairs}


def _replaced(
    claim: Reading, segment: Segment, close: CloseReading, swapped: set[str]
) -> Iterator[Difference]:
    source = close.index.reading
    theirs = [token for token in segment.theirs if token.content]
    span: Span | None = (theirs[0].start, theirs[-1].end) if theirs else None
    pronoun = any(token.lower in PRONOUNS for token in segment.theirs)
    for token in segment.ours:
        if not token.content or token.figure or token.when:
            continue
        named = token.capital or _is_of_name(claim, token)
        if named and not _is_other_name(claim, token, theirs, close):
            continue
        if any(token.key == other.key or near(token.key, other.key) for other in segment.theirs):
            continue
        if any(token.lower == word.lower for word in source.words_in(*_reach(segment.theirs))):
            continue
        if token.lower in DOUBTING and any(other.lower in DOUBTING for other in segment.theirs):
            continue
        if token.lower in _LIGHT_VERBS:
            continue
        if _tells(token) and any(map(_tells, theirs)):
            continue
        if token.lower in _FOUND and any(other.lower in _ACCOUNTS for other in theirs):
            continue
        if not named and close.closeness < NEARLY_THE_SAME and not _is_opposite(token, theirs):
            continue
        told = (
            f"the source says “{source.text[span[0] : span[1]]}”" if span else "no passage says so"
        )
        ours = (token.start, token.end)
        if token.key in swapped:
            yield Difference("name" if named else "word", "differs", ours, span, told)
            continue
        if _moved(token, close):
            continue
        around = _around(close)
        in_context = any(token.key == word.stem or near(token.key, word.stem) for word in around)
        if in_context and (pronoun or not _same_sort(token, theirs)):
            continue
        slot = "name" if named else "word"
        relation = "differs" if theirs else "elsewhere" if in_context else "missing"
        if relation == "elsewhere":
            continue
        yield Difference(slot, relation, ours, span, told)  # type: ignore[arg-type]


def _is_of_name(claim: Reading, token: Token) -> bool:
    """Whether a word without a capital belongs to a name that the sources have."""
    return any(name.sure and name.start <= token.start < name.end for name in claim.names)


_LIGHT_VERBS_TEXT = """
go goes going went gone take takes taking took taken make makes making made get gets getting got
have has having had
"""
_LIGHT_VERBS = frozenset(_LIGHT_VERBS_TEXT.split())


_FOUND = frozenset(["found", "finds", "reported", "reports", "counted", "says", "said", "shows"])
# `the Post found in records` of a source with `according to a Post review of records`.
_ACCOUNTS = frozenset(
    ["account", "analysis", "count", "examination", "report", "review", "study", "survey", "tally"]
)


def _tells(token: Token) -> bool:
    """Whether it is a verb of saying or naming: which one a writer takes is a matter of style."""
    return token.lower in CUE_VERBS or token.lower in NAMING_VERBS


def _is_other_name(
    claim: Reading, token: Token, theirs: Sequence[Token], close: CloseReading
) -> bool:
    """Whether a word with a capital names somebody else than the words in its place do."""
    if token.lower in GENERIC | TITLES | set(SHORT_NAMES) or UNKNOWN in token.lower.upper():
        return False
    name = next((n for n in claim.names if n.start <= token.start < n.end), None)
    if name is None:
        return not is_common(token.lower)
    capital = any(other.capital for other in theirs)
    if not theirs or not capital:
        # A description in its place, or nothing: a fault only where the source has no such name.
        known = carried(close.index, name.text)
        if known or is_background(claim, name, close.index):
            return False
        return not theirs and token.key not in close.index.postings
    span = (theirs[0].start, theirs[-1].end)
    others = [n for n in close.index.reading.names if n.start < span[1] and n.end > span[0]]
    same = [close.index.names.aliases.same(name.text, other.text) for other in others]
    if any(answer is not False for answer in same):
        return False
    alike = any(other.lower[:3] == token.lower[:3] for other in theirs)
    mixed = any(bool(geographic(name.text)) != bool(geographic(n.text)) for n in others)
    return bool(others) and not alike and not (mixed and name.kind == "demonym")


def _reach(theirs: Sequence[Token]) -> Span:
    """From the first to the last character of some tokens, dates and figures included."""
    return (theirs[0].start, theirs[-1].end) if theirs else (0, 0)


def _is_opposite(token: Token, theirs: Sequence[Token]) -> bool:
    return any(opposite(token.key, other.key) for other in theirs)


def _moved(token: Token, close: CloseReading) -> bool:
    """Whether the passage has the word in another place, where the claim has it not."""
    return any(
        other.key == token.key
        for segment in close.segments
        if segment.kind in ("delete", "replace")
        for other in segment.theirs
    )


def _same_sort(token: Token, theirs: Sequence[Token]) -> bool:
    return any(other.capital == token.capital for other in theirs)


def _around(close: CloseReading) -> tuple[Word, ...]:
    reading = close.index.reading
    first = max(reading.sentence_at(close.span[0]) - _NEIGHBOURS, 0)
    last = min(reading.sentence_at(close.span[1] - 1) + _NEIGHBOURS, len(reading.sentences) - 1)
    return reading.words_in(reading.sentences[first][0], reading.sentences[last][1])
