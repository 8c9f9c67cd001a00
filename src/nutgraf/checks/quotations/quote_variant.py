"""quote-variant: two sources print one quotation differently."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.heard import HONEST, Heard, Witness, evidence
from nutgraf.checks.rule import Example, Found, Rule

_LEAST = 5  # words; shorter ones are alike by chance
_LIKE = 0.75


def check(case: Case) -> Iterator[Found]:
    for heard in case.quotations:
        best = heard.best
        if best is None or not best.honest or best.quoted is None:
            continue
        other = next((one for one in heard.witnesses if _is_variant(heard, best, one)), None)
        if other is not None:
            yield Found(
                heard.place,
                f"{best.source} and {other.source} print these words differently",
                "take the wording of the source closest to the speaker, or paraphrase",
                (evidence(case.pack, best), evidence(case.pack, other)),
            )


_KINDS = frozenset(["replaced", "added", "dropped"])


def _is_variant(heard: Heard, best: Witness, other: Witness) -> bool:
    compared = other.comparison
    return (
        other.source != best.source
        and other.quoted is not None
        and compared.wording == "altered"
        and compared.wording not in HONEST
        and compared.similarity >= _LIKE
        and len(heard.words.split()) >= _LEAST
        and any(change.kind in _KINDS for change in compared.changes)
    )


_REPORT = (
    "---\ntitle: The market\n---\n"
    "“Nobody in this town wants the old market gone,” said Ida Brandt, a grocer.\n"
)
_OTHER = (
    "---\ntitle: The market stays\n---\n"
    "“Nobody in this town wants the old market hall gone,” grocer Ida Brandt said.\n"
)

RULE = Rule(
    name="quote-variant",
    family="quotations",
    severity="note",
    decided="code",
    law="Where sources print one quotation differently, the editor chooses the wording.",
    why="One of the two is not what was said; a recording or the document would tell.",
    bad=Example(
        "---\ntitle: The market\ndate: 2025-03-07\nsources: [gazette, courier]\n---\n"
        "## Quotes\n\n> “Nobody in this town wants the old market gone.” "
        "— Ida Brandt, grocer [@gazette; @courier]\n",
        {"gazette": _REPORT, "courier": _OTHER},
    ),
    good=Example(
        "---\ntitle: The market\ndate: 2025-03-07\nsources: [gazette, courier]\n---\n"
        "## Summary\n\nNobody in town wants the old market gone, said Ida Brandt, a grocer. "
        "[@gazette; @courier]\n",
        {"gazette": _REPORT, "courier": _OTHER},
    ),
    check=check,
)
