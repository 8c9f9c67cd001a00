"""The text of a PDF in paragraphs, without what is printed on every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from nutgraf.errors import Usage

_PAGES: Final = 2_000
_LETTERS: Final = 5_000_000  # characters; a book of 2,000 pages has four million
_EDGE = 3  # lines at the head and the foot of a page that may be printed on each
_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad\u2010]$")
_ENDS = re.compile(r"[.!?…:][\"'”’)\]]*\d{0,3}$")
_BULLET = re.compile(r"^(?:[•◦▪‣·●○■►–—*-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s+\S")
_BEGINS = re.compile(r"[\"'“‘(]?[A-ZÀ-Þ0-9§]")
_NUMBER = re.compile(r"\d+")
# pypdf lets through what its parsers stumble over.
_STUMBLES: Final = (
    ValueError, KeyError, IndexError, TypeError, AttributeError, OSError, ArithmeticError,
    AssertionError, NotImplementedError, MemoryError,
)  # fmt: skip
_NO_TITLE = re.compile(
    r"^(?:microsoft \w+ - |untitled|document\d*$|slide \d"
    r"|.*\.(?:docx?|pdf|indd|qxd|pptx?|rtf|odt)$)",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    r"\d|@|^(?:admin\w*|user|owner|author|unknown|root|default|staff|scanner|hp|dell|windows)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Paper:
    """What was read of a PDF. `empty` counts the pages without a word that can be read."""

    body: str
    title: str | None
    authors: tuple[str, ...]
    furniture: tuple[str, ...]
    pages: int
    empty: int


def read_pdf(data: bytes, name: str) -> Paper:
    """The text of a PDF; raises `Usage` for one that cannot be read, with the next step."""
    from pypdf import PdfReader  # noqa: PLC0415 -- heavy, and for PDFs alone
    from pypdf.errors import FileNotDecryptedError, PyPdfError  # noqa: PLC0415

    locked = Usage(
        f"{name} is encrypted: it opens with a password alone.",
        "Save a copy without password, or copy its text and give it to: nutgraf add -",
    )
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        opened = not reader.is_encrypted or bool(reader.decrypt(""))
        pages = list(_pages(reader, name)) if opened else []
        title, authors = _stated(reader) if opened else (None, ())
    except FileNotDecryptedError:
        raise locked from None
    except RecursionError:
        raise _broken(name, "it refers to itself") from None
    except (PyPdfError, *_STUMBLES) as fault:
        raise _broken(name, " ".join(str(fault).split())[:120] or type(fault).__name__) from None
    if not opened:
        raise locked
    lines, repeated = _without_repeated(pages)
    body = "\n\n".join(_paragraphs(lines))
    return Paper(
        body=body + "\n" if body else "",
        title=title,
        authors=authors,
        furniture=repeated,
        pages=len(pages),
        empty=sum(1 for page in pages if not page),
    )


def _broken(name: str, why: str) -> Usage:
    return Usage(
        f"{name} cannot be read as a PDF: {why}.",
        "Open it and print it into a new PDF, or copy its text and give it to: nutgraf add -",
    )


def _pages(reader: Any, name: str) -> Iterator[list[str]]:
    """The lines of each page, from the top; a blank line is an empty text."""
    letters = 0
    for at, page in enumerate(reader.pages):
        if at >= _PAGES:
            raise Usage(
                f"{name} has more than {_PAGES:,} pages.",
                "Save the pages that the story rests on as a PDF of their own.",
            )
        text = page.extract_text() or ""
        letters += len(text)
        if letters > _LETTERS:
            raise Usage(
                f"{name} unpacks to more than {_LETTERS:,} characters.",
                "Save the pages that the story rests on as a PDF of their own.",
            )
        lines = [" ".join(line.split()) for line in text.replace("\0", "").split("\n")]
        yield lines if any(lines) else []


def _stated(reader: Any) -> tuple[str | None, tuple[str, ...]]:
    """Title and authors of the metadata, where a person wrote them.

    The day in it is that on which the file was made, which is often that of its download.
    """
    given = reader.metadata
    if not given:
        return None, ()
    title = " ".join((given.title or "").split())
    author = " ".join((given.author or "").split())
    names = [one.strip() for one in re.split(r"\s*[;,]\s*|\s+and\s+", author) if one.strip()]
    kept = tuple(one for one in names if " " in one and not _NO_PERSON.search(one))
    return (title if " " in title and not _NO_TITLE.search(title) else None), kept


def _without_repeated(pages: Sequence[list[str]]) -> tuple[list[str], tuple[str, ...]]:
    """All lines in order without running heads and feet; what was left out, once each.

    A line counts as running where it stands at the edge of most pages, its numbers aside.
    """
    counts: Counter[str] = Counter()
    for page in pages:
        shown = [line for line in page if line]
        counts.update({_NUMBER.sub("#", line) for line in (*shown[:_EDGE], *shown[-_EDGE:])})
    least = max(2, (len(pages) + 1) // 2)
    running = {line for line, count in counts.items() if count >= least}
    lines: list[str] = []
    left: dict[str, str] = {}
    for page in pages:
        places = [at for at, line in enumerate(page) if line]
        edge = {*places[:_EDGE], *places[-_EDGE:]}
        for at, line in enumerate(page):
            folded = _NUMBER.sub("#", line)
            if at in edge and (
                folded in running or (line.isdigit() and at in (places[0], places[-1]))
            ):
                left.setdefault(folded, line)
            else:
                lines.append(line)
        lines.append("\f")
    return lines, tuple(left.values())


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """Lines joined into paragraphs: over hyphens, and over the end of a page.

    A paragraph ends at an empty line, before a bullet, and behind a line that is clearly shorter
    than the lines of the text, where it ends a sentence or the next line begins one.
    """
    lengths = sorted(len(line) for line in lines if len(line) > 30)
    usual = lengths[len(lengths) * 3 // 4] if lengths else 0
    gathered: list[str] = []
    for line in lines:
        if line == "\f":  # the end of a page ends no sentence
            if gathered and _ENDS.search(gathered[-1]) and len(gathered[-1]) < 0.85 * usual:
                yield _joined(gathered)
                gathered = []
            continue
        if not line or _BULLET.match(line):
            if gathered and (line or _is_over(gathered)):
                yield _joined(gathered)
                gathered = []
            if not line:
                continue
        if gathered and len(gathered[-1]) < 0.6 * usual and _BEGINS.match(line):
            yield _joined(gathered)
            gathered = []
        gathered.append(line)
        if _ENDS.search(line) and len(line) < 0.7 * usual:
            yield _joined(gathered)
            gathered = []
    if gathered:
        yield _joined(gathered)


def _is_over(gathered: Sequence[str]) -> bool:
    """Whether an empty line behind these lines parts paragraphs; some PDFs have one after each."""
    return not re.search(r"[a-z,;-]$", gathered[-1])


def _joined(lines: Sequence[str]) -> str:
    text = ""
    for line in lines:
        if not text:
            text = line
        elif _HYPHEN.search(text) and line[:1].islower():
            # `data-\nsharing` keeps its hyphen no more than `infor-\nmation`: the line end took it.
            text = text[:-1] + line if text[-1] != "-" or _is_split(text) else text + line
        else:
            text = f"{text} {line}"
    return text


_PREFIXES_WORDS = """
well self non anti pro co ex post pre multi long short high low data part full third first
second two three four five six ten mid half year day month week old new cross state fact
decision law policy court tax risk cost time so one re
"""
_PREFIXES: Final = frozenset(_PREFIXES_WORDS.split())


def _is_split(text: str) -> bool:
    """Whether a hyphen at a line's end parts a word and does not join two."""
    before = re.search(r"([A-Za-z]+)-$", text)
    return not before or before[1].casefold() not in _PREFIXES
