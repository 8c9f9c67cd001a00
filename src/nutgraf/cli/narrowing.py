"""Leaves a program the one command that was asked for, before Typer builds all that it has.

Typer builds the parsers of every command at each start, which takes longer than all the rest of
`nutgraf --version`. Help, completion and what nobody knows need all of them.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

import typer
from typer.models import CommandInfo, TyperInfo

_COMPLETION = "_NUTGRAF_COMPLETE"


def narrow(app: typer.Typer, arguments: Sequence[str]) -> None:
    """Takes from `app` the commands that `arguments` (without the program's name) do not name."""
    first = arguments[0] if arguments else ""
    names = {name_of(one) for one in app.registered_commands}
    names |= {name_of(one) for one in app.registered_groups}
    if _COMPLETION in os.environ or (first not in names and first != "--version"):
        return
    app.registered_commands = [one for one in app.registered_commands if name_of(one) == first]
    app.registered_groups = [one for one in app.registered_groups if name_of(one) == first]


def name_of(one: CommandInfo | TyperInfo) -> str:
    """What a command or a group is called."""
    if one.name:
        return str(one.name)
    return one.callback.__name__.replace("_", "-") if one.callback is not None else ""
