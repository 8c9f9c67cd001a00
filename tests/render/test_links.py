import pytest

from nutgraf.render.links import safe_href, safe_picture


@pytest.mark.parametrize(
    "href",
    [
        "https://a.example/b?c=1&d=%20#e",
        "http://a.example/",
        "mailto:a@b.example",
        "HTTPS://A.example",
    ],
)
def test_the_web_and_mail_are_links(href: str) -> None:
    assert safe_href(href) == href


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        " java\tscript:alert(1)",
        "data:text/html,x",
        "ftp://a.example",
        "file:///etc/passwd",
        "notes.md",
        "//a.example/b",
        "#below",
        "",
    ],
)
def test_everything_else_is_none(href: str) -> None:
    assert safe_href(href) is None


def test_what_could_end_an_attribute_or_hide_is_encoded_or_gone() -> None:
    assert safe_href('https://a.example/"><b>\u202e') == "https://a.example/%22%3E%3Cb%3E"


def test_an_address_holds_no_token() -> None:
    assert safe_href("https://a.example/%%UNSUBSCRIBE_URL%%") == (
        "https://a.example/%25%25UNSUBSCRIBE_URL%25%25"
    )


def test_a_picture_comes_from_the_web_only() -> None:
    assert safe_picture("https://a.example/b.png") == "https://a.example/b.png"
    assert safe_picture("mailto:a@b.example") is None
    assert safe_picture("pictures/b.png") is None
