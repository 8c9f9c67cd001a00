"""Where the sources of a pack come from, in a line: `2, not 4: AP (fox, cards) · …`."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.model import Claim, Origin


def line(origins: Sequence[Origin]) -> str:
    """The count, and each origin with its sources where these are more than the origins."""
    count = sum(len(one.sources) for one in origins)
    if len(origins) == count:
        return f"{len(origins)}: {' · '.join(one.short for one in origins)}"
    shown = " · ".join(f"{one.short} ({', '.join(one.sources)})" for one in origins)
    return f"{len(origins)}, not {count}: {shown}"


def of_claim(claim: Claim, origins: Sequence[Origin]) -> str:
    """Which sources carry a claim and where these have it from; empty where none does."""
    if not claim.carried_by:
        return ""
    shorts = {one.name: one.short for one in origins}
    named = " · ".join(shorts.get(name, name) for name in claim.origins)
    count = len(claim.carried_by)
    if count == 1 and claim.carried_by == claim.origins:
        return f"carried by {claim.carried_by[0]}"
    roots = "1 origin" if len(claim.origins) == 1 else f"{len(claim.origins)} origins"
    seen = " · document seen" if claim.primary_seen else ""
    return f"carried by {', '.join(claim.carried_by)} · {roots}: {named}{seen}"
