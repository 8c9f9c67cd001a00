"""What persons have said of statements, as lines of a file: a YAML list, one record a line.

Records are only ever added, so that two files that grew apart can be joined line by line (git's
union merge): equal records are one, and the latest of a person counts. A record that cannot be
read is told with its line, and the others count all the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

import msgspec

from nutgraf.desk.record_lines import holds_no_record, quoted, read_line
from nutgraf.errors import Fault
from nutgraf.language.bare import bare_hash
from nutgraf.model import Held, How, Said, Verification

# Words of ours, times and hashes need no quotation marks.
_PLAIN = frozenset({"said", "at", "how", "undoes", "claim", "instead"})
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")


class _Passage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    hash: str
    text: str


class _Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    said: Said
    by: str
    at: str
    words: str
    claim: str
    how: How | None = None
    note: str = ""
    passages: tuple[_Passage, ...] = ()
    undoes: str = ""
    whose: str = ""
    instead: str = ""


def head(name: str) -> str:
    """The lines that a new file begins with; `name` is the file that it stands beside."""
    return f"# What was verified of {name}, a record a line. `nutgraf verify` adds to it.\n"


def encode(word: Verification) -> str:
    """One record as its line, with the line end."""
    told = {
        "said": word.said,
        "by": word.by,
        "at": word.at,
        "how": word.how or "",
        "note": word.note,
        "undoes": word.undoes,
        "whose": word.whose,
        "words": word.words,
        "claim": bare_hash(word.words),
        "instead": word.instead,
    }
    parts = [
        f"{key}: {_scalar(value, plain=key in _PLAIN)}"
        for key, value in told.items()
        if value or key == "words"
    ]
    if word.passages:
        parts.append(f"passages: [{', '.join(map(_passage, word.passages))}]")
    return f"- {{{', '.join(parts)}}}\n"


def _passage(held: Held) -> str:
    source, text = _scalar(held.source), _scalar(held.text)
    return f"{{source: {source}, hash: {bare_hash(held.text)}, text: {text}}}"


def _scalar(value: str, *, plain: bool = False) -> str:
    return value if plain else quoted(value)


def decode(text: str, path: str, of: str) -> tuple[tuple[Verification, ...], tuple[Fault, ...]]:
    """The records of the file `path`, which stands beside the file `of`, and what is wrong with it.

    A record that is there twice is one; the order is that of the file.
    """
    return _read(text, path, lambda told: _decoded(told, of))


def decode_sheet(text: str, path: str) -> tuple[tuple[Verification, ...], tuple[Fault, ...]]:
    """The same of what a second reader has saved, where each record names its `file`."""
    return _read(text, path, lambda told: _decoded(told, str(told.pop("file", ""))))


def _read(
    text: str, path: str, decoded: Callable[[dict[str, Any]], Verification]
) -> tuple[tuple[Verification, ...], tuple[Fault, ...]]:
    found: dict[Verification, None] = {}
    faults: list[Fault] = []
    for number, line in enumerate(text.split("\n"), 1):
        if holds_no_record(line):
            continue
        try:
            found[decoded(read_line(line))] = None
        except (ValueError, msgspec.ValidationError) as error:
            faults.append(_damaged(path, number, line, str(error)))
    return tuple(found), tuple(faults)


def _decoded(told: dict[str, Any], of: str) -> Verification:
    """The record of a line. Raises ValueError with what is wrong with it."""
    read = msgspec.convert(told, _Line, strict=False)
    _moment(read.at)
    if read.claim != bare_hash(read.words):
        raise ValueError("its words are not those that were given a word for")
    for passage in read.passages:
        if passage.hash != bare_hash(passage.text):
            raise ValueError(f"the passage of {passage.source} is not the one that was read")
    if read.said == "undone":
        _moment(read.undoes)
    if read.said in ("query", "stet") and not read.note.strip():
        raise ValueError(f"a {read.said} says why, in `note`")
    if not read.by.strip():
        raise ValueError("it does not say who gave it")
    return Verification(
        path=of,
        said=read.said,
        words=read.words,
        by=read.by,
        at=read.at,
        how=read.how,
        note=read.note,
        passages=tuple(Held(one.source, one.text) for one in read.passages),
        undoes=read.undoes,
        whose=read.whose,
        instead=read.instead,
    )


def _moment(text: str) -> None:
    if datetime.fromisoformat(text).tzinfo is None:
        raise ValueError(f"the time {text} has no offset")


def _damaged(path: str, number: int, line: str, wrong: str) -> Fault:
    if _CONFLICT.match(line):
        message = "git has left the mark of a conflict here; the records around it count"
        hint = "take the line out, and write `*.verified.yaml merge=union` in .gitattributes"
    else:
        message = f"this line is damaged, and does not count: {wrong}"
        hint = "take it from git as it was, or take it out, and verify the statement again"
    return Fault(path, message, hint, number, 1, "warning")


def appended(data: bytes, words: Iterable[Verification], name: str) -> bytes:
    """A file with records added; nothing that stands in it is touched."""
    told = "".join(encode(word) for word in words)
    start = data or head(name).encode()
    gap = b"" if start.endswith(b"\n") else b"\n"
    return start + gap + told.encode("utf-8", "surrogatepass")


def later(at: datetime, than: Iterable[Verification]) -> str:
    """A time to the second, as records hold it, that none of `than` has."""
    taken = {word.at for word in than}
    return next(told for told in _seconds(at) if told not in taken)


def _seconds(at: datetime) -> Iterator[str]:
    moment = at.replace(microsecond=0)
    while True:
        yield moment.isoformat()
        moment += timedelta(seconds=1)
