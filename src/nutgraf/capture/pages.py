"""The article of a web page, without the page around it.

trafilatura says which words are the article's. The words themselves are taken from the page, block
by block, so that no quotation mark, figure or list is lost; prose that stands between blocks of the
article, and that trafilatura passed over, is put back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from nutgraf.capture.page_blocks import Block, blocks

# Elements, roles and class names by which pages mark what is not the article; from the markup of
# common themes (WordPress, Arc, Ghost, Drupal) and the names that Mozilla's Readability lists.
_AROUND: Final = frozenset(("nav", "aside", "footer", "form", "menu", "search"))
_ROLES_WORDS = """
navigation banner complementary contentinfo search form dialog alertdialog menu
"""
_ROLES: Final = frozenset(_ROLES_WORDS.split())
_PROMOTING = re.compile(
    r"(?:^|[\s_-])(?:ad|ads|advert\w*|banner|breadcrumbs?|comentarios?|commentaires?|comments?|"
    r"consent|cookies?|disqus|events?|kommentare?|listings?|menu|meta-?nav|"
    r"more-?(?:from|on|stories)|most-?(?:read|popular)|nav|navbar|newsletters?|outbrain|"
    r"pagination|paywall|popular|promos?|promoted|recirc\w*|recommend\w*|read-?(?:more|next)|"
    r"related\w*|shar(?:e|ing)|sidebar|signup|skip|social|sponsor\w*|subscri\w+|taboola|tags?|"
    r"teaser|toolbar|trending|widget|top-?stories|you-?may)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FOLD = re.compile(r"[\W_]+")
_SENTENCE = re.compile(r"[.!?…:][\"'”’»“)\]]*$")
_SPEAKER = re.compile(r"^[—–―-]{1,2}\s?\S")
_OVER = 8  # blocks over the article, and as many of it, in which it says what it is
_SHORT = 25  # folded characters; a shorter block must be a line of its own in what was extracted


@dataclass(frozen=True, slots=True)
class Page:
    """A page taken apart: `article` and `around` are its blocks, each in order.

    `head` is what stands over the article and begins it, of both: title, byline, dateline.
    """

    article: tuple[Block, ...]
    around: tuple[Block, ...]
    head: tuple[Block, ...]
    tree: Any


def read_page(text: str, url: str | None = None) -> Page | None:
    """The page of an HTML document, or None where there is nothing that a reader would see."""
    tree = parse(text)
    if tree is None:
        return None
    found = [block for block in blocks(_body(tree)) if block.text.strip()]
    if not found:
        return None
    kept = _kept(found, _extracted(text, url))
    kept = _completed(found, kept)
    article = tuple(block for block, keep in zip(found, kept, strict=True) if keep)
    around = tuple(block for block, keep in zip(found, kept, strict=True) if not keep)
    begin = kept.index(True) if any(kept) else 0
    return Page(article, around, tuple(found[max(0, begin - _OVER) : begin + _OVER]), tree)


def parse(text: str) -> Any:
    """The lxml tree of an HTML document, or None for one that holds no element."""
    from lxml import etree, html  # noqa: PLC0415 -- heavy, and for pages alone

    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        tree = html.document_fromstring(_clean(text).encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        return None
    return tree


def _clean(text: str) -> str:
    """Without what lxml takes for the end of a document, and without an XML declaration."""
    return (
        re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", text.replace("\0", "\ufffd"))
        .encode("utf-8", "replace")
        .decode()
    )


def _body(tree: Any) -> Any:
    found = tree.find("body")
    return tree if found is None else found


def _extracted(text: str, url: str | None) -> str:
    """What trafilatura takes for the article: a line each block."""
    from trafilatura import bare_extraction  # noqa: PLC0415 -- heavy

    document = bare_extraction(
        text, url=url, include_comments=False, include_tables=True, with_metadata=False
    )
    return getattr(document, "text", None) or ""


def _fold(text: str) -> str:
    return _FOLD.sub("", text).casefold()


def _kept(found: Sequence[Block], extracted: str) -> list[bool]:
    """Which blocks stand in what was extracted."""
    lines = {_fold(line) for line in extracted.split("\n")}
    whole = _fold(extracted)
    kept = []
    for block in found:
        folded = _fold(block.text)
        if len(folded) <= _SHORT:
            kept.append(bool(folded) and folded in lines)
        else:
            kept.append(folded in whole)
    return kept


def _completed(found: Sequence[Block], kept: list[bool]) -> list[bool]:
    """With the blocks of the article that were passed over."""
    if not any(kept):
        return [_may_stand(block) for block in found]
    home = _home(found, kept)
    inside = [home is not None and _is_within(block.element, home) for block in found]
    first, last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    done = list(kept)
    for at, block in enumerate(found):
        if kept[at]:
            # Of what stands far from the article, and of lines that are too short to be known by
            # their words, only what nothing marks as something else.
            certain = inside[at] and (len(block.text) > _SHORT or _SENTENCE.search(block.text))
            done[at] = bool(certain) or not _is_around(block.element, home if inside[at] else None)
        elif inside[at] and first <= at <= last:
            done[at] = _may_stand(block, home)
    _tail(found, inside, done, last, home)
    _lone_headings(found, done)
    _headline(found, done)
    return done


def _tail(
    found: Sequence[Block], inside: Sequence[bool], done: list[bool], last: int, home: Any
) -> None:
    """Prose that follows the last block at once, in the same element, is the article's end."""
    at = last + 1
    while at < len(found) and inside[at] and _may_stand(found[at], home):
        block = found[at]
        if block.kind not in ("paragraph", "item", "quote", "row") or not (
            _SENTENCE.search(block.text) or block.kind == "row" or _SPEAKER.match(block.text)
        ):
            break
        done[at] = True
        at += 1


