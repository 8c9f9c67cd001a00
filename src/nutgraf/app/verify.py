"""Verifies a brief, a note or an angle: what wants a person, beside the sources, and their word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from nutgraf.app.check import Shelf, check_entry
from nutgraf.app.checked import Checked
from nutgraf.app.cite import Edited, write
from nutgraf.app.given import given_of
from nutgraf.checks.matters import SIGN_OFF, with_stets
from nutgraf.checks.record import Given
from nutgraf.checks.signing import signed, standing
from nutgraf.desk.stet_line import with_stet
from nutgraf.desk.verification import later
from nutgraf.desk.verification_files import add_verifications
from nutgraf.errors import Usage
from nutgraf.evidence.each_source import InSource, in_each_source
from nutgraf.evidence.pack import Pack, read_pack
from nutgraf.evidence.statements import statements
from nutgraf.language.bare import bare_hash
from nutgraf.model import Brief, Finding, Held, How, Matter, Said, Verification
from nutgraf.workspace.loading import Entry, Workspace

_GRAVITY = (
    "contradicted", "not found", "partly supported", "uncited", "not checked", "supported",
)  # fmt: skip


# What these ask for is a word, and no reason that lets them stand.
_OF_WORDS = frozenset({SIGN_OFF, "stale-verification"})


@dataclass(frozen=True)
class Looked:
    """A brief, note or angle as it was last read and checked, and what is said of its statements.

    `matters` are in reading order.
    """

    workspace: Workspace
    entry: Entry
    checked: Checked
    given: Given
    matters: tuple[Matter, ...]
    shelf: Shelf

    @property
    def brief(self) -> Brief:
        """What was read."""
        return self.checked.brief

    @cached_property
    def pack(self) -> Pack:
        """Its sources, read when the first evidence is shown."""
        return read_pack(self.brief.pack, self.shelf.index, self.brief.sent_before)

    def rules(self, matter: Matter) -> tuple[str, ...]:
        """The rules whose findings at a statement can be let stand there.

        Where there is none, the statement itself can be let go without a person's word.
        """
        names = dict.fromkeys(one.rule for one in self.findings(matter))
        return tuple(name for name in names if name not in _OF_WORDS) or (SIGN_OFF,)

    def findings(self, matter: Matter) -> tuple[Finding, ...]:
        """What the check found of a statement, worst first; what was let stand is left out."""
        return tuple(
            one for one in self.checked.findings if one.stet is None and _is_of(one, matter)
        )

    def evidence(self, matter: Matter) -> tuple[InSource, ...]:
        """The statement beside each source of the pack that speaks of it, the best first."""
        day = self.brief.date if self.entry.type == "brief" else None
        return in_each_source(self.brief, matter.place, self.pack, day)


def look(workspace: Workspace, entry: Entry, shelf: Shelf | None = None) -> Looked:
    """Reads and checks it. Raises Usage and Faulty as `Workspace.brief` does."""
    shelf = shelf or Shelf(workspace.root)
    checked = check_entry(workspace, entry, shelf)
    given = given_of(workspace, checked.brief)
    return Looked(workspace, entry, checked, given, checked.matters, shelf)


def _is_of(finding: Finding, matter: Matter) -> bool:
    if finding.claim is not None and finding.claim in matter.claims:
        return True
    place, own = finding.place, matter.place
    return place.path == own.path and place.start < own.end and own.start < place.end


def worst_first(looked: Looked) -> tuple[Matter, ...]:
    """What wants a person, the worst first: what has changed, errors, what differs, and so on."""
    return tuple(sorted(looked.matters, key=lambda matter: _rank(looked, matter)))


def _rank(looked: Looked, matter: Matter) -> tuple[bool, bool, bool, int, bool, bool]:
    severities = {finding.severity for finding in looked.findings(matter)}
    return (
        matter.stale is None,
        "error" not in severities,
        "warning" not in severities,
        _GRAVITY.index(matter.verdict),
        "accusations" not in matter.kinds,
        "quotations" not in matter.kinds,
    )


# --- giving one's word ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Word:
    """What somebody says of a statement: `how` it was verified, a question or a reason."""

    said: Said
    how: How | None = None
    note: str = ""


def say(looked: Looked, matter: Matter, word: Word, *, by: str, now: datetime) -> Looked:
    """Keeps somebody's word on a statement, and gives what stands afterwards.

    On return it is on the disk. Raises Usage where a verification does not say how, or a query or
    a stet not why.
    """
    _refuse_unsaid(word)
    stale = matter.stale
    record = Verification(
        path=matter.place.path,
        said=word.said,
        words=matter.text,
        by=by,
        at=later(now, looked.given.verifications),
        how=word.how,
        note=" ".join(word.note.split()),
        passages=_held(matter) if word.said != "query" else (),
        instead=bare_hash(stale.was) if stale is not None and not stale.source else "",
    )
    return _kept(looked, record)


def against(looked: Looked, matter: Matter, evidence: Iterable[InSource] = ()) -> str:
    """What speaks against a statement, where something does: it is verified for a reason."""
    for finding in looked.findings(matter):
        if finding.severity != "note" and finding.rule not in _OF_WORDS:
            return f"{finding.message} ({finding.rule}). Keep as is?"
    for one in evidence:
        if one.verdict == "contradicted" and one.reasons:
            return f"{one.source}: {one.reasons[0]}. Keep as is?"
    if matter.verdict in ("not found", "contradicted", "uncited"):
        return "No source of the pack carries it. Where does it stand?"
    return ""


def _refuse_unsaid(word: Word) -> None:
    if word.said == "verified" and word.how is None:
        raise Usage("where was it read?", "say it: captured page, document, recording or call")
    if word.said in ("query", "stet") and not word.note.strip():
        raise Usage(f"a {word.said} says why", "write it in a line")


def _held(matter: Matter) -> tuple[Held, ...]:
    return tuple(Held(one.seed, one.text) for one in matter.evidence)


def undo(looked: Looked, word: Verification, *, by: str, now: datetime) -> Looked:
    """Takes a word back; the one before it counts again."""
    record = Verification(
        path=word.path,
        said="undone",
        words=word.words,
        by=by,
        at=later(now, looked.given.verifications),
        undoes=word.at,
        whose=word.by if word.by != by else "",
    )
    return _kept(looked, record)


def last_word(looked: Looked, by: str) -> Verification | None:
    """The last word that somebody has given here and that stands."""
    by_words: dict[tuple[str, str], list[Verification]] = {}
    for word in looked.given.verifications:
        by_words.setdefault((word.path, bare_hash(word.words)), []).append(word)
    own = [one for said in by_words.values() for one in standing(said) if one.by == by]
    return max(own, key=lambda word: word.moment, default=None)


def _kept(looked: Looked, record: Verification) -> Looked:
    add_verifications(looked.workspace.root, [record])
    return restated(looked)


def restated(looked: Looked) -> Looked:
    """The same statements with what is said of them now, also by others meanwhile."""
    given = given_of(looked.workspace, looked.brief)
    bare = [replace(matter, state="open", said=(), stale=None) for matter in looked.checked.matters]
    known = [f"{one.prose.file.path}\0{bare_hash(one.text)}" for one in statements(looked.brief)]
    matters = signed(bare, known, given, _bodies(looked.brief, given))
    stood = tuple(with_stets(matters, looked.brief.stets))
    return replace(looked, given=given, matters=stood)


def _bodies(brief: Brief, given: Given) -> Callable[[str], str | None]:
    known = {**given.bodies, **{source.id.casefold(): source.body for source in brief.pack}}
    return lambda name: known.get(name.casefold())


# --- letting stand -------------------------------------------------------------------------------


def stet_lines(looked: Looked, matter: Matter, rule: str, reason: str) -> tuple[Edited, str]:
    """The file with a stet at the end of the statement's line, and that line.

    Raises Usage where the statement has no room for one.
    """
    brief, place = looked.brief, matter.place
    if place.path == brief.path and place.start < brief.front.body:
        hint = f'write in the front matter: stet: ["{rule}: {reason}"]'
        raise Usage("a line of the front matter has no room for a stet", hint)
    file = next(one for one in (brief.file, *brief.embedded) if one.path == place.path)
    written, line = with_stet(file, place, rule, reason)
    return Edited(place.path, file.text, written), line


def write_stet(looked: Looked, edited: Edited) -> None:
    """Writes the file. Raises Faulty where it was changed since it was read."""
    write(looked.workspace.root, [edited])
