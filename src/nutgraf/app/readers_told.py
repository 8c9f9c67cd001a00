"""How many readers a list has, as far as it can be read here, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.errors import Fault, Faulty, TryLater, Usage
from nutgraf.workspace.loading import Workspace


@dataclass(frozen=True)
class ReadersTold:
    """`count` is None where the list cannot be read on this machine, and `why` says why."""

    count: int | None
    why: str = ""
    faults: tuple[Fault, ...] = ()


def readers_told(workspace: Workspace, list_name: str) -> ReadersTold:
    """Looks through the list of that name."""
    # The addresses are looked at one by one, which whoever checks or builds does not need.
    from nutgraf.deliver.recipients import open_list  # noqa: PLC0415

    try:
        tally = open_list(workspace.root, workspace.settings, list_name).examine()
    except (Usage, TryLater) as error:
        return ReadersTold(None, error.message)
    except Faulty as faulty:
        return ReadersTold(None, faulty.faults[0].message, faulty.faults)
    if tally.faults:
        return ReadersTold(None, str(tally.faults[0]).partition("\n")[0], tally.faults)
    return ReadersTold(tally.readers)
