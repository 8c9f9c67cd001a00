"""Writing a stet at the end of the line that it is for."""

from __future__ import annotations

import re

from nutgraf.errors import Usage
from nutgraf.model import FileText, Place

# Obsidian wants a block id at the very end of its line.
_BLOCK_ID = re.compile(r"[ \t]+\^[A-Za-z0-9-]+[ \t]*$")


def with_stet(file: FileText, place: Place, rule: str, reason: str) -> tuple[str, str]:
    """The text of a file with a stet for the words at a place, and the line as it is then.

    Raises Usage for a reason that would end the comment that it stands in.
    """
    reason = " ".join(reason.split())
    if "--" in reason or "%%" in reason:
        raise Usage("a reason cannot hold -- or %%", "write it with other marks")
    text = file.text
    start = text.rfind("\n", 0, place.end) + 1
    ends = [at for mark in "\r\n" if (at := text.find(mark, place.end)) >= 0]
    end = min(ends, default=len(text))
    at = len(text[start:end].rstrip()) + start
    block_id = _BLOCK_ID.search(text, place.end, end)
    if block_id is not None:
        at = block_id.start()
    at = max(at, place.end)
    written = f"{text[:at]} <!-- stet {rule}: {reason} -->{text[at:]}"
    stop = end + len(written) - len(text)
    return written, written[start:stop].rstrip()
