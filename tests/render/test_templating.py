from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from nutgraf.errors import Fault, Faulty
from nutgraf.render.templating import MarkdownSafe, TemplateFolder, Templates


def folder(path: Path, files: Mapping[str, str]) -> Templates:
    for name, text in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(text.encode())
    return Templates([TemplateFolder(path, "templates")], iterations=20_000)


def fault(templates: Templates, name: str, **context: object) -> Fault:
    with pytest.raises(Faulty) as caught:
        templates.render(name, context)
    (only,) = caught.value.faults
    return only


def fault_of(path: Path, source: str, **context: object) -> Fault:
    return fault(folder(path, {"t.html.j2": source}), "t.html.j2", **context)


@dataclass(frozen=True)
class Story:
    title: str
    url: str | None = None


def test_values_are_escaped_as_the_name_of_the_template_says(tmp_path: Path) -> None:
    source = "{{ x }}\n"
    endings = ("mjml", "html", "md", "txt")
    templates = folder(tmp_path, {f"a.{ending}.j2": source for ending in endings})
    made = [templates.render(f"a.{ending}.j2", {"x": "<b> *&"}) for ending in endings]
    assert made == ["&lt;b&gt; *&amp;\n", "&lt;b&gt; *&amp;\n", "\\<b\\> \\*&\n", "<b> *&\n"]


def test_a_name_that_does_not_say_how_to_escape_is_refused(tmp_path: Path) -> None:
    told = fault(folder(tmp_path, {"a.j2": "x"}), "a.j2")
    assert told.path == "templates/a.j2"
    assert told.message == "the name 'a.j2' does not say how values are escaped"
    assert told.hint == "let it end in .mjml.j2, .html.j2, .md.j2 or .txt.j2"


def test_the_first_folder_that_has_the_name_wins(tmp_path: Path) -> None:
    for each, text in (("own", "own"), ("given", "given")):
        (tmp_path / each).mkdir()
        (tmp_path / each / "a.txt.j2").write_text(text)
    (tmp_path / "given" / "b.txt.j2").write_text("{% include 'a.txt.j2' %}{{ oops }}")
    folders = [TemplateFolder(tmp_path / "own", "own"), TemplateFolder(tmp_path / "given", "given")]
    templates = Templates(folders)
    assert templates.render("a.txt.j2", {}) == "own"
    assert fault(templates, "b.txt.j2").where() == "given/b.txt.j2:1:28"


def test_a_template_that_changes_is_read_again(tmp_path: Path) -> None:
    templates = folder(tmp_path, {"a.txt.j2": "one"})
    assert templates.render("a.txt.j2", {}) == "one"
    (tmp_path / "a.txt.j2").write_text("another")
    assert templates.render("a.txt.j2", {}) == "another"
    (tmp_path / "a.txt.j2").unlink()
    assert fault(templates, "a.txt.j2").message == "there is no template 'a.txt.j2'"


def test_blocks_leave_no_blank_lines_and_the_last_newline_stays(tmp_path: Path) -> None:
    source = "{% for x in xs %}\n  {% if x %}\n- {{ x }}\n  {% endif %}\n{% endfor %}\n"
    templates = folder(tmp_path, {"a.txt.j2": source})
    assert templates.render("a.txt.j2", {"xs": ["a", "b"]}) == "- a\n- b\n"


def test_included_text_is_not_escaped_again_and_keeps_its_own_way(tmp_path: Path) -> None:
    files = {"a.md.j2": "{{ x }} {% include 'b.txt.j2' %}", "b.txt.j2": "{{ x }}"}
    assert folder(tmp_path, files).render("a.md.j2", {"x": "*"}) == "\\* *"


def test_a_macro_of_another_way_of_escaping_gives_a_value(tmp_path: Path) -> None:
    files = {
        "a.md.j2": "{% import 'b.html.j2' as b %}{{ b.bold('&') }}",
        "b.html.j2": "{% macro bold(x) %}<b>{{ x }}</b>{% endmacro %}",
    }
    assert folder(tmp_path, files).render("a.md.j2", {}) == "\\<b\\>\\&amp;\\</b\\>"


def test_what_does_not_escape_for_html_cannot_be_included_in_html(tmp_path: Path) -> None:
    files = {"a.mjml.j2": "\n{% include 'b.txt.j2' %}", "b.txt.j2": "{{ x }}"}
    told = fault(folder(tmp_path, files), "a.mjml.j2", x="<")
    assert told.where() == "templates/a.mjml.j2:2"
    assert told.message == "refused: 'b.txt.j2' does not escape what it prints for HTML"


