"""Sends every approved brief whose time has come: what the line in the crontab calls.

It may be called as often as one likes, and from several machines on one PostgreSQL ledger: what
was begun is gone on with, and what was sent is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from nutgraf.app.desk import Desk
from nutgraf.app.send import Sent, Way, ended, send, untouched
from nutgraf.app.sending_plan import LEFT, against_the_clock, plan_of
from nutgraf.app.standing import Standing, approvals, standing
from nutgraf.app.wording import counted
from nutgraf.deliver.ledgers import Ledger, Sending
from nutgraf.deliver.outcome import State
from nutgraf.deliver.queues.work_queue import at_work, queue_of
from nutgraf.deliver.timing.due import late_by, standing_of
from nutgraf.desk.approval import Approval
from nutgraf.desk.clock import shown
from nutgraf.errors import Faulty, NutgrafError, Stopped, TryLater, Usage
from nutgraf.model import Brief
from nutgraf.workspace.loading import Workspace
from nutgraf.workspace.shapes import seconds

# What `begin` keeps of who began it; what a person began is that person's to go on with.
CRON: Final = "send --due"
# The desk is told so long before a brief goes.
NOTICE: Final = timedelta(hours=1)
# What is later than this is history, as on a machine whose ledger is new.
_HISTORY: Final = timedelta(days=7)

# As of sysexits(3) and the design: nothing wrong, something in doubt, wrong, try again.
FINE, DOUBT, WRONG, LATER = 0, 1, 2, 75
_WEIGHT: Final = {FINE: 0, DOUBT: 1, LATER: 2, WRONG: 3}


@dataclass
class Told:
    """What a run has to say: lines for people, events for a log, and its exit status."""

    say: Callable[[str], None]
    log: Callable[[dict[str, object]], None] = lambda _: None
    status: int = FINE

    def wrong(self, line: str, status: int = WRONG) -> None:
        self.say(line)
        self.weigh(status)

    def weigh(self, status: int) -> None:
        if _WEIGHT[status] > _WEIGHT[self.status]:
            self.status = status


@dataclass
class _Run:
    workspace: Workspace
    way: Way
    told: Told
    desk: Desk
    now: datetime = field(init=False)
    _approved: Sequence[str] = ()

    def __post_init__(self) -> None:
        self.now = self.way.clock()

    @property
    def ledger(self) -> Ledger:
        return self.way.ledger

    def each(self) -> None:
        """Every approved brief, the earliest first; then what is not approved any more, or yet."""
        self._approved = approvals(self.workspace)
        known = [self._standing(brief_id) for brief_id in self._approved]
        timed = [one for one in known if one is not None and one[1].send_at is not None]
        for stands, approval in sorted(timed, key=lambda one: one[1].send_at or self.now):
            self._guarded(approval, stands)
        for key in self.ledger.open_keys():
            if key not in self._approved:
                self._forsaken(key)
        for brief in self._drafts({approval.id for _, approval in timed}):
            self._draft(brief)

    def _standing(self, brief_id: str) -> tuple[Standing, Approval] | None:
        try:
            stands = standing(self.workspace, brief_id)
        except (Faulty, Usage) as error:
            sending = self.ledger.sending(brief_id)
            if sending is not None and sending.state == "finished":
                return None  # what was sent stands in the ledger
            line = f"{brief_id}: {_first_line(error)}"
            self._once(brief_id, f"error:{line[:80]}", line)
            self.told.log({"event": "error", "brief": brief_id, "message": str(error)})
            return None
        assert stands.approval is not None
        return stands, stands.approval

    def _guarded(self, approval: Approval, stands: Standing) -> None:
        """One brief; what is wrong with it does not keep the others from going."""
        try:
            self._one(approval, stands)
        except TryLater as later:
            self.told.wrong(f"{approval.id}: {later.message}", LATER)
            self._event("later", approval.id, message=later.message)
        except Stopped as stopped:
            self.told.wrong(f"{approval.id}: {stopped.message}")
            self._event("stopped", approval.id, message=stopped.message)
            self.desk.tell(f"stopped:{self.now.date()}", approval, "stopped", stopped.message)
        except NutgrafError as error:
            self._held(approval, _first_line(error))

    def _one(self, approval: Approval, stands: Standing) -> None:
        when = approval.when
        assert when is not None
        sending = self.ledger.sending(approval.id)
        if sending is not None:
            self._go_on(approval, sending)
            return
        lateness = timedelta(seconds=seconds(self.workspace.settings.due.lateness))
        stand = standing_of(when, now=self.now, lateness=lateness)
        if stand == "early":
            if when - self.now <= NOTICE:
                self._notice(approval, stands)
        elif stand == "late":
            self._late(approval, when)
        elif stands.withdrawn:
            self._held(approval, f"the approval is withdrawn: {stands.withdrawn[0]}")
        elif against := against_the_clock(self.workspace, approval, now=self.now):
            self._held(approval, against[0])
        else:
            self._send(approval)

    def _send(self, approval: Approval) -> None:
        plan = plan_of(self.workspace, approval.id, self.ledger, now=self.now)
        event = "resumed" if plan.sending else "begun"
        if plan.obstacles:
            self._held(approval, plan.obstacles[0])
            return
        self._event(event, approval.id, readers=plan.readers, subject=plan.mailing.subject)
        self._after(approval, send(self.workspace, plan, self.way))

    def _go_on(self, approval: Approval, sending: Sending) -> None:
        """What was begun: cron goes on with what it began itself, as long as tries are made."""
        if sending.state != "open":
            sent = Sent(approval.id, self.ledger.counts(approval.id))
            self._doubt_of_workers(approval, sent)
            self._receipt(approval, sent)
            return
        counts = self.ledger.counts(approval.id)
        left = sum(counts.get(state, 0) for state in LEFT)
        if sending.listed and not left:
            self._after(approval, ended(self.ledger, approval.id, now=self.now))
            return
        if self.workspace.settings.delivery.workers and self._with_workers(approval, sending):
            return
        retry_for = timedelta(seconds=seconds(self.workspace.settings.delivery.retry_for))
        if sending.begun_by == CRON and self.now <= sending.begun + retry_for:
            self._send(approval)
            return
        self._doubt(approval, self.ledger.abandoned(approval.id, now=self.now))
        counts = self.ledger.counts(approval.id)
        if counts.get(State.SENDING):
            return  # another machine is at it
        left = sum(counts.get(state, 0) for state in LEFT)
        if not left:
            self._after(approval, ended(self.ledger, approval.id, now=self.now))
            return
        line = (
            f"{approval.id}: {counted(left, 'reader is', 'readers are')} left of what "
            f"{sending.begun_by} began; "
            f"go on with: nutgraf send {approval.id} --resume"
        )
        self._once(approval.id, "left", line)

    def _forsaken(self, key: str) -> None:
        """What cron began, and whose approval was taken away since."""
        sending = self.ledger.sending(key)
        if sending is not None and sending.begun_by == CRON:
            line = (
                f"{key}: its send was begun, and its approval is gone since; "
                f"go on with: nutgraf send {key} --resume, or end it: nutgraf send {key} --cancel"
            )
            self._once(key, "forsaken", line)

    def _with_workers(self, approval: Approval, sending: Sending) -> bool:
        """Whether what was handed over is theirs still, or came to nobody in time."""
        lateness = timedelta(seconds=seconds(self.workspace.settings.due.lateness))
        if self.now > sending.begun + lateness and untouched(self.ledger, approval.id):
            line = (
                f"{approval.id}: no worker began with it in time: start `nutgraf worker`, and if "
                f"it may still go: nutgraf send {approval.id} --resume"
            )
            self._once(approval.id, "left", line)
            return True
        return at_work(queue_of(self.workspace.root, self.workspace.settings), approval.id)

    def _after(self, approval: Approval, sent: Sent) -> None:
        self._event(
            "ended" if not sent.left else "waiting",
            approval.id,
            counts={str(state): number for state, number in sent.counts.items()},
            next_try=sent.next_try.isoformat() if sent.next_try else None,
        )
        self._doubt(approval, sent.newly_unknown)
        if not sent.left:
            self._receipt(approval, sent)

    def _doubt(self, approval: Approval, messages: int) -> None:
        if messages:
            self.told.wrong(
                f"{approval.id}: {counted(messages, 'message was', 'messages were')} "
                "under way when a run was killed and may have arrived: "
                f"nutgraf status {approval.id} --who",
                DOUBT,
            )

    def _doubt_of_workers(self, approval: Approval, sent: Sent) -> None:
        """What workers left in doubt and told to nobody here; once."""
        unknown = sent.counts.get(State.UNKNOWN, 0)
        if not unknown or not self.workspace.settings.delivery.workers:
            return
        if self.ledger.note(approval.id, "doubt", str(unknown), now=self.now):
            self._doubt(approval, unknown)

    def _receipt(self, approval: Approval, sent: Sent) -> None:
        if self.desk.address is None or not sent.counts:
            return
        self.desk.tell("receipt", approval, "sent", receipt(sent, self.ledger))

    def _notice(self, approval: Approval, stands: Standing) -> None:
        if self.desk.address is None:
            return
        missing = list(stands.withdrawn)
        try:
            plan = plan_of(self.workspace, approval.id, self.ledger, now=self.now)
            number = counted(plan.readers, "reader")
            goes = f"It goes to {number} of the list “{plan.mailing.list_name}”."
            if not plan.readers:
                missing.append("a reader who may be mailed")
        except NutgrafError as error:
            goes = ""
            missing.append(_first_line(error))
        if approval.embargo and approval.send_at and approval.embargo > approval.send_at:
            missing.append("its embargo is later than its time")
        lacks = "\n".join(f"- {line}" for line in missing)
        text = (
            f"{goes}\n\nWhat is missing:\n{lacks}" if missing else f"{goes}\n\nNothing is missing."
        )
        self.desk.tell(f"notice:{approval.seal[:16]}", approval, "goes", text.strip())

    def _late(self, approval: Approval, when: datetime) -> None:
        late = late_by(when, now=self.now)
        if late > _HISTORY:
            return
        zone = self.workspace.settings.time_zone
        self._held(
            approval,
            f"its time was {shown(when, zone)}, and it is too late to send it unasked; to send it "
            f"now: nutgraf send {approval.id}",
        )

    def _held(self, approval: Approval, why: str) -> None:
        """Told once for each approval and reason; the exit status says so until it is settled."""
        self.told.weigh(WRONG)
        self._event("held", approval.id, message=why)
        self._once(
            approval.id, f"held:{approval.seal[:16]}:{why[:80]}", f"{approval.id}: not sent: {why}"
        )
        self.desk.tell(f"desk-held:{approval.seal[:16]}:{why[:80]}", approval, "held", why)

    def _once(self, brief_id: str, what: str, line: str) -> None:
        self.told.weigh(WRONG)
        if self.ledger.note(brief_id, what, line, now=self.now):
            self.told.say(line)

    def _drafts(self, approved: set[str]) -> Iterator[Brief]:
        """Briefs of these days that nobody approved for a time, and that have one."""
        days = {(self.now + timedelta(days=day)).date().isoformat() for day in (-1, 0, 1)}
        for entry in self.workspace.briefs():
            if entry.day in days and entry.id not in approved:
                try:
                    brief = self.workspace.brief(entry.path)
                except NutgrafError:
                    continue  # a draft may be wrong; whoever approves it will be told
                if brief.send_at is not None and self.ledger.sending(brief.id) is None:
                    yield brief

    def _draft(self, brief: Brief) -> None:
        assert brief.send_at is not None
        lateness = timedelta(seconds=seconds(self.workspace.settings.due.lateness))
        stand = standing_of(brief.send_at, now=self.now, lateness=lateness)
        time = shown(brief.send_at, self.workspace.settings.time_zone)
        why = f"its time is {time}, and it is not approved"
        if stand == "early" and late_by(brief.send_at, now=self.now) >= -NOTICE:
            self.desk.tell("notice:draft", brief, "goes", f"What is missing:\n- {why}")
        elif stand == "due":
            self.told.weigh(WRONG)
            self._event("held", brief.id, message=why)
            if self.ledger.note(
                brief.id, f"held:draft:{brief.send_at.isoformat()}", why, now=self.now
            ):
                self.told.say(f"{brief.id}: not sent: {why}")
            self.desk.tell(f"desk-held:draft:{brief.send_at.isoformat()}", brief, "held", why)

    def _event(self, event: str, brief: str, **more: object) -> None:
        self.told.log({"event": event, "brief": brief, "at": self.now.isoformat(), **more})


def send_due(workspace: Workspace, way: Way, told: Told) -> None:
    """Sends what is due; what it has to say goes to `told`. The caller holds the lock."""
    _Run(workspace, way, told, Desk(workspace.settings, way, told.say)).each()


def receipt(sent: Sent, ledger: Ledger) -> str:
    """How a send ended, for the desk: counts, and who did not get it."""
    lines = [f"{number:>9,}  {state}" for state, number in sent.counts.items()]
    failed: list[str] = []
    for row in ledger.rows(sent.key, (State.REFUSED, State.UNKNOWN)):
        if len(failed) == 50:
            failed.append(f"and more: nutgraf status {sent.key} --who")
            break
        failed.append(f"{row.reader.address}  {row.state}  {row.said}".rstrip())
    return "\n".join(
        [*lines, *(["", "Who did not get it, or may not have:", *failed] if failed else [])]
    )


def _first_line(error: NutgrafError) -> str:
    if isinstance(error, Faulty):
        fault, more = error.faults[0], len(error.faults) - 1
        return f"{fault.where()}: {fault.message}" + (f" (and {more:,} more)" if more else "")
    return getattr(error, "message", str(error))
