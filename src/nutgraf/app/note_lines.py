"""What sources offer for a note, as lines of a note: in their words, cited, with a block id."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.checks.offering import as_sentence, as_words, cited, named
from nutgraf.evidence.conflicts.suits import suits_in
from nutgraf.evidence.offered.counted import counted
from nutgraf.evidence.offered.dated import Dated, dated
from nutgraf.evidence.offered.leading import leading
from nutgraf.evidence.offered.people import Person, Title, people
from nutgraf.evidence.offered.said import Said, said
from nutgraf.evidence.offered.sentences import bare, leans
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.responses import responses
from nutgraf.evidence.unknowns import unknowns
from nutgraf.language import furniture
from nutgraf.language.outlets import outlet_of, takes_article
from nutgraf.language.roles import ROLE_QUALIFIERS
from nutgraf.language.typography import small_letters
from nutgraf.model import Role

_POINTS = 6
_FEWEST_MENTIONS = 3  # of a body that one source alone names
_ARTICLE = re.compile(r"^(?:the|The) (?![a-z’']+(?:’s|'s) )")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Line:
    """A suggestion: `text` is one line of the section of `role`; `remark` is for the desk alone.

    `key` begins its block id.
    """

    role: Role
    text: str
    key: str
    remark: str = ""


def lines_of(pack: Pack) -> tuple[Line, ...]:
    """All that the sources offer, in the order of a note; no sentence stands in it twice."""
    gaps = tuple(_unknowns(pack))
    told = {_fold(line.text.partition(" [@")[0]) for line in gaps}
    found: list[Line] = []
    for line in (*_points(pack), *_events(pack)):
        words = _fold(line.text.partition(" [@")[0])
        if words not in told:
            told.add(words)
            found.append(line)
    found += _figures(pack, " ".join(line.text for line in (*found, *gaps)))
    return (*found, *_people(pack), *_quotations(pack), *gaps)


def _points(pack: Pack) -> Iterator[Line]:
    for one in leading(pack, most=_POINTS):
        text = cited(as_sentence(as_words(one.text)), _own_first(one.source, one.sources))
        yield Line(Role.POINTS, f"- {text}", "point")


def _events(pack: Pack) -> Iterator[Line]:
    for one in dated(pack):
        telling = next((each for each in one.tellings if not leans(each.text)), None)
        if telling is None:
            continue
        text = cited(as_sentence(as_words(telling.text)), (telling.source,))
        yield Line(Role.EVENTS, f"- {text}", "event", _day_told(one))


def _day_told(one: Dated) -> str:
    """How the day was read, where the words themselves do not give it."""
    parts = []
    for telling in one.tellings:
        when = telling.when
        if when.first is None:
            parts.append(f"{telling.source}: “{when.text}”, of a text without a day of publication")
        elif when.resolved:
            parts.append(f"{telling.source}: “{when.text}” = {_days(when.first, when.last)}")
    return "; ".join(dict.fromkeys(parts))


def _days(first: object, last: object) -> str:
    return str(first) if first == last or last is None else f"{first} to {last}"


def _figures(pack: Pack, told: str) -> Iterator[Line]:
    """The figures that no line before tells; a headline is told by what stands under it."""
    headlines = {_fold(one.source.title or "") for one in pack}
    for one in counted(pack):
        if leans(one.text) or all(figure.text in told for figure in one.figures):
            continue
        if _fold(one.text) in headlines:
            continue
        if one.text[:1] != "|":
            remark = f"in {', '.join(one.others)}, too" if one.others else ""
            text = cited(as_sentence(as_words(one.text)), (one.source,))
            yield Line(Role.DATA, f"- {text}", "figure", remark)


def _people(pack: Pack) -> Iterator[Line]:
    newsrooms = {outlet_of(name).name for name in pack.newsrooms}
    for one in people(pack):
        if one.kind == "person":
            if any(not title.words.lower().startswith("whose ") for title in one.titles):
                yield Line(Role.PEOPLE, f"- {_titles(one)}", "who", _differing(one))
        elif outlet_of(one.name).name not in newsrooms and (
            len(one.sources) > 1 or one.count >= _FEWEST_MENTIONS
        ):
            yield Line(Role.PEOPLE, f"- {cited(_body(one), one.sources)}", "body")


def _titles(one: Person) -> str:
    """`Ann Lee, chair of the board [@a; @b]; acting chair [@c]`."""
    groups: dict[str, list[Title]] = {}
    for title in one.titles:
        if title.words.lower().startswith("whose "):
            continue  # `whose son was hurt` is no office
        acting = [word for word in title.words.lower().split() if word in ROLE_QUALIFIERS]
        groups.setdefault(f"{' '.join(acting)} {_fold(title.office)}", []).append(title)
    parts = []
    for several in groups.values():
        bare = [_ARTICLE.sub("", title.words) for title in several]
        words = max(bare, key=lambda words: len(words.split()))
        parts.append(cited(as_words(words), dict.fromkeys(title.source for title in several)))
    return f"{as_words(one.name)}, {'; '.join(parts)}"


def _differing(one: Person) -> str:
    return "the sources differ on the title" if one.differ else ""


def _body(one: Person) -> str:
    short = next((name for name in one.spellings if name.isupper() and name != one.name), "")
    return as_words(f"{one.name} ({short})" if short else one.name)


def _quotations(pack: Pack) -> Iterator[Line]:
    for one in said(pack):
        if not one.speaker:
            continue  # who is not named cannot be quoted; the desk is told
        sources = one.sources
        if len(one.speakers) > 1:
            sources = tuple(each.source for each in one.carriers if each.speaker == one.speaker)
        text = cited(f"> “{_inner(one.words)}” — {_signature(one)}", dict.fromkeys(sources))
        yield Line(Role.QUOTES, text, "quote", _who_says(one))


def _inner(words: str) -> str:
    """The words between the marks, without a comma that the writer's sentence put there."""
    return as_words(words.rstrip().rstrip(","))


