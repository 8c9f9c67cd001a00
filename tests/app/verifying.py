"""A newsroom in miniature whose note is verified: two outlets, a note, a brief that embeds it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from nutgraf.app.verify import Looked, Word, look, say
from nutgraf.language.bare import bare
from nutgraf.model import Matter
from nutgraf.workspace.loading import open_workspace
from tests.workspaces import Files

GAZETTE = """\
---
title: Harbour board fined over spill
publisher: The Harbour Gazette
url: https://gazette.example/spill
published: 2025-03-05
retrieved: 2025-03-06
---
Boats sail from the quay every hour.

The harbour board was fined $1.2 million on Tuesday over a fuel spill that killed 340 seabirds,
a court spokesman said. The spill began in a tank that was built in 1998.

“We failed the people who live here,” said Ines Varga, who chairs the board. She did not say who
had signed off on the tank.
"""
HERALD = """\
---
title: Court fines port
publisher: The Coast Herald
url: https://herald.example/port
published: 2025-03-05
retrieved: 2025-03-06
---
A judge fined the harbour board $1.2 million on Tuesday for the spill of last spring.

Wardens counted 340 dead seabirds in the two weeks after it.
"""
NOTE = """\
---
type: note
author: Tom Adair
sources: [gazette, herald]
---
## Key Points

- The harbour board was fined $1.2 million over a fuel spill that killed 340 seabirds. [@gazette]
- Boats sail from the quay every hour. [@gazette]

## Quotes

> “We failed the people who live here.” — Ines Varga, who chairs the harbour board [@gazette]
"""
BRIEF = """\
---
title: The spill
date: 2025-03-07
author: Ruth Okafor
sources: [gazette, herald]
---
## Summary

Wardens counted 340 dead seabirds in two weeks. [@herald]

## Key Points

![[spill#Key Points]]

## Quotes

![[spill#Quotes]]
"""
NEWSROOM: Files = {
    "seeds/gazette.md": GAZETTE,
    "seeds/herald.md": HERALD,
    "seeds/spill.md": NOTE,
    "briefs/2025-03-07.md": BRIEF,
}
FINE = "The harbour board was fined $1.2 million over a fuel spill that killed 340 seabirds."
NOW = datetime(2025, 3, 6, 16, 2, tzinfo=UTC)
VERIFIED = Word("verified", "captured page")


def looked_at(root: Path, name: str = "spill") -> Looked:
    """The note or brief of that name, read anew."""
    workspace = open_workspace(root)
    entry = workspace.entry(name)
    assert entry is not None
    return look(workspace, entry)


def matter(looked: Looked, begin: str = "The harbour board was fined") -> Matter:
    """The statement that begins so."""
    (found,) = (one for one in looked.matters if bare(one.text).startswith(bare(begin)))
    return found


def state(root: Path, name: str = "spill", begin: str = "The harbour board was fined") -> str:
    """How a statement stands after everything is read anew."""
    return matter(looked_at(root, name), begin).state


def give(
    root: Path,
    word: Word = VERIFIED,
    *,
    by: str = "Ines Quill",
    name: str = "spill",
    begin: str = "The harbour board was fined",
    after: int = 0,
) -> Looked:
    """Somebody gives their word, `after` so many minutes."""
    looked = looked_at(root, name)
    now = NOW + timedelta(minutes=after)
    return say(looked, matter(looked, begin), word, by=by, now=now)


def edit(root: Path, path: str, old: str, new: str) -> None:
    """Changes one place of a file."""
    text = (root / path).read_text("utf-8")
    assert text.count(old) == 1, (path, old, text.count(old))
    (root / path).write_text(text.replace(old, new), "utf-8")
