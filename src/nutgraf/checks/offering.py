"""Lines that an editor may take into a brief: the words of the sources, cited, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nutgraf.checks.case import Case
from nutgraf.evidence.conflicts.conflict import Conflict
from nutgraf.evidence.frames.reference import is_person
from nutgraf.evidence.index import Index
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.model import Offer, Role

_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_STYLE = re.compile(r"(?<!\w)(\*\*|__|~~|\*|_)(?=\S)(.+?)(?<=\S)\1(?!\w)")
# What a note would read as something else than words: a citation, a link, HTML, a comment.
_MARKUP = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)|~~|%%|(?<=\s)\^(?=\w)")
_OPENING = re.compile(r"^(?:[#>]|[-+](?=\s))")
_STOPPED = re.compile(r"[.?!…][”’\"']$")
_PLAIN_ID = re.compile(r"[^\s,;{}\[\]]+")
# Who is meant stands before: a line by itself has to say it.
_WHO = re.compile(r"(?:he|she)\b(?!\s+(?:is|was)\s+(?:un)?(?:clear|known))", re.IGNORECASE)
_BACK = 2  # sentences


def as_words(text: str) -> str:
    """The words of a source as a note may hold them: on one line, marked up as nothing."""
    plain = _STYLE.sub(r"\2", _LINK.sub(r"\1", " ".join(text.split())))
    return _OPENING.sub(r"\\\g<0>", _MARKUP.sub(r"\\\g<0>", plain))


def as_sentence(text: str) -> str:
    """The words of a source as a line of a brief, with a capital and a full stop."""
    words = text.strip().rstrip(".,; ")
    stop = "" if words[-1:] in "?!…" or _STOPPED.search(words) else "."
    return f"{words[:1].upper()}{words[1:]}{stop}"


def cited(words: str, sources: Iterable[str]) -> str:
    """The words with the sources that have them: `words [@a; @b]`."""
    return f"{words} [{'; '.join(f'@{_written(one)}' for one in sources)}]"


def _written(name: str) -> str:
    return name if _PLAIN_ID.fullmatch(name) else f"{{{name}}}"


def named(index: Index, span: SourceSpan, text: str) -> str:
    """The words of a span, with the name for the pronoun that they begin with.

    Only where the sentences right before name one person and no other.
    """
    pronoun = _WHO.match(text)
    if pronoun is None:
        return text
    reading = index.reading
    at = reading.sentence_at(span.start)
    low = reading.sentences[max(0, at - _BACK)][0]
    for first in reversed(range(max(0, at - _BACK), at)):
        low = reading.sentences[first][0]
        people = {
            index.names.aliases.key(one.text): one.text
            for one in reading.names
            if low <= one.start < reading.sentences[at][0] and is_person(one, index)
        }
        if people:
            (*_, name) = people.values()
            return f"{name}{text[pronoun.end() :]}" if len(people) == 1 else text
    return text


def of_conflict(case: Case, conflict: Conflict) -> tuple[Offer, ...]:
    """The line that tells readers of what sources differ on; nothing where no claim is of it."""
    stories = {judged.claim.id: judged.statement.story for judged in case.claims}
    story = next((stories[name] for name in conflict.claims if name in stories), None)
    if story is None:
        return ()
    told = "; ".join(
        cited(as_words(words), (one.source for one in several))
        for words, several in conflict.accounts
    )
    matter = as_words(conflict.matter)
    line = f"{matter[:1].upper()}{matter[1:]}: {told}"
    evidence = tuple(
        case.pack.evidence(SourceSpan(one.source, *one.span)) for one in conflict.sayings
    )
    return (Offer(Role.DIFFER, story, line, evidence),)
