"""An email in miniature, for the examples of the rules of this family."""

from __future__ import annotations

from nutgraf.render.tokens import UNSUBSCRIBE_URL

BRIEF = (
    "---\ntitle: The reading room\ndate: 2025-03-07\nsubject: The reading room opens on Sunday\n"
    "preheader: Tea is free.\n---\n"
    "## Summary\n\nThe reading room opens on Sunday. [@report]\n"
)
SEEDS = {
    "report": "---\ntitle: A reading room\n---\nThe reading room opens on Sunday. Tea is free.\n"
}
_FOOT = (
    f'<p>Example Street 1<br>12345 Example City<br><a href="{UNSUBSCRIBE_URL}">Unsubscribe</a></p>'
)


def email(body: str, *, foot: str = _FOOT, css: str = "") -> str:
    """The HTML of an email with that body."""
    style = f"<style>{css}</style>" if css else ""
    return f"<html><head>{style}</head>\n<body>\n{body}\n{foot}\n</body></html>"
