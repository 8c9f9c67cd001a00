"""The lines that are made of what a check found: where a story comes from, and what was checked."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.language.outlets import outlet_of, takes_article
from nutgraf.model import Brief, Document, Grounds, Source, StoryGrounds
from nutgraf.workspace.formats import Format
from nutgraf.workspace.made_lines import Number, Wording

# Everything that is no report of somebody else: a text of somebody who took part.
_NO_REPORTS = frozenset(["primary", "official", "transcript", "interview", "advocacy"])


def origin_line(brief: Brief, story: int, form: Format, grounds: Grounds | None) -> str:
    """`Four reports, two origins: …. We have not read the filing.`, or nothing.

    Nothing where the format does not ask for it, and where no source carries the story.
    """
    if grounds is None or "origins" not in form.made or story >= len(grounds.stories):
        return ""
    found = grounds.stories[story]
    if not found.sources or not found.origins:
        return ""
    words = form.wording
    told = _filled(
        words.origins,
        reports=_counted(words, _kind(brief, found, words), len(found.sources)),
        origins=_counted(words, words.origin, len(found.origins)),
        names=_listed(words, [_called(words, name, brief.pack) for name in found.origins]),
    )
    line = _capital(told)
    unread = [_document(words, one) for one in found.unread]
    if unread:
        line += f" {_capital(_filled(words.unread, documents=_listed(words, unread)))}"
    return line


def checked_line(form: Format, grounds: Grounds | None) -> str:
    """`We checked 39 statements against four sources; a person verified 12 of them.`"""
    if grounds is None or "how-we-checked" not in form.made or not grounds.statements:
        return ""
    words = form.wording
    line = words.checked
    if not grounds.verified:
        line = words.none_verified
    elif grounds.verified >= grounds.statements:
        line = words.all_verified
    told = _filled(
        line,
        statements=_counted(words, words.statement, grounds.statements),
        sources=_counted(words, words.source, grounds.sources),
        verified=_number(words, grounds.verified),
    )
    return _capital(told)


def _kind(brief: Brief, found: StoryGrounds, words: Wording) -> Number:
    kinds = {source.id: source.kind for source in brief.pack}
    return words.source if {kinds.get(one) for one in found.sources} & _NO_REPORTS else words.report


def _called(words: Wording, origin: str, pack: Sequence[Source]) -> str:
    """An origin as running text calls it; a source that names no outlet, by its title."""
    publishers = [source.publisher for source in pack if source.publisher]
    own = [one for one in publishers if outlet_of(one).name == origin]
    if takes_article(origin) or any(one.lower().startswith("the ") for one in own):
        return _filled(words.outlet, name=origin)
    untold = any(
        source.publisher is None and origin in (source.title, source.id) for source in pack
    )
    return _filled(words.untold, title=origin) if untold else origin


def _document(words: Wording, document: Document) -> str:
    return words.documents.get(document) or f"the {document}"


def _listed(words: Wording, parts: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return _filled(words.two, one=", ".join(parts[:-1]), other=parts[-1])


def _counted(words: Wording, of: Number, number: int) -> str:
    return _filled(of.one if number == 1 else of.many, number=_number(words, number))


def _number(words: Wording, number: int) -> str:
    return words.numbers[number - 1] if 1 <= number <= len(words.numbers) else str(number)


def _filled(pattern: str, **parts: str) -> str:
    """The format's own words with what is put for each `{name}`."""
    return pattern.format(**parts)


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]
