"""What is wrong with this machine, this workspace and its templates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from nutgraf.app.diagnosis import Diagnosis
from nutgraf.app.machine import packages, python
from nutgraf.errors import Usage

__all__ = ["Diagnosis", "examine"]


def examine(start: Path, *, today: date) -> tuple[Diagnosis, ...]:
    """Everything that is wrong from the folder `start` on, and one line for what is well.

    Looks at Python, at the packages that nutgraf needs, and at the workspace that `start` lies in.
    """
    return (
        Diagnosis("python", *python()),
        *(Diagnosis("packages", *told) for told in packages()),
        *_workspace(start, today),
    )


def _workspace(start: Path, today: date) -> Iterator[Diagnosis]:
    try:
        # A package that is missing must not keep the doctor from saying so.
        from nutgraf.app.doctor_workspace import examine_workspace  # noqa: PLC0415
        from nutgraf.workspace.files import find_root  # noqa: PLC0415

        yield from examine_workspace(find_root(start), today)
    except Usage as usage:
        yield Diagnosis("workspace", "error", usage.message, usage.hint)
    except ImportError as error:
        message = f"not looked at to its end: {error}"
        yield Diagnosis("workspace", "error", message, "install nutgraf anew: pip install nutgraf")
