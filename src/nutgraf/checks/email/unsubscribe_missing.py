"""unsubscribe-missing: an email that the law does not let out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.email.miniature import BRIEF, SEEDS, email
from nutgraf.checks.email.page import read_page
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.render.tokens import UNSUBSCRIBE_URL


def check(case: Case) -> Iterator[Found]:
    if case.email is None:
        return
    page = read_page(case.email)
    if not any(link.href == UNSUBSCRIBE_URL for link in page.links):
        yield Found(
            case.brief.front.place,
            "the email has no link to unsubscribe",
            "put it in the template: {{ unsubscribe_url }}",
            about="unsubscribe link",
        )
    if case.postal_address and not shows_address(case.postal_address, page.text):
        yield Found(
            case.brief.front.place,
            "the email does not show the postal address",
            "put it in the template: {{ publication.postal_address }}",
            about="postal address",
        )


def shows_address(address: str, text: str) -> bool:
    """Whether every line of the address stands in a text, however it is set."""
    shown = _plain(text)
    return all(_plain(line) in shown for line in address.splitlines())


def _plain(text: str) -> str:
    return "".join(re.findall(r"\w+", text.casefold()))


RULE = Rule(
    name="unsubscribe-missing",
    family="email",
    severity="error",
    decided="code",
    law="An email has a link to unsubscribe and shows the postal address of the publication.",
    why="Law in most countries asks for both (in the United States CAN-SPAM, 15 U.S.C. 7704), and "
    "providers stop who sends without.",
    bad=Example(
        BRIEF,
        SEEDS,
        email("<p>Opens on Sunday.</p>", foot="<p>Example Street 1, 12345 Example City</p>"),
    ),
    good=Example(BRIEF, SEEDS, email("<p>Opens on Sunday.</p>")),
    check=check,
)
