"""What the doctor says of one thing that it looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["ok", "warning", "error", "not checked"]


@dataclass(frozen=True)
class Diagnosis:
    """What was looked at and how it stands; `hint` is the next step, empty where all is well.

    What could not be looked at from here is `not checked`: nothing is known of it.

    `where` is `path:line:column` of a fault, relative to the workspace, as far as it is known; it
    stands at the beginning of `message`, too.
    """

    area: str
    state: State
    message: str
    hint: str = ""
    where: str = ""
