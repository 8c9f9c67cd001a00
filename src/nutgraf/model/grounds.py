"""What a check found that readers may be told: on what each story rests, and what was compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Document = Literal[
    "filing",
    "declaration",
    "affidavit",
    "complaint",
    "motion",
    "lawsuit",
    "ruling",
    "judgment",
    "judgement",
    "study",
    "survey",
    "paper",
    "letter",
    "memo",
    "memorandum",
    "audit",
    "indictment",
    "transcript",
]
"""What a document that a brief describes is called."""


@dataclass(frozen=True, slots=True)
class StoryGrounds:
    """The ids of the sources that carry something in a story, and the names of their origins.

    `unread` are the documents that it describes and that nobody here has read.
    """

    sources: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    unread: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a brief rests on, story by story in its own order.

    `statements` are those that go out and could be compared with its `sources` (their number), or
    that a person verified; `verified` tells how many of them that is.
    """

    stories: tuple[StoryGrounds, ...]
    statements: int
    sources: int
    verified: int
