"""Words that join two matters to one: `mirrors`, `part of a pattern`, `the latest in a string of`.

Gathered by hand from the analysis columns of English-language newspapers, after the relations of
comparison and generalisation of the Penn Discourse Treebank. Verbs count only with what they join
to (`mirrors the`), since a mirror, an echo and a parallel are things, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TO = (
    r"(?=\s+(?:the|an?|what|that|those|how|one|his|her|its|their|similar|other|earlier|last|[A-Z]))"
)
_NO_THING = r"(?<!\bthe )(?<!\ba )(?<!\bits )(?<!\btheir )(?<!\bof )(?<!\band )(?<!\btwo )"
_BIG = r"(?:\w+ ){0,2}?(?:broader|wider|larger|bigger|growing|long|familiar|recurring|clear|same)"
_SET = (
    r"(?:pattern|trend|string|series|wave|spate|run|line|streak|succession|campaign|push|purge"
    r"|crackdown|assault|effort|story|playbook|strategy|shift|rash|litany)"
)
_JOINS = re.compile(
    rf"{_NO_THING}\b(?:mirror(?:s|ed|ing)?|echo(?:es|ed|ing)?|parallel(?:s|ed|ing)?){_TO}"
    r"|\b(?:a|the|an?other|close|clear|striking|direct|obvious) (?:\w+ )?"
    r"(?:parallels? (?:to|with|between)|echo(?:es)? of|mirror image of)"
    r"|\bthe (?:parallel|same|sister|companion) story to\b"
    rf"|\b(?:is|are|was|were|as|be|being|seems?|looks?(?: like)?) (?:also |all |now |both )?part of"
    rf" (?:a|an|the|that|this) (?:{_BIG} )?{_SET}\b"
    rf"|\b(?:fits?|fitting|follows|continues|extends|completes|repeats) (?:into )?"
    rf"(?:a|an|the) (?:{_BIG} )?(?:pattern|trend|playbook|script|string|streak)\b"
    r"|\b(?:the|its|his|her|their|yet another|just the) latest (?:\w+ ){0,2}?in an? "
    rf"(?:{_BIG} )?{_SET}\b"
    r"|\b(?:in )?(?:the )?same (?:day|week|month|year|summer|winter|spring|autumn) (?:as|that)\b"
    r"|\b[Tt]aken together\b|\b[Pp]ut together, (?:the|these|this)"
    r"|\b(?:is|are|was|were) (?:strongly |eerily )?reminiscent of\b"
    r"|\b(?:a|the) (?:repeat|replay|rerun|reprise|carbon copy|textbook case) of\b"
    r"|\b(?:straight|right|a page) (?:out )?(?:of|from) the (?:\w+ ){0,2}playbook\b"
    r"|\b(?:for )?the same reasons? (?:as|that)\b|\bjust as (?:[A-Z]\w+|it|they|he|she) did\b"
    r"|\badds? to a (?:growing|long|mounting) (?:list|pile|body|record|string)\b"
    r"|\b(?:a|the|clear|same) (?:familiar |clear |larger |wider )?pattern (?:is|emerges|of)\b",
)
_OURS = re.compile(
    r"\b(?:we|us|our|ours|I|my)\b|\b(?:to us|in this newsletter|our (?:view|reading|take|angle))\b",
    re.IGNORECASE,
)


def joins(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the words that join two matters, in order. Linear in the text."""
    for found in _JOINS.finditer(text):
        yield found.span()


def is_ours(text: str) -> bool:
    """Whether a sentence says that the view in it is the writer's."""
    return _OURS.search(text) is not None
