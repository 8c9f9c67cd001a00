"""A brief in the three forms that leave the house: email HTML, plain text, Markdown."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.model import Brief, Grounds
from nutgraf.render import markdown, text
from nutgraf.render.context import context
from nutgraf.render.mjml import render_email
from nutgraf.render.templating import Templates
from nutgraf.workspace.brand import Brand
from nutgraf.workspace.formats import Format
from nutgraf.workspace.settings import Settings


@dataclass(frozen=True)
class House:
    """What a brief is rendered with: the publication, a format by its folder's name, the looks.

    `templates` are opened with `filters.FILTERS`.
    """

    settings: Settings
    format_name: str
    format: Format
    brand: Brand
    templates: Templates


@dataclass(frozen=True)
class Digests:
    """The three files of a brief, as texts; the tokens of `tokens.py` stand in them."""

    html: str
    text: str
    markdown: str


def render(brief: Brief, house: House, grounds: Grounds | None = None) -> Digests:
    """The brief in the format of the house. Equal values in give equal texts out.

    `grounds` are what a check found of it; without them nothing is told of that. Raises `Faulty`
    where a template, or the MJML that one makes, is wrong.
    """
    values = context(
        brief, house.settings, house.format_name, house.format, house.brand, grounds=grounds
    )
    folder, templates = house.format_name, house.templates
    return Digests(
        html=render_email(templates, f"{folder}/email.mjml.j2", values),
        text=text.tidy(templates.render(f"{folder}/digest.txt.j2", values)),
        markdown=markdown.tidy(templates.render(f"{folder}/digest.md.j2", values)),
    )
