"""Denials: what a claim denies, and the source tells plainly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nutgraf.evidence.alignment import Alignment
from nutgraf.evidence.difference import Difference
from nutgraf.evidence.index import Index
from nutgraf.evidence.reading import Reading
from nutgraf.language.antonyms import opposites
from nutgraf.language.certainty import Cue, read
from nutgraf.language.governing import is_negated
from nutgraf.language.negation import may_deny
from nutgraf.language.stems import Word

# With less of its words in the passage, a claim may deny something of another matter.
ENOUGH = 0.4
# Of so many words behind the denial, so many must stand in the passage as they are.
BEHIND = 3
LEAST = 2


def denied_differences(
    claim: Reading, start: int, end: int, best: Alignment
) -> Iterator[Difference]:
    """What `claim.text[start:end]` denies of a passage that has the same words, and no denial.

    A source denies in many ways (`declined`, `without`, `remains`): where it has any of them near
    the words, or a plain `not` with them anywhere else, it is taken to agree.
    """
    if best.coverage < ENOUGH:
        return
    denial = _only_denial(claim.text[start:end])
    if denial is None:
        return
    low, high = start + denial.start, start + denial.end
    if any(quoted.start <= high + 1 and low < quoted.end for quoted in claim.quotations):
        return  # what it denies is a quotation, or stands in one
    following = [word for word in claim.words_in(high, end) if word.content][:BEHIND]
    denied = _standing(following, best)
    if len(denied) < LEAST or _is_denied_too(following, denied, best):
        return
    first = denied[0]
    there = f"{best.index.reading.text[first.start : first.end]}"
    reason = f"the source says “{there}” without “{denial.text}”"
    yield Difference("polarity", "differs", (low, high), (first.start, first.end), reason)


def _only_denial(text: str) -> Cue | None:
    """The one denial of a statement; of two, one may take back the other."""
    found = read(text).of("negation")
    return found[0] if len(found) == 1 and found[0].note == "not" else None


def _standing(following: Sequence[Word], best: Alignment) -> Sequence[Word]:
    """The words of the passage that are those behind the denial."""
    starts = {word.start for word in following}
    return [
        best.theirs[match.passage]
        for match in best.matches
        if match.exact and best.ours[match.claim].start in starts
    ]


def _is_denied_too(following: Sequence[Word], words: Sequence[Word], best: Alignment) -> bool:
    """Whether the source denies it in any way, or says the opposite of what is denied."""
    index = best.index
    near = {index.reading.sentence_at(word.start) for word in words}
    if any(may_deny(_sentence(index, number)) for number in near):
        return True
    there = {w.stem for n in near for w in index.reading.words_in(*index.reading.sentences[n])}
    if any(opposites(word.stem, there) & there for word in following):
        return True
    anywhere = {number for word in words for number in index.postings.get(word.stem, ())}
    return any(is_negated(_sentence(index, number)) for number in anywhere)


def _sentence(index: Index, number: int) -> str:
    return index.reading.text[slice(*index.reading.sentences[number])]
