"""A workspace that rests on the page about the ferry, and that page as its site shows it."""

from __future__ import annotations

from html import escape
from pathlib import Path

from nutgraf.workspace.body_hash import body_hash
from tests.evidence.drift.versions import FERRY, Version
from tests.workspaces import write_files

URL = "https://coast.example/ferry"
CLAIMS = (
    "About 1.1 million passengers used the line last year. [@ferry]",
    "The company rents two buses for its passengers. [@ferry]",
    "A crack in the hull was found during a routine dive. [@ferry]",
)
BRIEF = (
    "---\ntitle: The ferry\ndate: 2025-03-07\nsubject: Ferry stays in port\n---\n## Key Points\n\n"
    + "".join(f"- {claim}\n" for claim in CLAIMS)
    + "\n## Quotes\n\n![[ferry-note#Quotes]]\n"
)
NOTE = (
    "---\ntype: note\ntitle: What the harbour says\nsources: [ferry]\n---\n## Quotes\n\n"
    "> “We will not sail before the hull is sound.” — Ingrid Solheim, the harbour master [@ferry]\n"
)


def source(version: Version = FERRY, url: str | None = URL) -> str:
    """The capture of that version."""
    address = f"url: {url}\n" if url else ""
    return (
        f"---\ntitle: {version.title}\npublisher: Coast News\n{address}published: 2025-03-03\n"
        f"retrieved: 2025-03-04\nkind: news\nsha256: {body_hash(version.text)}\n---\n{version.text}"
    )


def workspace(root: Path, *, url: str | None = URL, version: Version = FERRY) -> Path:
    """A brief with claims on the page, one of them by a note."""
    files = {
        "seeds/ferry.md": source(version, url),
        "seeds/ferry-note.md": NOTE,
        "briefs/2025-03-07.md": BRIEF,
    }
    return write_files(root, files)


def page(version: Version, *, related: str = "Weather for the coast") -> bytes:
    """The version as the site shows it, with what stands around every article there."""
    article = "\n".join(f"<p>{escape(one)}</p>" for one in version.paragraphs)
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{escape(version.title)} | Coast News</title>
<meta property="og:title" content="{escape(version.title)}">
<meta property="og:site_name" content="Coast News"></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li>
<li><a href="/tides">Tides</a></li></ul></nav></header>
<main><article><h1>{escape(version.title)}</h1>
{article}
</article>
<aside><h2>Read on</h2><ul><li><a href="/1">{escape(related)}</a></li></ul></aside></main>
<footer><p>Coast News, Quay 4, Bergvik. <a href="/terms">Terms of use</a></p></footer></body></html>
""".encode()


def saved(folder: Path, version: Version, **given: str) -> Path:
    """That page as a file that an editor saved."""
    path = folder / "saved.html"
    path.write_bytes(page(version, **given))
    return path
