"""The archive: a static site of the briefs that went out, made of what was frozen for sending.

Equal ledgers give equal bytes: what stands in a page is the brief as it was sent, and the look of
the archive around it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from typing import Final

from nutgraf.deliver.archives import feeds
from nutgraf.deliver.archives.archive_links import (
    ATOM,
    INDEX,
    RSS,
    archive_root,
    archive_url,
    page_folder,
    quoted_folder,
)
from nutgraf.deliver.archives.archived_email import ArchivedEmail, archived_email, archived_text
from nutgraf.deliver.archives.feed_content import feed_content
from nutgraf.deliver.ledgers import Sending
from nutgraf.model import Correction
from nutgraf.render.context import publication_view
from nutgraf.render.templating import Templates
from nutgraf.render.wording import shown_date
from nutgraf.workspace.brand import Brand
from nutgraf.workspace.settings import Settings

PAGE_TEMPLATE: Final = "archive/page.html.j2"
INDEX_TEMPLATE: Final = "archive/index.html.j2"
TEXT: Final = "brief.txt"
_TEXT_WIDTH: Final = 72
# Text that says nowhere what it is encoded in is taken for Windows-1252 by browsers, unless it
# begins with this.
_BYTE_ORDER_MARK: Final = "\ufeff"


@dataclass(frozen=True)
class ArchiveHouse:
    """What an archive is made with; `templates` are the workspace's before the shipped ones.

    `corrections` are those of each brief by its key, the oldest first; what they say is right is
    plain text.
    """

    settings: Settings
    brand: Brand
    templates: Templates
    corrections: Mapping[str, Sequence[Correction]] = field(default_factory=dict)


@dataclass(frozen=True)
class CorrectionNote:
    """What was corrected of a brief, as its page shows it; `said` stays where it stands."""

    date: str
    day: str
    said: str
    right: str
    typo: bool


@dataclass(frozen=True)
class BriefLink:
    """A brief as the index and its neighbours show it.

    `href` leads to its page from the archive's root, `url` is its address on the web, if there is
    one; `day` and `time` are for machines.
    """

    title: str
    description: str
    href: str
    url: str
    date: str
    day: str
    time: str
    corrections: tuple[CorrectionNote, ...] = ()


@dataclass(frozen=True)
class FeedLink:
    name: str
    type: str
    href: str


@dataclass(frozen=True)
class Year:
    year: int
    briefs: tuple[BriefLink, ...]


@dataclass(frozen=True)
class _Archived:
    sending: Sending
    email: ArchivedEmail
    sent: datetime
    link: BriefLink


_FEEDS: Final = (
    FeedLink("Atom", "application/atom+xml", ATOM),
    FeedLink("RSS", "application/rss+xml", RSS),
)


def archive_files(sendings: Iterable[Sending], house: ArchiveHouse) -> Iterator[tuple[str, bytes]]:
    """The files of the site by their paths in its folder, one after the other: pages, then lists.

    The lists are made before the first page is given, so that a fault in their template is told
    before anything is written. `sendings` are those that are shown. Without a `base_url` there are
    no feeds, since what they say has to lead somewhere. Raises Faulty where a template is wrong.
    """
    briefs = sorted(
        (_archived(sending, house) for sending in sendings),
        key=lambda one: (one.sending.begun, one.sending.mailing.key),
    )
    lists = dict(_lists(briefs, house))
    for at, one in enumerate(briefs):
        earlier = briefs[at - 1] if at else None
        later = briefs[at + 1] if at + 1 < len(briefs) else None
        folder = page_folder(one.sending.mailing.key)
        yield f"{folder}/{INDEX}", _page(one, earlier, later, house)
        text = archived_text(one.sending.mailing.text, house.settings.fields)
        yield f"{folder}/{TEXT}", f"{_BYTE_ORDER_MARK}{_corrected(one.link)}{text}".encode()
    yield from lists.items()


def _lists(briefs: Sequence[_Archived], house: ArchiveHouse) -> Iterator[tuple[str, bytes]]:
    yield INDEX, _index(briefs[::-1], house)
    root = archive_root(house.settings)
    if root is not None and briefs:
        feed = _feed(briefs[: -feeds.NEWEST - 1 : -1], root, house)
        yield ATOM, feeds.atom(feed)
        yield RSS, feeds.rss(feed)


def _corrected(link: BriefLink) -> str:
    """The notes above the plain text, wrapped as it is."""
    notes = [
        textwrap.fill(f"CORRECTED on {one.date}. We wrote: “{one.said}” {one.right}", _TEXT_WIDTH)
        for one in link.corrections
    ]
    return "".join(f"{note}\n\n" for note in notes)


def _archived(sending: Sending, house: ArchiveHouse) -> _Archived:
    mailing, settings = sending.mailing, house.settings
    email = archived_email(mailing.html, settings.fields)
    sent = sending.begun.astimezone(mailing.when.tzinfo)
    link = BriefLink(
        title=mailing.title,
        description=email.description,
        href=f"{quoted_folder(mailing.key)}/{INDEX}",
        url=archive_url(settings, mailing.key) or "",
        date=shown_date(sent.date(), settings.language),
        day=sent.date().isoformat(),
        time=sent.isoformat(timespec="seconds"),
        corrections=tuple(_note(one, house) for one in house.corrections.get(mailing.key, ())),
    )
    return _Archived(sending, email, sent, link)


def _note(one: Correction, house: ArchiveHouse) -> CorrectionNote:
    day = one.opened.date()
    return CorrectionNote(
        date=shown_date(day, house.settings.language),
        day=day.isoformat(),
        said=one.said,
        right=one.right,
        typo=one.severity == "typo",
    )


def _page(
    one: _Archived, earlier: _Archived | None, later: _Archived | None, house: ArchiveHouse
) -> bytes:
    values = {
        **_common(house),
        "brief": one.link,
        "email": one.email,
        "text": TEXT,
        "earlier": earlier and earlier.link,
        "later": later and later.link,
    }
    return _rendered(house.templates, PAGE_TEMPLATE, values)


def _index(newest_first: Sequence[_Archived], house: ArchiveHouse) -> bytes:
    years: dict[int, list[BriefLink]] = {}
    for one in newest_first:
        years.setdefault(one.sent.year, []).append(one.link)
    values = {
        **_common(house),
        "url": archive_root(house.settings) or "",
        "years": [Year(number, tuple(links)) for number, links in years.items()],
    }
    return _rendered(house.templates, INDEX_TEMPLATE, values)


def _common(house: ArchiveHouse) -> Mapping[str, object]:
    return {
        "publication": publication_view(house.settings),
        "brand": house.brand,
        "index": INDEX,
        "feeds": _FEEDS if house.settings.base_url else (),
    }


def _rendered(templates: Templates, name: str, values: Mapping[str, object]) -> bytes:
    return (templates.render(name, values).strip() + "\n").encode()


def _feed(newest_first: Sequence[_Archived], root: str, house: ArchiveHouse) -> feeds.Feed:
    settings = house.settings
    return feeds.Feed(
        title=settings.name,
        subtitle=settings.tagline or "",
        url=root,
        language=settings.language,
        author=settings.sender.name,
        entries=[
            feeds.Entry(
                uid=feeds.uid(one.sending.mailing),
                url=one.link.url,
                title=one.link.title,
                summary=one.link.description,
                content=_noted(one.link) + feed_content(one.email.body, one.link.url),
                published=one.sent.replace(microsecond=0),
                updated=_updated(one, house),
            )
            for one in newest_first
        ],
    )


def _noted(link: BriefLink) -> str:
    """What was corrected, above the content of a feed's entry."""
    return "".join(
        f"<p><strong>Corrected on {escape(one.date)}.</strong> We wrote: “{escape(one.said)}” "
        f"{escape(one.right)}</p>\n"
        for one in link.corrections
    )


def _updated(one: _Archived, house: ArchiveHouse) -> datetime:
    """When the entry last changed: feed readers show it anew then."""
    known = house.corrections.get(one.sending.mailing.key, ())
    opened = max((correction.opened for correction in known), default=one.sent)
    return max(opened.astimezone(one.sent.tzinfo), one.sent).replace(microsecond=0)
