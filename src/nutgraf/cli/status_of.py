"""The command `status`."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nutgraf.cli.arguments import from_root, workspace_here
from nutgraf.cli.telling import WRONG, in_json, next_step, tell_faults, told

if TYPE_CHECKING:
    from nutgraf.app.status import Status
    from nutgraf.deliver.ledgers import Row, Sending
    from nutgraf.deliver.outcome import State
    from nutgraf.desk.approval import Approval
    from nutgraf.workspace.loading import Workspace


def status(
    name: Annotated[
        str | None,
        typer.Argument(metavar="BRIEF", help="A brief; the newest few and all under way, if none."),
    ] = None,
    *,
    who: Annotated[
        bool, typer.Option("--who", help="List who of the readers is in which state.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON; with --who a line for each reader.")
    ] = False,
) -> None:
    """Say where a brief stands: checked, approved, due, sent to how many.

    \b
    nutgraf status                       the newest few, and all that are approved or under way
    nutgraf status 2026-02-13            one brief
    nutgraf status 2026-02-13 --who      its readers, one a line
    """
    from nutgraf.app import status as asking
    from nutgraf.errors import Usage

    now = datetime.now().astimezone()
    with told():
        workspace = workspace_here()
        if who:
            if name is None:
                raise Usage("whose readers?", "name a brief: nutgraf status BRIEF --who")
            one = asking.status(workspace, from_root(workspace, [name])[0], now=now)
            with asking.who(workspace, one.id) as rows:
                for row in rows:
                    typer.echo(_row(row, as_json=as_json))
            return
        if name is not None:
            found: Sequence[Status] = [
                asking.status(workspace, from_root(workspace, [name])[0], now=now)
            ]
        else:
            found = asking.statuses(workspace, now=now)
    if as_json:
        told_all = {"version": 1, "briefs": [_told(one) for one in found]}
        typer.echo(in_json(told_all, indent=1))
    elif name is not None:
        typer.echo("\n".join(_lines(found[0], workspace, now)))
    else:
        for one in found:
            typer.echo(_line(one))
    tell_faults(dict.fromkeys(fault for one in found for fault in one.faults))
    if name is not None and not as_json:
        for step in _next(found[0]):
            next_step(step)
    if any(one.faults for one in found):
        raise typer.Exit(WRONG)


# --- for people ----------------------------------------------------------------------------------


def _line(one: Status) -> str:
    """One brief in a line."""
    said = [one.stage, *_short(one)]
    if one.title:
        said.append(one.title)
    return f"{one.id:<11} {' · '.join(said)}"


def _short(one: Status) -> Iterator[str]:
    from nutgraf.desk.clock import shown

    approval = one.standing.approval
    if one.sending is not None:
        yield _counted(one)
    elif one.stage == "withdrawn":
        yield one.standing.withdrawn[0]
    elif one.stage == "wrong":
        yield one.faults[0].message
    elif approval is not None:
        when = approval.send_at
        yield shown(when, approval.time_zone) if when is not None else "by hand"
    elif one.summary is not None:
        yield f"{one.summary['errors']} to fix, {one.summary['warnings']} to settle"
        if one.signed:
            yield f"{one.signed} of {one.wanted} verified"
    else:
        yield "not checked since its last edit"


def _lines(one: Status, workspace: Workspace, now: datetime) -> Iterator[str]:
    """One brief in all that is known of it."""
    yield f"{one.id}  {one.title}".rstrip()
    for label, words in _facts(one, workspace, now):
        yield f"  {label:<10}{words}"


def _facts(one: Status, workspace: Workspace, now: datetime) -> Iterator[tuple[str, str]]:
    from nutgraf.desk.clock import shown

    zone = workspace.settings.time_zone
    yield "stage", one.stage
    yield "", _way(one)
    yield "file", one.entry.path if one.entry is not None else "gone"
    if one.summary is not None:
        told = one.summary
        work = f"{told['errors']} to fix, {told['warnings']} to settle, {told['notes']} notes"
        yield "checked", f"{told['claims']} claims · {work}"
    if one.drifted:
        yield "drifted", f"{', '.join(one.drifted)}: no longer what was captured"
    approval = one.standing.approval
    if approval is not None:
        yield "approved", f"by {approval.approved_by}, {shown(approval.approved_at, zone)}"
        for at, reason in enumerate(one.standing.withdrawn):
            yield "" if at else "withdrawn", reason
        if approval.list is not None:
            yield "to", f"the list {approval.list}"
        yield "when", _when(one, zone, now)
    elif not one.faults:
        yield "approved", "no"
    if one.sending is not None:
        yield "begun", f"by {one.sending.begun_by}, {shown(one.sending.begun, zone)}"
        if one.sending.forced:
            yield "forced", one.sending.forced
        yield "sent", _counted(one)
        if one.sending.ended is not None:
            yield "ended", shown(one.sending.ended, zone)


def _way(one: Status) -> str:
    """`noted ✓ → drafted ✓ → checked ✓ → verified 3 of 12 → approved → sent`."""
    from nutgraf.app.status import STEPS

    def told(step: str) -> str:
        if step in one.taken:
            return f"{step} ✓"
        if step == "verified" and one.wanted:
            return f"{step} {one.signed} of {one.wanted}"
        return step

    return " → ".join(map(told, STEPS))


def _when(one: Status, zone: str, now: datetime) -> str:
    from nutgraf.desk.clock import away, shown

    approval = one.standing.approval
    assert approval is not None
    if approval.send_at is None:
        return "by hand"
    told = f"{shown(approval.send_at, zone)}, {away(approval.send_at, now)}"
    if one.stage == "withdrawn":
        return f"{told}; held, because its approval is withdrawn"
    if one.stage == "late":
        return f"{told}: too late, so cron does not send it"
    return told


def _counted(one: Status) -> str:
    """`998 of 1,000; 1 deferred, 1 unknown`."""
    from nutgraf.deliver.outcome import State

    total = sum(one.counts.values())
    sent = one.counts.get(State.SENT, 0)
    rest = [
        f"{one.counts[state]:,} {state}"
        for state in State
        if state is not State.SENT and one.counts.get(state)
    ]
    whole = f"{sent:,} of {total:,}"
    if one.sending is not None and one.sending.listed is None:
        whole += " listed so far"
    return f"{whole}; {', '.join(rest)}" if rest else whole


def _next(one: Status) -> Iterator[str]:
    from nutgraf.deliver.outcome import State

    if one.stage in ("drafted", "checked", "verified") and one.summary is not None:
        command = "check" if one.stage == "drafted" else "approve"
        if one.stage == "checked" and one.signed:  # somebody has begun to
            command = "verify"
        yield f"nutgraf {command} {one.id}"
    elif one.stage in ("withdrawn", "wrong"):
        yield f"nutgraf {'approve' if one.stage == 'withdrawn' else 'check'} {one.id}"
    elif one.stage == "late":
        yield f"nutgraf send {one.id}, or another send_at and nutgraf approve {one.id}"
    elif one.stage == "approved" and one.standing.approval is not None:
        if one.standing.approval.send_at is None:
            yield f"nutgraf send {one.id}"
    elif one.stage in ("sending", "cancelled"):
        yield f"nutgraf send {one.id} --resume"
    if one.counts.get(State.UNKNOWN):
        yield f"nutgraf status {one.id} --who, which names those who may or may not have it"


# --- for programs --------------------------------------------------------------------------------


def _told(one: Status) -> Any:
    from nutgraf.app.status import STEPS

    approval, sending = one.standing.approval, one.sending
    return {
        "id": one.id,
        "path": one.entry.path if one.entry is not None else None,
        "title": one.title,
        "stage": one.stage,
        "steps": [step for step in STEPS if step in one.taken],
        "verified": {"signed": one.signed, "wanted": one.wanted},
        "summary": one.summary,
        "drifted": list(one.drifted),
        "approval": None if approval is None else _approval(approval),
        "withdrawn": list(one.standing.withdrawn),
        "sending": None if sending is None else _sending(sending, one.counts),
        "faults": [
            {"where": fault.where(), "message": fault.message, "hint": fault.hint}
            for fault in one.faults
        ],
    }


def _approval(approval: Approval) -> Any:
    return {
        "by": approval.approved_by,
        "at": _iso(approval.approved_at),
        "subject": approval.subject,
        "list": approval.list,
        "send_at": _iso(approval.send_at),
        "time_zone": approval.time_zone,
    }


def _sending(sending: Sending, counts: Mapping[State, int]) -> Any:
    return {
        "state": sending.state,
        "begun": _iso(sending.begun),
        "begun_by": sending.begun_by,
        "listed": _iso(sending.listed),
        "ended": _iso(sending.ended),
        "forced": sending.forced,
        "counts": {str(state): count for state, count in counts.items()},
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment is not None else None


def _row(row: Row, *, as_json: bool) -> str:
    if as_json:
        told = {
            "address": row.reader.address,
            "state": str(row.state),
            "tries": row.tries,
            "changed": _iso(row.changed),
            "next_try": _iso(row.next_try),
            "code": row.code,
            "enhanced": row.enhanced,
            "said": row.said,
        }
        return in_json(told)
    said = " ".join(part for part in (str(row.code or ""), row.enhanced, row.said) if part)
    return f"{row.state:<11}{row.reader.address}  {_iso(row.changed) or ''}  {said}".rstrip()
