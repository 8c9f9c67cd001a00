"""The words of a block: Markdown's inline markup and our own, each character with its place.

markdown-it-py gives lines for blocks and nothing for what stands inside them. Its rules are
wrapped here so that a token knows where it begins and ends in the block's text, citations get a
rule of their own, and the text between is found again in order.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, backtick, html_inline, image, link
from markdown_it.token import Token

from nutgraf.language.sentences import split
from nutgraf.model import (
    Citation,
    CitationMark,
    Cite,
    CodeSpan,
    FileText,
    Image,
    Inline,
    LineBreak,
    Link,
    Place,
    Prose,
    RawHtml,
    Run,
    Sentence,
    Styled,
    Text,
    Words,
)
from nutgraf.workspace.citations import WrittenCitation, read_citation
from nutgraf.workspace.embeds import EMBED
from nutgraf.workspace.pasted import allow_bare_headings
from nutgraf.workspace.vault_marks import (
    UNSHOWN,
    is_attachment,
    is_inline_query,
    unshown_rule,
    without_size,
)
from nutgraf.workspace.wiki_links import EVERYTHING, Citable, PlainLink, read_plain_link

_InlineRule = Callable[[StateInline, bool], bool]
_STYLES: dict[str, Literal["em", "strong", "s"]] = {
    "em_open": "em",
    "strong_open": "strong",
    "s_open": "s",
}
_CLOSING = " .,;:!?)”’»\"'"
# Emphasis in emphasis in emphasis: deeper than this it shows as nothing, so it is not kept.
DEEPEST_STYLES = 8
_SPACES = re.compile(r" +")
_AFTER_MARK = re.compile(r"[\s.,;:!?)\]}”’»…—–]|$")


@dataclass(frozen=True)
class BlockText:
    """The text of one block as Markdown sees it, and where each of its pieces stands in the file.

    `pieces` are (offset in `text`, offset in the file), ascending; a piece reaches to the next.
    """

    text: str
    file: FileText
    pieces: tuple[tuple[int, int], ...]

    def file_offset(self, at: int) -> int:
        """The file offset of the character at `at` (or of the end of the text)."""
        index = max(bisect_right(self.pieces, (at, len(self.file.text) + 1)) - 1, 0)
        start, offset = self.pieces[index] if self.pieces else (0, 0)
        return offset + at - start

    def unbroken(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """`text[start:end]` cut, from 0 on, into what stands in the file in one run each."""
        first = bisect_right(self.pieces, (start, len(self.file.text) + 1))
        last = bisect_left(self.pieces, (end, -1))
        cuts = [start, *(at for at, _ in self.pieces[first:last]), end]
        yield from ((low - start, high - start) for low, high in pairwise(cuts))

    def is_broken(self, end: int) -> bool:
        """Whether the line that ends at `end` asks for a break, and no mark is blanked there."""
        first = end - 1 if self.text[end - 1] == "\\" else end - 2
        return all(
            self.file.text[self.file_offset(at)] == self.text[at] for at in range(first, end)
        )

    def place(self, start: int, end: int) -> Place:
        """The place of `text[start:end]`, which is not empty."""
        return self.file.place(self.file_offset(start), self.file_offset(end - 1) + 1)


@cache
def markdown() -> MarkdownIt:
    """The one Markdown parser: CommonMark, tables, strikethrough, citations."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for name, rule in (
        ("link", link),
        ("image", image),
        ("autolink", autolink),
        ("html_inline", html_inline),
        ("backticks", backtick),
    ):
        parser.inline.ruler.at(name, _placed(rule))
    parser.inline.ruler.before("link", "citation", _citation_rule)
    parser.inline.ruler.before("link", "plain_link", _plain_link_rule)
    parser.inline.ruler.before("image", "embed", _embed_rule)
    parser.inline.ruler.before("link", UNSHOWN, unshown_rule)
    allow_bare_headings(parser)
    # What is nested deeper than this is lost without a word; `grammar` refuses it long before.
    parser.options["maxNesting"] = 100
    # Nobody means code by indenting a newsletter, and pasted bullets are often indented.
    parser.disable("code")
    return parser


def _placed(rule: _InlineRule) -> _InlineRule:
    """The same rule, which tells on its first and last token where it began and ended."""

    def placed(state: StateInline, silent: bool) -> bool:
        start, before, waiting = state.pos, len(state.tokens), bool(state.pending)
        if not rule(state, silent):
            return False
        if not silent and len(state.tokens) > before + waiting:
            state.tokens[before + waiting].meta["start"] = start
            state.tokens[-1].meta["end"] = state.pos
        return True

    return placed


def _citation_rule(state: StateInline, silent: bool) -> bool:
    citation = read_citation(state.src, state.pos, state.env["citable"])
    if citation is None or citation.end > state.posMax:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.meta.update(start=state.pos, end=citation.end, citation=citation)
    state.pos = citation.end
    return True


