"""A sentence cut into clauses: the smallest parts that can be true or false by themselves."""

from __future__ import annotations

import re

from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.verb_forms import verbs

# Where one statement ends and the next begins; a comma before `and` may only part two things, so
# both sides must be able to stand.
_CUT = re.compile(
    r"\s*(?:;|\s[—–]\s|(?<=\w)—(?=\w)|:\s|→)\s*"
    r"|(?<=\s)[.!?]\s+(?=\w)"  # tokenised text
    r"|,?\s+(?=(?:but|while|whereas|although|though|and that|and both|and neither)\s)"
    r"|\s\((?=[^)]{12})|,\s+(?=both\s)"
    r"|,\s+(?=(?:and|which|who|whose|where)\s)"
)
# `and` with no comma joins clauses only where a verb with its own subject stands on either side.
_AND = re.compile(r"\s+(?=and (?:its|their|his|her|it|they|he|she) )")
_SHORTEST = 3  # content words


def split(reading: Reading, start: int, end: int) -> tuple[Span, ...]:
    """The clauses of `reading.text[start:end]`, in order, without outer white space.

    Nothing inside quotation marks is cut, and no part is shorter than three content words.
    """
    cuts = [start]
    found = [*_CUT.finditer(reading.text, start, end), *_AND.finditer(reading.text, start, end)]
    for cut in sorted(found, key=lambda cut: cut.start()):
        at = cut.end()
        if cut.re is _AND and not (
            _has_verb(reading, cuts[-1], at) and _has_verb(reading, at, end)
        ):
            continue
        if any(low <= cut.start() < high for low, high in _quoted(reading)):
            continue
        if _stands(reading, cuts[-1], cut.start()) and _stands(reading, at, end):
            cuts.append(at)
    spans = zip(cuts, [*cuts[1:], end], strict=True)
    return tuple(_trimmed(reading.text, low, high) for low, high in spans)


def _has_verb(reading: Reading, start: int, end: int) -> bool:
    words = reading.words_in(start, end)
    return any(at and words[at - 1].lower != "to" for at in verbs(words))


def _quoted(reading: Reading) -> list[Span]:
    return [(quoted.start, quoted.end) for quoted in reading.quotations]


def _stands(reading: Reading, start: int, end: int) -> bool:
    return sum(word.content for word in reading.words_in(start, end)) >= _SHORTEST


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in ",;:—–→("):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:—–→("):
        end -= 1
    return start, end
