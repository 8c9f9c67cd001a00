"""unit-drift: the figure is the source's, what it counts is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nutgraf.checks.case import Case
from nutgraf.checks.differing import sentence_of
from nutgraf.checks.figures_said import Said, figures_said
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.language import stems
from nutgraf.language.counted import head, same_noun
from nutgraf.language.counted_events import REPEATED_DEEDS, befallen
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
        agreeing = agreeing or _elsewhere(case, said)
        drifted = bool(agreeing) and all(
            _are_accounts(case, said, other)
            or (
                _is_other(said.figure, other)
                and not _befell(case, said, other)
                and not _are_those(case, said, other)
            )
            for other in agreeing
        )
        accounts = bool(agreeing) and all(_are_accounts(case, said, one) for one in agreeing)
        told_apart = accounts or _is_known(case, said) or _are_two_kinds(said, agreeing)
        if (
            drifted
            and told_apart
            and not _is_of_few(case, said)
            and not _is_by_chance(said)
            and (accounts or not (_stands_so(said) or _says_both(said, agreeing)))
        ):
            yield _found(case, said, agreeing[0])


def _is_other(ours: Figure, theirs: Figure) -> bool:
    if compare(ours, theirs).noun != "differs":
        return False
    anybody = head(ours.counts) in _ANYBODY and _last(theirs) not in _SEVERAL
    if anybody and _is_people(ours) and _is_people(theirs):
        return False  # whoever is counted, is people
    one, other = stems.stem(head(ours.counts)), stems.stem(head(theirs.counts))
    return one != other and not near(one, other) and one not in map(_stem, theirs.counts.split())


def _are_accounts(case: Case, said: Said, other: Figure) -> bool:
    """`6,000 people without power` of a source that has 6,000 customers: each is a household."""
    if head(said.figure.counts).lower() not in _EVERYBODY or _last(other) not in _ACCOUNTS:
        return False
    reading = case.pack.sources[said.source.casefold()].index.reading
    low, high = reading.sentences[reading.sentence_at(other.start)]
    return any(word.lower in _SUPPLY for word in reading.words_in(low, high))


_EVERYBODY = frozenset(["person", "people", "resident", "inhabitant", "individual", "villager"])
_ACCOUNTS = frozenset(["customers", "accounts", "connections", "meters", "subscribers"])
_SUPPLY = frozenset(
    ["power", "electricity", "water", "gas", "outage", "outages", "utility", "grid", "broadband"]
)
# One of these is more than one person.
_SEVERAL = frozenset(["families", "households", "couples", "crews", "staffs", "teams"])


def _last(figure: Figure) -> str:
    return figure.counts.lower().rpartition(" ")[2]


def _befell(case: Case, said: Said, other: Figure) -> bool:
    """Whether one counts what befell those whom the other counts: `four deaths`."""
    source = case.pack.sources[said.source.casefold()].index.reading
    ours, theirs = said.judged.reading, source
    for noun, figure, reading in (
        (said.figure.counts, other, theirs),
        (other.counts, said.figure, ours),
    ):
        told = befallen(head(noun))
        low, high = reading.sentences[reading.sentence_at(figure.start)]
        if told & {word.stem for word in reading.words_in(low, high)}:
            return True
    return False


def _are_those(case: Case, said: Said, other: Figure) -> bool:
    """`2,500 fans` of a source in which fans queued, 2,500 people in all."""
    if head(other.counts) not in _ANYBODY or not _is_people(said.figure):
        return False
    reading = case.pack.sources[said.source.casefold()].index.reading
    low, high = reading.sentences[reading.sentence_at(other.start)]
    noun = stems.stem(head(said.figure.counts).lower())
    return any(word.stem == noun for word in reading.words_in(low, high))


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


_TELLING = 100  # so large a figure is no coincidence


def _elsewhere(case: Case, said: Said) -> list[Figure]:
    """The same telling figure in another passage of the source."""
    figures = case.pack.sources[said.source.casefold()].index.reading.figures
    alike = [one for one in figures if one.kind == "count" and one.low == said.figure.low]
    return alike if said.figure.low >= _TELLING and said.figure.low == said.figure.high else []


_FEW = 3


def _is_of_few(case: Case, said: Said) -> bool:
    """Whether the writer may have counted what the sources name one by one: `the two jets`."""
    noun = stems.stem(head(said.figure.counts).lower())
    passage = case.pack.sources[said.source.casefold()].index
    return said.figure.low <= _FEW and noun in passage.postings


def _are_two_kinds(said: Said, agreeing: Sequence[Figure]) -> bool:
    """Whether the one counts people and the other things."""
    if any(_stem(other.counts.rpartition(" ")[2]) in _PRONOUNS for other in agreeing):
        return False
    ours = _is_people(said.figure)
    return all(_is_people(other) != ours for other in agreeing)


_SMALL = 12


def _is_by_chance(said: Said) -> bool:
    """Whether a small figure of a claim that no source has is one of something else."""
    return said.judged.claim.verdict == "not found" and said.figure.low <= _SMALL


_ANYBODY = frozenset({"person", "individual"})
_PRONOUNS = frozenset(map(stems.stem, ("others", "ones", "lives")))


def _is_people(figure: Figure) -> bool:
    words = figure.counts.lower().split()
    return bool(words) and (words[-1] in PEOPLE or same_noun(words[-1], "people") is True)


def _says_both(said: Said, agreeing: Sequence[Figure]) -> bool:
    """Whether the claim has the source's noun, too: `38 patients whose operations were put off`."""
    words = said.judged.reading.words_in(*sentence_of(said.judged))
    # `347 patients have complained` says nothing of how many complaints there were.
    # `63 reports, and 63 patients`: the source's noun is what another figure counts.
    taken = [
        (one.end, one.end + len(one.counts) + 2)
        for one in said.judged.reading.figures
        if one.start != said.figure.start and one.kind == "count" and one.low == said.figure.low
    ]
    ours = {
        word.stem
        for word in words
        if word.lower not in REPEATED_DEEDS
        and not any(low <= word.start < high for low, high in taken)
    }
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
