"""What capture hands on: bytes as they came, and the text that was read out of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Raw:
    """Bytes as they came, from a file, the network or standard input.

    `name` is the file's name or the last part of the address, for people. `media_type` is what
    the server or the ending of the name says, in lower case and without parameters
    (`text/html`), or empty; `charset` the character set that the server names, or None. `url` is
    the address that answered at the end, after redirects; None for a file.
    """

    data: bytes = field(repr=False)
    name: str
    media_type: str = ""
    charset: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Captured:
    """A document as a source: its text, and what it says of itself.

    `body` is Markdown: paragraphs, headings, lists, tables and block quotations as they stood, no
    word changed. What the document does not state is None or empty. `guessed` names the fields
    that were inferred and not stated (`kind`). `furniture` is what was left out of the page, in
    order, a block each. `cut_off` says in a few words why the text is probably not all of it, or
    is None. `extension` is that of the raw capture, with its dot: `.html`.
    """

    body: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    published: date | None = None
    language: str | None = None
    kind: str | None = None
    credits: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()
    cut_off: str | None = None
    extension: str = ".html"
