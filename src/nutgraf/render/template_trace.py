"""Finds the place in a template that a place in its output comes from.

Done only when something is wrong, by rendering once more with marks in the output: each piece of
template text and each printed expression is put between two marks with its number. The marks are
made of a private-use character that occurs nowhere in the plain output, and are taken out again.
Text that a template changes after printing it (`trim`, `indent`) is matched up by its characters
other than white space, as far as both renderings agree.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from jinja2.lexer import TokenStream

from nutgraf.errors import Faulty
from nutgraf.render.template_sandbox import Sandbox
from nutgraf.render.templating import Templates

PRIVATE_USE = range(0xF0000, 0xFFFFD)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a template: its text (empty for an expression), and where it begins."""

    template: str
    source: str
    start: int
    text: str

    def place(self, offset: int) -> tuple[str, int, int]:
        """Template, line and column of the character that many code points into the piece."""
        at = self.start + min(offset, len(self.text))
        line = self.source.count("\n", 0, at) + 1
        return self.template, line, at - self.source.rfind("\n", 0, at)


@dataclass(frozen=True, slots=True)
class Trace:
    """Which piece each stretch of the output comes from.

    `starts` are the offsets at which stretches begin, counted in characters other than white
    space; from `known` on nothing is known.
    """

    starts: tuple[int, ...]
    pieces: tuple[tuple[Piece, int] | None, ...]
    output: str
    known: int

    def place(self, offset: int) -> tuple[str, int, int] | None:
        """Template name, line and column for an offset in the plain output."""
        solid = len("".join(self.output[:offset].split()))
        if solid >= self.known:
            return None
        index = bisect_right(self.starts, solid) - 1
        found = self.pieces[index] if index >= 0 else None
        if found is None:
            return None
        piece, before = found
        return piece.place(_after_solid(piece.text, before + solid - self.starts[index]))


def trace(
    templates: Templates,
    name: str,
    context: Mapping[str, object],
    output: str,
    prepare: Callable[[str], str],
) -> Trace | None:
    """The trace of `output`, which is what the template made, after `prepare`.

    None where the template cannot be rendered with marks in it.
    """
    mark = next(chr(code) for code in PRIVATE_USE if chr(code) not in output)
    pieces: list[Piece] = []

    class Marking(Sandbox):
        keeps_code = False

        def _tokenize(
            self,
            source: str,
            name: str | None,
            filename: str | None = None,
            state: str | None = None,
        ) -> TokenStream:
            raw = self.lexer.tokeniter(source, name, filename, state)
            marked = _marked(
                raw, name or "", "\n".join(re.split(r"\r\n|\r|\n", source)), mark, pieces
            )
            return TokenStream(self.lexer.wrap(marked, name, filename), name, filename)

    try:
        text = templates.render_in(templates.environments(Marking), name, context)
    except Faulty:
        return None
    return _aligned(prepare(text), mark, pieces, output)


Token = tuple[int, str, str]


def _marked(
    tokens: Iterator[Token], name: str, source: str, mark: str, pieces: list[Piece]
) -> Iterator[Token]:
    """The tokens of a template, with marks around its text and around what it prints."""
    position = 0
    for line, kind, value in tokens:
        position = _found(source, value, position)
        if kind == "data":
            yield line, "data", f"{_opening(pieces, mark)}{value}{mark}.{mark}"
            pieces.append(Piece(name, source, position, value))
        elif kind == "variable_begin":
            yield line, "data", _opening(pieces, mark)
            pieces.append(Piece(name, source, position, ""))
            yield line, kind, value
        elif kind == "variable_end":
            yield line, kind, value
            yield line, "data", f"{mark}.{mark}"
        else:
            yield line, kind, value
        position += len(value)


def _opening(pieces: list[Piece], mark: str) -> str:
    return f"{mark}{len(pieces)}{mark}"


def _found(source: str, value: str, position: int) -> int:
    """Where a token stands: white space before it may have been taken out by the lexer."""
    while not source.startswith(value, position) and source[position : position + 1].isspace():
        position += 1
    return position


def _aligned(marked: str, mark: str, pieces: list[Piece], output: str) -> Trace:
    starts: list[int] = []
    found: list[tuple[Piece, int] | None] = []
    stack: list[tuple[Piece, int]] = []
    plain: list[str] = []
    solid = 0
    parts = re.split(f"{mark}(\\d+|\\.){mark}", marked)
    for index, part in enumerate(parts):
        if index % 2 == 0:
            text = "".join(part.replace(mark, "").split())
            plain.append(text)
            solid += len(text)
            if stack:
                stack[-1] = (stack[-1][0], stack[-1][1] + len(text))
            continue
        if part == ".":
            if stack:
                stack.pop()
        else:
            stack.append((pieces[int(part)], 0))
        starts.append(solid)
        found.append(stack[-1] if stack else None)
    known = _known("".join(plain), "".join(output.split()), starts)
    return Trace(tuple(starts), tuple(found), output, known)


def _known(one: str, other: str, starts: list[int]) -> int:
    """Up to where the stretches hold: the stretch in which both texts begin to differ does not."""
    if one == other:
        return len(one) + 1
    pairs = enumerate(zip(one, other, strict=False))
    same = next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
    return starts[bisect_right(starts, same) - 1] if starts else 0


def _after_solid(text: str, count: int) -> int:
    """The offset of the character in `text` that `count` characters, white space aside, precede."""
    solid = (match.start() for match in re.finditer(r"\S", text))
    return next(islice(solid, count, None), len(text))
