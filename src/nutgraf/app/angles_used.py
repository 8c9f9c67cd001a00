"""The angles of a brief as readers have them, and which of them were corrected since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nutgraf.checks.record import UsedAngle
from nutgraf.language.stems import read as read_words
from nutgraf.model import Brief, Correction, Role, Words, words_of

# So much of what was corrected stands in an angle that rests on it.
_RESTS_ON = 0.6


def angles_of(brief: Brief) -> tuple[Words, ...]:
    """The paragraphs and bullets of its angles, in order."""
    return tuple(
        words
        for story in brief.stories
        for section in story.sections
        if section.role is Role.ANGLES and section.published
        for words in words_of(section.blocks)
        if words.text.strip()
    )


def used_angles(brief: Brief, corrections: Sequence[Correction]) -> Iterator[UsedAngle]:
    """The angles of a brief that has gone out, each with the corrections that touch it."""
    own = [one for one in corrections if brief.id in one.briefs]
    for words in angles_of(brief):
        touched = tuple(one.id for one in own if _rests_on(words.text, one.said))
        yield UsedAngle(brief.id, brief.date, words.text, words.prose.place(), touched)


def _rests_on(text: str, said: str) -> bool:
    theirs = {word.stem for word in read_words(text) if word.content}
    ours = {word.stem for word in read_words(said) if word.content}
    return bool(ours) and len(ours & theirs) >= len(ours) * _RESTS_ON
