"""Documents that a brief describes from reports, and that nobody here has read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from nutgraf.checks.case import Case
from nutgraf.checks.differing import of_facts
from nutgraf.checks.published import published_prose
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.model import Document

# What one document is called in news; a court paper is a filing in one line and a declaration in
# the next. A `report` is as often a newspaper's, and is left out.
_KINDS: Mapping[Document, tuple[Document, ...]] = {
    "filing": ("filing", "declaration", "affidavit", "complaint", "motion", "lawsuit"),
    "ruling": ("ruling", "judgment", "judgement"),
    "study": ("study", "survey", "paper"),
    "letter": ("letter", "memo", "memorandum"),
    "audit": ("audit",),
    "indictment": ("indictment",),
    "transcript": ("transcript",),
}
_SAYS = (
    r"(?:sa(?:ys|id)|states?d?|found|finds|shows?|showed|argue[sd]?|alleges?d?|claims?(?:ed)?"
    r"|concludes?d?|reveal(?:s|ed)|warn(?:s|ed)|describe[sd]|estimate[sd])"
)
_READ = re.compile(
    r"\b(?:we|nobody here|no one here)\b[^.]{0,60}\b(?:not (?:seen|read)|read|seen)\b",
    re.IGNORECASE,
)


# These are of a court where the sentence says so, and else of a parliament or of anybody.
_OF_A_COURT = re.compile(
    r"(?i)\b(?:courts?|judges?|filed|filing|lawsuit|sued|plaintiffs?|attorneys?|prosecutors?)\b"
)
# `The paper` is a newspaper unless it is said which paper.
_OF_RESEARCH = re.compile(r"(?i)\b(?:research|white|working|discussion|academic) paper\b")


@dataclass(frozen=True, slots=True)
class Described:
    """A claim that describes a document, and the span, from its first word, of the words that do.

    `kind` stands for all that the document may be called, `noun` is what it is called here.
    """

    kind: Document
    noun: Document
    judged: JudgedClaim
    span: tuple[int, int]

    @property
    def told(self) -> Document | None:
        """What readers may be told that it is; None where that is not sure."""
        text = self.judged.statement.text
        if self.kind == "filing" and _OF_A_COURT.search(text):
            return "filing"
        if self.noun == "paper" and not _OF_RESEARCH.search(text):
            return None
        return self.noun


def unread_documents(case: Case) -> Iterator[Described]:
    """Each claim that describes one, document by document.

    Nothing where the pack has a primary document, and none of which readers are told in words that
    nobody has read it, or that somebody has.
    """
    if not case.pack.sources or any(
        one.source.kind == "primary" for one in case.pack.sources.values()
    ):
        return
    admitted = [
        prose.text[found.start() : found.end() + 80]
        for prose in published_prose(case.brief)
        for found in _READ.finditer(prose.text)
    ]
    said = [(judged, judged.statement.text) for judged in of_facts(case)]
    all_of_it = " ".join(text.lower() for _, text in said)
    for kind, nouns in _KINDS.items():
        if not any(noun in all_of_it for noun in nouns):
            continue
        if any(_called(nouns).search(text) for text in admitted):
            continue
        for judged, text in said:
            found = _described(nouns).search(text)
            if found is not None:
                yield Described(kind, _noun(nouns, found), judged, found.span())


def _noun(nouns: tuple[Document, ...], found: re.Match[str]) -> Document:
    said = (found["source"] or found["subject"]).lower()
    return next(noun for noun in nouns if noun == said)


@cache
def _called(nouns: tuple[Document, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(nouns)})s?\b")


@cache
def _described(nouns: tuple[Document, ...]) -> re.Pattern[str]:
    noun = f"(?:{'|'.join(nouns)})"
    return re.compile(
        rf"\b(?:according to|in|per) (?:an? |the |its |that |this )(?:[\w’'-]+ ){{0,3}}"
        rf"(?P<source>{noun})\b"
        rf"|\b(?:an?|the|its|that|this|one) (?:[\w’'-]+ ){{0,3}}(?P<subject>{noun})\b"
        rf"[^.;]{{0,140}}?\b{_SAYS}\b",
        re.IGNORECASE,
    )
