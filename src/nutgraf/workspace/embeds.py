"""Embeds as they are written: `![[note]]`, `![[note#Heading]]`, `![[note#^a,^b]]`."""

from __future__ import annotations

import re
from dataclasses import dataclass

EMBED = re.compile(r"!\[\[([^\[\]\n|#]+)(?:#([^\[\]\n|]*))?(?:\|[^\[\]\n]*)?\]\]")


@dataclass(frozen=True, slots=True)
class WrittenEmbed:
    target: str
    heading: str | None
    block_ids: tuple[str, ...]


def read_embed(text: str) -> WrittenEmbed | None:
    """The embed that `text` is, all of it, or None."""
    found = EMBED.fullmatch(text.strip())
    if found is None:
        return None
    part = (found.group(2) or "").strip()
    if part.startswith("^"):
        ids = tuple(name.strip().lstrip("^").strip() for name in part.split(","))
        return WrittenEmbed(found.group(1).strip(), None, ids)
    return WrittenEmbed(found.group(1).strip(), part or None, ())
