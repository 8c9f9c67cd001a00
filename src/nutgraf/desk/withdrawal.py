"""What withdraws an approval: an edit of anything that the frozen bytes were made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import to_builtins

from nutgraf.desk.approval import Approval
from nutgraf.model import Brief
from nutgraf.workspace.settings import Settings

# A new relay, another folder for the ledger or another policy is nothing that readers see.
_SEEN = (
    "name", "tagline", "language", "direction", "base_url", "time_zone", "postal_address",
    "sender.name", "sender.address", "sender.reply_to",
)  # fmt: skip


def seen_settings(settings: Settings, brief: Brief, list_name: str | None) -> dict[str, str | None]:
    """The values of nutgraf.yaml that reach the readers of a brief, by their keys.

    The defaults that the brief makes use of, and where its list is, are among them.
    """
    values = flat(settings)
    keys = [*_SEEN, *(key for key in values if key.startswith("fields."))]
    if "format" not in brief.front.values:
        keys.append("format")
    if list_name is not None:
        keys += [key for key in values if key.startswith(f"lists.{list_name}.")]
        if brief.list_name is None:
            keys.append("list")
    return {key: values.get(key) for key in keys}


def flat(settings: Settings) -> Mapping[str, str]:
    """Every value that nutgraf.yaml gives or leaves at its default, by its key, as text."""
    return dict(_flat("", to_builtins(settings)))


def _flat(key: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _flat(f"{key}.{name}" if key else str(name), inner)
    elif isinstance(value, list):
        yield key, ", ".join(map(str, value))
    elif value is not None:
        yield key, str(value)


def reasons(
    approval: Approval, found: Mapping[str, str | None], settings: Settings
) -> Iterator[str]:
    """Why an approval no longer holds, a line each; none where it does.

    `found` has the hash of every input as it is now, None for those that are gone, and of what
    would be an input now.
    """
    then = {one.path: one.sha256 for one in approval.inputs}
    for path, known in then.items():
        now = found.get(path)
        if now is None:
            yield f"{path} is gone"
        elif now != known:
            yield f"{path} has changed since"
    for path in found:
        if path not in then:
            yield f"{path} was added since"
    values = flat(settings)
    for key, value in approval.settings.items():
        if values.get(key) != value:
            yield f"{key} in nutgraf.yaml has changed since"
