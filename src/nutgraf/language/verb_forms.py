"""Which words of a sentence are its verbs, told by their form and by the word before.

No tagger: an ending in `-ed`, an irregular past form, or any word behind an auxiliary that is not
plainly something else. Present forms of headlines (`Court Rejects Appeal`) are not told.
"""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.language.roles import GROUPS, ROLES
from nutgraf.language.stems import FUNCTION_WORDS, Word

_BE_TEXT = """
is are was were be been being 's 're am gets got get
"""
BE = frozenset(_BE_TEXT.split())
_HAVE_TEXT = """
has have had having 've
"""
HAVE = frozenset(_HAVE_TEXT.split())
_MODALS_TEXT = """
will would may might can could should shall must to did does do cannot
"""
MODALS = frozenset(_MODALS_TEXT.split())
_ADVERBS_TEXT = """
not also never since already still only just later then now once
"""
_ADVERBS = frozenset(_ADVERBS_TEXT.split())
_DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "this",
        "that",
        "these",
        "those",
        "of",
        "no",
        "some",
        "many",
        "several",
        "few",
        "our",
        "my",
        "your",
        "any",
        "each",
        "every",
        "with",
        "in",
        "on",
        "for",
        "at",
        "more",
        "most",
        "less",
        "other",
        "former",
    ]
)
PAST = frozenset(
    [
        "said",
        "told",
        "made",
        "gave",
        "given",
        "took",
        "taken",
        "went",
        "gone",
        "came",
        "saw",
        "seen",
        "knew",
        "known",
        "found",
        "left",
        "kept",
        "held",
        "brought",
        "bought",
        "caught",
        "taught",
        "thought",
        "fought",
        "sought",
        "sent",
        "spent",
        "lent",
        "built",
        "lost",
        "met",
        "led",
        "fed",
        "fled",
        "shot",
        "stood",
        "understood",
        "won",
        "began",
        "begun",
        "ran",
        "sang",
        "sank",
        "drank",
        "swam",
        "rose",
        "risen",
        "drove",
        "driven",
        "wrote",
        "written",
        "broke",
        "broken",
        "spoke",
        "spoken",
        "chose",
        "chosen",
        "froze",
        "frozen",
        "stole",
        "stolen",
        "wore",
        "worn",
        "fell",
        "fallen",
        "grew",
        "grown",
        "threw",
        "thrown",
        "flew",
        "flown",
        "drew",
        "drawn",
        "shown",
        "hid",
        "hidden",
        "bit",
        "struck",
        "swore",
        "sworn",
        "sold",
        "paid",
        "laid",
        "heard",
        "dealt",
        "meant",
        "felt",
        "slept",
        "swept",
        "hung",
        "became",
        "overcame",
        "withdrew",
        "withdrawn",
        "forbade",
        "forbidden",
        "forgot",
        "forgotten",
        "arose",
        "overturned",
        "beat",
        "beaten",
        "sued",
        "fined",
        "banned",
        "died",
        "lied",
        "tied",
        "hit",
        "cut",
        "put",
        "set",
        "shut",
        "quit",
        "cost",
        "split",
        "hurt",
        "bid",
        "shed",
    ]
)
_PAST_ONLY_TEXT = """
said told made gave took went came saw knew found left kept held brought bought caught taught
thought fought sought sent spent lent built lost met led fed fled stood understood won began ran
rose drove wrote broke spoke chose stole wore fell grew threw flew drew sold paid heard became
overcame withdrew died
"""
PAST_ONLY = frozenset(_PAST_ONLY_TEXT.split())
"""Past forms that no bare verb looks like."""

_NOT_VERBS = frozenset(
    [
        "hundred",
        "need",
        "indeed",
        "speed",
        "feed",
        "seed",
        "breed",
        "deed",
        "bed",
        "red",
        "shed",
        "sacred",
        "naked",
        "wicked",
        "aged",
        "based",
        "united",
        "limited",
        "unprecedented",
        "so-called",
        "hatred",
        "kindred",
    ]
)


def verbs(words: Sequence[Word]) -> tuple[int, ...]:
    """The indexes of the verbs among the words of one sentence, auxiliaries left out."""
    return tuple(at for at in range(len(words)) if _is_verb(words, at))


def is_passive(words: Sequence[Word], at: int) -> bool:
    """Whether the verb at `at` is said of what it is done to: `was sued`, `been fined`."""
    before = _before(words, at)
    participle = words[at].lower.endswith(("ed", "en", "n")) or words[at].lower in PAST
    return participle and before in BE


def _is_verb(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if not word.content or word.lower in _NOT_VERBS or word.lower[:1].isdigit():
        return False
    before = _before(words, at)
    if word.lower in PAST:
        return before not in _DETERMINERS and not (word.capital and at > 0)
    if word.lower.endswith("ed") and len(word.lower) > 3:
        return before not in _DETERMINERS and not (word.capital and at > 0)
    if before == "to" and word.lower in GROUPS | ROLES:
        return False
    if before in MODALS or before in HAVE:
        return not word.capital and not word.lower.endswith(("ly", "ing"))
    return before in BE and word.lower.endswith("ing")


def _before(words: Sequence[Word], at: int) -> str:
    """The word before, adverbs skipped."""
    while at > 0:
        at -= 1
        lower = words[at].lower
        if lower not in _ADVERBS and not (lower.endswith("ly") and lower not in FUNCTION_WORDS):
            return lower
    return ""
