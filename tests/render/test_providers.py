"""Tokens become a provider's merge tags, or their links go out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.errors import Usage
from nutgraf.render.providers import PROVIDERS, as_pasted, provider_named
from nutgraf.render.tokens import TOKENS, UNSUBSCRIBE_URL, VIEW_IN_BROWSER_URL

HTML = f"""<!doctype html>
<html lang="en"><head><style>@media print{{.a{{color:red}}}}</style></head><body>
<!--[if mso | IE]><table role="presentation"><tr><td><![endif]-->
<td align="right"><a class="muted" href="{VIEW_IN_BROWSER_URL}" style="color:#333">View in
browser</a></td>
<p>The bridge closes. <a href="https://bridge.example/">More</a></p>
<p style="margin:0">Example Street 1</p>
<p style="margin:0"><a href="{UNSUBSCRIBE_URL}">Unsubscribe</a> · <a
 href="{VIEW_IN_BROWSER_URL}">View in browser</a></p>
</body></html>
"""
TEXT = f"""THE BRIEF
View in browser: {VIEW_IN_BROWSER_URL}

The bridge closes: see [1].

Unsubscribe: {UNSUBSCRIBE_URL}
"""
MARKDOWN = f"""# The brief

[View in browser]({VIEW_IN_BROWSER_URL})

The bridge closes.

