"""The words of a text with the sentence and the clause that each stands in.

Clauses are rough: they end at strong punctuation, at a comma or nothing before a word that opens
a new one (`but`, `while`, `who`). A parser would know better and cost 20 ms a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from nutgraf.language.characters import level
from nutgraf.language.sentences import split
from nutgraf.language.stems import stem

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[.,](?=\d)[^\W_]+|['&-][^\W_]+)*|[,;:—–()\"?!]|(?<=\s)-(?=\s)"
)
_STRONG = frozenset(";:—–()?!-")
_OPENERS = """
but while although though because which who whom whose where when if unless whereas until yet
after before since so as despite amid
"""
_OPENS_CLAUSE = frozenset(_OPENERS.split())
_AFTER_COMMA = frozenset(["and", "or", "nor", "then", "adding", "saying"])
_FUNCTION = """
a an the this that these those and or nor but if as of at by for from in into on onto out over to
with within without about against between during through under up down off is am are was were be
been being it its he him his she her hers they them their theirs i me my we us our you your who
whom whose which what when where why how there here have has had having do does did doing will
would shall should can could may might must not no nor so than then too very also just only both
either ever neither each every some any all such own same more most less least much many other
another while although though because until unless since whether after before again further once per
via 's 're 've 'll 'd n't upon among amid despite although toward towards across around behind along
said says say told saying like
"""
FUNCTION_WORDS = frozenset(_FUNCTION.split())
"""Words that carry no content of their own."""


class Word(NamedTuple):
    """`text[start:end]` in small letters, its stem, and the sentence and clause it stands in.

    `content` is False for function words, marks and auxiliaries.
    """

    start: int
    end: int
    small: str
    stem: str
    sentence: int
    clause: int
    content: bool


def words_of(text: str) -> tuple[Word, ...]:
    """Words and marks of `text` in order; clauses are counted through. Linear in the text."""
    flat = level(text)
    found: list[Word] = []
    clause = -1
    for sentence, span in enumerate(split(text)):
        clause += 1
        tokens = list(_TOKEN.finditer(flat, *span))
        for at, token in enumerate(tokens):
            small = token[0].lower()
            if at and _opens(tokens, at, small):
                clause += 1
            plain = small[0].isalnum()
            content = plain and small not in FUNCTION_WORDS and not small.endswith("n't")
            base = stem(small.removesuffix("'s")) if plain else small
            found.append(Word(token.start(), token.end(), small, base, sentence, clause, content))
    return tuple(found)


def _opens(tokens: Sequence[re.Match[str]], at: int, small: str) -> bool:
    """Whether a clause begins at the token `at`."""
    before = tokens[at - 1][0].lower()
    if before in _STRONG:
        return True
    if small in _OPENS_CLAUSE:
        return before not in ("not", "even", "only", "just", "shortly", "such", "so", "or", "and")
    return before == "," and small in _AFTER_COMMA
