"""Rules × case -> findings: selection, severity, precedence, stets, a stable order."""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from nutgraf import checks
from nutgraf.checks.case import Case
from nutgraf.checks.precedence import PRECEDENCE, Contest
from nutgraf.checks.rule import Found, Outcome, Rule
from nutgraf.checks.standing import with_stet
from nutgraf.language.typography import fold
from nutgraf.model import Finding, Place, Role, Severity, Stet, Stood

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of the package `checks`, by family and name: each module that has a RULE."""
    return tuple(rule for family in _families() for rule in _rules_of(family))


@cache
def _families() -> tuple[str, ...]:
    """The names of the families, which are the packages of `checks`, in alphabetical order."""
    return tuple(sorted(one.name for one in pkgutil.iter_modules(checks.__path__) if one.ispkg))


@cache
def _rules_of(family: str) -> tuple[Rule, ...]:
    """The rules of one family by name; nothing of the others is loaded."""
    package = importlib.import_module(f"{checks.__name__}.{family}")
    modules = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    found = [getattr(importlib.import_module(one.name), "RULE", None) for one in modules]
    return tuple(sorted((one for one in found if isinstance(one, Rule)), key=lambda one: one.name))


def known_names() -> tuple[str, ...]:
    """The names of every rule, its aliases and its family, in alphabetical order."""
    rules = all_rules()
    names = {name for rule in rules for name in (rule.name, rule.family, *rule.aliases)}
    return tuple(sorted(names))


def selected(select: Collection[str] = (), ignore: Collection[str] = ()) -> tuple[Rule, ...]:
    """The rules whose name, alias or family is in `select` (all, if empty) and not in `ignore`."""
    asked = set(select)
    families = [family for family in _families() if family in asked]
    known = all_rules() if asked - set(families) or not asked else map(_rules_of, families)
    rules = known if isinstance(known, tuple) else chain.from_iterable(known)
    return tuple(
        rule
        for rule in rules
        if (not select or _names(rule) & set(select)) and not _names(rule) & set(ignore)
    )


def _names(rule: Rule) -> set[str]:
    return {rule.name, rule.family, *rule.aliases}


def findings(
    case: Case,
    rules: Collection[Rule],
    severities: Mapping[str, str] | None = None,
    stood: Stood | None = None,
) -> tuple[Finding, ...]:
    """What the rules find in a case, worst first, then in the order of the files.

    `severities` gives a rule another severity than its own, or `off`. Of several rules that see
    one fault, one speaks. A finding that a reasoned stet is for carries it, unless that stet
    `stood` by other words before.
    """
    given = severities or {}
    asked = [rule for rule in rules if _given(rule, given) != "off"]
    told = [_Told(rule, fault) for rule in asked for fault in rule.check(case)]
    told = _spoken(told)
    stets = [_stet(one, case) for one in told]
    outcome = _outcome(asked, [stet for stet in stets if stet is not None])
    for rule in asked:
        if rule.afterwards is not None:
            later = [_Told(rule, fault) for fault in rule.afterwards(case, outcome)]
            told += later
            stets += [_stet(one, case) for one in later]
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for one, stet in zip(told, stets, strict=True):
        words = one.fault.about or _words_at(case, one.fault)
        seen[one.rule.name, words] += 1
        named = f"{one.rule.name}\0{words}\0{seen[one.rule.name, words]}"
        made = _finding(one, _given(one.rule, given), named)
        if made.severity == "error" and _is_private(case, made.place):
            made = replace(made, severity="warning")
        found.append(made if stet is None else with_stet(made, stet, case, stood or {}))
    return tuple(sorted(found, key=_order))


@dataclass(frozen=True, slots=True)
class _Told:
    rule: Rule
    fault: Found


def _given(rule: Rule, severities: Mapping[str, str]) -> str | None:
    """The severity that the settings give a rule, by its name, an alias or its family."""
    names = (rule.name, *rule.aliases, rule.family)
    return next((severities[name] for name in names if name in severities), None)


# --- one fault, one finding ----------------------------------------------------------------------


def _spoken(told: Sequence[_Told]) -> list[_Told]:
    """The findings without those whose fault a more telling one tells, and without repeats."""
    silent: set[int] = set()
    for contest in PRECEDENCE:
        for at in _beaten(contest, told, silent):
            silent.add(at)
    kept: dict[tuple[str, Place, str], _Told] = {}
    for at, one in enumerate(told):
        if at not in silent:
            kept.setdefault((one.rule.name, one.fault.place, one.fault.about), one)
    return list(kept.values())


def _beaten(contest: Contest, told: Sequence[_Told], silent: set[int]) -> Iterator[int]:
    ranks = {name: rank for rank, name in enumerate(contest.rules)}
    entered = sorted(
        (ranks[one.rule.name], at)
        for at, one in enumerate(told)
        if one.rule.name in ranks and at not in silent and not one.fault.about
    )
    standing: list[tuple[int, int]] = []
    for rank, at in entered:
        if any(
            better < rank and _is_one(contest, told[other].fault, told[at].fault)
            for better, other in standing
        ):
            yield at
        else:
            standing.append((rank, at))


def _is_one(contest: Contest, one: Found, other: Found) -> bool:
    if contest.over == "claim":
        return one.claim is not None and one.claim == other.claim
    return _overlap(one.place, other.place)


def _overlap(one: Place, other: Place) -> bool:
    return (
        one.path == other.path
        and one.start < max(other.end, other.start + 1)
        and other.start < max(one.end, one.start + 1)
    )


# --- stets ---------------------------------------------------------------------------------------


def _stet(one: _Told, case: Case) -> Stet | None:
    """The first reasoned stet that is for a finding, the nearest before those of the brief."""
    fitting = [
        stet
        for stet in case.brief.stets
        if one.rule.is_called(stet.rule)
        and stet.reason
        and (stet.covers is None or _overlap(stet.covers, one.fault.place))
    ]
    return min(fitting, key=lambda stet: stet.covers is None, default=None)


def _outcome(asked: Sequence[Rule], used: Sequence[Stet]) -> Outcome:
    return Outcome(
        used=frozenset(stet.place for stet in used),
        ran=frozenset(name for rule in asked for name in (rule.name, *rule.aliases)),
        known=frozenset(name for rule in all_rules() for name in (rule.name, *rule.aliases)),
    )


# --- findings ------------------------------------------------------------------------------------


def _finding(one: _Told, given: str | None, named: str) -> Finding:
    rule, fault = one.rule, one.fault
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
        offers=fault.offers,
    )


def _is_private(case: Case, place: Place) -> bool:
    """Whether it stands in notes, which are never sent: nothing there must hold a brief up."""
    return any(
        _overlap(block.place, place)
        for story in case.brief.stories
        for section in story.sections
        if section.role is Role.NOTES
        for block in section.blocks
    )


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
