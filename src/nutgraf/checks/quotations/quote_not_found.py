"""quote-not-found: words in quotation marks that no source carries so."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.heard import Heard, evidence
from nutgraf.checks.rule import Example, Found, Rule

_FEW = 3  # words; so few, and with nobody named, are the writer's own marks or a title


def check(case: Case) -> Iterator[Found]:
    if not case.pack.sources:
        return
    for heard in case.quotations:
        best = heard.best
        if best is None or _is_title(heard):
            continue
        if best.honest and not best.cited:
            yield Found(
                heard.place,
                f"{_cited(heard)} does not have these words; {best.source} has",
                f"cite [@{best.source}]",
                (evidence(case.pack, best),),
            )
        elif best.comparison.wording == "different" and _is_speech(heard):
            yield Found(
                heard.place,
                "these words stand in no source of the pack",
                "quote to the letter, or say it without quotation marks",
            )


def _is_speech(heard: Heard) -> bool:
    return bool(heard.block or heard.speaker or len(heard.words.split()) > _FEW)


def _is_title(heard: Heard) -> bool:
    """Whether the marks stand around the name of a work: every long word with a capital."""
    words = [word for word in heard.words.split() if len(word) > 3]
    few = len(heard.words.split()) <= 12 and not heard.words.endswith((".", "!", "?", ","))
    return heard.block is None and few and bool(words) and all(w[0].isupper() for w in words)


def _cited(heard: Heard) -> str:
    return " and ".join(heard.cites)


_REPORT = (
    "---\ntitle: The baths\n---\n"
    "“We will reopen the baths when the roof is safe,” said Ines Varga, the engineer.\n"
)

RULE = Rule(
    name="quote-not-found",
    family="quotations",
    severity="error",
    decided="code",
    law="Words in quotation marks stand in a source to the letter.",
    why="Quotation marks promise the reader that these were the words.",
    bad=Example(
        "---\ntitle: The baths\ndate: 2025-03-07\n---\n"
        "## Quotes\n\n> “Nobody will swim here before summer.” — Ines Varga, engineer [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The baths\ndate: 2025-03-07\n---\n"
        "## Quotes\n\n> “We will reopen the baths when the roof is safe.” "
        "— Ines Varga, engineer [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
