"""The words of a block in three ways at once: as HTML, as Markdown and as plain text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from nutgraf.model import (
    Citation,
    CitationMark,
    CodeSpan,
    Image,
    Inline,
    Link,
    RawHtml,
    Styled,
    Text,
)
from nutgraf.render.cleaning import clean_inline, words_of_html
from nutgraf.render.links import safe_href, safe_picture
from nutgraf.render.numbering import Numbering, stands_bare
from nutgraf.render.template_markdown import MarkdownSafe, escape_markdown
from nutgraf.render.tokens import disarmed

_HTML_TAGS: Final = {"em": "em", "strong": "strong", "s": "del"}
_MARKDOWN_MARKS: Final = {"em": "*", "strong": "**", "s": "~~"}
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|[\ud800-\udfff]")
# Stands for one of our own pieces while the HTML around it is cleaned; nobody types these.
_HOLDER = re.compile("\U000f0000([0-9]+)\U000f0001")
_EDGES = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)
_GAP = re.compile(r"[ \t\n]+\xa0(?=\[)")
_TICKS = re.compile("`+")


_NO_DIRECTION: Final = Markup("")


@dataclass(frozen=True, slots=True)
class Line:
    """Running words, ready for each kind of template.

    `dir` is ` dir="rtl"` (or ltr) with an alignment where the words run against the publication's
    direction, and empty otherwise; it is put right behind a tag's name.
    """

    html: Markup
    markdown: MarkdownSafe
    text: str
    dir: Markup = _NO_DIRECTION

    def __bool__(self) -> bool:
        return bool(self.text.strip() or self.html.strip())

    def __add__(self, other: Line) -> Line:
        return Line(
            self.html + other.html,
            self.markdown + other.markdown,
            self.text + other.text,
            self.dir or other.dir,
        )

    def behind(self, cites: Line) -> Line:
        """The words with `cites` behind them, which plain text sets off by a space."""
        if not cites or not self:
            return self + cites
        return self + Line(cites.html, cites.markdown, f"\xa0{cites.text}")


NOTHING: Final = Line(Markup(""), MarkdownSafe(""), "")


def plain(text: str, direction: str = "ltr") -> Line:
    """A line of words without any markup, such as a title from a front matter."""
    clean = disarmed(_CONTROLS.sub("", text))
    return Line(escape(clean), escape_markdown(clean), clean, against(text, direction))


def line(inlines: Iterable[Inline], numbering: Numbering, direction: str = "ltr") -> Line:
    """The inlines of a block as one line; `direction` is the publication's."""
    made = _sequence(tuple(inlines), numbering)
    text = _GAP.sub("\xa0", made.text.strip())
    return Line(
        made.html.strip(),
        MarkdownSafe(str(made.markdown).strip()),
        text,
        against(text, direction),
    )


def numbers(citations: Iterable[Citation], numbering: Numbering, *, locators: bool = True) -> Line:
    """Citations that stand together as `[1][3, para. 4]`, ascending, each once, each a link."""
    keys = {
        (numbering.of(cite), _flat(cite.locator) if locators else "")
        for citation in citations
        for cite in citation.cites
    }
    if not keys:
        return NOTHING
    html, markdown, text = Markup(""), "", ""
    for at, locator in sorted(keys):
        shown = f"[{at}, {locator}]" if locator else f"[{at}]"
        html += Markup('<a href="#source-{}">{}</a>').format(at, shown)
        markdown += f"[^{at}]" + (f" ({escape_markdown(locator)})" if locator else "")
        text += shown.replace(" ", "\xa0")
    # A word joiner keeps the number on the line of its word; the height of the line stays.
    group = Markup('\u2060<sup class="cite" style="line-height:0">{}</sup>').format(html)
    return Line(group, MarkdownSafe(markdown), text)


def against(text: str, direction: str) -> Markup:
    """The direction of the words, as attributes, where it is not the one around them."""
    own = direction_of(text)
    if own is None or own == direction:
        return _NO_DIRECTION
    return Markup(' dir="{}" align="{}"').format(own, "right" if own == "rtl" else "left")


