"""Rules × case -> findings: selection, severity, stets, a stable order."""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from nutgraf import checks
from nutgraf.checks.case import Case
from nutgraf.checks.rule import Found, Rule
from nutgraf.language.typography import fold
from nutgraf.model import Finding, Severity, Stet

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of the package `checks`, by family and name: each module that has a RULE."""
    found: list[Rule] = []
    for module in pkgutil.walk_packages(checks.__path__, f"{checks.__name__}."):
        rule = getattr(importlib.import_module(module.name), "RULE", None)
        if isinstance(rule, Rule):
            found.append(rule)
    return tuple(sorted(found, key=lambda rule: (rule.family, rule.name)))


def selected(select: Collection[str] = (), ignore: Collection[str] = ()) -> tuple[Rule, ...]:
    """The rules whose name or family is in `select` (all, if empty) and not in `ignore`."""
    return tuple(
        rule
        for rule in all_rules()
        if (not select or {rule.name, rule.family} & set(select))
        and not {rule.name, rule.family} & set(ignore)
    )


def findings(
    case: Case, rules: Collection[Rule], severities: Mapping[str, str] | None = None
) -> tuple[Finding, ...]:
    """What the rules find in a case, worst first, then in the order of the files.

    `severities` gives a rule another severity than its own, or `off`. A finding that a reasoned
    stet is for carries it.
    """
    given = severities or {}
    found: list[Finding] = []
    seen: Counter[tuple[str, str]] = Counter()
    for rule in rules:
        if given.get(rule.name) == "off":
            continue
        for fault in rule.check(case):
            words = _words_at(case, fault)
            seen[rule.name, words] += 1
            named = f"{rule.name}\0{words}\0{seen[rule.name, words]}"
            found.append(_finding(rule, fault, given.get(rule.name), named, case))
    return tuple(sorted(found, key=_order))


def _finding(rule: Rule, fault: Found, given: str | None, named: str, case: Case) -> Finding:
    severity = next(
        (known for known in SEVERITIES if known == given), fault.severity or rule.severity
    )
    return Finding(
        rule=rule.name,
        family=rule.family,
        severity=severity,
        message=fault.message,
        remedy=fault.remedy,
        place=fault.place,
        fingerprint=hashlib.sha256(named.encode()).hexdigest()[:16],
        claim=fault.claim,
        evidence=fault.evidence,
        stet=next(_stets(rule, fault, case), None),
    )


def _stets(rule: Rule, fault: Found, case: Case) -> Iterator[Stet]:
    for stet in case.brief.stets:
        if stet.rule != rule.name or not stet.reason:
            continue
        covers = stet.covers
        if covers is None or (
            covers.path == fault.place.path
            and covers.start < max(fault.place.end, fault.place.start + 1)
            and fault.place.start < covers.end
        ):
            yield stet


def _words_at(case: Case, fault: Found) -> str:
    """The words a finding is about, folded, so that its fingerprint survives edits elsewhere."""
    for file in (case.brief.file, *case.brief.embedded):
        if file.path == fault.place.path:
            return fold(file.text[fault.place.start : fault.place.end], case=True).text
    return fault.message


def _order(finding: Finding) -> tuple[int, str, int, int, str, str]:
    place = finding.place
    return (
        SEVERITIES.index(finding.severity),
        place.path,
        place.start,
        place.end,
        finding.rule,
        finding.message,
    )
