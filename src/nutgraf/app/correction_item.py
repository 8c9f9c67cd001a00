"""A correction as an item of a brief: its words, and putting it under the brief's Corrections."""

from __future__ import annotations

import re

from nutgraf.errors import Usage
from nutgraf.model import Correction, Note, Role
from nutgraf.render.wording import shown_date
from nutgraf.workspace.files import write_atomically
from nutgraf.workspace.loading import Entry, Workspace
from nutgraf.workspace.roles import DEFAULT_LABELS

_CITATION = re.compile(r" ?\[[^\[\]]*@[^\[\]]*\]|\[\[[^\[\]]*\]\]")
_MARKUP = re.compile(r"[*_`~]+(?=\w)|(?<=[\w.,;:!?”’\"'])[*_`~]+")


def item_of(one: Correction, language: str) -> str:
    """The bullet that tells readers, with the block id by which it is known again."""
    said = one.said.rstrip()
    stop = "" if said[-1:] in ".!?…" else "."
    right = one.right.rstrip()
    end = "" if right[-1:] in ".!?…]" else "."
    said = said.translate({ord("“"): "‘", ord("”"): "’"})
    when = shown_date(one.said_on, language)
    return f"- We wrote on {when}: “{said}{stop}” {right}{end} {mark_of(one)}"


def mark_of(one: Correction) -> str:
    """The block id of its item."""
    return f"^correction-{one.id}"


def plain(text: str) -> str:
    """Words as readers get them: without citations and marks of style."""
    return " ".join(_MARKUP.sub("", _CITATION.sub("", text)).split())


def put_into(workspace: Workspace, brief: Entry, item: str) -> None:
    """Writes an item under the Corrections of a brief, which gets the section if it has none.

    Raises Faulty where the brief cannot be read, Usage where it cannot be written.
    """
    note = workspace.note(brief.path)
    assert note is not None
    text = with_item(note, item)
    path = workspace.root / note.file.path
    bom = path.read_bytes()[:3] if path.read_bytes().startswith(b"\xef\xbb\xbf") else b""
    try:
        write_atomically(path, bom + text.encode())
    except OSError as error:
        message = f"{note.file.path} cannot be written: {error.strerror}"
        raise Usage(message, f"put it under Corrections yourself: {item}") from None


def with_item(note: Note, item: str) -> str:
    """The text of a brief with one more item at the end of its Corrections."""
    text = note.file.text
    end = "\r\n" if "\r\n" in text else "\n"
    sections = [section for story in note.stories for section in story.sections]
    own = next((one for one in sections if one.role is Role.CORRECTIONS), None)
    if own is not None:
        at = _end_of(note, own.place.end)
        before = text[:at].rstrip()
        gap = end if before.rsplit(end, 1)[-1].lstrip().startswith(("- ", "* ", "• ")) else end * 2
        return f"{before}{gap}{item}{end}{_rest(text[at:], end)}"
    private = next((one for one in sections if one.role is Role.NOTES), None)
    at = private.place.start if private is not None else len(text)
    at = text.rfind("\n", 0, at) + 1 if private is not None else at
    section = f"## {DEFAULT_LABELS[Role.CORRECTIONS]}{end}{end}{item}{end}"
    return f"{text[:at].rstrip()}{end}{end}{section}{_rest(text[at:], end)}"


def _rest(text: str, end: str) -> str:
    return f"{end}{text.lstrip()}" if text.strip() else ""


def _end_of(note: Note, after: int) -> int:
    """Where the section ends whose heading ends at `after`: before the next heading."""
    found = re.compile(r"^#{1,2} ", re.MULTILINE).search(note.file.text, after)
    return found.start() if found else len(note.file.text)
