"""What can be held against a source at all: not opinion, not a question, not an honest gap."""

from __future__ import annotations

import re

_OURSELVES = re.compile(
    r"[^\w\"“”‘’']*(?:"
    r"(?:We|we) (?:have |had |will |could |do |did |are |were )?(?:not |n['’]t )?"
    r"(?:asked?|think|believe"
    r"|expect|know|read|reached|wrote|write|reported|report|saw|seen|verified|verify|checked|check"
    r"|contacted|requested|counted|visit|visited|spoke|interviewed|called|count|reckon|watch"
    r"|watching|follow|following|ask|see|say|worked?|rely|relied|used?|draw|drew|corrected"
    r"|correct)\b"
    r"|Our (?:view|reading|take|arithmetic|sum|angle|question|count|analysis|guess|earlier)\b"
    r"|Nobody here\b|This brief\b|This newsletter\b)"
)
_QUESTION = re.compile(r"\?[^\w\"”’']*$")
_GAP = re.compile(
    r"\b(?:remains? (?:unclear|unknown|to be seen)|(?:is|are|was|were) (?:not (?:yet )?|still )"
    r"(?:clear|known|documented|confirmed|disclosed|released|public)"
    r"|(?:is|are|was|were) (?:still |as yet )?(?:unclear|unknown|undecided)"
    r"|not yet (?:been )?\w+|not been (?:publicly )?(?:disclosed|released|documented|made public)"
    r"|(?:cannot|can['’]t|can not|could not|couldn['’]t|would not|wouldn['’]t|will not|won['’]t"
    r"|(?:do|does|did|has|have|had)(?: not|n['’]t)(?: yet)?|unable to|declined to|declines to"
    r"|refused to|yet to) (?:yet )?(?:say|tell|know|decided?|determined?|disclosed?|confirm(?:ed)?)"
    r" (?:publicly )?(?:whether|if|how|when|why|which|where|who)"
    r"|nobody knows|no one knows|we do(?: not|n['’]t) know|could not be (?:verified|confirmed))\b",
    re.IGNORECASE,
)
_INSTRUCTION = re.compile(
    r"[^\w\"“”‘’']*(?:Ask|Check|Call|Confirm|Verify|Add|Follow up"
    r"|Look|See|Read|Watch|Note|Remember)\b(?!ing)"
)
_TO_DO = re.compile(
    r"\b(?:(?:would|will|may|might|still) need|needs?) (?:to be |an? |more |some |further )?"
    r"(?:follow[- ]?ups?|follow(?:ed|ing) up|reporting|check(?:s|ed|ing)?|confirm(?:ed|ation)"
    r"|verif(?:y|ied|ication)|FOIA|(?:records?|public records) request|calls?|sources?)\b"
    r"|\b(?:to do|to-do|worth (?:checking|asking|a call)|follow[- ]up needed)\b",
    re.IGNORECASE,
)
# `AP wire copy via the Herald`, without a verb: where a note comes from.
_PROVENANCE = re.compile(
    r"[^\w]*(?:[A-Z][\w&’'-]*(?:\.\w+)* ){1,6}(?:wire )?"
    r"(?:wire|report|reporting|story|article|copy|dispatch),? (?:via|from|in) (?:the )?"
    r"(?:[A-Z][\w&’'-]*(?:\.\w+)*[ .]*){1,5}$"
)
_FIRST = re.compile(
    r"^[^\w]*(?:The )?(?:[A-Z][\w&’'-]*\.? ){1,5}"
    r"(?:broke (?:the|this) (?:story|news)"
    r"|(?:had |was )?first (?:to )?report(?:ed)? (?:this|it|the story))\b"
    r"[^,;:]{0,12}$"
)


def why_not(text: str) -> str:
    """Why a statement is not held against the pack, in words for people; empty where it is."""
    if _QUESTION.search(text):
        return "it is a question"
    if speaks_of_itself(text):
        return "it speaks of the newsletter itself"
    if _GAP.search(text):
        return "it says what is not known"
    if _PROVENANCE.match(text) or _FIRST.match(text):
        return "it says where the story comes from"
    if _TO_DO.search(text):
        return "it says what is to be done"
    if _INSTRUCTION.match(text) and len(text.split()) < 14:
        return "it is an instruction"
    return ""


def speaks_of_itself(text: str) -> bool:
    """Whether a sentence tells of the newsletter's own work, which rests on no source."""
    return _OURSELVES.match(text) is not None
