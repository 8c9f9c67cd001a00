"""quote-misattributed: the words are real, and somebody else’s."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.heard import Heard, Witness, evidence
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.language.speakers import Agreement, speakers_agree


def check(case: Case) -> Iterator[Found]:
    for heard in case.quotations:
        if not heard.speaker or heard.best is None:
            continue
        told = [
            (one, agreement)
            for one in heard.witnesses
            if (agreement := _agreement(case, heard, one))
        ]
        if any(one.answer == "unknown" for _, one in told):
            continue
        same = [(witness, one) for witness, one in told if one.answer == "same"]
        if same:
            yield from _organisation(case, heard, same)
        elif told:
            yield _differs(case, heard, *told[0])


def _agreement(case: Case, heard: Heard, witness: Witness) -> Agreement | None:
    """Whether a source that has the words gives them to the claimed speaker; None if it has not."""
    if witness.quoted is None or witness.comparison.wording in ("different", "spliced"):
        return None
    body = case.pack.sources[witness.source.casefold()].source.body
    return speakers_agree(heard.speaker, witness.quoted, body)


def _differs(case: Case, heard: Heard, witness: Witness, agreement: Agreement) -> Found:
    quoted = witness.quoted
    assert quoted is not None
    name = quoted.speaker.name if quoted.speaker is not None else ""
    told = f"{witness.source} gives these words to {name}" if name else ""
    if agreement.why == "hearer":
        told = f"{heard.speaker} is whom it was said to; {name} said it"
    return Found(
        heard.speaker_place,
        told or f"{witness.source} does not give these words to {heard.speaker}",
        f"write {name}" if name else "name the speaker that the source names",
        (evidence(case.pack, witness),),
    )


def _organisation(
    case: Case, heard: Heard, same: list[tuple[Witness, Agreement]]
) -> Iterator[Found]:
    """An organisation for the person who spoke for it: name the person."""
    for witness, agreement in same:
        quoted = witness.quoted
        if agreement.why != "organisation" or quoted is None or quoted.speaker is None:
            return
        name = quoted.speaker.name
        if not name[:1].isupper() or name.casefold() == heard.speaker.casefold():
            return
    witness = same[0][0]
    assert witness.quoted is not None and witness.quoted.speaker is not None  # noqa: PT018
    name = witness.quoted.speaker.name
    yield Found(
        heard.speaker_place,
        f"{name} said this for {heard.speaker}",
        f"name the person: {name}",
        (evidence(case.pack, witness),),
        severity="note",
    )


_REPORT = (
    "---\ntitle: The ferry pier\n---\n"
    "“The pier was never meant to carry lorries,” said Hanna Roth, an engineer. "
    "Harbour master Piet Maas ordered it closed.\n"
)

RULE = Rule(
    name="quote-misattributed",
    family="quotations",
    severity="error",
    decided="code",
    law="A quotation is given to the one who said it.",
    why="Words in the wrong mouth have to be corrected by name.",
    bad=Example(
        "---\ntitle: The pier\ndate: 2025-03-07\n---\n"
        "## Quotes\n\n> “The pier was never meant to carry lorries.” "
        "— Piet Maas, harbour master [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The pier\ndate: 2025-03-07\n---\n"
        "## Quotes\n\n> “The pier was never meant to carry lorries.” "
        "— Hanna Roth, engineer [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
