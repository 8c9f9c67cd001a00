"""dangling-cite: a citation that leads out of the pack."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.published import published_words
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.model import Cite


def check(case: Case) -> Iterator[Found]:
    pack = {source.id.casefold() for source in case.brief.pack}
    used: set[str] = set()
    for words in published_words(case.brief):
        for citation in words.citations:
            for cite in citation.cites:
                used.add(cite.id.casefold())
                if cite.id.casefold() not in pack and "#" not in cite.id:
                    yield _outside(cite, case)
    # A brief that cites nothing at all has another fault than a source too many; so has one that
    # does not cite what it has from a source.
    leant_on = {
        name.casefold()
        for judged in case.claims
        if not judged.claim.cites
        for name in judged.claim.carried_by
    }
    for index, name in enumerate(case.brief.sources or ()):
        if used and name.casefold() not in used | leant_on:
            yield Found(
                case.brief.front.places.get(("sources", index), case.brief.front.place),
                f"nothing in the brief rests on “{name}”",
                "cite it where it is used, or take it out of `sources`",
                severity="note",
            )


def _outside(cite: Cite, case: Case) -> Found:
    if case.brief.sources is not None and cite.id.casefold() in case.source_ids:
        message = f"“{cite.id}” is cited, and is not among the brief’s sources"
        remedy = f"add {cite.id} to `sources`, or cite one that is listed"
        return Found(cite.place, message, remedy)
    message = f"“{cite.id}” is a note, and a note is no evidence"
    return Found(cite.place, message, "cite the source that the note was made from")


_LIBRARY = "---\ntitle: The library stays open\n---\nThe council voted to keep the library open.\n"

RULE = Rule(
    name="dangling-cite",
    family="support",
    severity="error",
    decided="code",
    law="Every citation leads to a source of the pack; a source nobody cites is noted.",
    why="A reader who follows a number in the brief must arrive at the words it rests on.",
    bad=Example(
        "---\ntitle: The library\ndate: 2025-03-07\nsources: [council]\n---\n"
        "## Summary\n\nThe library stays open. [@council]\n\n"
        "The mayor welcomed the vote. [@gazette]\n",
        {
            "council": _LIBRARY,
            "gazette": "---\ntitle: Mayor speaks\n---\nThe mayor welcomed the vote.\n",
        },
    ),
    good=Example(
        "---\ntitle: The library\ndate: 2025-03-07\nsources: [council]\n---\n"
        "## Summary\n\nThe library stays open. [@council]\n",
        {"council": _LIBRARY},
    ),
    check=check,
)
