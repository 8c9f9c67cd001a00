"""What a plain YAML scalar means: YAML 1.1 without its surprises.

`001`, `12:30`, `1_000`, `yes`, `no`, `on`, `off` are text; `true` and `false`, decimal numbers,
dates (`2026-02-12`) and full timestamps (ISO 8601) are what they look like.
"""

from __future__ import annotations

import re
from datetime import date, datetime

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
TRUTH = {
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
# Eighteen digits are what fits a 64-bit number; more is an id, and stays text.
INTEGER = re.compile(r"-?(?:0|[1-9]\d{0,17})", re.ASCII)
DECIMAL = re.compile(r"-?(?:0|[1-9]\d{0,17})\.\d{1,18}", re.ASCII)
DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
MOMENT = re.compile(
    r"(?P<date>\d{4}-\d{2}-\d{2})(?:[Tt]|[ \t]+)(?P<time>\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)"
    r"[ \t]*(?P<zone>[Zz]|[+-]\d{2}(?::?\d{2})?)?",
    re.ASCII,
)

Value = str | int | float | bool | date | datetime | None


def plain_value(text: str) -> Value:
    """The value of a scalar that stands without quotes; what is nothing else is its text."""
    if text in NOTHING:
        return None
    if text in TRUTH:
        return TRUTH[text]
    if INTEGER.fullmatch(text):
        return int(text)
    if DECIMAL.fullmatch(text):
        return float(text)
    moment = as_date(text) or as_moment(text)
    return text if moment is None else moment


def as_date(text: str) -> date | None:
    """The date that `2026-02-12` is; None for anything else, `2026-02-30` included."""
    if not DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def as_moment(text: str) -> datetime | None:
    """The full date and time that an ISO 8601 text is, with a zone only where it states one."""
    found = MOMENT.fullmatch(text)
    if not found:
        return None
    zone = (found["zone"] or "").upper()
    try:
        return datetime.fromisoformat(f"{found['date']}T{found['time']}{zone}")
    except ValueError:
        return None
