"""role-conflict: one person, two titles that nobody holds together."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.offering import of_conflict
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.conflicts.bodies_swapped import swapped
from nutgraf.evidence.conflicts.conflict import Conflict, Saying
from nutgraf.evidence.conflicts.spellings import Spelled, spelled
from nutgraf.evidence.conflicts.titles import Called, TitleOfBrief, called, of_person
from nutgraf.evidence.conflicts.titles_unsaid import unsaid
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.model import Evidence, Place


def check(case: Case) -> Iterator[Found]:
    for one in called(case.claims, case.pack):
        conflict = of_person(one, case.claims)
        if conflict is None:
            yield from _unsaid(case, one)
            yield from _swapped(case, one)
        elif not conflict.settled:
            yield _differs(case, one, conflict)
    for two in spelled(case.claims, case.pack):
        yield _spelled(case, two)


def _differs(case: Case, one: Called, conflict: Conflict) -> Found:
    ours = next(each for each in one.brief if each.judged.claim.id == conflict.claims[0])
    words = _words(ours)
    others = [each for each in conflict.sayings if each.words.casefold() != words.casefold()]
    held = [each for each in conflict.sayings if each.words.casefold() == words.casefold()]
    told = "; ".join(f"{each.source} has {each.words}" for each in others)
    return Found(
        _place(ours),
        f"{one.name} is {words} here; {told}",
        "settle it, or say that reports differ" if held else f"write {others[0].words}",
        tuple(_evidence(case, each) for each in others),
        ours.judged.claim.id,
        offers=of_conflict(case, conflict),
    )


def _unsaid(case: Case, one: Called) -> Iterator[Found]:
    """A title that no source gives, where one gives another."""
    found = unsaid(one, case.pack)
    if found is None:
        return
    ours, theirs = found
    saying = theirs.saying
    yield Found(
        _place(ours),
        f"no source calls {one.name} {_words(ours)}; {saying.source} has {saying.words}",
        f"write {saying.words}",
        (_evidence(case, saying),),
        ours.judged.claim.id,
    )


def _swapped(case: Case, one: Called) -> Iterator[Found]:
    """Another house than the sources have somebody in."""
    found = swapped(one, case.pack)
    if found is None:
        return
    ours, (low, high), theirs = found
    source = theirs.source
    span = theirs.told.body_span
    theirs_told = source.index.reading.text[slice(*span)].strip(" ,")
    body = ours.judged.reading.text[low:high]
    yield Found(
        ours.judged.statement.prose.place(low, high),
        f"no source has {one.name} at {body}; {source.source.id} has {theirs_told}",
        f"write {theirs_told}",
        (case.pack.evidence(SourceSpan(source.source.id, *span)),),
        ours.judged.claim.id,
    )


def _spelled(case: Case, one: Spelled) -> Found:
    source = one.source.source.id
    return Found(
        one.judged.statement.prose.place(one.ours.start, one.ours.end),
        f"{source} spells it {one.theirs.text}; other sources have it as here",
        "find out which is right",
        (case.pack.evidence(SourceSpan(source, one.theirs.start, one.theirs.end)),),
        one.judged.claim.id,
    )


def _words(ours: TitleOfBrief) -> str:
    return ours.judged.reading.text[slice(*ours.told.office_span)]


def _place(ours: TitleOfBrief) -> Place:
    return ours.judged.statement.prose.place(*ours.told.office_span)


def _evidence(case: Case, saying: Saying) -> Evidence:
    return case.pack.evidence(SourceSpan(saying.source, *saying.span))


_COURIER = (
    "---\ntitle: The dam\n---\n"
    "The spillway will stay shut until spring, Vera Lindt said on Monday. "
    "Lindt, the chief safety and water officer of the Orlen Dam Board, ordered the inspection.\n"
)
_HERALD = (
    "---\ntitle: A spillway\n---\n"
    "Nobody lives below the Orlen spillway. The Orlen Dam Board’s chief safety and power officer, "
    "Vera Lindt, said on Monday that it would stay shut until spring.\n"
)

RULE = Rule(
    name="role-conflict",
    family="sources",
    severity="warning",
    decided="code",
    law="A person has one name, title, office and legal role across the brief and its sources.",
    why="Who somebody is decides what their word is worth, and the wrong title is the first thing "
    "that they will see.",
    bad=Example(
        "---\ntitle: The dam\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe spillway will stay shut until spring, said Vera Lindt, the chief safety "
        "and water officer of the Orlen Dam Board. [@courier; @herald]\n",
        {"courier": _COURIER, "herald": _HERALD},
    ),
    good=Example(
        "---\ntitle: The dam\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe spillway will stay shut until spring, said Vera Lindt of the Orlen Dam "
        "Board. [@courier; @herald]\n\n"
        "## Reports differ\n\n"
        "- **Lindt’s title:** chief safety and water officer. [@courier] Another report has chief "
        "safety and power officer. [@herald]\n",
        {"courier": _COURIER, "herald": _HERALD},
    ),
    check=check,
)
