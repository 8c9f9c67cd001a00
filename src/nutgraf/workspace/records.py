"""A YAML file as a frozen record of msgspec, with every fault told at its line and column.

msgspec stops at the first fault and knows no lines; so the tree of the file is walked beside the
record's own type, faults are gathered, and msgspec makes the record once there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar, cast

import msgspec
from msgspec import inspect

from nutgraf.errors import Fault
from nutgraf.model import FileText, Place
from nutgraf.workspace.files import CONFIGURATION_LIMIT
from nutgraf.workspace.nearest import nearest
from nutgraf.workspace.note_values import is_nothing, quoted
from nutgraf.workspace.scalars import INTEGER, TRUTH
from nutgraf.workspace.shapes import Wrong, without_password
from nutgraf.workspace.yaml_nodes import Node, Scalar, Table, compose, fault_at, place_of
from nutgraf.workspace.yaml_nodes import Sequence as Items

T = TypeVar("T", bound=msgspec.Struct)

# The value of a key that has a fault, or none: the record's default takes its place.
ABSENT = object()


class Record(NamedTuple, Generic[T]):
    """A record, or None where the file has a fault; `places` are its values', by key path."""

    value: T | None
    faults: tuple[Fault, ...]
    places: Mapping[tuple[str | int, ...], Place]


def read_record(file: FileText, kind: type[T]) -> Record[T]:
    """Reads a whole file as one record of type `kind`; an empty file holds the defaults.

    A field's `msgspec.Meta(extra=...)` may hold `shape` (a check of nutgraf.workspace.shapes),
    `without` (values of an enumeration that may not stand here) and `unique`.
    """
    composed = compose(file, 0, len(file.text), limit=CONFIGURATION_LIMIT)
    reader = _Reader(file, whole=composed.whole)
    root = composed.root
    if root is None or is_nothing(root):
        root = Table((), 0, 0)
    value = reader.read(root, _shape_of(kind), (), {})
    faults = (*composed.faults, *reader.faults)
    if faults:
        return Record(None, faults, reader.places)
    return Record(msgspec.convert(value, kind), (), reader.places)


@cache
def _shape_of(kind: type[msgspec.Struct]) -> inspect.Type:
    return inspect.type_info(kind)


