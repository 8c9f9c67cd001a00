"""Links to a token of `tokens.py` taken out of a digest, so that nobody meets a dead one."""

from __future__ import annotations

import re

# What parts two links that stand side by side.
_APART = r"(?:\s|&nbsp;|\xa0)*(?:·|•|\||&middot;|&bull;|&#183;)(?:\s|&nbsp;|\xa0)*"


def without_link(text: str, token: str) -> str:
    """HTML without the links to a token, the mark that parts them from others, and what is empty.

    A token that stands elsewhere leaves nothing.
    """
    link = rf"<a\b[^<>]*\bhref=[\"']?{re.escape(token)}[^<>]*>.*?</a>"
    place = "\0"
    marked = re.sub(link, place, text, flags=re.DOTALL | re.IGNORECASE)
    marked = re.sub(rf"{place}{_APART}|{_APART}{place}", place, marked)
    around = re.compile(rf"(<(p|div|li|span)\b[^<>]*>)\s*{place}\s*(</\2>)\s*", re.IGNORECASE)
    previous = ""
    while previous != marked:
        previous = marked
        marked = around.sub(place, marked)
    return marked.replace(place, "").replace(token, "")


def without_line(text: str, token: str) -> str:
    """Text without the links to a token; a line that was there for the link alone goes with it."""
    kept: list[str] = []
    for line in text.splitlines(keepends=True):
        if token not in line:
            kept.append(line)
            continue
        rest = _line_without(line, token)
        if rest.strip():
            kept.append(rest)
    return "".join(kept)


def _line_without(line: str, token: str) -> str:
    """What is left of a line: `[words](token)`, `<token>` and `Label: token` are links."""
    name = re.escape(token)
    link = rf"(?:\[[^\[\]]*\]\(<?{name}>?\)|[^\s·•|:][^·•|:]*:\s*<?{name}>?|<?{name}>?)"
    without = re.sub(rf"{link}{_APART}|{_APART}{link}|{link}", "", line)
    return without if without.endswith("\n") or not line.endswith("\n") else f"{without}\n"
