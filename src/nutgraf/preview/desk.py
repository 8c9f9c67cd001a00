"""One workspace kept open: what has not changed is not read, rendered or checked again."""

from __future__ import annotations

from collections.abc import Callable, Collection
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Lock, RLock, Thread

from nutgraf.app.as_reader import Addressee, AsReader, reader_of, seen_by
from nutgraf.app.check import Shelf, source_ids
from nutgraf.app.checked import Checked
from nutgraf.app.checking import check_brief, judged_case
from nutgraf.app.git import person
from nutgraf.app.given import given_of
from nutgraf.app.reading_cache import Library, library_of
from nutgraf.app.record import record_of
from nutgraf.app.rendering import house, open_templates
from nutgraf.app.standing import Standing, standing
from nutgraf.app.verify import Looked, Word, against, say
from nutgraf.checks.grounds import grounds
from nutgraf.checks.record import Record
from nutgraf.errors import Fault, Faulty, Usage
from nutgraf.evidence.memory import Memory
from nutgraf.model import Brief, Grounds, Stood
from nutgraf.preview.snapshot import Made, Snapshot
from nutgraf.render.digests import Digests, House, render
from nutgraf.render.templating import Templates
from nutgraf.workspace.files import SETTINGS_FILE
from nutgraf.workspace.loading import Entry, Workspace, open_workspace


@dataclass(frozen=True)
class _Rendered:
    """A rendering, and what it was made of."""

    looks: int
    brief: Brief
    grounds: Grounds | None
    digests: Digests


@dataclass(frozen=True)
class _Look:
    """A format as it is now, with the number of the looks that it is of."""

    number: int
    style: House


@dataclass
class _Kept:
    """What was last made of one brief: its renderings by format, and its check.

    `grounds` are those of the last check, for what a format tells readers of it.
    """

    brief: Brief
    rendered: dict[str, _Rendered] = field(default_factory=dict)
    grounds: Grounds | None = None
    checked: tuple[object, Checked] | None = None
    pending: tuple[object, Future[Checked]] | None = None
    stood: Stood = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)


# Seconds that a page waits for a check; one that takes longer is told when it is done.
PATIENCE = 0.3


