"""Lists of readers for tests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from nutgraf.deliver.recipients import Roll, open_list
from nutgraf.errors import Fault
from nutgraf.workspace.delivery_settings import ListSource
from nutgraf.workspace.settings import Sender, Settings


def settings(fields: Sequence[str] = (), **lists: ListSource) -> Settings:
    """A publication with those lists, whose merge fields have no defaults."""
    return Settings(
        name="The Harbour Letter",
        sender=Sender("The Harbour Letter", "desk@harbour.example"),
        postal_address="Example Street 1",
        lists=lists,
        fields=dict.fromkeys(fields, ""),
    )


def roll(
    root: Path,
    content: str | bytes,
    *,
    name: str = "readers.csv",
    tags: Sequence[str] = (),
    fields: Sequence[str] = (),
) -> Roll:
    """The list `readers`, which stands in a file of that content."""
    data = content.encode() if isinstance(content, str) else content
    (root / name).write_bytes(data)
    listed = settings(fields, readers=ListSource(file=name, tags=list(tags)))
    return open_list(root, listed, "readers")


def told(faults: Sequence[Fault]) -> list[str]:
    """Where each fault is, and what it says."""
    return [f"{fault.where()}: {fault.message}" for fault in faults]


def addresses(list_: Roll) -> list[str]:
    return [reader.address for reader in list_.readers()]
