"""The check sheet for the second reader: one HTML file that asks nothing of the network.

Each claim stands beside the source's words in their context, the verdict and the findings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files
from itertools import groupby

from nutgraf.model import Brief, Claim, Evidence, Finding, Verdict
from nutgraf.report.context import file_of
from nutgraf.report.origins import line as origins_line
from nutgraf.report.origins import of_claim
from nutgraf.report.said import as_said
from nutgraf.report.summary import counts, line, many, state
from nutgraf.report.told import Told

VERDICTS: Mapping[Verdict, str] = {
    "supported": "matches",
    "partly supported": "matches in part",
    "contradicted": "differs",
    "not found": "not in this pack",
    "uncited": "no source given",
    "not checked": "not comparable",
}
"""What the verdicts are called to people."""

_KINDS: Mapping[Verdict, str] = {
    "supported": "match",
    "partly supported": "part",
    "contradicted": "differ",
    "not found": "open",
    "uncited": "open",
    "not checked": "not",
}
_FILTERS = (
    ("all", "All"),
    ("found", "With findings"),
    ("differ", "Differ"),
    ("open", "Unsourced"),
    ("not", "Not comparable"),
    ("match", "Match"),
)
_HOW = {"error": "Fix", "warning": "Settle", "note": "Note"}
_NO_ROOM = frozenset(["title", "subject", "preheader"])  # for a citation
_CODE = re.compile(r"`([^`]+)`")
_AROUND = 220  # characters of the source before and behind the passage
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"


def report(checked: Iterable[Told]) -> str:
    """The sheet of one brief, or of several one after the other."""
    briefs = list(checked)
    title = briefs[0].brief.title if len(briefs) == 1 else many(len(briefs), "brief")
    claims = [claim for told in briefs for claim in told.claims]
    body = "\n".join(_brief(told, number) for number, told in enumerate(briefs, 1))
    data = files("nutgraf.report")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>Check sheet: {escape(title)}</title>\n"
        f"<style>\n{data.joinpath('sheet.css').read_text('utf-8')}</style>\n</head>\n"
        f'<body>\n<main class="page">\n{_controls_after(body, briefs, claims)}\n'
        "<footer>A verdict says what the pack says of a claim, and is no person’s word. "
        "“Not in this pack” does not mean false.</footer>\n</main>\n"
        f"<script>\n{data.joinpath('sheet.js').read_text('utf-8')}</script>\n</body>\n</html>\n"
    )


def _controls_after(
    body: str,
    briefs: Sequence[Told],
    claims: Sequence[Claim],
) -> str:
    """The controls stand behind the first header, so that what they filter follows."""
    kinds = Counter(
        _kinds(claim, _of_claim(claim, told.findings)) for told in briefs for claim in told.claims
    )
    numbers = {
        name: sum(count for told, count in kinds.items() if name == "all" or name in told.split())
        for name, _ in _FILTERS
    }
    buttons = "".join(
        f'<button type="button" data-show="{name}" aria-pressed="{str(name == "all").lower()}">'
        f"{label} <b>{numbers[name]}</b></button>"
        for name, label in _FILTERS
        if name == "all" or numbers[name]
    )
    controls = (
        f'<nav aria-label="Filter">{buttons}'
        '<input type="search" placeholder="Search" aria-label="Search claims and sources">'
        f'<span class="keys"><span id="told" role="status">{len(claims)} of {len(claims)} shown'
        "</span> · <kbd>j</kbd> <kbd>k</kbd> next, previous · <kbd>/</kbd> search</span></nav>"
    )
    head, end, rest = body.partition("</header>")
    return f"{head}{end}\n{controls}{rest}"


def _brief(told: Told, number: int) -> str:
    found, claims = told.findings, told.claims
    lines = [_header(told)]
    placed = {id(one) for claim in claims for one in _of_claim(claim, found)}
    wide = [one for one in found if id(one) not in placed]
    if wide:
        shown = "".join(_finding(one) for one in wide)
        lines.append(f'<h2>The brief as a whole</h2>\n<div class="brief-wide">{shown}</div>')
    for role, own in groupby(claims, key=lambda claim: str(claim.role)):
        rows = "\n".join(_row(claim, _of_claim(claim, found), told, number) for claim in own)
        lines.append(f"<section>\n<h2>{escape(role)}</h2>\n{rows}\n</section>")
    return "\n".join(lines)


def _header(told: Told) -> str:
    brief, found = told.brief, told.findings
    mark = "state wrong" if counts(told.claims, found)["errors"] else "state"
    rest = line(told.claims, found, told.origins).partition(" · ")[2]
    origins = f"\n<p>Origins: {escape(origins_line(told.origins))}</p>" if told.origins else ""
    return (
        f'<header>\n<p class="kicker">Check sheet</p>\n<h1>{escape(brief.title)}</h1>\n'
        f'<p><span class="{mark}">{state(found)}</span> {escape(rest)}</p>\n'
        f'<p class="path">{escape(brief.path)} · {brief.date.isoformat()}</p>{origins}\n</header>'
    )


def _of_claim(claim: Claim, found: Sequence[Finding]) -> list[Finding]:
    """The findings of a claim, and those whose place lies in its words."""
    place = claim.place
    return [
        one
        for one in found
        if one.claim == claim.id
        or (
            one.claim is None
            and one.place.path == place.path
            and place.start <= one.place.start < max(place.end, place.start + 1)
        )
    ]


def _kinds(claim: Claim, found: Sequence[Finding]) -> str:
    kind = _KINDS[claim.verdict]
    names = [kind, "differ"] if kind == "part" else [kind]
    if any(one.stet is None for one in found):
        names.append("found")
    return " ".join(names)


def _row(claim: Claim, found: Sequence[Finding], told: Told, number: int) -> str:
    place, brief = claim.place, told.brief
    name = f"b{number}-{claim.id}"
    return (
        f'<article class="row {_KINDS[claim.verdict]}{_worst(found)}" id="{name}" tabindex="0" '
        f'data-kinds="{_kinds(claim, found)}" aria-label="Claim {escape(claim.id)}">\n'
        f'<div class="claim"><p>{_marked(claim, found, brief)}</p>'
        f'<span class="where"><span class="tick"></span><a href="#{name}">{escape(claim.id)}</a> · '
        f"{escape(place.path)}:{place.line}{_cites(claim)}</span></div>\n"
        f'<div class="source">{_sources(claim, found, brief)}</div>\n'
        f'<div><p class="verdict">{VERDICTS[claim.verdict].capitalize()}{_reasons(claim)}'
        f"{_carried(claim, told)}{_verified(claim)}</p>"
        f"{''.join(_finding(one) for one in found)}</div>\n</article>"
    )


def _worst(found: Sequence[Finding]) -> str:
    """What a matching claim is marked with all the same."""
    severities = {one.severity for one in found if one.stet is None}
    return " fix" if "error" in severities else " settle" if "warning" in severities else ""


def _cites(claim: Claim) -> str:
    if claim.role in _NO_ROOM:
        return ""
    return f" · cites {escape(', '.join(claim.cites))}" if claim.cites else " · cites none"


def _reasons(claim: Claim) -> str:
    return f"<small>{escape('; '.join(claim.reasons))}</small>" if claim.reasons else ""


def _verified(claim: Claim) -> str:
    return f"<small>{escape(as_said(claim.verified))}</small>" if claim.verified else ""


def _carried(claim: Claim, told: Told) -> str:
    carried = of_claim(claim, told.origins)
    return f"<small>{escape(carried)}</small>" if carried else ""


def _marked(claim: Claim, found: Sequence[Finding], brief: Brief) -> str:
    """The claim with the words of its findings marked, where they are only a part of it."""
    file = file_of(claim.place.path, brief)
    text = escape(claim.text)
    for one in found:
        if file is None or one.place.end - one.place.start >= claim.place.end - claim.place.start:
            continue
        words = escape(" ".join(file.text[one.place.start : one.place.end].split()))
        if words:
            text = text.replace(words, f"<mark>{words}</mark>", 1)
    return text


def _sources(claim: Claim, found: Sequence[Finding], brief: Brief) -> str:
    evidence = list(claim.evidence)
    evidence += [one for finding in found for one in finding.evidence if not _within(one, evidence)]
    if not evidence:
        return '<span class="none">No passage of the pack comes near.</span>'
    marks = [one for finding in found for one in finding.evidence]
    return "".join(_passage(one, marks, brief) for one in evidence[:3])


def _within(one: Evidence, others: Sequence[Evidence]) -> bool:
    return any(
        other.place.path == one.place.path
        and other.place.start <= one.place.start
        and one.place.end <= other.place.end
        for other in others
    )


def _passage(evidence: Evidence, marks: Sequence[Evidence], brief: Brief) -> str:
    """A passage within what stands around it, and in it the words that a finding shows."""
    place = evidence.place
    file = file_of(place.path, brief)
    if file is None:
        shown = f'<span class="passage">{escape(evidence.text)}</span>'
    else:
        low, high = _context(file.text, place.start, place.end)
        inside = "".join(_pieces(file.text, evidence, marks))
        before, after = file.text[low : place.start], file.text[place.end : high]
        shown = f'{escape(before)}<span class="passage">{inside}</span>{escape(after)}'
    return (
        f"<blockquote>{shown.strip()}</blockquote>"
        f'<span class="seed">{escape(evidence.seed)}:{place.line}</span>'
    )


def _context(text: str, start: int, end: int) -> tuple[int, int]:
    """The paragraph around a span, as far as a reader wants to see it."""
    low = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    stop = text.find("\n", end)
    high = min(len(text) if stop < 0 else stop, end + _AROUND)
    while low > 0 and low < start and not text[low - 1].isspace():
        low += 1
    while end < high < len(text) and not text[high].isspace():
        high -= 1
    return low, high


def _pieces(text: str, evidence: Evidence, marks: Sequence[Evidence]) -> Iterator[str]:
    at, end = evidence.place.start, evidence.place.end
    spans = sorted(
        (one.place.start, one.place.end)
        for one in marks
        if one.place.path == evidence.place.path
        and at <= one.place.start < one.place.end <= end
        and one.place.end - one.place.start < end - at
    )
    for low, high in spans:
        if low < at:
            continue
        yield f"{escape(text[at:low])}<mark>{escape(text[low:high])}</mark>"
        at = high
    yield escape(text[at:end])


def _finding(finding: Finding) -> str:
    how = _HOW[finding.severity]
    if finding.stet is not None:
        return (
            f'<div class="finding stet"><span class="how">Let stand</span>'
            f"<b>{_sentence(finding.message)}</b><p>{escape(finding.stet.reason)}</p>"
            f"<code>{escape(finding.rule)}</code></div>"
        )
    return (
        f'<div class="finding {finding.severity}"><span class="how">{how}</span>'
        f"<b>{_sentence(finding.message)}</b><p>{_sentence(finding.remedy)}</p>"
        f"<code>{escape(finding.rule)}</code></div>"
    )


def _sentence(text: str) -> str:
    return _CODE.sub(r"<code>\1</code>", escape(f"{text[:1].upper()}{text[1:]}"))
