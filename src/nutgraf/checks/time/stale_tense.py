"""stale-tense: the present tense for what the sources say is over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from nutgraf.checks.case import Case
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.sentences_told import Sentence, sentences_told
from nutgraf.checks.time.events_of_sources import events_of, is_quoted, same_events, sentence_words
from nutgraf.checks.time.given_up import given_up
from nutgraf.checks.time.states_ended import states_ended
from nutgraf.evidence.events_told import Event, Match
from nutgraf.evidence.frames.frame import Frame
from nutgraf.evidence.frames.meant import meant
from nutgraf.evidence.index import Index
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.reading import Reading
from nutgraf.language.cue_verbs import CUE_VERBS
from nutgraf.language.ended import (
    ALL,
    DONE_BY,
    DONE_TO,
    GOES_ON,
    NOT_YET,
    OF_PEOPLE,
    PEOPLE_ONLY,
    PHRASAL,
    SAID_OVER,
    STOPS_DOING,
)
from nutgraf.language.present_verbs import is_present
from nutgraf.language.roles import ROLES
from nutgraf.language.stems import Word, stem
from nutgraf.language.verb_forms import verbs
from nutgraf.model import Evidence

# What a source tells of a time so long before its own day need not be so any more.
_LONG_AGO = timedelta(30)


@dataclass(frozen=True)
class _Present:
    """A verb in the present, the event it stands in, and the words for who or what does it."""

    sentence: Sentence
    event: Event
    verb: Word
    subject: tuple[Word, ...]

    @property
    def heads(self) -> frozenset[str]:
        return frozenset(word.stem for word in self.subject if word.content)


def check(case: Case) -> Iterator[Found]:
    for sentence in sentences_told(case):
        if sentence.is_quotation or not sentence.in_body:
            continue
        states = [*states_ended(case, sentence)]
        for (low, high), over in states:
            yield _asked(sentence, sentence.start + low, sentence.start + high, over)
        if states or _says_over(sentence):
            continue
        for present in _presents(sentence):
            over = (
                _told_as_past(case, present)
                or _told_as_ended(case, present)
                or _told_as_given_up(case, present)
            )
            if over:
                yield _found(present, over)
                break


# --- the brief ------------------------------------------------------------------------------------


def _says_over(sentence: Sentence) -> bool:
    """Whether the sentence itself says that something is over, or was."""
    if SAID_OVER.search(sentence.text):
        return True
    words = sentence.claims[0].reading.words_in(sentence.start, sentence.end)
    return any(word.stem in ALL and _is_past(word) for word in words)


def _presents(sentence: Sentence) -> Iterator[_Present]:
    reading = sentence.claims[0].reading
    for event in events_of(sentence):
        if event.settled is not None and event.settled.precision == "day":
            continue  # `May 2: the court orders a halt`, told in the present
        words = reading.words_in(event.start, event.end)
        past = min((at for at in verbs(words) if _is_past(words[at])), default=len(words))
        for at, word in enumerate(words[:past]):
            if is_quoted(sentence, (word.start, word.end)) or not _is_present(words, at):
                continue
            subject, verb = _subject(sentence, words, at), word
            if word.lower in _IS and _is_led(words, at):
                verb, subject = words[at + 1], words[at + 3 : at + 7]  # `is led by Ann Lee`
            if any(one.content for one in subject):
                told = replace(event, verbs=frozenset([verb.stem]))
                yield _Present(sentence, told, verb, subject)


def _subject(sentence: Sentence, words: tuple[Word, ...], at: int) -> tuple[Word, ...]:
    """Who or what does it: the words before the verb, or the label that a bullet starts with."""
    reading = sentence.claims[0].reading
    label = _LABEL.match(sentence.text)
    if label is not None and (not words[:at] or words[0].start > sentence.start + label.end()):
        of_label = reading.words_in(sentence.start, sentence.start + label.end())
        if not any(one.content for one in words[:at]):
            return of_label
    return words[:at] or reading.words_in(sentence.start, words[0].start)


def _is_led(words: tuple[Word, ...], at: int) -> bool:
    """`is led by`, `are coached by`."""
    after = words[at + 1 : at + 3]
    return len(after) == 2 and after[0].stem in _OFFICE and after[1].lower == "by"


_LABEL = re.compile(r"\W*[^:.!?]{2,40}:(?=\s)")


_IS = frozenset({"is", "are", "remains", "remain"})
_NO_VERB_BEFORE = frozenset(
    ["the", "a", "an", "its", "his", "her", "their", "of", "to", "in", "on", "for", "and", "these"]
)


def _is_present(words: tuple[Word, ...], at: int) -> bool:
    """`allows`, `is suing`, `is chief executive`: and any `-s` that is not plainly a noun."""
    word = words[at]
    before = words[at - 1].lower if at else ""
    if word.lower in _IS:
        return any(one.lower in ROLES for one in words[at + 1 : at + 4]) or _is_led(words, at)
    if before in _IS and word.lower.endswith("ing"):
        return True
    if word.capital or not word.content or before in _NO_VERB_BEFORE:
        return False
    if at and any(is_present(words, at, after_name=name) for name in (True, False)):
        return True
    return word.lower.endswith("s") and not word.lower.endswith("ss") and at + 1 < len(words)


def _is_surely_present(present: _Present) -> bool:
    """Whether the verb is one by a list, or its form: not any noun in the plural."""
    words = (*present.subject, present.verb)
    after = present.sentence.claims[0].reading.words_in(present.verb.end, present.event.end)
    lower = present.verb.lower
    if _is_past(present.verb) or lower in _IS or lower == "lets" or lower.endswith("ing"):
        return True
    told = (*words, *after[:1])
    return any(is_present(told, len(words) - 1, after_name=name) for name in (True, False))


# --- the sources ----------------------------------------------------------------------------------


def _told_as_past(case: Case, present: _Present) -> tuple[Evidence, ...]:
    """`carried 40 trains a week last year`: the same verb in the past, of a time gone by."""
    if not present.sentence.prose.text[present.verb.start : present.verb.end].endswith("s"):
        return ()
    found = []
    for match in same_events(case, present.event):
        reading = case.pack.sources[match.source].index.reading
        verb = _verb_of(reading, match, present.verb.stem)
        if verb is None:
            continue
        if not _is_past(verb):
            return ()  # some source tells it in the present, too
        if _is_of_then(reading, match, verb):
            found.append(sentence_words(case, match))
    return tuple(found[:1])


def _verb_of(reading: Reading, match: Match, known: str) -> Word | None:
    words = reading.words_in(match.event.start, match.event.end)
    return next((w for at, w in enumerate(words) if w.stem == known and _tells(words, at)), None)


def _tells(words: tuple[Word, ...], at: int) -> bool:
    """Whether a word is a verb of its own: not `the head of it`, not `a deal allowing it`."""
    before = words[at - 1].lower if at else ""
    if words[at].lower.endswith("ing"):
        return before in _IS
    return before not in _NO_VERB_BEFORE or before == "to"


def _is_past(word: Word) -> bool:
    """Whether the form is of the past: it is neither the verb's own nor has it a present ending."""
    lower = word.lower
    return lower.endswith("ed") or not (
        lower.endswith(("s", "ing")) or lower in (word.stem, f"{word.stem}e")
    )


