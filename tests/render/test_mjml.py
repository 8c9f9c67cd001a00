"""From templates to the HTML of a mail, with faults told at the place in the template."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.errors import Faulty
from nutgraf.render.mjml import _told, mjml_to_html, render_email
from nutgraf.render.mjml_mend import FORBIDDEN, Edit, mended, unmended, value
from nutgraf.render.mjml_tags import Problem
from nutgraf.render.templating import TemplateFolder, Templates

BODY = (
    '<mjml lang="en" dir="ltr"><mj-body><mj-section><mj-column>{}</mj-column></mj-section>'
    "</mj-body></mjml>"
)
TEXT = BODY.format("<mj-text>{}</mj-text>")


def folder(path: Path, files: Mapping[str, str]) -> Templates:
    for name, text in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(text.encode())
    return Templates([TemplateFolder(path, "templates")])


def faults(path: Path, files: Mapping[str, str], **context: object) -> list[tuple[str, str]]:
    """Place and message of each fault of `email.mjml.j2`."""
    with pytest.raises(Faulty) as caught:
        render_email(folder(path, files), "email.mjml.j2", context)
    return [(fault.where(), fault.message) for fault in caught.value.faults]


def content(html: str) -> str:
    """What stands in the first mj-text."""
    found = re.search(r'<div style="font-family[^>]*>(.*?)</div>', html, re.DOTALL)
    assert found
    return found[1]


def words(text: str) -> str:
    """The text as it may come out: line ends as LF, U+FFFD for what is no text."""
    return FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


ANY_TEXT = st.text(
    st.one_of(
        st.sampled_from("<>&\"'{}%#\r\n\t\\/-=[]!\0\u00a0\u200b"),
        st.characters().filter(lambda letter: ord(letter) & 0xFFFE != 0xFFFE),
    )
)


@pytest.fixture(scope="module")
def mail(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    path = tmp_path_factory.mktemp("templates")
    return folder(
        path,
        {
            "text.mjml.j2": TEXT.format("x{{ text }}x"),
            "inline.mjml.j2": TEXT.format("<b>a</b>{{ text }}<i>b</i>"),
            "title.mjml.j2": TEXT.format('<a title="{{ text }}">x</a>'),
            "alt.mjml.j2": BODY.format('<mj-image src="i.png" alt="{{ text }}" />'),
            "head.mjml.j2": TEXT.format("x").replace(
                "<mj-body>",
                "<mj-head><mj-title>x{{ text }}x</mj-title><mj-preview>x{{ text }}x</mj-preview>"
                "</mj-head><mj-body>",
            ),
        },
    )


@settings(deadline=None)  # the machine may be busy
@given(ANY_TEXT)
def test_any_text_comes_out_as_it_went_in(mail: Templates, text: str) -> None:
    inner = content(render_email(mail, "text.mjml.j2", {"text": text}))
    assert unescape(inner) == f"x{words(text)}x"
    assert "<" not in inner


@settings(deadline=None)  # the machine may be busy
@given(ANY_TEXT)
def test_any_text_between_tags_stays_there(mail: Templates, text: str) -> None:
    inner = content(render_email(mail, "inline.mjml.j2", {"text": text}))
    assert re.findall("<[^>]*>", inner) == ["<b>", "</b>", "<i>", "</i>"]
    between = inner.removeprefix("<b>a</b>").removesuffix("<i>b</i>")
    shown = words(text)
    if shown.startswith("\n") and shown.isspace():
        shown = re.sub(r"[ \t\n]+", " ", shown)
    assert unescape(between) == shown


@settings(deadline=None)  # the machine may be busy
@given(ANY_TEXT)
def test_any_text_in_an_attribute_comes_out_as_it_went_in(mail: Templates, text: str) -> None:
    for name, tag in (("title.mjml.j2", '<a title="([^"]*)">'), ("alt.mjml.j2", 'alt="([^"]*)"')):
        html = render_email(mail, name, {"text": text})
        found = re.search(tag, html)
        assert found
        assert unescape(found[1]) == words(text)


@settings(deadline=None)  # the machine may be busy
@given(ANY_TEXT)
def test_any_text_in_the_head_comes_out_as_it_went_in(mail: Templates, text: str) -> None:
    html = render_email(mail, "head.mjml.j2", {"text": text})
    found = re.search("<title>(.*?)</title>", html, re.DOTALL)
    assert found
    assert unescape(found[1]) == f"x{words(text)}x"


PIECES = st.sampled_from(
    [
        "<b>", "</b>", "<i>", "</i>", "<p>", "</p>", "<br>", "<br/>", "<a href='x'>", "</a>", "\n",
        " ", "word", "&amp;", "&", ">", "<", "]]>", "<!-- c -->", "<!--", "-->", "--", "<a b=c>",
        '<a b="c">', "<a b='\"'>", "<a:b>", "</a:b>", "<a:b:c>", "<1>", "<_a>", "</_a>", "<a.b>",
        "</a.b>", "<mj-text>", "</mj-text>", "<td\u00a0a='b'>", "</td>", "<é>", "</é>", "<B>",
        "</B>", "<a b c>", "<a -b>", "<a b?>", "<a $='1'>", "<img src='x' alt=''>", "<a b = 'c' >",
        "</b >", "<a b='&lt;'>", "<a b='<'>", "<a b='>'>", "<a/>", "<?x?>", "<![CDATA[", "é", "😀",
    ]
)  # fmt: skip


@settings(deadline=None)  # the machine may be busy
@given(st.lists(PIECES, max_size=8))
def test_what_passes_the_check_is_rendered(pieces: list[str]) -> None:
    source = "".join(pieces)
    try:
        html = mjml_to_html(TEXT.format(f"x{source}x"))
    except Faulty as faulty:
        assert all("the MJML renderer refuses" not in fault.message for fault in faulty.faults)  # noqa: PT017
        return
    inner = content(html)
    assert "".join(re.sub("<[^>]*>|<!--.*?-->", "", inner).split()).startswith("x")
    assert inner.count("<b>") == source.count("<b>")


def test_two_links_in_a_loop_do_not_run_together(tmp_path: Path) -> None:
    loop = '{% for x in xs %}\n<a href="{{ x }}">{{ x }}</a>\n{% endfor %}\n'
    email = (
        f"<mj-text>{loop}</mj-text><mj-button>{loop}</mj-button><mj-raw>{loop}</mj-raw>"
        f"<mj-table><tr><td>{loop}</td></tr></mj-table>"
    )
    templates = folder(tmp_path, {"email.mjml.j2": BODY.format(email)})
    html = render_email(templates, "email.mjml.j2", {"xs": ["a", "b"]})
    assert html.count('<a href="a">a</a> <a href="b">b</a>') == 4
    assert "</a><a" not in html


def test_a_greater_than_sign_after_a_wide_letter_does_not_bring_the_renderer_down() -> None:
    assert content(mjml_to_html(TEXT.format("a — > —> é> éx> <b>😀></b> b >"))) == (
        "a — &gt; —&gt; é&gt; éx&gt; <b>😀&gt;</b> b >"
    )


def test_white_space_around_a_comment_and_in_an_element_stays(tmp_path: Path) -> None:
    source = "<p>\n<b>a</b>\n<!-- n -->\n  <b>c</b>\n</p>"
    inner = content(mjml_to_html(TEXT.format(source)))
    assert inner == "<p> <b>a</b> <!-- n --> <b>c</b> </p>"


def test_line_ends_of_any_kind_are_read(tmp_path: Path) -> None:
    head = (
        "<mj-head>\r\n<mj-attributes>\r\n<mj-all color='red' />\r\n</mj-attributes>\r\n</mj-head>"
    )
    source = TEXT.format("a\r\nb\rc").replace("<mj-body>", f"{head}\r\n<mj-body>")
    assert content(mjml_to_html(source)) == "a\nb\nc"


def test_nothing_comes_from_a_third_party() -> None:
    html = mjml_to_html(BODY.format('<mj-text font-family="Ubuntu, Roboto">x</mj-text>'))
    assert "googleapis" not in html
    assert re.findall(r'(?:href|src)="|url\(', html) == []


def test_language_and_direction_reach_the_html() -> None:
    assert '<html lang="en" dir="ltr"' in mjml_to_html(TEXT.format("x"))


def test_a_fault_in_the_template_itself_has_line_and_column(tmp_path: Path) -> None:
    email = BODY.format('\n{# note #}  <mj-text\n   colour="red">x</mj-text>\n')
    assert faults(tmp_path, {"email.mjml.j2": email}) == [
        ("templates/email.mjml.j2:3:4", "mj-text has no attribute 'colour'")
    ]


def test_a_fault_in_what_an_expression_prints_is_told_at_the_expression(tmp_path: Path) -> None:
    email = BODY.format(
        '\n<mj-text color="{{ brand.accent }}" font-size="{{ size }}px">x</mj-text>'
    )
    told = faults(tmp_path, {"email.mjml.j2": email}, brand={"accent": "reed"}, size="x")
    assert told == [
        ("templates/email.mjml.j2:2:17", "'color' of mj-text is 'reed', not " + COLOUR),
        ("templates/email.mjml.j2:2:48", "'font-size' of mj-text is 'xpx', not " + LENGTH),
    ]


COLOUR = "a colour such as '#336699' or 'white'"
LENGTH = "a length such as '20px'"


def test_a_fault_in_an_included_file_is_told_there(tmp_path: Path) -> None:
    files = {
        "email.mjml.j2": BODY.format("\n{% include 'parts/one.mjml.j2' %}\n<mj-txt />"),
        "parts/one.mjml.j2": "<mj-text>a</mj-text>\n<mj-text>\n  {{ 1 }}<p>b\n</mj-text>\n",
    }
    assert faults(tmp_path, files) == [
        ("templates/email.mjml.j2:3:1", "there is no component 'mj-txt'"),
        ("templates/parts/one.mjml.j2:3:10", "<p> is not closed"),
    ]


def test_a_fault_in_an_imported_macro_is_told_there_once_for_all_its_uses(tmp_path: Path) -> None:
    files = {
        "email.mjml.j2": (
            "{% import 'm.mjml.j2' as m %}\n"
            + BODY.format("{% for u in urls %}\n{{ m.image(u) | trim }}\n{% endfor %}")
        ),
        "m.mjml.j2": '{% macro image(url) %}\n\n  <mj-image src="{{ url }}" />\n{% endmacro %}\n',
    }
    told = faults(tmp_path, files, urls=["a.png", "é.png"])
    assert told == [("templates/m.mjml.j2:3:3", "mj-image has no alt")]


def test_a_fault_in_a_block_that_is_set_and_printed_is_told_there(tmp_path: Path) -> None:
    email = "{% set x %}\n  <mj-text>a < b</mj-text>{% endset %}\n" + BODY.format(
        "{{ x | indent }}"
    )
    assert faults(tmp_path, {"email.mjml.j2": email}) == [
        ("templates/email.mjml.j2:2:14", "a bare '<' opens no tag")
    ]


def test_a_fault_in_a_parent_template_is_told_there(tmp_path: Path) -> None:
    files = {
        "email.mjml.j2": "{% extends 'base.mjml.j2' %}\n{% block x %}\n<p>{% endblock %}",
        "base.mjml.j2": BODY.format("<mj-text>{% block x %}{% endblock %}</mj-text>\n<mj-txt />"),
    }
    assert faults(tmp_path, files) == [
        ("templates/base.mjml.j2:2:1", "there is no component 'mj-txt'"),
        ("templates/email.mjml.j2:3:1", "<p> is not closed"),
    ]


def test_places_hold_with_white_space_control_and_any_line_ends(tmp_path: Path) -> None:
    email = BODY.format(
        "\r\n  {%- if true -%}\r\n   <mj-text>\r\n<q>{{- 1 -}}  x</mj-text>{% endif %}"
    )
    assert faults(tmp_path, {"email.mjml.j2": email}) == [
        ("templates/email.mjml.j2:4:1", "<q> is not closed")
    ]


def test_places_hold_when_private_characters_stand_in_the_text(tmp_path: Path) -> None:
    email = TEXT.format("{{ x }}\U000f0000{{ x }}\n<q>\U000f0001</p>")
    told = faults(tmp_path, {"email.mjml.j2": email}, x="\U000f00000\U000f0000\ue000")
    assert told == [
        ("templates/email.mjml.j2:2:1", "<q> is not closed"),
        ("templates/email.mjml.j2:2:5", "</p> closes nothing"),
    ]


def test_where_marks_change_what_the_template_does_only_the_sure_places_are_told(
    tmp_path: Path,
) -> None:
    email = "{% set x %}a{% endset %}" + BODY.format(
        "\n<mj-one />{% if x == 'a' %}<mj-two />{% endif %}"
    )
    assert faults(tmp_path, {"email.mjml.j2": email}) == [
        ("templates/email.mjml.j2", "there is no component 'mj-two'"),
        ("templates/email.mjml.j2:2:1", "there is no component 'mj-one'"),
    ]


def test_a_piece_that_the_template_cuts_leaves_the_places_before_it(tmp_path: Path) -> None:
    email = BODY.format("<mj-one />{% set x %}ab<q>{% endset %}<mj-text>{{ x[1:] }}</mj-text>")
    assert faults(tmp_path, {"email.mjml.j2": email})[-1] == (
        "templates/email.mjml.j2:1:59",
        "there is no component 'mj-one'",
    )


def test_where_the_template_cannot_be_rendered_with_marks_the_file_is_told(tmp_path: Path) -> None:
    email = "{% set x %}5{% endset %}{{ 'x' * (10 // x | int) }}" + BODY.format("<mj-one />")
    assert faults(tmp_path, {"email.mjml.j2": email})[0][0].startswith("templates/email.mjml.j2")


def test_a_fault_of_the_template_comes_before_those_of_its_mjml(tmp_path: Path) -> None:
    email = BODY.format("<mj-txt />\n{{ missing }}")
    assert faults(tmp_path, {"email.mjml.j2": email}) == [
        ("templates/email.mjml.j2:2:4", "'missing' is not defined")
    ]


def test_faults_of_plain_mjml_have_line_and_column() -> None:
    with pytest.raises(Faulty) as caught:
        mjml_to_html("\ufeff" + TEXT.format("é\n😀 <q>"), path="a.mjml")
    assert [str(fault) for fault in caught.value.faults] == [
        "a.mjml:2:3: <q> is not closed\n  close it before </mj-text>"
    ]


def test_a_newsletter_is_checked_and_rendered_within_milliseconds(tmp_path: Path) -> None:
    item = (
        '<mj-section padding="10px 0"><mj-column><mj-image src="{{ u }}.png" alt="" width="90px" />'
        '<mj-text font-size="16px">\n<h2 class="x">{{ u }}</h2>\n<p>Words and <b>words</b>\n'
        '<a href="{{ u }}">more</a></p></mj-text></mj-column></mj-section>\n'
    )
    body = f"{{% for u in range(30) %}}\n{item}{{% endfor %}}\n"
    email = f'<mjml lang="en" dir="ltr"><mj-body>{body}</mj-body></mjml>'
    templates = folder(tmp_path, {"email.mjml.j2": email})
    best = 1.0
    for _ in range(10):
        started = time.process_time()
        render_email(templates, "email.mjml.j2", {})
        best = min(best, time.process_time() - started)
    assert best < 0.03


def test_what_the_renderer_itself_refuses_is_told_at_its_place() -> None:
    text = "é&#233;x<b>"
    edits = [Edit(1, 2, "&#233;")]
    at_position = ValueError("unexpected token in root template at position 9:10")
    message = "the MJML renderer refuses this: unexpected token"
    assert _told(at_position, text, edits) == Problem(3, message)
    inside_an_edit = ValueError("unexpected token in root template at position 5:6")
    assert _told(inside_an_edit, text, edits) == Problem(1, message)
    assert _told(ValueError("unexpected token in root template"), text, []) == Problem(
        None, message
    )
    assert _told(ValueError("unexpected token"), text, []) == Problem(None, message)


@settings(deadline=None)  # the machine may be busy
@given(st.lists(st.sampled_from(["a", "\n", "é", "\u00a0", "\\"]), max_size=6))
def test_a_place_after_mending_is_found_again(values: list[str]) -> None:
    mjml = "".join(f"<i t='{value}'>" for value in values)
    starts = [match.start() for match in re.finditer("<i t='", mjml)]
    edits = [
        edit
        for start, each in zip(starts, values, strict=True)
        if (edit := value(each, start + 6)) is not None
    ]
    text = mended(mjml, edits)
    after = [match.start() for match in re.finditer("<i t='", text)]
    assert [unmended(at, edits) for at in after] == starts
