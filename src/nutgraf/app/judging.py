"""The claims of a brief, judged once for the lines of its digests and for its check.

What a format tells of the check is needed before anything is rendered, and the rules read what was
rendered: so judging comes first, rendering second and the rules last.
"""

# ruff: noqa: PLC0415 - what reads and compares is loaded only where something has to be judged

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

import msgspec

from nutgraf.app.check_cache import state_of
from nutgraf.app.given import given_of
from nutgraf.app.kept_files import keep
from nutgraf.checks.record import Record
from nutgraf.model import Brief, Grounds, Source
from nutgraf.workspace.loading import Workspace

if TYPE_CHECKING:
    from nutgraf.checks.case import Case
    from nutgraf.evidence.index import Index

FOLDER = ".nutgraf/grounds"


@dataclass
class Judging:
    """One brief of the workspace; nothing is judged before something asks. `indexer` reads."""

    workspace: Workspace
    brief: Brief
    indexer: Callable[[Source], Index]
    case: Case | None = None

    def grounds(self, format_name: str) -> Grounds | None:
        """What a format tells readers of the check; None where it tells nothing.

        Kept on disk for as long as the brief, its pack and what persons said of it stay. Raises
        Usage where there is no such format, and Faulty where a file of the desk is wrong.
        """
        return self._grounds if self.workspace.styles.format(format_name).made else None

    @cached_property
    def _grounds(self) -> Grounds:
        root, brief = self.workspace.root, self.brief
        given = given_of(self.workspace, brief)
        key = state_of(brief, f"grounds\0{given!r}")
        path = root / FOLDER / f"{hashlib.sha256(brief.path.encode()).hexdigest()[:16]}.msgpack"
        try:
            known, found = _decoder().decode(path.read_bytes())
            if known == key:
                return found
        except (OSError, msgspec.MsgspecError):
            pass
        from nutgraf.app.checking import judged_case
        from nutgraf.checks.grounds import grounds

        self.case = judged_case(brief, self.indexer, record=Record(given=given))
        found = grounds(self.case)
        keep(path, msgspec.msgpack.encode((key, found)))
        return found


@cache
def _decoder() -> msgspec.msgpack.Decoder[tuple[str, Grounds]]:
    return msgspec.msgpack.Decoder(tuple[str, Grounds])
