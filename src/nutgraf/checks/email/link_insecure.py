"""link-insecure: a link that gives the reader, or a password, away."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from nutgraf.checks.case import Case
from nutgraf.checks.email.miniature import BRIEF, SEEDS, email
from nutgraf.checks.email.page import read_page
from nutgraf.checks.email.places import link_place
from nutgraf.checks.rule import Example, Found, Rule


def check(case: Case) -> Iterator[Found]:
    for href in dict.fromkeys(link.href for link in read_page(case.email or "").links):
        told = _wrong(href)
        if told is not None:
            message, remedy = told
            yield Found(link_place(case, href), message, remedy, about=f"link {href}")


def _wrong(href: str) -> tuple[str, str] | None:
    """What is wrong with an address, and the mend."""
    scheme = href.partition(":")[0].strip().lower()
    if scheme in ("javascript", "vbscript", "data"):
        return f"a link runs {scheme}:", "link to a page"
    if scheme not in ("http", "https"):
        return None
    try:
        parts = urlsplit(href)
        host, user = parts.hostname or "", parts.username
    except ValueError:
        return None
    if user is not None:
        return f"a link to {host} holds a user name", f"take {user}@ out of the link"
    if scheme == "http":
        return f"http:{href.partition(':')[2]} is not encrypted", "write https:, if the page has it"
    return None


RULE = Rule(
    name="link-insecure",
    family="email",
    severity="warning",
    decided="code",
    law="Links are https:, and hold no user, no password and no script.",
    why="What a reader opens from an email should not be read or changed on the way.",
    bad=Example(BRIEF, SEEDS, email('<p>See <a href="http://room.example/">the room</a>.</p>')),
    good=Example(BRIEF, SEEDS, email('<p>See <a href="https://room.example/">the room</a>.</p>')),
    check=check,
)
