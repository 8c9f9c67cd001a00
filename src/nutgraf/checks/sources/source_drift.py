"""source-drift: a page that no longer says what a brief rests on."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.drifted import Drifted, Loss, drifted_sources
from nutgraf.checks.drifting import losses, rests
from nutgraf.checks.origins_said import sources_place
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.drift.change import Change, ChangeKind
from nutgraf.evidence.drift.told import told
from nutgraf.language.said_again import says_again
from nutgraf.language.typography import fold
from nutgraf.model import Look
from nutgraf.workspace.body_hash import body_hash


def check(case: Case) -> Iterator[Found]:
    for look in case.record.looks.values():
        if look.outcome in ("gone", "replaced"):
            yield from _left(case, look)
    for one in drifted_sources(case):
        lost = list(losses(case, one))
        for loss in lost:
            if not _is_corrected(case, loss):
                yield _found(case, one, loss)
        yield from _elsewhere(case, one, {loss.change for loss in lost})


def _found(case: Case, one: Drifted, loss: Loss) -> Found:
    """A passage that was changed under a claim, or a quotation."""
    message = told(loss.change, loss.source)
    if loss.elsewhere:
        verb = "has" if len(loss.elsewhere) == 1 else "have"
        message += f"; {', '.join(loss.elsewhere)} still {verb} it"
    new = one.new_words(loss.change)
    if case.record.sent:
        message = f"readers have this, and {message}: look again"
        remedy = "if the page is right now: nutgraf correct, with the words as readers had them"
    else:
        remedy = (
            "keep to the captured text and say so in a stet, put it right, "
            f"or cite the page as it is now: nutgraf sources take-later {loss.source}"
        )
    return Found(
        loss.place,
        message,
        remedy,
        (one.old_words(loss.change), *((new,) if new is not None else ())),
        claim=loss.claim,
        severity=None if loss.sure and not _is_told_elsewhere(loss) else "note",
    )


def _is_told_elsewhere(loss: Loss) -> bool:
    """Whether a sentence is only gone, and other sources have it still."""
    return loss.change.kind == "gone" and bool(loss.elsewhere)


def _is_corrected(case: Case, loss: Loss) -> bool:
    """Whether readers were told already, or will be, of what the brief has."""
    return case.record.sent and any(
        case.brief.id in one.briefs
        and (_words(one.said) in _words(loss.said) or says_again(loss.said, one.said, one.right))
        for one in case.record.corrected
    )


def _words(text: str) -> str:
    folded = fold(text, case=True).text
    return f" {' '.join(''.join(c if c.isalnum() else ' ' for c in folded).split())} "


# --- changes on which nothing rests --------------------------------------------------------------

_COUNTED: dict[ChangeKind, tuple[str, str]] = {
    "gone": ("a sentence is gone", "sentences are gone"),
    "quotation": ("a quotation reads otherwise", "quotations read otherwise"),
    "figure": ("a figure is another one", "figures are other ones"),
    "date": ("a date is another one", "dates are other ones"),
    "name": ("a name is another one", "names are other ones"),
    "denied": ("a sentence says the contrary", "sentences say the contrary"),
    "doubted": ("a sentence is less sure", "sentences are less sure"),
}


def _elsewhere(case: Case, one: Drifted, spoken: Collection[Change]) -> Iterator[Found]:
    """One note for the changes that no claim rests on; rewording is none."""
    others = [change for change in one.drift.changes if change not in spoken]
    name = one.read.source.id
    parts = [told(change, "it") for change in others if change.kind in ("notice", "headline")]
    counted = Counter(change.kind for change in others)
    parts += [
        single if counted[kind] == 1 else f"{counted[kind]} {several}"
        for kind, (single, several) in _COUNTED.items()
        if counted[kind]
    ]
    if not parts or not rests(case, name) or _is_taken_up(case, name):
        return
    notice = next((change for change in others if change.kind == "notice"), None)
    if case.record.sent and notice is None:  # it went out, and stands
        return
    shown = one.new_words(notice) if notice is not None else None
    where = " in other places, too" if spoken else ", and what rests on it still stands there"
    day = one.look.when.date().isoformat()
    yield Found(
        sources_place(case, name),
        f"the page of {name} was changed{where} ({day}): {'; '.join(parts)}",
        f"see what changed: nutgraf sources show {name}",
        (shown,) if shown is not None else (),
        severity="note",
        about=f"{name} {hashlib.sha256(one.look.text.encode()).hexdigest()[:12]}",
    )


def _is_taken_up(case: Case, name: str) -> bool:
    """Whether the page as it is by now is a source of the brief, too."""
    return any(one.source.front.values.get("later_version_of") == name for one in case.pack)


def _left(case: Case, look: Look) -> Iterator[Found]:
    """A page that is gone, or has made room for another one."""
    if not rests(case, look.source):
        return
    day = look.when.date().isoformat()
    what = f"the page of {look.source} is gone" + (f" ({look.reason})" if look.reason else "")
    if look.outcome == "replaced":
        what = f"another text stands at the address of {look.source}"
    yield Found(
        sources_place(case, look.source),
        f"{what}, by {day}",
        "link to a copy (web.archive.org keeps many), or tell readers that it was taken down",
        severity="note" if case.record.sent else None,
        about=f"{look.source} {look.outcome}",
    )


_BODY = "The reading room on Elm Street has 60 seats. It opens at noon.\n"
_BRIEF = (
    "---\ntitle: The reading room\ndate: 2025-03-14\n---\n"
    "## Summary\n\nThe reading room on Elm Street has 60 seats. [@page]\n"
)
_SEEDS = {
    "page": "---\ntitle: The reading room\npublisher: Elm Street News\nretrieved: 2025-03-06\n"
    f"url: https://elm.example/room\nsha256: {body_hash(_BODY)}\n---\n{_BODY}"
}
_LATER = "---\nlooked: 2025-03-12T09:30:00Z\noutcome: changed\ntitle: The reading room\n---\n"
_MOVED = "It opens at noon. The reading room on Elm Street has 60 seats.\n"
_PATH = "seeds/page.later/2025-03-12T093000Z.txt"

RULE = Rule(
    name="source-drift",
    family="sources",
    severity="warning",
    decided="code",
    law="What a brief rests on still stands in the page that was captured, when it is looked up "
    "again.",
    why="A page that took its figure back leaves you alone with it; you want to know before "
    "readers do.",
    bad=Example(
        _BRIEF,
        _SEEDS,
        bare=True,
        beside={_PATH: f"{_LATER}The reading room on Elm Street has 40 seats. It opens at noon.\n"},
    ),
    good=Example(
        _BRIEF,
        _SEEDS,
        bare=True,
        beside={
            _PATH: f"{_LATER}It opens at noon.\n\nThe reading room on Elm Street has 60 seats.\n"
        },
    ),
    check=check,
)
