"""From the blocks of a brief to what templates print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from nutgraf.model import (
    Block,
    Cell,
    CitationMark,
    CodeBlock,
    HtmlBlock,
    Inline,
    Item,
    ItemList,
    Paragraph,
    Quotation,
    Rule,
    Subheading,
    Table,
    Words,
)
from nutgraf.render import tiles
from nutgraf.render.cleaning import clean_block, words_of_html
from nutgraf.render.cutting import cut, without_citations
from nutgraf.render.inlines import NOTHING, Line, line, numbers, plain
from nutgraf.render.numbering import Numbering
from nutgraf.render.template_markdown import MarkdownSafe
from nutgraf.render.views import (
    BlockView,
    CellView,
    CodeView,
    HtmlView,
    ItemView,
    ListView,
    ParagraphView,
    QuotationView,
    RuleView,
    SubheadingView,
    TableView,
    TileView,
)

_WIDEST_ON_A_PHONE = 3  # columns
_MARKS = frozenset("“”\"„‟«»‘’‚'")
_DEEPEST = 6
_DASH = re.compile(r"[\s,.]*[—–―-]*\s*")
_BETWEEN = Line(Markup("; "), MarkdownSafe("; "), "; ")


@dataclass(frozen=True)
class Setting:
    """What blocks are set with: the numbers of the citations and the publication's direction."""

    numbering: Numbering
    direction: str

    def line(self, words: Words) -> Line:
        return line(words.inlines, self.numbering, self.direction)


def views(blocks: Iterable[Block], setting: Setting, level: int) -> tuple[BlockView, ...]:
    """What is to be printed of `blocks`, whose section's heading has the depth `level`.

    Subheadings follow on it without a gap, however deep the note has them.
    """
    found: list[BlockView] = []
    depths: list[int] = []
    for block in blocks:
        if isinstance(block, Subheading):
            while depths and depths[-1] >= block.level:
                depths.pop()
            depths.append(block.level)
            words = setting.line(block.words)
            if words:
                found.append(SubheadingView(min(level + len(depths), _DEEPEST), words))
        else:
            found.extend(_view(block, setting, level + len(depths)))
    return tuple(found)


def _view(block: Block, setting: Setting, level: int) -> Iterator[BlockView]:
    match block:
        case Paragraph(words):
            if made := setting.line(words):
                yield ParagraphView(made)
        case ItemList():
            if made_list := _list(block, setting, level):
                yield made_list
        case Quotation():
            yield _quotation(block, setting)
        case Table():
            yield _table(block, setting)
        case CodeBlock(text):
            if text.strip():
                yield CodeView(plain(text.strip("\n")).text)
        case HtmlBlock(html):
            if made_html := _html(html, setting):
                yield HtmlView(made_html)
        case Rule():
            yield RuleView()
        case _:  # an embed that stands here has brought nothing
            return


def _list(block: ItemList, setting: Setting, level: int) -> ListView | None:
    items = tuple(
        made
        for at, item in enumerate(block.items, start=1)
        if (made := _item(item, f"{at}." if block.ordered else "•", setting, level))
    )
    return ListView(block.ordered, items) if items else None


def _item(item: Item, mark: str, setting: Setting, level: int) -> ItemView | None:
    words = setting.line(item.words)
    blocks = views(item.children, setting, level)
    return ItemView(words, blocks, mark) if words or blocks else None


def _quotation(block: Quotation, setting: Setting) -> QuotationView:
    """The words, then who said them; whatever else the block says is kept in its place."""
    inlines, text = block.words.inlines, block.words.text
    start, behind = block.start, block.end
    marked = text[start - 1 : start] in _MARKS and text[behind : behind + 1] in _MARKS
    marked = marked and 0 < start <= behind < len(text)
    if marked:
        start, behind = start - 1, behind + 1
    opening = _DASH.match(text, behind)
    named = after = rest = opening.end() if opening else behind
    if block.speaker and text.startswith(block.speaker, named):
        after = named + len(block.speaker)
        rest = len(text) - len(text[after:].lstrip(" ,"))
    return QuotationView(
        lead=line(cut(inlines, 0, start), setting.numbering, setting.direction),
        words=line(_before(inlines, block), setting.numbering, setting.direction),
        marked=marked,
        name=_bare(inlines, named, after, setting),
        rest=_bare(inlines, rest, len(text), setting),
        cites=numbers((c for c in block.words.citations if c.at >= block.end), setting.numbering),
    )


def _before(inlines: tuple[Inline, ...], block: Quotation) -> tuple[Inline, ...]:
    """The quoted words with the citations inside them; those behind them are the block's."""
    quoted = cut(inlines, block.start, block.end)
    while quoted and isinstance(quoted[-1], CitationMark):
        quoted = quoted[:-1]
    return quoted


def _bare(inlines: tuple[Inline, ...], start: int, end: int, setting: Setting) -> Line:
    kept = without_citations(cut(inlines, start, end))
    return line(kept, setting.numbering, setting.direction)


def _table(block: Table, setting: Setting) -> TableView:
    columns = tiles.width(block)
    aligns = [_align(block, column) for column in range(columns)]
    figures = [tiles.holds_figures(block, column) for column in range(columns)]

    def row(cells: tuple[Cell, ...]) -> tuple[CellView, ...]:
        shown = [setting.line(cell.words) for cell in cells[:columns]]
        shown += [NOTHING] * (columns - len(shown))
        return tuple(CellView(*each) for each in zip(shown, aligns, figures, strict=True))

    return TableView(
        head=row(block.head),
        rows=tuple(row(cells) for cells in block.rows),
        wide=columns > _WIDEST_ON_A_PHONE,
        tiles=_tiles(block, setting),
    )


def _align(block: Table, column: int) -> str:
    """As the note has it; figures beside what they count are set flush right, digit under digit."""
    if column < len(block.align) and (align := block.align[column]):
        return align
    return "right" if column and block.rows and tiles.holds_figures(block, column) else ""


def _tiles(block: Table, setting: Setting) -> tuple[TileView, ...]:
    column = tiles.figure_column(block)
    if column is None:
        return ()
    return tuple(_tile(row, column, setting) for row in block.rows)


def _tile(row: tuple[Cell, ...], column: int, setting: Setting) -> TileView:
    """The figure without its citations, which go behind the words that say what it counts."""
    figure = row[column].words
    others = [cell.words for at, cell in enumerate(row) if at != column and cell.words.text.strip()]
    words = NOTHING
    for each in others:
        words = words + (_BETWEEN if words else NOTHING) + setting.line(each)
    before, value, after = tiles.parts(plain(figure.text.strip()).text)
    cites = numbers(figure.citations, setting.numbering)
    return TileView(before, value, after, words.behind(cites))


def _html(html: str, setting: Setting) -> Line:
    cleaned = clean_block(html)
    words = plain(words_of_html(cleaned), setting.direction)
    return Line(Markup(cleaned), words.markdown, words.text, words.dir)  # noqa: S704 - cleaned
