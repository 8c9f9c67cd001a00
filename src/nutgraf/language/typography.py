"""One spelling for what different keyboards, editors and feeds print differently, offsets kept.

`fold` makes quotation marks straight, dashes one kind, spaces single and ligatures letters, so
that two texts that differ in typography only are equal once folded. It never changes a word.
Each step that changes lengths is a layer of edits; spans are mapped through the layers, so a
span of the folded text can always be shown in the text as it was captured.

The standard library is enough: `ftfy` and `unidecode` fold more (accents, encodings), and keep
no offsets.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

Span = tuple[int, int]
_Side = tuple[list[int], list[int]]

_DOUBLE = "“”„‟«»″〝〞〟＂"
_SINGLE = "‘’‚‛‹›′`´＇｀ʼ"
_HYPHENS = "‐‑‒−﹣－⁃"
_LONG_DASHES = "―⸺⸻﹘"
_SPACES = "\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\u180e"
_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}

_ONE_TO_ONE: dict[str, str] = {
    **_FULL_WIDTH,
    **dict.fromkeys(_DOUBLE, '"'),
    **dict.fromkeys(_SINGLE, "'"),
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys(_LONG_DASHES, "—"),
    **dict.fromkeys(_SPACES, " "),
}
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

_INVISIBLES = re.compile(f"[{_INVISIBLE}]+")
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_WORD = re.compile(r"[^\x00-\x20]*[^\x00-\x7f][^\x00-\x20]*")
_DASH = "(?:—|[-–]{2,})"
_SPACING = re.compile(
    rf" *{_DASH}(?: *{_DASH})* *"  # a dash, however it is spaced
    r"| +[-–] +"  # a hyphen that stands for a dash
    r"|[.…](?: *[.…])+|…"  # an ellipsis
    r"|''"  # two single marks for a double one
    r"|  +"
)


@dataclass(frozen=True, slots=True)
class _Layer:
    """Edits in order: `source[starts[i]:ends[i]]` became `out[out_starts[i]:out_ends[i]]`."""

    starts: list[int]
    ends: list[int]
    out_starts: list[int]
    out_ends: list[int]

    def back(self, start: int, end: int) -> Span:
        return _map(start, end, (self.out_starts, self.out_ends), (self.starts, self.ends))

    def forth(self, start: int, end: int) -> Span:
        return _map(start, end, (self.starts, self.ends), (self.out_starts, self.out_ends))


def _map(start: int, end: int, source: _Side, target: _Side) -> Span:
    """Map a span over edits; an end inside an edit moves outwards to the edit's end."""
    from_starts, from_ends = source
    to_starts, to_ends = target
    at = bisect_right(from_starts, start) - 1
    if at < 0:
        low = start
    elif start < from_ends[at]:
        low = to_starts[at]
    else:
        low = to_ends[at] + start - from_ends[at]
    if end <= start:
        return low, low
    at = bisect_right(from_starts, end - 1) - 1
    if at < 0:
        high = end
    elif end - 1 < from_ends[at]:
        high = to_ends[at]
    else:
        high = to_ends[at] + end - from_ends[at]
    return low, max(low, high)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, and the way from each of its offsets to the source's and back."""

    source: str = field(repr=False)
    text: str
    _layers: tuple[_Layer, ...] = field(repr=False, compare=False)

    def original(self, start: int, end: int) -> Span:
        """The span of `source` that `text[start:end]` was folded from."""
        for layer in reversed(self._layers):
            start, end = layer.back(start, end)
        return start, end

    def folded(self, start: int, end: int) -> Span:
        """The span of `text` that `source[start:end]` was folded to (empty if it was dropped)."""
        for layer in self._layers:
            start, end = layer.forth(start, end)
        return start, end


def fold(text: str, *, case: bool = False) -> Folded:
    """Fold the typography of `text`; with `case`, fold capitals to small letters too.

    In the result quotation marks are `"` and `'`, a dash between words is ` — `, a hyphen `-`,
    an ellipsis `...`, white space of any kind and length one space; letters are composed (NFC)
    and of normal width; soft hyphens and zero-width characters are gone. Linear in the text.
    """
    layers: list[_Layer] = []
    folded = text
    if not folded.isascii():
        folded = _edit(folded, _invisible_edits(folded), layers)
        folded = _edit(folded, _letter_edits(folded), layers)
    for character in _ONE_TO_ONE.keys() & set(folded):  # faster than str.translate here
        folded = folded.replace(character, _ONE_TO_ONE[character])
    folded = _edit(folded, _spacing_edits(folded), layers).replace("–", "-")
    if case:
        folded = small_letters(folded)
    return Folded(text, folded, tuple(layers))


_Edit = tuple[int, int, str]


def _edit(text: str, edits: Iterator[_Edit], layers: list[_Layer]) -> str:
    """Carry out `edits` on `text`, adding a layer where there is any."""
    layer = _Layer([], [], [], [])
    pieces: list[str] = []
    done = length = 0
    for start, end, new in edits:
        length += start - done
        layer.starts.append(start)
        layer.ends.append(end)
        layer.out_starts.append(length)
        length += len(new)
        layer.out_ends.append(length)
        pieces += (text[done:start], new)
        done = end
    if not layer.starts:
        return text
    layers.append(layer)
    pieces.append(text[done:])
    return "".join(pieces)


def _invisible_edits(text: str) -> Iterator[_Edit]:
    for found in _INVISIBLES.finditer(text):
        yield found.start(), found.end(), ""


def _letter_edits(text: str) -> Iterator[_Edit]:
    """Ligatures spelled out and letters composed (NFC), cluster by cluster."""
    if _LIGATURE.search(text) is None and unicodedata.is_normalized("NFC", text):
        return
    for word in _WORD.finditer(text):
        if _LIGATURE.search(word[0]) is None and unicodedata.is_normalized("NFC", word[0]):
            continue
        for start, end in _clusters(word[0]):
            old = word[0][start:end]
            new = unicodedata.normalize("NFC", _LIGATURE.sub(lambda m: _LIGATURES[m[0]], old))
            if new != old:
                yield word.start() + start, word.start() + end, new


def _clusters(word: str) -> Iterator[Span]:
    """The spans of a letter and all that is written onto it; none composes with the next."""
    start = 0
    for at, character in enumerate(word):
        if at and not _joins(character):
            yield start, at
            start = at
    yield start, len(word)


def _joins(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"


def _spacing_edits(text: str) -> Iterator[_Edit]:
    for found in _SPACING.finditer(text):
        old = found[0]
        new = _respaced(old)
        if new != old:
            yield found.start(), found.end(), new


def _respaced(old: str) -> str:
    mark = old.strip(" ")
    if not mark:
        return " "
    if mark[0] in "—–-":
        return " — "
    if mark == "''":
        return '"'
    dots = mark.count(".") + 3 * mark.count("…")
    return "..." if dots >= 3 else _RUN_OF_SPACES.sub(" ", mark)


_RUN_OF_SPACES = re.compile("  +")


def small_letters(text: str) -> str:
    """Small letters, one for one: a capital whose small form is longer stays."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(small if len(small := c.lower()) == 1 else c for c in text)
