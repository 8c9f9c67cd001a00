"""What the rules say of themselves: for the terminal, and as pages of the documentation.

`python -m nutgraf.report.rule_reference docs/rules` writes a page for each family.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from nutgraf.checks.rule import Example, Rule
from nutgraf.engine import all_rules

_WIDTH = 80
_LINES = 12  # of an email that an example shows
_FAMILIES = {
    "support": "Whether a source carries what a brief says.",
    "numbers": "Figures, and what became of them on the way.",
    "quotations": "Words in quotation marks, and who said them.",
    "strength": "How surely, by whom, and of how much a thing is said.",
    "sources": "What the sources are, how many there are, and where they do not agree.",
    "time": "When it was, and what a reader will take it for on the day of sending.",
    "fairness": "Who answers, what speaks against it, and what is not known.",
    "angles": "Why the story matters: the view is ours, its premises are checked.",
    "process": "What is not finished.",
    "email": "The email itself. These rules read the HTML that readers get; `nutgraf build` asks "
    "them, and `nutgraf check --select email` does.",
    "stets": "What an editor lets stand.",
}


def listed(rules: Sequence[Rule]) -> str:
    """Every rule in a line or two, by family; 80 columns."""
    widest = max(len(rule.name) for rule in rules)
    lines: list[str] = []
    for family, own in groupby(rules, key=lambda rule: rule.family):
        lines += ["", family] if lines else [family]
        for rule in own:
            lead = f"  {rule.name:<{widest}}  {rule.severity:<7}  "
            law = textwrap.wrap(rule.law, _WIDTH - len(lead))
            lines += [f"{lead}{law[0]}", *(f"{'':<{len(lead)}}{line}" for line in law[1:])]
    return "\n".join(lines) + "\n"


def explained(rule: Rule) -> str:
    """One rule for the terminal: law, reason, examples."""
    asks = " · asks the editor" if rule.decided == "cue" else ""
    lines = [f"{rule.name}   {rule.family} · {rule.severity}{asks}"]
    if rule.aliases:
        lines.append(f"also called {', '.join(rule.aliases)}")
    lines += ["", *textwrap.wrap(rule.law, _WIDTH), "", *textwrap.wrap(rule.why, _WIDTH)]
    for name, text in _texts(rule):
        lines += ["", f"{name}:", "", *(f"    {line}".rstrip() for line in text.splitlines())]
    lines += ["", f"To let one stand, at the end of its line: <!-- stet {rule.name}: why -->"]
    return "\n".join(lines) + "\n"


def page(family: str, rules: Sequence[Rule]) -> str:
    """The page of one family, as Markdown."""
    lines = [f"# The family {family}", "", _FAMILIES.get(family, ""), ""]
    for rule in rules:
        if rule.family == family:
            lines += _section(rule)
    return "\n".join(lines).rstrip() + "\n"


def index(rules: Sequence[Rule]) -> str:
    """Every rule with its severity, by family, linked to the pages; as Markdown."""
    lines: list[str] = []
    for family, own in groupby(rules, key=lambda rule: rule.family):
        about = _FAMILIES.get(family, "").partition(". ")[0].rstrip(".")
        lines += [f"## [{family}](rules/{family}.md)", "", f"{about}.", ""]
        lines += ["| rule | severity | law |", "| --- | --- | --- |"]
        lines += [
            f"| [`{rule.name}`](rules/{family}.md#{rule.name}) | {rule.severity} | {rule.law} |"
            for rule in own
        ]
        lines.append("")
    return "\n".join(lines)


def _section(rule: Rule) -> Iterator[str]:
    asks = ", asks the editor" if rule.decided == "cue" else ""
    yield from (f"## {rule.name}", "", f"*{rule.severity}{asks}.* {rule.law}", "", rule.why, "")
    if rule.aliases:
        yield from (f"Also called {', '.join(f'`{name}`' for name in rule.aliases)}.", "")
    for name, text in _texts(rule):
        marked = name.replace("the seed ", "the seed `") + ("`" if "the seed" in name else "")
        yield from (f"{marked[:1].upper()}{marked[1:]}:", "")
        yield from (f"    {line}".rstrip() for line in text.splitlines())
        yield ""


def _texts(rule: Rule) -> Iterator[tuple[str, str]]:
    """The files of the examples, each once: what they are called, and their text."""
    same = rule.bad.brief == rule.good.brief
    apart = {
        name for name, text in rule.bad.seeds.items() if rule.good.seeds.get(name, text) != text
    }
    for name, text in {**rule.good.seeds, **rule.bad.seeds}.items():
        if not same or name not in apart:
            yield f"the seed {name}", text
    if same:
        yield "the brief", rule.bad.brief
    for name, example in (("bad", rule.bad), ("good", rule.good)):
        if same:
            yield from ((name, example.seeds[seed]) for seed in sorted(apart))
        if not same:
            yield name, example.brief
        if example.email is not None and (same or name == "bad"):
            yield (name if same else "its email"), _email(example)
        for path, beside in example.beside.items():
            if same or name == "bad" or path not in rule.bad.beside:
                yield f"with {path}, {name}", beside


def _email(example: Example) -> str:
    lines = (example.email or "").splitlines()
    if len(lines) <= _LINES:
        return "\n".join(lines)
    half = _LINES // 2
    return "\n".join([*lines[:half], f"… {len(lines) - _LINES} more lines …", *lines[-half:]])


def write(folder: Path) -> None:
    """A page for each family."""
    rules = all_rules()
    folder.mkdir(parents=True, exist_ok=True)
    for family in dict.fromkeys(rule.family for rule in rules):
        (folder / f"{family}.md").write_text(page(family, rules), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
