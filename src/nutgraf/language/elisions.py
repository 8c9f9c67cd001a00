"""An editor's signs in a quotation: the ellipsis, and square brackets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from nutgraf.language.words import Word, words

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Claim:
    """Words outside brackets; `gaps[k]` is what stands before word k: a sign and its span."""

    words: tuple[Word, ...]
    gaps: dict[int, tuple[Literal["skipped", "bracketed"], Span]]
    length: int


def read_claim(claimed: str) -> Claim:
    plain: list[Word] = []
    gaps: dict[int, tuple[Literal["skipped", "bracketed"], Span]] = {}
    tokens = words(claimed)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.text == "[":
            at = _read_bracket(tokens, at, plain, gaps)
        elif token.text == "...":
            gaps[len(plain)] = "skipped", (token.start, token.end)
        elif token.text != "]":
            plain.append(token)
        at += 1
    return Claim(tuple(plain), gaps, len(claimed))


def _read_bracket(
    tokens: Sequence[Word],
    at: int,
    plain: list[Word],
    gaps: dict[int, tuple[Literal["skipped", "bracketed"], Span]],
) -> int:
    """Read `[...]`, `[t]he`, `tak[ing]` or `[the agency]` at `at`; the index of its last token."""
    close = next((i for i in range(at + 1, len(tokens)) if tokens[i].text == "]"), None)
    if close is None:
        return at
    inner = tokens[at + 1 : close]
    span = (tokens[at].start, tokens[close].end)
    following = tokens[close + 1] if close + 1 < len(tokens) else None
    if following is not None and following.start == span[1] and len(inner) == 1:
        plain.append(Word(inner[0].text + following.text, span[0], following.end))
        return close + 1
    if plain and plain[-1].end == span[0]:
        span = (plain.pop().start, span[1])
    skipped = all(word.text == "..." for word in inner)
    gaps[len(plain)] = "skipped" if skipped else "bracketed", span
    return close
