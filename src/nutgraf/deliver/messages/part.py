"""One body of a message, the same for all readers but for what stands at its tokens."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from nutgraf.deliver.messages.quoted_printable import SOFT_BREAK, encode
from nutgraf.render.tokens import TOKEN


class Part:
    """A text cut at its tokens, each piece encoded once.

    A piece ends in a soft line break before a token, and what is put there ends in one too, so
    that they are joined as they are. `distinct` are the tokens that stand in it.
    """

    def __init__(self, text: str) -> None:
        self._tokens = tuple(found[0] for found in TOKEN.finditer(text))
        self.distinct = frozenset(self._tokens)
        ends = [(found.start(), found.end()) for found in TOKEN.finditer(text)]
        begins = [0, *(end for _, end in ends)]
        self._last = encode(text[begins[-1] :])
        pieces = zip(begins, (start for start, _ in ends), strict=False)
        self._before = tuple(filled(text[begin:start]) for begin, start in pieces)

    def put(self, values: Mapping[str, bytes]) -> bytes:
        """The body, with values that `filled` has made in the places of the tokens."""
        own = [values[token] for token in self._tokens]
        return b"".join((*chain.from_iterable(zip(self._before, own, strict=True)), self._last))


def filled(text: str) -> bytes:
    """A text as it is put in the place of a token; an empty one takes no line."""
    return encode(text) + SOFT_BREAK if text else b""
