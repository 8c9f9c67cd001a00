"""Readers in a YAML file: a list of mappings, or of plain addresses; for lists kept by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from nutgraf.deliver.recipients.columns import ADDRESS, folded_column
from nutgraf.deliver.recipients.entries import Record, TellAt, Value
from nutgraf.errors import Fault, Faulty
from nutgraf.model import FileText
from nutgraf.workspace.files import MEGABYTE, read_text
from nutgraf.workspace.note_values import is_nothing
from nutgraf.workspace.yaml_nodes import Node, Scalar, Sequence, Table, compose, fault_at

# Some ten thousand readers; it is held in memory whole, and longer lists are not kept by hand.
LIMIT = MEGABYTE
_HINT = "write each reader as `- address: name@example.org`, with other keys below it"


class YamlFile:
    """A YAML file that holds one list."""

    def __init__(self, root: Path, path: Path) -> None:
        self.path = root / path
        self._root = root
        self.shown = path.as_posix()

    def records(self) -> Iterator[Record | Fault]:
        """Each reader as written, and what is wrong with one."""
        try:
            if self.path.is_file() and self.path.stat().st_size > LIMIT:
                told = f"a list of more than {LIMIT // MEGABYTE} MB cannot be kept as YAML"
                yield Fault(self.shown, told, "keep it as CSV")
                return
            file = read_text(self._root, self.path, limit=LIMIT)
        except Faulty as faulty:
            yield from faulty.faults
            return
        yield from records_of(file)


def records_of(file: FileText) -> Iterator[Record | Fault]:
    """Each reader that stands in the text of a YAML file, and what is wrong with one."""
    composed = compose(file, 0, len(file.text), limit=LIMIT)
    yield from composed.faults
    root = composed.root
    if root is None or is_nothing(root):
        return
    if not isinstance(root, Sequence):
        yield fault_at(file, root, "this is not a list of readers", _HINT)
        return
    # Where reading stopped at a fault, the last item is what there is of one.
    for item in root.items if composed.whole else root.items[:-1]:
        yield read_item(file, item)


def read_item(file: FileText, item: Node) -> Record | Fault:
    """The reader that one item of the list is."""
    if isinstance(item, Scalar) and not is_nothing(item):
        return Record({ADDRESS: item.text.strip(" \t")}, _telling(file, item, {}))
    if not isinstance(item, Table):
        return fault_at(file, item, "this is no reader", _HINT)
    nodes = dict[str, Node]()
    for key, node in item.entries:
        name = folded_column(key.text)
        if name in nodes:
            message = f"“{key.text}” says the {name} a second time"
            return fault_at(file, key, message, "keep one of the two")
        nodes[name] = node
    values = dict[str, Value]()
    for name, node in nodes.items():
        value = _value(node)
        if value is None:
            return fault_at(file, node, f"“{name}” is a mapping, and one value is expected", _HINT)
        values[name] = value
    return Record(values, _telling(file, item, nodes))


def _value(node: Node) -> Value | None:
    if is_nothing(node):
        return ""
    if isinstance(node, Scalar):
        return node.text.strip(" \t")
    if isinstance(node, Sequence):
        texts = [one.text for one in node.items if isinstance(one, Scalar)]
        return tuple(texts) if len(texts) == len(node.items) else None
    return None


def _telling(file: FileText, item: Node, nodes: Mapping[str, Node]) -> TellAt:
    def fault(column: str, message: str, hint: str) -> Fault:
        return fault_at(file, nodes.get(column, item), message, hint)

    return fault
