"""A brief as the preview shows it at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from nutgraf.app.as_reader import AsReader
from nutgraf.app.build import message_of
from nutgraf.app.checked import Checked
from nutgraf.app.standing import Standing
from nutgraf.errors import Fault
from nutgraf.model import Brief
from nutgraf.render.digests import Digests
from nutgraf.workspace.brand import Brand
from nutgraf.workspace.formats import Format
from nutgraf.workspace.settings import Settings


@dataclass(frozen=True)
class Made:
    """All that was made of a brief in one format when nothing was wrong.

    `digests` hold the tokens, as what is copied does. While `checking`, `checked` is what the last
    check came to, or empty where there was none.
    """

    brief: Brief
    format_name: str
    format: Format
    settings: Settings
    brand: Brand
    digests: Digests
    checked: Checked
    checking: bool = False
    as_reader: AsReader | None = None

    @property
    def shown(self) -> Digests:
        """The digests as they are looked at: as one reader gets them, where one was named."""
        return self.digests if self.as_reader is None else self.as_reader.digests

    @cached_property
    def message(self) -> bytes:
        """The `.eml`, made when somebody looks at it."""
        if self.as_reader is not None:
            return self.as_reader.message
        return message_of(self.brief, self.digests, self.settings)


@dataclass(frozen=True)
class Snapshot:
    """The last good state of a brief, and what is wrong with it now.

    `made` is None where nothing could be made of it since the preview began. `version` grows with
    every change of the workspace; `faults` are those of now, with the remedy of each. `standing`
    is whether the brief is approved, as far as that was asked for.
    """

    id: str
    path: str
    format_name: str
    version: int
    made: Made | None
    faults: tuple[Fault, ...] = ()
    standing: Standing | None = None
