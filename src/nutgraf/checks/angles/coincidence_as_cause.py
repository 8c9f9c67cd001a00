"""coincidence-as-cause: two things near in time, and so one is made to explain the other."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.angles.angles import Angle, angles_of
from nutgraf.checks.case import Case
from nutgraf.checks.differing import passage_words
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.reading import Span
from nutgraf.language import causal_cues, coincidences
from nutgraf.model import Evidence, Role

# Where a brief argues.
_ARGUED = (Role.ANGLES, Role.TAKEAWAY)
# A sentence of a source that joins cause and effect speaks of the same with so much of its words.
_SHARED = 0.5


def check(case: Case) -> Iterator[Found]:
    if not case.pack.sources:
        return
    for angle in angles_of(case, _ARGUED):
        told: list[Span] = []
        for one in coincidences.read(angle.prose.text):
            if not _is_of_sources(case, angle, one.span):
                told.append(one.span)
                yield _inferred(case, angle, one)
        yield from _on_sand(case, angle, told)


def _inferred(case: Case, angle: Angle, one: coincidences.Inference) -> Found:
    text = angle.prose.text
    near, cue = (" ".join(text[slice(*span)].split()) for span in (one.near, one.cue))
    said = f"“{near}”" if near == cue else f"“{near}” and “{cue}”"
    return Found(
        angle.prose.place(*one.span),
        f"{said}: does a source say that the one led to the other, or are they only near in time?",
        "say that the times are all you have, cite who draws the line between them, or cut it",
        _grounds(case, angle, one),
    )


def _on_sand(case: Case, angle: Angle, told: list[Span]) -> Iterator[Found]:
    """A pattern or a plan that is made of what no source has."""
    for judged in angle.claims:
        missing = [one for one in case.premises.get(judged.claim.id, ()) if one.sourced is False]
        if not missing:
            continue
        text, end = judged.reading.text, judged.statement.end
        for span in coincidences.structures(text, judged.statement.start, end):
            apart = not any(one.start < span[1] and span[0] < one.end for one in missing)
            if apart and not any(low < span[1] and span[0] < high for low, high in told):
                yield Found(
                    angle.prose.place(*span),
                    f"“{text[slice(*span)]}” rests on what no source has; does it hold?",
                    "source the premise first, or cut the inference",
                    claim=judged.claim.id,
                )


def _grounds(case: Case, angle: Angle, one: coincidences.Inference) -> tuple[Evidence, ...]:
    """Where the sources tell the things that are joined."""
    low, high = min(one.near[0], one.span[0]), one.span[1]
    found: dict[tuple[str, int], Evidence] = {}
    for judged in angle.claims:
        within = judged.statement.start < high and low < judged.statement.end
        if within and judged.claim.verdict == "supported":
            for evidence in passage_words(case, judged):
                found.setdefault((evidence.seed, evidence.place.start), evidence)
    return tuple(found.values())[:2]


def _is_of_sources(case: Case, angle: Angle, span: Span) -> bool:
    """Whether a source joins by a word of cause what the angle joins."""
    ours = angle.claims[0].reading.stems_in(*span)
    for one in case.pack:
        index = one.index
        whole = sum(map(index.weight, ours))
        for match in causal_cues.JOINS.finditer(index.reading.text):
            sentence = index.reading.sentences[index.reading.sentence_at(match.start())]
            theirs = set(index.reading.stems_in(*sentence))
            if sum(index.weight(stem) for stem in ours if stem in theirs) >= whole * _SHARED:
                return True
    return False


_REPORT = (
    "---\ntitle: The reading room\n---\n"
    "The university closed its reading room on 3 March. Its librarian retired on 28 February, "
    "after forty years.\n"
)

RULE = Rule(
    name="coincidence-as-cause",
    family="angles",
    severity="warning",
    decided="cue",
    law="That two things were near in time does not make one the cause of the other, or both "
    "parts of one plan.",
    why="The same month is the weakest reason there is and the one that persuades most; if a "
    "source joins the two, the angle can say so and cite it.",
    bad=Example(
        "---\ntitle: The reading room\ndate: 2025-03-07\nsources: [report]\n---\n"
        "## Summary\n\nThe university closed its reading room on 3 March. [@report]\n\n"
        "## Newsletter Angles\n\n"
        "- The reading room closed days after its librarian retired. [@report] That is no "
        "coincidence.\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The reading room\ndate: 2025-03-07\nsources: [report]\n---\n"
        "## Summary\n\nThe university closed its reading room on 3 March. [@report]\n\n"
        "## Newsletter Angles\n\n"
        "- The reading room closed days after its librarian retired. [@report] Whether the "
        "one has to do with the other, nobody has said; we would ask.\n",
        {"report": _REPORT},
    ),
    check=check,
)