def _lone_headings(found: Sequence[Block], done: list[bool]) -> None:
    """A heading with nothing of the article under it is not the article's."""
    below = False
    for at in range(len(found) - 1, -1, -1):
        block = found[at]
        if block.kind == "heading":
            if done[at] and not below:
                done[at] = False
            elif done[at] and block.level > 1:
                below = True
        elif done[at]:
            below = True


def _headline(found: Sequence[Block], done: list[bool]) -> None:
    """The headline is the last heading of the first level that stands over the article."""
    first = done.index(True) if any(done) else 0
    over = [at for at in range(first) if found[at].kind == "heading" and found[at].level == 1]
    if over and found[first].level != 1:
        first = over[-1]
        done[first] = True
    words = _fold(found[first].text)
    same = [at for at, keep in enumerate(done) if keep and _fold(found[at].text) == words]
    shown = next((at for at in same if found[at].level == 1), first)
    for at in same:  # breadcrumbs and players show the headline again
        done[at] = at == shown


def _home(found: Sequence[Block], kept: Sequence[bool]) -> Any:
    """The smallest element that holds nine tenths of the words that were kept."""
    weights: dict[Any, int] = {}
    total = 0
    for block, keep in zip(found, kept, strict=True):
        if not keep:
            continue
        total += len(block.text)
        node = block.element
        while node is not None:
            weights[node] = weights.get(node, 0) + len(block.text)
            node = node.getparent()
    fitting = [(weight, node) for node, weight in weights.items() if 10 * weight >= 9 * total]
    depth = {node: sum(1 for _ in node.iterancestors()) for _, node in fitting}
    return max((node for _, node in fitting), key=lambda node: depth[node], default=None)


def _is_within(element: Any, home: Any) -> bool:
    node = element
    while node is not None:
        if node is home:
            return True
        node = node.getparent()
    return False


def _is_around(element: Any, home: Any) -> bool:
    """Whether an element up to `home` is marked as navigation, promotion and the like."""
    node = element
    while node is not None and node is not home:
        if node.tag in _AROUND and not (node.tag == "footer" and _is_quoted(node)):
            return True
        if node.get("role") in _ROLES:
            return True
        if node.tag not in ("body", "html", "article", "main"):
            names = f"{node.get('class', '')} {node.get('id', '')}"
            if names != " " and _PROMOTING.search(names):
                return True
        node = node.getparent()
    return False


def _is_quoted(footer: Any) -> bool:
    """The footer of a quotation names who said it."""
    return any(node.tag == "blockquote" for node in footer.iterancestors())


def _may_stand(block: Block, home: Any = None) -> bool:
    """Whether a block that was passed over reads like a part of the article."""
    if block.kind == "caption" or _is_around(block.element, home) or block.linked > 0.5:
        return False
    if block.kind in ("heading", "row", "quote", "code"):
        return True
    return bool(_SENTENCE.search(block.text) or _SPEAKER.match(block.text)) or (
        block.kind == "item" and block.linked < 0.3
    )
