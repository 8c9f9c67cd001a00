"""over-budget: a section that is longer than its format wants it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nutgraf.checks.case import Case
from nutgraf.checks.email.miniature import SEEDS
from nutgraf.checks.published import published_sections
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.language.limits import LIMITS
from nutgraf.model import Section, Sentence, words_of

_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def check(case: Case) -> Iterator[Found]:
    for _, section in published_sections(case.brief):
        budget = case.budgets.get(section.role)
        count = words_in(section)
        if budget is None or count <= budget:
            continue
        sentences = [one for words in words_of(section.blocks) for one in words.sentences]
        cut = _to_cut(sentences, count - budget)
        place = section.place if cut is None else cut.place
        yield Found(
            place,
            f"{_name(section)} has {count} words, and its budget is {budget}",
            f"cut {count - budget}" if cut is None else "cut this sentence first",
        )


def words_in(section: Section) -> int:
    """How many words a section has, as its budget counts them."""
    return sum(length(one.text) for words in words_of(section.blocks) for one in words.sentences)


def _name(section: Section) -> str:
    return f"“{section.heading}”" if section.heading else f"the {section.role.value}"


def length(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


def _to_cut(sentences: Sequence[Sentence], excess: int) -> Sentence | None:
    """The sentence whose end would bring the section nearest to its budget, never a hedged one."""
    free = [one for one in sentences[1:] if not _is_hedged(one.text)]
    return min(
        free,
        key=lambda one: (length(one.text) < excess, abs(length(one.text) - excess)),
        default=None,
    )


def _is_hedged(text: str) -> bool:
    return any(word.lower() in LIMITS for word in _WORD.findall(text))


_FRONT = (
    "---\ntitle: The reading room\ndate: 2025-03-07\nsources: [report]\n---\n## Bottom line\n\n"
)
_LONG = (
    "We think that a room with chairs, lamps, a stove and a door that closes is what this street "
    "wants. We say so as people who read in trams and queues and kitchens. We hope for rain, for "
    "long evenings and for neighbours who bring the books that they love best."
)

RULE = Rule(
    name="over-budget",
    family="email",
    severity="note",
    decided="code",
    law="A section keeps to the word budget of its format; the sentence to cut is never one that "
    "carries a hedge.",
    why="What is too long is not read to its end, and what is cut in haste is the caveat.",
    bad=Example(f"{_FRONT}{_LONG}\n", SEEDS),
    good=Example(f"{_FRONT}{_LONG.split('. ', maxsplit=1)[0]}.\n", SEEDS),
    check=check,
)
