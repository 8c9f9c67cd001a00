"""What is found in MJML, and where; the fault stands where `▸` stands in the source."""

from __future__ import annotations

import time

import pytest

from nutgraf.render.mjml_check import DEPTH, check
from nutgraf.render.mjml_tags import Problem

HEAD = '<mjml lang="en" dir="ltr"><mj-head>{}</mj-head><mj-body></mj-body></mjml>'
BODY = '<mjml lang="en" dir="ltr"><mj-body>{}</mj-body></mjml>'
COLUMN = BODY.format("<mj-section><mj-column>{}</mj-column></mj-section>")
TEXT = COLUMN.format("<mj-text>{}</mj-text>")


def problems(source: str) -> list[Problem]:
    return check(source.replace("▸", ""))[0]


def only(source: str) -> tuple[str, str]:
    """Message and hint of the one problem, after a look at its place."""
    (problem,) = problems(source)
    assert problem.start == source.index("▸")
    return problem.message, problem.hint


def test_a_document_of_every_kind_of_component_is_fine() -> None:
    head = (
        "<mj-title>T</mj-title><mj-preview>p &amp; q</mj-preview><mj-breakpoint width='320px' />"
        "<mj-style>a > b { color: red }</mj-style><mj-raw><meta name='x' content='y'></mj-raw>"
        "<mj-attributes><mj-all font-family='Georgia, serif' /><mj-text color='#333' />"
        "<mj-class name='small' font-size='12px' /></mj-attributes>"
    )
    column = (
        '<mj-text mj-class="small" css-class="x y" letter-spacing="-0.5em" line-height="1.5">'
        '<p style="margin: 0">a<br>b <img src="i.png" alt=""> <!-- note --></p></mj-text>'
        '<mj-button href="https://example.org/?a=1&amp;b=2" padding="10px 25px">Go</mj-button>'
        '<mj-image src="i.png" alt="" width="200px" height="auto" />'
        '<mj-divider border-color="rgba(0, 0, 0, .5)" border-width="1px" /><mj-spacer />'
        '<mj-table cellpadding="0" width="auto"><tr><td>1</td></tr></mj-table>'
        '<mj-social><mj-social-element src="f.png" alt="" >F</mj-social-element></mj-social>'
        '<mj-navbar><mj-navbar-link href="u">N</mj-navbar-link></mj-navbar>'
        '<mj-accordion icon-wrapped-url="w" icon-unwrapped-url="u"><mj-accordion-element>'
        "<mj-accordion-title>t</mj-accordion-title><mj-accordion-text>x</mj-accordion-text>"
        "</mj-accordion-element></mj-accordion>"
        '<mj-carousel left-icon="l" right-icon="r"><mj-carousel-image src="c" alt="" />'
        "</mj-carousel>"
        "<mj-raw><p>x</p></mj-raw>"
    )
    section = f'<mj-section padding="0"><mj-column width="33.33%">{column}</mj-column></mj-section>'
    body = (
        f"{section}<mj-wrapper>{section}</mj-wrapper><mj-hero height='9px'><mj-text>h</mj-text>"
        "</mj-hero><mj-section><mj-group><mj-column></mj-column></mj-group></mj-section>"
    )
    source = f'<!-- n -->\n<mjml lang="pt-BR" dir="auto"><mj-head>{head}</mj-head>\n'
    assert problems(f"{source}<mj-body width='600px'>{body}</mj-body></mjml>\n") == []


