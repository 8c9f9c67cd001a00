"""One statement for the person who verifies it: its words, each source's, and what differs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from nutgraf.evidence.each_source import InSource
from nutgraf.language.bare import bare
from nutgraf.model import Brief, Evidence, Finding, Kind, Matter, Verdict
from nutgraf.report.context import Shown, around, file_of
from nutgraf.report.said import as_said
from nutgraf.report.terminal import WIDTH, Paint, said

LABEL = 11  # the column in which what is said begins
_FEW = 260  # characters of a passage, unless everything is asked for
_SOURCES = 4  # of those that speak of it, unless everything is asked for

KINDS: dict[Kind, str] = {
    "quotations": "a quotation",
    "figures": "a figure",
    "accusations": "an accusation",
    "settled-conflicts": "a conflict that was settled",
}
"""What the kinds are called to people."""

_DIFFERS: dict[Verdict, str] = {
    "contradicted": "differs",
    "partly supported": "in part",
    "not found": "does not say it",
    "uncited": "",
    "not checked": "not comparable",
    "supported": "",
}


def kind_of(matter: Matter) -> str:
    """`a quotation`, `an accusation, a figure`, or `a statement` where it is nothing special."""
    order: tuple[Kind, ...] = ("quotations", "accusations", "figures", "settled-conflicts")
    return ", ".join(KINDS[kind] for kind in order if kind in matter.kinds) or "a statement"


def statement(
    brief: Brief,
    matter: Matter,
    sources: Sequence[InSource],
    findings: Sequence[Finding],
    *,
    everything: bool = False,
    colour: bool = False,
) -> str:
    """The statement beside the sources, in 80 columns; with `everything` in full."""
    paint = Paint(on=colour)
    lines = list(said("you", _words(brief, matter, findings), paint, "1;33"))
    lines += ["", *_sources(brief, sources, paint, everything=everything)]
    if not any(one.passages for one in sources):
        lines += _labelled("source", "no passage of the pack comes near")
    if origins := _origins(sources):
        lines += _labelled("origins", origins)
    for finding in findings:
        lines += _labelled("check", f"{_sentence(finding.message)} ({finding.rule})")
        if finding.remedy:
            lines += _labelled("", finding.remedy)
    lines += _before(matter)
    return "\n".join(lines)


def _words(brief: Brief, matter: Matter, findings: Sequence[Finding]) -> Shown:
    """The statement, with those of its words marked that findings are about."""
    file = file_of(matter.place.path, brief)
    marks = []
    for finding in findings:
        place = finding.place
        if file is None or place.path != file.path or finding.place == matter.place:
            continue
        words = file.text[place.start : place.end]
        at = matter.text.find(words) if words else -1
        if at >= 0 and len(words) < len(matter.text):
            marks.append((at, at + len(words)))
    return Shown(matter.text, tuple(marks))


def _sources(
    brief: Brief, sources: Sequence[InSource], paint: Paint, *, everything: bool
) -> Iterator[str]:
    seen: set[str] = set()
    shown = sources if everything else sources[:_SOURCES]
    for one in shown:
        how = _DIFFERS[one.verdict]
        for passage in one.passages:
            yield from _passage(brief, one, passage, how, seen, paint=paint, everything=everything)
        if not one.passages:
            yield from _labelled(one.source, "does not say it")
        for reason in one.reasons:
            yield from _labelled("", f"{how or 'differs'}: {reason}")
    if len(shown) < len(sources):
        yield from _labelled("", f"{len(sources) - len(shown)} more sources speak of it: ?")


def _passage(
    brief: Brief,
    one: InSource,
    passage: Evidence,
    how: str,
    seen: set[str],
    *,
    paint: Paint,
    everything: bool,
) -> Iterator[str]:
    label = f"{one.source}:{passage.place.line}"
    words = bare(passage.text)
    if words in seen:
        yield from _labelled(label, "same words")
        return
    seen.add(words)
    length = passage.place.end - passage.place.start
    if everything:
        text = around(passage.place, brief, most=length + 600)
    else:
        text = Shown(textwrap.shorten(" ".join(passage.text.split()), _FEW, placeholder=" …"), ())
    if not text.text:
        text = Shown(" ".join(passage.text.split()), ())
    if len(label) > LABEL - 3:
        yield f"  {label}{f'  ({how})' if how else ''}"
        label = ""
    yield from said(label, text, paint, "32")


def _origins(sources: Sequence[InSource]) -> str:
    """`AP (fox, cards) · Washington Post (rewrite)`."""
    found: dict[str, list[str]] = {}
    for one in sources:
        if one.origin:
            found.setdefault(one.origin, []).append(one.source)
    return " · ".join(f"{origin} ({', '.join(names)})" for origin, names in found.items())


def _before(matter: Matter) -> Iterator[str]:
    """What was said of it, and what has changed since."""
    stale = matter.stale
    if stale is not None:
        where = f"in {stale.source}" if stale.source else "here"
        yield from _labelled("was", f"verified {where} as: {stale.was}")
        yield from _labelled("now", stale.now or "nothing like it is there")
    for word in matter.said:
        yield from _labelled("said", as_said(word))


def _labelled(label: str, text: str) -> Iterator[str]:
    lead = f"  {label:<{LABEL - 2}}"
    if len(label) > LABEL - 3:
        yield f"  {label}"
        lead = " " * LABEL
    for line in textwrap.wrap(text, WIDTH - LABEL) or [""]:
        yield f"{lead}{line}".rstrip()
        lead = " " * LABEL


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def listed(matters: Iterable[tuple[int, Matter]]) -> Iterator[str]:
    """A line for each statement: its number, its state, why it is asked for, where, the words."""
    for number, matter in matters:
        place = f"{matter.place.path}:{matter.place.line}"
        words = textwrap.shorten(" ".join(matter.text.split()), 200, placeholder=" …")
        yield f"{number:>3}  {matter.state:<12}{kind_of(matter)} · {place}"
        yield from textwrap.wrap(
            words, WIDTH, initial_indent=" " * 5, subsequent_indent=" " * 5, max_lines=2,
            placeholder=" …",
        )  # fmt: skip
