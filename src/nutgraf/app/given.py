"""The words that persons have given for a brief, read from beside its files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from nutgraf.app.git import first_author
from nutgraf.checks.record import DEFAULT_KINDS, Given
from nutgraf.desk.verification_files import has_any, read_verifications
from nutgraf.model import Brief, Kind, Verification
from nutgraf.workspace.loading import Workspace


def given_of(workspace: Workspace, brief: Brief, *, approving: bool = False) -> Given:
    """What was said of the statements of a brief and of what it embeds, and what is asked for.

    What is wrong with the files is among the warnings of the workspace. Raises Faulty where one
    cannot be read.
    """
    policy = workspace.settings.policy
    paths = tuple(dict.fromkeys((brief.path, *(file.path for file in brief.embedded))))
    words = tuple(_words(workspace, paths)) if has_any(workspace.root, paths) else ()
    return Given(
        asked="verified" in policy.gate or policy.verify is not None or bool(words),
        kinds=_kinds(policy.verify),
        second_reader=policy.second_reader,
        approving=approving,
        authors=_authors(workspace, brief, paths) if policy.second_reader else {},
        verifications=words,
        elsewhere=_elsewhere(workspace, brief, words),
        bodies=_bodies(workspace, brief, words),
    )


def _words(workspace: Workspace, paths: Iterable[str]) -> Iterator[Verification]:
    for path in paths:
        words, faults = read_verifications(workspace.root, path)
        workspace.warnings.extend(one for one in faults if one not in workspace.warnings)
        yield from words


def _kinds(asked: Iterable[str] | None) -> tuple[Kind, ...] | None:
    """The kinds that the policy names; None is everything."""
    if asked is None:
        return DEFAULT_KINDS
    named = set(asked)
    return None if "all" in named else tuple(kind for kind in DEFAULT_KINDS if kind in named)


def _authors(
    workspace: Workspace, brief: Brief, paths: Iterable[str]
) -> Mapping[str, tuple[str, ...]]:
    """Who wrote each file: whom it names, or else who put it into git."""
    found: dict[str, tuple[str, ...]] = {}
    for path in paths:
        named = brief.author if path == brief.path else _named(workspace, path)
        author = named or _first_author(workspace, path)
        found[path] = (author,) if author else ()
    return found


def _first_author(workspace: Workspace, path: str) -> str | None:
    """Git is asked once for a file while the workspace stays as it is."""
    key = f"first author of {path}"
    if key not in workspace.memo:
        workspace.memo[key] = first_author(workspace.root, path)
    author: str | None = workspace.memo[key]
    return author


def _named(workspace: Workspace, path: str) -> str | None:
    note = workspace.note(path)
    author = note.front.values.get("author") if note is not None else None
    return str(author) if author else None


def _elsewhere(
    workspace: Workspace, brief: Brief, words: Iterable[Verification]
) -> Mapping[str, frozenset[str]]:
    """The statements of the whole files of which the brief embeds a part."""
    from nutgraf.evidence.statements import statements  # noqa: PLC0415 - where it is needed
    from nutgraf.language.bare import bare_hash  # noqa: PLC0415

    found = {}
    for path in {word.path for word in words} - {brief.path}:
        note = workspace.note(path)
        if note is not None:
            whole = replace(brief, front=note.front, file=note.file, stories=note.stories)
            found[path] = frozenset(bare_hash(one.text) for one in statements(whole))
    return found


def _bodies(workspace: Workspace, brief: Brief, words: Iterable[Verification]) -> Mapping[str, str]:
    """The texts of the sources outside the pack that somebody's word rests on."""
    pack = {source.id.casefold() for source in brief.pack}
    named = {held.source.casefold() for word in words for held in word.passages}
    found = {}
    for name in named - pack:
        source = workspace.source(name)
        if source is not None:
            found[name] = source.body
    return found