@pytest.mark.parametrize(
    ("source", "message", "hint"),
    [
        (TEXT.format("a ▸< b"), "a bare '<' opens no tag", "&lt;"),
        (TEXT.format("a ▸<"), "a bare '<' opens no tag", "&lt;"),
        (TEXT.format("▸<p>a"), "<p> is not closed", "close it before </mj-text>"),
        (TEXT.format("▸<BR>a"), "<BR> is not closed", "write <br>, in small letters"),
        (TEXT.format("a▸</b>"), "</b> closes nothing", "leave it out"),
        (TEXT.format("<br>▸</br>"), "</br> closes nothing", "leave it out"),
        (TEXT.format("▸<![CDATA[x < y]]>"), "CDATA cannot stand in MJML", "&lt;"),
        (TEXT.format("▸<?php x ?>"), "'<?php x ?' cannot stand in MJML", "leave it out"),
        (TEXT.format("a ▸]]> b"), "']]>' cannot stand in MJML", "write ]]&gt;"),
        (TEXT.format("<i ▸class=x />"), "the value of 'class' in <i> has no quotes", "class="),
        (
            TEXT.format("<a ▸href=x/y>a</a>"),
            "the value of 'href' in <a> has no quotes",
            'write href="x/y"',
        ),
        (TEXT.format('▸<a href="x>a</a>'), "a quotation mark in <a> is not closed", "close it"),
        (
            TEXT.format('▸<a href="x""y">a</a>'),
            """the tag <a> cannot be read: 'href="x""y"'""",
            'write attributes as name="value"',
        ),
        (TEXT.format("▸<b <i>x</i>"), "the tag <b does not end", "&lt;"),
        (
            TEXT.format("x ▸<!-- a -- b -->").replace("▸<!-- a -", "<!-- a ▸-"),
            "'--' cannot",
            "leave",
        ),
        (TEXT.format("▸<!-->x"), "'--' cannot stand inside a comment", "leave the hyphens out"),
        (
            TEXT.format("<a ▸title='say \"x\"'>a</a>"),
            "the value of 'title' in <a> holds a double quotation mark",
            "put double quotes around it, and &quot; inside",
        ),
        (TEXT.format('<a a="1" ▸a="2">x</a>'), "'a' is given twice in <a>", "keep one"),
        (TEXT.format('▸<img src="x">'), "<img> has no alt", 'alt=""'),
        (
            TEXT.format("▸<mj-text>x</mj-text>"),
            "<mj-text> cannot stand in mj-text, which holds HTML",
            "close mj-text before it",
        ),
        (TEXT.format('▸<mj-include path="x" />'), "<mj-include> cannot stand", "with Jinja"),
        (TEXT.format("▸<mj-txt>x</mj-txt>"), "there is no component 'mj-txt'", "'mj-text'"),
        (
            TEXT.format('▸<link rel="stylesheet" href="https://x.example/f.css">'),
            "<link> cannot stand in a mail",
            "third party",
        ),
    ],
)
def test_what_is_wrong_in_html(source: str, message: str, hint: str) -> None:
    told, remedy = only(source)
    assert told.startswith(message)
    assert hint in remedy


@pytest.mark.parametrize(
    ("source", "message", "hint"),
    [
        (COLUMN.format("▸<mj-txt>x</mj-txt>"), "there is no component 'mj-txt'", "'mj-text'"),
        (COLUMN.format("▸hello"), "text cannot stand in mj-column: 'hello'", "mj-text"),
        (COLUMN.format("▸" + "x " * 40), "text cannot stand in mj-column: 'x x", "mj-text"),
        (COLUMN.format("▸<p><mj-text>x</mj-text></p>"), "<p> cannot stand in mj-column", "mj-text"),
        (COLUMN.format("▸<p>hello</p>"), "<p> cannot stand in mj-column", "mj-text or mj-raw"),
        (BODY.format("▸<mj-text>x</mj-text>"), "mj-text cannot stand in mj-body", "mj-column"),
        (
            COLUMN.format("▸<mj-section></mj-section>"),
            "mj-section cannot stand in mj-column",
            "put it into mj-body or mj-wrapper",
        ),
        (COLUMN.format('▸<mj-include path="x" />'), "mj-include is not available", "{% include"),
        (HEAD.format("▸<mj-text></mj-text>"), "mj-text cannot stand in mj-head", "mj-column"),
        (HEAD.format("<mj-title>a ▸<b>x</b></mj-title>"), "<b> cannot stand in mj-title", "leave"),
        (
            COLUMN.format('<mj-image alt="" src="i">▸x</mj-image>'),
            "text cannot stand in mj-image: 'x'",
            "",
        ),
        (COLUMN.format("▸<mjml></mjml>"), "there is more than one <mjml>", "keep one"),
    ],
)
def test_what_stands_where_it_may_not(source: str, message: str, hint: str) -> None:
    told = problems(source)
    assert told[0].start == source.index("▸")
    assert told[0].message.startswith(message)
    assert hint in told[0].hint


def test_a_second_head_or_body_is_refused() -> None:
    parts = "<mj-head></mj-head>▸<mj-head></mj-head><mj-body></mj-body>"
    source = f'<mjml lang="en" dir="ltr">{parts}</mjml>'
    assert only(source) == ("there is more than one <mj-head>", "keep one")
    source = '<mjml lang="en" dir="ltr"><mj-body></mj-body>▸<mj-body></mj-body></mjml>'
    assert only(source) == ("there is more than one <mj-body>", "keep one")


