"""A YAML file with other readers in it: what is not changed stays as it was written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from nutgraf.deliver.recipients.changes import Change, Row
from nutgraf.deliver.recipients.columns import ADDRESS, STATUS, folded_column
from nutgraf.deliver.recipients.csv_edit import end_of
from nutgraf.deliver.recipients.entries import Value
from nutgraf.model import FileText
from nutgraf.workspace.scalars import NOTHING
from nutgraf.workspace.yaml_nodes import Node, Scalar, Sequence, Table, compose

# What means nothing else to YAML wherever it stands.
_PLAIN = re.compile(r"[A-Za-z0-9](?:[\w.@+ -]*[\w.@+-])?")


class _Edit(NamedTuple):
    """`text` stands in place of what is between two offsets."""

    start: int
    end: int
    text: str


def changed_yaml(file: FileText, change: Change) -> str:
    """The text of a YAML file, which has no fault, with the change made."""
    text, end = file.text, end_of(file.text)
    root = compose(file, 0, len(text), limit=len(text)).root
    edits, in_flow = list[_Edit](), False
    if isinstance(root, Sequence):
        for number, status in change.statuses.items():
            edits.append(_with_status(file, root.items[number], status, end))
        in_flow = text[root.start] == "["
    if in_flow and change.added:
        assert isinstance(root, Sequence)
        at = root.items[-1].end if root.items else root.start + 1
        added = ", ".join(_flow(row) for row in change.added)
        edits.append(_Edit(at, at, f", {added}" if root.items else added))
    elif isinstance(root, Scalar):  # `null`, for an empty list
        edits.append(_Edit(root.start, root.end, ""))
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    if in_flow or not change.added:
        return text
    column = file.line_and_column(root.start)[1] if isinstance(root, Sequence) else 1
    gap = end if text and not text.endswith(("\n", "\r")) else ""
    return text + gap + "".join(_block(row, " " * (column - 1), end) for row in change.added)


def _with_status(file: FileText, item: Node, status: str, end: str) -> _Edit:
    """The one place that makes a reader have a status."""
    if isinstance(item, Scalar):
        told = f"{{{ADDRESS}: {_scalar(item.text)}, {STATUS}: {status}}}"
        return _Edit(item.start, item.end, told)
    assert isinstance(item, Table)
    nodes = {folded_column(key.text): (key, node) for key, node in item.entries}
    if STATUS in nodes:
        key, node = nodes[STATUS]
        if node.start < node.end:
            return _Edit(node.start, node.end, status)
        at = file.text.index(":", key.end) + 1
        return _Edit(at, at, f" {status}")
    if file.text[item.start] == "{":
        at = item.start + 1
        return _Edit(at, at, f"{STATUS}: {status}, ")
    # Before its first key: what stands behind the last one may be anything.
    indent = " " * (file.line_and_column(item.start)[1] - 1)
    return _Edit(item.start, item.start, f"{STATUS}: {status}{end}{indent}")


def _block(row: Row, indent: str, end: str) -> str:
    values = list(_values(row))
    if len(values) == 1:
        return f"{indent}- {values[0][1]}{end}"
    lines = (f"{name}: {value}{end}" for name, value in values)
    return f"{indent}- " + f"{indent}  ".join(lines)


def _flow(row: Row) -> str:
    values = list(_values(row))
    if len(values) == 1:
        return values[0][1]
    return "{" + ", ".join(f"{name}: {value}" for name, value in values) + "}"


def _values(row: Row) -> Iterator[tuple[str, str]]:
    for name, value in row.items():
        if value:
            yield _scalar(name), _value(value)


def _value(value: Value) -> str:
    if isinstance(value, str):
        return _scalar(value)
    return "[" + ", ".join(_scalar(item) for item in value) + "]"


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and text not in NOTHING:
        return text
    return json.dumps(text, ensure_ascii=False)
