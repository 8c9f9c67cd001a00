"""The parts of the documentation that are made from the code.

A page holds them between `<!-- made: NAME -->` and `<!-- end -->`. After a change of the code,
`python -m tests.docs.reference` writes them anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec
import typer
from msgspec import inspect

from nutgraf.cli.commands import app
from nutgraf.engine import all_rules
from nutgraf.model import Role
from nutgraf.render import views
from nutgraf.render.inlines import Line
from nutgraf.render.providers import PROVIDERS
from nutgraf.report.rule_reference import index
from nutgraf.workspace.brand import Brand
from nutgraf.workspace.formats import Format, label
from nutgraf.workspace.note_keys import KINDS, KNOWN, Holds
from nutgraf.workspace.roles import DEFAULT_ORDER, HEADINGS
from nutgraf.workspace.settings import Settings
from nutgraf.workspace.styles import styles_of
from tests.docs.pages import PAGES, ROOT, run

PART = re.compile(r"(?<=<!-- made: )(?P<name>[\w-]+) -->\n.*?(?=<!-- end -->)", re.DOTALL)

_HOLDS: Mapping[Holds, str] = {
    Holds.LINE: "text",
    Holds.HEADER: "text on one line",
    Holds.LINES: "a list of texts",
    Holds.IDS: "a list of ids, `[[id]]` too",
    Holds.DAY: "a date: `2026-03-06`",
    Holds.WHEN: "`17:00`, or `2026-03-06 17:00`",
    Holds.URL: "a web address",
    Holds.KIND: ", ".join(f"`{kind}`" for kind in KINDS),
    Holds.TYPE: "`source`, `note`, `angle`, `brief`",
    Holds.LANGUAGE: "a language: `en-GB`",
    Holds.SHA256: "64 hexadecimal digits",
    Holds.FORMAT: "a folder of `templates/`",
    Holds.STETS: "a list of `rule: reason`",
}


def with_parts(text: str) -> str:
    """A page with every part made anew."""

    def made(found: re.Match[str]) -> str:
        return f"{found['name']} -->\n\n{PARTS[found['name']]().strip()}\n\n"

    return PART.sub(made, text)


def check() -> str:
    """What the check says of the repository's own draft, as far as a reader wants to see it."""
    return _shown("nutgraf check 2026-02-12", most=40)


def _shown(line: str, most: int = 0) -> str:
    """A command of the repository's workspace with what it prints, cut between two paragraphs."""
    done = run(line, ROOT)
    assert "Traceback" not in done.stdout, done.stdout
    printed = done.stdout.rstrip("\n")
    lines = printed.split("\n")
    if most and len(lines) > most:
        kept = "\n".join(lines[:most]).rpartition("\n\n")[0]
        printed = f"{kept}\n\n…"
    return f"```console\n$ {line}\n{printed}\n```"


def commands() -> str:
    """Every command with its arguments and options, from the command line itself."""
    return "\n\n".join(_commands(typer.main.get_command(app), "nutgraf"))


def _commands(command: Any, name: str) -> Iterator[str]:
    inner: Mapping[str, Any] = getattr(command, "commands", {})
    if not inner:
        yield _command(command, name)
    for word in command.list_commands(typer.Context(command)) if inner else ():
        yield from _commands(inner[word], f"{name} {word}")


def _command(command: Any, name: str) -> str:
    paragraphs = [part.strip("\n") for part in (command.help or "").split("\n\n")]
    examples = [part for part in paragraphs if part.startswith("\b")]
    prose = " ".join(part for part in paragraphs if not part.startswith("\b"))
    lines = [f"## {name}", "", " ".join(prose.split())]
    for example in examples:
        lines += ["", *(_example(line) for line in example.strip("\b\n").split("\n"))]
    rows = [_parameter(parameter) for parameter in command.params]
    if rows:
        lines += ["", _table(("argument, option", "meaning"), rows)]
    return "\n".join(lines)


def _example(line: str) -> str:
    """`command  what it does` as a bullet."""
    command, _, told = re.sub(r" {2,}", "\0", line.strip()).partition("\0")
    return f"- `{command}`: {told}" if told else f"- `{command}`"


def _parameter(parameter: Any) -> tuple[str, str]:
    told = parameter.help or ""
    if parameter.param_type_name == "argument":
        dots = "…" if parameter.nargs == -1 else ""
        return f"`{parameter.metavar or parameter.name}`{dots}", told
    value = f" {parameter.metavar}" if parameter.metavar else ""
    default = f" Default: `{parameter.default}`." if isinstance(parameter.default, str) else ""
    names = sorted(parameter.opts, key=len)
    return ", ".join(f"`{name}`" for name in [*names[:-1], names[-1] + value]), told + default


def record(kind: type[msgspec.Struct]) -> str:
    """The keys of a configuration file, from its record."""
    rows = list(_keys(inspect.type_info(kind), ""))
    return _table(("key", "what it is", "if left out"), rows)


def _keys(kind: inspect.Type, before: str) -> Iterator[tuple[str, str, str]]:
    assert isinstance(kind, inspect.StructType)
    for each in kind.fields:
        bare, told = _bare(each.type)
        name = f"{before}{each.encode_name}"
        inner = bare if isinstance(bare, inspect.StructType) else None
        yield f"`{name}`", told + _choices(bare), "" if inner else _default(each)
        if inner:
            yield from _keys(inner, f"{name}.")


