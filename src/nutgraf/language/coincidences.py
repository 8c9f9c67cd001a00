"""Inferences that rest on timing: two things in one week, and so one is made to explain the other.

The cues are gathered by hand from opinion prose: temporal ones after TimeML's signals of nearness
(annotation guidelines 1.2.1), causal ones those of `causal_cues`, structural ones (`foundation`,
`pattern`, `by design`) after the "explanation" relations of the Penn Discourse Treebank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.language.causal_cues import BEFORE_CAUSE, BEFORE_EFFECT
from nutgraf.language.marks import pieces
from nutgraf.language.sentences import split

Span = tuple[int, int]

_UNIT = (
    r"(?:hours?|days?|nights?|weeks?|weekends?|months?|years?|mornings?|afternoons?|evenings?"
    r"|quarters?|seasons?|springs?|summers?|autumns?|falls?|winters?)"
)
_NEAR = re.compile(
    rf"\b(?:(?:(?:in|on|during|at|within) )?(?:the |that |this )?(?:very |exact )?same {_UNIT}"
    r"|(?:(?:just|only|barely|mere|a|an|one|two|three|four|five|six|seven|ten|\d+|several|some"
    rf"|few) ){{1,3}}{_UNIT} (?:after|before|later|earlier)|{_UNIT} (?:after|before|later|earlier)"
    rf"|last {_UNIT}(?=[^.;:]{{0,80}}, (?:and|then) (?:this|last|now|within|weeks|months|days)\b)"
    rf"|within (?:\w+ ){{0,2}}{_UNIT}(?: of)?|(?:shortly|soon|immediately|right|just) (?:after"
    r"|before|afterwards?)|on the (?:eve|heels) of|at the (?:very )?(?:same )?(?:moment|time)"
    rf"(?= (?:that|when|as)\b)|coincid(?:es?|ed|ing) with|that (?:very )?{_UNIT}(?= (?:is|was|looks"
    r"|became|marks))|the timing)\b",
    re.IGNORECASE,
)
"""Two things told as near in time."""

_SAME = re.compile(r"\bsame\b|coincid|timing|\bthat (?:very )?\w+$", re.IGNORECASE)

_BY_ITSELF = re.compile(
    r"\b(?:(?:is|are|was|were|be) (?:no|hardly a|not a|never a) (?:mere )?(?:coincidence|accident)"
    r"|(?:isn|wasn)['’]t (?:a )?(?:mere )?(?:coincidence|accident)"
    r"|(?:not|hardly) (?:by (?:chance|accident)|coincidental|accidental)"
    r"|no (?:coincidence|accident) that"
    r"|the (?:first|one|former) (?:explains?|led to|leads to|caused?|(?:is|was) (?:why|behind)"
    r"|brought about) the (?:second|other|latter)"
    r"|the timing (?:is|was) (?:telling|suspicious|damning|no \w+|everything|the tell)"
    r"|the timing (?:says|tells|gives|betrays|shows|proves)(?: \w+){0,3})\b",
    re.IGNORECASE,
)
"""What infers from timing in so many words."""

_STRUCTURE = re.compile(
    r"\b(?:(?:the |a |an )?(?:\w+ )?(?:foundations?|architecture|blueprint|groundwork|cornerstone"
    r"|master plan|grand design)\b|part of (?:a|the|that|one|this) (?:\w+ ){0,2}(?:pattern"
    r"|plan|plot|strategy|campaign|effort|design|trend|purge|playbook)|by design"
    r"|fits? (?:a|the) pattern"
    r"|set(?:s|ting)? in motion|pav(?:ed|es|ing) the way|cleared the way|connect(?:s|ing)? the dots"
    r"|(?:that|this|which|it) (?:is|was) (?:why|the reason|how)\b|(?:that|which|it) explains?"
    r"|(?:tells?|shows?) (?:you |us )?why|(?:which|that) (?:shows?|tells? us|means|explains)"
    r" (?:where|how|what|who)|(?:which|that) (?:shows|proves|means|suggests) that"
    r"|explains? (?:why|how|the|its|his|her|their)|(?:is|was|were|lies?|lay|stood) behind"
    r"|(?:start|beg[au]n|beginn?)\w* (?:there|here|that \w+)\b|at the root of|the root cause"
    r"|the (?:price|payback|reward|fallout|punishment|revenge) (?:of|for)|in return for"
    r"|(?<![\w,] )follow the (?:money|budgets?|cash|dollars?)|do the (?:math|maths|sums?)"
    r"|draw (?:your|the) (?:own )?conclusions?|(?:no|small|little) wonder\b"
    r"|you get what you pay for"
    r"|(?:an?|any|every|companies|firms|those|people) (?:[\w-]+ )?(?:that|who|which) "
    r"[^.;:]{3,60}?(?:should|can|must|ought to) (?:expect|not be surprised)"
    r"|(?:hard|difficult|impossible) not to (?:see|suspect|read|conclude|think)"
    r"|(?:that|this) is what (?:the|its|their|his|her) (?:\w+ ){1,2}(?:cost|bought|led to)\b"
    r"|(?:had|has|have) it coming|(?:asking|begging) for (?:it|trouble)|reap(?:s|ed)? what"
    r"|(?:that|this) is what happens when|the (?:bill|chickens) (?:has |have )?(?:come|came|comes)"
    r" (?:due|home)|(?:brought|took) (?:\w+ ){1,3}down|did (?:\w+ ){1,3}in\b"
    r"|cost (?:him|her|them|it|\w+) (?:the|his|her|their|its))\b",
    re.IGNORECASE,
)
"""What makes one thing of two: a cause, a plan, a common ground."""

_SHOWS = re.compile(
    r"(?:, so (?=(?:the|its|his|her|their|it|they|that)\b))"
    r"|\b(?:(?:which|that|and|it|this) )?(?:shows?|proves?|reveals?|suggests?|tells (?:you|us)"
    r"|signals?|confirms?)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:part of|fits?|pattern|foundation|architecture|by design)\b", re.IGNORECASE
)
_OPEN = re.compile(
    r"\b(?:(?-i:may)|might|could|would|perhaps|possibly|maybe|probably|likely|whether|if|seems?|appears?"
    r"|not (?:clear|known|proof|mean)|no (?:evidence|proof|sign|link|source)|unclear|unknown"
    r"|nobody knows|we (?:do not|don['’]t|cannot|can['’]t)|does(?: not|n['’]t)|did(?: not|n['’]t)"
    r"|need(?: not|n['’]t)|a coincidence|coincidence or|only a|correlation|rather than)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"[^\w]*(?:That|This|Those|These|It|Which|The timing|So|And so|Hence|Thus|Both|Together)\b"
)
# What bids readers to draw the line themselves, between what the sentence before has told.
_BIDS = re.compile(
    r"[^\w]*(?:follow the|do the|draw (?:your|the)|(?:no|small|little) wonder|you get what"
    r"|it is (?:hard|difficult|impossible) not to"
    r"|make of (?:that|it) what|join the dots|connect the dots)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"[^\w]*The ([\w’'-]+)\b")
_ENDS = re.compile(r"[;:—–()]|,\s(?=(?:and|but|while|though|although)\b)")


@dataclass(frozen=True, slots=True)
class Inference:
    """`near` is the span that puts two things near in time, `cue` that which infers.

    `span` is the words from the one to the end of the other's clause; where they stand in two
    sentences, the second, and both where that only bids readers to see it (`Follow the money.`).
    """

    near: Span
    cue: Span
    span: Span


def read(text: str) -> tuple[Inference, ...]:
    """The inferences from timing in a paragraph, one a sentence at most. Never raises."""
    quoted = [(piece.start, piece.end) for piece in pieces(text)]
    found: list[Inference] = []
    before: Span | None = None
    for start, end in split(text):
        near = _first(_NEAR, text, (start, end), quoted)
        one = None
        if not (_OPEN.search(text, start, end) or text[start:end].rstrip('”"’) ').endswith("?")):
            one = _inference(text, (start, end), near, before, quoted)
        if one is not None:
            found.append(one)
        before = near
    return tuple(found)


def structures(text: str, start: int, end: int) -> Iterator[Span]:
    """The phrases in a span that make facts parts of one plan or pattern, to the clause's end."""
    for match in _STRUCTURE.finditer(text, start, end):
        if _PART.search(match[0]) and not _OPEN.search(text, start, end):
            yield match.start(), _clause_end(text, match.end(), end)


