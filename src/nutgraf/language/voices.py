"""Who says what a sentence says: the party, its verb, and which words it answers for.

`Ann Lee, who runs the yard, said the bridge is safe`, `the bridge is safe, officials said`,
`according to the filing, the bridge is safe`, `a lawsuit alleging that the bridge is not`. Read by
words and marks alone; what stands inside quotation marks is to be blanked out before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from nutgraf.language.noun_phrases import (
    BLANK,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    Token,
    tokenize,
)
from nutgraf.language.owned_labels import owned_label
from nutgraf.language.roles import CALENDAR, GROUPS, ROLES

Span = tuple[int, int]

_PLAIN_TEXT = """
say says said tell tells told add adds added note notes noted state stated write writes wrote
explain explains explained testify testifies testified announce announces announced declare
declares declared report reports reported admit admits admitted acknowledge acknowledges
acknowledged concede concedes conceded confirm confirms confirmed estimate estimates estimated
found finds show shows showed ruled concluded concludes recalled replied responded tweeted posted
indicated indicates saying adding writing noting
"""
_CONTESTED_TEXT = """
claim claims claimed claiming allege alleges alleged alleging argue argues argued arguing contend
contends contended contending insist insists insisted insisting maintain maintains maintained
assert asserts asserted asserting suggest suggests suggested suggesting believe believes believed
warn warns warned warning predict predicts predicted predicting fear fears feared suspect suspects
suspected accuse accuses accused accusing complain complains complained speculated think thinks
thought hope hopes hoped blamed blames
"""
PLAIN = frozenset(_PLAIN_TEXT.split())
"""Verbs that tell who says a thing, and nothing of how it stands."""
CONTESTED = frozenset(_CONTESTED_TEXT.split())
"""Verbs that mark what is said as the party's own view."""
_NOUNS_TEXT = """
report reports claim claims state note notes show shows finds fear fears hope hopes found warning
estimate estimates post posted suspect suspects writing
"""
_NOUNS = frozenset(_NOUNS_TEXT.split())
_NEEDS_STATEMENT_TEXT = """
found finds show shows showed ruled concluded concludes indicated indicates believed thought
suspected feared hoped
"""
# These introduce a statement only with `that`, or right before one that has a subject.
_NEEDS_STATEMENT = frozenset(_NEEDS_STATEMENT_TEXT.split())
_ADDED = frozenset(["add", "adds", "added"])
_SKIPPED_TEXT = """
also later then has have had would will did earlier previously repeatedly recently since publicly
now once long further both
"""
_SKIPPED = frozenset(_SKIPPED_TEXT.split())
_FINITE_TEXT = """
was were is are has had have will would could can may might should must that did does do been be
"""
_FINITE = frozenset(_FINITE_TEXT.split())
_NO_SUBJECT = _FINITE | {"to", "as", "not", "and", "than"}
_STARTS_CLAUSE = frozenset(["but", "while", "although", "though", "as", "because", "when", "if"])
_WHEN_TEXT = """
on in at late early last this yesterday today morning afternoon evening night week month a the
statement interview post email news conference release letter court during after hearing report
time briefing filing lawsuit complaint testimony earlier reporters
"""
_WHEN = CALENDAR | frozenset(_WHEN_TEXT.split())
_MARKS = frozenset([",", ";", ":", "—", "–", "-", "(", ")"])
_TELLING = frozenset(["tell", "tells", "told"])
_PARTICIPLES_TEXT = """
saying adding alleging arguing claiming accusing contending insisting asserting suggesting warning
predicting noting writing
"""
_PARTICIPLES = frozenset(_PARTICIPLES_TEXT.split())
_OF_SOMEBODY_TEXT = """
accuse accuses accused blamed blames found show
"""
# Behind these stands whom they are about, never who says it.
_NOT_INVERTED = _TELLING | _PARTICIPLES | frozenset(_OF_SOMEBODY_TEXT.split())
_OURSELVES = re.compile(r"\b(?:I|we|you)$", re.IGNORECASE)
_LONGEST = 34  # words of a party with its aside
_HEARER, _PLACE = 4, 2  # words that may stand behind `told` and `said` without being said


@dataclass(frozen=True, slots=True)
class Voice:
    """`text[start:end]` is the verb (or `according to`), `party` who says it, `said` what.

    `party` is None where the sentence does not tell. `contested`: the verb marks it as a view.
    """

    start: int
    end: int
    party: Span | None
    said: Span
    contested: bool


@lru_cache(maxsize=4096)
def voices(text: str) -> tuple[Voice, ...]:
    """The voices of one sentence whose quoted words are blanked out, in order."""
    tokens = tokenize(text, 0, len(text))
    found = [*_by_verb(text, tokens), *_according(text, tokens), *_by_noun(text)]
    label = owned_label(text)
    if label is not None:
        said = (label.said, len(text))
        found.append(Voice(label.start, label.end, label.party, said, contested=True))
    return tuple(sorted(found, key=lambda one: one.start))


# --- according to --------------------------------------------------------------------------------


