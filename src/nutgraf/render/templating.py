"""Templates of the workspace, rendered to text.

How the values in a template are escaped is said by its name, because the last ending is always
`.j2`: HTML in `*.mjml.j2` and `*.html.j2`, Markdown in `*.md.j2`, not at all in `*.txt.j2`. A
template that another includes or imports keeps its own way; one that does not escape for HTML is
refused in one that does.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from jinja2 import FunctionLoader

from nutgraf.errors import Fault, Faulty
from nutgraf.render import template_faults as faults
from nutgraf.render.template_folders import (
    TemplateFolder,
    find_template,
    shown_path,
    template_names,
)
from nutgraf.render.template_markdown import MarkdownSafe, escape_markdown
from nutgraf.render.template_meter import OUTPUT, Meter, OverBudget, metered
from nutgraf.render.template_sandbox import ENDINGS, Mode, Sandbox, mode_of

__all__ = ["MarkdownSafe", "TemplateFolder", "Templates", "escape_markdown"]

NO_FILTERS: Mapping[str, Callable[..., object]] = MappingProxyType({})


class Templates:
    """Sandboxed Jinja templates; the first folder that has a name wins.

    `filters` come on top of Jinja's own. A rendering may take `iterations` turns of loops (and
    numbers of ranges) and `seconds` of time.
    """

    def __init__(
        self,
        folders: Sequence[TemplateFolder],
        *,
        filters: Mapping[str, Callable[..., object]] = NO_FILTERS,
        iterations: int = 100_000,
        seconds: float = 5.0,
    ) -> None:
        self.folders = tuple(folders)
        self.filters = dict(filters)
        self.iterations = iterations
        self.seconds = seconds
        self._environments = self.environments(Sandbox)

    def environments(self, kind: type[Sandbox]) -> dict[Mode, Sandbox]:
        """One environment for each way of escaping, which know each other."""
        made: dict[Mode, Sandbox] = {}
        loader = FunctionLoader(functools.partial(find_template, self.folders))
        for mode in ENDINGS.values():
            made[mode] = kind(mode, loader, self.filters, made)
        return made

    def render(self, name: str, context: Mapping[str, object]) -> str:
        """The text that the template makes of the values in `context`.

        `name` is a path below the folders with forward slashes, such as
        `annotated/email.mjml.j2`. Raises `Faulty` with the place of whatever is wrong in the
        template or in one that it includes.
        """
        return self.render_in(self._environments, name, context)

    def render_in(
        self, environments: Mapping[Mode, Sandbox], name: str, context: Mapping[str, object]
    ) -> str:
        """As `render`, in environments of another kind."""
        mode = mode_of(name)
        if mode is None:
            raise Faulty([Fault(self.shown(name), *faults.unknown_ending(name))])
        try:
            with metered(Meter(self.iterations, self.seconds)):
                return _rendered(environments[mode], name, context)
        except faults.RAISED_BY_TEMPLATES as error:
            raise Faulty([faults.told(error, self, name)]) from error

    def shown(self, name: str) -> str:
        """The path of a template as messages give it."""
        return shown_path(self.folders, name)

    def names(self) -> list[str]:
        """Every template that there is, sorted."""
        return template_names(self.folders)

    def vocabulary(self, kind: str) -> list[str]:
        """The names of what templates can use: of the filters or of the tests."""
        environment = self._environments["text"]
        known = environment.filters if kind == "filter" else environment.tests
        return [name for name in known if name.isidentifier() and not name.startswith("_")]

    def loaded(self) -> frozenset[str]:
        """The names of the templates that were rendered from so far, includes among them."""
        caches = (one.cache for one in self._environments.values())
        return frozenset(name for cache in caches if cache is not None for _, name in cache)

    def source(self, name: str) -> str:
        """The text of a template; empty where there is none."""
        found = find_template(self.folders, name)
        return found[0] if found else ""


def _rendered(environment: Sandbox, name: str, context: Mapping[str, object]) -> str:
    template = environment.get_template(name)
    parts: list[str] = []
    size = 0
    for part in template.root_render_func(template.new_context(dict(context))):
        parts.append(part)
        size += len(part)
        if size > OUTPUT:
            raise OverBudget(f"writes more than {OUTPUT:,} characters")
    return "".join(parts)
