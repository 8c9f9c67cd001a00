"""link-broken: a link that leads nowhere from an inbox."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from nutgraf.checks.case import Case
from nutgraf.checks.email.answers import Answer
from nutgraf.checks.email.miniature import BRIEF, SEEDS, email
from nutgraf.checks.email.page import Page, read_page
from nutgraf.checks.email.places import link_place
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.render.tokens import TOKENS

_KNOWN = frozenset(["http", "https", "mailto", "tel", "sms", "javascript"])
_LOCAL = re.compile(r"(?:localhost|127\.\d|0\.0\.0\.0|\[::1\]|.*\.local)$", re.IGNORECASE)


def check(case: Case) -> Iterator[Found]:
    page = read_page(case.email or "")
    for href in dict.fromkeys(link.href for link in page.links):
        wrong = _wrong(href, page)
        if wrong:
            yield Found(
                link_place(case, href),
                f"“{href}” {wrong}" if href else "a link leads nowhere",
                "write the full address: https://…",
                about=f"link {href}",
            )
        elif answer := case.answers.get(href):
            yield from _answered(case, href, answer)


def web_links(html: str) -> list[str]:
    """The addresses of an email that a web server could be asked for."""
    page = read_page(html)
    hrefs = dict.fromkeys(link.href for link in page.links)
    return [
        href
        for href in hrefs
        if href.lower().startswith(("http://", "https://")) and not _wrong(href, page)
    ]


def _answered(case: Case, href: str, answer: Answer) -> Iterator[Found]:
    """What the server says of a link, with `--online`."""
    if answer.gone:
        message = f"“{href}” leads to nothing: {answer.gone}"
        remedy = "write an address that is there, or that of an archived copy"
        yield Found(link_place(case, href), message, remedy, about=f"link {href}")
    elif answer.unclear:
        message = f"“{href}” could not be checked: {answer.unclear}"
        remedy = "open it once yourself"
        place = link_place(case, href)
        yield Found(place, message, remedy, severity="note", about=f"link {href}")


def _wrong(href: str, page: Page) -> str:
    if href in TOKENS.values():
        return ""
    if href.startswith("#"):
        there = unquote(href[1:]) in page.ids
        return "" if there else "leads to nothing in this email"
    try:
        parts = urlsplit(href)
        host = parts.hostname or ""
    except ValueError:
        return "is no address"
    if parts.scheme.lower() not in _KNOWN:
        return "has no address outside this computer"
    if parts.scheme.lower() in ("http", "https") and (not host or _LOCAL.match(host)):
        return "leads to this computer only" if host else "has no host"
    return ""


RULE = Rule(
    name="link-broken",
    family="email",
    severity="error",
    decided="code",
    law="Every link leads somewhere from an inbox: no relative or local one, no dead anchor; "
    "with `--online`, nothing that its server says is not there.",
    why="A link that works on the desk and not in the inbox is found by the readers.",
    bad=Example(BRIEF, SEEDS, email('<p>See <a href="seeds/report.md">our report</a>.</p>')),
    good=Example(
        BRIEF, SEEDS, email('<p>See <a href="https://room.example/a">our report</a>.</p>')
    ),
    check=check,
)
