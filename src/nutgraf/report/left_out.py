"""What stands in the files of a brief and in no digest, in a line for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nutgraf.model import LeftOut


def line(left_out: Sequence[LeftOut]) -> str:
    """`Notes, 2 tasks, 1 comment; nothing under: Entities Mentioned`; empty where nothing is."""
    parts = [
        *_once(out.text for out in left_out if out.what in ("section", "notes")),
        *_counted(left_out, "task"),
        *_counted(left_out, "comment"),
        *_counted(left_out, "attachment"),
        *_counted(left_out, "footnote"),
        *_counted(left_out, "query", "queries"),
    ]
    empty = _once(out.text for out in left_out if out.what == "empty section")
    told = [", ".join(parts)] if parts else []
    return "; ".join([*told, f"nothing under: {', '.join(empty)}"] if empty else told)


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _counted(left_out: Sequence[LeftOut], what: str, several: str = "") -> list[str]:
    count = sum(out.what == what for out in left_out)
    if not count:
        return []
    return [f"{count} {what if count == 1 else several or f'{what}s'}"]
