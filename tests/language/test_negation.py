"""Words that deny."""

from __future__ import annotations

from nutgraf.language.negation import is_the_last


def test_what_has_not_been_since_then_was_last_then() -> None:
    assert is_the_last("The choir last sang in May.", "The choir has not sung since May.")
    assert not is_the_last("The choir sang in May.", "The choir has not sung since May.")
    assert not is_the_last("The choir last sang in May.", "The choir has not sung in May.")
