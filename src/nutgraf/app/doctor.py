"""What is wrong with this machine, this workspace and its templates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from nutgraf.app.diagnosis import Diagnosis
from nutgraf.app.machine import packages, python
from nutgraf.errors import Faulty, Usage

if TYPE_CHECKING:
    from nutgraf.deliver.sending_domain.lookups import Lookups

__all__ = ["Diagnosis", "examine"]


def examine(start: Path, *, now: datetime, lookups: Lookups | None = None) -> Iterator[Diagnosis]:
    """Everything that is wrong from the folder `start` on, and one line for what is well.

    Looks at Python, at the packages that nutgraf needs, at the workspace that `start` lies in, and
    at how it sends. `now` has its zone. Without lookups the network is not asked.
    """
    yield Diagnosis("python", *python())
    yield from (Diagnosis("packages", *told) for told in packages())
    yield from _workspace(start, now, lookups)


def _workspace(start: Path, now: datetime, lookups: Lookups | None) -> Iterator[Diagnosis]:
    try:
        # A package that is missing must not keep the doctor from saying so.
        from nutgraf.app.doctor_workspace import examine_workspace  # noqa: PLC0415
        from nutgraf.workspace.files import find_root  # noqa: PLC0415

        root = find_root(start)
        yield from examine_workspace(root, now.date())
        yield from _sending(root, now, lookups)
    except Usage as usage:
        yield Diagnosis("workspace", "error", usage.message, usage.hint)
    except ImportError as error:
        message = f"not looked at to its end: {error}"
        yield Diagnosis("workspace", "error", message, "install nutgraf anew: pip install nutgraf")


def _sending(root: Path, now: datetime, lookups: Lookups | None) -> Iterator[Diagnosis]:
    from nutgraf.workspace.loading import open_workspace  # noqa: PLC0415 - see above

    try:
        settings = open_workspace(root).settings
    except Faulty:
        return  # told with the workspace
    delivery = settings.delivery
    if not (delivery.host or delivery.transport == "outbox" or settings.lists):
        message = "not set up: nutgraf.yaml names no relay and no list"
        yield Diagnosis("sending", "not checked", message)
        return
    # What knows of sending takes its time to load, and not everybody sends.
    from nutgraf.app.doctor_sending import examine_sending  # noqa: PLC0415

    yield from examine_sending(root, settings)
    if delivery.host is not None:
        from nutgraf.app.doctor_domain import examine_domain  # noqa: PLC0415 - see above

        yield from examine_domain(root, settings, lookups, now)
