"""The report for people: worst first, the brief's words over the source's, the smallest mend."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence

from nutgraf.model import Brief, Claim, Evidence, Finding, Offer, Origin, Place, Severity
from nutgraf.report.context import Shown, around, file_of
from nutgraf.report.missing import missing
from nutgraf.report.origins import line as origins_line
from nutgraf.report.summary import citable, counts, differing, many, state, unsourced

WIDTH = 80
SHOWN = 12
_HEADS: dict[Severity, str] = {"error": "FIX", "warning": "SETTLE", "note": "NOTE"}
_COLOURS: dict[Severity, str] = {"error": "1;31", "warning": "1;33", "note": "1;34"}
_LABEL = 11  # the column in which what is said begins
_FEW = 60  # characters that are shown with what stands around them
_MOST = 210  # characters of a passage: three lines


def report(
    brief: Brief,
    findings: Sequence[Finding],
    claims: Sequence[Claim],
    origins: Sequence[Origin] = (),
    *,
    everything: bool = False,
    colour: bool = False,
) -> str:
    """The report on one brief, in 80 columns; ends with a line end.

    Twelve findings are shown, all with `everything`; what an editor let stand is only counted.
    """
    paint = Paint(on=colour)
    open_findings = [finding for finding in findings if finding.stet is None]
    lines = [*_head(brief, findings, claims, origins, paint)]
    limit = len(open_findings) if everything else SHOWN
    numbers: Counter[Severity] = Counter()
    for several in _alike(open_findings[:limit]):
        severity = several[0].severity
        number = numbers[severity] + 1
        numbers[severity] += len(several)
        lines += ["", *_finding(several, number, brief, paint)]
    if len(open_findings) > limit:
        lines += ["", f"{_left(open_findings[limit:])}: nutgraf check {brief.id} --all"]
    return "\n".join(lines) + "\n"


def beside(brief: Brief, place: Place, evidence: Evidence, head: str) -> str:
    """Words of a brief over the passage that carries them, in its context."""
    plain = Paint(on=False)
    passage = around(evidence.place, brief, most=2 * _MOST)
    lines = [head, *said("you", around(place, brief, most=_MOST), plain, "")]
    lines += said(f"{evidence.seed}:{evidence.place.line}"[: _LABEL - 3], passage, plain, "")
    return "\n".join(lines)


def offered(brief: Brief, finding: Finding, offer: Offer, head: str) -> str:
    """A line for a brief under the words of the sources that it is made of."""
    plain = Paint(on=False)
    lines = [head, *said("check", Shown(_capital(finding.message), ()), plain, "")]
    if finding.place.path != brief.path or finding.place.start >= brief.front.body:
        lines += said("you", around(finding.place, brief, most=_most(finding.place)), plain, "")
    for one in offer.evidence:
        # Whoever puts it into a brief reads all of it.
        passage = around(one.place, brief, most=max(len(one.text), 2 * _FEW) + _FEW)
        if not passage.text:
            passage = Shown(" ".join(one.text.split()), ())
        named = f"{one.seed}:{one.place.line}"
        if len(named) > _LABEL - 3:
            lines.append(f"  {named}")
            named = ""
        lines += said(named, passage, plain, "")
    lines += said("write", Shown(offer.line, ()), plain, "")
    return "\n".join(lines)


class Paint:
    """Colours, where there are any."""

    def __init__(self, *, on: bool) -> None:
        self._on = on

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._on and text else text


def _left(findings: Sequence[Finding]) -> str:
    told = Counter(finding.severity for finding in findings)
    parts = [
        f"{told['error']} more to fix" if told["error"] else "",
        f"{told['warning']} more to settle" if told["warning"] else "",
        f"{many(told['note'], 'more note')}" if told["note"] else "",
    ]
    return ", ".join(part for part in parts if part)


def _head(
    brief: Brief,
    findings: Sequence[Finding],
    claims: Sequence[Claim],
    origins: Sequence[Origin],
    paint: Paint,
) -> Iterator[str]:
    told = counts(claims, findings)
    ready = paint(f"{state(findings):<11}", _COLOURS["error"] if told["errors"] else "1;32")
    yield (
        f"{ready} {brief.path} · {told['errors']} to fix, "
        f"{told['warnings']} to settle, {many(told['notes'], 'note')}"
    )
    yield (
        f"  {'claims':<10}{told['claims']}: {told['supported']} match a source · "
        f"{differing(told)} differ · {unsourced(told)} unsourced · "
        f"{told['not checked']} not comparable"
    )
    uncited = citable(claims)
    can = f" (`nutgraf cite` can place {uncited})" if uncited else ""
    yield (
        f"  {'verified':<10}{told['verified']} of {told['claims']} by a person · "
        f"cited {told['cited']} of {told['claims']}{can}"
    )
    if origins:
        yield from _facts("origins", origins_line(origins))
    offers = {(o.story, o.line) for one in findings if one.stet is None for o in one.offers}
    if offers:
        yield from _facts("offered", f"{many(len(offers), 'line')} for it: `nutgraf accept`")
    wanting = missing(brief, findings)
    if wanting:
        yield from _facts("missing", "; and ".join(wanting))
    stets = [finding for finding in findings if finding.stet is not None]
    if stets:
        yield f"  {'stets':<10}{len(stets)} let stand"


def _facts(label: str, text: str) -> Iterator[str]:
    lines = textwrap.wrap(text, WIDTH - 12)
    yield f"  {label:<10}{lines[0]}"
    yield from (f"{'':<12}{line}" for line in lines[1:])


def _alike(findings: Sequence[Finding]) -> Iterator[list[Finding]]:
    """Neighbours that say one thing of several words of one paragraph, together."""
    several: list[Finding] = []
    for finding in findings:
        if several and (finding.evidence or _told(several[0]) != _told(finding)):
            yield several
            several = []
        several.append(finding)
    if several:
        yield several


def _told(finding: Finding) -> tuple[str, ...]:
    place = f"{finding.place.path}:{finding.place.line}"
    seen = "".join(one.text for one in finding.evidence)
    return finding.rule, finding.severity, finding.message, finding.remedy, place, seen


def _finding(several: Sequence[Finding], number: int, brief: Brief, paint: Paint) -> Iterator[str]:
    finding = several[0]
    head = f"{_HEADS[finding.severity]} {number}"
    if len(several) > 1 and len(head) < _LABEL - 3:
        head += f"–{number + len(several) - 1}"
    place = f"{finding.place.path}:{finding.place.line}:{finding.place.column}"
    yield from _headline(head, finding, place, paint)
    # A finding about the brief as a whole has no words of its own.
    if len(several) > 1:
        for at, one in enumerate(several):
            words = " ".join(_words_at(one.place, brief).split())
            yield from said("" if at else "you", Shown(words, ()), paint, "")
    elif finding.place != brief.front.place:
        shown = around(finding.place, brief, most=_most(finding.place))
        yield from said("you", shown, paint, _COLOURS[finding.severity])
    for evidence in finding.evidence[:2]:
        passage = around(evidence.place, brief, most=_most(evidence.place))
        if not passage.text:
            passage = Shown(" ".join(evidence.text.split()), ())
        yield from said("source", passage, paint, "32")
    label, remedy = "do", finding.remedy
    if remedy.startswith("write "):
        label, remedy = "write", remedy.removeprefix("write ")
    yield from _mend(label, remedy, _rule(finding), paint)


def _words_at(place: Place, brief: Brief) -> str:
    """The words of the brief at a place, or of what it embeds."""
    file = file_of(place.path, brief)
    return file.text[place.start : place.end] if file is not None else ""


def _headline(head: str, finding: Finding, place: str, paint: Paint) -> Iterator[str]:
    """The number and what is wrong; the place stands at the right, or on a line of its own."""
    message = _capital(finding.message)
    room = WIDTH - _LABEL
    fits = len(message) + 2 + len(place) <= room
    lines = [message] if fits else textwrap.wrap(message, room) or [""]
    label = paint(f"{head:<{_LABEL}}", _COLOURS[finding.severity])
    first = f"{lines[0]}{place:>{room - len(lines[0])}}" if fits else lines[0]
    yield f"{label}{first}"
    yield from (f"{'':<{_LABEL}}{line}" for line in lines[1:])
    if not fits:
        yield f"{place:>{WIDTH}}"


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _most(place: Place) -> int:
    """How much is shown of a place: little with what stands around it, much by itself."""
    length = place.end - place.start
    return 130 if length <= _FEW else min(length, _MOST)


def said(label: str, shown: Shown, paint: Paint, colour: str) -> Iterator[str]:
    """A label, the words wrapped, and under each line the marks that are on it."""
    lead = f"  {label:<{_LABEL - 2}}"
    for start, end in _wrapped(shown.text, WIDTH - _LABEL):
        yield f"{lead}{shown.text[start:end]}".rstrip()
        lead = " " * _LABEL
        marks = "".join(
            "^" if any(low <= at < high for low, high in shown.marks) else " "
            for at in range(start, end)
        )
        if marks.strip():
            yield f"{lead}{paint(marks.rstrip(), colour)}"


def _wrapped(text: str, width: int) -> Iterator[tuple[int, int]]:
    """The spans of a text's lines, broken at spaces where there are any."""
    at = 0
    while at < len(text):
        end = min(at + width, len(text))
        if end < len(text):
            space = text.rfind(" ", at, end + 1)
            end = space if space > at else end
        yield at, end
        at = end + (text[end : end + 1] == " ")
    if not text:
        yield 0, 0


def _rule(finding: Finding) -> str:
    """Where the source says it, by seed and line, and the rule's name."""
    seeds = dict.fromkeys(f"{one.seed}:{one.place.line}" for one in finding.evidence)
    return f"{', '.join(seeds)} · {finding.rule}" if seeds else finding.rule


def _mend(label: str, remedy: str, rule: str, paint: Paint) -> Iterator[str]:
    lead = f"  {label:<{_LABEL - 2}}"
    lines = textwrap.wrap(remedy, WIDTH - _LABEL) or [""]
    for line in lines[:-1]:
        yield f"{lead}{line}"
        lead = " " * _LABEL
    last = f"{lead}{lines[-1]}"
    if len(last) + 2 + len(rule) <= WIDTH:
        yield f"{last}{' ' * (WIDTH - len(last) - len(rule))}{paint(rule, '2')}"
        return
    yield last
    yield f"{' ' * max(0, WIDTH - len(rule))}{paint(rule, '2')}"
