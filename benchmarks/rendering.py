"""Renders the newest brief of this repository in all digests, in one process, step by step."""

from __future__ import annotations

from functools import partial

from measuring import ROOT, held, milliseconds
from nutgraf.app.rendering import house, open_templates
from nutgraf.render import markdown, mjml, text
from nutgraf.render import mjml_mend as mend
from nutgraf.render.context import context
from nutgraf.render.digests import render
from nutgraf.workspace.loading import open_workspace

BAR = 30.0
TIMES = 60


def main() -> None:
    workspace = open_workspace(ROOT)
    brief = workspace.brief(workspace.briefs()[-1].path)
    templates = open_templates(workspace)
    print(f"rendering {brief.path}, median of {TIMES}")
    for name in workspace.styles.names():
        total = milliseconds(partial(render, brief, house(workspace, templates, name)), times=TIMES)
        print(held(f"  {name}: HTML, text and Markdown", total, BAR, "ms"))
    own = house(workspace, templates, brief.format)
    values = context(brief, own.settings, own.format_name, own.format, own.brand)
    source = mend.normal(templates.render(f"{brief.format}/email.mjml.j2", values))
    steps = {
        "values for the templates": lambda: context(
            brief, own.settings, own.format_name, own.format, own.brand
        ),
        "template to MJML": lambda: mend.normal(
            templates.render(f"{brief.format}/email.mjml.j2", values)
        ),
        "MJML checked and made HTML": lambda: mjml.mjml_to_html(source),
        "plain text": lambda: text.tidy(templates.render(f"{brief.format}/digest.txt.j2", values)),
        "Markdown": lambda: markdown.tidy(templates.render(f"{brief.format}/digest.md.j2", values)),
    }
    for step, work in steps.items():
        print(f"    {step:<30} {milliseconds(work, times=TIMES):8.2f} ms")


if __name__ == "__main__":
    main()