def test_filters_of_the_caller_are_known(tmp_path: Path) -> None:
    (tmp_path / "a.md.j2").write_text("{{ 'x' | strong }} {{ 'x' | loud }}")
    filters = {"strong": lambda text: MarkdownSafe(f"**{text}**"), "loud": lambda text: f"{text}!*"}
    templates = Templates([TemplateFolder(tmp_path, "templates")], filters=filters)
    assert templates.render("a.md.j2", {}) == "**x** x!\\*"


def test_a_name_that_is_not_defined_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    told = fault_of(tmp_path, "{% set other = 1 %}\n<p>{{ titel }}</p>", title="x")
    assert told.where() == "templates/t.html.j2:2:7"
    assert told.message == "'titel' is not defined"
    assert told.hint == "did you mean 'title'?"


def test_where_no_name_is_near_the_known_ones_are_listed(tmp_path: Path) -> None:
    assert fault_of(tmp_path, "{{ zzz }}", title="x", url="u").hint == "known here: title, url"
    assert fault_of(tmp_path, "{{ zzz }}").hint == ""


def test_a_long_list_of_known_names_is_cut(tmp_path: Path) -> None:
    known = {f"name{number:02}": 1 for number in range(20)}
    assert fault_of(tmp_path, "{{ zzz }}", **known).hint.endswith("name11 …")


def test_an_attribute_that_is_not_there_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    told = fault_of(
        tmp_path, "{% for s in stories %}\n{{ s.tilte }}{% endfor %}", stories=[Story("x")]
    )
    assert told.where() == "templates/t.html.j2:2:6"
    assert told.message == "'Story' has nothing named 'tilte'"
    assert told.hint == "did you mean 'title'?"


def test_the_keys_of_a_mapping_are_known_names(tmp_path: Path) -> None:
    told = fault_of(tmp_path, "{{ s.zzz }}", s={"title": 1, "url": 2})
    assert (told.message, told.hint) == ("'dict' has nothing named 'zzz'", "known here: title, url")


def test_methods_of_a_plain_value_are_not_listed(tmp_path: Path) -> None:
    told = fault_of(tmp_path, "{{ s.zzz }}", s="x")
    assert (told.message, told.hint) == ("'str' has nothing named 'zzz'", "")


def test_a_fault_in_an_included_file_is_told_there(tmp_path: Path) -> None:
    files = {
        "a.html.j2": "one\n{% include 'sub/b.html.j2' %}\n",
        "sub/b.html.j2": "two\nthree\n  {{ missing }}\n",
    }
    told = fault(folder(tmp_path, files), "a.html.j2")
    assert told.where() == "templates/sub/b.html.j2:3:6"


def test_a_fault_in_an_imported_macro_is_told_there(tmp_path: Path) -> None:
    files = {
        "a.html.j2": "{% import 'm.html.j2' as m %}\n{{ m.item(1) }}\n",
        "m.html.j2": "{% macro item(x) %}\n{{ x }}\n{{ undefined_thing }}\n{% endmacro %}\n",
    }
    told = fault(folder(tmp_path, files), "a.html.j2")
    assert told.where() == "templates/m.html.j2:3:4"
    assert "undefined_thing" not in told.hint


def test_a_macro_that_is_not_there_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    files = {
        "a.html.j2": "{% import 'm.html.j2' as m %}\n{{ m.itme(1) }}\n",
        "b.html.j2": "{% from 'm.html.j2' import itme %}\n{{ itme(1) }}\n",
        "m.html.j2": "{% macro item(x) %}{{ x }}{% endmacro %}\n",
    }
    templates = folder(tmp_path, files)
    told = fault(templates, "a.html.j2")
    assert told.where() == "templates/a.html.j2:2:6"
    assert told.message == "the imported template has nothing named 'itme'"
    assert told.hint == "did you mean 'item'?"
    told = fault(templates, "b.html.j2")
    assert told.where() == "templates/b.html.j2:2"
    assert "does not export the requested name 'itme'" in told.message


def test_a_missing_include_is_told_with_the_nearest_template(tmp_path: Path) -> None:
    files = {"a.html.j2": "\n {% include 'parts/haeder.html.j2' %}", "parts/header.html.j2": "x"}
    told = fault(folder(tmp_path, files), "a.html.j2")
    assert told.where() == "templates/a.html.j2:2:14"
    assert told.message == "there is no template 'parts/haeder.html.j2'"
    assert told.hint == "did you mean 'parts/header.html.j2'?"


def test_a_template_that_is_not_there_at_all(tmp_path: Path) -> None:
    told = fault(folder(tmp_path, {"email.mjml.j2": "x"}), "emial.mjml.j2")
    assert told.where() == "templates/emial.mjml.j2"
    assert told.hint == "did you mean 'email.mjml.j2'?"
    assert fault(Templates([]), "a.txt.j2").path == "a.txt.j2"
    assert fault(folder(tmp_path, {}), "a\0b.txt.j2").message.startswith("there is no template")


