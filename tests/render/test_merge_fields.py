"""Merge fields in templates: tokens in the digests, faults where none is declared."""

from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.errors import Faulty
from nutgraf.render.templating import TemplateFolder, Templates
from nutgraf.render.tokens import TOKENS
from nutgraf.render.views import ReaderView

FIELDS = {"first_name": "%%READER_FIRST_NAME%%", "line2": "%%READER_LINE2%%"}


def rendered(folder: Path, name: str, template: str) -> str:
    (folder / name).write_text(template, "utf-8")
    templates = Templates([TemplateFolder(folder, "templates")])
    return templates.render(name, {"reader": ReaderView(FIELDS), **TOKENS})


@pytest.mark.parametrize("ending", ["md", "txt", "mjml", "html"])
def test_a_merge_field_and_a_link_are_tokens_in_every_kind_of_template(
    tmp_path: Path, ending: str
) -> None:
    made = rendered(
        tmp_path,
        f"a.{ending}.j2",
        "Dear {{ reader.first_name }} {{ reader.line2 }}, {{ unsubscribe_url }}",
    )
    assert made == "Dear %%READER_FIRST_NAME%% %%READER_LINE2%%, %%UNSUBSCRIBE_URL%%"


def test_a_token_among_other_words_of_markdown_stays_one(tmp_path: Path) -> None:
    made = rendered(tmp_path, "a.md.j2", "{{ '*' ~ reader.first_name ~ '* %%x%%' }}")
    assert made == r"\*%%READER_FIRST_NAME%%\* \%\%x\%\%"


def test_a_field_that_is_not_declared_is_told_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(Faulty) as caught:
        rendered(tmp_path, "a.txt.j2", "Hello\nDear {{ reader.fist_name }}")
    (fault,) = caught.value.faults
    assert fault.where() == "templates/a.txt.j2:2:16"
    assert fault.message == "there is no merge field 'fist_name'"
    assert fault.hint == "did you mean 'first_name'?"


def test_a_field_like_no_other_is_told_with_how_to_declare_it(tmp_path: Path) -> None:
    with pytest.raises(Faulty) as caught:
        rendered(tmp_path, "a.txt.j2", "{{ reader.city }}")
    assert "fields: {city: …}" in caught.value.faults[0].hint


@pytest.mark.parametrize("name", ["items", "keys", "get", "pop", "update"])
def test_a_field_may_be_called_as_a_method_of_tables_is(tmp_path: Path, name: str) -> None:
    templates = Templates([TemplateFolder(tmp_path, "templates")])
    (tmp_path / "a.txt.j2").write_text(f"{{{{ reader.{name} }}}}", "utf-8")
    assert templates.render("a.txt.j2", {"reader": ReaderView({name: "x"})}) == "x"
