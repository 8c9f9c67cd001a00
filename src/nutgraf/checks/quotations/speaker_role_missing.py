"""speaker-role-missing: a speaker with no role on first use, though a source gives one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.heard import Heard, Witness, evidence
from nutgraf.checks.published import published_words
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.pack import Pack
from nutgraf.language.roles import ROLES
from nutgraf.language.speakers import same_name

# What somebody does says who they are: `Ann Lee, who runs the shelter`.
_WHO_DOES = re.compile(
    r", (who (?:runs|leads|heads|chairs|owns|directs|manages|oversees|represents|coaches|teaches"
    r"|studies|edits|commands|treats)\s[^,.;:—“”\"]{3,70})"
)
_WORD = re.compile(r"[^\W_]{3,}")


def check(case: Case) -> Iterator[Found]:
    introduced: list[str] = []
    for heard in case.quotations:
        if not heard.speaker or any(same_name(heard.speaker, name) for name in introduced):
            continue
        introduced.append(heard.speaker)
        witness, role = (None, "") if _is_role(heard.role) else _with_role(heard, case.pack)
        if witness is None:
            continue
        if heard.role and not _is_role(role):
            continue
        if not _is_told(case, heard.speaker, role):
            yield Found(
                heard.speaker_place,
                f"{heard.speaker} has no role; {witness.source} gives: {role}",
                f"write {heard.speaker}, {role}",
                (evidence(case.pack, witness),),
            )


def _is_role(text: str) -> bool:
    """Whether it says what somebody is; a house alone (`Ann Lee, Ferries Board`) does not."""
    return any(word.lower() in ROLES for word in _WORD.findall(text)) or (
        bool(text) and text[0].islower()
    )


def _with_role(heard: Heard, pack: Pack) -> tuple[Witness | None, str]:
    """The source that gives the speaker of these words a role, and the role."""
    for witness in heard.witnesses:
        quoted = witness.quoted
        if quoted is None or quoted.speaker is None:
            continue
        if witness.comparison.wording == "different" or not same_name(
            heard.speaker, quoted.speaker.name
        ):
            continue
        if quoted.role is not None:
            return witness, quoted.role.text
        body = pack.sources[witness.source.casefold()].source.body
        does = _WHO_DOES.match(body, quoted.speaker.end)
        if does is not None:
            return witness, does[1]
    return None, ""


def _is_told(case: Case, speaker: str, role: str) -> bool:
    """Whether the brief says somewhere, in one sentence, who the speaker is."""
    # What somebody is, and not only for whom: a house alone tells no role.
    wanted = {word for word in _WORD.findall(role) if word[0].islower() or word.lower() in ROLES}
    wanted = {word.lower() for word in wanted}
    surname = speaker.rsplit(maxsplit=1)[-1].lower()
    for words in published_words(case.brief):
        for sentence in words.sentences:
            there = {word.lower() for word in _WORD.findall(sentence.text)}
            if surname in there and wanted & there:
                return True
    return not wanted


_REPORT = (
    "---\ntitle: The lighthouse\n---\n"
    "“The lamp will burn again by autumn,” said Nils Aker, the keeper of the lighthouse.\n"
)

RULE = Rule(
    name="speaker-role-missing",
    family="quotations",
    severity="note",
    decided="code",
    law="A speaker has a role on first use, where a source gives one.",
    why="A name alone leaves the reader to guess why this person may speak.",
    bad=Example(
        "---\ntitle: The lighthouse\ndate: 2025-03-07\n---\n"
        "## Quotes\n\n> “The lamp will burn again by autumn.” — Nils Aker [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The lighthouse\ndate: 2025-03-07\n---\n"
        "## Quotes\n\n> “The lamp will burn again by autumn.” "
        "— Nils Aker, lighthouse keeper [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