def _according(text: str, tokens: Sequence[Token]) -> Iterator[Voice]:
    for at, token in enumerate(tokens[:-2]):
        two = token.small, tokens[at + 1].small
        if two not in (("according", "to"), ("citing", "the")) and token.small != "citing":
            continue
        first = at + 2 if token.small == "according" else at + 1
        stop = _phrase_end(tokens, first)
        if stop <= first:
            continue
        party = tokens[first].start, tokens[stop - 1].end
        leads = not any(t.word and not _is_small(t) for t in tokens[:at])
        low, high = (tokens[stop - 1].end, len(text)) if leads else (0, token.start)
        yield Voice(token.start, tokens[first - 1].end, party, (low, high), contested=False)


def _is_small(token: Token) -> bool:
    return token.small in ("but", "and", "also", "still", "yet", "however")


def _phrase_end(tokens: Sequence[Token], at: int) -> int:
    """The index behind the phrase of a party: up to a mark that begins something else."""
    for i in range(at, min(len(tokens), at + _LONGEST)):
        token = tokens[i]
        if token.text in ".;:—–()!?" or BLANK in token.text:
            return i
        if token.text == "," and not _goes_on(tokens, i):
            return i
        if i > at and token.small in _STARTS_CLAUSE:
            return i
    return min(len(tokens), at + _LONGEST)


