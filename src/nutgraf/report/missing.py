"""What a brief speaks of and nobody has captured: documents, and stories that a note names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nutgraf.language.acronyms import abbreviates
from nutgraf.language.name_folding import fold_name
from nutgraf.model import Brief, Finding, Role, words_of

_WORD = r"[A-Z][\w&’'-]*(?:\.\w+)*"
_NAME = rf"{_WORD}(?: {_WORD}){{0,4}}"
# `DPA wire story via Radio 5`: whose story it is, and who printed it.
_VIA = re.compile(
    rf"(?P<wire>{_NAME})(?: wire)? (?:wire|report|story|article|copy|dispatch)\w*,? "
    rf"via (?:the )?(?P<outlet>{_NAME})"
)
_UNREAD = "secondary-only"


def missing(brief: Brief, findings: Sequence[Finding]) -> tuple[str, ...]:
    """Each missing thing in a few words, documents first."""
    return tuple(dict.fromkeys([*_documents(findings), *_stories(brief)]))


def _documents(findings: Sequence[Finding]) -> Iterator[str]:
    """What secondary-only tells, by the first words of what it says: `the filing`."""
    for finding in findings:
        if finding.rule == _UNREAD and finding.stet is None:
            yield finding.message.partition(" is described")[0]


def _stories(brief: Brief) -> Iterator[str]:
    """The stories that the notes say they are made from, and that are not in the pack."""
    for story in brief.stories:
        for section in story.sections:
            if section.role is not Role.NOTES:
                continue
            for words in words_of(section.blocks):
                for found in _VIA.finditer(words.text):
                    if not _is_captured(found["outlet"], brief):
                        note = words.prose.file.path
                        yield f"the {found['wire']} story via {found['outlet']} ({note})"


def _is_captured(outlet: str, brief: Brief) -> bool:
    publishers = [source.publisher for source in brief.pack if source.publisher]
    return any(
        fold_name(outlet) == fold_name(name) or abbreviates(*sorted((outlet, name), key=len))
        for name in publishers
    )
