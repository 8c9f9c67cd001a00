"""What the DNS and the relay say of the domain that mail is sent from.

Each check takes lookups and gives remarks. It raises TryLater where the DNS does not answer: then
nothing is known, and nothing is said to be wrong.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

State = Literal["ok", "warning", "error", "not checked"]


class Remark(NamedTuple):
    """How one thing stands; `hint` is the next step, empty where all is well."""

    state: State
    message: str
    hint: str = ""
