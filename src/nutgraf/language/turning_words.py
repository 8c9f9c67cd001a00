"""Small words that turn a statement into another one, by what they turn.

Compiled for this project from the closed classes of English grammar.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_CLASSES = {
    "negation": "not no never none neither nor nobody nothing nowhere without cannot",
    "order in time": "before after since until during",
    "direction": "up down",
    "comparison": "more less most least fewer",
    "position": "above below over under",
    "quantity": "all some many few every several half both any each",
    "sequence": "first last next previous earlier later former latter",
    "sign": "with without",
}
TURNING_WORDS: Mapping[str, str] = MappingProxyType(
    {word: kind for kind, words in _CLASSES.items() for word in words.split()}
)
# Of one class, the words that turn a statement the same way.
_ALIKE = tuple(
    frozenset(group.split())
    for group in ("all every each", "some several", "less fewer", "above over", "below under",
                  "previous earlier", "since after")
)  # fmt: skip
_PRONOUN_WORDS = """
he she it they him her them his hers its their theirs this these those who which that i we me us my
our you your
"""
PRONOUNS = frozenset(_PRONOUN_WORDS.split())


def turning_class(lower: str) -> str:
    """What a word in small letters turns (`negation`, `order in time`, …), or an empty text."""
    if lower.endswith("n't"):
        return "negation"
    return TURNING_WORDS.get(lower, "")


def turn_alike(one: str, other: str) -> bool:
    """Whether two words of one class say the same: `every` and `each`."""
    return one == other or any({one, other} <= group for group in _ALIKE)
