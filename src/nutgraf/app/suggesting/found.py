"""What the check of a brief has found left out: answers, gaps, contrary evidence, conflicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import shorten
from typing import Final

from nutgraf.app.accept import Offered
from nutgraf.app.suggesting.candidate import Candidate, Worth
from nutgraf.checks.case import Case
from nutgraf.checks.offering import as_sentence, as_words, cited
from nutgraf.model import Brief, Finding, Offer, Place, Role, SuggestionKind

# By the rule that offers a line; every other rule with offers tells of what reports differ on.
_KINDS: Final[dict[str, SuggestionKind]] = {
    "omitted-response": "response",
    "caveat-lost": "caveat",
}
# What a source says against these stands among the points.
_TOO_SHORT: Final = frozenset([Role.INTRO, Role.SUMMARY, Role.TAKEAWAY])
_CONTRARY: Final = "contrary-evidence-omitted"
_SHORT: Final = 90  # characters
_WORTH: Final[dict[SuggestionKind, Worth]] = {
    "response": Worth.RESPONSE,
    "caveat": Worth.CAVEAT,
    "conflict": Worth.CONFLICT,
}


def offered_lines(offers: Sequence[Offered]) -> Iterator[Candidate]:
    """What `nutgraf accept` offers."""
    for at, one in enumerate(offers):
        kind = _KINDS.get(one.finding.rule, "conflict")
        if kind == "response":
            why = one.finding.message
        elif kind == "caveat":
            why = "a source says this; readers are not told"
        else:
            why = "reports differ here; readers are not told"
        yield Candidate(kind, why, one.offer, (_WORTH[kind], at), accepted=True)


def contrary_evidence(case: Case, findings: Sequence[Finding]) -> Iterator[Candidate]:
    """What a source says against what the brief tells, beside which it belongs."""
    for at, finding in enumerate(findings):
        if finding.rule != _CONTRARY or finding.stet is not None or not finding.evidence:
            continue
        words = finding.evidence[0]
        told = next(
            (
                one
                for one in case.told
                if one.place.path == finding.place.path
                and one.place.start <= finding.place.start < one.place.end
            ),
            None,
        )
        role = told.role if told is not None else None
        if role is None or role in _TOO_SHORT:
            role = Role.POINTS
        story = told.story or 0 if told is not None else 0
        line = cited(as_sentence(as_words(words.text)), (words.seed,))
        offer = Offer(role, story, line, finding.evidence)
        why = f"a source says this against “{_words_at(case.brief, finding.place)}”"
        yield Candidate("contrary", why, offer, (Worth.CONTRARY, at))


def _words_at(brief: Brief, place: Place) -> str:
    """The words of a brief at a place, or of what it embeds, in short."""
    files = (brief.file, *brief.embedded)
    text = next((one.text for one in files if one.path == place.path), "")
    return shorten(text[place.start : place.end], _SHORT, placeholder="…")
