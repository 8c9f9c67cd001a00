"""`nutgraf send`: to a test address, to a whole list, or whatever is due."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nutgraf.cli.arguments import workspace_here
from nutgraf.cli.telling import LATER, WRONG, in_json, next_step, progress, say, tell_faults, told
from nutgraf.errors import TryLater, Usage

if TYPE_CHECKING:
    from nutgraf.app.send import Sent
    from nutgraf.app.sending_plan import Plan
    from nutgraf.deliver.ledgers import Ledger
    from nutgraf.workspace.loading import Workspace

DOUBT = 1


def send(
    brief: Annotated[
        str | None, typer.Argument(metavar="BRIEF", help="The brief; it is never guessed.")
    ] = None,
    *,
    due: Annotated[
        bool, typer.Option("--due", help="Send every approved brief whose time has come (cron).")
    ] = False,
    to: Annotated[
        list[str] | None,
        typer.Option(metavar="ADDRESS", help="Send a test there; may be given again."),
    ] = None,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run", help="Do everything but talk to the relay; messages go to build/outbox/."
        ),
    ] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with what was begun and not finished.")
    ] = False,
    resend_unknown: Annotated[
        bool,
        typer.Option(
            "--resend-unknown", help="Send again what may have arrived: some may get it twice."
        ),
    ] = False,
    cancel: Annotated[
        bool, typer.Option("--cancel", help="End a send where it is; the rest is not sent.")
    ] = False,
    force: Annotated[
        str | None,
        typer.Option(metavar="REASON", help="Send although something stands against it; is kept."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who sends it, if git does not know.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="With --due: a line of JSON for each thing that happens.")
    ] = False,
) -> None:
    """Send a brief to its readers, each of them once.

    \b
    nutgraf send 2026-02-13 --to me@example.org   a test, approved or not
    nutgraf send 2026-02-13 --dry-run             everything but the sending
    nutgraf send 2026-02-13                       the approved bytes, to the whole list
    nutgraf send --due                            what the crontab calls: see nutgraf schedule

    Who was sent what stands in the ledger, so that a send that is interrupted can be gone on with
    (--resume) and nobody gets a brief twice. Exit status: 0 sent, 1 some are in doubt, 2 something
    is wrong, 75 try again later.
    """
    with told():
        _refuse_mixtures(brief, due=due, to=to, ways=[cancel, dry_run, resume or resend_unknown])
        _refuse_idle(due=due, as_json=as_json, others=[yes, by is not None, force is not None])
        workspace = workspace_here()
        tell_faults(workspace.warnings)
        if due:
            _send_due(workspace, as_json=as_json)
            return
        assert brief is not None
        brief_id = _brief_id(workspace, brief, begun=resume or resend_unknown or cancel)
        if to:
            _send_test(workspace, brief_id, to)
        elif cancel:
            _cancel(workspace, brief_id)
        elif dry_run:
            _rehearse(workspace, brief_id)
        else:
            _send_real(
                workspace,
                brief_id,
                resume=resume or resend_unknown,
                resend_unknown=resend_unknown,
                force=force,
                yes=yes,
                by=by,
            )


def _refuse_mixtures(
    brief: str | None, *, due: bool, to: list[str] | None, ways: list[bool]
) -> None:
    if due and (brief or to or any(ways)):
        raise Usage(
            "--due sends what is due, and takes no brief and no other option",
            "what it would do: nutgraf status",
        )
    if not due and brief is None:
        raise Usage("which brief?", "nutgraf send BRIEF, or nutgraf send --due for what is due")
    if to and any(ways):
        raise Usage("--to sends a test, and goes on with nothing", "leave one out")
    if sum(ways) > 1:
        raise Usage("--cancel, --dry-run and --resume are three things", "leave two out")


def _refuse_idle(*, due: bool, as_json: bool, others: list[bool]) -> None:
    """What would be passed over in silence."""
    if due and any(others):
        raise Usage("--due asks nobody, and forces nothing", "leave out --yes, --by and --force")
    if as_json and not due:
        raise Usage("--json is for --due", "the state of a brief: nutgraf status BRIEF --json")


def _brief_id(workspace: Workspace, name: str, *, begun: bool) -> str:
    """The id of a brief; what was begun can be ended or gone on with when its file is gone."""
    from nutgraf.deliver.ledgers.opening import has_ledger

    if begun and workspace.entry(name) is None and has_ledger(workspace.root, workspace.settings):
        with _ledger(workspace) as ledger:
            if ledger.sending(name) is not None:
                return name
    return workspace.brief_entry(name).id


def _send_test(workspace: Workspace, brief_id: str, addresses: list[str]) -> None:
    from nutgraf.app.proof import send_proof
    from nutgraf.deliver.outcome import State

    outcomes = send_proof(workspace, brief_id, addresses, now=_now())
    for address, outcome in outcomes:
        typer.echo(f"{address}: {outcome.state} {outcome.said}".rstrip())
    states = {outcome.state for _, outcome in outcomes}
    if State.DEFERRED in states:
        raise TryLater("the relay put a test off", "try again in some minutes")
    if states != {State.SENT}:
        raise Usage("not every test was taken over", "the relay's words stand above")


def _rehearse(workspace: Workspace, brief_id: str) -> None:
    from nutgraf.app.rehearse import rehearse
    from nutgraf.app.sending_plan import plan_of
    from nutgraf.app.wording import counted

    with _ledger(workspace) as ledger:
        plan = plan_of(workspace, brief_id, ledger, now=_now())
        with progress(range(plan.readers), "writing") as bar:
            rehearsed = rehearse(workspace, plan, ledger, clock=_now, progress=bar.step)
    for line in plan.obstacles:
        say(f"would not be sent: {line}")
    typer.echo(
        f"{brief_id}: {counted(rehearsed.written, 'message')} written for "
        f"“{plan.mailing.list_name}”, none sent; {rehearsed.kept} to look at in "
        f"{_shown(rehearsed.folder)}"
    )
    next_step(f"nutgraf send {brief_id}")


def _cancel(workspace: Workspace, brief_id: str) -> None:
    from nutgraf.app.send import cancel

    with _ledger(workspace) as ledger:
        sent = cancel(ledger, brief_id, now=_now())
    typer.echo(f"{brief_id}: cancelled; {_counted(sent)}")
    next_step(f"nutgraf status {brief_id}")


def _send_real(
    workspace: Workspace,
    brief_id: str,
    *,
    resume: bool,
    resend_unknown: bool,
    force: str | None,
    yes: bool,
    by: str | None,
) -> None:
    from nutgraf.app import send as sending
    from nutgraf.app.git import person
    from nutgraf.app.letters import letters_of
    from nutgraf.app.sending_plan import plan_of
    from nutgraf.deliver.ledgers.opening import sending_lock
    from nutgraf.deliver.transports.opening import open_transport

    if force is not None and not force.strip():
        raise Usage("--force wants a reason, which is kept", '--force "the filing is public now"')
    root, settings = workspace.root, workspace.settings
    with sending_lock(root, settings), _ledger(workspace) as ledger:
        transport = open_transport(root, settings)
        # Who is in doubt is no reader of this send, and is told before anybody says yes.
        ledger.abandoned(brief_id, now=_now())
        plan = plan_of(workspace, brief_id, ledger, now=_now(), unknown_too=resend_unknown)
        _refuse_unasked(plan, resume=resume)
        if plan.obstacles and (force is None or not plan.readers):
            raise Usage(
                f"“{brief_id}” is not sent: {plan.obstacles[0]}",
                "\n".join([*plan.obstacles[1:], _mend(plan)]),
            )
        if not plan.readers:
            _tell(
                brief_id, sending.ended(ledger, brief_id, now=_now()), "nobody is left to send to; "
            )
            return
        _confirm(workspace, plan, transport.name, yes=yes, resend_unknown=resend_unknown)
        if resend_unknown:
            sending.resend_unknown(ledger, brief_id, now=_now())
        with progress(range(plan.readers), "sending") as bar:
            way = sending.Way(
                ledger,
                lambda: transport,
                letters_of(workspace),
                by=person(root, by),
                clock=_now,
                forced=force or "",
                progress=bar.step,
                say=say,
            )
            sent = sending.send(workspace, plan, way)
    _tell(brief_id, sent)


def _refuse_unasked(plan: Plan, *, resume: bool) -> None:
    brief_id, sending = plan.mailing.key, plan.sending
    if sending is None:
        if resume:
            raise Usage(f"the send of “{brief_id}” was not begun", f"nutgraf send {brief_id}")
        return
    if not resume:
        state = {"finished": "was sent", "cancelled": "was begun and cancelled"}.get(
            sending.state, "was begun"
        )
        go_on = f"go on with it: nutgraf send {brief_id} --resume\n"
        raise Usage(
            f"“{brief_id}” {state} already, by {sending.begun_by}",
            ("" if sending.state == "finished" else go_on)
            + f"look at it: nutgraf status {brief_id} --who",
        )


def _mend(plan: Plan) -> str:
    if not plan.readers:
        return f"look at the list: nutgraf recipients check {plan.mailing.list_name}"
    return f"{_way_out(plan)}; or say why: --force REASON"


def _way_out(plan: Plan) -> str:
    if any("withdrawn" in line for line in plan.obstacles):
        return f"read it once more, then: nutgraf approve {plan.mailing.key}"
    return "wait for its time, which `nutgraf send --due` keeps"


def _confirm(
    workspace: Workspace, plan: Plan, relay: str, *, yes: bool, resend_unknown: bool
) -> None:
    from nutgraf.app.wording import counted
    from nutgraf.deliver.outcome import State

    mailing, sender = plan.mailing, workspace.settings.sender
    readers = counted(plan.readers, "reader")
    left_out = f" ({plan.barred:,} suppressed)" if plan.barred else ""
    typer.echo(f"brief    {mailing.key}: {mailing.title}", err=True)
    typer.echo(f"subject  {mailing.subject}", err=True)
    typer.echo(f"to       {readers} of “{mailing.list_name}”{left_out}", err=True)
    if unknown := plan.counts.get(State.UNKNOWN):
        left_out = "sent again" if resend_unknown else "left out"
        say(f"unknown  {counted(unknown, 'reader')} who may have it already: {left_out}")
    typer.echo(f"from     {sender.name} <{sender.address}>, through {relay}", err=True)
    if plan.approval is not None:
        typer.echo(f"approved {plan.approval.approved_by}", err=True)
    for line in plan.obstacles:
        say(f"forced   although {line}")
    if yes:
        return
    if not sys.stdin.isatty():
        raise Usage("nobody is here to say yes", "look at the lines above, then: --yes")
    question = f"Send {mailing.key}, “{mailing.subject}”, to {readers}?"
    try:
        sure = typer.confirm(question, err=True)
    except typer.Abort:  # Ctrl-C, or the end of what is typed
        say("")
        sure = False
    if not sure:
        say("nothing was sent")
        raise typer.Exit(WRONG)


def _tell(brief_id: str, sent: Sent, first: str = "") -> None:
    from nutgraf.app.wording import counted
    from nutgraf.deliver.outcome import State

    typer.echo(f"{brief_id}: {first}{_counted(sent)}")
    unknown = sent.counts.get(State.UNKNOWN, 0)
    if unknown:
        say(
            f"{counted(unknown, 'message')} may have arrived, or not, since a run or a connection "
            "broke off: not sent again unless you say --resend-unknown"
        )
    if sent.cancelled:
        raise Usage(
            f"the send of “{brief_id}” was cancelled",
            f"go on with it: nutgraf send {brief_id} --resume",
        )
    if sent.left and sent.with_workers:
        say("the workers send it: `nutgraf worker`, on as many machines as run one")
        next_step(f"nutgraf status {brief_id}")
        return
    if sent.left:
        next_step(f"nutgraf send {brief_id} --resume")
        raise typer.Exit(LATER)
    if unknown:
        next_step(f"nutgraf status {brief_id} --who, which names them")
        raise typer.Exit(DOUBT)
    next_step("nutgraf archive, to which “view in browser” leads")


def _counted(sent: Sent) -> str:
    from nutgraf.deliver.outcome import State

    order = list(State)
    order.insert(0, order.pop(order.index(State.SENT)))
    known = [(state, sent.counts[state]) for state in order if state in sent.counts]
    return ", ".join(f"{number:,} {state}" for state, number in known) or "no readers"


def _send_due(workspace: Workspace, *, as_json: bool) -> None:
    from nutgraf.app import send_due as dueing
    from nutgraf.app.letters import letters_of
    from nutgraf.app.send import Way
    from nutgraf.deliver.ledgers.opening import sending_lock
    from nutgraf.deliver.timing.health import Health
    from nutgraf.deliver.transports.opening import open_transport

    root, settings = workspace.root, workspace.settings
    log = (lambda event: typer.echo(in_json(event))) if as_json else _quiet
    heard = dueing.Told(say, log)
    try:
        with (
            sending_lock(root, settings),
            Health(settings.due.ping, say).watching(lambda: heard.status),
        ):
            try:
                with _ledger(workspace) as ledger:
                    way = Way(
                        ledger,
                        cache(lambda: open_transport(root, settings)),
                        letters_of(workspace),
                        by=dueing.CRON,
                        clock=_now,
                        patient=False,
                    )
                    dueing.send_due(workspace, way, heard)
            except TryLater as later:
                heard.wrong(f"{later.message}", dueing.LATER)
            except Usage as usage:
                heard.wrong(f"{usage.message} ({usage.hint})" if usage.hint else usage.message)
    except TryLater:
        return  # another run is at it: what is due, it sends
    if heard.status:
        raise typer.Exit(heard.status)


def _quiet(event: dict[str, object]) -> None:
    del event


@contextmanager
def _ledger(workspace: Workspace) -> Iterator[Ledger]:
    from nutgraf.deliver.ledgers.opening import open_ledger

    ledger = open_ledger(workspace.root, workspace.settings)
    try:
        yield ledger
    finally:
        ledger.close()


def _now() -> datetime:
    return datetime.now(UTC)


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