def test_a_syntax_error_is_told_with_its_line(tmp_path: Path) -> None:
    files = {"a.html.j2": "\n{% include 'b.html.j2' %}", "b.html.j2": "\n\n{% if %}"}
    told = fault(folder(tmp_path, files), "a.html.j2")
    assert told.where() == "templates/b.html.j2:3"
    assert told.message == "expected an expression, got 'end of statement block'"


@pytest.mark.parametrize(
    ("source", "place", "message", "hint"),
    [
        ("{% fro x in y %}", "1:4", "there is no tag 'fro'", "did you mean 'from'?"),
        ("\n{{ 1 | uper }}", "2:8", "there is no filter 'uper'", "did you mean 'upper'?"),
        (
            "{% if 1 is evenn %}{% endif %}",
            "1:12",
            "there is no test 'evenn'",
            "did you mean 'even'?",
        ),
        (
            "{% if false %}{{ 1 | uper }}{% endif %}{{ 1 | uper if 1 }}",
            "1:22",
            "there is no filter 'uper'",
            "did you mean 'upper'?",
        ),
        ("{{ [1] | random }}", "1:10", "there is no filter 'random'", ""),
    ],
)
def test_what_does_not_exist_is_told_with_what_does(
    tmp_path: Path, source: str, place: str, message: str, hint: str
) -> None:
    told = fault_of(tmp_path, source)
    assert told.where() == f"templates/t.html.j2:{place}"
    assert (told.message, told.hint) == (message, hint)


def test_an_unknown_tag_inside_an_open_one_names_what_was_looked_for(tmp_path: Path) -> None:
    told = fault_of(tmp_path, "{% for x in [] %}{% zzzz %}")
    assert told.message == "there is no tag 'zzzz'"
    assert "'endfor'" in told.hint


@pytest.mark.parametrize(
    "source",
    ["{{ 1 + 'a' }}", "{{ 1 / 0 }}", "{{ 'x' | int(base='z') + nothing }}", "{{ {} | first + 1 }}"],
)
def test_an_expression_that_fails_is_told_with_its_line(tmp_path: Path, source: str) -> None:
    told = fault_of(tmp_path, f"\n\n{source}", nothing=[])
    assert told.where().startswith("templates/t.html.j2:3")


def test_an_expression_that_fails_is_told_with_the_reason(tmp_path: Path) -> None:
    told = fault_of(tmp_path, "{{ 1 / 0 }}")
    assert told.message == "an expression fails: division by zero (ZeroDivisionError)"


def test_none_is_not_printed(tmp_path: Path) -> None:
    told = fault_of(tmp_path, "\n<a>{{ s.url }}</a>", s=Story("x"))
    assert told.where() == "templates/t.html.j2:2"
    assert told.message == "the value to print is None"
    assert "default" in told.hint
    templates = folder(tmp_path, {"t.html.j2": "{{ s.url | default('-', true) }}"})
    assert templates.render("t.html.j2", {"s": Story("x")}) == "-"


def test_a_template_that_is_not_utf8_is_told_with_the_byte(tmp_path: Path) -> None:
    (tmp_path / "a.txt.j2").write_bytes("ok\né ".encode() + b"\xe9!")
    told = fault(folder(tmp_path, {}), "a.txt.j2")
    assert told.where() == "templates/a.txt.j2:2:3"
    assert told.message == "byte 0xe9 is not UTF-8"
    assert told.hint == "save the template as UTF-8"


def test_an_included_template_that_is_not_utf8_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "b.txt.j2").write_bytes(b"\xff")
    told = fault(folder(tmp_path, {"a.txt.j2": "{% include 'b.txt.j2' %}"}), "a.txt.j2")
    assert told.where() == "templates/b.txt.j2:1:1"


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt.j2").write_bytes(b"\xef\xbb\xbfx")
    assert folder(tmp_path, {}).render("a.txt.j2", {}) == "x"


def test_an_error_of_a_filter_in_our_own_code_is_not_hidden(tmp_path: Path) -> None:
    class Broken(Exception):
        pass

    def broken(value: object) -> str:
        raise Broken(value)

    (tmp_path / "a.txt.j2").write_text("{{ 1 | broken }}")
    templates = Templates([TemplateFolder(tmp_path, "templates")], filters={"broken": broken})
    with pytest.raises(Broken):
        templates.render("a.txt.j2", {})


def test_an_error_before_any_template_runs_is_not_hidden(tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        folder(tmp_path, {"a.txt.j2": "x"}).render("a.txt.j2", 5)  # type: ignore[arg-type]


def test_a_name_in_a_tag_over_several_lines_is_told_on_its_own_line(tmp_path: Path) -> None:
    assert fault_of(tmp_path, "{{\n  missing\n}}").where() == "templates/t.html.j2:2:3"
    assert fault_of(tmp_path, "  {{ missing\n}}").where() == "templates/t.html.j2:1:6"
