"""Blocks of a page as the Markdown body of a source: one line a paragraph, no word changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nutgraf.capture.page_blocks import Block

_TIGHT = ("item", "row")


def as_markdown(found: Sequence[Block]) -> str:
    """Paragraphs with an empty line between; lists and tables tight; ends with a line feed."""
    out: list[str] = []
    before: Block | None = None
    for block in found:
        if before is not None and not (block.kind in _TIGHT and before.kind == block.kind):
            out.append(">" if _is_one_quotation(before, block) else "")
        if block.kind == "row" and (before is None or before.kind != "row"):
            out += [_row(block), "|" + "---|" * len(block.cells)]
        else:
            out += _lines(block)
        before = block
    return "\n".join(out).strip("\n") + "\n" if out else ""


def _is_one_quotation(one: Block, other: Block) -> bool:
    return one.kind == other.kind == "quote" and _quotation(one) is _quotation(other)


def _quotation(block: Block) -> Any:
    node = block.element
    while node is not None and node.tag != "blockquote":
        node = node.getparent()
    return node


def _lines(block: Block) -> list[str]:
    lines = block.text.split("\n")
    if block.kind == "heading":
        return [f"{'#' * block.level} {' '.join(lines)}"]
    if block.kind == "item":
        sign = f"{block.number}." if block.number else "-"
        pad = "  " * (block.level - 1)
        return [f"{pad}{sign} {lines[0]}", *(f"{pad}  {line}" for line in lines[1:])]
    if block.kind == "row":
        return [_row(block)]
    if block.kind == "quote":
        return [f"> {line}" for line in lines]
    if block.kind == "code":
        return ["```", *block.text.strip("\n").split("\n"), "```"]
    return lines


def _row(block: Block) -> str:
    return "| " + " | ".join(cell.replace("|", "¦") for cell in block.cells) + " |"
