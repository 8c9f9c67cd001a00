"""loaded-label: a word that imputes a motive, a crime or contempt, and that no source uses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.sentences_told import sentences_told
from nutgraf.evidence.pack import Pack
from nutgraf.language.governing import is_credited
from nutgraf.language.loaded_words import LOADED, REGIME
from nutgraf.language.stems import read
from nutgraf.model import Role

_ATTRIBUTED = re.compile(r"[^:]{0,20}: [A-Z][\w.-]+(?: [A-Z][\w.-]+)*$")


def check(case: Case) -> Iterator[Found]:
    for sentence in sentences_told(case):
        if sentence.is_quotation:
            continue
        for start, end in _labels(sentence.own):
            used = _used(sentence.text[start:end], case.pack)
            if _ATTRIBUTED.match(sentence.own, end):
                continue  # `Forty have joined terrorists: Ann Lee`
            if used == "told" or (used == "quoted" and is_credited(sentence.own)):
                continue
            word = sentence.text[start:end]
            angle = sentence.role == Role.ANGLES
            yield Found(
                sentence.place(start, end),
                f"“{word}” imputes what no source of the pack says"
                if not used
                else f"“{word}” is a speaker’s word, told as ours",
                "write what was done, in the words of the sources"
                if not used
                else "quote it with its speaker, or write what was done",
                claim=sentence.claim_at(start).claim.id,
                severity="note" if angle else None,
            )


def _labels(text: str) -> Iterator[tuple[int, int]]:
    for found in LOADED.finditer(text):
        yield found.span()
    for found in REGIME.finditer(text):
        yield found.span("word")


def _used(label: str, pack: Pack) -> str:
    """Whether a source has the word: `told` in its own voice, `quoted` in a quotation, or ''."""
    stems = tuple(word.stem for word in read(label) if word.content)
    if not stems:
        stems = tuple(word.stem for word in read(label))
    how = ""
    for one in pack:
        reading = one.index.reading
        words = reading.words
        for at in range(len(words) - len(stems) + 1):
            if words[at].stem != stems[0]:
                continue
            if any(words[at + i].stem != stems[i] for i in range(len(stems))):
                continue
            start = words[at].start
            if not any(low <= start < high for q in reading.quotations for low, high in q.pieces):
                return "told"
            how = "quoted"
        if not how and re.search(rf"\b{re.escape(label.rstrip('s'))}", reading.text, re.IGNORECASE):
            how = "told"
    return how


_REPORT = (
    "---\ntitle: The allotments\n---\n"
    "The council will move the allotments to Mill Lane in May, it said on Tuesday. "
    "The old ground goes to a builder.\n"
)

RULE = Rule(
    name="loaded-label",
    family="strength",
    severity="warning",
    decided="code",
    law="A word that imputes a motive, a crime or contempt is a source's, or it is not used.",
    why="A label settles in one word what the sources leave to readers; inside an angle it is a "
    "note, since the view is ours, and the label may still be more than the facts bear.",
    bad=Example(
        "---\ntitle: The allotments\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe council will move the allotments to Mill Lane in May, a sweetheart "
        "deal. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The allotments\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe council will move the allotments to Mill Lane in May, it said on "
        "Tuesday. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
