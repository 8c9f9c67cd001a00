"""What `add` says of each document that it added."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from nutgraf.cli.facts import fact

if TYPE_CHECKING:
    from nutgraf.app.add import Added
    from nutgraf.app.twins import Twin

_WIDTH = 80


def lines(one: Added, dry_run: bool) -> Iterator[str]:
    found = one.found
    if one.state == "known":
        yield f"KNOWN      {one.path}"
        yield from fact("", "it was captured before, with the same text: there is nothing to do")
        return
    yield f"{'WOULD ADD' if dry_run else 'ADDED':<11}{one.path}"
    yield from fact("title", _guess(found.title, "title" in found.guessed))
    by = f"by {', '.join(found.authors)}" if found.authors else None
    day = found.published.isoformat() if found.published else None
    yield from fact("outlet", " · ".join(part for part in (found.publisher, day, by) if part))
    yield from fact("address", found.url)
    yield from fact("kind", _guess(found.kind, "kind" in found.guessed))
    quoted = f" · {one.quotations} quotation{'s' * (one.quotations != 1)}" * bool(one.quotations)
    yield from fact("text", f"{one.words:,} words{quoted}{_beside(one)}")
    yield from fact("credits", ", ".join(found.credits))
    for twin in one.twins:
        yield from fact("same", _twin(twin))
    if found.cut_off:
        yield from fact("cut off", f"{found.cut_off}; the file says so")
    if one.missing:
        options = " ".join(f"--{name}" for name in one.missing)
        yield from fact("not there", f"{', '.join(one.missing)}: write it in, or give {options}")


def _beside(one: Added) -> str:
    count = len(one.found.furniture)
    if not count:
        return ""
    kept = one.found.extension == ".txt"
    what = f"{count} block{'s' * (count != 1)} of the page around it"
    return f" · {what} {'kept, and not read as the article' if kept else 'left out'}"


def _twin(twin: Twin) -> str:
    name = twin.source.id
    if twin.how == "text":
        return f"has the text of {name} to the letter"
    if twin.how == "page":
        return f"is the page of {name}, with another text"
    share = f"{twin.share:.0%} of its words"
    if twin.how == "part":
        return f"{share} stand in {name}, too: the two may share an origin"
    if twin.wire:
        return f"carries the same wire story as {name} ({share}; both have it of {twin.wire})"
    return f"carries the same story as {name} ({share})"


def _guess(words: str | None, guessed: bool) -> str | None:
    return f"{words} (a guess)" if words and guessed else words


def left_out(one: Added) -> Iterator[str]:
    count = len(one.found.furniture)
    yield f"{one.path}: {count} block{'s' * (count != 1)} of the page around the article"
    for block in one.found.furniture:
        yield from textwrap.wrap(
            block, _WIDTH, initial_indent="  - ", subsequent_indent="    ", break_long_words=False
        )


def as_values(one: Added) -> Any:
    """For programs."""
    found = one.found
    return {
        "state": one.state,
        "id": one.id,
        "path": one.path,
        "raw": one.raw,
        "title": found.title,
        "publisher": found.publisher,
        "authors": list(found.authors),
        "url": found.url,
        "published": found.published.isoformat() if found.published else None,
        "kind": found.kind,
        "guessed": list(found.guessed),
        "language": found.language,
        "credits": list(found.credits),
        "words": one.words,
        "quotations": one.quotations,
        "missing": list(one.missing),
        "cut_off": found.cut_off,
        "furniture": list(found.furniture),
        "same": [
            {
                "id": twin.source.id,
                "how": twin.how,
                "share": round(twin.share, 3),
                "wire": twin.wire,
            }
            for twin in one.twins
        ],
    }
