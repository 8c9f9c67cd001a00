"""The files of a first workspace, and how they come into a folder: all of them or none."""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from nutgraf.app import scaffold_texts as texts
from nutgraf.app.scaffold_names import yaml_text
from nutgraf.render.wording import shown_date
from nutgraf.workspace.body_hash import body_hash
from nutgraf.workspace.files import SETTINGS_FILE
from nutgraf.workspace.schemas import json_schemas
from nutgraf.workspace.shipped import shipped_templates
from nutgraf.workspace.styles import BRAND_FILE, FORMAT_FILE

# A path relative to the file that names it, so that an editor completes without a network; inside
# templates/, so that a copied format folder still finds it; with a dot, so that Obsidian hides it.
SCHEMAS = "templates/.schemas"
_MODELINE = "# yaml-language-server: $schema="
# How the days of the invented story lie around the day of the first brief.
_DAYS = {"meeting": -4, "printed": -3, "noticed": -2, "noted": -1, "closes": 17, "until": 79}


def first_files(name: str, today: date) -> Mapping[str, bytes]:
    """Every file of a first workspace, by its path, in the order in which people will read them."""
    days = _days(today)
    article = texts.ARTICLE_BODY.format(**days)
    notice = texts.NOTICE_BODY.format(**days)
    written = {
        SETTINGS_FILE: texts.SETTINGS.format(
            name=yaml_text(name), schema=f"{SCHEMAS}/nutgraf.schema.json"
        ),
        "README.md": texts.README.format(name=name),
        ".gitignore": texts.GITIGNORE,
        ".gitattributes": texts.GITATTRIBUTES,
        "seeds/quayside-courier.md": texts.ARTICLE.format(
            body=article, sha256=body_hash(article), **days
        ),
        "seeds/council-notice.md": texts.NOTICE.format(
            body=notice, sha256=body_hash(notice), **days
        ),
        "seeds/library-roof.md": texts.NOTE.format(**days),
        "angles/reading-club.md": texts.ANGLE.format(**days),
        f"briefs/{today.isoformat()}.md": texts.BRIEF.format(**days),
    }
    return {
        **{path: text.encode() for path, text in written.items()},
        **dict(templates(shipped_templates())),
        **dict(_schemas()),
    }


def place(files: Mapping[str, bytes], target: Path) -> None:
    """Writes the files into the folder `target`, which is made if need be: all, or none of them.

    They are written beside their place first. Raises `OSError`, and leaves nothing behind.
    """
    existed = target.is_dir()
    home = target if existed else target.parent
    home.mkdir(parents=True, exist_ok=True)
    temporary = home / f".nutgraf-{secrets.token_hex(8)}.tmp"
    try:
        for path, data in files.items():
            file = temporary / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        if existed:
            _move_in(temporary, target)
        else:
            temporary.rename(target)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _move_in(temporary: Path, target: Path) -> None:
    """Moves what lies in one folder into another; nutgraf.yaml, which makes the workspace, last."""
    moved: list[Path] = []
    try:
        for path in sorted(temporary.iterdir(), key=lambda path: path.name == SETTINGS_FILE):
            there = target / path.name
            path.rename(there)
            moved.append(there)
    except OSError:
        for path in moved:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        raise


def _days(today: date) -> dict[str, str]:
    days = {"today": today, **{name: today + timedelta(days) for name, days in _DAYS.items()}}
    return {
        **{name: shown_date(day, "en") for name, day in days.items()},
        **{f"{name}_iso": day.isoformat() for name, day in days.items()},
    }


def templates(shipped: Path) -> Iterator[tuple[str, bytes]]:
    """The house styles of a folder, each configuration naming its schema in its first line.

    What begins with a dot or with `__` is the system's, not a style's.
    """
    for file in sorted(path for path in shipped.rglob("*") if path.is_file()):
        parts = file.relative_to(shipped).parts
        if any(part.startswith((".", "__")) for part in parts):
            continue
        data = file.read_bytes()
        if parts[-1] in {FORMAT_FILE, BRAND_FILE}:
            schema = f"{'../' * (len(parts) - 1)}.schemas/{file.stem}.schema.json"
            data = _with_schema(data.decode(), schema).encode()
        yield f"templates/{'/'.join(parts)}", data


def _with_schema(text: str, schema: str) -> str:
    first, end, rest = text.partition("\n")
    body = rest if first.startswith(_MODELINE) else first + end + rest
    return f"{_MODELINE}{schema}\n{body}"


def _schemas() -> Iterator[tuple[str, bytes]]:
    for name, schema in json_schemas().items():
        text = json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False)
        yield f"{SCHEMAS}/{name}", f"{text}\n".encode()
