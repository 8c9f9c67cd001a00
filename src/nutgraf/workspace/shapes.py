"""What a URL, an e-mail address, a colour, a language tag and the like look like.

Each check takes a text and returns what is wrong with it, in words that follow the quoted value,
and the next step; None where nothing is.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from nutgraf.workspace.nearest import nearest


class Wrong(NamedTuple):
    message: str
    hint: str


CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
EMAIL = re.compile(r"[^\s@<>()\[\],;:\\\"]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]")
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}", re.ASCII)
# BCP 47, as far as a newsletter needs it: en, pt-BR, zh-Hant-TW.
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)
SHA256 = re.compile(r"[0-9a-fA-F]{64}", re.ASCII)
# 30 minutes, 4 h, 90s
DURATION = re.compile(
    r"(\d{1,4}) *(s|seconds?|m|min|minutes?|h|hours?|d|days?)", re.ASCII | re.IGNORECASE
)
# What CSS takes for a list of fonts and no template has to escape.
FONT_STACK = re.compile(r"[A-Za-z0-9'-][A-Za-z0-9 _,'-]*", re.ASCII)
FIELD_NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
FOLDER = re.compile(r"[\w][\w .-]*")


def one_line(text: str) -> Wrong | None:
    """A line break or control character here could end a header of the email and begin another."""
    found = CONTROL.search(text)
    if not found:
        return None
    what = "a line break" if found[0] in "\r\n" else f"a control character (U+{ord(found[0]):04X})"
    return Wrong(f"holds {what}", "write it on one line, without escapes such as \\n and without |")


def url(text: str) -> Wrong | None:
    hint = "a web address is written https://example.org/page"
    if re.search(r"\s", text) or CONTROL.search(text):
        return Wrong("is not a web address: it holds a space", hint)
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return Wrong("is not a web address", hint)
    if parts.scheme not in {"http", "https"} or not host:
        return Wrong("is not a full web address", hint)
    return None


def email(text: str) -> Wrong | None:
    if EMAIL.fullmatch(text):
        return None
    return Wrong("is not an e-mail address", "an address is written desk@example.org")


def colour(text: str) -> Wrong | None:
    if COLOUR.fullmatch(text):
        return None
    return Wrong("is not a colour", 'a colour is written "#1a2b3c", in quotes, with six digits')


def duration(text: str) -> Wrong | None:
    if DURATION.fullmatch(text):
        return None
    return Wrong("is not a length of time", "write 30 minutes, 4 hours or 2 days")


def seconds(text: str) -> int:
    """The seconds of a length of time that `duration` has nothing to say of."""
    found = DURATION.fullmatch(text)
    assert found, text
    return int(found[1]) * {"s": 1, "m": 60, "h": 3600, "d": 86400}[found[2][0].lower()]


def ledger(text: str) -> Wrong | None:
    """A file of the workspace or a PostgreSQL database; a password does not belong in a file."""
    if "://" not in text:
        return one_line(text)
    hint = "write a file (sent/ledger.sqlite) or postgresql://host/database"
    try:
        parts = urlsplit(text)
    except ValueError:
        return Wrong("is not the address of a database", hint)
    if parts.scheme not in {"postgresql", "postgres", "sqlite"}:
        return Wrong("is not the address of a database that nutgraf knows", hint)
    return None


def without_password(text: str) -> str:
    """An address as it may be shown: without who logs in, and with what."""
    return re.sub(r"(?<=://)\S*@", "…@", text)


def font_stack(text: str) -> Wrong | None:
    if FONT_STACK.fullmatch(text):
        return None
    return Wrong("is not a list of fonts", "fonts are written Georgia, 'Times New Roman', serif")


def language(text: str) -> Wrong | None:
    if LANGUAGE.fullmatch(text):
        return None
    return Wrong("is not a language tag", "a language is written en, or en-GB (BCP 47)")


def sha256(text: str) -> Wrong | None:
    if SHA256.fullmatch(text):
        return None
    return Wrong("is not a SHA-256", "it has 64 digits of 0-9 and a-f")


def folder(text: str) -> Wrong | None:
    """The name of a folder, and no path that leads elsewhere."""
    if FOLDER.fullmatch(text):
        return None
    return Wrong("is not the name of a folder", "write the name of a folder in templates/")


def field_name(text: str) -> Wrong | None:
    """The name of a merge field, which templates write as `reader.NAME`."""
    if FIELD_NAME.fullmatch(text):
        return None
    bare = re.sub("[^a-z0-9]+", "_", text.lower()).strip("_0123456789")
    example = bare if FIELD_NAME.fullmatch(bare) else "first_name"
    return Wrong("is not the name of a merge field", f"write it as templates do: {example}")


def time_zone(text: str) -> Wrong | None:
    # zoneinfo reads its list from disk: only who has a time zone to check pays for it.
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones  # noqa: PLC0415

    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        known = available_timezones()
        cities = {name.rpartition("/")[2]: name for name in sorted(known)}
        near = nearest(text, known) or cities.get(nearest(text, cities) or "")
        example = f"did you mean {near}?" if near else "a time zone is written America/New_York"
        return Wrong("is not a time zone", example)
    return None
