from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from nutgraf.errors import Faulty
from nutgraf.render import template_code
from nutgraf.render.template_sandbox import Sandbox
from nutgraf.render.templating import TemplateFolder, Templates


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> dict[object, object]:
    """What is kept in this test alone."""
    empty: dict[object, object] = {}
    monkeypatch.setattr(template_code, "_KEPT", empty)
    return empty


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch, kept: object) -> list[str | None]:
    """The paths of the templates that were compiled."""
    paths: list[str | None] = []
    parse = Sandbox._parse

    def parsed(self: Sandbox, source: str, name: str | None, filename: str | None) -> object:
        paths.append(filename)
        return parse(self, source, name, filename)

    monkeypatch.setattr(Sandbox, "_parse", parsed)
    return paths


def render(
    folder: Path, source: str, name: str = "t.txt.j2", **filters: Callable[..., object]
) -> str:
    (folder / name).write_text(source)
    return Templates([TemplateFolder(folder, "templates")], filters=filters).render(name, {"x": 1})


def test_a_template_is_compiled_once_however_often_it_is_opened(
    tmp_path: Path, compiled: list[str]
) -> None:
    assert [render(tmp_path, "{{ x }}"), render(tmp_path, "{{ x }}")] == ["1", "1"]
    assert compiled == ["templates/t.txt.j2"]


def test_a_template_that_changes_is_compiled_anew(tmp_path: Path, compiled: list[str]) -> None:
    assert [render(tmp_path, "{{ x }}"), render(tmp_path, "{{ x + 1 }}")] == ["1", "2"]
    assert len(compiled) == 2


def test_each_way_of_escaping_has_its_own_code(tmp_path: Path, compiled: list[str]) -> None:
    source = "{{ '*<' }}"
    names = ("t.txt.j2", "t.md.j2", "t.html.j2")
    assert [render(tmp_path, source, name) for name in names] == ["*<", r"\*\<", "*&lt;"]


def test_what_a_filter_makes_of_a_constant_is_not_taken_from_another_filter(
    tmp_path: Path, compiled: list[str]
) -> None:
    source = "{{ 'a' | loud }}"
    assert render(tmp_path, source, loud=str.upper) == "A"
    assert render(tmp_path, source, loud=lambda text: f"{text}!") == "a!"


def test_a_template_that_cannot_be_compiled_is_told_each_time(
    tmp_path: Path, compiled: list[str]
) -> None:
    for _ in range(2):
        with pytest.raises(Faulty) as caught:
            render(tmp_path, "{% if %}")
        assert caught.value.faults
    assert len(compiled) == 2


def test_what_was_kept_longest_goes(
    tmp_path: Path, kept: dict[object, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(template_code, "_MOST", 3)
    for number in range(8):
        assert render(tmp_path, f"{number}") == f"{number}"
        first = next(iter(kept))
    assert len(kept) == 3
    assert render(tmp_path, "8") == "8"
    assert first not in kept
