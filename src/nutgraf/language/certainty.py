"""How a statement is made: negated or not, how surely, by whom, of how much, done or planned.

Each cue that is found governs a word, its head: the next word of content behind it, as a rule.
Nothing is parsed; what was tried is told in `clause_words`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Literal

from nutgraf.language import ladders
from nutgraf.language.attributing import Saying, sayings
from nutgraf.language.clause_words import Word, words_of
from nutgraf.language.hedges import CERTAIN, HEDGES
from nutgraf.language.negation import NEGATIVES
from nutgraf.language.owned_labels import owned_label
from nutgraf.language.phrase_tables import match
from nutgraf.language.scope import LIMITED, QUANTIFIERS

Span = tuple[int, int]
CueKind = Literal[
    "negation",
    "hedge",
    "attribution",
    "quantifier",
    "limit",
    "legal",
    "causal",
    "evidence",
    "intention",
    "outcome",
]


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that colours a statement, and where it stands.

    `step` is its place on the ladder of its kind (1 for kinds without one), `heads` are indexes
    of the words it governs, the nearest first; `reach` is the range of words it may govern at
    all; `party` the span of who says it, for attributions; `note` tells the sort within a kind.
    """

    kind: CueKind
    start: int
    end: int
    text: str
    step: int
    heads: tuple[int, ...]
    reach: tuple[int, int]
    party: Span | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Certainty:
    """What `read` found in a text: its words and the cues, in order."""

    text: str
    words: tuple[Word, ...]
    cues: tuple[Cue, ...] = field(default=())

    def of(self, kind: CueKind) -> tuple[Cue, ...]:
        """The cues of one kind."""
        return tuple(cue for cue in self.cues if cue.kind == kind)

    def negations(self, at: int) -> int:
        """How many negations govern the word with index `at`, or may."""
        return sum(
            cue.reach[0] <= at < cue.reach[1] and cue.note != "few" for cue in self.of("negation")
        )

    def sureness(self, at: int) -> int:
        """How surely the word with index `at` is said: 5 plain, down to 1 doubtful."""
        steps = [c.step for c in self.of("hedge") if c.reach[0] <= at < c.reach[1]]
        return min(steps, default=CERTAIN)


@lru_cache(maxsize=1024)  # the same passages are asked for claim after claim, brief after brief
def read(text: str) -> Certainty:
    """The cues of `text`, with the offsets in it. Never raises; linear in the text."""
    words = words_of(text)
    cues = [*_phrase_cues(text, words), *_legal_cues(text, words), *_attributions(text, words)]
    cues.sort(key=lambda cue: (cue.start, cue.kind))
    return Certainty(text, words, tuple(cues))


def _phrase_cues(text: str, words: Sequence[Word]) -> Iterator[Cue]:
    ends = _clause_ends(words)
    known = [at for at, word in enumerate(words) if word.small in _FIRST_WORDS]
    for table, kind in _TABLES:
        behind = 0
        for at in known:
            found = match(words, at, table) if at >= behind else None
            if found is None:
                continue
            size, value = found
            behind = at + size
            cue = _cue((text, words, ends), (at, behind), kind, value)
            if cue is not None:
                yield cue


_TABLES: tuple[tuple[dict[str, list[tuple[tuple[str, ...], object]]], CueKind], ...] = (
    (NEGATIVES, "negation"),  # type: ignore[assignment]
    (HEDGES, "hedge"),
    (QUANTIFIERS, "quantifier"),
    (LIMITED, "limit"),
    (ladders.CAUSAL, "causal"),
    (ladders.EVIDENCE, "evidence"),
    (ladders.INTENTION, "intention"),
    (ladders.OUTCOME, "outcome"),
    (ladders.LEGAL_PHRASES, "legal"),
)


_FIRST_WORDS = frozenset(word for table, _ in _TABLES for word in table)


def _clause_ends(words: Sequence[Word]) -> list[int]:
    """For each word the index behind the last word of its clause."""
    ends = [len(words)] * len(words)
    for at in range(len(words) - 2, -1, -1):
        ends[at] = ends[at + 1] if words[at].clause == words[at + 1].clause else at + 1
    return ends


def _cue(
    page: tuple[str, Sequence[Word], Sequence[int]],
    span: tuple[int, int],
    kind: CueKind,
    value: object,
) -> Cue | None:
    text, words, ends = page
    step = value if isinstance(value, int) else 1
    note = value if isinstance(value, str) else ""
    if note == "none" or (isinstance(value, str) and not value):
        return None
    if (kind == "hedge" and step == CERTAIN) or (kind in ("quantifier", "legal") and step == 0):
        return None
    at, stop = span
    if kind == "hedge" and _is_no_hedge(words, at, stop):
        return None
    reach = _reach(words, ends, stop)
    heads = _heads(words, stop, reach[1], before=kind in ("limit", "legal"), at=at)
    start, end = words[at].start, words[stop - 1].end
    return Cue(kind, start, end, text[start:end], step, heads, reach, note=note)


_MONTH_AROUND = frozenset(
    ["in", "last", "since", "until", "next", "of", "early", "late", "on", "by", "this", "mid", "to"]
)


