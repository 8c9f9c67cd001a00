"""What a brief calls documented, and the sources have only as somebody's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.language.quotations import Quoted
from nutgraf.language.stems import read

_DOCUMENTED = re.compile(
    r"\b(?:the |this |that )?(?P<what>(?:[\w’'-]+ ){0,3}[\w’'-]+) (?:framing|claim|charge|label"
    r"|argument|narrative|accusation|allegation|characteri[sz]ation|description|theory) "
    r"(?:is|are|was|were|has been) (?:now |well[- ]|fully |amply )?"
    r"(?P<how>documented|established|confirmed|proven|proved|undisputed|settled|beyond dispute"
    r"|a fact)\b"
)


def called_documented(
    case: Case, judged: JudgedClaim
) -> Iterator[tuple[tuple[int, int], SourceSpan, str]]:
    """What a claim calls documented though only a quotation has it.

    Gives its span in the claim's prose, the words in the source, and who says them there.
    """
    statement = judged.statement
    for found in _DOCUMENTED.finditer(judged.reading.text, statement.start, statement.end):
        stems = {word.stem for word in read(found["what"]) if word.content}
        told = list(_having(case, stems)) if stems else []
        if told and all(quoted is not None for _, quoted in told):
            span, quoted = told[0]
            assert quoted is not None
            speaker = quoted.speaker.name if quoted.speaker else ""
            yield found.span(), span, speaker


def _having(case: Case, stems: set[str]) -> Iterator[tuple[SourceSpan, Quoted | None]]:
    """The sentences of the sources that have some words, with the quotation that holds them."""
    for one in case.pack:
        reading = one.index.reading
        for low, high in reading.sentences:
            words = [word for word in reading.words_in(low, high) if word.stem in stems]
            if {word.stem for word in words} != stems:
                continue
            first, last = words[0].start, words[-1].end
            inside = [q for q in reading.quotations if q.start <= first and last <= q.end]
            yield SourceSpan(one.source.id, first, last), inside[0] if inside else None
