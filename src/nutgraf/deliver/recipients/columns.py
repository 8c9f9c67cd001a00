"""What the columns of a list are called, however they are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final, NamedTuple

ADDRESS: Final = "address"
NAME: Final = "name"
STATUS: Final = "status"
LISTS: Final = "lists"
TAGS: Final = "tags"
KNOWN: Final = (ADDRESS, NAME, STATUS, LISTS, TAGS)

_SAME: Final = {
    "email": ADDRESS,
    "e_mail": ADDRESS,
    "email_address": ADDRESS,
    "e_mail_address": ADDRESS,
    "list": LISTS,
    "tag": TAGS,
}
_HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_GAP = re.compile(r"[\W_]+")


class Wrong(NamedTuple):
    """What is wrong with the columns, and with which of them; None where it is all of them."""

    column: int | None
    message: str
    hint: str


def folded_column(written: str) -> str:
    """The name of a column as templates have it: `First Name` and `firstName` are `first_name`."""
    parted = _HUMP.sub("_", unicodedata.normalize("NFKC", written))
    name = _GAP.sub("_", parted).strip("_").lower()
    return _SAME.get(name, name)


def wrong_with(written: Sequence[str]) -> tuple[Wrong, ...]:
    """What keeps these columns from being a list of readers."""
    wrong = list[Wrong]()
    first: dict[str, str] = {}
    for number, one in enumerate(written):
        name = folded_column(one)
        if name and name in first:
            message = f"the columns “{first[name].strip()}” and “{one.strip()}” are both the {name}"
            wrong.append(Wrong(number, message, "give one of them another name"))
        first.setdefault(name, one)
    if ADDRESS not in first:
        wrong.append(_no_address(written))
    return tuple(wrong)


def _no_address(written: Sequence[str]) -> Wrong:
    if any("@" in one for one in written):
        hint = "write a line with the names of the columns above it, such as: address,name"
        return Wrong(None, "the first line has to name the columns, and this is a reader", hint)
    named = [one.strip() for one in written if one.strip()]
    there = f"there are: {', '.join(named)}" if named else "there is none"
    message = f"no column is called address (or email); {there}"
    return Wrong(None, message, "call the column with the e-mail addresses: address")
