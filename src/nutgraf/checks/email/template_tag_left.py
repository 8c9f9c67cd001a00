"""template-tag-left: something of the template that was meant for no reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.email.miniature import BRIEF, SEEDS, email
from nutgraf.checks.email.page import read_page
from nutgraf.checks.published import published_prose
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.model import Place
from nutgraf.render.tokens import TOKEN

_TAG = re.compile(
    r"\{\{.{0,40}?(?:\}\}|$)|\{%.{0,40}?(?:%\}|$)|\{#.{0,40}?#\}"
    r"|%recipient[\w.]*%|\*\|\w+\|\*|%%[A-Z_][A-Z0-9_]{2,}%%|\[%[\w ]+%\]"
    r"|\blorem ipsum\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Found]:
    page = read_page(case.email or "")
    texts = [page.text, *(link.href for link in page.links)]
    seen: set[str] = set()
    for text in texts:
        for found in _TAG.finditer(text):
            tag = found.group()
            if TOKEN.fullmatch(tag) or tag in seen:
                continue
            seen.add(tag)
            yield Found(
                _place(case, tag),
                f"“{tag}” is left in the email",
                "write what should stand there, or mend the template",
                about=f"tag {tag}",
            )


def _place(case: Case, tag: str) -> Place:
    for prose in published_prose(case.brief):
        at = prose.text.find(tag)
        if at >= 0:
            return prose.place(at, at + len(tag))
    return case.brief.front.place


RULE = Rule(
    name="template-tag-left",
    family="email",
    severity="error",
    decided="code",
    law="No template tag, merge field or filler text is left in what goes out; the tokens that the "
    "sender replaces are no such tags.",
    why="“Dear {{ name }}” is the one mistake that every reader sees.",
    bad=Example(BRIEF, SEEDS, email("<p>Dear {{ first_name }},</p><p>we open on Sunday.</p>")),
    good=Example(BRIEF, SEEDS, email("<p>Dear reader,</p><p>we open on Sunday.</p>")),
    check=check,
)
