"""MJML's components as data: where each may stand, what it holds, and its attributes.

The attributes, their kinds and the nesting are those of MJML 5.4 (documentation.mjml.io and the
`allowedAttributes` and dependency table of its packages). `dropped` and `demanded` say where the
renderer that is used here (mrml 6, as mjml-python 1.4) differs, as measured attribute by
attribute: what it ignores without a word, and what a mail would otherwise lack or fetch from a
third party.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from nutgraf.render.mjml_values import (
    ANY,
    BOOLEAN,
    COLOUR,
    INTEGER,
    LANGUAGE,
    LINE_HEIGHT,
    NAMED,
    PX,
    PX_OR_AUTO,
    PX_OR_PERCENT,
    PX_PERCENT_OR_AUTO,
    SIDES,
    SPACING,
    Kind,
    one_of,
)

Attributes = Mapping[str, Kind]


@dataclass(frozen=True)
class Component:
    """One component.

    `parents` are the components that it may stand in; `holds` is what may stand in it.
    `dropped` maps attributes that the renderer ignores to the remedy; `demanded` maps those that
    have to be given to the reason.
    """

    parents: tuple[str, ...]
    holds: Literal["components", "HTML", "text", "CSS", "nothing"]
    attributes: Attributes = field(default_factory=dict)
    dropped: Mapping[str, str] = field(default_factory=dict)
    demanded: Mapping[str, str] = field(default_factory=dict)


def _each(names: str, kind: Kind = ANY) -> dict[str, Kind]:
    return dict.fromkeys(names.split(), kind)


def _around(name: str) -> dict[str, Kind]:
    sides = _each(f"{name}-top {name}-right {name}-bottom {name}-left", PX_OR_PERCENT)
    return {name: SIDES, **sides}


def _borders(prefix: str = "") -> dict[str, Kind]:
    ends = ("", "-top", "-right", "-bottom", "-left", "-radius")
    return dict.fromkeys((f"{prefix}border{end}" for end in ends), ANY)


STYLED: Attributes = {"css-class": ANY, "mj-class": ANY}
PADDING = _around("padding")
FONT: Attributes = {
    "color": COLOUR,
    "font-family": ANY,
    "font-size": PX,
    "font-style": ANY,
    "font-weight": ANY,
    "letter-spacing": SPACING,
    "line-height": LINE_HEIGHT,
    "text-decoration": ANY,
    "text-transform": ANY,
}
LINK = _each("href rel target title")
ALIGN = one_of("left", "center", "right")
VERTICAL = one_of("top", "middle", "bottom")
DIRECTION = one_of("ltr", "rtl")
LEFT_OR_RIGHT = one_of("left", "right")
IN_COLUMN = ("mj-column", "mj-hero")
BOX: Attributes = {**STYLED, **PADDING, "container-background-color": COLOUR}

ON_THE_COLUMN = "draw the border on the mj-column or mj-section"
ALL_AROUND = "give border, for all four sides, border-left or border-right"
ALT = 'people who do not see the image need its words; alt="" where it is mere ornament'
OWN_ICON = "without it the mail fetches an icon from a third party"

SECTION: Attributes = {
    **STYLED,
    **PADDING,
    **_borders(),
    "background-color": COLOUR,
    "background-url": ANY,
    "background-repeat": one_of("repeat", "no-repeat"),
    **_each("background-size background-position background-position-x background-position-y"),
    "direction": DIRECTION,
    "full-width": one_of("full-width", "false", ""),
    "gutter": PX_OR_PERCENT,
    "text-align": ALIGN,
    "text-padding": SIDES,
}
SECTION_DROPPED = {
    "gutter": "give the columns a padding",
    "text-padding": "give the columns or texts a padding",
}
ACCORDION: Attributes = {
    **STYLED,
    "border": ANY,
    "font-family": ANY,
    "icon-align": VERTICAL,
    **_each("icon-width icon-height", PX_OR_PERCENT),
    **_each("icon-wrapped-url icon-wrapped-alt icon-unwrapped-url icon-unwrapped-alt"),
    "icon-position": LEFT_OR_RIGHT,
}
ACCORDION_TEXT: Attributes = {
    **STYLED,
    **PADDING,
    "background-color": COLOUR,
    "color": COLOUR,
    "font-size": PX,
    "font-family": ANY,
    "font-weight": ANY,
}

COMPONENTS: Mapping[str, Component] = {
    "mjml": Component(
        (),
        "components",
        {"lang": LANGUAGE, "dir": one_of("ltr", "rtl", "auto"), "owa": ANY},
        demanded={
            "lang": 'screen readers and translators need it: lang="en"',
            "dir": 'mail clients guess without it: dir="ltr"',
        },
    ),
    "mj-head": Component(("mjml",), "components"),
    "mj-body": Component(
        ("mjml",),
        "components",
        {"width": PX, "background-color": COLOUR, "id": ANY, "css-class": ANY},
        dropped={"id": "give css-class"},
    ),
    "mj-attributes": Component(("mj-head",), "components"),
    "mj-all": Component(("mj-attributes",), "nothing"),
    "mj-class": Component(
        ("mj-attributes",), "nothing", demanded={"name": "components ask for it by its name"}
    ),
    "mj-breakpoint": Component(
        ("mj-head",), "nothing", {"width": PX}, demanded={"width": "a breakpoint is a width"}
    ),
    "mj-font": Component(("mj-head",), "nothing", {"name": NAMED, "href": ANY}),
    "mj-preview": Component(("mj-head",), "text"),
    "mj-title": Component(("mj-head",), "text"),
    "mj-style": Component(
        ("mj-head",),
        "CSS",
        {"inline": ANY},
        dropped={"inline": "write it as attributes, or leave inline out: the style then stays"},
    ),
    "mj-raw": Component(
        (
            "mj-head",
            "mj-body",
            "mj-wrapper",
            "mj-section",
            "mj-group",
            "mj-column",
            "mj-hero",
        ),
        "HTML",
        {"position": one_of("file-start")},
        dropped={"position": "leave it out"},
    ),
    "mj-wrapper": Component(
        ("mj-body",),
        "components",
        {**SECTION, "gap": PX},
        dropped={**SECTION_DROPPED, "gap": "give the sections in it a padding"},
    ),
    "mj-section": Component(
        ("mj-body", "mj-wrapper"), "components", SECTION, dropped=SECTION_DROPPED
    ),
    "mj-hero": Component(
        ("mj-body", "mj-wrapper"),
        "components",
        {
            **STYLED,
            **PADDING,
            **_around("inner-padding"),
            "mode": one_of("fixed-height", "fluid-height"),
            **_each("height background-width background-height", PX_OR_PERCENT),
            **_each("background-url background-position border-radius"),
            **_each("background-color inner-background-color", COLOUR),
            "vertical-align": VERTICAL,
        },
        dropped={"mode": "leave it out, and give height", "border-radius": "leave it out"},
    ),
    "mj-group": Component(
        ("mj-section",),
        "components",
        {
            **STYLED,
            "background-color": COLOUR,
            "direction": DIRECTION,
            "vertical-align": VERTICAL,
            "width": PX_OR_PERCENT,
        },
    ),
    "mj-column": Component(
        ("mj-section", "mj-group"),
        "components",
        {
            **STYLED,
            **PADDING,
            **_borders(),
            **_borders("inner-"),
            **_each("background-color inner-background-color", COLOUR),
            "direction": DIRECTION,
            "vertical-align": VERTICAL,
            "width": PX_OR_PERCENT,
        },
    ),
    "mj-text": Component(
        IN_COLUMN,
        "HTML",
        {
            **BOX,
            **FONT,
            "align": one_of("left", "center", "right", "justify"),
            "background-color": COLOUR,
            "height": PX_OR_PERCENT,
            "vertical-align": VERTICAL,
        },
        dropped={"background-color": "give container-background-color"},
    ),
    "mj-button": Component(
        IN_COLUMN,
        "HTML",
        {
            **BOX,
            **FONT,
            **LINK,
            **_borders(),
            "name": ANY,
            "align": ALIGN,
            "background-color": COLOUR,
            "height": PX_OR_PERCENT,
            "inner-padding": SIDES,
            "text-align": ALIGN,
            "vertical-align": VERTICAL,
            "width": PX_OR_PERCENT,
        },
        dropped={"title": "say it in the words of the button"},
    ),
    "mj-image": Component(
        IN_COLUMN,
        "nothing",
        {
            **BOX,
            **LINK,
            **_borders(),
            **_each("alt name src srcset sizes usemap"),
            "align": ALIGN,
            "fluid-on-mobile": BOOLEAN,
            "font-size": PX,
            "height": PX_OR_AUTO,
            "max-height": PX_OR_PERCENT,
            "width": PX,
        },
        dropped={
            "sizes": "give width",
            "border-top": ALL_AROUND,
            "border-bottom": ALL_AROUND,
        },
        demanded={"alt": ALT, "src": "there is no image without it"},
    ),
    "mj-divider": Component(
        IN_COLUMN,
        "nothing",
        {
            **BOX,
            "align": ALIGN,
            "border-color": COLOUR,
            "border-style": ANY,
            "border-width": PX,
            "width": PX_OR_PERCENT,
        },
    ),
    "mj-spacer": Component(
        IN_COLUMN,
        "nothing",
        {
            **BOX,
            **_each("border border-top border-right border-bottom border-left"),
            "height": PX_OR_PERCENT,
        },
        dropped=dict.fromkeys(
            ("border", "border-top", "border-right", "border-bottom", "border-left"), ON_THE_COLUMN
        ),
    ),
    "mj-table": Component(
        IN_COLUMN,
        "HTML",
        {
            **BOX,
            **_each("border font-family font-weight"),
            **_each("cellpadding cellspacing", INTEGER),
            "align": ALIGN,
            "color": COLOUR,
            "font-size": PX,
            "line-height": LINE_HEIGHT,
            "role": one_of("none", "presentation"),
            "table-layout": one_of("auto", "fixed", "initial", "inherit"),
            "vertical-align": VERTICAL,
            "width": PX_PERCENT_OR_AUTO,
        },
        dropped={
            "role": "write a table with a role as HTML in mj-raw or mj-text",
            "font-weight": "give the cells a style",
        },
    ),
    "mj-social": Component(
        IN_COLUMN,
        "components",
        {
            **BOX,
            **_each("border border-radius font-family font-style font-weight text-decoration"),
            **_each("icon-size icon-height", PX_OR_PERCENT),
            **_each("icon-padding inner-padding text-padding", SIDES),
            "align": ALIGN,
            "color": COLOUR,
            "font-size": PX,
            "line-height": LINE_HEIGHT,
            "mode": one_of("horizontal", "vertical"),
            "table-layout": one_of("auto", "fixed"),
            "vertical-align": VERTICAL,
        },
        dropped={"border": ON_THE_COLUMN, "table-layout": "leave it out"},
    ),
    "mj-social-element": Component(
        ("mj-social",),
        "HTML",
        {
            **STYLED,
            **PADDING,
            **LINK,
            **_each("border border-radius font-family font-style font-weight text-decoration"),
            **_each("name src srcset sizes alt"),
            **_each("icon-size icon-height", PX_OR_PERCENT),
            **_each("icon-padding text-padding", SIDES),
            **_each("background-color color", COLOUR),
            "align": ALIGN,
            "font-size": PX,
            "icon-position": LEFT_OR_RIGHT,
            "line-height": LINE_HEIGHT,
            "vertical-align": VERTICAL,
        },
        dropped={
            "border": ON_THE_COLUMN,
            "icon-position": "leave it out: the icon stands on the left",
            "srcset": "give src",
            "sizes": "give icon-size",
        },
        demanded={"alt": ALT, "src": OWN_ICON},
    ),
    "mj-navbar": Component(
        IN_COLUMN,
        "components",
        {
            **STYLED,
            **PADDING,
            **_around("ico-padding"),
            **_each("base-url hamburger ico-open ico-close ico-font-family ico-text-transform"),
            **_each("align ico-align", ALIGN),
            "ico-color": COLOUR,
            "ico-font-size": PX_OR_PERCENT,
            "ico-line-height": LINE_HEIGHT,
            "ico-text-decoration": ANY,
        },
    ),
    "mj-navbar-link": Component(
        ("mj-navbar",),
        "HTML",
        {**STYLED, **PADDING, **FONT, **_each("href name rel target")},
    ),
    "mj-accordion": Component(
        IN_COLUMN,
        "components",
        {**BOX, **ACCORDION},
        demanded={"icon-wrapped-url": OWN_ICON, "icon-unwrapped-url": OWN_ICON},
    ),
    "mj-accordion-element": Component(
        ("mj-accordion",), "components", {**ACCORDION, "background-color": COLOUR}
    ),
    "mj-accordion-title": Component(
        ("mj-accordion-element",),
        "text",
        ACCORDION_TEXT,
        dropped={"font-weight": "leave it out"},
    ),
    "mj-accordion-text": Component(
        ("mj-accordion-element",),
        "HTML",
        {**ACCORDION_TEXT, "letter-spacing": SPACING, "line-height": LINE_HEIGHT},
    ),
    "mj-carousel": Component(
        IN_COLUMN,
        "components",
        {
            **BOX,
            **_each("border-radius left-icon right-icon tb-border tb-border-radius"),
            **_each("icon-width tb-width", PX_OR_PERCENT),
            **_each("tb-hover-border-color tb-selected-border-color", COLOUR),
            "align": ALIGN,
            "thumbnails": one_of("visible", "hidden", "supported"),
        },
        demanded={"left-icon": OWN_ICON, "right-icon": OWN_ICON},
    ),
    "mj-carousel-image": Component(
        ("mj-carousel",),
        "nothing",
        {
            **STYLED,
            **LINK,
            **_each("alt src thumbnails-src border-radius tb-border tb-border-radius"),
        },
        demanded={"alt": ALT, "src": "there is no image without it"},
    ),
}

# The renderer fails on comments in these, and in components that hold nothing.
NO_COMMENTS = frozenset(
    (
        "mj-accordion-element",
        "mj-accordion-title",
        "mj-attributes",
        "mj-carousel",
        "mj-style",
        "mj-title",
    )
)

# What the renderer refuses or renders wrongly as a whole, with the way round it.
REFUSED: Mapping[str, str] = {
    "mj-include": 'include the file with Jinja: {% include "…" %}',
    "mj-html-attributes": "write the attributes on the tags themselves",
    "mj-selector": "write the attributes on the tags themselves",
    "mj-html-attribute": "write the attributes on the tags themselves",
}


def _kinds_by_attribute() -> dict[str, tuple[Kind, ...]]:
    kinds: dict[str, list[Kind]] = {}
    for component in COMPONENTS.values():
        for name, kind in component.attributes.items():
            if kind not in kinds.setdefault(name, []):
                kinds[name].append(kind)
    return {name: tuple(each) for name, each in kinds.items()}


# For mj-all and mj-class, whose attributes go to whatever component takes them.
KINDS_BY_ATTRIBUTE: Mapping[str, tuple[Kind, ...]] = _kinds_by_attribute()
