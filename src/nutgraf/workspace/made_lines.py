"""The words of the lines that nutgraf makes of a check: `wording` in a format.yaml."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated

from msgspec import Meta, Struct, field

from nutgraf.model import Document
from nutgraf.workspace import shapes
from nutgraf.workspace.nearest import nearest
from nutgraf.workspace.shapes import Wrong

_HOLE = re.compile(r"\{([^{}]*)\}|[{}]")


def _with(*holes: str) -> Callable[[str], Wrong | None]:
    """A check of a text in whose `{holes}` something is put: no other may stand in it."""

    def shape(text: str) -> Wrong | None:
        wrong = shapes.one_line(text)
        if wrong is not None:
            return wrong
        for found in _HOLE.finditer(text):
            if found[1] not in holes:
                near = nearest(found[1] or "", holes)
                known = ", ".join(f"{{{hole}}}" for hole in holes)
                hint = f"did you mean {{{near}}}?" if near else f"it may hold {known}"
                return Wrong(f"has {found[0]} in it, for which there is nothing", hint)
        return None

    return shape


def _meta(told: str, *holes: str) -> Meta:
    return Meta(
        min_length=1, description=told, extra={"shape": _with(*holes) if holes else shapes.one_line}
    )


_OneLine = Annotated[str, Meta(min_length=1, extra={"shape": shapes.one_line})]
_Counted = Annotated[str, Meta(min_length=1, extra={"shape": _with("number")})]


class Number(Struct, frozen=True, forbid_unknown_fields=True):
    """How one of a thing is said, and how several are."""

    one: Annotated[_Counted, Meta(description="where it is one")]
    many: Annotated[_Counted, Meta(description="where it is another `{number}`")]


class Wording(Struct, frozen=True, forbid_unknown_fields=True):
    """The words of what `made` asks for, in the language of the readers."""

    origins: Annotated[str, _meta("the origin line of a story", "reports", "origins", "names")] = (
        "{reports}, {origins}: {names}."
    )
    unread: Annotated[str, _meta("behind it, where a document was not read", "documents")] = (
        "We have not read {documents}."
    )
    how_we_checked: Annotated[
        str, _meta("the heading of what was checked, which is there in any case")
    ] = "How we checked"
    checked: Annotated[
        str,
        _meta("what was checked, and by whom", "statements", "sources", "verified"),
    ] = "We checked {statements} against {sources}; a person verified {verified} of them."
    all_verified: Annotated[
        str, _meta("the same, where a person verified everything", "statements", "sources")
    ] = "We checked {statements} against {sources}; a person verified every one."
    none_verified: Annotated[
        str, _meta("the same, where no person verified anything", "statements", "sources")
    ] = "Software compared {statements} with {sources}; nothing was verified by a person."
    report: Annotated[Number, Meta(description="reports, where all sources are that")] = Number(
        "{number} report", "{number} reports"
    )
    source: Annotated[Number, Meta(description="sources")] = Number(
        "{number} source", "{number} sources"
    )
    origin: Annotated[Number, Meta(description="origins")] = Number(
        "{number} origin", "{number} origins"
    )
    statement: Annotated[Number, Meta(description="statements")] = Number(
        "{number} statement", "{number} statements"
    )
    outlet: Annotated[str, _meta("an outlet whose name has an article", "name")] = "the {name}"
    untold: Annotated[str, _meta("a source that names no outlet, by its title", "title")] = (
        "“{title}”"
    )
    two: Annotated[str, _meta("the last two of several", "one", "other")] = "{one} and {other}"
    numbers: Annotated[
        tuple[_OneLine, ...],
        Meta(description="the numbers from one on, in words; above them, figures"),
    ] = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    documents: Annotated[
        dict[Document, _OneLine],
        Meta(
            description="what a document is called that was not read; else `the` and its name",
            examples=[{"filing": "the court filing"}],
        ),
    ] = field(default_factory=dict)
