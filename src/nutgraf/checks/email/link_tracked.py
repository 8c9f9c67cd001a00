"""link-tracked: a link that tells on the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from nutgraf.checks.case import Case
from nutgraf.checks.email.miniature import BRIEF, SEEDS, email
from nutgraf.checks.email.page import read_page
from nutgraf.checks.email.places import link_place
from nutgraf.checks.rule import Example, Found, Rule

_TRACKS = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|twclid|igshid|igsh|yclid|mc_[ce]id|mkt_tok|_hs(?:enc|mi)"
    r"|ref_src|wt_mc|cmpid|smid",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Found]:
    for href in dict.fromkeys(link.href for link in read_page(case.email or "").links):
        names = _tracking(href)
        if names:
            yield Found(
                link_place(case, href),
                f"a link is tracked: {', '.join(names)}",
                "take everything from the ? on that only counts readers out of the link",
                about=f"link {href}",
            )


def _tracking(href: str) -> list[str]:
    try:
        query = urlsplit(href).query
    except ValueError:
        return []
    names = dict.fromkeys(name for name, _ in parse_qsl(query, keep_blank_values=True))
    return [name for name in names if _TRACKS.fullmatch(name)]


RULE = Rule(
    name="link-tracked",
    family="email",
    severity="note",
    decided="code",
    law="Links carry no parameters that follow readers.",
    why="A copied link brings somebody else’s campaign along, and reports your readers to it.",
    bad=Example(
        BRIEF,
        SEEDS,
        email('<p>The <a href="https://room.example/?utm_source=app">reading room</a>.</p>'),
    ),
    good=Example(
        BRIEF, SEEDS, email('<p>The <a href="https://room.example/?day=3">reading room</a>.</p>')
    ),
    check=check,
)
