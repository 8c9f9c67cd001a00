"""An email as it was sent, made a part of a page: what is for one reader or an inbox goes out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

import nh3
from markupsafe import Markup

from nutgraf.deliver.messages.personal import field_values, personalised
from nutgraf.deliver.readers import Reader
from nutgraf.errors import Usage
from nutgraf.render.text import tidy
from nutgraf.render.token_links import without_line, without_link
from nutgraf.render.tokens import FIELD_TOKEN, TOKENS

DESCRIPTION = 200  # characters; search engines and feed readers show fewer
_WHOLE = re.compile(
    r"\A\s*<!doctype html>\s*<html\b[^>]*>\s*<head>(?P<head>.*?)</head>\s*"
    r"<body\b(?P<attributes>[^>]*)>(?P<body>.*)</body>\s*</html>\s*\Z",
    re.DOTALL | re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# The page says these itself.
_SAID_BY_THE_PAGE = re.compile(
    r"<title\b.*?</title>|<meta\b[^>]*\b(?:http-equiv|charset|name=[\"']?viewport)\b[^>]*>",
    re.DOTALL | re.IGNORECASE,
)
_STYLE = re.compile(r"\bstyle=\"([^\"]*)\"")
_PREHEADER = re.compile(r"\A\s*<div style=\"display:none;[^\"]*\">(.*?)</div>", re.DOTALL)
# What stands behind a preheader so that an inbox shows nothing else: it has no words.
_PADDING = re.compile("[\u034f\u200c\u200b\u00ad\ufeff\xa0\\s]+\\Z")
_SAID = re.compile(
    r"<(p|li)\b(?![^>]*\bclass=\"[^\"]*\b(?:muted|label)\b)[^>]*>(.*?)</\1>", re.DOTALL
)
_CITATION = re.compile(r"<(span|sup)\b[^>]*\bclass=\"cite\"[^>]*>.*?</\1>", re.DOTALL)
_JOINER = "\u2060"  # keeps a citation on the line of its words
_TITLE_END = "</h1>"


@dataclass(frozen=True)
class ArchivedEmail:
    """The parts of an email that a page is made of.

    `head` is its styles and metas, `ground` the style of its body element, `body` what readers
    saw; `description` says in one line what it is about: its preheader, or else its first words.
    """

    head: Markup
    ground: str
    body: Markup
    description: str


def archived_email(html: str, defaults: Mapping[str, str]) -> ArchivedEmail:
    """The parts of an email's HTML, with the defaults of the merge fields in their places.

    Raises Usage for what no format of nutgraf makes.
    """
    found = _WHOLE.match(_COMMENT.sub("", _for_nobody(html, defaults, html=True)))
    if found is None:
        raise Usage(
            "what was sent is no HTML page with a head and a body", "look at it in the ledger"
        )
    ground = _STYLE.search(found["attributes"])
    hidden = _PREHEADER.match(found["body"])
    body = found["body"][hidden.end() if hidden else 0 :]
    for token in TOKENS.values():
        body = without_link(body, token)
    preheader = _PADDING.sub("", unescape(hidden[1])).strip() if hidden else ""
    return ArchivedEmail(
        head=Markup(_SAID_BY_THE_PAGE.sub("", found["head"]).strip()),  # noqa: S704 - as rendered
        ground=unescape(ground[1]) if ground else "",
        body=Markup(body.strip()),  # noqa: S704 - as rendered
        description=shortened(preheader or _first_words(body)),
    )


def archived_text(text: str, defaults: Mapping[str, str]) -> str:
    """The plain text as it was sent, without what was for one reader."""
    for token in TOKENS.values():
        text = without_line(text, token)
    return tidy(_for_nobody(text, defaults, html=False))


def shortened(text: str, most: int = DESCRIPTION) -> str:
    """One line of at most so many characters, cut between words."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return (cut[: cut.rfind(" ")] if " " in cut else cut).rstrip(" ,;:–—-") + "…"


def _for_nobody(text: str, defaults: Mapping[str, str], *, html: bool) -> str:
    """What a reader gets of whom nothing is known; a field without a default is left out."""
    filled = personalised(text, field_values(Reader(""), defaults), html=html)
    return FIELD_TOKEN.sub("", filled)


def _first_words(body: str) -> str:
    """The first running text behind the title."""
    behind = _CITATION.sub("", body[max(body.find(_TITLE_END), 0) :])
    for found in _SAID.finditer(behind):
        words = unescape(nh3.clean(found[2], tags=set())).replace(_JOINER, "").strip()
        if words:
            return words
    return ""
