"""Scores the checker on labelled cases: claims with their documents."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from nutgraf.app.checked import Checked
from nutgraf.app.checking import check_brief
from nutgraf.errors import Fault, Faulty, Usage
from nutgraf.evidence.index import Index
from nutgraf.evidence.pack import index_source
from nutgraf.language.sentences import split
from nutgraf.model import (
    Brief,
    Citation,
    Cite,
    FileText,
    FrontMatter,
    Paragraph,
    Prose,
    Role,
    Run,
    Section,
    Sentence,
    Source,
    Story,
    Text,
    Verdict,
    Words,
)

FLAGGED: frozenset[Verdict] = frozenset({"contradicted", "not found", "partly supported"})
# A finding of these families, at least a warning, flags a claim whatever its verdict.
FAMILIES = frozenset({"support", "numbers", "quotations", "strength", "time"})


@dataclass(frozen=True)
class Case:
    """One claim with its sources, as (id, text, day of publication); `label` 1 is supported."""

    id: str
    claim: str
    sources: tuple[tuple[str, str, date | None], ...]
    label: int | None
    error_type: str | None


@dataclass(frozen=True)
class Told:
    """What the checker says of a case; `verdict` is that of its worst clause."""

    case: Case
    checked: Checked
    verdict: Verdict
    flagged: bool
    rules: tuple[str, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why, in words for people."""
        claims = [reason for claim in self.checked.claims for reason in claim.reasons]
        found = [finding.message for finding in self.checked.findings if finding.rule in self.rules]
        return tuple(dict.fromkeys(claims + found))


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a file of JSON lines. Raises Faulty at the first line that is none."""
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise Usage(f"{path} cannot be read: {error.strerror}", "name a file of cases") from None
    except UnicodeDecodeError as error:
        raise Usage(f"{path} is not UTF-8: {error.reason}", "save it as UTF-8") from None
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _case(path, number, line)


def _case(path: Path, number: int, line: str) -> Case:
    try:
        given = json.loads(line)
        sources = given.get("sources")
        if sources is None:
            sources = [{"id": "document", "text": given["document"]}]
        return Case(
            id=str(given["id"]),
            claim=str(given["claim"]),
            sources=tuple(
                (str(s["id"]), str(s["text"]), _day(s.get("published"))) for s in sources
            ),
            label=given.get("label"),
            error_type=given.get("error_type"),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        hint = (
            'a case is {"id", "claim", "document"} or {"id", "claim", "sources": [{"id", "text"}]}'
        )
        raise Faulty([Fault(str(path), f"this is no case: {error}", hint, number, 1)]) from None


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if value else None


def run(cases: Iterable[Case], progress: Callable[[], None] = lambda: None) -> Iterator[Told]:
    """Each case checked as a brief with one paragraph, which cites all the sources."""
    indexes: dict[tuple[str, date | None], Index] = {}

    def indexed(source: Source) -> Index:
        key = (source.body, source.published)
        if key not in indexes:
            indexes[key] = index_source(source)
        return indexes[key]

    for case in cases:
        checked = check_brief(brief_of(case), indexer=indexed, dated=False)
        progress()
        yield _told(case, checked)


def _told(case: Case, checked: Checked) -> Told:
    rules = tuple(
        dict.fromkeys(
            finding.rule
            for finding in checked.findings
            if finding.family in FAMILIES and finding.severity in ("error", "warning")
        )
    )
    verdicts = [claim.verdict for claim in checked.claims]
    verdict: Verdict = next((one for one in _WORST if one in verdicts), "not checked")
    flagged = bool(rules) or any(one in FLAGGED for one in verdicts)
    return Told(case, checked, verdict, flagged, rules)


_WORST: tuple[Verdict, ...] = (
    "contradicted",
    "partly supported",
    "not found",
    "uncited",
    "not checked",
    "supported",
)


def brief_of(case: Case) -> Brief:
    """A brief that makes the claim of a case, and cites its sources."""
    file = FileText("claim", case.claim)
    place = file.place(0, len(case.claim))
    front = FrontMatter({}, {}, {}, file.place(0, 0), 0)
    cites = tuple(Cite(name, "", place) for name, _, _ in case.sources)
    prose = Prose(case.claim, file, (Run(0, 0, len(case.claim)),))
    sentences = tuple(
        Sentence(case.claim[start:end], start, prose.place(start, end))
        for start, end in split(case.claim)
    )
    citation = Citation(cites, len(case.claim), 0, place)
    words = Words((Text(case.claim, 0),), prose, sentences, (citation,))
    section = Section(Role.POINTS, "Key Points", (Paragraph(words, place),), place)
    return Brief(
        id=case.id,
        path="claim",
        file=file,
        front=front,
        title=case.id,
        date=_published(case) or date.min,
        author=None,
        subject="",
        preheader="",
        format="",
        stories=(Story(None, (section,), place),),
        sources=tuple(name for name, _, _ in case.sources),
        pack=tuple(_source(*source) for source in case.sources),
        stets=(),
        left_out=(),
    )


def _published(case: Case) -> date | None:
    """The day of the latest source, on which the claim is taken to be made."""
    return max((day for _, _, day in case.sources if day), default=None)


def _source(name: str, text: str, published: date | None) -> Source:
    file = FileText(name, text)
    front = FrontMatter({}, {}, {}, file.place(0, 0), 0)
    return Source(name, file, front, "", None, None, published, None, None)


def summary(told: Iterable[Told], seconds: float) -> Mapping[str, Any]:
    """The counts: rates over labelled cases, by error type, and how long a claim took."""
    all_told = list(told)
    wrong = [one for one in all_told if one.case.label == 0]
    right = [one for one in all_told if one.case.label == 1]
    caught = _rate(wrong)
    alarms = _rate(right)
    balanced = None if caught is None or alarms is None else round((caught + 1 - alarms) / 2, 4)
    types: dict[str, list[Told]] = {}
    for one in wrong:
        types.setdefault(one.case.error_type or "none", []).append(one)
    return {
        "n": len(all_told),
        "true_positive_rate": caught,
        "false_alarm_rate": alarms,
        "balanced_accuracy": balanced,
        "by_error_type": {
            name: {"n": len(group), "flagged": _rate(group)}
            for name, group in sorted(types.items())
        },
        "verdicts": dict(sorted(Counter(one.verdict for one in all_told).items())),
        "not_checked": sum(one.verdict == "not checked" for one in all_told),
        "milliseconds_per_claim": round(1000 * seconds / max(len(all_told), 1), 2),
    }


def _rate(told: list[Told]) -> float | None:
    return round(sum(one.flagged for one in told) / len(told), 4) if told else None


def line(told: Told) -> str:
    """One verdict as a line of JSON."""
    return json.dumps(
        {
            "id": told.case.id,
            "flagged": told.flagged,
            "verdict": told.verdict,
            "rules": list(told.rules),
            "reasons": list(told.reasons),
        },
        ensure_ascii=False,
    )


def bench(path: Path, progress: Callable[[], None] = lambda: None) -> tuple[list[Told], float]:
    """Every case of a file judged, and the seconds it took."""
    begun = time.perf_counter()
    told = list(run(read_cases(path), progress))
    return told, time.perf_counter() - begun