[Unsubscribe]({UNSUBSCRIBE_URL}) · [Archive](https://bridge.example/)
"""
WITH_TAGS = [
    ("mailchimp", "*|UNSUB|*", "*|ARCHIVE|*"),
    ("buttondown", "{{ unsubscribe_url }}", "{{ email_url }}"),
    ("listmonk", "{{ UnsubscribeURL }}", "{{ MessageURL }}"),
]
WITHOUT_TAGS = ["ghost", "beehiiv"]


@pytest.mark.parametrize(("provider", "unsubscribe", "view"), WITH_TAGS)
def test_tokens_become_merge_tags_in_every_digest(
    provider: str, unsubscribe: str, view: str
) -> None:
    html = as_pasted(HTML, provider)
    assert f'<a href="{unsubscribe}">Unsubscribe</a>' in html
    assert f'<a class="muted" href="{view}" style="color:#333">' in html
    assert f"View in browser: {view}\n" in as_pasted(TEXT, provider)
    assert f"[Unsubscribe]({unsubscribe}) · [Archive]" in as_pasted(MARKDOWN, provider)


@pytest.mark.parametrize("provider", PROVIDERS)
@pytest.mark.parametrize("digest", [HTML, TEXT, MARKDOWN])
def test_no_token_is_left_for_any_provider(provider: str, digest: str) -> None:
    pasted = as_pasted(digest, provider)
    assert not any(token in pasted for token in TOKENS.values())
    assert "bridge closes" in pasted.casefold()


@pytest.mark.parametrize("provider", WITHOUT_TAGS)
def test_where_the_provider_writes_the_links_itself_ours_go_out_of_html(provider: str) -> None:
    html = as_pasted(HTML, provider)
    assert "Unsubscribe" not in html
    assert "View in" not in html
    assert '<td align="right"></td>' in html
    assert '<a href="https://bridge.example/">More</a>' in html
    assert '<p style="margin:0">Example Street 1</p>\n</body>' in html  # no empty paragraph


@pytest.mark.parametrize("provider", WITHOUT_TAGS)
def test_the_lines_that_were_there_for_the_link_go_out_of_text(provider: str) -> None:
    assert as_pasted(TEXT, provider) == "THE BRIEF\n\nThe bridge closes: see [1].\n\n"


@pytest.mark.parametrize("provider", WITHOUT_TAGS)
def test_what_shares_a_line_with_the_link_stays(provider: str) -> None:
    pasted = as_pasted(MARKDOWN, provider)
    assert pasted.endswith("\n\n[Archive](https://bridge.example/)\n")
    assert "View in browser" not in pasted
    line = f"Written by hand · Unsubscribe: {UNSUBSCRIBE_URL}\n"
    assert as_pasted(line, provider) == "Written by hand\n"
    assert as_pasted(f"By hand <{UNSUBSCRIBE_URL}>", provider).strip() == "By hand"


def test_one_link_of_two_goes_with_the_mark_between_them() -> None:
    html = f'<html><p><a href="{UNSUBSCRIBE_URL}">Out</a> &middot; <a href="/b">Archive</a></p>'
    assert as_pasted(html, "ghost") == '<html><p><a href="/b">Archive</a></p>'


def test_a_token_outside_a_link_leaves_nothing_in_html() -> None:
    html = f'<html><v:rect href="{UNSUBSCRIBE_URL}"></v:rect>'
    assert as_pasted(html, "ghost") == '<html><v:rect href=""></v:rect>'


def test_outlook_comments_survive_in_listmonk() -> None:
    """Go's templates drop comments, and with them the tables that Outlook needs."""
    html = as_pasted(HTML, "listmonk")
    kept = '{{ Safe `<!--[if mso | IE]><table role="presentation"><tr><td><![endif]-->` }}'
    assert kept in html
    assert as_pasted("<!-- a comment -->", "listmonk") == "<!-- a comment -->"  # no HTML
    odd = f"<html><!-- ` --><!-- {UNSUBSCRIBE_URL} -->"
    assert as_pasted(odd, "listmonk") == "<html><!-- ` --><!-- {{ UnsubscribeURL }} -->"


@pytest.mark.parametrize(
    ("provider", "prose"),
    [
        ("mailchimp", "Write *|UNSUB|* here"),
        ("buttondown", "In Django, {{ unsubscribe_url }} and {% if %} are tags"),
        ("listmonk", "{{ UnsubscribeURL }}"),
        ("ghost", "%%{unsubscribe_url}%%"),
        ("beehiiv", "{{email}}"),
    ],
)
def test_prose_that_looks_like_a_merge_tag_stays_prose(provider: str, prose: str) -> None:
    pasted = as_pasted(prose, provider)
    assert pasted != prose
    assert pasted.replace("\u2060", "") == prose


@pytest.mark.parametrize("provider", PROVIDERS.values(), ids=lambda provider: provider.name)
def test_every_provider_says_where_it_is_documented_and_what_to_know(provider: object) -> None:
    known = provider_named(str(getattr(provider, "name", "")))
    assert known.documentation
    assert all(address.startswith("https://") for address in known.documentation)
    assert known.notes
    assert all(token in TOKENS.values() for token in known.tags)


def test_case_does_not_matter_in_the_name() -> None:
    assert provider_named(" MailChimp ") is PROVIDERS["mailchimp"]


def test_an_unknown_provider_is_refused_with_the_nearest() -> None:
    with pytest.raises(Usage, match="there is no provider “mailchip”") as raised:
        as_pasted(TEXT, "mailchip")
    assert raised.value.hint == "did you mean mailchimp?"


def test_a_provider_that_is_near_none_is_refused_with_the_list() -> None:
    with pytest.raises(Usage) as raised:
        provider_named("pigeon")
    assert raised.value.hint.startswith("there are: mailchimp, buttondown")


@given(
    st.text(st.sampled_from("ab <>/p[]():·%|\n`!-*{}") | st.characters(), max_size=80),
    st.sampled_from(sorted(PROVIDERS)),
    st.booleans(),
)
def test_any_text_loses_its_tokens_and_nothing_fails(
    text: str, provider: str, is_html: bool
) -> None:
    digest = f"{'<html>' if is_html else ''}{text}{UNSUBSCRIBE_URL}{text}"
    assert UNSUBSCRIBE_URL not in as_pasted(digest, provider)


QUOTED = r'"reader & \"friend\""'
FIELDS = {"first_name": 'reader & "friend"', "membership_number": "none"}
FIRST, NUMBER = "%%READER_FIRST_NAME%%", "%%READER_MEMBERSHIP_NUMBER%%"


@pytest.mark.parametrize(
    ("provider", "first", "number"),
    [
        ("mailchimp", "*|FNAME|*", "none"),
        (
            "buttondown",
            f"{{{{ subscriber.metadata.first_name|default:{QUOTED} }}}}",
            '{{ subscriber.metadata.membership_number|default:"none" }}',
        ),
        (
            "listmonk",
            f"{{{{ .Subscriber.FirstName | default {QUOTED} }}}}",
            '{{ .Subscriber.Attribs.membership_number | default "none" }}',
        ),
        ("ghost", 'reader & "friend"', "none"),
        ("beehiiv", 'reader & "friend"', "none"),
    ],
)
def test_merge_fields_become_tags_or_their_defaults(provider: str, first: str, number: str) -> None:
    made = as_pasted(f"Dear {FIRST}, {NUMBER}", provider, FIELDS)
    assert made == f"Dear {first}, {number}"


@pytest.mark.parametrize(
    ("provider", "first"),
    [
        (
            "buttondown",
            '{{ subscriber.metadata.first_name|default:"reader &amp; &quot;friend&quot;" }}',
        ),
        ("ghost", "reader &amp; &quot;friend&quot;"),
    ],
)
def test_a_default_is_escaped_in_html_where_the_service_does_not(provider: str, first: str) -> None:
    assert as_pasted(f"<html>{FIRST}</html>", provider, FIELDS) == f"<html>{first}</html>"


def test_a_default_that_would_end_a_tag_stands_for_itself() -> None:
    fields = {"first_name": "{{ x }}"}
    for provider in ("buttondown", "listmonk"):
        assert as_pasted("Dear %%READER_FIRST_NAME%%", provider, fields) == "Dear {{ x }}"
