"""Real briefs out of Markdown, and the house that they are rendered in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from nutgraf.model import Brief, FileText, Inline, Note, Source, Words
from nutgraf.render.digests import Digests, House, render
from nutgraf.render.filters import FILTERS
from nutgraf.render.inlines import Line, line
from nutgraf.render.numbering import number
from nutgraf.render.templating import TemplateFolder, Templates
from nutgraf.workspace import frontmatter
from nutgraf.workspace.compose import compose
from nutgraf.workspace.grammar import parse_note
from nutgraf.workspace.loading import as_source
from nutgraf.workspace.settings import Sender, Settings
from nutgraf.workspace.styles import Styles

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
FORMATS = ("annotated", "explainer", "cards")

SETTINGS = Settings(
    name="The Harbor Note",
    sender=Sender("The Harbor Note", "note@harbor.example", "desk@harbor.example"),
    postal_address="Quay 3\n20457 Port Example\n",
    tagline="What the port did this week.",
)
SOURCES = {
    "gazette": "---\ntitle: Cranes stop for a day\npublisher: The Gazette\n"
    "url: https://gazette.example/cranes\npublished: 2026-03-04\n"
    "credits: [Wire Service]\n---\nThe cranes stood still.\n",
    "log": "---\npublisher: Port Authority\ncredits: [Wire Service]\n---\nThe log of the day.\n",
    "letter": "A letter without any front matter.\n",
}
FRONT = "title: The cranes stood still\ndate: 2026-03-05\nsubject: Port: cranes stood still\n"


@dataclass(frozen=True)
class _Pack:
    sources: Mapping[str, Source]

    def note(self, note_id: str) -> Note | None:  # noqa: ARG002
        return None

    def source(self, source_id: str) -> Source | None:
        return self.sources.get(source_id.casefold())

    def is_broken(self, note: Note) -> bool:  # noqa: ARG002
        return False

    def ids(self) -> Sequence[str]:
        return sorted(self.sources)


def brief_of(
    body: str, *, front: str = FRONT, sources: Mapping[str, str] = SOURCES, format_name: str = ""
) -> Brief:
    """The brief that `body` is, with front matter, citing `sources` (texts by id)."""
    text = f"---\n{front}{f'format: {format_name}' if format_name else ''}\n---\n{body}"
    file = FileText("briefs/harbor.md", text)
    read, faults = frontmatter.read(file)
    assert not faults, faults
    note, wrong = parse_note("harbor", "brief", file, read)
    assert not wrong, wrong
    return compose(
        note,
        _Pack({name: _source(name, text) for name, text in sources.items()}),
        headings=lambda _: {},
        default_format="annotated",
        time_zone="UTC",
    )


def words_of(markdown: str) -> Words:
    """The words of a paragraph."""
    (story,) = brief_of(markdown).stories
    words = story.sections[0].blocks[0].words  # type: ignore[union-attr]
    assert isinstance(words, Words)
    return words


def line_of(markdown: str, direction: str = "ltr") -> Line:
    """A paragraph, cited and numbered as if it were the whole digest."""
    words = words_of(markdown)
    return line(words.inlines, number([words], ()), direction)


def inlines_of(markdown: str) -> tuple[Inline, ...]:
    return words_of(markdown).inlines


def house(format_name: str, *, settings: Settings = SETTINGS, **brand: Any) -> House:
    """The workspace's own format of that name; `brand` holds what is to be different."""
    styles = _styles()
    looks = msgspec.structs.replace(styles.brand(), **brand)
    return House(settings, format_name, styles.format(format_name), looks, _templates())


def digests(
    body: str, format_name: str = "annotated", *, settings: Settings = SETTINGS, **given: Any
) -> Digests:
    """All digests of the brief that `body` is."""
    return render(brief_of(body, **given), house(format_name, settings=settings))


@cache
def _styles() -> Styles:
    return Styles((TEMPLATES,))


@cache
def _templates() -> Templates:
    return Templates([TemplateFolder(TEMPLATES, "templates")], filters=FILTERS)


def _source(name: str, text: str) -> Source:
    file = FileText(f"seeds/{name}.md", text)
    front, _ = frontmatter.read(file)
    return as_source(name, file, front)
