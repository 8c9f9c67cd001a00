"""The preview as files, for a colleague without the tool: pages that need no server."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from tempfile import mkdtemp
from urllib.parse import quote

from nutgraf.errors import Faulty, Usage
from nutgraf.preview import pages
from nutgraf.preview.address import SCHEMES, VIEWS, Address
from nutgraf.preview.desk import Desk
from nutgraf.preview.snapshot import Made

FIRST = "index.html"
# The modules of the exported page, in the order in which they need each other.
_MODULES = ("words.js", "frame.js", "exported.js")
_IMPORT = re.compile(r"^import .*?;\n", re.MULTILINE | re.DOTALL)


def export(desk: Desk, brief_id: str, folder: Path) -> tuple[str, ...]:
    """Writes every view of a brief in every format, and its sources; names the files written.

    The first is the one to open. Raises Usage where the folder is there already or cannot be
    written, Faulty where the brief is wrong; then nothing is left behind.
    """
    if folder.exists():
        raise Usage(f"{folder} is there already", "name a new folder")
    texts = dict(_files(desk, brief_id))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        waiting = Path(mkdtemp(prefix=".nutgraf-", dir=folder.parent))
    except OSError as error:
        raise _unwritable(folder, error) from None
    try:
        for name, text in texts.items():
            (waiting / name).write_text(text, "utf-8")
        waiting.chmod(0o755)
        waiting.rename(folder)
    except OSError as error:
        shutil.rmtree(waiting, ignore_errors=True)
        raise _unwritable(folder, error) from None
    return tuple(texts)


def _files(desk: Desk, brief_id: str) -> list[tuple[str, str]]:
    formats = desk.workspace.styles.names()
    own = _made(desk, brief_id, None)
    written = [(FIRST, _page(desk, own, Address(format=own.format_name), formats))]
    for name in formats:
        made = _made(desk, brief_id, name)
        for view in VIEWS:
            for scheme in SCHEMES if view == "email" else SCHEMES[:1]:
                address = Address(view=view, format=name, scheme=scheme)
                written.append((pages.file_name(address), _page(desk, made, address, formats)))
    for source in own.brief.pack:
        name = f"source-{quote(source.id, safe='')}.html"
        written.append((name, pages.source_page(source, own, {}, static=True)))
    static = files("nutgraf.preview").joinpath("static")
    scripts = (static.joinpath(name).read_text("utf-8") for name in _MODULES)
    written.append(("preview.css", static.joinpath("preview.css").read_text("utf-8")))
    written.append(("preview.js", _joined(scripts)))
    return written


def _made(desk: Desk, brief_id: str, format_name: str | None) -> Made:
    shown = desk.snapshot(brief_id, format_name)
    if shown.made is None or shown.faults:
        raise Faulty(shown.faults)
    return shown.made


def _page(desk: Desk, made: Made, address: Address, formats: tuple[str, ...]) -> str:
    shown = desk.snapshot(made.brief.id, made.format_name)
    return pages.page(shown, asdict(address), briefs=(), formats=formats, token="", static=True)


def _joined(scripts: Iterable[str]) -> str:
    """Modules as one script: a page that is a file may load no modules."""
    texts = [_IMPORT.sub("", text).replace("export ", "") for text in scripts]
    return "(() => {\n" + "\n".join(texts) + "})();\n"


def _unwritable(folder: Path, error: OSError) -> Usage:
    return Usage(
        f"{folder} cannot be written: {error.strerror}", "name another folder, or make room"
    )
