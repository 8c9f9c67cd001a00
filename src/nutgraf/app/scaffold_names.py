"""Names that people give to new notes: which may become a file, and how they stand in one."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import date

from nutgraf.errors import Usage
from nutgraf.workspace.loading import Workspace

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# Windows allows the first of these in no name, and links and citations end at the others.
_UNFIT = re.compile(r'[<>:"\\/|?*\[\]{}#^%@,;`]')
# Devices of Windows, whatever stands behind the dot.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
# What every file system can hold, with room for `.md` and for the name of a temporary file.
_LONGEST = 200
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_PLAIN = re.compile(r"[^\W\d_][\w '’()-]*(?<! )")
# What YAML does not print, and what it takes for a line's end: it stands there as an escape.
_NOT_IN_YAML = re.compile(
    "[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_MARKUP = re.compile(r"[\[\]!`*<>%^#|]")
_YAML_WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])


def file_name(name: str) -> str:
    """The name as a file's stem: composed (NFC), without `.md`. Raises Usage for what is none."""
    given = unicodedata.normalize("NFC", name.strip())
    stem = given.removesuffix(".md").rstrip()
    if not stem:
        raise Usage("the name is empty", "write one, such as harbour-bridge")
    if _CONTROL.search(stem):
        raise Usage(f"{name!a} holds a control character", "write the name on one line")
    if "/" in stem or "\\" in stem:
        last = re.split(r"[/\\]", stem.rstrip("/\\"))[-1].strip(". ")
        hint = f"write the name alone: {last}" if last else "write the name alone"
        raise Usage(f"“{stem}” is a path, not a name", hint)
    if stem[0] in "._":
        hint = f"write {stem.lstrip('._') or 'another name'}"
        raise Usage(f"“{stem}” begins with “{stem[0]}”, and such files are not read", hint)
    if found := _UNFIT.search(stem):
        hint = f"write “{' '.join(_UNFIT.sub(' ', stem).split()) or 'another name'}”"
        raise Usage(f"“{stem}” holds “{found.group()}”, which no name of a note can", hint)
    if stem.endswith(".") or _DEVICE.fullmatch(stem):
        raise Usage(f"“{stem}” cannot be the name of a file everywhere", "choose another name")
    if len(stem.encode()) > _LONGEST:
        raise Usage(f"“{stem[:40]}…” is too long for a file", "a few words are enough")
    return stem


def free_path(workspace: Workspace, folder: str, stem: str) -> str:
    """Where a new note of that name stands. Raises Usage where the name is taken, Faulty too.

    A name is taken, in any case and in any Unicode form, by an id or by a file of the folder.
    """
    meant = _folded(stem)
    for entry in workspace.entries.values():
        if _folded(entry.id) == meant:
            raise Usage(
                f"“{stem}” is taken: it is the id of {entry.path}",
                f"choose another name, or go on with {entry.path}",
            )
    home = workspace.root / folder
    for there in sorted(home.iterdir()) if home.is_dir() else ():
        if _folded(there.name) == f"{meant}.md":
            raise Usage(f"“{stem}” is taken: there is {folder}/{there.name}", "choose another name")
    return f"{folder}/{stem}.md"


def day_named(stem: str) -> date | None:
    """The day that a brief's name is, or None for a name in words. Raises Usage for no real day."""
    found = _DAY.fullmatch(stem)
    if found is None:
        return None
    year, month, day = map(int, found.groups())
    try:
        meant = date(year, month, day)
    except ValueError:
        raise Usage(f"there is no day {stem}", "a date is written 2026-02-20") from None
    if meant.isoformat() != stem:
        raise Usage(f"“{stem}” is not how a date is written", f"write {meant.isoformat()}")
    return meant


def title_of(stem: str) -> str:
    """A name in words as a title: `harbour-bridge` is “Harbour bridge”."""
    words = " ".join(re.sub(r"[-_]+", " ", stem).split()) or stem
    return words[0].upper() + words[1:]


def yaml_text(text: str) -> str:
    """The text as one YAML scalar, quoted where it has to be."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _YAML_WORDS:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda found: f"\\U{ord(found.group()):08X}", quoted)


def cited(*ids: str) -> str:
    """The citation of those ids, in Pandoc's form."""
    parts = (
        f"@{each}" if re.fullmatch(r"[^\s,;{}\[\]]+", each) else f"@{{{each}}}" for each in ids
    )
    return f"[{'; '.join(parts)}]"


def bare(text: str) -> str:
    """Words of another file without what would be markup, a link or a comment here."""
    return " ".join(_MARKUP.sub(" ", text).split())


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
