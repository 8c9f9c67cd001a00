"""Acts that reports tell in each other's place, and that cannot both be what happened.

`resigned` and `was dismissed` end one story in two ways; so do `postponed` and `cancelled`. The
opposites proper are those of `antonyms`; these are no opposites. Compiled for this project from
corrections that English-language newsrooms have printed. Every word left of `/` excludes every
word right of it.
"""

from __future__ import annotations

from functools import cache

from nutgraf.language.antonyms import ANTONYMS, are_converse
from nutgraf.language.stems import stem

_ACTS = """
resign quit retire / fire dismiss sack oust axe expel
suspend / fire dismiss sack expel
jump leap / push fall slip
escape / release free
postpone delay defer / cancel scrap abandon
donate / sell
lease rent / buy purchase sell
appoint / elect
shoot / stab strangle drown poison bludgeon
stab / strangle drown poison bludgeon
strangle / drown poison
capsize / burn explode
derail / collide
withdraw / reject
merge / collapse
repair mend / replace
extend / end terminate
settle / dismiss
ask request / order
invite / summon
warn / fine
"""
# Too many things rise and fall, begin and end, for the one to exclude the other.
_LOOSE_WORDS = """
begin start launch commence end stop finish cease halt conclude arrive enter leave depart exit open
close shut help add remember forget love like hate lead trail follow ask answer question teach learn
save spend push pull pay owe earn lose win charge hold attack defend send load land support back
continue resume keep drop pass advance move float sink push score
"""
_LOOSE = frozenset(stem(word) for word in _LOOSE_WORDS.split())


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _ACTS.strip().splitlines():
        left, _, right = line.partition("/")
        ours, theirs = (frozenset(stem(word) for word in side.split()) for side in (left, right))
        for one in ours:
            found[one] = found.get(one, frozenset()) | theirs
        for other in theirs:
            found[other] = found.get(other, frozenset()) | ours
    return found


@cache
def contrary(act: str) -> frozenset[str]:
    """The stems of the acts that cannot be what happened where the act with this stem did."""
    opposite = frozenset[str]()
    if act not in _LOOSE:
        opposite = frozenset(
            one
            for one in ANTONYMS.get(act, frozenset())
            if one not in _LOOSE and not are_converse(act, one)
        )
    return opposite | _table().get(act, frozenset())
