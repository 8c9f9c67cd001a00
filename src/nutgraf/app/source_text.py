"""A captured document as the file of a source: its name and its front matter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Final

from nutgraf.app.scaffold_names import file_name, yaml_text
from nutgraf.capture.addresses import host_of
from nutgraf.capture.captured import Captured
from nutgraf.errors import Usage
from nutgraf.workspace.body_hash import body_hash

_LONGEST_NAME = 32  # characters; enough for an outlet and a few words
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Words that tell little about a page, in the languages that most letters come in.
_SMALL_WORDS = """
a an and are as at be by for from has have how in into is it its of on or over says that the their
this to was what when who why will with der die das und le la les de et el los
"""
_SMALL: Final = frozenset(_SMALL_WORDS.split())
_A_SITES: Final = frozenset(["the", "com", "org", "net", "co", "news", "www"])


def source_text(
    found: Captured, *, retrieved: date, status: str | None = None, archived: str | None = None
) -> str:
    """The whole file of a source. What the document does not state does not stand in it.

    `archived` is the address of the archive's copy, where the text is from there.
    """
    lines = _front_matter(found, retrieved, status, archived)
    return "".join(["---\n", *(f"{line}\n" for line in lines), "---\n", found.body])


def _front_matter(
    found: Captured, retrieved: date, status: str | None, archived: str | None
) -> Iterator[str]:
    for key, text in (("title", found.title), ("publisher", found.publisher)):
        if text:
            yield f"{key}: {yaml_text(text)}"
    if found.authors:
        yield f"authors: {_listed(found.authors)}"
    if found.url:
        yield f"url: {yaml_text(found.url)}"
    if archived:
        yield f"archived: {yaml_text(archived)}"
    if found.published:
        yield f"published: {found.published.isoformat()}"
    yield f"retrieved: {retrieved.isoformat()}"
    if found.kind:
        yield f"kind: {found.kind}"
    if found.guessed:
        yield f"guessed: {_listed(found.guessed)}"
    if found.language:
        yield f"language: {yaml_text(found.language)}"
    if found.credits:
        yield f"credits: {_listed(found.credits)}"
    if status:
        yield f"status: {yaml_text(status)}"
    yield f"sha256: {body_hash(found.body)}"


def _listed(texts: tuple[str, ...]) -> str:
    return f"[{', '.join(map(yaml_text, texts))}]"


def source_names(found: Captured, given: str) -> Iterator[str]:
    """Names for the source, the best first; without end. `given` is that of the file or address.

    Outlet and title in a few words, then with the day, then numbered.
    """
    stem = _fitting("-".join([*_outlet(found), *_title(found)]) or _slug(given)) or "source"
    yield stem
    if found.published:
        yield f"{stem}-{found.published.isoformat()}"
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1


def _outlet(found: Captured) -> list[str]:
    words = _words(found.publisher or "")
    if not words and found.url:
        words = [re.sub(r"\.[a-z.]{2,6}$", "", host_of(found.url))]
    return [word for word in words if word not in _A_SITES][:2] or words[:1]


def _title(found: Captured) -> list[str]:
    words = _words(found.title or "")
    return [word for word in words if word not in _SMALL][:4] or words[:4]


def words_for_name(title: str) -> str:
    """A few words of a title as the name of a note, or an empty text."""
    words = [word for word in _words(title) if word not in _SMALL][:5]
    return _fitting("-".join(words))


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFC", text).casefold()
    return [re.sub(r"['’]", "", word) for word in _WORD.findall(plain)]


def _slug(given: str) -> str:
    stem = re.sub(r"\.[A-Za-z]{1,8}$", "", given)
    return "-".join(_words(stem)[:6])


def _fitting(name: str) -> str:
    """The name cut at a hyphen, and one that any disk takes."""
    while len(name) > _LONGEST_NAME and "-" in name:
        name = name.rpartition("-")[0]
    name = name[:_LONGEST_NAME].strip("-")
    try:
        return file_name(name)
    except Usage:
        return f"source-{name}" if name else ""
