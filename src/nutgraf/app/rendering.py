"""What a brief is rendered with: the templates and the house style of a workspace."""

from __future__ import annotations

from nutgraf.app.judging import Judging
from nutgraf.render.digests import Digests, House, render
from nutgraf.render.filters import FILTERS
from nutgraf.render.templating import TemplateFolder, Templates
from nutgraf.workspace.loading import Workspace
from nutgraf.workspace.shipped import shipped_templates


def open_templates(workspace: Workspace) -> Templates:
    """The templates of a workspace, its own before the shipped ones."""
    shown = {shipped_templates(): "nutgraf/templates", workspace.root / "templates": "templates"}
    folders = [TemplateFolder(folder, shown[folder]) for folder in workspace.styles.folders]
    return Templates(folders, filters=FILTERS)


def house(workspace: Workspace, templates: Templates, format_name: str) -> House:
    """What a brief is rendered with in a format. Raises Usage and Faulty."""
    styles = workspace.styles
    return House(
        workspace.settings, format_name, styles.format(format_name), styles.brand(), templates
    )


def digests_of(
    judging: Judging, *, format_name: str | None = None, templates: Templates | None = None
) -> Digests:
    """A brief in a format (its own, if none is named), with what that format tells of the check.

    Raises Usage where there is no such format, and Faulty where a template or a file is wrong.
    """
    workspace, brief = judging.workspace, judging.brief
    name = format_name or brief.format
    style = house(workspace, templates or open_templates(workspace), name)
    return render(brief, style, judging.grounds(name))