def _is_no_hedge(words: Sequence[Word], at: int, stop: int) -> bool:
    """`in May`, `May 3`, `the might of`, `believed in`."""
    small = words[at].small
    if small == "may":
        before = words[at - 1].small if at else ""
        after = words[stop].small if stop < len(words) else ""
        return before in _MONTH_AROUND or after[:1].isdigit() or not after[:1].isalpha()
    if small == "might":
        return at > 0 and words[at - 1].small in ("the", "its", "his", "her", "their", "military")
    return False


def _reach(words: Sequence[Word], ends: Sequence[int], stop: int) -> tuple[int, int]:
    """From behind the cue to the end of its clause; a conjunction of verbs ends it too."""
    if stop >= len(words):
        return stop, stop
    if words[stop].sentence != words[stop - 1].sentence:
        return stop, stop
    some = False
    last = min(ends[stop], stop + _FARTHEST)
    for at in range(stop, last):
        if some and (words[at].small == "," or _joins_verb(words, at)):
            return stop, at
        some = some or words[at].content
    return stop, last


_FARTHEST = 40  # words that a cue may govern

_VERB_STARTS = frozenset(
    [
        "was",
        "were",
        "is",
        "are",
        "has",
        "had",
        "have",
        "will",
        "would",
        "did",
        "does",
        "could",
        "may",
        "might",
        "can",
        "not",
        "never",
        "also",
        "then",
        "later",
        "to",
        "instead",
        "be",
        "been",
        "being",
        "he",
        "she",
        "they",
        "it",
    ]
)


def _joins_verb(words: Sequence[Word], at: int) -> bool:
    """Whether an `and`, `or` or `but` at `at` goes on with a new verb."""
    if words[at].small not in ("and", "or", "but") or at + 1 >= len(words):
        return False
    following = words[at + 1].small
    return following in _VERB_STARTS or following.endswith("ed")


_MOST_HEADS = 3


def _heads(
    words: Sequence[Word], stop: int, last: int, *, before: bool, at: int
) -> tuple[int, ...]:
    """The next words of content in reach; for what may stand behind its verb, one before too."""
    found = list(islice((i for i in range(stop, last) if words[i].content), _MOST_HEADS))
    if before:
        back = range(at - 1, max(-1, at - 5), -1)
        near = next((i for i in back if words[i].content), None)
        if near is not None and words[near].sentence == words[at].sentence:
            found.append(near)
    return tuple(found)


def _legal_cues(text: str, words: Sequence[Word]) -> Iterator[Cue]:
    ends = _clause_ends(words)
    for at, word in enumerate(words):
        step = ladders.LEGAL.get(word.stem)
        if step is None or _is_no_charge(words, at):
            continue
        reach = _reach(words, ends, at + 1)
        heads = _heads(words, at + 1, reach[1], before=True, at=at)
        shown = text[word.start : word.end]
        yield Cue("legal", word.start, word.end, shown, step, heads, reach)


def _is_no_charge(words: Sequence[Word], at: int) -> bool:
    """Money that is charged, a phone, a question that is asked."""
    small = words[at].small
    after = words[at + 1].small if at + 1 < len(words) else ""
    if small in ("charge", "charges") and at and words[at - 1].small.endswith(("'s", "s'")):
        return True  # `the union's charge`
    if small in ("charge", "charges", "charged", "charging"):
        return after[:1].isdigit() or after in ("a", "an", "customers", "for", "up", "at")
    return small in ("question", "questions", "prove", "proves")


def _attributions(text: str, words: Sequence[Word]) -> Iterator[Cue]:
    yield from _by_label(text, words)
    start = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or words[at].sentence != words[start].sentence:
            for saying in sayings(words, start, at):
                if not _is_no_party(text, words, saying):
                    yield _attribution(text, words, saying)
            start = at


def _by_label(text: str, words: Sequence[Word]) -> Iterator[Cue]:
    """`The union’s charge: …` gives what follows to the union."""
    label = owned_label(text)
    if label is None or not words:
        return
    first = next((i for i, word in enumerate(words) if word.start >= label.said), len(words))
    verb = next((i for i, word in enumerate(words) if word.end >= label.end), 0)
    last = max((i for i in range(first, len(words)) if words[i].sentence == words[verb].sentence),
               default=first - 1)  # fmt: skip
    said = first, last + 1
    low = next((i for i, word in enumerate(words) if word.end > label.party[0]), verb)
    high = next((i for i, word in enumerate(words) if word.start >= label.party[1]), low + 1)
    yield _attribution(text, words, Saying((low, max(high, low + 1)), verb, said, "contested"))


def _is_no_party(text: str, words: Sequence[Word], saying: Saying) -> bool:
    """`the two-year dispute`: what stands before the verb makes a noun of it."""
    low, high = saying.party
    if low == high:
        return False
    last = words[high - 1]
    return "-" in last.small and text[last.start].islower()


def _attribution(text: str, words: Sequence[Word], saying: Saying) -> Cue:
    low, high = saying.party
    party = (words[low].start, words[high - 1].end) if low < high else None
    verb = words[saying.verb]
    heads = tuple(islice((i for i in range(*saying.said) if words[i].content), _MOST_HEADS))
    return Cue(
        "attribution",
        verb.start,
        verb.end,
        text[verb.start : verb.end],
        1,
        heads,
        saying.said,
        party,
        saying.stance,
    )