def _is_of_then(reading: Reading, match: Match, verb: Word) -> bool:
    """Whether the source says when, and that is over: `in 2019`, `last year`, `until October`."""
    published = reading.published
    for when in match.event.whens:
        if when.start < verb.end or when.relation in ("since", "after"):
            continue
        if when.relation == "until":
            return True
        if published is None or when.last is None or when.precision in ("day", "time"):
            continue
        if when.last < published - _LONG_AGO:
            return True
    return False


def _told_as_ended(case: Case, present: _Present) -> tuple[Evidence, ...]:
    """The source says that who or what does it was stopped, and tells the deed in the past."""
    if present.verb.lower in CUE_VERBS or present.verb.stem in ALL:
        return ()
    if not _is_surely_present(present) and not _is_a_verb_there(case, present):
        return ()
    ended = _ended(case, present)
    if not ended:
        return ()
    for match in same_events(case, present.event):
        reading = case.pack.sources[match.source].index.reading
        verb = _verb_of(reading, match, present.verb.stem)
        if verb is not None and not _is_past(verb):
            return ()
    return ended


def _told_as_given_up(case: Case, present: _Present) -> tuple[Evidence, ...]:
    """The source tells the deed, and then that it was given up."""
    if present.verb.lower in CUE_VERBS or not present.verb.lower.endswith("s"):
        return ()
    if present.verb.lower in _IS:
        return ()
    own = tuple(word for word in present.subject if word.content)
    return given_up(case, present.verb, present.event.stems, own)


def _is_a_verb_there(case: Case, present: _Present) -> bool:
    """Whether a source has the verb in the past, said of the same: `let parents follow phones`."""
    told = same_events(case, present.event)
    return any(present.verb.stem in match.event.verbs for match in told)


def _ended(case: Case, present: _Present) -> tuple[Evidence, ...]:
    found = []
    for name, source in case.pack.sources.items():
        index = source.index
        for known in sorted(ALL & index.frames.keys()):
            for frame in index.frames[known]:
                if not _is_about(present, frame, index) or not _has_happened(frame, index):
                    continue
                low, high = index.reading.sentences[frame.sentence]
                if GOES_ON.search(index.reading.text, low, high):
                    return ()
                found.append(case.pack.evidence(SourceSpan(name, low, high)))
    return tuple(dict.fromkeys(found))[:2]