class _Reader:
    """Walks a tree beside a type; gives built-in values and gathers the faults."""

    def __init__(self, file: FileText, *, whole: bool) -> None:
        self.file = file
        self.whole = whole  # what is not read is not missing
        self.faults: list[Fault] = []
        self.places: dict[tuple[str | int, ...], Place] = {}

    def fault(self, node: Node, message: str, hint: str = "") -> Any:
        self.faults.append(fault_at(self.file, node, message, hint))
        return ABSENT

    def read(
        self, node: Node, kind: inspect.Type, path: tuple[str | int, ...], extra: Mapping[str, Any]
    ) -> Any:
        self.places[path] = place_of(self.file, node)
        if isinstance(kind, inspect.Metadata):
            return self.read(node, kind.type, path, {**extra, **(kind.extra or {})})
        if isinstance(kind, inspect.UnionType):
            inner = next(one for one in kind.types if not isinstance(one, inspect.NoneType))
            return self.read(node, inner, path, extra)
        if isinstance(kind, inspect.StructType):
            return self.struct(node, kind, path)
        if isinstance(kind, inspect.DictType):
            return self.mapping(node, kind, path)
        if isinstance(kind, inspect.ListType | inspect.VarTupleType):
            return self.items(node, kind, path, extra)
        return self.leaf(node, kind, path, extra)

    def struct(self, node: Node, kind: inspect.StructType, path: tuple[str | int, ...]) -> Any:
        if not isinstance(node, Table):
            keys = ", ".join(field.encode_name for field in kind.fields)
            return self.fault(
                node, f"{_named(path)} is {_nature(node)}, not keys and values", f"its keys: {keys}"
            )
        fields = {field.encode_name: field for field in kind.fields}
        found: dict[str, Any] = {}
        stated = set()
        for key, value in node.entries:
            # `second-reader` is what `second_reader` is called by people.
            name = key.text if key.text in fields else key.text.replace("-", "_")
            field = fields.get(name)
            if field is None:
                self.fault(key, f"there is no key {quoted(key.text)} here", meant(key.text, fields))
                continue
            if name in stated:
                self.fault(key, f"{quoted(name)} is there twice", "keep one")
                continue
            stated.add(name)
            if is_nothing(value):
                if field.required:
                    self.fault(key, f"“{key.text}” has no value", _meaning(field))
                continue
            taken = self.read(value, field.type, (*path, name), {})
            if taken is not ABSENT:
                found[name] = taken
        for name, field in fields.items():
            if self.whole and field.required and name not in stated:
                where = f" in {_named(path)}" if path else ""
                self.fault(node, f"the key “{name}” is missing{where}", _meaning(field))
        return found

    def mapping(self, node: Node, kind: inspect.DictType, path: tuple[str | int, ...]) -> Any:
        if not isinstance(node, Table):
            hint = "write one `key: value` on each line below it"
            return self.fault(node, f"{_named(path)} is {_nature(node)}, not keys and values", hint)
        found: dict[Any, Any] = {}
        for key, value in node.entries:
            name = self.read(key, kind.key_type, (*path, key.text), {})
            if is_nothing(value):
                self.fault(
                    key, f"{quoted(key.text)} has no value", "write one, or take the key out"
                )
                continue
            taken = self.read(value, kind.value_type, (*path, key.text), {})
            if name is not ABSENT and taken is not ABSENT:
                found[name] = taken
        return found

    def items(
        self,
        node: Node,
        kind: inspect.ListType | inspect.VarTupleType,
        path: tuple[str | int, ...],
        extra: Mapping[str, Any],
    ) -> Any:
        if not isinstance(node, Items):
            message = f"{_named(path)} is {_nature(node)}, and a list is expected"
            return self.fault(node, message, f"write {path[-1]}: [one, two]")
        found = [
            self.read(item, kind.item_type, (*path, number), {})
            for number, item in enumerate(node.items)
        ]
        if extra.get("unique"):
            for number, (item, value) in enumerate(zip(node.items, found, strict=True)):
                if value is not ABSENT and value in found[:number]:
                    self.fault(item, f"{quoted(str(value))} stands in the list twice", "keep one")
        return found

    def leaf(
        self, node: Node, kind: inspect.Type, path: tuple[str | int, ...], extra: Mapping[str, Any]
    ) -> Any:
        if not isinstance(node, Scalar):
            message = f"{_named(path)} is {_nature(node)}, and one value is expected"
            return self.fault(node, message, f"write {path[-1]}: value")
        if isinstance(kind, inspect.EnumType | inspect.LiteralType):
            return self.choice(node, _choices(kind, extra), path)
        if isinstance(kind, inspect.IntType):
            return self.number(node, kind, path)
        if isinstance(kind, inspect.BoolType):
            if node.plain and node.text in TRUTH:
                return TRUTH[node.text]
            return self.fault(
                node, f"{quoted(node.text)} is not true or false", "write true or false"
            )
        if isinstance(kind, inspect.StrType) and kind.min_length and not node.text.strip():
            return self.fault(node, f"{_named(path)} is empty", "write a text, or take the key out")
        shape = cast("Callable[[str], Wrong | None] | None", extra.get("shape"))
        wrong = shape(node.text) if shape else None
        if wrong:
            shown = quoted(without_password(node.text))
            return self.fault(node, f"{_named(path)}: {shown} {wrong.message}", wrong.hint)
        return node.text

    def choice(self, node: Scalar, choices: Sequence[str], path: tuple[str | int, ...]) -> Any:
        if node.text in choices:
            return node.text
        message = f"{_named(path)} cannot be {quoted(node.text)}"
        if path and path[-1] == node.text:
            message = f"there is no {quoted(node.text)} here"
        return self.fault(node, message, meant(node.text, choices))

    def number(self, node: Scalar, kind: inspect.IntType, path: tuple[str | int, ...]) -> Any:
        if not node.plain or not INTEGER.fullmatch(node.text):
            message = f"{_named(path)} is {quoted(node.text)}, and a whole number is expected"
            return self.fault(node, message, "write digits only, without a unit")
        value = int(node.text)
        low, high = kind.ge, kind.le
        if (low is not None and value < low) or (high is not None and value > high):
            return self.fault(node, f"{_named(path)} cannot be {value}", _range(low, high))
        return value


def meant(word: str, known: Iterable[str]) -> str:
    """The hint for a word that is not among the known ones."""
    names = list(known)
    near = nearest(word, names)
    return f"did you mean {near}?" if near else f"known here: {', '.join(names)}"


def _choices(
    kind: inspect.EnumType | inspect.LiteralType, extra: Mapping[str, Any]
) -> tuple[str, ...]:
    if isinstance(kind, inspect.LiteralType):
        return tuple(str(value) for value in kind.values)
    left_out = extra.get("without", ())
    return tuple(str(member.value) for member in kind.cls if member not in left_out)


def _meaning(field: inspect.Field) -> str:
    """What a key is for, from its description."""
    told = field.type.extra_json_schema if isinstance(field.type, inspect.Metadata) else None
    description = (told or {}).get("description", "")
    return f"{field.encode_name}: {description}" if description else ""


def _named(path: tuple[str | int, ...]) -> str:
    """A key path as people write it: “policy.severity”, “order” for its items."""
    words = ".".join(str(part) for part in path if isinstance(part, str))
    return f"“{words}”" if words else "the file"


def _nature(node: Node) -> str:
    if isinstance(node, Table):
        return "a mapping"
    return "a list" if isinstance(node, Items) else "text"


def _range(low: int | None, high: int | None) -> str:
    if high is None:
        return f"it is {low} or more"
    return f"it is between {low} and {high}"
