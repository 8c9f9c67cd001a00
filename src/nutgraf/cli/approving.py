"""The command `approve`."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

import shlex
import textwrap
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nutgraf.cli.arguments import from_root, one_of, workspace_here
from nutgraf.cli.telling import in_json, next_step, tell_faults, told

if TYPE_CHECKING:
    from nutgraf.app.approve import Proposal
    from nutgraf.desk.approval import Approval
    from nutgraf.desk.gate import Obstacle
    from nutgraf.workspace.loading import Workspace

FORMATS = ("text", "json")
_WIDTH = 80


def approve(
    name: Annotated[str, typer.Argument(metavar="BRIEF", help="The brief; it is never guessed.")],
    *,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who approves; git's user, unless said.")
    ] = None,
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help="Take the approval back: the brief does not go.")
    ] = False,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORM", help="text or json.")
    ] = "text",
) -> None:
    """Give your word that a brief may go: what will be sent is frozen.

    Runs the gate (`policy.gate` in nutgraf.yaml), then keeps the email, its plain text, the
    subject, the list and the time in briefs/BRIEF.approved/, which is to be committed and pushed.
    An edit of anything that they were made from withdraws the approval. Exit status 1 where
    something stands in the way.

    \b
    nutgraf approve 2026-02-13
    nutgraf approve 2026-02-13 --withdraw
    """
    from nutgraf.app import approve as approving
    from nutgraf.app.git import person
    from nutgraf.desk.approval_files import folder_name

    with told():
        one_of(form, FORMATS, "format")
        workspace = workspace_here()
        entry = workspace.brief_entry(from_root(workspace, [name])[0])
        if withdraw:
            _withdraw(workspace, entry.id, form, was=approving.withdraw(workspace, entry))
            return
        who = person(workspace.root, by)
        now = datetime.now().astimezone()
        proposal = approving.propose(workspace, entry, by=who, now=now)
        tell_faults(workspace.warnings)
        if form == "text":
            _show(workspace, proposal, now)
        if not proposal.held:
            approving.freeze(workspace, proposal)
            if form == "text":
                typer.echo(f"\napproved: {folder_name(entry.id)}/")
    if form == "json":
        typer.echo(in_json(_told(proposal), indent=1))
    if proposal.held:
        raise typer.Exit(1)
    _tell_next(workspace, proposal.approval, [one.path for one in proposal.approval.inputs])


def _withdraw(workspace: Workspace, brief_id: str, form: str, *, was: bool) -> None:
    from nutgraf.desk.approval_files import folder_name

    if form == "json":
        typer.echo(in_json({"version": 1, "brief": brief_id, "withdrawn": was}))
    elif was:
        typer.echo(f"{brief_id} is approved no more")
    else:
        typer.echo(f"{brief_id} was not approved")
    if was:
        from nutgraf.app.git import uncommitted

        folder = folder_name(brief_id)
        if uncommitted(workspace.root, [folder]):
            next_step(f"{_commit([folder], f'Withdraw {brief_id}')}, and push it")


# --- what is approved ----------------------------------------------------------------------------


def _show(workspace: Workspace, proposal: Proposal, now: datetime) -> None:
    """What will be frozen, or what stands in the way."""
    approval = proposal.approval
    errors = sum(one.level == "error" for one in proposal.obstacles)
    if errors:
        typer.echo(f"NOT APPROVED {approval.path} · {errors} in the way")
    else:
        typer.echo(f"{approval.id}  {approval.title}")
        for label, words in _lines(workspace, approval, now):
            _line(label, words)
        before = proposal.before
        if before is not None:
            from nutgraf.desk.clock import shown

            when = shown(before.approved_at, approval.time_zone)
            _line("replaces", f"the approval by {before.approved_by}, {when}")
            for change in proposal.changes:
                _line("", change)
    for number, one in enumerate(proposal.obstacles, 1):
        typer.echo("")
        typer.echo("\n".join(_obstacle(one, number)))


def _lines(workspace: Workspace, approval: Approval, now: datetime) -> Iterator[tuple[str, str]]:
    from nutgraf.desk.approval import HTML, TEXT

    yield "subject", approval.subject
    if approval.preheader:
        yield "preheader", approval.preheader
    yield "from", f"{approval.from_name} <{approval.from_address}>"
    yield "to", _readers(workspace, approval)
    yield "when", _when(approval, now)
    check = approval.check
    settle = f"{check.errors} to fix, {check.warnings} to settle, {check.stets} let stand"
    yield "check", f"{check.claims} claims · {settle}"
    yield "frozen", f"{HTML} and {TEXT}, from {len(approval.inputs)} files"
    yield "by", approval.approved_by


def _readers(workspace: Workspace, approval: Approval) -> str:
    if approval.list is None:
        return "no list: nutgraf.yaml names none"
    from nutgraf.app import recipients
    from nutgraf.errors import TryLater, Usage

    named = f"the list {approval.list}"
    try:
        known = recipients.standing(workspace.root, workspace.settings, approval.list)
    except (Usage, TryLater) as error:
        return f"{named}, which cannot be read here: {error.message}"
    if known.tally.faults:
        fault = known.tally.faults[0]
        return f"{named}, which is wrong at {fault.where()}: {fault.message}"
    return f"{named}: {known.mailed:,} reader{'s' * (known.mailed != 1)}"


def _when(approval: Approval, now: datetime) -> str:
    from nutgraf.desk.clock import away, shown

    if approval.send_at is None:
        return "by hand: the brief has no send_at"
    return f"{shown(approval.send_at, approval.time_zone)}, {away(approval.send_at, now)}"


def _line(label: str, words: str) -> None:
    lines = textwrap.wrap(words, _WIDTH - 12, break_on_hyphens=False) or [""]
    typer.echo(f"  {label:<10}{lines[0]}")
    for line in lines[1:]:
        typer.echo(f"{'':<12}{line}")


def _obstacle(one: Obstacle, number: int) -> Iterator[str]:
    head = "FIX" if one.level == "error" else "SETTLE"
    message = f"{one.message[:1].upper()}{one.message[1:]}"
    lines = textwrap.wrap(message, _WIDTH - 11, break_on_hyphens=False)
    yield f"{f'{head} {number}':<11}{lines[0]}"
    yield from (f"{'':<11}{line}" for line in lines[1:])
    label = "  do"
    for line in textwrap.wrap(one.remedy, _WIDTH - 11, break_on_hyphens=False):
        yield f"{label:<11}{line}"
        label = ""
    yield f"{f'{one.where} · {one.condition}':>{_WIDTH}}"


def _told(proposal: Proposal) -> Any:
    import msgspec

    return {
        "version": 1,
        "brief": proposal.approval.path,
        "approved": not proposal.held,
        "obstacles": [
            {
                "condition": one.condition,
                "level": one.level,
                "message": one.message,
                "remedy": one.remedy,
                "where": one.where,
            }
            for one in proposal.obstacles
        ],
        "approval": msgspec.to_builtins(proposal.approval),
        "changes": list(proposal.changes),
    }


# --- what is next --------------------------------------------------------------------------------


def _tell_next(workspace: Workspace, approval: Approval, inputs: list[str]) -> None:
    """The machine that sends gets the approval by pulling, with all that it was made from."""
    from nutgraf.app.git import uncommitted
    from nutgraf.desk.approval_files import folder_name

    steps = []
    folder = folder_name(approval.id)
    changed = uncommitted(workspace.root, [folder, *inputs, "nutgraf.yaml"])
    if changed is not None:
        paths = [folder, *(path for path in changed if not path.startswith(f"{folder}/"))]
        steps.append(f"{_commit(paths, f'Approve {approval.id}')}, and push it")
    if approval.send_at is None:
        steps.append(f"nutgraf send {approval.id}")
    else:
        steps.append("cron’s `nutgraf send --due` sends it when its time has come")
    next_step("; then ".join(steps))


def _commit(paths: list[str], message: str) -> str:
    return f"git add {shlex.join(paths)} && git commit -m {shlex.quote(message)}"
