"""From a brief and the house it is printed in to the values that its templates see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nutgraf.model import Brief, Grounds, Role, Section, Source, words_of
from nutgraf.render.arranging import Arranged, arrange, words_in_order
from nutgraf.render.blocks import Setting, views
from nutgraf.render.inlines import NOTHING, Line, against, numbers, plain
from nutgraf.render.links import safe_href
from nutgraf.render.made_lines import checked_line, origin_line
from nutgraf.render.numbering import Cited, Numbering, number
from nutgraf.render.tokens import TOKENS, disarmed, field_token
from nutgraf.render.views import (
    BriefView,
    CheckedView,
    FormatView,
    LinkView,
    PublicationView,
    ReaderView,
    SectionView,
    SourcesView,
    SourceView,
    StoryView,
)
from nutgraf.render.wording import count, joined, minutes, shown_date
from nutgraf.workspace.brand import Brand
from nutgraf.workspace.formats import Format, full_order, label
from nutgraf.workspace.settings import Settings

_OURS = frozenset({Role.ANGLES, Role.TAKEAWAY})
# Shows as nothing and is longer than any line of an inbox: a client that wants more text than the
# preheader takes these, not the first words of the body.
_PADDING = "\u034f\u200c\xa0"
_INBOX_LINE = 150


def context(
    brief: Brief,
    settings: Settings,
    format_name: str,
    house_style: Format,
    brand: Brand,
    *,
    grounds: Grounds | None = None,
) -> dict[str, object]:
    """The names that the templates of a format may use; `views.py` tells what each holds.

    `grounds` are what a check found, for the lines that the format asks for.
    """
    stories = arrange(brief, full_order(house_style), house_style.unpublished)
    numbering = number(words_in_order(stories), brief.pack)
    setting = Setting(numbering, settings.direction)
    return {
        "publication": publication_view(settings),
        "format": FormatView(format_name, house_style.title),
        "brand": brand,
        "brief": _brief(brief, stories, settings),
        "stories": tuple(
            _story(
                story,
                house_style,
                setting,
                disarmed(origin_line(brief, story.number, house_style, grounds)),
            )
            for story in stories
        ),
        "sources": _sources(numbering, label(house_style, Role.SOURCES), settings),
        "checked": CheckedView(
            disarmed(house_style.wording.how_we_checked),
            disarmed(checked_line(house_style, grounds)),
        ),
        "reader": ReaderView({name: field_token(name) for name in settings.fields}),
        **TOKENS,
    }


def publication_view(settings: Settings) -> PublicationView:
    start, end = ("right", "left") if settings.direction == "rtl" else ("left", "right")
    return PublicationView(
        name=settings.name,
        tagline=settings.tagline or "",
        language=settings.language,
        direction=settings.direction,
        start=start,
        end=end,
        base_url=settings.base_url or "",
        sender=settings.sender.name,
        reply_to=settings.sender.reply_to or settings.sender.address,
        postal_address=tuple(part for part in settings.postal_address.splitlines() if part.strip()),
    )


def _brief(brief: Brief, stories: Sequence[Arranged], settings: Settings) -> BriefView:
    words = sum(len(words.text.split()) for words in words_in_order(stories))
    return BriefView(
        id=brief.id,
        title=disarmed(brief.title),
        dir=against(brief.title, settings.direction),
        date=shown_date(brief.date, settings.language),
        iso_date=brief.date.isoformat(),
        author=disarmed(brief.author or ""),
        subject=disarmed(brief.subject),
        preheader=disarmed(brief.preheader),
        padding=_PADDING * max(_INBOX_LINE - len(brief.preheader), 0),
        minutes=count(minutes(words), "minute", "minutes", spelled=False),
    )


def _story(story: Arranged, house_style: Format, setting: Setting, origins: str) -> StoryView:
    """Sections hang below their story's title where it has one, else below the brief's."""
    title = setting.line(story.title) if story.title is not None else NOTHING
    level = 3 if title else 2
    sections = (_section(section, house_style, setting, level) for section in story.sections)
    return StoryView(title, tuple(one for one in sections if one.blocks), origins)


def _section(section: Section, house_style: Format, setting: Setting, level: int) -> SectionView:
    own = section.role is Role.OTHER
    heading = disarmed(section.heading) if own else label(house_style, section.role)
    found = tuple(words_of(section.blocks))
    return SectionView(
        role=section.role,
        label=heading,
        level=level,
        blocks=views(section.blocks, setting, level if heading else level - 1),
        ours=section.role in _OURS,
        cites=_rests_on(section, setting),
        sentences=sum(len(words.sentences) for words in found),
    )


def _rests_on(section: Section, setting: Setting) -> Line:
    """The numbers of what a section rests on, without the places in them."""
    citations = (each for words in words_of(section.blocks) for each in words.citations)
    return numbers(citations, setting.numbering, locators=False)


def _sources(numbering: Numbering, heading: str, settings: Settings) -> SourcesView:
    cited = numbering.sources
    return SourcesView(
        label=heading,
        list=tuple(_source(each, settings) for each in cited),
        links=tuple(LinkView(at, href) for at, href in numbering.links),
        count=count(len(cited), "source", "sources"),
        times=count(numbering.times, "citation", "citations", spelled=False),
        credit=_credits(each.source for each in cited if each.source is not None),
    )


def _source(cited: Cited, settings: Settings) -> SourceView:
    """Its title, or else its publisher, or else its id; nothing that the document does not say."""
    source = cited.source
    if source is None:
        title = plain(cited.id, settings.direction)
        return SourceView(cited.number, cited.id, title, "", "", "", "")
    publisher = source.publisher or ""
    own = source.title if source.title.casefold() != source.id.casefold() else ""
    shown = own or publisher or source.id
    return SourceView(
        number=cited.number,
        id=source.id,
        title=plain(shown, settings.direction),
        url=safe_href(source.url or "") or "",
        publisher=disarmed(publisher if publisher != shown else ""),
        date=shown_date(source.published, settings.language) if source.published else "",
        credits=disarmed(joined(list(source.credits))),
    )


def _credits(sources: Iterable[Source]) -> str:
    """The outlets that more than one of the reports credit, as `Associated Press (3)`."""
    times: dict[str, int] = {}
    for source in sources:
        for credit in dict.fromkeys(source.credits):
            times[credit] = times.get(credit, 0) + 1
    return joined([f"{credit} ({often})" for credit, often in times.items() if often > 1])
