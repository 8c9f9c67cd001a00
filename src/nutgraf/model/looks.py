"""What stood at a source's address when it was looked up again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from nutgraf.model.places import FileText

LookOutcome = Literal["as captured", "changed", "replaced", "gone"]
"""`replaced`: another text stands there."""


@dataclass(frozen=True)
class Look:
    """One look at the page of the source `source` (its id), which found it other than before.

    `file` holds what is kept of it; its text begins at `body`, and is empty where the page is gone.
    `title` is the headline of the page, `reason` what the server said; `etag` and `modified` are
    what it is asked with the next time.
    """

    source: str
    when: datetime
    outcome: LookOutcome
    file: FileText = field(repr=False)
    body: int = 0
    title: str = ""
    url: str = ""
    reason: str = ""
    etag: str = ""
    modified: str = ""

    @property
    def text(self) -> str:
        """What the page said."""
        return self.file.text[self.body :]

    @property
    def drifted(self) -> bool:
        """Whether the page is no longer what was captured."""
        return self.outcome != "as captured"

    def __repr__(self) -> str:
        """Short, and another one for another look: checks are kept by it."""
        words = hashlib.sha256(self.file.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return f"Look({self.source!r}, {self.file.path!r}, {words})"
