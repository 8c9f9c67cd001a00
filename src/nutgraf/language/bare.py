"""The words of a text without what typography and punctuation add to them.

Two texts whose bare words are equal say the same in the same words: a comma, a capital, another
kind of quotation mark or a line end makes no difference. What changes what is said stays: words
and figures, signs of currency and of comparison, quotation marks, question marks, and the dots
that tell of words left out.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator

from nutgraf.language.typography import fold

_TOKEN = re.compile(
    r"(?P<sign>(?<![\w.)%\]])-(?=[$€£¥.]?\d))"
    r"|(?P<number>\d+(?:[.,]\d+)*|(?<!\w)\.\d+)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|\.\.\.|[^\s\w]"
)
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")
_SAYING = frozenset(['"', "?", "%", "&", "/", "@", "#", "..."])
_MARKUP = frozenset("|^`")


def bare(text: str) -> str:
    """The bare words of `text`, single spaces between them."""
    return " ".join(_tokens(text))


def bare_hash(text: str) -> str:
    """Sixteen hexadecimal digits that are the same for all texts with the same bare words."""
    return hashlib.sha256(bare(text).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def holds(text: str, passage: str) -> bool:
    """Whether the bare words of a passage stand in `text`, in one run, wherever that is."""
    if passage in text:
        return True
    return f" {bare(passage)} " in f" {bare(text)} "


def _tokens(text: str) -> Iterator[str]:
    for found in _TOKEN.finditer(fold(text, case=True).text):
        token, kind = found[0], found.lastgroup
        if kind == "number":
            yield _THOUSANDS.sub("", token)
        elif kind is not None or token in _SAYING or _is_sign(token):
            yield token


def _is_sign(character: str) -> bool:
    """Whether it is a sign that says something (of currency, of mathematics), or is a letter's."""
    return unicodedata.category(character[0])[0] in "SM" and character not in _MARKUP
