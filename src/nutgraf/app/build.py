"""Builds briefs: digests, the message, the manifest, and what the check says of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

from nutgraf import __version__
from nutgraf.app.check import Shelf, check_composed
from nutgraf.app.checked import Checked
from nutgraf.app.inputs import notes_of, templates_of
from nutgraf.app.judging import Judging
from nutgraf.app.rendering import digests_of, open_templates
from nutgraf.checks.email.answers import Ask
from nutgraf.deliver.messages.message import compose_message
from nutgraf.desk.verification_files import file_name
from nutgraf.errors import Fault, Faulty, Usage
from nutgraf.model import Brief
from nutgraf.render.digests import Digests
from nutgraf.render.providers import as_pasted, provider_named
from nutgraf.render.templating import Templates
from nutgraf.report import as_json, sheet
from nutgraf.workspace.files import SETTINGS_FILE
from nutgraf.workspace.loading import Entry, Workspace
from nutgraf.workspace.nearest import nearest
from nutgraf.workspace.settings import Settings

HTML, EML, TEXT, MARKDOWN = "email.html", "email.eml", "digest.txt", "digest.md"
MANIFEST, CHECK, SHEET = "manifest.json", "check.json", "check.html"
DIGESTS = {"html": HTML, "eml": EML, "text": TEXT, "markdown": MARKDOWN}


@dataclass(frozen=True)
class Wanted:
    """What to build: formats (the brief's own, if none), digests (all, if none), and where.

    `provider` puts a provider's merge tags for the tokens; without it they stay. `ask` asks the
    servers of the links.
    """

    formats: tuple[str, ...] = ()
    digests: tuple[str, ...] = ()
    output: Path | None = None
    provider: str | None = None
    ask: Ask | None = None


@dataclass(frozen=True)
class Built:
    """One brief as built: the folder, the files written (relative to it), and its check."""

    brief: Brief
    folder: Path
    files: tuple[str, ...]
    checked: Checked


def build(
    workspace: Workspace,
    entries: Sequence[Entry],
    wanted: Wanted,
    *,
    progress: Callable[[Entry], None] = lambda _: None,
) -> tuple[tuple[Built, ...], tuple[Fault, ...]]:
    """The briefs as built, and the faults of those that could not be.

    A brief is written only when all of it could be made; the last good build of one that is wrong
    stays. Raises Usage for a format, a digest or a provider that there is not, and for a folder
    that cannot be written.
    """
    _refuse_unknown(workspace, wanted)
    templates = open_templates(workspace)
    shelf = Shelf(workspace.root)
    built: list[Built] = []
    faults: list[Fault] = []
    for entry in entries:
        progress(entry)
        try:
            built.append(_build_one(workspace, entry, wanted, templates, shelf))
        except Faulty as faulty:
            faults.extend(faulty.faults)
    return tuple(built), tuple(dict.fromkeys(faults))


def pasting_notes(provider: str | None) -> tuple[str, ...]:
    """What an editor who pastes into that provider should know."""
    return provider_named(provider).notes if provider is not None else ()


def _refuse_unknown(workspace: Workspace, wanted: Wanted) -> None:
    for name in wanted.formats:
        workspace.styles.format(name)
    if wanted.provider is not None:
        provider_named(wanted.provider)
    for name in wanted.digests:
        if name not in DIGESTS:
            known = nearest(name, DIGESTS)
            hint = f"did you mean {known}?" if known else f"there are: {', '.join(DIGESTS)}"
            raise Usage(f"there is no digest “{name}”", hint)


def _build_one(
    workspace: Workspace, entry: Entry, wanted: Wanted, templates: Templates, shelf: Shelf
) -> Built:
    brief = workspace.brief(entry.path)
    files: dict[str, bytes] = {}
    emails: dict[str, str] = {}
    judging = Judging(workspace, brief, shelf.index)
    for format_name in wanted.formats or (brief.format,):
        folder = "" if format_name == brief.format else f"{format_name}/"
        digests = digests_of(judging, format_name=format_name, templates=templates)
        emails[format_name] = digests.html
        for name, data in _digest_files(brief, digests, workspace, wanted):
            files[folder + name] = data
    email = emails.get(brief.format, next(iter(emails.values())))
    checked = check_composed(workspace, brief, shelf, email=email, ask=wanted.ask, judging=judging)
    told = [checked.told]
    files[CHECK] = as_json.report(told).encode()
    files[SHEET] = sheet.report(told).encode()
    formats = wanted.formats or (brief.format,)
    files[MANIFEST] = _manifest(brief, workspace, formats, files)
    target = (wanted.output or workspace.root / "build") / brief.id
    write_files(target, files)
    return Built(brief, target, tuple(files), checked)


def write_files(target: Path, files: Mapping[str, bytes]) -> None:
    """All of the files, or none: they are written beside the folder and then moved into it.

    Raises Usage where they cannot be written.
    """
    try:
        for name in files:
            (target / name).parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".nutgraf-", dir=target.parent) as waiting:
            for number, data in enumerate(files.values()):
                Path(waiting, str(number)).write_bytes(data)
            for number, name in enumerate(files):
                Path(waiting, str(number)).replace(target / name)
    except OSError as error:
        raise Usage(
            f"{error.filename or target} cannot be written: {error.strerror}",
            "name another folder with --output, or make room",
        ) from None


def _digest_files(
    brief: Brief, digests: Digests, workspace: Workspace, wanted: Wanted
) -> Iterator[tuple[str, bytes]]:
    texts = {HTML: digests.html, TEXT: digests.text, MARKDOWN: digests.markdown}
    if wanted.provider is not None:
        fields = workspace.settings.fields
        texts = {name: as_pasted(text, wanted.provider, fields) for name, text in texts.items()}
    for name in wanted.digests or tuple(DIGESTS):
        file = DIGESTS[name]
        if file == EML:
            sent = Digests(texts[HTML], texts[TEXT], texts[MARKDOWN])
            yield EML, message_of(brief, sent, workspace.settings)
        else:
            yield file, texts[file].encode()


def message_of(brief: Brief, digests: Digests, settings: Settings) -> bytes:
    """The `.eml` of a brief: its text and its HTML, under the headers that they go out with."""
    return compose_message(
        name=settings.sender.name,
        address=settings.sender.address,
        reply_to=settings.sender.reply_to,
        subject=brief.subject,
        when=send_time(brief, settings),
        text=digests.text,
        html=digests.html,
        key=brief.id,
    )


def send_time(brief: Brief, settings: Settings) -> datetime:
    """When a brief goes, or the beginning of its day where it does not say."""
    return brief.send_at or datetime.combine(brief.date, time(), ZoneInfo(settings.time_zone))


def _manifest(
    brief: Brief, workspace: Workspace, formats: Sequence[str], files: Mapping[str, bytes]
) -> bytes:
    told = {
        "version": 1,
        "nutgraf": __version__,
        "brief": brief.path,
        "format": brief.format,
        "formats": list(formats),
        "inputs": [_listed(name, data) for name, data in _inputs(brief, workspace, formats)],
        "outputs": [_listed(name, data) for name, data in sorted(files.items())],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _words_of_persons(brief: Brief, workspace: Workspace) -> Iterator[str]:
    """The files of what was verified: a digest may tell how much that is."""
    for file in (brief.file, *brief.embedded):
        name = file_name(file.path)
        if (workspace.root / name).is_file():
            yield name


def _listed(name: str, data: bytes) -> dict[str, Any]:
    return {"path": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def _inputs(
    brief: Brief, workspace: Workspace, formats: Sequence[str]
) -> Iterator[tuple[str, bytes]]:
    """Every file the digests were made from, by path."""
    tells = any(workspace.styles.format(name).made for name in formats)
    said = _words_of_persons(brief, workspace) if tells else ()
    for name in sorted({SETTINGS_FILE, *notes_of(brief), *said}):
        yield name, (workspace.root / name).read_bytes()
    for name, path in templates_of(workspace, formats):
        yield name, path.read_bytes()
