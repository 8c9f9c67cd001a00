"""A document of any kind as a source: what it is, its text, and what it says of itself."""

from __future__ import annotations

import re
import shlex
from dataclasses import replace
from datetime import date
from typing import Final

from nutgraf.capture import addresses, cut_off, kinds
from nutgraf.capture.captured import Captured, Raw
from nutgraf.capture.decoding import decode
from nutgraf.errors import Usage
from nutgraf.language import credits as credit_lines
from nutgraf.workspace.note_keys import KINDS

LIMIT: Final = 20_000_000
"""Bytes of a document that are read: five times what the longest court filings have as PDF text."""

_TYPES: Final = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "message/rfc822": "letter",
    "text/markdown": "plain",
    "text/x-markdown": "plain",
    "text/plain": "plain",
}
_ENDINGS: Final = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mhtml": "letter",
    ".mht": "letter",
    ".pdf": "pdf",
    ".eml": "letter",
    ".md": "plain",
    ".markdown": "plain",
    ".txt": "plain",
    ".text": "plain",
}
_EXTENSIONS: Final = {"html": ".html", "pdf": ".pdf", "letter": ".eml", "plain": ".txt"}
# The beginnings of files that are no text, from their formats' specifications.
_OTHERS: Final = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a picture, a sound or a film"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"PK\x03\x04", "a zip archive (a Word, OpenDocument or EPUB file is one)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or Outlook file"),
    (b"{\\rtf", "a Rich Text file"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound or a film"),
    (b"bplist00", "a Safari web archive or property list"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_FILM = re.compile(rb"^.{4}ftyp", re.DOTALL)
_HTML = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<!--.{0,2000}?-->\s*)*(?:<\?xml[^>]{0,200}>\s*)?"
    rb"<(?:!doctype\s+html|html|head|body|article|div|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_LETTER = re.compile(
    rb"\A(?:(?!\n\n)[\x20-\x7e\t\r\n]){0,4000}?^(?:From|Received|Return-Path):", re.MULTILINE
)
_FEED = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<\?[^>]{0,300}>\s*|<!--.{0,2000}?-->\s*)*"
    rb"<(?:rss|feed|rdf:RDF)\b",
    re.DOTALL,
)
_SCANNED = 40  # letters a page; fewer are page numbers and stamps


def read(raw: Raw, *, today: date) -> Captured:
    """The document of `raw` as a source.

    Nothing is invented: what the document does not state stays None, and what was inferred is
    named in `guessed`. `today` bounds the day of publication: a later one is not believed. Raises
    `Usage`, with the next step, for what holds no text that can be read.
    """
    if len(raw.data) > LIMIT:
        raise Usage(
            f"{raw.name} has {len(raw.data) / 1e6:,.0f} MB; up to {LIMIT / 1e6:,.0f} MB are read.",
            "Save the part that the story rests on, or copy its text: nutgraf add -",
        )
    if not raw.data.strip():
        raise Usage(
            f"{raw.name} is empty.", "Give a file that holds the text, or paste it: nutgraf add -"
        )
    form = _form(raw)
    made = {"html": _page, "pdf": _paper, "letter": _letter, "plain": _plain}[form](raw)
    return _finished(replace(made, extension=_EXTENSIONS[form]), today)


def _form(raw: Raw) -> str:
    """What the bytes are: by what they begin with, then by what their name or server says."""
    head = raw.data[:8_000]
    if head.lstrip()[:5] == b"%PDF-" or b"%PDF-" in head[:1_024]:
        return "pdf"
    other = next((what for start, what in _OTHERS if head.startswith(start)), None)
    if other is None and _FILM.match(head):
        other = "a film or a sound"
    if other is not None:
        raise Usage(
            f"{raw.name} is {other}, not a text.",
            "Open it, copy its text and give it to: nutgraf add -",
        )
    if _FEED.match(head):
        raise Usage(
            f"{raw.name} is a feed.",
            f"Add its newest items with: nutgraf add --feed {shlex.quote(raw.url or raw.name)}",
        )
    ending = re.search(r"\.[a-z]+$", raw.name.lower())
    named = _TYPES.get(raw.media_type) or (_ENDINGS.get(ending[0]) if ending else None)
    if _HTML.match(head):
        return "html" if named != "letter" else "letter"
    if named is not None and named != "pdf":
        return named
    if _LETTER.match(head):
        return "letter"
    if head.count(b"\0") > len(head) // 50 and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Usage(
            f"{raw.name} is no text: it holds bytes that no text has.",
            "Open it, copy its text and give it to: nutgraf add -",
        )
    return "plain"


def _page(raw: Raw) -> Captured:
    return _html(decode(raw.data, raw.charset), raw)


