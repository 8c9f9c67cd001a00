"""States that the brief says hold, and that a source says have ended: `Route 9 is closed`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from nutgraf.checks.case import Case
from nutgraf.checks.sentences_told import Sentence
from nutgraf.checks.time.events_of_sources import is_quoted
from nutgraf.evidence.index import Index
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.ended import GOES_ON, NOT_YET, SAID_OVER
from nutgraf.language.names import Name
from nutgraf.language.roles import ROLES
from nutgraf.language.states import STATES, State
from nutgraf.language.stems import Word
from nutgraf.model import Evidence

_CLAUSE = re.compile(r"[,;:—–]\s|\b(?:and|but|while|who|which|that|where|says?|said)\s")
_AGAIN = re.compile(r"\b(?:again|still|remains?|later closed|re-?closed)\b", re.IGNORECASE)
_SOME = frozenset(["some", "about", "nearly", "roughly", "several", "many", "few", "still"])


def states_ended(case: Case, sentence: Sentence) -> Iterator[tuple[Span, tuple[Evidence, ...]]]:
    """The words of the sentence for each state that is over, with where a source tells its end."""
    for state in STATES:
        for found in state.held.finditer(sentence.text):
            at = sentence.start + found.start()
            rest = sentence.text[: found.start()] + " " + sentence.text[found.end() :]
            if is_quoted(sentence, (at, at)) or SAID_OVER.search(rest) or "?" in rest:
                continue
            subject = _subject(sentence, found.start())
            named = _named(sentence, found.span("state"))
            if not subject and not named:
                continue
            evidence = _end(case, state, _people(case, sentence, subject), subject, named)
            if evidence is not None:
                yield (found.start(), found.end("state")), (evidence,)
                return


def _subject(sentence: Sentence, end: int) -> tuple[Word, ...]:
    """The content words of who or what is in the state, as far back as its clause goes."""
    text = sentence.text[:end]
    cuts = [cut.end() for cut in _CLAUSE.finditer(text)]
    reading = sentence.claims[0].reading
    low = sentence.start + (cuts[-1] if cuts else 0)
    words = reading.words_in(low, sentence.start + end)
    return tuple(
        word
        for word in words
        if (word.content or word.lower[:1].isdigit()) and word.lower not in _SOME
    )


def _named(sentence: Sentence, span: Span) -> frozenset[str]:
    """The words of a state by which it is known: `under an evacuation order`."""
    reading = sentence.claims[0].reading
    words = reading.words_in(sentence.start + span[0], sentence.start + span[1])
    content = [word for word in words if word.content]
    if len(content) < 2 or words[0].lower != "under":
        return frozenset()
    return frozenset(word.stem for word in content)


def _people(case: Case, sentence: Sentence, subject: tuple[Word, ...]) -> frozenset[str]:
    """The last name of the person who is in it, if it is one."""
    if not subject:
        return frozenset()
    reading = sentence.claims[0].reading
    low, high = subject[0].start, subject[-1].end
    for name in reading.names:
        if low <= name.start < high and _is_person(case, name):
            return frozenset(word.stem for word in reading.words_in(name.start, name.end)[-1:])
    return frozenset()


def _is_person(case: Case, name: Name) -> bool:
    return name.kind == "person" or any(
        one.kind == "person"
        for source in case.pack.sources.values()
        for one in source.index.named(name.text)
    )


def _end(
    case: Case,
    state: State,
    person: frozenset[str],
    subject: tuple[Word, ...],
    named: frozenset[str],
) -> Evidence | None:
    """Where the newest source that tells anything of it tells its end."""
    wanted = person or frozenset(word.stem for word in subject if word.lower not in ROLES)
    wanted = wanted or frozenset(word.stem for word in subject)
    asked = [one for one in (wanted, named) if one]
    ends: list[tuple[date, SourceSpan]] = []
    held: list[date] = []
    for name, source in case.pack.sources.items():
        reading = source.index.reading
        day = reading.published or date.min
        for number, (low, high) in enumerate(reading.sentences):
            text = reading.text[low:high]
            if (end := state.ended.search(text)) and any(
                _is_of(source.index, number, one, low + end.start(), person=bool(person))
                for one in asked
            ):
                if _has_happened(reading, (low, high), low + end.start()):
                    ends.append((day, SourceSpan(name, low, high)))
                if GOES_ON.search(text, end.end()) and _AGAIN.search(text):
                    held.append(day)
            elif state.held.search(text) and any(
                _is_of(source.index, number, one, high, person=bool(person)) for one in asked
            ):
                held.append(day)
    if not ends:
        return None
    newest, span = max(ends, key=lambda one: one[0])
    # A report of the same day or a later one that says it goes on is to be believed.
    if any(day >= newest and day > date.min for day in held) or (held and newest == date.min):
        return None
    return case.pack.evidence(span)


def _is_of(index: Index, number: int, wanted: frozenset[str], at: int, *, person: bool) -> bool:
    """Whether the sentence tells it of what is asked for: it has its words, a person's before."""
    reading = index.reading
    low, high = reading.sentences[number]
    own = {word.stem for word in reading.words_in(low, high)}
    if wanted <= own:
        return True
    if not person or not number:
        return False
    opening = reading.words_in(low, at)[:3]
    before = {word.stem for word in reading.words_in(*reading.sentences[number - 1])}
    return any(word.lower in ("he", "she") for word in opening) and wanted <= before


def _has_happened(reading: Reading, sentence: Span, at: int) -> bool:
    """Whether the end is told as done, and not as asked for or to come."""
    words = reading.words_in(max(sentence[0], at - 40), at)[-4:]
    near = reading.text[words[0].start : at] if words else ""
    return not NOT_YET.search(near) and not near.rstrip().endswith(("?", "be"))
