from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from nutgraf.workspace.brand import Brand
from nutgraf.workspace.formats import Format
from nutgraf.workspace.schemas import json_schemas, write_schemas
from nutgraf.workspace.settings import Sender, Settings

REPOSITORY = Path(__file__).resolve().parents[2]

RECORDS: dict[str, msgspec.Struct] = {
    "nutgraf.schema.json": Settings("x", Sender("x", "desk@example.org"), "1 Quay"),
    "format.schema.json": Format("x"),
    "brand.schema.json": Brand(),
}


def stated(record: msgspec.Struct) -> Any:
    """A record as its file would state it."""
    return json.loads(msgspec.json.encode(record))


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for inner in schema.values():
            yield from objects(inner)


def accepts(schema: dict[str, Any], value: Any) -> bool:
    return bool(jsonschema.Draft202012Validator(schema).is_valid(value))


def test_the_schemas_of_the_documentation_are_what_the_code_makes(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    for made in tmp_path.iterdir():
        kept = REPOSITORY / "docs" / "schemas" / made.name
        assert kept.read_bytes() == made.read_bytes(), (
            "run: python -m nutgraf.workspace.schemas docs/schemas"
        )
    assert {path.name for path in tmp_path.iterdir()} == set(RECORDS)


def test_the_module_writes_them_when_it_is_run(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "nutgraf.workspace.schemas", str(tmp_path / "new" / "folder")]
    subprocess.run(command, check=True, capture_output=True)
    written = (tmp_path / "new" / "folder" / "brand.schema.json").read_text()
    assert written.endswith("}\n")
    assert json.loads(written) == json_schemas()["brand.schema.json"]


@pytest.mark.parametrize("name", RECORDS)
def test_a_schema_is_valid_closed_and_described(name: str) -> None:
    schema = json_schemas()[name]
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"https://nutgraf.example/schemas/{name}"
    for inner in objects(schema):
        assert inner["additionalProperties"] is False
        assert all(field["description"] for field in inner["properties"].values())


@pytest.mark.parametrize("name", RECORDS)
def test_a_schema_takes_the_defaults_and_refuses_an_unknown_key(name: str) -> None:
    schema = json_schemas()[name]
    defaults = stated(RECORDS[name])
    assert accepts(schema, defaults)
    assert not accepts(schema, {**defaults, "titel": "x"})


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("nutgraf.schema.json", {"direction": "up"}),
        ("nutgraf.schema.json", {"policy": {"severity": {"weasel": "loud"}}}),
        ("nutgraf.schema.json", {"language": "English!"}),
        ("format.schema.json", {"order": ["other"]}),
        ("format.schema.json", {"order": ["data", "data"]}),
        ("format.schema.json", {"budgets": {"pints": 5}}),
        ("brand.schema.json", {"width": "600px"}),
        ("brand.schema.json", {"light": {"page": "red"}}),
    ],
)
def test_a_schema_refuses_what_the_reader_refuses(name: str, change: dict[str, Any]) -> None:
    assert not accepts(json_schemas()[name], {**stated(RECORDS[name]), **change})


def test_a_brand_may_be_stated_in_part() -> None:
    assert accepts(json_schemas()["brand.schema.json"], {"dark": {"accent": "#99ccff"}})
