"""Statements that somebody did not answer: who, whether silent or unwilling, and to whom.

`The ministry did not respond to the Herald’s request for comment`, `a spokesman declined to
comment`, `the firm could not be reached`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from nutgraf.language.sentences import split

Span = tuple[int, int]
Sort = Literal["silent", "declined", "not reached"]

_NOT = (
    r"(?:did not|didn['’]t|has not|had not|have not|hasn['’]t|haven['’]t|does not|do not|never"
    r"|failed to)"
)
_LATE = r"(?: (?:immediately|yet|also|previously|directly|initially|promptly|right away))*"
_SILENT = re.compile(
    rf"\b(?:also )?{_NOT}{_LATE} (?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?|answer(?:ed)?)"
    r"(?=[ ,.;](?:[^.;]{0,70}?\b(?:requests?|inquir(?:y|ies)|enquir(?:y|ies)|questions?|comments?|"
    r"calls?|e-?mails?|messages?|texts?|voicemails?)\b"
    r"|to (?:the )?(?-i:[A-Z])|[^.;]{0,3}$|[^.;]{0,30}\b(?:by|before)\b))"
    r"|\b(?:has|have|had) (?:not|yet to)(?: yet)?(?: publicly)? (?:comment(?:ed)?|respond(?:ed)?)\b"
    r"|\b(?:did not|didn['’]t) comment\b|\bmade no (?:public )?comment\b"
    r"|\bno (?:immediate )?(?:response|reply|answer) (?:from|to)\b"
    r"|\b(?:was|were) (?:also )?not (?:immediately )?available (?:for|to) comment\b"
    r"|\b(?:was|were) (?:immediately )?unavailable (?:for|to) comment\b",
    re.IGNORECASE,
)
_DECLINED = re.compile(
    r"\b(?:also )?(?:declined|declines|refused|refuses)(?: (?:repeated|several|multiple|all))?"
    r"(?: (?:to (?:be )?(?:comment|say|discuss|answer|elaborate|give|provide|speak|talk|respond"
    r"|interviewed|identify|name|confirm|disclose)"
    r"|(?:an? |the )?(?:interview|comment|requests?)|(?:[\w’']+ ){1,5}requests?))"
    r"|\bwould not (?:comment|say|discuss|elaborate|answer|rule out|be interviewed|speak|talk)\b"
    r"|\b(?:did|has|have) not sa(?:y|id) (?:whether|if|how|what|when|why|who|where)\b"
    r"|\b(?:had|offered|gave) no (?:immediate )?comment\b|\bno comment from\b"
    r"|\bwould neither confirm nor deny\b",
    re.IGNORECASE,
)
_UNREACHED = re.compile(
    r"\b(?:could|can) ?not (?:immediately )?be reached\b"
    r"|\bcouldn['’]t (?:immediately )?be reached\b"
    r"|\bunable to reach\b|\bcould not (?:immediately )?reach\b"
    r"|\b(?:attempts|efforts) to reach\b",
    re.IGNORECASE,
)
_SORTS: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    ("silent", _SILENT),
    ("declined", _DECLINED),
    ("not reached", _UNREACHED),
)
_STARTS = re.compile(
    r"[;:—–()]\s*|,\s+(?:and|but|while|although|though)\s+|\b(?:while|although|though)\s+"
    r"|,\s+(?=(?:the|a|an)\s)|\s+but\s+"
)
_ARTICLE_BEHIND = re.compile(r",\s+")
# To whom: `to the Herald’s request`, `a request for comment from Radio 5`, `told the Post`.
_OUTLET = re.compile(
    r"\b(?:to|of|the|a|an|from|by|told|multiple|several|repeated) "
    r"(?P<whose>(?:the )?(?:[A-Z][\w&.-]*|of|the)(?: (?:[A-Z][\w&.-]*|of|the|and))*)['’]s?\b"
    r"(?= (?:\w+[ -]){0,4}?(?:requests?|inquir|enquir|questions?|calls?|e-?mails?|messages?))"
    r"|\b(?:requests?(?: for comment)?|inquir(?:y|ies)|enquir(?:y|ies)|questions?|calls?|e-?mails?"
    r"|messages?|comment|repl(?:y|ied)|respond(?:ed)?|interview(?:ed)?"
    r"|speak|talk)(?: \w+){0,4}? (?:from|by|to|with) "
    r"(?P<from>(?:the )?[A-Z][\w&.-]*(?: (?:of (?:the )?)?[A-Z\d][\w&.-]*)*)"
)
_OWN = re.compile(r"\b(?:our|us|this newsletter|this newsletter['’]s)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NoComment:
    """`text[start:end]` says that `party` did not speak; `outlet` asked, if it is named.

    `party` is the noun phrase before it (behind it for `no comment from`), with its span.
    `own` where the writer's own newsroom asked. `whole` is the sentence.
    """

    sort: Sort
    start: int
    end: int
    party: Span
    outlet: Span | None
    own: bool
    words: str
    whole: Span


def no_comments(text: str, spans: tuple[Span, ...] | None = None) -> tuple[NoComment, ...]:
    """The statements of a text, in order; `spans` are its sentences."""
    found: list[NoComment] = []
    for low, high in split(text) if spans is None else spans:
        for sort, pattern in _SORTS:
            for match in pattern.finditer(text, low, high):
                party = _party(text, match, low, high)
                outlet = _outlet(text, match.start(), high)
                own = _OWN.search(text, match.start(), high) is not None
                end = _end(text, match.end(), high)
                found.append(
                    NoComment(
                        sort,
                        match.start(),
                        end,
                        party,
                        outlet,
                        own,
                        text[match.start() : end],
                        (low, high),
                    )
                )
    return tuple(sorted(found, key=lambda one: one.start))


def _party(text: str, match: re.Match[str], low: int, high: int) -> Span:
    """Who did not speak: what stands before, back to where its clause begins."""
    behind = match[0].lower().endswith((" from", " reach"))
    if behind:
        stop = re.compile(r"[.,;:!?]|$").search(text, match.end(), high)
        return match.end(), stop.start() if stop else high
    start = low
    for cut in _STARTS.finditer(text, low, match.start()):
        before = text[cut.end() : match.start()].strip()
        # `Ann Lee, the chair, would not say`: what stands between commas tells who she is.
        aside = before.endswith(",") and _ARTICLE_BEHIND.fullmatch(cut[0])
        if before and not aside:
            start = cut.end()
    return start, match.start()


def _outlet(text: str, start: int, high: int) -> Span | None:
    found = _OUTLET.search(text, start, high)
    if found is None:
        return None
    low, end = found.span("whose" if found["whose"] else "from")
    return low, end - (text[end - 1] == ".")


def _end(text: str, at: int, high: int) -> int:
    stop = re.compile(r"[.;:!?—–]\s|[.;:!?—–]$|, (?:and|but|while|which|who|the|a)\b").search(
        text, at, high
    )
    return stop.start() if stop else high
