"""A brief as one reader of its list gets it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from nutgraf.app.approve import list_of
from nutgraf.app.build import EML, HTML, TEXT, send_time, write_files
from nutgraf.app.check import Shelf
from nutgraf.app.judging import Judging
from nutgraf.app.letters import letters_for
from nutgraf.app.rendering import digests_of
from nutgraf.deliver.archives.archive_links import page_folder
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.messages.letters import Letters
from nutgraf.deliver.messages.personal import personalised
from nutgraf.deliver.readers import Reader, folded
from nutgraf.deliver.recipients import Entry as Listed
from nutgraf.deliver.recipients import Roll, open_list
from nutgraf.errors import Usage
from nutgraf.model import Brief
from nutgraf.render.digests import Digests
from nutgraf.workspace.loading import Entry, Workspace
from nutgraf.workspace.nearest import nearest
from nutgraf.workspace.settings import Settings

FOLDER: Final = "as"
_FOR_LOOKING: Final = "signs what nobody takes for signed"


class Addressee(NamedTuple):
    """A reader, and the list by which the brief comes."""

    list_name: str
    reader: Reader


@dataclass(frozen=True)
class AsReader:
    """What somebody with that address gets of a brief."""

    address: str
    digests: Digests
    message: bytes


@dataclass(frozen=True)
class BuiltAs:
    """What was written for one reader: the folder, and the files in it."""

    brief: Brief
    reader: Reader
    folder: Path
    files: tuple[str, ...]

    @property
    def told(self) -> str:
        """For whom it was made."""
        name, address = self.reader.name, self.reader.address
        who = f"{name} <{address}>" if name else address
        return f"{self.brief.id} as {who} gets it; nothing was sent"


def build_as(
    workspace: Workspace, entry: Entry, address: str, *, output: Path | None = None
) -> BuiltAs:
    """Writes the email, its text and the message that would be sent to one reader.

    Raises Usage where nobody of the brief's list has the address or a key cannot be read, and
    Faulty where the brief or the list is wrong.
    """
    brief = workspace.brief(entry.path)
    list_name, reader = reader_of(workspace, brief, address)
    digests = digests_of(Judging(workspace, brief, Shelf(workspace.root).index))
    letters = letters_for(workspace, _draft(brief, digests, workspace.settings, list_name))
    shown = _digests_for(letters, digests, reader)
    files = {
        HTML: shown.html.encode(),
        EML: letters.to(reader).data,
        TEXT: shown.text.encode(),
    }
    root = output or workspace.root / "build"
    target = root / brief.id / FOLDER / page_folder(folded(reader.address))
    write_files(target, files)
    return BuiltAs(brief, reader, target, tuple(files))


def seen_by(addressee: Addressee, brief: Brief, digests: Digests, workspace: Workspace) -> AsReader:
    """A brief as its reader would get it, for looking at.

    It needs no secret and no key: the links to unsubscribe are signed with nothing that counts, so
    that nobody is unsubscribed by whoever looks. Raises Usage where no message can be made.
    """
    settings = workspace.settings
    mailing = _draft(brief, digests, settings, addressee.list_name)
    letters = Letters(mailing, settings, secret=_FOR_LOOKING)
    reader = addressee.reader
    shown = _digests_for(letters, digests, reader)
    return AsReader(reader.address, shown, letters.to(reader).data)


def reader_of(workspace: Workspace, brief: Brief, address: str) -> Addressee:
    """The list that a brief goes to, and who of it has that address.

    Raises Usage where nobody has, and Faulty where the list is wrong.
    """
    settings = workspace.settings
    name = list_of(brief, settings)
    if name is None:
        hint = "name a list under lists: in nutgraf.yaml, such as recipients/readers.csv"
        raise Usage(f"the brief goes to no list, so “{address}” is not on it", hint)
    roll = open_list(workspace.root, settings, name)
    key = folded(address)
    found = next((reader for reader in roll.readers() if reader.key == key), None)
    if found is None:
        raise _not_there(roll, address)
    return Addressee(name, found)


def _draft(brief: Brief, digests: Digests, settings: Settings, list_name: str) -> Mailing:
    """A brief as it would be sent if it were approved as it is."""
    when = send_time(brief, settings)
    return Mailing(
        brief.id, brief.title, brief.subject, digests.html, digests.text, when, list_name
    )


def _digests_for(letters: Letters, digests: Digests, reader: Reader) -> Digests:
    """The digests with a reader's own words and links in them."""
    values = letters.values(reader)
    return Digests(
        html=personalised(letters.html, values, html=True),
        text=personalised(letters.text, values, html=False),
        markdown=personalised(digests.markdown, values, html=False),
    )


def _not_there(roll: Roll, address: str) -> Usage:
    key = folded(address)
    listed = [entry for entry in roll.entries() if isinstance(entry, Listed)]
    for entry in listed:
        if entry.key == key:
            why = entry.status if entry.status != "active" else "without its tags, or for others"
            message = f"“{address}” stands in {roll.shown}, and gets nothing of {roll.name}: {why}"
            return Usage(message, "name somebody who gets the brief")
    near = nearest(address, _likely(key, (entry.address for entry in listed)))
    hint = f"did you mean {near}?" if near else f"add it: nutgraf recipients add {address}"
    return Usage(f"“{address}” is not on the list {roll.name} ({roll.shown})", hint)


def _likely(key: str, addresses: Iterable[str]) -> list[str]:
    """Those that have one half in common with it: a slip of the hand is in the other one."""
    local, _, domain = key.partition("@")
    return [one for one in addresses if {local, domain} & set(folded(one).split("@"))]
