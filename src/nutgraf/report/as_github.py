"""The findings as workflow commands, which GitHub Actions shows beside the lines.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nutgraf.model import Finding, Severity

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}


def report(findings: Iterable[Sequence[Finding]]) -> str:
    """One line for each finding that was not let stand; empty where there is none."""
    lines = [_line(one) for found in findings for one in found if one.stet is None]
    return "".join(f"{line}\n" for line in lines)


def _line(finding: Finding) -> str:
    place = finding.place
    values = {
        "file": place.path,
        "line": str(place.line),
        "endLine": str(place.end_line),
    }
    if place.line == place.end_line:  # columns are read within one line only
        values["col"] = str(place.column)
        values["endColumn"] = str(max(place.end_column, place.column))
    values["title"] = finding.rule
    told = ",".join(f"{name}={_value(text)}" for name, text in values.items())
    message = f"{finding.message}\n{finding.remedy}"
    quoted = [f"{one.seed}:{one.place.line}: {one.text}" for one in finding.evidence[:2]]
    return f"::{_COMMANDS[finding.severity]} {told}::{_message(chr(10).join([message, *quoted]))}"


def _message(text: str) -> str:
    """What may stand in a message: its line ends and per cent signs are written out."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    """What may stand in a value: no comma and no colon either."""
    return _message(text).replace(":", "%3A").replace(",", "%2C")
