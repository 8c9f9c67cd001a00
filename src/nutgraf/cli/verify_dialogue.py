"""The dialogue of `nutgraf verify`: one statement after the other, and what is said of each.

It is led in lines, so that it works on any terminal, through a pipe and in a test alike.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

import typer

from nutgraf.app import verify as verifying
from nutgraf.app.verify import Looked, Word
from nutgraf.checks.matters import SIGN_OFF
from nutgraf.checks.signing import is_author
from nutgraf.cli.telling import say, tell, tell_faults
from nutgraf.errors import Faulty, Usage
from nutgraf.model import How, Matter, Verification
from nutgraf.report.said import as_said, name
from nutgraf.report.statement import kind_of, statement

if TYPE_CHECKING:
    from nutgraf.evidence.each_source import InSource

HOWS: tuple[How, ...] = ("captured page", "document", "recording or call")
KEYS = "  v verified   q query the author   e edit   s stet   n next   u undo   ? more   x leave"
_HOW = "  Read in:  1 captured page   2 the document   3 recording or call"
Key = tuple[str, str]


class Leave(Exception):
    """The person has had enough; what was said is kept."""


class Dialogue:
    """One sitting of one person over one brief, note or angle."""

    def __init__(
        self,
        looked: Looked,
        by: str,
        *,
        colour: bool,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        self.looked, self.by, self.colour, self.clock = looked, by, colour, clock
        self._order = [_key(one) for one in verifying.worst_first(looked)]
        self._passed: set[Key] = set()
        self._here: list[Verification] = []  # what was said in this sitting
        self._told_how_long = False

    def run(self) -> Looked:
        """Goes through what is open, until there is no more or the person leaves."""
        say(self._greeting())
        try:
            while (matter := self._next()) is not None:
                self._passed.add(_key(matter))
                self._one(matter)
        except (Leave, KeyboardInterrupt):
            say("")
        return self.looked

    # --- which is next ---------------------------------------------------------------------------

    def _next(self) -> Matter | None:
        """The worst that is open and was not passed by; queries wait to the end."""
        left = [one for key in self._order if (one := self._find(key)) and self._wants(one)]
        left = [one for one in left if _key(one) not in self._passed]
        return min(left, key=lambda one: one.state == "query", default=None)

    def _find(self, key: Key) -> Matter | None:
        return next((one for one in self.looked.matters if _key(one) == key), None)

    def _wants(self, matter: Matter) -> bool:
        if matter.state == "author only":
            return not self._is_author(matter)
        return not matter.is_signed

    def _is_author(self, matter: Matter) -> bool:
        return is_author(self.by, self.looked.given.authors.get(matter.place.path, ()))

    # --- one statement ---------------------------------------------------------------------------

    def _one(self, matter: Matter) -> None:
        say("")
        say(self._headline(matter))
        say("")
        evidence = self.looked.evidence(matter)
        self._show(matter, evidence)
        while True:
            say("")
            say(KEYS)
            answer = self._ask("> ")
            key, rest = answer[:1].lower(), answer[1:].strip()
            try:
                if self._done(key, rest, matter, evidence):
                    return
            except Usage as usage:
                tell("error", usage.message, usage.hint)

    def _done(self, key: str, rest: str, matter: Matter, evidence: tuple[InSource, ...]) -> bool:
        """Does what a key asks for; whether it goes on with the next statement."""
        if key == "v":
            return self._verify(matter, evidence, rest)
        if key == "q":
            return self._query(matter, rest)
        if key == "s":
            return self._stet(matter, rest)
        if key == "e":
            self._edit(matter)
            return True
        if key == "u":
            return self._undo(matter)
        if key == "n":
            return True
        if key == "x":
            raise Leave
        if key == "?":
            self._show(matter, evidence, everything=True)
        return False

    def _show(
        self, matter: Matter, evidence: tuple[InSource, ...], *, everything: bool = False
    ) -> None:
        brief, findings = self.looked.brief, self.looked.findings(matter)
        say(statement(brief, matter, evidence, findings, everything=everything, colour=self.colour))

    def _verify(self, matter: Matter, evidence: tuple[InSource, ...], rest: str) -> bool:
        how = self._how(rest)
        if how is None:
            return False
        why = rest[1:].strip() if rest[:1].isdigit() else ""
        against = verifying.against(self.looked, matter, evidence)
        if against and not why:
            say(f"  {against[:1].upper()}{against[1:]} (why, in a line)")
            why = self._ask("> ")
            if not why:
                say("  not verified")
                return False
        self._keep(matter, Word("verified", how, why))
        return True

    def _how(self, rest: str) -> How | None:
        while True:
            if not rest:
                say(_HOW)
                rest = self._ask("> ")
            if rest[:1] in ("1", "2", "3"):
                return HOWS[int(rest[:1]) - 1]
            if not rest:
                say("  not verified")
                return None
            rest = ""

    def _query(self, matter: Matter, rest: str) -> bool:
        if not rest:
            say("  What do you ask the author? (in a line)")
            rest = self._ask("> ")
        if not rest:
            say("  not asked")
            return False
        self._keep(matter, Word("query", note=rest))
        return True

    def _keep(self, matter: Matter, word: Word) -> None:
        before = set(self.looked.given.verifications)
        self.looked = verifying.say(self.looked, matter, word, by=self.by, now=self.clock())
        kept = next(
            one
            for one in self.looked.given.verifications
            if one not in before and one.by == self.by and one.words == matter.text
        )
        self._here.append(kept)
        say(f"  {as_said(kept)}")
        if not self._told_how_long and word.said == "verified":
            self._told_how_long = True
            say("    Saved. Reopens if a word changes here or there; not for a comma.")
        else:
            say("    Saved.")
        self._tell_waiting()

    def _undo(self, matter: Matter) -> bool:
        """Takes back the last word of this sitting, or else the one that holds no more."""
        last = verifying.last_word(self.looked, self.by)
        if last not in self._here and matter.stale is not None:
            last = matter.stale.word
        if last is None:
            say("  there is nothing of yours to undo")
            return False
        if last not in self._here:
            say(f"  {as_said(last)}: {last.words}")
            if not self._yes("  Take it back? y yes   n no"):
                return False
        self.looked = verifying.undo(self.looked, last, by=self.by, now=self.clock())
        say(f"  taken back: {as_said(last)}")
        again = {_key(one) for one in self.looked.matters if one.text == last.words}
        self._passed -= again
        return True

    def _edit(self, matter: Matter) -> None:
        from nutgraf.cli.editor import edit  # noqa: PLC0415 - seldom needed

        place = matter.place
        while True:
            edit(self.looked.workspace.root / place.path, place.line, place.column)
            if self._read_anew(place.path):
                return
            say("  e edit again   x leave")
            if self._ask("> ")[:1].lower() != "e":
                raise Leave

    def _stet(self, matter: Matter, rest: str) -> bool:
        from nutgraf.app.verify import stet_lines, write_stet  # noqa: PLC0415

        rule = self._rule(matter)
        if rule is None:
            return False
        if not rest:
            say(f"  Why may it stand? (stet {rule}, in a line)")
            rest = self._ask("> ")
        if not rest:
            say("  not let stand")
            return False
        edited, line = stet_lines(self.looked, matter, rule, rest)
        say(f"  {matter.place.path}:{matter.place.end_line} will read")
        say(f"  {line.strip()}")
        if not self._yes("  Write it? y yes   n no"):
            return False
        write_stet(self.looked, edited)
        if rule != SIGN_OFF:  # which is said in the file, and needs no record
            self._keep(matter, Word("stet", note=f"{rule}: {rest}"))
        self._read_anew(matter.place.path)
        return True

    def _rule(self, matter: Matter) -> str | None:
        """The rule whose finding is to stand; that of the sign-off where there is none."""
        rules = self.looked.rules(matter)
        if len(rules) == 1:
            return rules[0]
        say(f"  Which?  {'   '.join(f'{at} {rule}' for at, rule in enumerate(rules, 1))}")
        answer = self._ask("> ")
        if answer.isdecimal() and 1 <= int(answer) <= len(rules):
            return rules[int(answer) - 1]
        return None

    def _read_anew(self, path: str) -> bool:
        """Reads and checks everything as it is now; whether that could be done."""
        try:
            workspace = self.looked.workspace.reopened({path})
            entry = workspace.entry(self.looked.entry.path)
            if entry is None:
                say(f"  {self.looked.entry.path} is gone")
                raise Leave
            self.looked = verifying.look(workspace, entry, self.looked.shelf)
        except Faulty as faulty:
            tell_faults(faulty.faults)
            return False
        known = set(self._order)
        anew = [_key(one) for one in verifying.worst_first(self.looked)]
        # What was edited comes at the end of the round.
        self._order = [*self._order, *(key for key in anew if key not in known)]
        return True

    # --- telling and asking ----------------------------------------------------------------------

    def _greeting(self) -> str:
        who = name(self.by)
        whom = f"the second reader ({who})" if self.looked.given.second_reader else who
        count = len(self.looked.matters)
        signed = sum(one.is_signed for one in self.looked.matters)
        need = f"{count} statement{'s' * (count != 1)} want{'s' * (count == 1)} a person"
        done = f", {signed} of them done" if signed else ""
        return f"You read as {whom}. {need}{done}."

    def _headline(self, matter: Matter) -> str:
        order = [key for key in self._order if self._find(key) is not None]
        number = order.index(_key(matter)) + 1
        place = f"{matter.place.path}:{matter.place.line}"
        left = f"{number} of {len(order)}: {kind_of(matter)}"
        mark = {"stale": " · changed since it was verified", "query": " · a query waits"}
        told_state = mark.get(matter.state, "")
        if matter.state == "author only" or (
            self.looked.given.second_reader and self._is_author(matter)
        ):
            told_state = " · you wrote it" if self._is_author(matter) else " · only its author has"
        return f"{left}{told_state}{place:>{max(80 - len(left) - len(told_state), len(place) + 2)}}"

    def _tell_waiting(self) -> None:
        waiting = sum(one.state == "query" for one in self.looked.matters)
        signed = sum(one.is_signed for one in self.looked.matters)
        total = len(self.looked.matters)
        queries = "query is" if waiting == 1 else "queries are"
        left = f"    {waiting} {queries} waiting for the author." if waiting else ""
        right = f"{signed} of {total} ›"
        say(f"{left}{right:>{max(80 - len(left), len(right) + 2)}}")

    def _yes(self, question: str) -> bool:
        say(question)
        return self._ask("> ")[:1].lower() == "y"

    @staticmethod
    def _ask(prompt: str) -> str:
        """A line of the person's. Raises Leave at the end of their input."""
        typer.echo(prompt, nl=False, err=True)
        line = sys.stdin.readline()
        if not line:
            raise Leave
        return line.strip()


def _key(matter: Matter) -> Key:
    return matter.place.path, matter.hash


def summed(looked: Looked) -> str:
    """`7 of 12 verified · 1 let stand · 2 queries wait for the author · 2 open`."""
    total = len(looked.matters)
    signed = sum(one.state == "verified" for one in looked.matters)
    stood = sum(one.state == "stet" for one in looked.matters)
    queries = sum(one.state == "query" for one in looked.matters)
    stale = sum(one.state == "stale" for one in looked.matters)
    parts = [f"{signed} of {total} verified"]
    if stood:
        parts.append(f"{stood} let stand")
    if queries:
        parts.append(
            f"{queries} {'query waits' if queries == 1 else 'queries wait'} for the author"
        )
    if stale:
        parts.append(f"{stale} changed since")
    left = total - signed - stood - queries - stale
    if left:
        parts.append(f"{left} open")
    return " · ".join(parts)
