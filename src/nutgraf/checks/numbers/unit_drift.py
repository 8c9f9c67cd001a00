"""unit-drift: the figure is the source's, what it counts is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nutgraf.checks.case import Case
from nutgraf.checks.differing import sentence_of
from nutgraf.checks.figures_said import Said, figures_said
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.language import stems
from nutgraf.language.counted import head, same_noun
from nutgraf.language.figure import Figure
from nutgraf.language.figure_comparison import compare
from nutgraf.language.near_words import near, neighbours
from nutgraf.language.roles import PEOPLE


def check(case: Case) -> Iterator[Found]:
    for said in figures_said(case):
        if said.figure.kind != "count" or not said.figure.counts:
            continue
        if not said.figure.counts.islower():
            continue  # a headline, or a name: what is counted cannot be told by its last word
        agreeing = [other for other, _ in said.agreeing() if other.kind == "count"]
        drifted = bool(agreeing) and all(_is_other(said.figure, other) for other in agreeing)
        told_apart = _is_known(case, said) or _are_two_kinds(said, agreeing)
        if drifted and told_apart and not (_stands_so(said) or _says_both(said, agreeing)):
            yield _found(case, said, agreeing[0])


def _is_other(ours: Figure, theirs: Figure) -> bool:
    if compare(ours, theirs).noun != "differs":
        return False
    if _is_people(ours) and _is_people(theirs) and head(ours.counts) in _ANYBODY:
        return False  # whoever is counted, is people
    one, other = stems.stem(head(ours.counts)), stems.stem(head(theirs.counts))
    return one != other and not near(one, other) and one not in map(_stem, theirs.counts.split())


def _stem(word: str) -> str:
    return stems.stem(word.lower())


def _stands_so(said: Said) -> bool:
    """Whether any source that the claim rests on counts the same thing with the figure."""
    return any(
        compare(said.figure, other).agrees and not _is_other(said.figure, other)
        for other in said.others
        if other.kind == "count"
    )


def _is_known(case: Case, said: Said) -> bool:
    """Whether the sources speak of what the claim counts: else it may be a word for the same."""
    noun = stems.stem(head(said.figure.counts).lower())
    return any(noun in source.index.postings for source in case.pack)


def _are_two_kinds(said: Said, agreeing: Sequence[Figure]) -> bool:
    """Whether the one counts people and the other things."""
    if any(_stem(other.counts.rpartition(" ")[2]) in _PRONOUNS for other in agreeing):
        return False
    ours = _is_people(said.figure)
    return all(_is_people(other) != ours for other in agreeing)


_ANYBODY = frozenset({"person", "individual"})
_PRONOUNS = frozenset(map(stems.stem, ("others", "ones", "lives")))


def _is_people(figure: Figure) -> bool:
    words = figure.counts.lower().split()
    return bool(words) and (words[-1] in PEOPLE or same_noun(words[-1], "people") is True)


def _says_both(said: Said, agreeing: Sequence[Figure]) -> bool:
    """Whether the claim has the source's noun, too: `38 patients whose operations were put off`."""
    words = said.judged.reading.words_in(*sentence_of(said.judged))
    ours = {word.stem for word in words}
    theirs = [stems.stem(head(other.counts).lower()) for other in agreeing]
    return any(one in ours or neighbours(one) & ours for one in theirs)


def _found(case: Case, said: Said, other: Figure) -> Found:
    return Found(
        said.place,
        f"the source counts {other.counts}, not {said.figure.counts}",
        f"write {other.text}" if other.counts in other.text else f"write {other.counts}",
        said.evidence(case, other),
        said.judged.claim.id,
    )


_REPORT = (
    "---\ntitle: The archive\n---\n"
    "Volunteers catalogued 5,200 letters from the flooded archive. The work took a year.\n"
)

RULE = Rule(
    name="unit-drift",
    family="numbers",
    severity="warning",
    decided="code",
    law="A figure counts what it counts in its source.",
    why="Names are not people, cases are not patients: the digits are right and the fact is not.",
    bad=Example(
        "---\ntitle: The archive\ndate: 2025-03-07\n---\n"
        "## Summary\n\nVolunteers catalogued 5,200 families from the flooded archive. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The archive\ndate: 2025-03-07\n---\n"
        "## Summary\n\nVolunteers catalogued 5,200 letters from the flooded archive. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
