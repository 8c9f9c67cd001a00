"""What a brief is rendered with: the templates and the house style of a workspace."""

from __future__ import annotations

from nutgraf.model import Brief
from nutgraf.render.digests import House, render
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


def email_of(workspace: Workspace, brief: Brief) -> str:
    """The HTML of a brief's email in its own format."""
    return render(brief, house(workspace, open_templates(workspace), brief.format)).html
