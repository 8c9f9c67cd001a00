"""What a template sees: plain values, each run of words ready as HTML, Markdown and text.

A template prints `.html` in `*.mjml.j2`, `.markdown` in `*.md.j2` and `.text` in `*.txt.j2`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from nutgraf.model import Role
from nutgraf.render.inlines import Line


@dataclass(frozen=True)
class PublicationView:
    """Who writes; `start` and `end` are the sides of the page a line starts and ends on."""

    name: str
    tagline: str
    language: str
    direction: str
    start: str
    end: str
    base_url: str
    sender: str
    reply_to: str
    postal_address: tuple[str, ...]


class ReaderView:
    """Who reads: an attribute for each merge field of nutgraf.yaml, which is its token."""

    def __init__(self, tokens: Mapping[str, str]) -> None:
        self.__dict__.update(tokens)


@dataclass(frozen=True)
class BriefView:
    """The issue; `date` as readers see it, `iso_date` for machines.

    `dir` is the direction of the title, as `Line.dir`; `padding` shows as nothing and stands
    behind the preheader, so that an inbox does not go on with the first words of the body.
    """

    id: str
    title: str
    dir: Markup
    date: str
    iso_date: str
    author: str
    subject: str
    preheader: str
    padding: str
    minutes: str


@dataclass(frozen=True)
class ParagraphView:
    words: Line
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True)
class SubheadingView:
    """`level` is the heading's depth in the digest: 1 is the brief's title."""

    level: int
    words: Line
    kind: Literal["subheading"] = "subheading"


@dataclass(frozen=True)
class ItemView:
    """A bullet; `mark` is what stands before it in plain text."""

    words: Line
    blocks: tuple[BlockView, ...]
    mark: str


@dataclass(frozen=True)
class ListView:
    ordered: bool
    items: tuple[ItemView, ...]
    kind: Literal["list"] = "list"


@dataclass(frozen=True)
class QuotationView:
    """What was said, by whom, and what else the dash line tells: role, to whom, citations.

    `lead` is what the note says before the quotation. Where `marked` is true, the note has
    quotation marks around `words`, and the template sets them.
    """

    lead: Line
    words: Line
    marked: bool
    name: Line
    rest: Line
    cites: Line
    kind: Literal["quotation"] = "quotation"


@dataclass(frozen=True)
class CellView:
    """`figure` is true all down a column of short figures, which are not to be broken."""

    words: Line
    align: str
    figure: bool


@dataclass(frozen=True)
class TileView:
    """A figure to set large, as `about`, `31,000`, `tonnes`, and the words that say what it counts.

    Any of the three but `value` may be empty.
    """

    before: str
    value: str
    after: str
    words: Line


@dataclass(frozen=True)
class TableView:
    """A data table; `wide` if a phone cannot show its columns side by side.

    `tiles` are its rows where one short column holds figures, and empty otherwise.
    """

    head: tuple[CellView, ...]
    rows: tuple[tuple[CellView, ...], ...]
    wide: bool
    tiles: tuple[TileView, ...]
    kind: Literal["table"] = "table"


@dataclass(frozen=True)
class CodeView:
    text: str
    kind: Literal["code"] = "code"


@dataclass(frozen=True)
class HtmlView:
    words: Line
    kind: Literal["html"] = "html"


@dataclass(frozen=True)
class RuleView:
    kind: Literal["rule"] = "rule"


BlockView = (
    ParagraphView
    | SubheadingView
    | ListView
    | QuotationView
    | TableView
    | CodeView
    | HtmlView
    | RuleView
)


@dataclass(frozen=True)
class SectionView:
    """A section under the format's label; without a label it has no heading.

    `ours` is true for what the newsletter says itself: angles and the takeaway. `cites` are the
    sources that the whole section rests on, `sentences` how many it has.
    """

    role: Role
    label: str
    level: int
    blocks: tuple[BlockView, ...]
    ours: bool
    cites: Line
    sentences: int


@dataclass(frozen=True)
class StoryView:
    """A part of the brief; a brief of one story has no title here, because it is the brief's.

    `origins` tells on whose word it rests, and is empty where the format does not ask for it.
    """

    title: Line
    sections: tuple[SectionView, ...]
    origins: str


@dataclass(frozen=True)
class SourceView:
    """A line of the sources list; what is not known is empty."""

    number: int
    id: str
    title: Line
    url: str
    publisher: str
    date: str
    credits: str


@dataclass(frozen=True)
class LinkView:
    number: int
    url: str


@dataclass(frozen=True)
class SourcesView:
    """The sources by number, the links of the plain text, and what is true of both.

    `count` is in words (`four sources`), `times` is how many citations lead to them,
    `credit` names whom several of them credit, with how many do.
    """

    label: str
    list: tuple[SourceView, ...]
    links: tuple[LinkView, ...]
    count: str
    times: str
    credit: str


@dataclass(frozen=True)
class CheckedView:
    """How the brief was checked: a heading, and a line that is empty unless the format asks for it.

    `line` tells how many statements were compared, and how many a person has verified.
    """

    label: str
    line: str


@dataclass(frozen=True)
class FormatView:
    name: str
    title: str