def _plain_link_rule(state: StateInline, silent: bool) -> bool:
    link = read_plain_link(state.src, state.pos, state.env["citable"])
    if link is None or link.end > state.posMax:
        return False
    if not silent:
        token = state.push("plain_link", "", 0)
        token.meta.update(start=state.pos, end=link.end, link=link)
    state.pos = link.end
    return True


def _embed_rule(state: StateInline, silent: bool) -> bool:
    found = EMBED.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        token = state.push("embed", "", 0)
        token.meta.update(start=state.pos, end=found.end(), target=found.group(1))
    state.pos = found.end()
    return True


@dataclass
class _Reader:
    """Walks the inline tokens of one block and keeps what has been read of it."""

    block: BlockText
    cursor: int = 0
    text: list[str] = field(default_factory=list)
    length: int = 0
    runs: list[Run] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    stray_embeds: list[int] = field(default_factory=list)
    attachments: list[int] = field(default_factory=list)
    plain_links: list[PlainLink] = field(default_factory=list)
    uncited: int = 0

    def words_since_citation(self) -> bool:
        """Whether more than closing punctuation stands behind the last citation."""
        return any(words.strip(_CLOSING) for words in self.text[self.uncited :])

    def add(self, content: str, source: int | None) -> Text:
        """Add words that stand at `source` in the block's text, or nowhere as they are."""
        at = self.length
        if source is None:
            self._keep(content, None)
            return Text(content, at)
        kept = "".join(
            self._add_piece(content[start:stop], self.block.file_offset(source + start))
            for start, stop in self.block.unbroken(source, source + len(content))
        )
        return Text(kept, at)

    def _add_piece(self, content: str, offset: int) -> str:
        """Words that stand in one run of the file, where some of it may be a blanked mark.

        Of a mark and the white space around it one space stays, and none before a full stop.
        """
        there = self.block.file.text[offset : offset + len(content)]
        done, start = "", 0
        for blank in _SPACES.finditer(content) if there != content else ():
            written = there[blank.start() : blank.end()]
            if written == blank.group():
                continue
            done += self._keep(there[start : blank.start()], offset + start)
            start = blank.end()
            if not _AFTER_MARK.match(content, start) and written[0] == " ":
                done += self._keep(" ", offset + blank.start())
            elif not _AFTER_MARK.match(content, start) and written[-1] == " ":
                done += self._keep(" ", offset + start - 1)
        return done + self._keep(there[start:], offset + start)

    def _keep(self, words: str, offset: int | None) -> str:
        if words:
            if offset is not None:
                self.runs.append(Run(self.length, offset, len(words)))
            self.text.append(words)
            self.length += len(words)
        return words


@dataclass(frozen=True, slots=True)
class Met:
    """What a block's words held that may be a slip, each with its offset in the file.

    Embeds that do not stand alone, and links that say only words, by their target.
    """

    stray_embeds: tuple[int, ...]
    attachments: tuple[int, ...]
    plain_links: tuple[tuple[str, int], ...]


def read_words(
    block: BlockText,
    references: dict[str, object] | None = None,
    citable: Citable = EVERYTHING,
) -> tuple[Words, Met]:
    """The words of a block, and what was met in it."""
    parser = markdown()
    tokens: list[Token] = []
    env = {"references": references or {}, "citable": citable}
    state = StateInline(block.text, parser, env, tokens)
    parser.inline.tokenize(state)
    for finish in parser.inline.ruler2.getRules(""):
        finish(state)
    reader = _Reader(block)
    inlines = tuple(_tree(state.tokens, reader))
    prose = Prose("".join(reader.text), block.file, tuple(reader.runs))
    words = Words(inlines, prose, _sentences(prose), tuple(reader.citations))
    links = tuple((one.target, block.file_offset(one.said[0])) for one in reader.plain_links)
    stray = tuple(block.file_offset(at) for at in reader.stray_embeds)
    attached = tuple(block.file_offset(at) for at in reader.attachments)
    return words, Met(stray, attached, links)


def _tree(tokens: list[Token], reader: _Reader) -> list[Inline]:
    stack: list[list[Inline]] = [[]]
    opened: list[Token] = []
    for index, token in enumerate(tokens):
        if token.nesting == 1:
            _skip_to(token, reader)
            opened.append(token)
            stack.append([])
        elif token.nesting == -1:
            closed = _closed(opened.pop(), token, tuple(stack.pop()), reader)
            if isinstance(closed, Styled) and len(stack) > DEEPEST_STYLES:
                stack[-1].extend(closed.children)
            else:
                stack[-1].append(closed)
        else:
            stack[-1].extend(_leaf(tokens, index, reader))
    return stack[0]


def _skip_to(token: Token, reader: _Reader) -> None:
    """Move behind the markup that opens a span."""
    if token.type == "link_open":
        reader.cursor = token.meta.get("start", reader.cursor) + 1
        token.meta["start"] = reader.cursor - 1
    else:
        reader.cursor = reader.block.text.index(token.markup, reader.cursor) + len(token.markup)


