"""What a topic is, in a workspace: a name, some words, a brief, a note or a source."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.app.running.entities import whole_pack
from nutgraf.errors import Usage
from nutgraf.evidence.pack import Pack, ReadSource
from nutgraf.language.stems import read as read_words
from nutgraf.workspace.loading import Entry, Workspace

_HEAD = 400  # characters at the beginning of a source, which say what it is about
_OFTEN = 3


@dataclass(frozen=True)
class Topic:
    """What was asked for; `stems` are empty for a brief, a note or a source, which is all of it.

    `pack` holds the sources that tell of it. `about` are those that are about it as a whole.
    """

    name: str
    stems: frozenset[str]
    pack: Pack
    about: frozenset[str]

    def is_told_by(self, source: str, stems: frozenset[str]) -> bool:
        """Whether a sentence with those stems tells of it."""
        if not self.stems or source.casefold() in self.about:
            return True
        return bool(self.stems & stems)


def topic_of(workspace: Workspace, name: str) -> Topic:
    """The topic of that name. Raises Usage where no source has it, and Faulty."""
    pack = whole_pack(workspace)
    entry = workspace.entry(name.removeprefix("@").removesuffix(".md"))
    if entry is not None:
        own = _rested_on(workspace, entry)
        kept = {key: one for key, one in pack.sources.items() if key in own}
        if not kept:
            raise Usage(f"{entry.path} rests on no source", "name a topic in words")
        return Topic(entry.id, frozenset(), Pack(kept), frozenset(kept))
    stems = stems_of(name)
    if not stems:
        raise Usage(f"“{name}” holds no word to look for", "name a person, a body, a thing")
    kept = {key: one for key, one in pack.sources.items() if _has(one, stems)}
    if not kept:
        raise Usage(f"no source tells of “{name}”", "nutgraf sources search looks for single words")
    about = frozenset(key for key, one in kept.items() if _is_about(one, stems))
    return Topic(name, stems, Pack(kept), about)


def stems_of(text: str) -> frozenset[str]:
    """The stems of the words of a text that mean something."""
    return frozenset(word.stem for word in read_words(text) if word.content)


def _has(one: ReadSource, stems: frozenset[str]) -> bool:
    postings = one.index.postings
    return all(stem in postings for stem in stems)


def _is_about(one: ReadSource, stems: frozenset[str]) -> bool:
    """Whether a source begins with the topic, or names it again and again."""
    head = f"{one.source.title} {one.source.body[:_HEAD]}"
    if stems <= stems_of(head):
        return True
    return all(len(one.index.postings.get(stem, ())) >= _OFTEN for stem in stems)


def _rested_on(workspace: Workspace, entry: Entry) -> frozenset[str]:
    """The ids, case-folded, of the sources that a brief, note or angle rests on."""
    if entry.type == "source":
        return frozenset([entry.id.casefold()])
    brief = workspace.brief(entry.path) if entry.type == "brief" else workspace.alone(entry)
    return frozenset(source.id.casefold() for source in brief.pack)
