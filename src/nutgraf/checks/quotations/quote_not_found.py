"""quote-not-found: words in quotation marks that no source carries so."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.anchors import read_anchors


def check(case: Case) -> Iterator[Found]:
    if not case.pack:
        return
    for statement, claim in zip(case.statements, case.claims, strict=True):
        for anchor in read_anchors(statement, case.pack):
            if anchor.kind != "quotation" or anchor.evidence is not None:
                continue
            place = statement.prose.place(anchor.start, anchor.end)
            if anchor.elsewhere is not None:
                seed = anchor.elsewhere.seed
                message = f"these words are not in the source cited; {seed} has them"
                yield Found(place, message, f"cite {seed}", (anchor.elsewhere,), claim.id)
            else:
                where = "the source cited" if statement.cites else "any source of the pack"
                yield Found(
                    place,
                    f"these words do not stand so in {where}",
                    "quote to the letter, or say it without quotation marks",
                    (),
                    claim.id,
                )


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
        "## Quotes\n\n> “We will reopen them by summer.” — Ines Varga, engineer [@report]\n",
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