def _html(text: str, raw: Raw) -> Captured:
    from nutgraf.capture.described import describe  # noqa: PLC0415 -- what follows needs lxml
    from nutgraf.capture.markdown_body import as_markdown  # noqa: PLC0415
    from nutgraf.capture.pages import read_page  # noqa: PLC0415

    page = read_page(text, raw.url)
    if page is None:
        raise Usage(
            f"{raw.name} shows nothing that can be read: it has no text of its own.",
            "Open it in a browser, copy the article and give it to: nutgraf add - --url ADDRESS",
        )
    told = describe(page.tree, page.head)
    body = as_markdown(page.article)
    around = tuple(block.text for block in page.around)
    url = addresses.stated_canonical(told.url, raw.url)
    kind = kinds.guess(url=url, title=told.title, body=body, types=told.types)
    return Captured(
        body=body,
        title=told.title,
        publisher=told.publisher,
        authors=told.authors,
        url=url,
        published=told.published,
        language=told.language,
        kind=kind,
        guessed=("kind",) if kind else (),
        furniture=around,
        cut_off=cut_off.why_cut_off(
            body, "\n".join(around), is_free=told.is_free, title=told.title
        ),
    )


def _paper(raw: Raw) -> Captured:
    from nutgraf.capture.pdf import read_pdf  # noqa: PLC0415 -- for PDFs alone

    paper = read_pdf(raw.data, raw.name)
    if sum(map(str.isalnum, paper.body)) < _SCANNED * max(1, paper.pages):
        empty = paper.empty or paper.pages
        if not paper.body.strip():
            raise Usage(
                f"{raw.name} holds no text: its {paper.pages} pages are pictures, as scanners make."
                if paper.pages != 1
                else f"{raw.name} holds no text: its page is a picture.",
                "Run it through text recognition (ocrmypdf makes a PDF with text), then add that.",
            )
        why = f"{empty} of its {paper.pages} pages are pictures without text"
    elif paper.empty:
        why = f"{paper.empty} of its {paper.pages} pages {_are(paper.empty)} without text"
    else:
        why = None
    url = addresses.canonical(raw.url) if raw.url else None
    kind = kinds.guess(url=url, title=paper.title, body=paper.body)
    return Captured(
        body=paper.body,
        title=paper.title,
        authors=paper.authors,
        url=url,
        kind=kind,
        guessed=("kind",) if kind else (),
        furniture=paper.furniture,
        cut_off=why,
    )


def _are(count: int) -> str:
    return "is a picture" if count == 1 else "are pictures"


def _letter(raw: Raw) -> Captured:
    from nutgraf.capture.letters import read_letter  # noqa: PLC0415 -- for letters alone

    letter = read_letter(raw.data, raw.name)
    text = decode(letter.part, letter.charset)
    inner = replace(raw, data=letter.part)
    made = _html(text, inner) if letter.is_html else _read_text(text, inner)
    return replace(
        made,
        title=letter.title or made.title,
        publisher=letter.sender or made.publisher,
        url=letter.url or (made.url if raw.url else None),
        published=letter.published or made.published,
        guessed=tuple(name for name in made.guessed if name != "title" or not letter.title),
    )


def _plain(raw: Raw) -> Captured:
    return _read_text(decode(raw.data, raw.charset), raw)


def _read_text(text: str, raw: Raw) -> Captured:
    from nutgraf.capture.plain import read_plain  # noqa: PLC0415

    stated = read_plain(text)
    if not stated.body.strip():
        raise Usage(
            f"{raw.name} holds no text.",
            "Give a file that holds the text, or paste it: nutgraf add -",
        )
    given = stated.url or raw.url
    url = addresses.canonical(given) if given else None
    kind = stated.kind if stated.kind in KINDS else None
    guess = None if kind else kinds.guess(url=url, title=stated.title, body=stated.body)
    return Captured(
        body=stated.body,
        title=stated.title,
        publisher=stated.publisher,
        authors=stated.authors,
        url=url,
        published=stated.published,
        language=stated.language,
        kind=kind or guess,
        guessed=(*stated.inferred, *(("kind",) if guess else ())),
        furniture=stated.furniture,
    )


def _finished(made: Captured, today: date) -> Captured:
    """With the credits of its text, and without a day that has not come yet."""
    body = _writable(made.body)
    own = _folded(made.publisher or "")
    names = dict.fromkeys(one.outlet.name for one in credit_lines.read(body))
    late = made.published is not None and (made.published - today).days > 1  # time zones
    return replace(
        made,
        body=body,
        title=_line(made.title),
        publisher=_line(made.publisher),
        authors=tuple(name for one in made.authors if (name := _line(one))),
        published=None if late else made.published,
        guessed=tuple(one for one in made.guessed if one != "published" or not late),
        credits=tuple(name for name in names if _folded(name) != own),
    )


_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def _writable(text: str) -> str:
    """Without control characters and lone surrogates, which no text file may hold."""
    return _CONTROLS.sub("", text)


def _line(text: str | None) -> str | None:
    return " ".join(_writable(text).split())[:300].strip() or None if text else None


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