class Desk:
    """The briefs of the workspace in a folder, ready to be shown. Safe to ask from any thread.

    A check that takes longer than `patience` (seconds; None waits) goes on beside the pages, and
    `done` is called when it has ended.
    """

    def __init__(
        self,
        root: Path,
        *,
        patience: float | None = None,
        done: Callable[[], object] = lambda: None,
        address: str | None = None,
    ) -> None:
        """Opens the workspace. Raises Faulty where nutgraf.yaml is wrong.

        `address` is that of the reader as whom the briefs are seen.
        """
        self.root = root
        self.patience = patience
        self.done = done
        self._one_check = Lock()
        self._one_rendering = Lock()
        self.version = 1
        self._lock = RLock()
        self._workspace = open_workspace(root)
        self._templates: Templates | None = None
        self._looks = 1  # grows with every change of the templates, the brand and nutgraf.yaml
        self._wrong: tuple[Fault, ...] = ()
        self._library: Library = library_of(root)
        self._kept: dict[str, _Kept] = {}
        self._made: dict[tuple[str, str], Made] = {}
        self._address = address
        self._readers: dict[str | None, tuple[int, Addressee]] = {}

    @property
    def workspace(self) -> Workspace:
        """The workspace as it was when it was last in order."""
        return self._workspace

    def briefs(self) -> tuple[Entry, ...]:
        """The briefs, oldest first; none while two files claim one id."""
        with self._lock:
            with suppress(Faulty):
                return self._workspace.briefs()
            return ()

    def newest(self) -> str:
        """The id of the newest brief. Raises Usage where there is none."""
        briefs = self.briefs()
        if not briefs:
            raise Usage("there is no brief in briefs/", "begin one: nutgraf new brief NAME")
        return briefs[-1].id

    def refresh(self, changed: Collection[str]) -> int:
        """The files of those paths (from the root) were written, moved or removed.

        Returns the new version. A nutgraf.yaml that is wrong is told by every snapshot, and the
        last one that was right goes on being used.
        """
        with self._lock:
            try:
                self._workspace = self._workspace.reopened(changed)
                self._wrong = ()
            except Faulty as faulty:
                self._wrong = faulty.faults
            if any(path == SETTINGS_FILE or path.startswith("templates/") for path in changed):
                self._templates = None
                self._looks += 1
            self.version += 1
            return self.version

    def renumber(self) -> int:
        """A new version for what is to be shown anew; returns it."""
        with self._lock:
            self.version += 1
            return self.version

    def snapshot(
        self,
        name: str,
        format_name: str | None = None,
        *,
        check: bool = True,
        wait: bool = False,
    ) -> Snapshot:
        """The brief of an id as it is now, in a format (its own, if none is named).

        Without `check` its digests alone are of now, which is quicker; with `wait` its check surely
        is. Raises Usage where there is no brief of that id and none was ever shown; what is wrong
        with its files is told in the snapshot.
        """
        with self._lock:
            faults = list(self._wrong)
            made: Made | None = None
            path = ""
            try:
                path = self._workspace.brief_entry(name).path
                made = self._make(name, path, format_name, check=check, wait=wait)
                if check:
                    self._made[name, made.format_name] = self._made[name, ""] = made
            except Faulty as faulty:
                faults.extend(faulty.faults)
            except Usage as usage:
                if (name, "") not in self._made:
                    raise
                faults.append(Fault(self._made[name, ""].brief.path, usage.message, usage.hint))
            if made is None:
                made = self._made.get((name, format_name or "")) or self._made.get((name, ""))
            path = made.brief.path if made else path
            stands: Standing | None = None
            try:
                stands = standing(self._workspace, name) if check else None
            except Faulty as faulty:
                faults.extend(faulty.faults)
            told = tuple(dict.fromkeys(faults))
            format_told = format_name or (made.format_name if made else "")
            return Snapshot(name, path, format_told, self.version, made, told, stands)

    def verify(self, name: str, path: str, claim: str, word: Word) -> None:
        """Keeps the word of the person at this machine on a statement of a brief.

        It is known by the file in which it stands and the hash of its words. Raises Usage where
        there is none such any more, and where nobody is known to git.
        """
        by = person(self.root)
        made = self.snapshot(name, wait=True).made
        matters = made.checked.matters if made is not None else ()
        matter = next((one for one in matters if (one.place.path, one.hash) == (path, claim)), None)
        if made is None or matter is None:
            raise Usage("these words are there no more", "look at the brief as it is now")
        workspace = self._workspace
        given = given_of(workspace, made.brief)
        entry, shelf = workspace.brief_entry(name), Shelf(self.root)
        looked = Looked(workspace, entry, made.checked, given, matters, shelf)
        reason = against(looked, matter) if word.said == "verified" and not word.note else ""
        if reason:
            raise Usage(reason, "write why, in the note")
        say(looked, matter, word, by=by, now=datetime.now().astimezone())

    def _make(
        self, name: str, path: str, format_name: str | None, *, check: bool, wait: bool
    ) -> Made:
        workspace = self._workspace
        brief = workspace.brief(path)
        kept = self._kept.get(name)
        if kept is None:
            kept = self._kept[name] = _Kept(brief)
        elif kept.brief != brief:
            kept.brief, kept.rendered = brief, {}
        chosen = format_name or brief.format
        look = self._look(chosen)
        if check:
            # A format may tell of the check: what is shown is rendered when that is known.
            own = look if chosen == brief.format else self._look(brief.format)
            checked, checking = self._checked(kept, own, None if wait else self.patience)
        else:
            checked, checking = self._last(kept), True
        digests = self._rendered(kept, kept.brief, look, kept.grounds)
        return Made(
            brief=kept.brief,
            format_name=chosen,
            format=workspace.styles.format(chosen),
            settings=workspace.settings,
            brand=workspace.styles.brand(),
            digests=digests,
            checked=checked,
            checking=checking,
            as_reader=self._as_reader(kept.brief, digests),
        )

    def refuse_stranger(self, name: str) -> None:
        """Raises Usage where the brief of that id does not go to the reader as whom it is seen."""
        if self._address is not None:
            self._addressee(self._workspace.brief(self._workspace.brief_entry(name).path))

    def _as_reader(self, brief: Brief, digests: Digests) -> AsReader | None:
        addressee = self._addressee(brief)
        return None if addressee is None else seen_by(addressee, brief, digests, self._workspace)

    def _addressee(self, brief: Brief) -> Addressee | None:
        """Who of the brief's list it is, looked up once for each list while its settings stay."""
        if self._address is None:
            return None
        known = self._readers.get(brief.list_name)
        if known is None or known[0] != self._looks:
            found = reader_of(self._workspace, brief, self._address)
            known = self._readers[brief.list_name] = (self._looks, found)
        return known[1]

    def _look(self, format_name: str) -> _Look:
        """A format with the templates as they are now. Raises Usage and Faulty."""
        if self._templates is None:
            self._templates = open_templates(self._workspace)
        return _Look(self._looks, house(self._workspace, self._templates, format_name))

    def _rendered(self, kept: _Kept, brief: Brief, look: _Look, found: Grounds | None) -> Digests:
        """The brief in a format; a check does so in a thread of its own, one rendering at a time.

        Raises Faulty where a template is wrong.
        """
        name = look.style.format_name
        told = found if look.style.format.made else None
        with self._one_rendering:
            known = kept.rendered.get(name)
            if known is None or (known.looks, known.grounds) != (look.number, told):
                known = None
            if known is None or known.brief is not brief:
                digests = render(brief, look.style, told)
                known = kept.rendered[name] = _Rendered(look.number, brief, told, digests)
            return known.digests

    def _checked(self, kept: _Kept, look: _Look, patience: float | None) -> tuple[Checked, bool]:
        """What the check says, and whether that is still of the last state.

        `look` is that of the brief's own format, in which its email is rendered. Raises Faulty.
        """
        workspace = self._workspace
        record = record_of(workspace, kept.brief)
        asked = (kept.brief, look.number, source_ids(workspace), repr(record))
        if kept.checked is not None and kept.checked[0] == asked:
            return kept.checked[1], False
        if kept.pending is None or kept.pending[0] != asked:
            work = partial(self._check, kept, kept.brief, workspace, look, record)
            kept.pending = (asked, Future())
            # A long check must not keep the program from ending: daemons are not waited for.
            Thread(target=self._run, args=(kept, kept.pending, work), daemon=True).start()
        pending = kept.pending[1]
        try:
            checked = pending.result(patience)
        except TimeoutError:
            pending.add_done_callback(lambda _: self.done())
            return self._last(kept), True
        kept.checked, kept.pending = (asked, checked), None
        return checked, False

    @staticmethod
    def _last(kept: _Kept) -> Checked:
        return kept.checked[1] if kept.checked is not None else Checked(kept.brief, (), ())

    def _run(
        self, kept: _Kept, pending: tuple[object, Future[Checked]], work: Callable[[], Checked]
    ) -> None:
        """One check at a time, and none that a later edit has made pointless."""
        future = pending[1]
        with self._one_check:
            if kept.pending is not pending:
                future.cancel()
                return
            try:
                future.set_result(work())
            except Exception as error:  # noqa: BLE001 - whoever asks for the result meets it
                future.set_exception(error)

    def _check(
        self, kept: _Kept, brief: Brief, workspace: Workspace, look: _Look, record: Record
    ) -> Checked:
        """Judges the brief, renders its email with what it tells of that, and asks the rules."""
        case = judged_case(brief, self._library.index, memory=kept.memory, record=record)
        kept.grounds = grounds(case)
        email = self._rendered(kept, brief, look, kept.grounds).html
        checked = check_brief(
            brief,
            source_ids(workspace),
            settings=workspace.settings,
            budgets=look.style.format.budgets,
            email=email,
            stood=kept.stood,
            record=record,
            judged=case,
        )
        kept.stood = checked.stood
        return checked
