"""Verbs of news in the present tense, which their form alone does not tell from nouns.

Gathered by hand from what reports say in the present: who owns, leads, holds and wants what.
"""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.language.stems import Word

_VERBS = """
own lead head run hold represent employ control operate chair direct manage oversee supply support
oppose back belong serve sell buy make say tell want need plan expect seek ask argue claim deny
believe think know see show find give take pay owe require provide produce include contain face
plan hope fear warn call describe remain become come go leave live work teach advise govern
own share win lose play train coach fund finance host publish publish grow keep lease rent blame
accuse praise criticise criticize demand urge insist agree disagree reject accept allow ban permit
block protect threaten carry serve handle host treat house feed store draw
replace succeed chair rule regulate license inspect estimate put cover
account enjoy compete recommend request offer propose suggest refuse decline cite contend allege
"""
PRESENT = frozenset(_VERBS.split())
_NO_NOUN_BEFORE_TEXT = """
the a an its his her their this these those no some any each every another our my your of in on at
for from with by to and or new more most other first last
"""
_NO_NOUN_BEFORE = frozenset(_NO_NOUN_BEFORE_TEXT.split())
_OBJECT_STARTS_TEXT = """
the a an its his her their this these those no some any every all about nearly more fewer at up
that to it them him her for in on with by as
"""
_OBJECT_STARTS = frozenset(_OBJECT_STARTS_TEXT.split())


def is_present(words: Sequence[Word], at: int, *, after_name: bool) -> bool:
    """Whether a word is a verb in the present: `the union represents`, `analysts expect`."""
    word = words[at]
    if not at or word.capital:
        return False
    base = _base(word.lower)
    if base is None or words[at - 1].lower in _NO_NOUN_BEFORE:
        return False
    before = words[at - 1].lower
    third = word.lower != base
    if before in ("who", "which", "that", "he", "she", "it", "they", "we"):
        return True
    if before.endswith(("'s", "’s")):
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    object_follows = following is not None and (
        following.lower in _OBJECT_STARTS or following.capital or following.lower[:1].isdigit()
    )
    if third:
        return object_follows and (after_name or not before.endswith("s"))
    plural = before.endswith("s") and before not in _NO_PLURALS
    return object_follows and plural and not after_name


_NO_PLURALS = frozenset(["was", "is", "has", "does", "this", "as", "his", "its", "us", "perhaps"])


def _base(lower: str) -> str | None:
    if lower in PRESENT:
        return lower
    for ending in ("s", "es"):
        if lower.endswith(ending) and lower[: -len(ending)] in PRESENT:
            return lower[: -len(ending)]
    if lower.endswith("ies") and lower[:-3] + "y" in PRESENT:
        return lower[:-3] + "y"
    return None