def direction_of(text: str) -> str | None:
    """`rtl` or `ltr` by the first letter that has a direction (UAX #9, rule P2), or None."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind == "L":
            return "ltr"
        if kind in {"R", "AL"}:
            return "rtl"
    return None


def _flat(text: str) -> str:
    return disarmed(" ".join(_CONTROLS.sub("", text).split()))


def _sequence(inlines: Sequence[Inline], numbering: Numbering) -> Line:
    """Siblings; where HTML stands among them, all of them are cleaned together."""
    raw = any(isinstance(inline, RawHtml) for inline in inlines)
    pieces: list[Line] = []
    source: list[str] = []
    at = 0
    while at < len(inlines):
        inline = inlines[at]
        if isinstance(inline, RawHtml):
            source.append(_HOLDER.sub("", inline.html))
            at += 1
            continue
        after = at + 1
        if isinstance(inline, CitationMark):
            while after < len(inlines) and isinstance(inlines[after], CitationMark):
                after += 1
        pieces.append(_piece(inlines[at:after], numbering, spaced=bool(pieces)))
        source.append(f"\U000f0000{len(pieces) - 1}\U000f0001")
        at = after
    return _cleaned("".join(source), pieces) if raw else _joined(pieces)


def _joined(pieces: Iterable[Line]) -> Line:
    pieces = tuple(pieces)
    return Line(
        Markup("").join(piece.html for piece in pieces),
        MarkdownSafe("".join(str(piece.markdown) for piece in pieces)),
        "".join(piece.text for piece in pieces),
    )


def _cleaned(source: str, pieces: Sequence[Line]) -> Line:
    """Our pieces put back into the HTML around them, once it is clean."""
    html = clean_inline(source)
    words = words_of_html(html)

    def put(text: str, form: str) -> str:
        return _HOLDER.sub(lambda held: str(getattr(pieces[int(held[1])], form)), text)

    return Line(
        Markup(put(html, "html")),  # noqa: S704 - clean_inline has cleaned it
        MarkdownSafe(put(escape_markdown(words), "markdown")),
        put(words, "text"),
    )


def _piece(inlines: Sequence[Inline], numbering: Numbering, *, spaced: bool) -> Line:
    """One inline, or the citations that stand together."""
    first = inlines[0]
    match first:
        case CitationMark():
            marks = [mark.citation for mark in inlines if isinstance(mark, CitationMark)]
            made = numbers(marks, numbering)
            return Line(made.html, made.markdown, f"\xa0{made.text}" if spaced else made.text)
        case Text(text):
            return plain(text)
        case CodeSpan(text):
            return _code(text)
        case Styled(style, children):
            return _styled(style, _sequence(children, numbering))
        case Link(href):
            return _link(first, safe_href(href), numbering)
        case Image(src, alt):
            return _image(safe_picture(src), alt)
        case _:  # a line break; HTML is cleaned together with what stands around it
            return Line(Markup("<br />"), MarkdownSafe("\\\n"), "\n")


def _code(text: str) -> Line:
    clean = disarmed(_CONTROLS.sub("", text))
    longest = max((len(ticks) for ticks in _TICKS.findall(clean)), default=0)
    fence = "`" * (longest + 1)
    gap = " " if clean[:1] == "`" or clean[-1:] == "`" else ""
    return Line(
        Markup("<code>{}</code>").format(clean),
        MarkdownSafe(f"{fence}{gap}{clean}{gap}{fence}"),
        clean,
    )


def _styled(style: str, inner: Line) -> Line:
    tag, mark = _HTML_TAGS[style], _MARKDOWN_MARKS[style]
    return Line(
        Markup("<{0}>{1}</{0}>").format(Markup(tag), inner.html),  # noqa: S704 - one of three tags
        _marked(str(inner.markdown), mark),
        inner.text,
    )


def _marked(markdown: str, mark: str) -> MarkdownSafe:
    """Marks stand tight around words, or Markdown takes them for stars."""
    edges = _EDGES.fullmatch(markdown)
    assert edges is not None
    before, words, behind = edges.groups()
    return MarkdownSafe(f"{before}{mark}{words}{mark}{behind}" if words else markdown)


def _link(link: Link, href: str | None, numbering: Numbering) -> Line:
    inner = _sequence(link.children, numbering)
    if href is None:
        return inner
    html = Markup('<a href="{}">{}</a>').format(href, inner.html)
    if stands_bare(link, href):
        return Line(html, MarkdownSafe(f"<{href}>"), inner.text)
    target = href.replace("(", "%28").replace(")", "%29")
    return Line(
        html,
        MarkdownSafe(f"[{inner.markdown}]({target})"),
        f"{inner.text}\xa0[{numbering.of_link(href)}]",
    )


def _image(src: str | None, alt: str) -> Line:
    told = plain(alt)
    named = f"[Image: {told.text}]" if told.text else ""
    if src is None:
        return plain(named)
    return Line(
        Markup('<img src="{}" alt="{}" style="max-width:100%;height:auto" />').format(
            src, told.text
        ),
        MarkdownSafe(f"![{told.markdown}]({src.replace('(', '%28').replace(')', '%29')})"),
        named,
    )
