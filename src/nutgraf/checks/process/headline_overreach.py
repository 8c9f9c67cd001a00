"""headline-overreach: a headline that says more than the text under it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain

from nutgraf.checks.body import Body, body_of
from nutgraf.checks.case import Case
from nutgraf.checks.differing import of_facts
from nutgraf.checks.process.bold_headlines import Bold, bold
from nutgraf.checks.process.headline_acts import acts_left_open
from nutgraf.checks.process.headline_steps import steps_climbed
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.unsourced import is_unsourced
from nutgraf.evidence.against import against
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.difference import Difference
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.language.figure_comparison import compare
from nutgraf.language.headline_steps import LIMITED
from nutgraf.language.stems import read
from nutgraf.model import Evidence, Role, Severity

_SLOTS = frozenset({"figure", "name", "certainty", "polarity"})
_BOLD = (bold, steps_climbed, acts_left_open)
# What good headlines do, too: they leave out who says so, and call a thing by another word.
_LEFT_OUT = frozenset({"attribution dropped", "attribution shifted", "derived"})


def check(case: Case) -> Iterator[Found]:
    bodies = cache(lambda story: body_of(case, story))
    titles = {
        id(story.title.prose): number
        for number, story in enumerate(case.brief.stories)
        if story.title is not None
    }
    for judged in of_facts(case):
        if isinstance(judged.statement.role, Role):
            continue
        body = bodies(titles.get(id(judged.statement.prose)))
        if body is None:
            continue
        found = [
            *_differing(case, judged, body),
            *_bold(case, judged, body),
            *_unsaid(judged, body),
        ]
        yield from found[:1]


def _differing(case: Case, judged: JudgedClaim, body: Body) -> Iterator[Found]:
    """Where the headline differs from the body, slot by slot."""
    statement = judged.statement
    told = against(judged.reading, statement.start, statement.end, body.brief, body.index)
    for one in told.differences:
        if not one.certain or one.slot not in _SLOTS or one.relation in _LEFT_OUT:
            continue
        if _is_said_too(judged, body, one) or _is_limited(judged, one):
            continue
        words = judged.reading.text[slice(*one.ours)]
        theirs = () if one.theirs is None else (body.evidence(one.theirs),)
        missing = one.relation == "missing"
        yield Found(
            statement.prose.place(*one.ours),
            f"“{words}” is not in the text below" if missing else f"“{words}”: {_reason(one)}",
            f"write {theirs[0].text}" if theirs and one.slot == "figure" else _MEND,
            theirs,
            judged.claim.id,
            "note" if missing and _has_source(case, judged, one) else _severity(judged, one),
        )


def _has_source(case: Case, judged: JudgedClaim, one: Difference) -> bool:
    """Whether a source has a figure of the headline about the same, which the text has not."""
    ours = next((f for f in judged.reading.figures if f.start == one.ours[0]), None)
    if one.slot != "figure" or ours is None:
        return False
    stems = set(judged.reading.stems_in(judged.statement.start, judged.statement.end))
    readings = [source.index.reading for source in case.pack]
    return any(
        compare(ours, theirs).agrees
        and len(stems & set(told.stems_in(*told.sentences[told.sentence_at(theirs.start)]))) > 1
        for told in readings
        for theirs in told.figures
    )


def _unsaid(judged: JudgedClaim, body: Body) -> Iterator[Found]:
    """What no source has, nor the text."""
    if not is_unsourced(judged):
        return
    statement = judged.statement
    told = against(judged.reading, statement.start, statement.end, body.brief, body.index)
    if told.verdict == "supported":
        return  # then it is the text that has no source
    yield Found(
        judged.claim.place,
        "neither the text nor a source says so",
        _MEND,
        claim=judged.claim.id,
    )


_MEND = "say in the headline what the text says, and no more"


def _reason(one: Difference) -> str:
    return one.reason.replace("the source says", "the text says").replace(
        "the source has", "the text has"
    )


def _is_said_too(judged: JudgedClaim, body: Body, one: Difference) -> bool:
    """Whether the hedge of the body stands in the headline, in another place of it."""
    if one.slot != "certainty" or one.theirs is None:
        return False
    hedge = read(body.index.reading.text[slice(*one.theirs)])
    ours = {word.stem for word in read(judged.statement.text)}
    low, high = one.ours
    said = {word.stem for word in read(judged.reading.text[low:high])}
    left = {word.stem for word in hedge if word.content} - said
    return bool(left) and left <= ours


def _is_limited(judged: JudgedClaim, one: Difference) -> bool:
    """Whether a headline that lacks one limit has another: there is room for one."""
    return one.relation == "scope widened" and LIMITED.search(judged.statement.text) is not None


def _severity(judged: JudgedClaim, one: Difference) -> Severity | None:
    """A note where a source has it so: then it is the body that says less."""
    if judged.claim.verdict == "supported":
        return "note"
    return None if one.slot in ("figure", "polarity") else "warning"


def _bold(case: Case, judged: JudgedClaim, body: Body) -> Iterator[Found]:
    """What the headline claims boldly, and the texts do not."""
    sources = {source.source.id: source.index for source in case.pack}
    start, end = judged.statement.start, judged.statement.end
    text = judged.reading.text[start:end]
    texts = list(sources.values())
    for one in chain.from_iterable(one_sort(text, body.index, texts) for one_sort in _BOLD):
        low, high = start + one.span[0], start + one.span[1]
        if any(quoted.start <= low < quoted.end for quoted in judged.reading.quotations):
            continue
        yield Found(
            judged.statement.prose.place(low, high),
            f"“{judged.reading.text[low:high]}” {one.reason}",
            _MEND,
            _evidence(case, body, one),
            judged.claim.id,
            None if one.sure else "warning",
        )


def _evidence(case: Case, body: Body, one: Bold) -> tuple[Evidence, ...]:
    if one.where is None:
        return ()
    index, span = one.where
    if index is body.index:
        return (body.evidence(span),)
    return tuple(
        case.pack.evidence(SourceSpan(source.source.id, *span))
        for source in case.pack
        if source.index is index
    )


_REPORT = (
    "---\ntitle: The silo\n---\n"
    "A grain silo burst in Tarvin on Tuesday, injuring 3 workers. Rust may have weakened the wall, "
    "an inspector said.\n"
)
_TEXT = (
    "## Summary\n\nA grain silo burst in Tarvin on Tuesday, injuring 3 workers. [@report] "
    "Rust may have weakened the wall, an inspector said. [@report]\n"
)

RULE = Rule(
    name="headline-overreach",
    family="process",
    severity="error",
    decided="code",
    law="A subject line, preheader or title has no name, figure or strength that the text under "
    "it lacks.",
    why="More people read the subject line than the brief, and it is what they will quote.",
    bad=Example(
        "---\ntitle: The silo\ndate: 2025-03-07\nsubject: Silo burst injures 13 workers\n---\n"
        + _TEXT,
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The silo\ndate: 2025-03-07\nsubject: Silo burst injures three workers\n---\n"
        + _TEXT,
        {"report": _REPORT},
    ),
    check=check,
)
