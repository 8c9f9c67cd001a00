"""The look that all formats share: `templates/brand.yaml`."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct, field

from nutgraf.workspace import shapes

Colour = Annotated[
    str,
    Meta(
        extra={"shape": shapes.colour},
        extra_json_schema={"pattern": f"^{shapes.COLOUR.pattern}$"},
    ),
]
FontStack = Annotated[
    str,
    Meta(
        min_length=1,
        extra={"shape": shapes.font_stack},
        extra_json_schema={"pattern": f"^{shapes.FONT_STACK.pattern}$"},
    ),
]
OneLine = Annotated[str, Meta(min_length=1, extra={"shape": shapes.one_line})]
# Below 9 px nothing can be read, above 96 px no word fits a phone.
TextSize = Annotated[int, Meta(ge=9, le=96)]


class Logo(Struct, frozen=True, forbid_unknown_fields=True):
    """The picture at the top."""

    src: Annotated[OneLine, Meta(description="its web address, or its file beside brand.yaml")]
    alt: Annotated[OneLine, Meta(description="what it says, for readers who do not see it")]
    width: Annotated[int, Meta(ge=8, le=1200, description="its width in px")] = 180


class Fonts(Struct, frozen=True, forbid_unknown_fields=True):
    """Font stacks; no font is fetched, so name fonts that readers have."""

    heading: Annotated[FontStack, Meta(description="headings and the title")] = (
        "Georgia, 'Times New Roman', serif"
    )
    body: Annotated[FontStack, Meta(description="running text")] = (
        "Georgia, 'Times New Roman', serif"
    )
    mono: Annotated[FontStack, Meta(description="code")] = "Menlo, Consolas, monospace"


class Sizes(Struct, frozen=True, forbid_unknown_fields=True):
    """Type sizes in px."""

    title: Annotated[TextSize, Meta(description="the title of the brief")] = 30
    heading: Annotated[TextSize, Meta(description="the headings of sections")] = 20
    body: Annotated[TextSize, Meta(description="running text")] = 17
    small: Annotated[TextSize, Meta(description="sources, captions and the foot")] = 13


class Palette(Struct, frozen=True, forbid_unknown_fields=True):
    """Colours on a light screen; each pair of text and ground has WCAG AA contrast."""

    page: Annotated[Colour, Meta(description="behind everything")] = "#f4f2ee"
    surface: Annotated[Colour, Meta(description="behind the text")] = "#ffffff"
    text: Annotated[Colour, Meta(description="running text and headings")] = "#1d1d1b"
    muted: Annotated[Colour, Meta(description="dates, labels and the foot")] = "#5c5a55"
    rule: Annotated[Colour, Meta(description="lines between parts")] = "#d9d5cc"
    accent: Annotated[Colour, Meta(description="links and marks")] = "#8a1c1c"
    on_accent: Annotated[Colour, Meta(description="text on the accent")] = "#ffffff"
    tint: Annotated[Colour, Meta(description="behind what is set apart")] = "#f7efe3"


class DarkPalette(Palette, frozen=True, forbid_unknown_fields=True):
    """The same colours on a dark screen."""

    page: Annotated[Colour, Meta(description="behind everything")] = "#141413"
    surface: Annotated[Colour, Meta(description="behind the text")] = "#1e1e1c"
    text: Annotated[Colour, Meta(description="running text and headings")] = "#ece9e2"
    muted: Annotated[Colour, Meta(description="dates, labels and the foot")] = "#a9a69d"
    rule: Annotated[Colour, Meta(description="lines between parts")] = "#3a3934"
    accent: Annotated[Colour, Meta(description="links and marks")] = "#f0a08a"
    on_accent: Annotated[Colour, Meta(description="text on the accent")] = "#1d1d1b"
    tint: Annotated[Colour, Meta(description="behind what is set apart")] = "#2a2622"


class Brand(Struct, frozen=True, forbid_unknown_fields=True):
    """Width, logo, type and colours; an empty file is a complete brand."""

    width: Annotated[int, Meta(ge=320, le=1200, description="the width of the email in px")] = 600
    logo: Annotated[Logo | None, Meta(description="the picture at the top: src, alt, width")] = None
    fonts: Annotated[Fonts, Meta(description="font stacks: heading, body, mono")] = field(
        default_factory=Fonts
    )
    size: Annotated[Sizes, Meta(description="type sizes in px")] = field(default_factory=Sizes)
    light: Annotated[Palette, Meta(description="colours on a light screen")] = field(
        default_factory=Palette
    )
    dark: Annotated[DarkPalette, Meta(description="colours on a dark screen")] = field(
        default_factory=DarkPalette
    )
