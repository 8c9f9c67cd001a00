"""Names: whom and what a claim names, the source must mention."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.evidence.difference import Difference
from nutgraf.evidence.index import Index
from nutgraf.evidence.reading import Reading
from nutgraf.language import stems
from nutgraf.language.names import Name
from nutgraf.language.names_carried import carries


def name_differences(claim: Reading, start: int, end: int, index: Index) -> Iterator[Difference]:
    """The names of `claim.text[start:end]` that the source nowhere mentions, or spells otherwise."""
    for name in compared_names(claim, start, end):
        found = carries(name.text, index.names)
        ours = (name.start, name.end)
        if any(mention.how != "near" for mention in found) or _in_words(name, index):
            continue
        if found:
            theirs = (found[0].start, found[0].end)
            reason = f"the source spells it {found[0].text}"
            yield Difference("name", "misspelled", ours, theirs, reason)
        else:
            yield Difference("name", "missing", ours, None, f"no passage names {name.text}")


def compared_names(claim: Reading, start: int, end: int) -> list[Name]:
    """The names of a span that are compared: those that are surely names, outside quotations."""
    return [
        name
        for name in claim.names
        if start <= name.start < end
        and name.sure
        and not any(quoted.start <= name.start < quoted.end for quoted in claim.quotations)
    ]


def _in_words(name: Name, index: Index) -> bool:
    """Whether the source has every word of it, perhaps in small letters or apart."""
    parts = [word.stem for word in stems.read(name.text) if word.content]
    return all(stem in index.postings for stem in parts)
