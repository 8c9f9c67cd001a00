"""A format, which is a house style: `templates/<format>/format.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from nutgraf.model import Role
from nutgraf.workspace import shapes
from nutgraf.workspace.made_lines import Wording
from nutgraf.workspace.roles import DEFAULT_LABELS, DEFAULT_ORDER

# `other` is what a heading means that no table has: it has no place and no label of its own.
Printed = Annotated[
    Role,
    Meta(extra={"without": (Role.OTHER,)}, extra_json_schema={"not": {"const": str(Role.OTHER)}}),
]
Words = Annotated[int, Meta(ge=1)]
OneLine = Annotated[str, Meta(min_length=1, extra={"shape": shapes.one_line})]
BY_ROLE = Meta(extra_json_schema={"propertyNames": {"enum": [str(role) for role in DEFAULT_ORDER]}})
UNIQUE = Meta(extra={"unique": True}, extra_json_schema={"uniqueItems": True})


Made = Literal["origins", "how-we-checked"]


class Format(Struct, frozen=True, forbid_unknown_fields=True):
    """The labels, the order, the word budgets and the published roles of one house style."""

    title: Annotated[OneLine, Meta(description="the name of the format, for people")]
    description: Annotated[str, Meta(description="what it is for, in a sentence or two")] = ""
    order: Annotated[
        tuple[Printed, ...],
        UNIQUE,
        Meta(
            description="the roles in the order of the digest; a role that is left out follows in "
            "the default order"
        ),
    ] = ()
    labels: Annotated[
        dict[Printed, OneLine],
        BY_ROLE,
        Meta(description="the heading that a role is printed under", examples=[{"next": "Ahead"}]),
    ] = field(default_factory=dict)
    unpublished: Annotated[
        tuple[Printed, ...], UNIQUE, Meta(description="the roles that never go out")
    ] = (Role.NOTES,)
    budgets: Annotated[
        dict[Printed, Words],
        BY_ROLE,
        Meta(description="the most words that a role should have", examples=[{"summary": 70}]),
    ] = field(default_factory=dict)
    headings: Annotated[
        dict[Printed, tuple[OneLine, ...]],
        BY_ROLE,
        Meta(
            description="further headings that mean a role",
            examples=[{"data": ["The figures"]}],
        ),
    ] = field(default_factory=dict)
    made: Annotated[
        tuple[Made, ...],
        UNIQUE,
        Meta(
            description="what is told of the check: `origins`, on whose word each story rests; "
            "`how-we-checked`, how many statements were compared, and verified by a person"
        ),
    ] = ()
    wording: Annotated[
        Wording, Meta(description="the words in which `made` is told, for other languages")
    ] = Wording()


def full_order(form: Format) -> tuple[Role, ...]:
    """Every role that can be printed, in the order of the format."""
    return (*form.order, *(role for role in DEFAULT_ORDER if role not in form.order))


def label(form: Format, role: Role) -> str:
    """The heading that a role is printed under; empty for the intro and for what has none."""
    return form.labels.get(role) or DEFAULT_LABELS.get(role, "")


def known_headings(form: Format) -> Mapping[Role, tuple[str, ...]]:
    """The format's own labels and further headings, as `role_of` takes them."""
    own: dict[Role, tuple[str, ...]] = {role: (text,) for role, text in form.labels.items()}
    for role, headings in form.headings.items():
        own[role] = (*own.get(role, ()), *headings)
    return own
