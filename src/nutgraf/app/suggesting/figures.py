"""What was counted in the pack of a brief, and readers do not have in any notation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nutgraf.app.suggesting.already import Already, overlaps
from nutgraf.app.suggesting.candidate import Candidate, Worth
from nutgraf.checks.offering import as_sentence, as_words, cited, named
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.offered.counted import Counted, counted
from nutgraf.evidence.offered.sentences import leans
from nutgraf.language.figure import Figure
from nutgraf.language.figure_comparison import compare
from nutgraf.model import Evidence, Offer, Role

# From here on one number is seldom two things: `1,150` is told, whatever the brief has it count.
_TELLING = 100
_SMALL = 10
_SAYS = 4  # words
# What stands before the words: the mark of a bullet, or from where an agency reports.
_LEAD = re.compile(
    r"\A(?:[-•*]\s+|\d+[.)]\s+"
    r"|[A-Z][A-Z .,'’-]{2,30}(?:, [A-Z][a-z.]+)?(?: \([^()\n]{1,40}\))? [—–-]+ )"
)
# What is numbered is not counted: `the number 7`.
_NUMBERED = re.compile(r"(?i)\b(?:number|no\.?|nos\.?|#)\s*\Z")
# Of `tens of thousands` it is not said how many.
_SCALE = re.compile(r"(?i)(?:hundred|thousand|million|billion)s?\b")


def unused_figures(already: Already, taken: Sequence[Evidence]) -> Iterator[Candidate]:
    """The sentences with figures that stand nowhere in the brief, those of most sources first."""
    case = already.case
    for at, one in enumerate(counted(case.pack)):
        index = case.pack.sources[one.source.casefold()].index
        new = [
            figure
            for figure in one.figures
            if not figure.vague
            and not _SCALE.match(figure.text)
            and not _is_told(already, figure)
            and not _NUMBERED.search(index.reading.text, max(0, figure.start - 12), figure.start)
            and not any(
                overlaps(SourceSpan(one.source, figure.start, figure.end), evidence, case)
                for evidence in taken
            )
        ]
        if new and len(one.text.split()) >= _SAYS:
            yield _figure(already, one, new, at)


def _is_told(already: Already, figure: Figure) -> bool:
    if not figure.unit and figure.high < _TELLING and already.has_word(str(figure.high)):
        return True  # as an hour, a day or an age, perhaps
    for other in already.reading.figures:
        for ours, theirs in ((other, figure), (figure, other)):
            compared = compare(ours, theirs)
            if compared.agrees and (compared.noun != "differs" or _is_telling(figure)):
                return True
    return False


def _is_telling(figure: Figure) -> bool:
    return bool(figure.unit) or figure.high >= _TELLING


def _is_small(figure: Figure) -> bool:
    """Whether it is a number that is written out: `two letters`."""
    return not figure.unit and figure.high < _SMALL


def _figure(already: Already, one: Counted, new: Sequence[Figure], at: int) -> Candidate:
    case = already.case
    span = SourceSpan(one.source, *one.span)
    index = case.pack.sources[one.source.casefold()].index
    text = named(index, span, _LEAD.sub("", one.text))
    offer = Offer(
        Role.POINTS,
        already.story_at(span),
        cited(as_sentence(as_words(text)), (one.source,)),
        (case.pack.evidence(span),),
    )
    told = " and ".join(dict.fromkeys(f"“{' '.join(figure.text.split())}”" for figure in new))
    first = text.split(maxsplit=1)[0].rstrip(",")
    careful = (f"“{first}” leans on what the source says before",) if leans(text) else ()
    return Candidate(
        "figure",
        f"{told} {'stands' if len(new) == 1 else 'stand'} nowhere in the brief",
        offer,
        (Worth.FIGURE, all(map(_is_small, new)), -already.nearness(span), -len(one.others), at),
        careful=careful,
    )
