"""What templates cannot do, whatever they try."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from nutgraf.errors import Fault, Faulty
from nutgraf.render.templating import TemplateFolder, Templates


def render(path: Path, source: str, **context: object) -> str:
    (path / "t.html.j2").write_text(source)
    templates = Templates([TemplateFolder(path, "templates")], iterations=5_000, seconds=3)
    return templates.render("t.html.j2", context)


def fault(path: Path, source: str, **context: object) -> Fault:
    started = time.monotonic()
    with pytest.raises(Faulty) as caught:
        render(path, source, **context)
    assert time.monotonic() - started < 5
    (only,) = caught.value.faults
    assert only.where().startswith("templates/t.html.j2")
    return only


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("{{ ''.__class__ }}", "str.__class__"),
        ("{{ ''['__class__'] }}", "str.__class__"),
        ("{{ x.__class__.__mro__ }}", "list.__class__"),
        ("{{ x | attr('__class__') }}", "list.__class__"),
        ("{{ x | map(attribute='__class__') | first | string }}", "dict.__class__"),
        ("{{ cycler.__init__.__globals__ }}", "type.__init__"),
        ("{{ self._TemplateReference__context }}", "TemplateReference._TemplateReference__context"),
        ("{{ (1).to_bytes(1000000000) }}", "int.to_bytes"),
        ("{{ 'x'.center(1000000000) }}", "str.center"),
        ("{{ 'x'.zfill(1000000000) }}", "str.zfill"),
        ("{{ '{:>1000000000}'.format(1) }}", "str.format"),
        ("{{ ('x' | safe).format(1) }}", "Markup.format"),
        ("{{ 'x'.encode() }}", "str.encode"),
        ("{{ x.append(1) }}", "list.append"),
        ("{{ x[0].update(a=1) }}", "dict.update"),
    ],
)
def test_attributes_that_lead_out_or_grow_are_refused(
    tmp_path: Path, source: str, name: str
) -> None:
    told = fault(tmp_path, source, x=[{"a": 1}])
    assert told.message == f"refused: '{name}' is not available in templates"
    assert told.line == 1


@pytest.mark.parametrize(
    "source",
    [
        "{{ 2 ** 3 }}",
        "{{ 'x' * 10 ** 9 }}",
        "{{ 'x' * 1000000000 }}",
        "{{ 1000000000 * 'x' }}",
        "{{ [0] * 1000000000 }}",
        "{{ (0,) * 1000000000 }}",
        "{{ 'x' | center(1000000000) }}",
        "{{ 'x' | center(width=1000000000) }}",
        "{{ 'x' | indent(1000000000, true) }}",
        "{{ text | indent(900) }}",
        "{{ text | indent(width='y' * 900) }}",
        "{{ 1.5 | round(1000000000, 'ceil') }}",
        "{{ [1] | batch(1000000000, 0) | list }}",
        "{{ [1] | slice(1000000000) | list }}",
        "{{ [1] | tojson(indent=1000000000) }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ '%.1000000000f' % 1 }}",
        "{{ '%*d' % (1000000000, 1) }}",
        "{{ '%1000000000d' | format(1) }}",
        "{{ text | replace('x', 'y' * 1000) }}",
        "{{ text | replace(old='x', new='y' * 1000) }}",
        "{{ text.replace('x', 'y' * 1000) }}",
        "{{ ('y' * 100000).join(['a'] * 100) }}",
        "{{ (['a'] * 100) | join('y' * 100000) }}",
        (
            "{% set n = namespace(x='0123456789') %}"
            "{% for i in range(40) %}{% set n.x = n.x ~ n.x %}{% endfor %}"
        ),
        (
            "{% set n = namespace(x='0123456789') %}"
            "{% for i in range(40) %}{% set n.x = n.x + n.x %}{% endfor %}"
        ),
        (
            "{% set n = namespace(x=[0]) %}"
            "{% for i in range(40) %}{% set n.x = n.x + n.x %}{% endfor %}"
        ),
        "{% set n = namespace(x=3) %}{% for i in range(60) %}{% set n.x = n.x * n.x %}{% endfor %}",
    ],
)
def test_what_would_fill_the_memory_is_refused(tmp_path: Path, source: str) -> None:
    assert fault(tmp_path, source, text="x\n" * 5_000).message.startswith("refused: ")


def test_the_limits_leave_the_ordinary_alone(tmp_path: Path) -> None:
    source = (
        "{{ 2 * 3 }} {{ '-' * 5 }} {{ [1, 2] + [3] }} {{ 'a' + 'b' }} {{ '%05.1f' % 2.5 }} "
        "{{ 'a,b'.split(',') | join('<') }} {{ ', '.join(['x', 'y']) }} {{ 'x' | center(5) }} "
        "{{ 'a' ~ 1 ~ ('<b>' | safe) ~ '<' }} {{ 7 % 4 }} {{ 2.55 | round(1) }} {{ -x }}"
        "{{ ', '.join('xy') }} {{ 'aa'.replace('a', 'b', 1) }} {{ 'x' | replace('x', 'y') }}"
    )
    assert render(tmp_path, source, x=1) == (
        "6 ----- [1, 2, 3] ab 002.5 a&lt;b x, y   x   a1<b>&lt; 3 2.5 -1x, y ba y"
    )


@pytest.mark.parametrize(
    "source",
    [
        "{% for i in range(100000000) %}x{% endfor %}",
        "{% for i in range(3000) %}{% endfor %}{% for i in range(3000) %}{% endfor %}",
        "{% for i in range(70) %}{% for j in range(70) %}{% endfor %}{% endfor %}",
        "{{ range(0, -1000000, -1) | list }}",
        "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(90) }}",
    ],
)
def test_a_template_that_goes_on_and_on_is_stopped(tmp_path: Path, source: str) -> None:
    told = fault(tmp_path, source)
    assert told.message == ("the template does not come to an end: more than 5,000 loop iterations")
    assert told.hint == "look for a loop, macro or include that goes on and on"


def test_a_template_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    (tmp_path / "t.txt.j2").write_text(
        "{% for i in range(10000000) %}{% for j in range(10000000) %}{% endfor %}{% endfor %}"
    )
    folder = TemplateFolder(tmp_path, "templates")
    templates = Templates([folder], iterations=10**15, seconds=0.05)
    with pytest.raises(Faulty, match=r"does not come to an end: takes longer than 0\.05 seconds"):
        templates.render("t.txt.j2", {})


@pytest.mark.parametrize(
    "source",
    [
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% include 't.html.j2' %}",
        "{% extends 't.html.j2' %}",
        "{% import 't.html.j2' as t %}",
    ],
)
def test_what_calls_itself_is_stopped(tmp_path: Path, source: str) -> None:
    assert fault(tmp_path, source).message == "a macro or include calls itself without end"


@pytest.mark.parametrize(
    "source",
    [
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
        "{% for a in [1] %}" * 30 + "{% endfor %}" * 30,
    ],
)
def test_a_template_nested_too_deeply_to_be_read_is_a_fault(tmp_path: Path, source: str) -> None:
    assert fault(tmp_path, source).message == "the template is nested too deeply"


@pytest.mark.parametrize(
    "source",
    [
        "{% for i in range(2400) %}" + "x" * 5_000 + "{% endfor %}",
        "{% for i in range(2400) %}{{ text }}{% endfor %}",
        "{% set all %}{% for i in range(2400) %}" + "x" * 50_000 + "{% endfor %}{% endset %}",
        "{% set all %}{% for i in range(2400) %}{{ text * 10 }}{% endfor %}{% endset %}",
    ],
)
def test_output_is_limited(tmp_path: Path, source: str) -> None:
    told = fault(tmp_path, source, text="x" * 5_000)
    assert told.message == (
        "the template does not come to an end: writes more than 10,000,000 characters"
    )


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "..\\x", "a/../../b.html.j2"])
def test_a_name_that_leads_out_of_the_folders_is_refused(tmp_path: Path, name: str) -> None:
    told = fault(tmp_path, f"{{% include {name!r} %}}".replace("\\\\", "\\\\\\\\"))
    assert "lies outside the template folders" in told.message or "no template" in told.message
    assert told.line == 1


def test_a_name_that_leads_out_is_refused_from_our_side_too(tmp_path: Path) -> None:
    templates = Templates([TemplateFolder(tmp_path, "templates")])
    with pytest.raises(Faulty, match=r"refused: '\.\./a\.txt\.j2' lies outside"):
        templates.render("../a.txt.j2", {})


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt.j2").write_text("secret")
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "link.html.j2").symlink_to(tmp_path / "secret.txt.j2")
    told = fault(tmp_path / "t", "{% include 'link.html.j2' %}")
    assert told.message == "refused: 'link.html.j2' is a link to a file outside templates"


def test_nothing_random_is_available(tmp_path: Path) -> None:
    assert fault(tmp_path, "{{ lipsum() }}").message == "'lipsum' is not defined"
    assert fault(tmp_path, "{{ [1] | random }}").message == "there is no filter 'random'"


def test_the_context_cannot_be_changed(tmp_path: Path) -> None:
    given = {"a": 1}
    fault(tmp_path, "{{ given.clear() }}", given=given)
    assert given == {"a": 1}


def test_too_large_an_output_without_any_loop_is_stopped(tmp_path: Path) -> None:
    source = "{{ text }}" * 11
    told = fault(tmp_path, source, text="x" * 999_999)
    assert "writes more than 10,000,000 characters" in told.message