def _signature(one: Said) -> str:
    role = f"{' ' if one.role.startswith('of ') else ', '}{as_words(one.role)}" if one.role else ""
    to = f" (to {as_words(with_article(one.to))})" if one.to else ""
    return f"{as_words(one.speaker)}{role}{to}"


def with_article(name: str) -> str:
    """An outlet as running text names it: `the Associated Press`, `The Washington Post`."""
    if name.casefold().startswith("the ") or not takes_article(outlet_of(name).name):
        return name
    return f"the {name}"


def unnamed(pack: Pack) -> Iterator[str]:
    """The quotations of nobody that the source names, for the desk: they cannot go out so."""
    for one in said(pack):
        if not one.speaker:
            yield cited(f"“{_inner(one.words)}”", one.sources)


def _who_says(one: Said) -> str:
    if len(one.speakers) > 1:
        told = (f"{carrier.source}: {carrier.speaker}" for carrier in one.carriers)
        return f"the sources say that different people said it: {'; '.join(told)}"
    return ""


def _unknowns(pack: Pack) -> Iterator[Line]:
    for one in unknowns(pack):
        index = pack.sources[one.span.source.casefold()].index
        words = named(index, one.span, one.text)
        text = cited(as_sentence(as_words(words)), (one.span.source,))
        yield Line(Role.UNKNOWNS, f"- {text}", "gap")


def silences(pack: Pack) -> Iterator[str]:
    """Who was asked and did not answer, for the desk: it has to ask them itself."""
    told: set[str] = set()
    for one in responses(pack):
        source = pack.sources[one.span.source.casefold()]
        reading = source.index.reading
        low, high = bare(reading, reading.sentences[reading.sentence_at(one.span.start)])
        words = " ".join(reading.text[low:high].split())
        shown = one.sort == "silence" and not furniture.covers(source.furniture, low, high)
        if shown and words not in told:
            told.add(words)
            yield cited(as_words(words), (one.span.source,))


def suits(pack: Pack) -> Iterator[Line]:
    """The sentences that tell who went to court, of each source the first one."""
    for one in pack:
        reading = one.index.reading
        for suit in suits_in(reading)[:1]:
            words = reading.text[slice(*bare(reading, reading.sentences[suit.sentence]))]
            text = cited(as_sentence(as_words(" ".join(words.split()))), (one.source.id,))
            yield Line(Role.POINTS, f"- {text}", "suit")


def _own_first(own: str, sources: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((own, *sources)))


def _fold(text: str) -> str:
    return "".join(_WORD.findall(small_letters(text)))
