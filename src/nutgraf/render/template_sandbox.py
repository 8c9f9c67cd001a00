"""The environment that templates run in: Jinja's sandbox, and limits to what they may cost.

Templates are content: an editor copies them from a colleague, and the text that goes through them
comes from the web. Whatever a template does, it ends, stays small and reaches nothing but what it
was given. The loop iterations are counted where Jinja's own sandbox does not: each body of a loop
or macro begins with a tick that is put into its syntax tree.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, TypeVar, cast

from jinja2 import BaseLoader, StrictUndefined, nodes, pass_context
from jinja2.environment import Template
from jinja2.exceptions import SecurityError, TemplateRuntimeError, UndefinedError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from nutgraf.render import template_meter as meter
from nutgraf.render.template_code import KeptCode
from nutgraf.render.template_markdown import MarkdownSafe, escape_markdown, join_markdown

Mode = Literal["HTML", "Markdown", "text"]

ENDINGS: Mapping[str, Mode] = {
    ".mjml.j2": "HTML",
    ".html.j2": "HTML",
    ".md.j2": "Markdown",
    ".txt.j2": "text",
}

# What would make a rendering differ from one run to the next.
UNSTEADY_FILTERS = ("random",)
UNSTEADY_GLOBALS = ("lipsum",)

METHODS = (
    "capitalize casefold count endswith find index isalnum isalpha isascii isdecimal "
    "isdigit islower isnumeric isspace istitle isupper join lower lstrip partition "
    "removeprefix removesuffix replace rfind rindex rpartition rsplit rstrip split "
    "splitlines startswith strip striptags swapcase title unescape upper"
)
STR_METHODS = frozenset(METHODS.split())
PADDING_FILTERS = frozenset(("batch", "center", "indent", "round", "slice", "tojson", "wordwrap"))
MOVING_FILTERS = ("center", "indent", "trim", "wordwrap")

_F = TypeVar("_F", bound=Callable[..., object])


class UndefinedName(UndefinedError):
    """A name or attribute that is not there, with the object it was looked up in."""

    def __init__(self, message: str, *, name: str | None, owner: object) -> None:
        super().__init__(message)
        self.name = name
        self.owner = owner


class NothingToPrint(TemplateRuntimeError):
    """`{{ … }}` of None."""


class Unknown(StrictUndefined):
    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        told = functools.partial(UndefinedName, name=name, owner=obj)
        chosen = told if exc is UndefinedError and hint is None else exc
        super().__init__(hint, obj, name, cast("type[TemplateRuntimeError]", chosen))


def mode_of(name: str) -> Mode | None:
    """How the values in a template of that name are escaped; None where its ending says nothing."""
    return next((mode for ending, mode in ENDINGS.items() if name.endswith(ending)), None)


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of one mode. `others` holds those of the other modes, for includes."""

    intercepted_binops = frozenset(("*", "**", "%", "+"))
    # Whether the code of a template is the same in every environment of this kind.
    keeps_code = True

    def __init__(
        self,
        mode: Mode,
        loader: BaseLoader,
        filters: Mapping[str, Callable[..., object]],
        others: dict[Mode, Sandbox],
    ) -> None:
        super().__init__(
            loader=loader,
            autoescape=mode == "HTML",
            undefined=Unknown,
            keep_trailing_newline=True,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_print_markdown if mode == "Markdown" else _print,
            bytecode_cache=KeptCode(mode, frozenset(filters.items())) if self.keeps_code else None,
        )
        self.mode = mode
        self.others = others
        self.filters.update(filters)
        if mode == "Markdown":
            self.filters.update(_markdown_filters(self.filters))
        self.filters = {name: _limited(name, each) for name, each in self.filters.items()}
        for name in UNSTEADY_FILTERS:
            del self.filters[name]
        for name in UNSTEADY_GLOBALS:
            del self.globals[name]
        self.globals["range"] = _counted_range
        self.filters |= {"_tick": _tick, "_concat": _concat, "_block": _block_of(mode)}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: Any = None,  # noqa: A002 - the name is Jinja's
    ) -> Template:
        """The template, from the environment of its own mode: each file keeps its escaping."""
        if isinstance(name, str):
            mode = mode_of(name) or self.mode
            if mode != self.mode:
                if self.mode == "HTML":
                    raise SecurityError(f"{name!r} does not escape what it prints for HTML")
                return self.others[mode].get_template(name, parent, globals)
        return super().get_template(name, parent, globals)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805, PYI063 - as in Jinja, so that any keyword can be passed on
        _refuse_large(__obj, args)
        made = super().call(__context, __obj, *args, **kwargs)
        if isinstance(__obj, Macro | BlockReference | LoopContext):
            owner = getattr(__obj, "_environment", __self)
            if owner is not __self:
                return str(made)
            if __self.mode == "Markdown":
                return MarkdownSafe(made)
        return made

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, str | bytes | int | float) and attr not in STR_METHODS:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """Jinja would let `"…".format` through, wrapped; here it is refused as an attribute."""

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "**":
            raise SecurityError("the operator ** is not available in templates")
        if operator == "*":
            meter.refuse_product(left, right)
        elif operator == "+":
            meter.refuse_sum(left, right)
        elif isinstance(left, str):
            meter.refuse_wide_format(left)
        return super().call_binop(context, operator, left, right)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        return cast("nodes.Template", _Limits(self).visit(tree))


