"""What Jinja raises, told as faults: which template, which line, what is wrong, what to do."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from types import FrameType, TracebackType
from typing import Protocol

from jinja2 import Template
from jinja2.environment import TemplateModule
from jinja2.exceptions import (
    SecurityError,
    TemplateError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.runtime import Context
from jinja2.utils import missing

from nutgraf.errors import Fault
from nutgraf.render.template_meter import OverBudget
from nutgraf.render.template_sandbox import ENDINGS, NothingToPrint, UndefinedName
from nutgraf.render.views import ReaderView

# What the expressions of a template can raise by being wrong about their values.
RAISED_BY_TEMPLATES = (
    TemplateError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
    SyntaxError,
)

TAG_WORDS = (
    "autoescape block call elif else endautoescape endblock endcall endfilter endfor "
    "endif endmacro endraw endset endwith extends filter for from if import include macro "
    "raw set with"
)
TAGS = tuple(TAG_WORDS.split())
NO_SUCH = re.compile(r"No (filter|test) named '([^']*)'")
NO_SUCH_TAG = re.compile(r"Encountered unknown tag '(\w+)'\.?\s*(.*)", re.DOTALL)
UNSAFE = re.compile(r"access to attribute '([^']*)' of '([^']*)' object is unsafe")
LOCAL = re.compile(r"l_\d+_(.+)")


class Known(Protocol):
    """What is asked of the templates: their names, and how messages show them."""

    def shown(self, name: str) -> str: ...
    def names(self) -> list[str]: ...
    def source(self, name: str) -> str: ...
    def vocabulary(self, kind: str) -> list[str]: ...


def nearest(name: str, known: Iterable[str]) -> str:
    """`did you mean …?`, or nothing where no known name is close."""
    found = difflib.get_close_matches(name, [each for each in known if each != name], 1, 0.6)
    return f"did you mean {found[0]!r}?" if found else ""


def unknown_ending(name: str) -> tuple[str, str]:
    """Message and hint for a template whose name does not say how it escapes."""
    *most, last = ENDINGS
    return (
        f"the name {name!r} does not say how values are escaped",
        f"let it end in {', '.join(most)} or {last}",
    )


def told(error: BaseException, templates: Known, name: str) -> Fault:
    """The fault that `error` stands for, at the innermost template it went through.

    `name` is the template that was asked for. An error in which no template took part is not a
    template's fault and is raised again.
    """
    frames = _template_frames(error.__traceback__)
    if isinstance(error, TemplateSyntaxError):
        said = _syntax(error, templates)
        return _fault(templates, error.name or name, error.lineno, said)
    if not frames:
        if isinstance(error, TemplateNotFound):
            message, hint = _missing(error, templates)
            return Fault(templates.shown(name), message, hint)
        if isinstance(error, SecurityError):
            return Fault(templates.shown(name), f"refused: {error.message}")
        if isinstance(error, OverBudget):
            return Fault(templates.shown(name), *_endless(error))
        if isinstance(error, RecursionError | SyntaxError):
            return Fault(templates.shown(name), "the template is nested too deeply", "split it up")
        raise error
    innermost, line, _ = frames[-1]
    said = _runtime(error, templates, [frame for _, _, frame in frames])
    return _fault(templates, innermost.name or name, line, said)


def _fault(templates: Known, name: str, line: int | None, said: tuple[str, str, str]) -> Fault:
    message, hint, word = said
    column = _column(templates.source(name), line, word) if line and word else None
    return Fault(templates.shown(name), message, hint, line, column)


def _column(source: str, line: int, word: str) -> int | None:
    """Where the word stands on the line: inside a tag if it does there, else anywhere."""
    text = "".join(re.split(r"\r\n|\r|\n", source)[line - 1 : line])
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    for tag in re.finditer(r"\{[{%].*?[%}]\}", text):
        found = pattern.search(text, tag.start(), tag.end())
        if found:
            return found.start() + 1
    found = pattern.search(text)
    return found.start() + 1 if found else None


def _template_frames(tb: TracebackType | None) -> list[tuple[Template, int, FrameType]]:
    """The templates that a traceback goes through, outermost first, with their own lines."""
    found = []
    while tb is not None:
        template = tb.tb_frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            line = template.get_corresponding_lineno(tb.tb_lineno)
            found.append((template, line, tb.tb_frame))
        tb = tb.tb_next
    return found


def _syntax(error: TemplateSyntaxError, templates: Known) -> tuple[str, str, str]:
    message = (error.message or "").rstrip(".")
    named = NO_SUCH.match(message)
    if named:
        kind, name = named.groups()
        return f"there is no {kind} {name!r}", nearest(name, templates.vocabulary(kind)), name
    tag = NO_SUCH_TAG.match(message)
    if tag:
        hint = nearest(tag[1], TAGS) or tag[2].rstrip(".")
        return f"there is no tag {tag[1]!r}", hint, tag[1]
    return f"{message[:1].lower()}{message[1:]}", "", ""


def _missing(error: TemplateNotFound, templates: Known) -> tuple[str, str]:
    name = str(error.name or error)
    known = templates.names()
    return f"there is no template {name!r}", nearest(name, known) or _some(known)


def _runtime(
    error: BaseException, templates: Known, frames: list[FrameType]
) -> tuple[str, str, str]:
    """Message, hint, and the word of the line that it is about."""
    if isinstance(error, TemplateNotFound):
        return (*_missing(error, templates), str(error.name or ""))
    if isinstance(error, UndefinedName):
        return _undefined(error, frames)
    if isinstance(error, OverBudget):
        return (*_endless(error), "")
    if isinstance(error, RecursionError):
        return "a macro or include calls itself without end", "let it stop by an {% if %}", ""
    if isinstance(error, SecurityError):
        return _insecure(error)
    if isinstance(error, NothingToPrint):
        return str(error), "print it inside an {% if %}, or give it a | default('…', true)", ""
    return _plain(error, templates)


def _endless(error: OverBudget) -> tuple[str, str]:
    hint = "look for a loop, macro or include that goes on and on"
    return f"the template does not come to an end: {error.message}", hint


def _undefined(error: UndefinedName, frames: list[FrameType]) -> tuple[str, str, str]:
    name = str(error.name)
    if error.owner is missing:
        known = [each for each in _names_in(frames) if each != name]
        return f"{name!r} is not defined", nearest(name, known) or _some(known), name
    known = _names_of(error.owner)
    if isinstance(error.owner, ReaderView):
        hint = f"declare it in nutgraf.yaml, with its default: fields: {{{name}: …}}"
        return f"there is no merge field {name!r}", nearest(name, known) or hint, name
    builtin = type(error.owner).__module__ == "builtins" and not isinstance(error.owner, Mapping)
    hint = nearest(name, known) or ("" if builtin else _some(known))
    imported = isinstance(error.owner, TemplateModule)
    kind = "the imported template" if imported else repr(type(error.owner).__name__)
    return f"{kind} has nothing named {name!r}", hint, name


def _insecure(error: SecurityError) -> tuple[str, str, str]:
    unsafe = UNSAFE.match(error.message or "")
    if not unsafe:
        return f"refused: {error.message}", "", ""
    name, kind = unsafe.groups()
    message = f"refused: '{kind}.{name}' is not available in templates"
    hint = "use the filter of that purpose" if kind in ("str", "Markup") else ""
    return message, "" if name.startswith("_") else hint, name


def _plain(error: BaseException, templates: Known) -> tuple[str, str, str]:
    message = str(error)
    named = NO_SUCH.match(message)
    if named:
        kind, name = named.groups()
        return f"there is no {kind} {name!r}", nearest(name, templates.vocabulary(kind)), name
    if isinstance(error, TemplateRuntimeError | UndefinedError):
        return message, "", ""
    return f"an expression fails: {message} ({type(error).__name__})", "", ""


def _names_in(frames: list[FrameType]) -> list[str]:
    """The names that a template knows at this point: the context's, and those set in it."""
    here = frames[-1].f_locals
    known = {
        found[1]
        for name, value in here.items()
        if (found := LOCAL.match(name)) and value is not missing
    }
    for frame in reversed(frames):
        context = frame.f_locals.get("context")
        if isinstance(context, Context):
            known |= set(context.parent) - set(context.environment.globals) | set(context.vars)
            break
    return sorted(known)


def _names_of(owner: object) -> list[str]:
    if isinstance(owner, Mapping):
        return sorted(str(key) for key in owner)
    return sorted(name for name in dir(owner) if not name.startswith("_"))


def _some(known: list[str]) -> str:
    if not known:
        return ""
    return f"known here: {', '.join(known[:12])}{' …' if len(known) > 12 else ''}"