def _closed(
    opening: Token, closing: Token, children: tuple[Inline, ...], reader: _Reader
) -> Inline:
    if opening.type == "link_open":
        end = closing.meta.get("end", reader.cursor)
        reader.cursor = end
        href = str(opening.attrs.get("href", ""))
        return Link(href, children, reader.block.place(opening.meta["start"], end))
    reader.cursor = reader.block.text.index(closing.markup, reader.cursor) + len(closing.markup)
    return Styled(_STYLES[opening.type], children)


def _leaf(tokens: list[Token], index: int, reader: _Reader) -> list[Inline]:
    token = tokens[index]
    match token.type:
        case "text":
            return _text(tokens, index, reader)
        case "text_special":
            return [_special(token, reader)]
        case "softbreak" | "hardbreak":
            return _break(tokens, index, reader)
        case "code_inline" if is_inline_query(token.content):
            reader.cursor = token.meta["end"]
            return []
        case "code_inline":
            start = token.meta["start"]
            reader.cursor = token.meta["end"]
            inner = reader.block.text.find(
                token.content, start + len(token.markup), reader.cursor - len(token.markup)
            )
            text = reader.add(token.content, inner if inner >= 0 else None)
            return [CodeSpan(text.text, text.at)]
        case "html_inline":
            place = reader.block.place(token.meta["start"], token.meta["end"])
            reader.cursor = token.meta["end"]
            return [RawHtml(token.content, place)]
        case "image":
            place = reader.block.place(token.meta["start"], token.meta["end"])
            reader.cursor = token.meta["end"]
            alt = without_size(token.content)
            return [Image(str(token.attrs.get("src", "")), alt, place)]
        case "citation":
            return [_citation(token, reader)]
        case "plain_link":
            return _plain_link(token, reader)
        case "unshown":
            reader.cursor = token.meta["end"]
            return []
        case _:
            met = reader.attachments if is_attachment(token.meta["target"]) else reader.stray_embeds
            met.append(token.meta["start"])
            reader.cursor = token.meta["end"]
            return []


def _text(tokens: list[Token], index: int, reader: _Reader) -> list[Inline]:
    content = tokens[index].content
    at = reader.block.text.find(content, reader.cursor)
    # The address of <http://…> is shown decoded, so it may stand nowhere, or only further on.
    stands = at >= 0 and not reader.block.text[reader.cursor : at].strip()
    if stands:
        reader.cursor = at + len(content)
    if _is_before_mark(tokens, index, reader):
        content = content.rstrip()
    if index and content.startswith(" ") and _is_unshown(tokens[index - 1]):
        # Something between two spaces is not shown, and one of them with it.
        before = "".join(reader.text)[-1:]
        if before in ("", " "):
            content, at = content[1:], at + 1
    return [reader.add(content, at if stands else None)] if content else []


def _is_unshown(token: Token) -> bool:
    if token.type == "code_inline":
        return is_inline_query(token.content)
    return token.type in (UNSHOWN, "embed")


def _is_before_mark(tokens: list[Token], index: int, reader: _Reader) -> bool:
    """Whether white space here would stand before the number that a citation becomes."""
    if index + 1 == len(tokens) or tokens[index + 1].type != "citation":
        return False
    return _AFTER_MARK.match(reader.block.text, tokens[index + 1].meta["end"]) is not None


def _special(token: Token, reader: _Reader) -> Text:
    source = reader.block.text.index(token.markup, reader.cursor)
    reader.cursor = source + len(token.markup)
    if token.info != "escape":
        return reader.add(token.content, None)
    return reader.add(token.content, source + len(token.markup) - len(token.content))


def _break(tokens: list[Token], index: int, reader: _Reader) -> list[Inline]:
    end = reader.block.text.find("\n", reader.cursor)
    reader.cursor = end + 1 if end >= 0 else reader.cursor
    spaced = not reader.text or reader.text[-1][-1:].isspace()
    inlines: list[Inline] = []
    if not spaced and not _is_before_mark(tokens, index, reader):
        inlines.append(reader.add(" ", None))
    if tokens[index].type == "hardbreak" and reader.block.is_broken(end):
        inlines.append(LineBreak())
    return inlines


def _citation(token: Token, reader: _Reader) -> CitationMark:
    """It covers the words back to the one before it; neighbours cover the same words."""
    written: WrittenCitation = token.meta["citation"]
    reader.cursor = token.meta["end"]
    covers = 0
    if reader.citations:
        before = reader.citations[-1]
        covers = before.at if reader.words_since_citation() else before.covers
    cites = tuple(
        Cite(cite.id, cite.locator, reader.block.place(cite.start, cite.end))
        for cite in written.cites
    )
    place = reader.block.place(written.start, written.end)
    reader.citations.append(Citation(cites, reader.length, covers, place))
    reader.uncited = len(reader.text)
    return CitationMark(reader.citations[-1])


def _plain_link(token: Token, reader: _Reader) -> list[Inline]:
    link: PlainLink = token.meta["link"]
    reader.cursor = token.meta["end"]
    reader.plain_links.append(link)
    start, end = link.said
    return [reader.add(reader.block.text[start:end], start)] if end > start else []


def _sentences(prose: Prose) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(prose.text[start:end], start, prose.place(start, end))
        for start, end in split(prose.text)
    )
