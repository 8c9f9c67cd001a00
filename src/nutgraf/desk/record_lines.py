"""Records of the desk as lines of a YAML list: what two people add to a file can be joined.

Git's union merge keeps the lines of both, so that a record has to be whole in its line.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import yaml

# What YAML does not let stand as it is, also inside quotation marks, or takes for a line end.
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff\u200b-\u200f\u202a-\u202e]"
)
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def quoted(value: str) -> str:
    """Any text as it stands in a record, in double quotation marks."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_UNPRINTABLE.sub(_escape, escaped)}"'


def read_line(line: str) -> dict[str, Any]:
    """The record of a line; every value is text. Raises ValueError where it is none."""
    try:
        found = yaml.load(line, Loader=_loader())  # noqa: S506 - a loader of texts alone
    except yaml.YAMLError:
        raise ValueError("it is no record") from None
    if not isinstance(found, list) or len(found) != 1 or not isinstance(found[0], dict):
        raise ValueError("it is no record")
    told: dict[str, Any] = found[0]
    return told


def holds_no_record(line: str) -> bool:
    """Whether a line is empty, or a comment."""
    return not line.strip() or line.lstrip().startswith("#")


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0], f"\\u{ord(found[0]):04x}")


@cache
def _loader() -> Any:
    """Everything is text: no dates, no numbers, no objects."""
    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)