class _Limits(NodeTransformer):
    """Puts a tick into every body, and lets text be joined only under a limit."""

    def __init__(self, environment: Sandbox) -> None:
        self.environment = environment

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - visitors are named so
        return self._ticking(node)

    visit_Template = visit_Macro = visit_CallBlock = visit_Block = visit_For  # noqa: N815

    def _ticking(self, node: Any) -> nodes.Node:
        weight = sum(len(data.data) for each in node.body for data in _own_data(each))
        self.generic_visit(node)
        tick = self._filter("_tick", nodes.Const(weight, lineno=node.lineno), node)
        node.body.insert(0, nodes.ExprStmt(tick, lineno=node.lineno))
        return cast("nodes.Node", node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return self._filter("_concat", nodes.List(node.nodes, lineno=node.lineno), node)

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.filter = self._filter("_block", node.filter, node)
        return node

    def _filter(self, name: str, value: nodes.Expr | None, node: nodes.Node) -> nodes.Filter:
        made = nodes.Filter(value, name, [], [], None, None, lineno=node.lineno)
        made.set_environment(self.environment)
        return made


def _own_data(node: nodes.Node) -> Iterable[nodes.TemplateData]:
    """The template text in a body, but not in bodies inside it, which tick for themselves."""
    if isinstance(node, nodes.TemplateData):
        yield node
    elif not isinstance(node, nodes.For | nodes.Macro | nodes.CallBlock | nodes.Block):
        for child in node.iter_child_nodes():
            yield from _own_data(child)


@pass_context
def _tick(_context: Context, weight: int) -> None:
    running = meter.RUNNING.get()
    running.spend(1)
    running.write(weight)


def _counted_range(*bounds: int) -> range:
    counted = range(*bounds)
    meter.RUNNING.get().spend(len(counted))
    return counted


@pass_context
def _concat(context: Context, parts: list[object]) -> str:
    texts = [part if isinstance(part, str) else str(_print(part)) for part in parts]
    meter.refuse_size(sum(map(len, texts)))
    if context.eval_ctx.autoescape and any(isinstance(text, Markup) for text in texts):
        return Markup().join(texts)
    return join_markdown(texts)


def _block_of(mode: Mode) -> Callable[[str], str]:
    return MarkdownSafe if mode == "Markdown" else _as_it_is


def _as_it_is(text: str) -> str:
    return text


def _print(value: object) -> object:
    if value is None:
        raise NothingToPrint("the value to print is None")
    if isinstance(value, str):
        meter.RUNNING.get().write(len(value))
    return value


def _print_markdown(value: object) -> str:
    return _escaped(_print(value))


def _refuse_large(method: object, args: tuple[object, ...]) -> None:
    """The two methods of text that can make much out of little."""
    owner = getattr(method, "__self__", None)
    if not isinstance(owner, str):
        return
    name = getattr(method, "__name__", "")
    if name == "replace":
        _refuse_replacement(owner, *args[:2])
    elif name == "join" and args and isinstance(args[0], list | tuple):
        sizes = sum(len(part) for part in args[0] if isinstance(part, str))
        meter.refuse_size(sizes + len(owner) * len(args[0]))


def _refuse_replacement(text: object, old: object = None, new: object = "") -> None:
    if isinstance(text, str) and isinstance(old, str) and isinstance(new, str):
        meter.refuse_size(len(text) + text.count(old) * len(new))


def _limited(name: str, function: _F) -> _F:
    """The filter, with its widths checked before and the size of what it makes after."""
    passed = 1 if hasattr(function, "jinja_pass_arg") else 0

    @functools.wraps(function)
    def limited(*args: Any, **kwargs: Any) -> object:
        _refuse_arguments(name, args[passed:], kwargs)
        made = function(*args, **kwargs)
        if isinstance(made, str | list | tuple):
            meter.refuse_size(len(made))
        return made

    return cast("_F", limited)


def _refuse_arguments(name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> None:
    if name in PADDING_FILTERS:
        for each in (*args[1:], *kwargs.values()):
            meter.refuse_width(each)
    if name == "indent" and args and isinstance(args[0], str):
        width = args[1] if len(args) > 1 else kwargs.get("width", 4)
        columns = len(width) if isinstance(width, str) else int(width)
        meter.refuse_size(len(args[0]) + (args[0].count("\n") + 1) * columns)
    elif name == "format" and args:
        meter.refuse_wide_format(str(args[0]))
    elif name == "replace":
        given = (kwargs.get("old"), kwargs.get("new"))
        _refuse_replacement(*args[:1], *(args[1:3] or given))


def _markdown_filters(
    filters: Mapping[str, Callable[..., object]],
) -> dict[str, Callable[..., object]]:
    """Those that let Markdown pass through them as Markdown."""
    moving = {name: _moving(filters[name]) for name in MOVING_FILTERS}
    return {
        **moving,
        "join": _markdown_join,
        "safe": lambda value: MarkdownSafe(str(value)),
        "escape": _escaped,
        "e": _escaped,
        "forceescape": lambda value: escape_markdown(str(value)),
    }


def _escaped(value: object) -> MarkdownSafe:
    return escape_markdown(value if isinstance(value, str) else str(value))


def _moving(function: Callable[..., object]) -> Callable[..., object]:
    """The filter, which works on plain text, with Markdown in and Markdown out."""
    passed = 1 if hasattr(function, "jinja_pass_arg") else 0

    @functools.wraps(function)
    def moving(*args: Any, **kwargs: Any) -> object:
        if len(args) > passed and isinstance(args[passed], MarkdownSafe):
            plain = [*args[:passed], str(args[passed]), *args[passed + 1 :]]
            return MarkdownSafe(function(*plain, **kwargs))
        return function(*args, **kwargs)

    return moving


@pass_context
def _markdown_join(
    context: Context, value: Iterable[Any], d: object = "", attribute: str | int | None = None
) -> str:
    if attribute is not None:
        options = {"attribute": attribute}
        mapped = context.environment.call_filter("map", value, (), options, context)
        value = cast("Iterable[Any]", mapped)
    return join_markdown(value, d)
