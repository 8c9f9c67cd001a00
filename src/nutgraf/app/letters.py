"""The letters of a workspace: signed and linked as nutgraf.yaml says."""

from __future__ import annotations

from collections.abc import Callable

from nutgraf.app.sending_plan import Plan
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.messages.letters import Letters
from nutgraf.deliver.messages.signing import signer_of
from nutgraf.deliver.messages.unsubscribe_links import signing_secret
from nutgraf.workspace.loading import Workspace


def letters_of(workspace: Workspace) -> Callable[[Plan], Letters]:
    """What writes the letters of a plan. Raises Usage where a key or a secret cannot be read."""
    return lambda plan: letters_for(workspace, plan.mailing)


def letters_for(workspace: Workspace, mailing: Mailing, *, test: bool = False) -> Letters:
    """The letters of one mailing; `test`: marked as a test. Raises Usage."""
    root, settings = workspace.root, workspace.settings
    return Letters(
        mailing,
        settings,
        secret=signing_secret(settings.unsubscribe, root),
        signer=signer_of(settings, root),
        test=test,
    )
