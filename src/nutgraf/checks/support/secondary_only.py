"""secondary-only: a document that is described from reports, and that nobody here has read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.differing import of_facts
from nutgraf.checks.published import published_prose
from nutgraf.checks.rule import Example, Found, Rule

# What one document is called in news; a court paper is a filing in one line and a declaration in
# the next. A `report` is as often a newspaper's, and is left out.
_KINDS = (
    ("the filing", "filing declaration affidavit complaint motion lawsuit"),
    ("the ruling", "ruling judgment judgement"),
    ("the study", "study survey paper"),
    ("the letter", "letter memo memorandum"),
    ("the audit", "audit"),
    ("the indictment", "indictment"),
    ("the transcript", "transcript"),
)
_SAYS = (
    r"(?:sa(?:ys|id)|states?d?|found|finds|shows?|showed|argue[sd]?|alleges?d?|claims?(?:ed)?"
    r"|concludes?d?|reveal(?:s|ed)|warn(?:s|ed)|describe[sd]|estimate[sd])"
)
_READ = re.compile(
    r"\b(?:we|nobody here|no one here)\b[^.]{0,60}\b(?:not (?:seen|read)|read|seen)\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Found]:
    if any(one.source.kind == "primary" for one in case.pack.sources.values()):
        return
    admitted = [
        prose.text[found.start() : found.end() + 80]
        for prose in published_prose(case.brief)
        for found in _READ.finditer(prose.text)
    ]
    said = " ".join(judged.statement.text.lower() for judged in of_facts(case))
    for name, nouns in _KINDS:
        if not any(noun in said for noun in nouns.split()):
            continue
        described = _described(nouns)
        if any(re.search(rf"\b(?:{'|'.join(nouns.split())})s?\b", text) for text in admitted):
            continue
        yield from _first(case, name, described)


def _described(nouns: str) -> re.Pattern[str]:
    noun = f"(?:{'|'.join(nouns.split())})"
    return re.compile(
        rf"\b(?:according to|in|per) (?:an? |the |its |that |this )(?:[\w’'-]+ ){{0,3}}{noun}\b"
        rf"|\b(?:an?|the|its|that|this|one) (?:[\w’'-]+ ){{0,3}}{noun}\b[^.;]{{0,140}}?\b{_SAYS}\b",
        re.IGNORECASE,
    )


def _first(case: Case, name: str, described: re.Pattern[str]) -> Iterator[Found]:
    for judged in of_facts(case):
        found = described.search(judged.statement.text)
        if found is None or not case.pack.sources:
            continue
        at = judged.statement.start
        low, high = found.span()
        yield Found(
            judged.statement.prose.place(at + low, at + high),
            f"{name} is described from reports; has nobody here read it?",
            "add it as a source of kind primary, or tell readers that you have not read it",
            claim=judged.claim.id,
        )
        return


_REPORT = (
    "---\ntitle: Bats in the tower\nkind: news\n---\n"
    "A study found that bats sleep in the bell tower. The parish will keep it dark.\n"
)

RULE = Rule(
    name="secondary-only",
    family="support",
    severity="note",
    decided="cue",
    law="What a brief says of a document, somebody has read in the document, or readers are told "
    "that nobody has.",
    why="A filing that is known from reports alone is known as the reporters understood it.",
    bad=Example(
        "---\ntitle: The bats\ndate: 2025-03-07\n---\n"
        "## Summary\n\nA study found that bats sleep in the bell tower. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The bats\ndate: 2025-03-07\n---\n"
        "## Summary\n\nA study found that bats sleep in the bell tower. [@report] "
        "We have not read the study.\n",
        {"report": _REPORT},
    ),
    check=check,
)