@pytest.mark.parametrize(
    ("source", "messages"),
    [
        ("", ["there is no <mjml>", "there is no <mj-body>"]),
        ("hello", ["text cannot stand outside <mjml>: 'hello'"]),
        ("<p>x</p>", ["<p> cannot stand outside <mjml>"]),
        ("<mj-section></mj-section>", ["mj-section cannot stand outside <mjml>"]),
        ("<!DOCTYPE html>", ["'<!DOCTYPE ht' cannot stand in MJML"]),
        ("<!doctype", ["'<!doctype' cannot stand in MJML"]),
        ("<![CDATA[x", ["CDATA cannot stand in MJML"]),
        ("<!-- x", ["this comment does not end"]),
        ("<mjml lang='en' dir='ltr'>", ["<mjml> is not closed"]),
        ("<mjml lang='en' dir='ltr' />", ["there is no <mj-body>"]),
        ("<mjml", ["the tag <mjml does not end"]),
    ],
)
def test_what_is_no_mjml_is_said_to_be_none(source: str, messages: list[str]) -> None:
    told = [problem.message for problem in problems(source)]
    assert set(messages) <= set(told)


@pytest.mark.parametrize(
    ("element", "message", "hint"),
    [
        ('<mj-text ▸colour="red" />', "mj-text has no attribute 'colour'", "did you mean 'color'?"),
        (
            '<mj-spacer ▸zzz="1" />',
            "mj-spacer has no attribute 'zzz'",
            "known: padding, padding-to",
        ),
        ('<mj-text color="▸reed" />', "'color' of mj-text is 'reed', not a colour", "'red'"),
        ('<mj-text color="▸#12345" />', "'color' of mj-text is '#12345'", ""),
        ('<mj-text color="▸" />', "'color' of mj-text is ''", ""),
        ('<mj-text font-size="▸16" />', "'font-size' of mj-text is '16', not a length such as", ""),
        ('<mj-text font-size="▸1em" />', "'font-size' of mj-text is '1em'", ""),
        ('<mj-text padding="▸10px 5" />', "'padding' of mj-text is '10px 5', not one to four", ""),
        ('<mj-text align="▸middle" />', "'align' of mj-text is 'middle', not 'left', 'center'", ""),
        ('<mj-text align="▸centre" />', "'align' of mj-text is 'centre'", "'center'"),
        ('<mj-table cellpadding="▸1px" />', "'cellpadding' of mj-table is '1px', not a whole", ""),
        ('<mj-table ▸role="none" />', "the renderer ignores 'role' of mj-table", "mj-raw"),
        ('<mj-button ▸title="x" />', "the renderer ignores 'title' of mj-button", "words"),
        (
            '<mj-image alt="" src="" fluid-on-mobile="▸yes" />',
            "'fluid-on-mobile' of mj-image is 'yes', not 'true' or 'false'",
            "",
        ),
        ('<mj-text mj-class="▸small" />', "there is no mj-class 'small'", ""),
        ('▸<mj-image src="x" />', "mj-image has no alt", 'alt="" where it is mere ornament'),
        ('▸<mj-image alt="x" />', "mj-image has no src", ""),
        (
            '<mj-social>▸<mj-social-element name="facebook" alt="" /></mj-social>',
            "mj-social-element has no src",
            "third party",
        ),
        ("<mj-text color='&#114;ed' ▸x='1' />", "mj-text has no attribute 'x'", ""),
    ],
)
def test_attributes_are_checked_against_the_table(element: str, message: str, hint: str) -> None:
    told, remedy = only(COLUMN.format(element))
    assert told.startswith(message)
    assert hint in remedy


