"""What `*.md.j2` templates need beside Jinja's own filters."""

from __future__ import annotations

import json
import re
from typing import Final

from nutgraf.render.template_markdown import MarkdownSafe, escape_markdown

_FENCE = re.compile(r"(`{3,}|~{3,})")
_TICKS = re.compile("`{3,}")
_PLAIN_BAR = re.compile(r"(?<!\\)\|")
_YAML_UNSAFE: Final = {"\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P", "\ufeff": "\\uFEFF"}


def yaml(value: str) -> MarkdownSafe:
    """A text as a YAML scalar in double quotes, on one line."""
    quoted = json.dumps(value, ensure_ascii=False)
    for character, escape in _YAML_UNSAFE.items():
        quoted = quoted.replace(character, escape)
    return MarkdownSafe(quoted)


def prefixed(text: str, prefix: str, first: str | None = None) -> MarkdownSafe:
    """Every line behind `prefix`, such as `> `; the first behind `first`, if that is given."""
    lines = str(escape_markdown(text)).strip("\n").split("\n")
    starts = [prefix if first is None else first, *[prefix] * (len(lines) - 1)]
    return MarkdownSafe("\n".join((a + b).rstrip() for a, b in zip(starts, lines, strict=True)))


def cell(text: str) -> MarkdownSafe:
    """Words that stand in a table's cell, where a bar would end it."""
    return MarkdownSafe(_PLAIN_BAR.sub(r"\\|", str(escape_markdown(text)).replace("\n", " ")))


def fenced(text: str) -> MarkdownSafe:
    """A block of code behind a fence that it does not hold itself."""
    longest = max((len(found) for found in _TICKS.findall(text)), default=2)
    fence = "`" * (longest + 1)
    return MarkdownSafe(f"{fence}\n{text}\n{fence}")


def tidy(markdown: str) -> str:
    """One blank line at most outside code, no space at a line's end, one line feed at the end."""
    found: list[str] = []
    fence = ""
    for line in markdown.split("\n"):
        mark = _FENCE.match(line.lstrip("> "))
        if mark and not fence:
            fence = mark[1]
        elif mark and line.strip("> ") == fence:
            fence = ""
        bare = line if fence else line.rstrip()
        if fence or bare or (found and found[-1]):
            found.append(bare)
    return "\n".join(found).strip("\n") + "\n"
