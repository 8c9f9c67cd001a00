"""A baseline: the findings there are, so that only new ones are told from now on."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from nutgraf.app.checked import Checked, without
from nutgraf.errors import Fault, Faulty
from nutgraf.workspace.files import write_atomically

VERSION = 1


def write_baseline(path: Path, checked: Sequence[Checked]) -> int:
    """Writes the findings that nobody let stand, by brief, and says how many."""
    briefs = {
        one.brief.path: [
            {"fingerprint": each.fingerprint, "rule": each.rule, "message": each.message}
            for each in one.findings
            if each.stet is None
        ]
        for one in checked
    }
    told = {"version": VERSION, "briefs": briefs}
    write_atomically(path, (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())
    return sum(map(len, briefs.values()))


def read_baseline(path: Path) -> Mapping[str, frozenset[str]]:
    """The known fingerprints by brief. Raises Faulty where the file is no baseline."""
    hint = "make one: nutgraf check --write-baseline FILE"
    try:
        told: Any = json.loads(path.read_text("utf-8"))
        known = {
            str(brief): frozenset(str(one["fingerprint"]) for one in found)
            for brief, found in told["briefs"].items()
        }
        version = told["version"]
    except OSError as error:
        raise Faulty([Fault(str(path), f"cannot be read: {error.strerror}", hint)]) from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Faulty([Fault(str(path), f"is no baseline: {error}", hint)]) from None
    if version != VERSION:
        raise Faulty([Fault(str(path), f"is a baseline of version {version}", hint)])
    return known


def less(checked: Sequence[Checked], known: Mapping[str, frozenset[str]]) -> tuple[Checked, ...]:
    """The checks without the findings that the baseline knows."""
    return tuple(without(one, known.get(one.brief.path, frozenset())) for one in checked)