def _bare(kind: inspect.Type) -> tuple[inspect.Type, str]:
    """A type without what describes it, and the description."""
    told = ""
    while isinstance(kind, inspect.Metadata | inspect.UnionType):
        if isinstance(kind, inspect.Metadata):
            told = told or (kind.extra_json_schema or {}).get("description", "")
            kind = kind.type
        else:
            kind = next(one for one in kind.types if not isinstance(one, inspect.NoneType))
    return kind, told


def _choices(kind: inspect.Type) -> str:
    if isinstance(kind, inspect.LiteralType):
        return f": {', '.join(f'`{value}`' for value in kind.values)}"
    return ""


def _default(each: inspect.Field) -> str:
    if each.required:
        return "**required**"
    value = each.default
    if value is msgspec.NODEFAULT:
        value = each.default_factory() if each.default_factory is not msgspec.NODEFAULT else None
    if value is None or value in ("", (), {}):
        return "none"
    shown = ", ".join(str(one) for one in value) if isinstance(value, tuple) else str(value)
    return f"`{shown}`"


def front_matter() -> str:
    """The keys that the front matter of each type of note knows."""
    names = list(dict.fromkeys(key for keys in KNOWN.values() for key in keys))
    rows = []
    for name in names:
        types = [kind for kind, keys in KNOWN.items() if name in keys]
        where = "every note" if len(types) == len(KNOWN) else ", ".join(types)
        rows.append((f"`{name}`", _HOLDS[KNOWN[types[0]][name]], where))
    return _table(("key", "holds", "in"), rows)


def roles() -> str:
    """Each role, the headings that mean it, and its label in each of the shipped formats."""
    styles = styles_of(ROOT)
    formats = {name: styles.format(name) for name in styles.names()}
    rows = []
    for role in DEFAULT_ORDER:
        labels = [_label(form, role) for form in formats.values()]
        rows.append((f"`{role}`", ", ".join(HEADINGS.get(role, ())) or "before a heading", *labels))
    return _table(("role", "headings that mean it", *formats), rows)


def _label(form: Format, role: Role) -> str:
    return "never published" if role in form.unpublished else label(form, role) or "(no heading)"


def providers() -> str:
    """What each provider's merge tags are, from the record that `--as-pasted` uses."""
    rows = []
    for key, provider in PROVIDERS.items():
        tags = ", ".join(f"`{tag}`" for tag in provider.tags.values())
        pages = ", ".join(
            f"[{number}]({address})" for number, address in enumerate(provider.documentation, 1)
        )
        told = "; ".join(note.removeprefix(f"{provider.name}: ") for note in provider.notes)
        field = provider.field("city", "your town", html=False) if provider.field else None
        shown = f"`{field}`" if field else "the default"
        rows.append((f"`{key}`", tags or "its own links; ours go out", shown, told, pages))
    return _table(("provider", "puts", "for a merge field", "to know", "from"), rows)


def rules() -> str:
    """Every rule by family, with its severity and its law."""
    return index(all_rules())


def template_values() -> str:
    """What a template sees, from the records themselves."""
    found: dict[type[Any], str] = {}
    for name in ("Publication", "Format", "Brief", "Story", "Sources", "Checked"):
        _gather(getattr(views, f"{name}View"), found)
    rows = []
    for kind, told in found.items():
        hints = get_type_hints(kind, vars(views))
        values = ", ".join(_value(each.name, hints[each.name]) for each in fields(kind))
        rows.append((f"**{_view(kind)}**", values, told))
    return _table(("", "holds", ""), rows)


def _value(name: str, hint: Any) -> str:
    told = _typed(hint)
    return f"`{name}`" if told == "text" else f"`{name}` ({told})"


def _gather(kind: type[Any], found: dict[type[Any], str]) -> None:
    if kind in found or kind is Line:
        return
    doc = "" if (kind.__doc__ or "").startswith(f"{kind.__name__}(") else kind.__doc__ or ""
    found[kind] = " ".join(doc.split())
    for hint in get_type_hints(kind, vars(views)).values():
        for inner in _records(hint):
            _gather(inner, found)


def _records(hint: Any) -> Iterator[type[Any]]:
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for inner in get_args(hint):
        yield from _records(inner)


def _view(kind: type[Any]) -> str:
    return kind.__name__.removesuffix("View").lower()


def _typed(hint: Any) -> str:
    if hint is Line:
        return "words"
    if isinstance(hint, type):
        plain = {str: "text", int: "a number", bool: "true or false", Role: "a role"}
        return plain.get(hint) or f"a {_view(hint)}"
    inner = [each for each in get_args(hint) if each is not Ellipsis]
    if all(isinstance(each, str) for each in inner):
        return ", ".join(f"`{each}`" for each in inner)
    listed = {_view(one) for each in inner for one in _records(each)} or {"text"}
    names = " or ".join(sorted(listed)) if len(listed) < 4 else "block"
    nested = any("tuple" in str(each) for each in inner)
    return f"a list of lists of {names}s" if nested else f"a list of {names}s"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines: list[Sequence[str]] = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


PARTS: Mapping[str, Callable[[], str]] = {
    "check": check,
    "commands": commands,
    "settings": lambda: record(Settings),
    "format": lambda: record(Format),
    "brand": lambda: record(Brand),
    "front-matter": front_matter,
    "roles": roles,
    "providers": providers,
    "rules": rules,
    "template-values": template_values,
}


def write(pages: tuple[Path, ...] = PAGES) -> None:
    """Writes every part of the pages anew."""
    for page in pages:
        text = page.read_text(encoding="utf-8")
        page.write_text(with_parts(text), encoding="utf-8")


if __name__ == "__main__":
    write()
