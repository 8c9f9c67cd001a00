"""A note on some sources with what they offer in it, tried by the check before it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from nutgraf.app.check import Shelf, source_ids
from nutgraf.app.checking import check_brief
from nutgraf.app.note_lines import Line, lines_of, silences, suits, unnamed, with_article
from nutgraf.app.scaffold_names import bare, yaml_text
from nutgraf.evidence.memory import Memory
from nutgraf.evidence.pack import Pack, read_pack
from nutgraf.language.outlets import same_outlet
from nutgraf.model import Finding, Origin, Role, Source
from nutgraf.workspace.loading import Entry, Workspace
from nutgraf.workspace.roles import DEFAULT_LABELS

_ORDER = (
    Role.POINTS,
    Role.EVENTS,
    Role.DATA,
    Role.PEOPLE,
    Role.QUOTES,
    Role.DIFFER,
    Role.UNKNOWNS,
)
_OPENING = """\
%%
Suggestions, in the words of the sources: keep a line or strike it, and write what is yours. Each
is cited, and the check has no error against any. What stands between these marks is for the desk.
%%
"""
# What a line of a source can be wrong in by itself; not how a brief is made or what it leaves out.
_READ = ("numbers", "quotations", "sources", "strength", "support", "time")
_WRITE = "write: "
_OWN = {
    Role.SUMMARY: "%% What happened, who says so and when, in a few sentences of yours. %%",
    Role.ANGLES: "%% Why it matters to our readers, and on which facts that rests. %%",
}


@dataclass(frozen=True)
class Suggested:
    """The text of a note, how many suggestions stand in it, and those that the check took out."""

    text: str
    lines: tuple[Line, ...]
    refused: tuple[Line, ...]


def suggested(
    workspace: Workspace, sources: Sequence[Source], path: str, *, title: str, today: date
) -> Suggested:
    """The whole file of a note on those sources.

    What the check of the note would call an error is not in it: a line that reads well in its
    source and wrongly by itself. What sources differ on is told in the words that it offers.
    """
    shelf = Shelf(workspace.root)
    pack = read_pack(sources, shelf.index)
    trial = _Trial(workspace, path, shelf, _head(sources, title, today))
    lines = lines_of(pack)
    # Who sued is asked wherever the sources tell of it; the lines themselves may not.
    found = trial.check((*lines, *(line for line in suits(pack) if line not in lines)))
    refused = trial.refused(lines, found)
    kept = [line for line in lines if line not in refused]
    dated = tuple(trial.dated(line, found) for line in kept)
    differing = _differing(found)
    # Of what was read, only what was written otherwise has to be read again.
    new = (*(line for line in dated if line not in kept), *differing)
    again = trial.refused(new, trial.check(new))
    lines = (*dated, *differing)
    lines = tuple(line for line in lines if line not in again)
    left = (*refused, *again)
    notes = (*_notes(pack), *map(_left_out, left))
    return Suggested(trial.text(lines) + "\n".join(notes) + "\n", lines, left)


class _Trial:
    """One note that is checked before it is there, a second time with what was judged before."""

    def __init__(self, workspace: Workspace, path: str, shelf: Shelf, head: str) -> None:
        self._workspace, self._shelf, self._head = workspace, shelf, head
        stem = path.rpartition("/")[2].removesuffix(".md")
        self._entry = Entry(stem, "note", path)
        self._memory = Memory()

    def text(self, lines: Sequence[Line]) -> str:
        """The note up to the headings of the desk."""
        parts = [self._head, _OPENING]
        numbers: dict[str, int] = {}
        for role in (Role.SUMMARY, *_ORDER, Role.ANGLES):
            own = [line for line in lines if line.role is role]
            if role in _OWN:
                parts.append(f"\n## {DEFAULT_LABELS[role]}\n\n{_OWN[role]}\n")
            elif own:
                space = "\n\n" if role is Role.QUOTES else "\n"
                shown = space.join(_with_block(line, numbers) for line in own)
                parts.append(f"\n## {DEFAULT_LABELS[role]}\n\n{shown}\n")
        return "".join(parts)

    def check(self, lines: Sequence[Line]) -> Sequence[Finding]:
        self._text = self.text(lines)
        if not lines:
            return ()  # there is nothing to compose
        brief = self._workspace.imagined(self._entry, self._text)
        return check_brief(
            brief,
            source_ids(self._workspace),
            settings=self._workspace.settings,
            select=_READ,
            indexer=self._shelf.index,
            memory=self._memory,
        ).findings

    def refused(self, lines: Sequence[Line], found: Sequence[Finding]) -> tuple[Line, ...]:
        """The lines in which the last check has an error."""
        wrong = [
            one.place.start
            for one in found
            if one.severity == "error" and one.place.path == self._entry.path
        ]
        refused = []
        for line in lines:
            at = self._text.find(line.text)
            if at >= 0 and any(at <= place < at + len(line.text) for place in wrong):
                refused.append(line)
        return tuple(refused)

    def dated(self, line: Line, found: Sequence[Finding]) -> Line:
        """The line with the day in the place of `last week`, which means another one by now."""
        at = self._text.find(line.text)
        own = [
            one
            for one in found
            if one.rule == "relative-date"
            and one.place.path == self._entry.path
            and at <= one.place.start < at + len(line.text)
            and one.remedy.startswith(_WRITE)
        ]
        text = line.text
        for one in sorted(own, key=lambda one: -one.place.start):
            low, high = one.place.start - at, one.place.end - at
            day = one.remedy.removeprefix(_WRITE)
            begin, _, rest = day.partition(" ")
            if text[:low].casefold().endswith(f" {begin} "):
                day = rest  # `on Monday` becomes `on March 2`
            if text[low : low + 1].isupper() and text[:low] in ("- ", "> "):
                day = f"{day[:1].upper()}{day[1:]}"
            text = f"{text[:low]}{day}{text[high:]}"
        return replace(line, text=text)


def _with_block(line: Line, numbers: dict[str, int]) -> str:
    numbers[line.key] = numbers.get(line.key, 0) + 1
    remark = f" %%{line.remark}%%" if line.remark else ""
    return f"{line.text}{remark} ^{line.key}-{numbers[line.key]}"


def _head(sources: Sequence[Source], title: str, today: date) -> str:
    listed = ", ".join(yaml_text(source.id) for source in sources)
    return (
        f"---\ntype: note\ntitle: {yaml_text(title)}\ndate: {today.isoformat()}\n"
        f"sources: [{listed}]\n---\n"
    )


def _differing(found: Sequence[Finding]) -> tuple[Line, ...]:
    """What the sources differ on, each once, as the findings offer it."""
    lines = (
        offer.line for finding in found for offer in finding.offers if offer.role is Role.DIFFER
    )
    return tuple(Line(Role.DIFFER, f"- {line}", "differ") for line in dict.fromkeys(lines))


def _notes(pack: Pack) -> Iterator[str]:
    """What the desk has to know: who has it from whom, and what is to be read to its end."""
    yield f"\n## {DEFAULT_LABELS[Role.NOTES]}\n"
    origins = pack.origins.all
    for origin in origins:
        if len(origin.sources) > 1:
            names = bare(", ".join(origin.sources))
            yield f"- {names} have it from {bare(with_article(origin.name))}: one origin."
        elif not _is_its_own(pack, origin):
            yield f"- {bare(origin.sources[0])} has it from {bare(with_article(origin.name))}."
    if len(origins) == len(pack.sources) > 1:
        yield "- Each of the sources is an origin of its own."
    if not any(pack.origins.is_primary(key) for key in pack.sources):
        yield "- None of them is a document of those who took part: is there one to read?"
    for words in unnamed(pack):
        yield f"- Quoted, and the source does not name who said it: {words}"
    for words in silences(pack):
        yield f"- [ ] Ask them, too: {words}"
    for one in pack:
        yield f"- [ ] Read to its end: {_named(one.source)}."


def _left_out(line: Line) -> str:
    """A line that the check took out, for the desk to look at beside its source."""
    words = line.text[2:].replace("%%", "%")
    return f"\n%% Left out, since it reads wrongly by itself: {words} %%"


def _is_its_own(pack: Pack, origin: Origin) -> bool:
    """Whether the one source of an origin is where it comes from."""
    (only,) = origin.sources
    publisher = pack.sources[only.casefold()].source.publisher or ""
    return origin.name in (only, publisher) or same_outlet(origin.name, publisher)


def _named(source: Source) -> str:
    told = [source.title or source.id, source.publisher or ""]
    if source.published:
        told.append(source.published.isoformat())
    return bare(", ".join(part for part in told if part))
