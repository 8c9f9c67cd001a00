"""A sentence cut into clauses: the smallest parts that can be true or false by themselves."""

from __future__ import annotations

import re

from nutgraf.evidence.reading import Reading, Span

# Where one statement ends and the next begins; a comma before `and` may only part two things, so
# both sides must be able to stand.
_CUT = re.compile(
    r"\s*(?:;|\s[—–]\s|(?<=\w)—(?=\w)|:\s|→)\s*"
    r"|(?<=\s)[.!?]\s+(?=\w)"  # tokenised text
    r"|,?\s+(?=(?:but|while|whereas|although|though|and that|and both|and neither)\s)"
    r"|\s\((?=[^)]{12})|,\s+(?=both\s)"
    r"|,\s+(?=(?:and|which|who|whose|where)\s)"
)
_SHORTEST = 3  # content words


def split(reading: Reading, start: int, end: int) -> tuple[Span, ...]:
    """The clauses of `reading.text[start:end]`, in order, without outer white space.

    Nothing inside quotation marks is cut, and no part is shorter than three content words.
    """
    cuts = [start]
    for cut in _CUT.finditer(reading.text, start, end):
        at = cut.end()
        if any(low <= cut.start() < high for low, high in _quoted(reading)):
            continue
        if _stands(reading, cuts[-1], cut.start()) and _stands(reading, at, end):
            cuts.append(at)
    spans = zip(cuts, [*cuts[1:], end], strict=True)
    return tuple(_trimmed(reading.text, low, high) for low, high in spans)


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
