"""YAML as a small tree whose nodes know where they stand in their file.

libyaml's events are read one by one (its parser does not recurse), so that size, depth, anchors,
aliases and tags are refused before anything is made of them. Its marks count code points; its
lines also end at U+0085, U+2028 and U+2029, therefore only its offsets are used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import yaml

from nutgraf.errors import Fault
from nutgraf.model import FileText, Place
from nutgraf.workspace.yaml_faults import in_plain_words, offset_of

# Deeper than any note is nested; what is deeper is made to hurt a parser.
DEEPEST = 64

# What YAML refuses, or takes for the end of a line although no editor shows one there.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]+"
)

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as written; `plain` says that it has no quotes and may be more than text."""

    text: str
    plain: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A YAML mapping, in file order, each key once."""

    entries: tuple[tuple[Scalar, Node], ...]
    start: int
    end: int


Node = Scalar | Sequence | Table
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Composed:
    """A YAML document and its faults; `root` is None where it holds nothing that can be read.

    `whole` is False where reading stopped at a fault: then `root` holds what stands before it.
    """

    root: Node | None
    faults: tuple[Fault, ...]
    whole: bool


def compose(
    file: FileText, start: int, end: int, *, limit: int, verbatim: Iterable[Span] = ()
) -> Composed:
    """Reads `file.text[start:end]` as one YAML document of at most `limit` characters.

    `verbatim` names spans of the file, each the value of a key or its first line, that are text
    whatever their characters mean in YAML.
    """
    if end - start > limit:
        message = f"this YAML is too large: {end - start:,} characters, and {limit:,} is the most"
        fault = _fault(file, start, message, "keep only short values here")
        return Composed(None, (fault,), whole=False)
    spans = tuple(verbatim)
    builder = _Builder(file, start, end)
    builder.read(spans)
    if builder.taken != set(spans):
        # One of them is no value, but stands inside a longer one: read it as YAML reads it.
        rest = tuple(span for span in spans if span in builder.taken)
        builder = _Builder(file, start, end)
        builder.read(rest)
    return Composed(builder.root, tuple(builder.faults), builder.whole)


def place_of(file: FileText, node: Node) -> Place:
    """The span of the file in which the node stands."""
    return file.place(node.start, node.end)


def fault_at(
    file: FileText, node: Node, message: str, hint: str = "", *, warning: bool = False
) -> Fault:
    """A fault (or a warning) that stands where the node begins."""
    line, column = file.line_and_column(node.start)
    return Fault(file.path, message, hint, line, column, "warning" if warning else "error")


def _fault(file: FileText, offset: int, message: str, hint: str) -> Fault:
    line, column = file.line_and_column(offset)
    return Fault(file.path, message, hint, line, column)


@dataclass(slots=True)
class _Open:
    """A collection that is being read; the keys and values of a mapping stand in turn."""

    mapping: bool
    start: int
    children: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class _Builder:
    file: FileText
    base: int
    stop: int
    root: Node | None = None
    whole: bool = True
    faults: list[Fault] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    words: dict[int, str] = field(default_factory=dict)
    taken: set[Span] = field(default_factory=set)

    def fault(self, offset: int, message: str, hint: str) -> None:
        self.faults.append(_fault(self.file, offset, message, hint))

    def read(self, verbatim: tuple[Span, ...]) -> None:
        shown = self.shown(verbatim)
        try:
            for event in _events(shown):
                if not self.take(event, shown):
                    self.whole = False
                    break
        except yaml.MarkedYAMLError as error:
            self.whole = False
            told = in_plain_words(error, shown)
            self.fault(self.base + told.at, told.message, told.hint)
        while self.stack:
            opened = self.stack[-1]
            self.close(opened.children[-1].end if opened.children else opened.start)

    def shown(self, verbatim: tuple[Span, ...]) -> str:
        """What the parser is shown: as long, without control characters and verbatim text."""
        shown = UNPRINTABLE.sub(self.blank, self.file.text[self.base : self.stop])
        for start, end in verbatim:
            low, high = start - self.base, end - self.base
            self.words[start] = shown[low:high]
            shown = shown[:low] + "x" * (high - low) + shown[high:]
        return shown

    def blank(self, found: re.Match[str]) -> str:
        message = f"an invisible control character (U+{ord(found[0][0]):04X}) stands here"
        hint = "delete it, or type a plain space instead"
        self.fault(self.base + found.start(), message, hint)
        return " " * len(found[0])

    def take(self, event: yaml.Event, shown: str) -> bool:
        """Takes one event in; False where reading on makes no sense."""
        start, end = self.span(event, shown)
        if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            hint = "take the line `---` out, or move what follows into a file of its own"
            self.fault(start, "a second YAML document begins here", hint)
            return False
        if isinstance(event, yaml.NodeEvent):
            self.refuse_references(event, start)
        if isinstance(event, yaml.ScalarEvent):
            self.add(self.scalar(event, start, end))
        elif isinstance(event, yaml.AliasEvent):
            self.add(Scalar("", plain=False, start=start, end=end))
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(self.stack) >= DEEPEST:
                message = f"the YAML is nested more than {DEEPEST} levels deep"
                self.fault(start, message, "write it flatter")
                return False
            self.stack.append(_Open(isinstance(event, yaml.MappingStartEvent), start))
        elif isinstance(event, yaml.CollectionEndEvent):
            # A block collection ends where its last child does; only `]` and `}` have a width.
            children = self.stack[-1].children
            self.close(end if end > start or not children else children[-1].end)
        return True

    def span(self, event: yaml.Event, shown: str) -> tuple[int, int]:
        start, end = offset_of(event.start_mark, shown), offset_of(event.end_mark, shown)
        end = start + len(shown[start:end].rstrip())
        return self.base + start, self.base + end

    def scalar(self, event: yaml.ScalarEvent, start: int, end: int) -> Scalar:
        text, plain = event.value, not event.style
        words = self.words.get(start)
        if words is not None and text.startswith("x" * len(words)):
            self.taken.add((start, start + len(words)))
            return Scalar(words + text[len(words) :], plain=False, start=start, end=end)
        if start == end and self.stack and self.stack[-1].children:
            start = end = self.stack[-1].children[-1].end
        return Scalar(text, plain, start, end)

    def refuse_references(self, event: yaml.NodeEvent, start: int) -> None:
        sign = self.file.text[start : start + 1]
        if isinstance(event, yaml.AliasEvent):
            message = f"*{event.anchor} refers to another value, which is not read here"
            hint = "write the value out, or put it in quotes if it is meant as text"
        elif event.anchor is not None:
            message = f"&{event.anchor} gives a value a name, which is not read here"
            hint = "take it out, or put the value in quotes if it is meant as text"
        elif getattr(event, "tag", None) is not None:
            message = f"a YAML tag ({sign or '!'}…) stands here, which is not read"
            hint = "take it out, or put the value in quotes if it is meant as text"
        else:
            return
        self.fault(start, message, hint)

    def add(self, node: Node) -> None:
        if self.stack:
            self.stack[-1].children.append(node)
        else:
            self.root = node

    def close(self, end: int) -> None:
        opened = self.stack.pop()
        if opened.mapping:
            self.add(Table(self.entries(opened.children), opened.start, end))
        else:
            self.add(Sequence(tuple(opened.children), opened.start, end))

    def entries(self, children: list[Node]) -> tuple[tuple[Scalar, Node], ...]:
        kept: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(children[::2], children[1::2], strict=False):
            if not isinstance(key, Scalar):
                self.fault(key.start, "a key is a word, not a list", "write `key: value`")
            elif key.text in kept:
                line, _ = self.file.line_and_column(kept[key.text][0].start)
                message = f"“{key.text}” stands here a second time; the first is on line {line}"
                self.fault(key.start, message, "keep one of the two")
            else:
                kept[key.text] = (key, value)
        return tuple(kept.values())


def _events(shown: str) -> Iterator[yaml.Event]:
    events: Iterator[yaml.Event] = yaml.parse(shown, Loader=_Loader)
    return events
