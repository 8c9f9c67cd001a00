"""JSON Schemas of the configuration files, for editors that complete and check while one types.

`python -m nutgraf.workspace.schemas docs/schemas` writes them; a test holds them to the records.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from nutgraf.workspace.brand import Brand
from nutgraf.workspace.files import write_atomically
from nutgraf.workspace.formats import Format
from nutgraf.workspace.settings import Settings

DIALECT = "https://json-schema.org/draft/2020-12/schema"
BASE = "https://nutgraf.example/schemas/"

RECORDS: Mapping[str, tuple[type[msgspec.Struct], str]] = {
    "nutgraf": (Settings, "nutgraf.yaml: the publication and its policy"),
    "format": (Format, "format.yaml: a house style"),
    "brand": (Brand, "brand.yaml: the look that all formats share"),
}


def json_schemas() -> Mapping[str, dict[str, Any]]:
    """A JSON Schema (2020-12) for each configuration file, by file name: `nutgraf.schema.json`."""
    return {
        f"{name}.schema.json": {
            "$schema": DIALECT,
            "$id": f"{BASE}{name}.schema.json",
            **msgspec.json.schema(record),
            "title": title,
        }
        for name, (record, title) in RECORDS.items()
    }


def write_schemas(folder: Path) -> None:
    """Writes each schema to its file in `folder`, keys sorted: equal records give equal bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in json_schemas().items():
        text = json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False)
        write_atomically(folder / name, f"{text}\n".encode())


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