@pytest.mark.parametrize(
    ("head", "message", "hint"),
    [
        (
            '<mj-style ▸inline="inline">a{}</mj-style>',
            "the renderer ignores 'inline' of mj-style",
            "write it as attributes",
        ),
        (
            '<mj-font name="Lato" ▸href="https://fonts.example/lato" />',
            "mj-font fetches a font",
            "use fonts that readers have",
        ),
        ("<mj-style>▸@import 'x';</mj-style>", "a style fetches a file: '@import'", "third party"),
        (
            "<mj-style>p{} ▸@font-face { src: url('//x.example/f') }</mj-style>",
            "a style fetches a file: ",
            "third party",
        ),
        ("<mj-raw><style>▸@import 'x';</style></mj-raw>", "a style fetches a file", "third party"),
        ("<mj-style>/* é▸> */</mj-style>", "'>' in a style cannot stand next to", "two spaces"),
        ("<mj-title>▸<!-- x --></mj-title>", "a comment cannot stand in mj-title", "{# … #}"),
        (
            "<mj-breakpoint width='9px'>▸<!-- x --></mj-breakpoint>",
            "a comment cannot stand in mj-breakpoint",
            "{# … #}",
        ),
        ("▸<mj-html-attributes />", "mj-html-attributes is not available", "on the tags"),
        (
            (
                "▸<mj-html-attributes><mj-selector path='a'><mj-html-attribute name='x'>y"
                "</mj-html-attribute></mj-selector></mj-html-attributes>"
            ),
            "mj-html-attributes is not available",
            "on the tags",
        ),
        (
            "<mj-attributes><mj-class name='a'>▸<mj-text /></mj-class></mj-attributes>",
            "mj-text cannot stand in mj-class",
            "give the values to mj-class itself",
        ),
        (
            "<mj-attributes>▸<mj-txt color='red' /></mj-attributes>",
            "mj-attributes cannot give values to 'mj-txt'",
            "'mj-text'",
        ),
        (
            "<mj-attributes>▸<mj-class color='red' /></mj-attributes>",
            "mj-class has no name",
            "name=",
        ),
        (
            "<mj-attributes><mj-all ▸colour='red' /></mj-attributes>",
            "no component has an attribute 'colour'",
            "'color'",
        ),
        (
            "<mj-attributes><mj-class name='a' color='▸reed' /></mj-attributes>",
            "'color' of mj-class is 'reed', not a colour",
            "'red'",
        ),
        (
            "<mj-attributes><mj-text ▸colour='red' /></mj-attributes>",
            "mj-text has no attribute 'colour'",
            "'color'",
        ),
        ("▸<mj-all color='red' />", "mj-all cannot stand in mj-head", "mj-attributes"),
        ("<mj-breakpoint width='▸wide' />", "'width' of mj-breakpoint is 'wide'", ""),
        ("▸<mj-breakpoint />", "mj-breakpoint has no width", ""),
        (
            "<mj-font name='Own' href='cid:x' />▸<mj-foo />",
            "there is no component 'mj-foo'",
            "mj-font",
        ),
    ],
)
def test_what_is_wrong_in_the_head(head: str, message: str, hint: str) -> None:
    told, remedy = only(HEAD.format(head))
    assert told.startswith(message)
    assert hint in remedy


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ('▸<mjml dir="ltr"><mj-body></mj-body></mjml>', "mjml has no lang"),
        ('▸<mjml lang="en"><mj-body></mj-body></mjml>', "mjml has no dir"),
        ('<mjml lang="▸und" dir="ltr"><mj-body></mj-body></mjml>', "'lang' of mjml is 'und'"),
        ('<mjml lang="▸" dir="ltr"><mj-body></mj-body></mjml>', "'lang' of mjml is ''"),
        ('<mjml lang="en" dir="▸up"><mj-body></mj-body></mjml>', "'dir' of mjml is 'up'"),
        (BODY.format('<mj-wrapper ▸gap="9px"></mj-wrapper>'), "the renderer ignores 'gap'"),
        (BODY.format('<mj-body ▸id="x">').replace("<mj-body><mj-body", "<mj-body", 1), "the rend"),
    ],
)
def test_what_is_wrong_in_the_frame(source: str, message: str) -> None:
    assert only(source)[0].startswith(message)


def test_demanded_attributes_may_come_from_the_head() -> None:
    head = (
        "<mj-attributes><mj-image alt='' /><mj-class name='own' src='o.png' />"
        "<mj-all title='t' /></mj-attributes>"
    )
    column = "<mj-image mj-class='own' /><mj-text mj-class='▸ownn'>x</mj-text>"
    source = COLUMN.format(column).replace("<mj-body>", f"<mj-head>{head}</mj-head><mj-body>")
    assert only(source) == ("there is no mj-class 'ownn'", "did you mean 'own'?")


def test_every_problem_is_told_in_reading_order() -> None:
    source = TEXT.format("<p>a < b").replace("<mj-column>", '<mj-column widht="9px">')
    assert [problem.message for problem in problems(source)] == [
        "mj-column has no attribute 'widht'",
        "<p> is not closed",
        "a bare '<' opens no tag",
    ]


def test_nesting_is_limited() -> None:
    within = DEPTH - 5
    assert problems(TEXT.format("<b>" * within + "x" + "</b>" * within)) == []
    (told,) = problems(TEXT.format("<b>" * 10_000 + "x" + "</b>" * 10_000))
    assert told.message == f"more than {DEPTH} tags are nested"


@pytest.mark.parametrize(
    "piece", ["<!--", "<a ", "<a b='", '<a b="', "<", "<a  ", "</", "<![CDATA["]
)
@pytest.mark.uncounted
def test_the_time_grows_with_the_length_only(piece: str) -> None:
    started = time.process_time()
    check(piece * 20_000)
    assert time.process_time() - started < 3
