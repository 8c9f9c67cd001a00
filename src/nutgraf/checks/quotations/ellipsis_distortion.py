"""ellipsis-distortion: what was left out limited what was said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.heard import Heard, Witness, evidence
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.language.wording import Lost

# Cut off at an end, a hedge of another clause says little; a condition or a negation turns it.
_TURNS = frozenset(["condition", "negation"])
_NEAR = 60  # characters
_OTHER_CLAUSE = re.compile(
    r"[.;:!?—]|,\s+(?:and|but|or|so|yet|which|who|because|while|as)\b", re.IGNORECASE
)
# `We can pay, but only if the bank agrees`: the condition is the sense of what was said.
_STRAIGHT = re.compile(r",?\s*(?:but|and|yet|though)?\s*(?:only|even)?\s*", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def check(case: Case) -> Iterator[Found]:
    for heard in case.quotations:
        best = heard.best
        if best is None or not best.honest:
            continue
        lost = next((one for one in best.comparison.lost if _matters(case, heard, best, one)), None)
        if lost is None:
            yield from _turned(case, heard, best)
            continue
        how = (
            "the ellipsis leaves out" if lost.where == "skipped" else "the quotation stops short of"
        )
        if lost.where == "before":
            how = "the quotation begins behind"
        yield Found(
            heard.place,
            f"{how} “{lost.word}”, a {_KINDS[lost.limit]} of what was said",
            f"quote on, with “{lost.word}”, or tell it in your own words",
            (evidence(case.pack, best),),
        )


# What goes on so takes back, or makes depend, what was said before.
_CONDITION = re.compile(
    r"^[,;]?\s*(?:but |and )?(?:only if|only when|if|unless|provided|as long as|so long as)\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"^\s?[,;—–-]+\s*(?:but|though|although|however|yet|except)\b", re.IGNORECASE
)
# `The soup is fine, the bill is what worries me.`
_WORRY = re.compile(
    r"^,\s+(?!and\b|which\b|who\b|as\b|so\b|because\b|said\b)[^.!?]*"
    r"\b(?:worr\w+|concern\w*|problem\w*|doubt\w*|fear\w*|danger\w*|wrong)\b",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"(?:…|\.\.\.)\W*$")


def _turned(case: Case, heard: Heard, best: Witness) -> Iterator[Found]:
    """A quotation that stops where its sentence goes on to take back what it says."""
    if not heard.full or best.quoted is None:
        return
    rest = _rest(case, best)
    shown = _SHOWN.search(heard.words) is not None
    found = _CONDITION.match(rest) or (not shown and (_CONTRAST.match(rest) or _WORRY.match(rest)))
    if not found or _is_whole_elsewhere(case, heard):
        return
    word = found[0].strip(" ,;—–-").split(",")[0]
    if word.lower() in heard.around.lower():
        return
    yield Found(
        heard.place,
        f"the quotation stops short of “{rest.strip(' ,;—–-')[:40].rsplit(' ', 1)[0]}”",
        "quote on, or tell the rest in your own words",
        (evidence(case.pack, best),),
    )


def _rest(case: Case, one: Witness) -> str:
    """What the speaker goes on to say in the same sentence."""
    assert one.quoted is not None
    high = one.comparison.source[1]
    reading = case.pack.sources[one.source.casefold()].index.reading
    end = reading.sentences[reading.sentence_at(max(high - 1, 0))][1]
    return reading.text[high : min(end, one.quoted.pieces[-1][1])].rstrip("”\"'’")


def _is_whole_elsewhere(case: Case, heard: Heard) -> bool:
    """Whether a source prints the words so that they end there."""
    return any(
        one.honest and one.quoted is not None and len(_rest(case, one)) < _NEAR // 20
        for one in heard.witnesses
    )


_KINDS = {"condition": "condition", "negation": "negation", "hedge": "hedge", "scope": "limit"}


def _matters(case: Case, heard: Heard, best: Witness, lost: Lost) -> bool:
    around = {word.lower() for word in _WORD.findall(heard.around)}
    if lost.word in around:
        return False
    if lost.where == "skipped":
        return _is_shown(heard, best)
    if not heard.full or best.quoted is None or lost.limit not in _TURNS:
        return False
    if not best.quoted.start <= lost.span[0] < best.quoted.end:
        return False
    return _is_of_one_clause(case, best, lost)


def _is_shown(heard: Heard, best: Witness) -> bool:
    return best.comparison.wording in ("ellipsis", "bracket") and bool(heard.words)


def _is_of_one_clause(case: Case, best: Witness, lost: Lost) -> bool:
    """Whether the word limits what is quoted: no other clause begins between the two."""
    low, high = best.comparison.source
    body = case.pack.sources[best.source.casefold()].source.body
    between = body[high : lost.span[0]] if lost.where == "after" else body[lost.span[1] : low]
    if lost.limit == "condition" and lost.where == "after" and _STRAIGHT.fullmatch(between):
        return True
    if len(between) > _NEAR or _OTHER_CLAUSE.search(between):
        return False
    return lost.limit == "condition" or "," not in between


_REPORT = (
    "---\ntitle: The footbridge\n---\n"
    "“The footbridge is safe to cross if nobody drives over it,” said Omar Lind, an inspector.\n"
)

RULE = Rule(
    name="ellipsis-distortion",
    aliases=("quote-truncated",),
    family="quotations",
    severity="error",
    decided="code",
    law="What an ellipsis or an early stop leaves out did not limit what is quoted: no condition, "
    "negation, hedge or scope.",
    why="Every word is the speaker’s, and the sentence is not.",
    bad=Example(
        "---\ntitle: The footbridge\ndate: 2025-03-07\n---\n"
        "## Quotes\n\n> “The footbridge is safe to cross.” — Omar Lind, inspector [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The footbridge\ndate: 2025-03-07\n---\n"
        "## Quotes\n\n> “The footbridge is safe … if nobody drives over it.” "
        "— Omar Lind, inspector [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
