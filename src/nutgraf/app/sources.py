"""What sources the workspace has: listed, shown, searched, and which of them nothing cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from nutgraf.app.rechecking.looked import Looked
from nutgraf.app.rechecking.recheck import looked_last
from nutgraf.app.source_index import Known, SourceIndex
from nutgraf.app.twins import Twin, twins
from nutgraf.errors import Faulty, Usage
from nutgraf.language import furniture
from nutgraf.model import LookOutcome, Note, Source, words_of
from nutgraf.workspace.loading import Entry, Workspace
from nutgraf.workspace.looks import outcomes
from nutgraf.workspace.nearest import nearest


@dataclass(frozen=True)
class Use:
    """A note of the workspace that cites a source; `type` is brief, angle or note."""

    id: str
    type: str
    path: str
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Listed:
    """A source with the notes that cite it or name it, and what the last look at its page found."""

    source: Known
    used: tuple[Use, ...] = ()
    page: LookOutcome = "as captured"

    @property
    def briefs(self) -> tuple[str, ...]:
        return tuple(use.id for use in self.used if use.type == "brief")


@dataclass(frozen=True)
class Shown:
    """All that is known of one source; `furniture` is the share of its words that is the page's.

    `page` is how its page stands to it by the last look; None where it was never another.
    """

    listed: Listed
    source: Source
    furniture: float
    credits: tuple[str, ...]
    twins: tuple[Twin, ...]
    raw: str | None
    page: Looked | None = None

    @property
    def later_version_of(self) -> str:
        """The source that it is a later text of, or nothing."""
        return str(self.source.front.values.get("later_version_of") or "")


@dataclass(frozen=True)
class Hit:
    """A source that has what was searched for: the words around the best place, and its line."""

    source: Known
    line: int
    words: str
    marks: tuple[tuple[int, int], ...] = field(default=())


def listed(workspace: Workspace, index: SourceIndex) -> tuple[Listed, ...]:
    """Every source, the newest first; what cannot be read cites nothing."""
    uses = _uses(workspace)
    pages = outcomes(workspace.root)
    found = [
        Listed(one, tuple(uses.get(one.id.casefold(), ())), pages.get(one.path, "as captured"))
        for one in index.all()
    ]
    found.sort(key=lambda one: one.source.id)
    found.sort(key=lambda one: one.source.published or "", reverse=True)
    return tuple(found)


def shown(workspace: Workspace, index: SourceIndex, name: str) -> Shown:
    """One source by its id or its path. Raises Usage where there is none, and Faulty."""
    known = _named(index, name)
    source = workspace.source(known.id)
    if source is None:
        raise Usage(f"{known.path} is no source", "its `type:` says what it is")
    found = furniture.read(source.body)
    left_out = sum(len(source.body[one.start : one.end].split()) for one in found)
    others = twins(
        index, source.body, hashed=known.hash, url=source.url, publisher=source.publisher
    )
    page = looked_last(workspace, source)
    raw = sorted((workspace.root / known.path).parent.glob(f"{_literal(known.id)}.raw.*"))
    return Shown(
        Listed(
            known,
            tuple(_uses(workspace).get(known.id.casefold(), ())),
            page.look.outcome if page is not None and page.look is not None else "as captured",
        ),
        source,
        left_out / max(1, known.words),
        source.credits,
        tuple(one for one in others if one.source.path != known.path),
        raw[0].relative_to(workspace.root).as_posix() if raw else None,
        page,
    )


def _literal(name: str) -> str:
    return re.sub(r"([*?\[])", r"[\1]", name)


def _named(index: SourceIndex, name: str) -> Known:
    known = index.all()
    folded = name.casefold()
    for one in known:
        if folded in (one.id.casefold(), one.path.casefold()):
            return one
    near = nearest(name, [one.id for one in known])
    hint = f"did you mean {near}?" if near else "nutgraf sources lists them"
    raise Usage(f"there is no source “{name}”", hint)


# --- who cites what ------------------------------------------------------------------------------


def _uses(workspace: Workspace) -> dict[str, list[Use]]:
    """For each source, by its case-folded id, the notes that cite it."""
    found: dict[str, list[Use]] = {}
    for entry in workspace.entries.values():
        if entry.type == "source":
            continue
        for name, lines in _cited_in(workspace, entry).items():
            found.setdefault(name, []).append(Use(entry.id, entry.type, entry.path, lines))
    return found


def _cited_in(workspace: Workspace, entry: Entry) -> dict[str, tuple[int, ...]]:
    """The ids that a note cites, case-folded, with the lines; none where it only lists one."""
    try:
        note = workspace.note(entry.id)
    except Faulty:
        return {}
    if note is None:
        return {}
    found: dict[str, list[int]] = {}
    for key in ("sources", "basis"):
        for name in note.front.values.get(key) or ():
            found.setdefault(str(name).casefold(), [])
    for name, line in _citations(note):
        found.setdefault(name, []).append(line)
    if entry.type == "brief":
        try:
            pack = workspace.brief(entry.id).pack
        except (Faulty, Usage):
            pack = ()
        for source in pack:
            found.setdefault(source.id.casefold(), [])
    return {name: tuple(dict.fromkeys(lines)) for name, lines in found.items()}


def _citations(note: Note) -> Iterator[tuple[str, int]]:
    for story in note.stories:
        for section in story.sections:
            for words in words_of(section.blocks):
                for citation in words.citations:
                    for cite in citation.cites:
                        yield cite.id.casefold(), citation.place.line


# --- searching -----------------------------------------------------------------------------------

_TERM = re.compile(r"[\"“”](?P<phrase>[^\"“”]*)[\"“”]?|(?P<minus>-)?(?P<word>[^\s\"“”]+)")
_WORD = re.compile(r"\w+")
_AROUND = 60  # characters on each side of what was found


def search(index: SourceIndex, text: str, *, limit: int = 10) -> tuple[tuple[Hit, ...], bool]:
    """The sources that have the words of `text`, the best first, and whether they have all of them.

    Words in quotation marks stand together; `wor*` stands for what begins so; `-word` must not
    stand there. Where no source has all words, those that have some. Raises Usage for a text
    without a word.
    """
    wanted, unwanted = _terms(text)
    if not wanted:
        raise Usage(f"“{text}” holds no word to search for", "write a word, or a “phrase”")
    without = "".join(f" NOT {term}" for term in unwanted)
    for joined, whole in ((" AND ", True), (" OR ", False)):
        found = index.matching(f"({joined.join(wanted)}){without}", limit)
        if found or len(wanted) == 1:
            known = index.by_number([number for number, _, _ in found])
            return tuple(_hit(known[number], marked) for number, _, marked in found), whole
    return (), True


def _terms(text: str) -> tuple[list[str], list[str]]:
    """The terms of a query of FTS5, each in quotation marks, so that no sign of it is read."""
    wanted: list[str] = []
    unwanted: list[str] = []
    for term in _TERM.finditer(text):
        words = _WORD.findall(term["phrase"] if term["phrase"] is not None else term["word"])
        if not words:
            continue
        begins = term["word"] is not None and term["word"].endswith("*")
        quoted = f'"{" ".join(words)}"{"*" if begins else ""}'
        (unwanted if term["minus"] else wanted).append(quoted)
    return wanted, unwanted


def _hit(known: Known, marked: str) -> Hit:
    """The place with the most of what matched in a stretch of a few words."""
    starts = [found.start() for found in re.finditer("\x01", marked)]
    if not starts:
        return Hit(known, known.first_line, " ".join(marked[: 2 * _AROUND].split()))
    best = max(starts, key=lambda at: (sum(at <= one < at + 2 * _AROUND for one in starts), -at))
    line = known.first_line + marked.count("\n", 0, best)
    begin = max(marked.rfind("\n", 0, best) + 1, best - _AROUND)
    ends = marked.find("\n", best)
    end = min(len(marked) if ends < 0 else ends, best + 3 * _AROUND)
    if begin and marked[begin - 1] not in "\n ":
        begin = marked.find(" ", begin, best) + 1 or begin
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    length, opened = 0, 0
    for sign in marked[begin:end].rstrip():
        if sign == "\x01":
            opened = length
        elif sign == "\x02":
            spans.append((opened, length))
        else:
            words.append(sign)
            length += 1
    return Hit(known, line, "".join(words), tuple(spans))
