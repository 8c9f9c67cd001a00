"""denominator-missing: a share of nobody knows what."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.differing import sentence_of
from nutgraf.checks.figures_said import Said, figures_between, figures_said
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.reading import Reading
from nutgraf.language.figure import Figure
from nutgraf.language.figure_comparison import compare
from nutgraf.language.share_bases import chosen, tells


def check(case: Case) -> Iterator[Found]:
    shares = [said for said in figures_said(case) if said.figure.kind == "share"]
    told = [said for said in shares if not _is_bare(said)]
    some: set[int] = set()
    for said in shares:
        for found in _of_some(case, said):
            some.add(id(said))
            yield found
    for said in shares:
        if id(said) in some:
            continue
        if said in told or any(_is_same_share(said, other) for other in told):
            continue
        for other, _ in said.agreeing():
            if other.kind == "share" and other.base:
                span = SourceSpan(said.source, other.start, max(other.end, other.base_end))
                theirs = case.pack.evidence(span)
                yield Found(
                    said.place,
                    f"{said.figure.text} of what? The source says: of {other.base}",
                    f"write {said.figure.text} of {other.base}",
                    (theirs,),
                    said.judged.claim.id,
                )
                break


def _of_some(case: Case, said: Said) -> Iterator[Found]:
    """A share of all, which the sources give of those who answered, voted or were tested."""
    if said.figure.direction:
        return
    low, high = sentence_of(said.judged)
    sentence = said.judged.reading.text[low:high]
    bases = [_base(name, reading, other) for name, reading, other in _tellers(case, said)]
    base = next((one for one in bases if one is not None), None)
    if base is None or None in bases:
        return
    span, words = base
    if tells(sentence, words):
        return
    whom = f"{words[0].lower()}{words[1:]}"
    yield Found(
        said.place,
        f"{said.figure.text} of whom, or of what? The source says: {whom}",
        f"write {said.figure.text} {whom}",
        (case.pack.evidence(span),),
        said.judged.claim.id,
    )


def _base(name: str, reading: Reading, other: Figure) -> tuple[SourceSpan, str] | None:
    """Of whom a share of a source is, if only of some."""
    start, end = reading.sentences[reading.sentence_at(other.start)]
    base = chosen(reading.text[start:end], other.start - start, other.end - start)
    if base is None:
        return None
    span = SourceSpan(name, start + base[0], start + base[1])
    return span, reading.text[span.start : span.end]


def _tellers(case: Case, said: Said) -> Iterator[tuple[str, Reading, Figure]]:
    """The same share in the sources that the claim rests on, where they speak of the matter."""
    cited = {name.casefold() for name in said.judged.claim.cites}
    claim = said.judged.reading
    ours = set(claim.stems_in(*sentence_of(said.judged)))
    for key, source in case.pack.sources.items():
        if cited and key not in cited:
            continue
        reading = source.index.reading
        for other in reading.figures:
            if other.kind != "share" or not compare(said.figure, other).agrees:
                continue
            span = reading.sentences[reading.sentence_at(other.start)]
            if len(ours & set(reading.stems_in(*span))) >= _COMPANY:
                yield source.source.id, reading, other


_COMPANY = 2  # words that a sentence on the same matter shares


def _is_same_share(one: Said, other: Said) -> bool:
    """Whether the story gives the same share with its base in another sentence."""
    ours, theirs = one.judged.statement, other.judged.statement
    return ours.story == theirs.story and one.figure.low == other.figure.low


def _is_bare(said: Said) -> bool:
    """Whether the sentence leaves open of what it is a share; a change needs no base."""
    if said.figure.base or said.figure.direction:
        return False
    text = said.judged.reading.text[said.figure.end : said.figure.end + 12].lstrip()
    if text.startswith(("of ", "in ")):
        return False
    low, high = sentence_of(said.judged)
    sentence = said.judged.reading.text[low:high]
    if chosen(sentence, said.figure.start - low, said.figure.end - low):
        return False
    beside = figures_between(said.judged.reading, low, high)
    return not any(other.kind == "count" for other in beside)


_REPORT = (
    "---\ntitle: The survey of roofs\n---\n"
    "Inspectors found that 12% of the 640 roofs leaked. Repairs begin in autumn.\n"
)

RULE = Rule(
    name="denominator-missing",
    family="numbers",
    severity="note",
    decided="cue",
    law="A share says what it is a share of, where the source does.",
    why="Twelve per cent of all roofs and of those inspected are two different towns.",
    bad=Example(
        "---\ntitle: The roofs\ndate: 2025-03-07\n---\n"
        "## Summary\n\nInspectors found that 12% leaked. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The roofs\ndate: 2025-03-07\n---\n"
        "## Summary\n\nInspectors found that 12% of the roofs leaked. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