def _is_about(present: _Present, frame: Frame, index: Index) -> bool:
    """Whether what the verb ends is what does the deed in the brief."""
    person = frame.stem in PEOPLE_ONLY or _is_person(present, index)
    if person != (frame.stem in OF_PEOPLE) or frame.of("from"):
        return False
    if person and present.verb.lower not in _IS and present.verb.stem not in _OFFICE:
        return False
    if frame.stem in PHRASAL and not _goes_down(frame, index):
        return False
    roles = ["patient"] if frame.passive or frame.stem in DONE_TO else []
    if _is_done_by(frame):
        roles = ["agent"]
    return any(
        _is_it(present, words, person=person)
        for role in roles
        for party in frame.of(role)
        for phrase in party.phrases
        for words in meant(phrase.words, frame, index)
    )


def _is_done_by(frame: Frame) -> bool:
    """`the permit expired`, `the trams stopped running`."""
    if frame.passive:
        return False
    objects = [word for party in frame.of("patient") for word in party.words]
    if frame.stem in STOPS_DOING:
        return bool(objects) and objects[0].lower.endswith("ing")
    return frame.stem in DONE_BY and not objects


def _goes_down(frame: Frame, index: Index) -> bool:
    """`stepped down`, and not `stepped on`."""
    words = index.reading.words_in(frame.verb.end, frame.verb.end + 12)
    return bool(words) and words[0].lower in ("down", "aside")


def _is_it(present: _Present, words: Sequence[Word], *, person: bool) -> bool:
    own = [word for word in words if word.content]
    return bool(own) and own[-1].stem in present.heads and (person or _is_enough(present, own))


def _is_enough(present: _Present, own: Sequence[Word]) -> bool:
    """Whether the words in common tell which one is meant."""
    shared = {word.stem for word in own} & present.heads
    return len(shared) > 1 or len(present.heads) == 1 or len(own) == 1


def _is_person(present: _Present, index: Index) -> bool:
    reading = present.sentence.claims[0].reading
    low, high = present.subject[0].start, present.subject[-1].end
    inside = [name for name in reading.names if low <= name.start < high]
    if any(
        name.kind == "person" or any(one.kind == "person" for one in index.named(name.text))
        for name in inside
    ):
        return True
    # `Signe Holt leads`: a name that nothing tells of, of two words and no more, before such verbs.
    own = [word for word in present.subject if word.content]
    plain = len(own) == _FULL_NAME and all(word.capital for word in own)
    leads = present.verb.lower in _IS or present.verb.stem in _OFFICE
    return plain and leads and any(name.kind == "unknown" for name in inside)


_FULL_NAME = 2  # words


_OFFICE_WORDS = """
lead head run chair serve coach direct manage oversee command edit preside
"""
_OFFICE = frozenset(map(stem, _OFFICE_WORDS.split()))


def _has_happened(frame: Frame, index: Index) -> bool:
    """Whether the verb tells a thing that was done: `blocked it`, not `asked to block it`."""
    reading = index.reading
    low = reading.sentences[frame.sentence][0]
    before = reading.words_in(max(low, frame.verb.start - 40), frame.verb.start)[-4:]
    near = reading.text[before[0].start : frame.verb.start] if before else ""
    if NOT_YET.search(near):
        return False
    return _is_past(frame.verb) or frame.verb.lower.endswith("ing")


def _found(present: _Present, evidence: tuple[Evidence, ...]) -> Found:
    return _asked(present.sentence, present.verb.start, present.verb.end, evidence)


def _asked(sentence: Sentence, low: int, high: int, evidence: tuple[Evidence, ...]) -> Found:
    return Found(
        sentence.prose.place(low, high),
        f"“{sentence.prose.text[low:high]}”: is this still so?",
        "write it in the past tense, or say since when it is over",
        evidence,
        sentence.claim_at(low - sentence.start).claim.id,
    )


_REPORT = (
    "---\ntitle: The tramway\npublished: 2025-03-06\n---\n"
    "The scheme allowed pupils to ride for free. The council scrapped the scheme in January.\n"
)

RULE = Rule(
    name="stale-tense",
    family="time",
    severity="warning",
    decided="cue",
    law="The present tense is for what still holds; what a source says is over is past.",
    why="A present tense is a claim about the day of reading.",
    bad=Example(
        "---\ntitle: The tramway\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe scheme allows pupils to ride for free. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The tramway\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe scheme allowed pupils to ride for free. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