def _goes_on(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a comma stands inside a party: `, who asked not to be named`, `, a lawyer for`."""
    following = tokens[comma + 1].small if comma + 1 < len(tokens) else ""
    return following in ("who", "which", "whose")


# --- verbs ---------------------------------------------------------------------------------------


def _by_verb(text: str, tokens: Sequence[Token]) -> Iterator[Voice]:
    for at, token in enumerate(tokens):
        small = token.small
        if token.text.lower() not in PLAIN | CONTESTED or token.capital:
            continue
        contested = small in CONTESTED
        found = _inverted(tokens, at) or _after_subject(text, tokens, at)
        # In a transcript everybody speaks for themselves.
        if found is not None and not (found[0] and _OURSELVES.search(text[slice(*found[0])])):
            party, said = found
            yield Voice(token.start, token.end, party, said, contested)


def _inverted(tokens: Sequence[Token], at: int) -> tuple[Span | None, Span] | None:
    """`the bridge is safe, said Ann Lee, an engineer`."""
    before = tokens[at - 1].text if at else ""
    if not (before == "," or BLANK in before or before in ('"', "”", "'")):
        return None
    if tokens[at].small in _NOT_INVERTED or at + 1 >= len(tokens):
        return None
    following = tokens[at + 1]
    begins = (
        following.capital
        or following.small in DETERMINERS
        or following.bare in ROLES | GROUPS
        or following.text[0].isdigit()
    )
    if not begins:
        return None
    stop = at + 1
    while stop < len(tokens) and tokens[stop].text not in ".,;:—–()!?":
        if tokens[stop].small in _FINITE or BLANK in tokens[stop].text:
            return None
        stop += 1
    if stop - at > 14:
        return None
    # `Ann Lee, who runs the yard, said the boat leaks`
    plain = not any(token.capital for token in tokens[at + 1 : stop])
    aside = _before_aside(tokens, at) if before == "," and plain else None
    if aside and not any(token.small in _FINITE for token in tokens[:aside]):
        return None
    end = max(stop, _phrase_end(tokens, at + 1))
    return (tokens[at + 1].start, tokens[end - 1].end), (0, tokens[at].start)


def _after_subject(text: str, tokens: Sequence[Token], at: int) -> tuple[Span | None, Span] | None:
    verb = tokens[at].small
    subject = _subject(tokens, at)
    if subject is None:
        return None
    first, stop = subject
    if at + 1 < len(tokens) and tokens[at + 1].small == "by":
        return None  # `two drawings claimed by the heirs`
    if verb in _NOUNS and not _is_verb(tokens, at, first, stop):
        return None
    party = (tokens[first].start, tokens[stop - 1].end) if first < stop else None
    behind = _content_behind(tokens, at)
    comma = first > 0 and (tokens[first - 1].text == "," or BLANK in tokens[first - 1].text)
    if comma and not behind and party is not None:
        return party, (0, tokens[first].start)
    if verb in _NEEDS_STATEMENT and not (
        _opens_statement(tokens, at) and any(t.small in _FINITE for t in tokens[at + 1 : at + 10])
    ):
        return None
    if verb in _ADDED and not _adds_words(tokens, at):
        return None
    if at + 2 >= len(tokens):
        return None
    return party, (tokens[at].end, len(text))


def _adds_words(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is added is said: `added that it leaked`, not `added salt to the water`."""
    after = tokens[at + 1 : at + 10]
    if not after or after[0].small == "that" or BLANK in after[0].text:
        return True
    first = next((t.small for t in after if t.small in _FINITE | {"who", "which"}), "that")
    return first not in ("that", "who", "which")


def _is_verb(tokens: Sequence[Token], at: int, first: int, stop: int) -> bool:
    """Whether a form that may be a noun is a verb here."""
    if stop <= first or stop != at:
        return False
    last = tokens[stop - 1]
    plural = last.small.endswith("s") or last.bare in GROUPS
    form = tokens[at].small
    if form in ("found", "posted"):
        return True
    if any(token.small in _FINITE for token in tokens[first:stop]):
        return False
    if at + 1 < len(tokens) and tokens[at + 1].small == "that" and form.endswith(("s", "es")):
        return True
    if form in ("state", "report", "note", "post", "estimate"):
        return plural and at + 1 < len(tokens) and tokens[at + 1].small == "that"
    if form.endswith("s") and plural and not last.capital:
        return False
    return _opens_statement(tokens, at)


def _opens_statement(tokens: Sequence[Token], at: int) -> bool:
    after = [token.small for token in tokens[at + 1 : at + 9]]
    if "that" in after[:7]:
        return True
    begins = ("the", "a", "an", "its", "it", "he", "she", "they", "there", "no", "his", "her")
    capital = at + 1 < len(tokens) and tokens[at + 1].capital
    return len(after) > 2 and (after[0] in begins or after[0].isdigit() or capital)


def _content_behind(tokens: Sequence[Token], at: int) -> bool:
    """Whether something is said behind the verb, and not only to whom, when and where."""
    count = 0
    for token in tokens[at + 1 :]:
        if token.text in ".,;—–)!?":
            break
        if token.small in _FINITE or BLANK in token.text:
            return True
        count += token.word and token.small not in _WHEN and not token.text[0].isdigit()
    return count > (_HEARER if tokens[at].small in _TELLING else _PLACE)


def _subject(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The tokens of the subject of the verb at `at`, its aside left out."""
    stop = at
    if tokens[at].small in _PARTICIPLES:
        return _subject_of_participle(tokens, at)
    while stop and (tokens[stop - 1].small in _SKIPPED or tokens[stop - 1].small.endswith("ly")):
        stop -= 1
    if not stop:
        return None
    last = tokens[stop - 1]
    if last.text == "," or last.small in ("who", "which"):
        before = _before_aside(tokens, stop)
        if before is None:
            return None
        stop = before
    elif not last.word or last.small in _NO_SUBJECT | DETERMINERS | PREPOSITIONS:
        return None
    first = stop
    while first > max(0, stop - _LONGEST):
        token = tokens[first - 1]
        if token.text in _MARKS or BLANK in token.text or token.text in '“”".!?':
            break
        if token.text in PLAIN | CONTESTED and token.text not in _NOUNS:
            break
        if token.small in _STARTS_CLAUSE | {"that"} or (
            token.small == "and" and _is_new(tokens, first)
        ):
            break
        first -= 1
    while first < stop and tokens[first].small in ("and", "but", "still", "however"):
        first += 1
    if first == stop or tokens[first].small == "of":  # `of payments it says`: it is not the subject
        return None
    return first, stop


def _is_new(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause begins behind `and`, as far as its verb before tells."""
    for token in reversed(tokens[max(0, at - 8) : at - 1]):
        if token.text in _MARKS:
            return False
        if token.small in _FINITE:
            return True
    return False


def _before_aside(tokens: Sequence[Token], stop: int) -> int | None:
    """The index behind the subject of `Ann Lee, who runs the yard, said`."""
    if tokens[stop - 1].small in ("who", "which"):
        return stop - 2 if stop > 1 and tokens[stop - 2].text == "," else stop - 1
    plain: int | None = None
    for i in range(stop - 2, max(0, stop - _LONGEST), -1):
        if tokens[i].text in (";", ":", "—", "–") or BLANK in tokens[i].text:
            return None
        if tokens[i].text == "," and i + 1 < stop - 1:
            opener = tokens[i + 1]
            begins = opener.small in DETERMINERS | {"who", "which", "whose", "a", "an", "the", "of"}
            if begins or opener.bare in ROLES or opener.text[0].isdigit() or opener.capital:
                earlier = _before_aside(tokens, i + 1) if opener.small == "of" else None
                return earlier or i
            # `A diplomat in Daresh, speaking on condition of anonymity, said`
            if not any(token.small in _FINITE for token in tokens[:i]):
                plain = i
    return plain


def _subject_of_participle(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Of `Ann Lee sued the yard, alleging that …`: what the sentence begins with."""
    first = 0
    if tokens[0].small in PREPOSITIONS:  # `In March, …`
        first = next((i + 1 for i in range(at) if tokens[i].text == ","), 0)
    stop = first
    while stop < min(at, first + 8) and (tokens[stop].word or tokens[stop].text in "'’"):
        small = tokens[stop].small
        if small in _FINITE or (stop > first and small.endswith("ed")):
            break
        stop += 1
        if small in PRONOUNS:
            break
    return first, stop


# --- nouns ---------------------------------------------------------------------------------------

_BY_NOUN = re.compile(
    r"\b(?P<noun>allegations?|claims?|accusations?|suspicions?|fears|concerns|suggestions?|rumou?rs?"
    r"|complaints?|assertions?|warnings?|arguments?|predictions?)(?= that\b| (?:it|he|she|they)\b)"
)


def _by_noun(text: str) -> Iterator[Voice]:
    for found in _BY_NOUN.finditer(text):
        yield Voice(*found.span(), None, (found.end(), len(text)), contested=True)
