"""Hands an approved brief over to a service that keeps the list and sends by itself."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from email.headerregistry import Address

from nutgraf.app.standing import mailing_of, standing
from nutgraf.deliver.handovers import Handed, Parcel, Service
from nutgraf.deliver.handovers.buttondown import ButtondownService
from nutgraf.deliver.handovers.listmonk import ListmonkService
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.messages.personal import undeclared
from nutgraf.deliver.secrets import read_secret
from nutgraf.deliver.timing.due import late_by
from nutgraf.desk.approval import Approval
from nutgraf.errors import Usage
from nutgraf.render.providers import as_pasted
from nutgraf.workspace.loading import Entry, Workspace

SERVICES = ("listmonk", "buttondown")
_LONGEST_NAME = 200

_EXAMPLES = {
    "listmonk": """write in nutgraf.yaml:

    handover:
      listmonk:
        url: https://lists.example.org
        user: nutgraf
        token: {env: LISTMONK_TOKEN}
        lists: [3]""",
    "buttondown": """write in nutgraf.yaml:

    handover:
      buttondown:
        token: {env: BUTTONDOWN_TOKEN}""",
}


def approved(workspace: Workspace, entry: Entry) -> Approval:
    """The approval of a brief. Raises Usage where there is none that holds."""
    found = standing(workspace, entry)
    again = f"nutgraf approve {entry.id}"
    if found.approval is None:
        raise Usage(f"“{entry.id}” is not approved", again)
    if found.withdrawn:
        reasons = "\n".join(found.withdrawn)
        raise Usage(f"the approval of “{entry.id}” is withdrawn", f"{reasons}\n{again}")
    return found.approval


def time_of(approval: Approval, *, now: datetime) -> datetime:
    """When it is to be sent by itself. Raises Usage where that cannot be."""
    when = approval.when
    if when is None:
        hint = "write `send_at:` in the brief and approve it again, or hand over a draft"
        raise Usage(f"“{approval.id}” says no time at which it goes", hint)
    if late_by(when, now=now) >= timedelta():
        hint = "approve it with another time, or hand over a draft and send it there"
        raise Usage(f"the time of “{approval.id}” has passed: {when:%Y-%m-%d %H:%M %Z}", hint)
    if approval.list is not None:
        raise Usage(
            f"“{approval.id}” goes to the list “{approval.list}” from here: it would go twice",
            "take `lists` out of nutgraf.yaml and approve it again, or hand over a draft",
        )
    return when


def hand_over(
    workspace: Workspace, approval: Approval, *, to: str, schedule: bool, now: datetime
) -> Handed:
    """Makes a draft of the frozen bytes at a service, or brings the one that is there up to date.

    With `schedule` it goes by itself at the time that was approved. Raises Usage and TryLater.
    """
    if schedule:
        time_of(approval, now=now)
    settings = workspace.settings
    mailing = mailing_of(approval, workspace.root, now=now)
    mark = mark_of(settings.sender.address, mailing.key)
    when = approval.when
    if when is not None and late_by(when, now=now) >= timedelta():
        when = None  # of a draft that was not handed over in time, somebody sets another
    parcel = _parcel(mailing, to, settings.fields, mark=mark, when=when, schedule=schedule)
    with closing(_service(workspace, to)) as service:
        return service.hand_over(parcel)


def notes(to: str, workspace: Workspace, approval: Approval) -> Sequence[str]:
    """What an editor has to know of what stands at the service now."""
    told = []
    listmonk = workspace.settings.handover.listmonk
    if to == "listmonk" and listmonk is not None and listmonk.template is None:
        told.append("listmonk puts its template around the email: set handover.listmonk.template")
    if to == "buttondown":
        told.append("Buttondown makes the plain text itself: the one that was approved is not used")
    if approval.list is not None:
        told.append(
            f"“{approval.id}” goes to the list “{approval.list}” from here, too, once it is due: "
            "who sends it there has to withdraw it here"
        )
    return told


def _service(workspace: Workspace, to: str) -> Service:
    settings = workspace.settings
    if to == "listmonk" and settings.handover.listmonk is not None:
        listmonk = settings.handover.listmonk
        token = read_secret(listmonk.token, workspace.root, "the token for listmonk", listmonk.user)
        sender = settings.sender
        user, _, domain = sender.address.rpartition("@")
        return ListmonkService(listmonk, token, from_email=str(Address(sender.name, user, domain)))
    if to == "buttondown" and settings.handover.buttondown is not None:
        buttondown = settings.handover.buttondown
        token = read_secret(buttondown.token, workspace.root, "the key for Buttondown")
        return ButtondownService(buttondown, token)
    raise Usage(f"nutgraf.yaml does not say how to reach {to}", _EXAMPLES[to])


def _parcel(
    mailing: Mailing,
    to: str,
    fields: Mapping[str, str],
    *,
    mark: str,
    when: datetime | None,
    schedule: bool,
) -> Parcel:
    """What is sent of a mailing, with the service's merge tags in it. Raises Usage."""
    unknown = undeclared((mailing.html, mailing.text), fields)
    if unknown:
        names = ", ".join(sorted(unknown))
        raise Usage(f"nutgraf.yaml has no default for the merge field {names}", "add it to fields")
    return Parcel(
        mark=mark,
        name=f"{mailing.key} · {mailing.title}"[:_LONGEST_NAME],
        subject=as_pasted(mailing.subject, to),
        html=as_pasted(mailing.html, to, fields),
        text=as_pasted(mailing.text, to, fields),
        when=when,
        scheduled=schedule,
    )


def mark_of(sender: str, key: str) -> str:
    """By what a brief is known again; of letters and digits, which no service changes."""
    digest = hashlib.sha256(f"{sender}\0{key}".encode()).hexdigest()
    return f"nutgraf-{digest[:24]}"
