"""What a brief says in the very words of a source: there is nothing to compare in it."""

from __future__ import annotations

import re

from nutgraf.checks.case import Case
from nutgraf.evidence.index import Index
from nutgraf.evidence.once import once
from nutgraf.language.typography import fold

_LEAST = 5  # words: fewer may stand anywhere
# The whole sentence: `voters waited` is not all of `some voters waited` or `voters waited briefly`.
_OPENS = r"(?:^|(?<=[.!?:;\"'|*•—–-]))\s*"
_CLOSES = r"(?=\s*(?:$|[.!?;\"'|]))"


def is_word_for_word(case: Case, sentence: str) -> bool:
    """Whether a source of the pack has a sentence as it stands, its typography aside."""
    words = fold(sentence, case=True).text.strip().rstrip(".,; ")
    if len(words.split()) < _LEAST:
        return False
    whole = re.compile(rf"{_OPENS}{re.escape(words)}{_CLOSES}")
    return any(
        words in _folded(one.index) and whole.search(_folded(one.index)) for one in case.pack
    )


@once
def _folded(index: Index) -> str:
    return fold(index.reading.text, case=True).text
