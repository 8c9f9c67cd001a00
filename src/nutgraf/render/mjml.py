"""Templates into MJML into the HTML of a mail, with every problem told at its place.

The renderer is mjml-python (mrml). What it gets wrong is mended (`mjml_mend`) or found before it
runs (`mjml_check`); nothing in the HTML is fetched from a third party.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from mjml import mjml2html

from nutgraf.errors import Fault, Faulty
from nutgraf.render import mjml_mend as mend
from nutgraf.render.mjml_check import check
from nutgraf.render.mjml_tags import Problem
from nutgraf.render.template_trace import trace
from nutgraf.render.templating import Templates

POSITION = re.compile(r" in root template(?: at position (\d+):\d+)?$")


class _Refused(Exception):
    """The MJML has problems."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def render_email(templates: Templates, name: str, context: Mapping[str, object]) -> str:
    """The HTML of a mail, from the template `name` (an MJML template, `*.mjml.j2`).

    Raises `Faulty` with every problem of the MJML, each at the file, line and column of the
    template that it comes from.
    """
    mjml = mend.normal(templates.render(name, context))
    try:
        return _html(mjml)
    except _Refused as refused:
        traced = trace(templates, name, context, mjml, mend.normal)
        faults = []
        for problem in refused.problems:
            place = None
            if traced is not None and problem.start is not None:
                place = traced.place(problem.start)
            template, line, column = place or (name, None, None)
            faults.append(
                Fault(templates.shown(template), problem.message, problem.hint, line, column)
            )
        raise Faulty(faults) from None


def mjml_to_html(mjml: str, path: str = "mjml") -> str:
    """The HTML of MJML that comes from no template.

    Raises `Faulty` with every problem at its line and column; `path` is how the faults name it.
    """
    text = mend.normal(mjml)
    try:
        return _html(text)
    except _Refused as refused:
        raise Faulty(_faults(refused.problems, text, path)) from None


def _faults(problems: Iterable[Problem], text: str, path: str) -> list[Fault]:
    faults = []
    for problem in problems:
        line = column = None
        if problem.start is not None:
            line = text.count("\n", 0, problem.start) + 1
            column = problem.start - text.rfind("\n", 0, problem.start)
        faults.append(Fault(path, problem.message, problem.hint, line, column))
    return faults


def _html(mjml: str) -> str:
    problems, edits = check(mjml)
    if problems:
        raise _Refused(problems)
    text = mend.mended(mjml, edits)
    try:
        # No fonts: those that the renderer knows of come from a third party.
        return mjml2html(text, fonts={})
    except ValueError as error:
        raise _Refused([_told(error, text, edits)]) from error


def _told(error: ValueError, text: str, edits: list[mend.Edit]) -> Problem:
    """The renderer's own refusal; its offsets count bytes of the mended text."""
    message = str(error)
    found = POSITION.search(message)
    start = None
    if found:
        message = message[: found.start()]
        if found[1]:
            before = text.encode("utf-8")[: int(found[1])].decode("utf-8", errors="ignore")
            start = mend.unmended(len(before), edits)
    return Problem(start, f"the MJML renderer refuses this: {message}")