def _inference(
    text: str, sentence: Span, near: Span | None, before: Span | None, quoted: list[Span]
) -> Inference | None:
    told = _first(_BY_ITSELF, text, sentence, quoted)
    if told is not None:
        return Inference(told, told, (told[0], _clause_end(text, told[1], sentence[1])))
    ground = near or (before if _takes_up(text, sentence, before) else None)
    if ground is None:
        return None
    cue = _cue(text, sentence, ground, quoted)
    if cue is None or (near and cue[1] <= near[0] and _ENDS.search(text, cue[1], near[0])):
        return None
    high = _clause_end(text, max(cue[1], near[1] if near else 0), sentence[1])
    bids = _BIDS.match(text, *sentence) is not None
    low = min(cue[0], near[0]) if near else ground[0] if bids else sentence[0]
    return Inference(ground, cue, (low, high))


def _takes_up(text: str, sentence: Span, before: Span | None) -> bool:
    """Whether a sentence begins with a word back, or with what the one before speaks of."""
    if before is None:
        return False
    if _POINTS_BACK.match(text, *sentence) or _BIDS.match(text, *sentence):
        return True
    subject = _SUBJECT.match(text, *sentence)
    earlier = text[max(0, before[0] - 200) : sentence[0]].lower()
    return subject is not None and f" {subject[1].lower()}" in f" {earlier}"


def _cue(text: str, sentence: Span, ground: Span, quoted: list[Span]) -> Span | None:
    tables = [_STRUCTURE, BEFORE_EFFECT, BEFORE_CAUSE]
    if _SAME.search(text[slice(*ground)]):
        tables.append(_SHOWS)
    for table in tables:
        found = _first(table, text, sentence, quoted)
        if found is not None and not (ground[0] < found[1] and found[0] < ground[1]):
            return found
    return None


def _first(table: re.Pattern[str], text: str, span: Span, quoted: list[Span]) -> Span | None:
    for match in table.finditer(text, *span):
        if not any(low <= match.start() < high for low, high in quoted):
            return match.span()
    return None


def _clause_end(text: str, at: int, end: int) -> int:
    stop = _ENDS.search(text, at, end)
    high = stop.start() if stop is not None else end
    return at + len(text[at:high].rstrip(" .,!"))
