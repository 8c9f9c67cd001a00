"""The email as readers meet it."""

from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.checks.email.answers import Answer
from nutgraf.checks.email.contrast_low import contrast
from nutgraf.checks.email.miniature import BRIEF, SEEDS, email
from nutgraf.checks.rule import Example
from nutgraf.model import Finding
from nutgraf.render.tokens import VIEW_IN_BROWSER_URL
from tests.checks.examples import check_example, open_findings


def findings_of(html: str, folder: Path, brief: str = BRIEF) -> list[Finding]:
    return open_findings(check_example(Example(brief, SEEDS, html), folder))


def rules_of(body: str, folder: Path, css: str = "") -> list[str]:
    return [one.rule for one in findings_of(email(body, css=css), folder)]


@pytest.mark.parametrize(
    ("href", "rules"),
    [
        ("https://room.example/", []),
        (VIEW_IN_BROWSER_URL, []),
        ("mailto:desk@room.example", []),
        ("#top", ["link-broken"]),
        ("#here", []),
        ("", ["link-broken"]),
        ("/archive", ["link-broken"]),
        ("file:///home/desk/a.md", ["link-broken"]),
        ("http://localhost:8000/", ["link-broken", "link-insecure"]),
        ("https://", ["link-broken"]),
        ("https://[", ["link-broken"]),
        ("http://room.example/", ["link-insecure"]),
        ("https://me:word@room.example/", ["link-insecure"]),
        ("javascript:alert(1)", ["link-insecure"]),
        ("https://room.example/?a=1&fbclid=x&utm_medium=y", ["link-tracked"]),
        ("https://room.example/?day=1", []),
    ],
)
def test_where_a_link_may_lead(href: str, rules: list[str], tmp_path: Path) -> None:
    body = f'<p id="here"><a href="{href}">the opening hours</a></p>'
    assert rules_of(body, tmp_path) == rules


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Click here", ["link-text-generic"]),
        ("Read more", ["link-text-generic"]),
        ("https://room.example/a", ["link-text-generic"]),
        ("Here is the room", []),
        ("More rooms by the sea", []),
    ],
)
def test_what_a_link_may_say(text: str, rules: list[str], tmp_path: Path) -> None:
    assert rules_of(f'<p><a href="https://room.example/a">{text}</a></p>', tmp_path) == rules


@pytest.mark.parametrize(
    ("image", "rules"),
    [
        ('<img src="a.png">', ["image-without-alt"]),
        ('<img src="a.png" alt=" ">', ["image-without-alt"]),
        ('<img src="a.png" alt="A map of the harbour">', []),
        ('<img src="a.png" alt="" role="presentation">', []),
        ('<img src="a.png" alt="" aria-hidden="true"/>', []),
    ],
)
def test_which_image_needs_words(image: str, rules: list[str], tmp_path: Path) -> None:
    assert rules_of(f"<p>{image}</p>", tmp_path) == rules


def test_the_words_of_a_linked_image_are_the_text_of_the_link(tmp_path: Path) -> None:
    body = '<a href="https://room.example/"><img src="a.png" alt="read more"></a>'
    assert rules_of(body, tmp_path) == ["link-text-generic"]


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("Dear {{ name }},", True),
        ("{% if member %}", True),
        ("Hi %recipient.name%", True),
        ("*|FNAME|*", True),
        ("%%MEMBER_NAME%%", True),
        ("Lorem ipsum dolor", True),
        ("100% of 50%", False),
        ("{curly}", False),
    ],
)
def test_what_is_a_tag_that_was_left(body: str, left: bool, tmp_path: Path) -> None:
    assert (rules_of(f"<p>{body}</p>", tmp_path) == ["template-tag-left"]) is left


DARK = "@media (prefers-color-scheme: dark) {{ {} }}"


@pytest.mark.parametrize(
    ("body", "css", "low"),
    [
        ('<p style="color:#777777">Words.</p>', "", True),
        ('<p style="color:#767676">Words.</p>', "", False),
        ('<p style="color:#949494;font-size:24px">Words.</p>', "", False),
        ('<p style="color:#949494;font-size:19px"><b>Words.</b></p>', "", False),
        ('<p style="color:#949494;font-size:19px">Words.</p>', "", True),
        ('<p style="background:#000"><i style="color:rgb(255,255,255)">Words.</i></p>', "", False),
        ('<div style="background:#000"><p>Words.</p></div>', "", True),
        ('<table bgcolor="black"><td><font color="white">Words.</font></table>', "", False),
        ('<p class="a b">Words.</p>', ".a.b { color: #ccc }", True),
        ('<div class="a"><p>Words.</p></div>', "div.a > p { color: #ccc }", True),
        ('<div class="a"><i><p>Words.</p></i></div>', "div.a > p { color: #ccc }", False),
        ('<div class="a"><i><p>Words.</p></i></div>', "div.a p { color: #ccc }", True),
        ('<p id="x">Words.</p>', "#x { color: #ccc } p { color: #000 }", True),
        ('<p class="x" style="color:#000">Words.</p>', ".x { color: #ccc }", False),
        ('<p style="color:#000">Words.</p>', "p { color: #ccc !important }", True),
        ('<p class="ink">Words.</p>', DARK.format("p.ink { color: #ddd !important }"), True),
        ("<p>Words.</p>", DARK.format("p, a { color: #ddd } body { background: #111 }"), False),
        ("<p>Words.</p>", "@media (max-width: 400px) { p { color: #ccc } }", False),
        ("<p>Words.</p>", "p:hover, p::marker { color: #ccc } /* p { color: #ccc } */", False),
        ('<p style="display:none;color:#fff">Words.</p>', "", False),
        ('<p style="color:#fff"> · </p>', "", False),
        ('<p style="color:inherit">Words.</p>', "", False),
    ],
)  # fmt: skip
def test_what_has_contrast_enough(body: str, css: str, low: bool, tmp_path: Path) -> None:
    found = [one for one in rules_of(body, tmp_path, css=css) if one == "contrast-low"]
    assert bool(found) is low


def test_the_contrast_of_black_and_white_is_21() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((9, 9, 9), (9, 9, 9)) == pytest.approx(1)


@pytest.mark.parametrize(("size", "severity"), [(89, None), (91, "note"), (103, "error")])
def test_a_heavy_email_is_noted_before_it_is_cut(
    size: int, severity: str | None, tmp_path: Path
) -> None:
    html = email("<p>a</p>" + "<!-- -->" * (size * 128))
    told = [one.severity for one in findings_of(html, tmp_path) if one.rule == "email-clipped"]
    assert told == ([severity] if severity else [])


def test_the_stories_that_weigh_most_are_named(tmp_path: Path) -> None:
    stories = "# Trams\n\n## Summary\n\nOne.\n\n# Boats\n\n## Summary\n\nA longer story of boats.\n"
    brief = BRIEF.partition("## Summary")[0] + stories
    (one,) = [
        each
        for each in findings_of(email("<p>a</p>" * 14000), tmp_path, brief)
        if each.rule == "email-clipped"
    ]
    assert "“Boats” has 85% of the words" in one.remedy


@pytest.mark.parametrize(
    ("subject", "rules"),
    [
        ("The reading room opens on Sunday", []),
        ("A" * 61, ["subject-too-long"]),
        ("What nobody had expected to see here: 4,000 readers", ["subject-too-long"]),
    ],
)
def test_how_long_a_subject_may_be(subject: str, rules: list[str], tmp_path: Path) -> None:
    brief = BRIEF.replace("The reading room opens on Sunday\npre", f"{subject}\npre")
    html = email("<p>The room.</p>")
    told = [one.rule for one in findings_of(html, tmp_path, brief) if one.family == "email"]
    assert told == rules


def test_a_preheader_that_repeats_the_subject_is_told(tmp_path: Path) -> None:
    brief = BRIEF.replace("Tea is free.", "The reading room opens Sunday.")
    (one,) = findings_of(email("<p>The room.</p>"), tmp_path, brief)
    assert one.rule == "preheader-missing"
    assert "repeats" in one.message


def test_a_postal_address_may_be_set_as_it_likes_and_must_be_there(tmp_path: Path) -> None:
    foot = (
        '<p>Example Street 1 · 12345 EXAMPLE&nbsp;City <a href="%%UNSUBSCRIBE_URL%%">Leave</a></p>'
    )
    assert findings_of(email("<p>a</p>", foot=foot), tmp_path) == []
    (one,) = findings_of(email("<p>a</p>", foot=foot.replace("12345", "54321")), tmp_path)
    assert one.rule == "unsubscribe-missing"
    assert "postal address" in one.message


def test_a_link_of_the_brief_is_told_where_it_stands(tmp_path: Path) -> None:
    brief = BRIEF + "\n**See [the hours](http://room.example/)** today. [@report]\n"
    html = email('<p><a href="http://room.example/">the hours</a></p>')
    (one,) = [each for each in findings_of(html, tmp_path, brief) if each.family == "email"]
    assert one.place.line == 11


def test_an_image_of_the_brief_is_told_where_it_stands(tmp_path: Path) -> None:
    brief = BRIEF + "\n![](https://room.example/a.png)\n"
    html = email('<p><img src="https://room.example/a.png" alt=""></p>')
    (one,) = [each for each in findings_of(html, tmp_path, brief) if each.family == "email"]
    assert one.place.line == 11


def test_a_tag_of_the_brief_is_told_where_it_stands(tmp_path: Path) -> None:
    brief = BRIEF + "\nDear {{ name }}, we think so.\n"
    (one,) = [
        each
        for each in findings_of(email("<p>Dear {{ name }},</p>"), tmp_path, brief)
        if each.family == "email"
    ]
    assert one.place.line == 11


def test_without_an_email_nothing_is_said_of_it(tmp_path: Path) -> None:
    checked = check_example(Example(BRIEF, SEEDS), tmp_path)
    assert [one for one in checked.findings if one.family == "email"] == []


def test_a_hedged_sentence_is_never_the_one_to_cut(tmp_path: Path) -> None:
    words = "and on and on " * 12
    body = f"## Bottom line\n\nWe like it. We may go {words.strip()}. We read {words.strip()}.\n"
    brief = BRIEF.partition("## Summary")[0] + body
    (one,) = [
        each
        for each in findings_of(email("<p>a</p>"), tmp_path, brief)
        if each.rule == "over-budget"
    ]
    assert one.remedy == "cut this sentence first"
    text = brief[one.place.start : one.place.end]
    assert text.startswith("We read")
    hedged = brief.replace("We read", "We may read")
    (one,) = [
        each
        for each in findings_of(email("<p>a</p>"), tmp_path, hedged)
        if each.rule == "over-budget"
    ]
    assert one.remedy.startswith("cut ")
    assert "sentence" not in one.remedy


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Answer(200), []),
        (Answer(404), [("link-broken", "error", "the server says 404")]),
        (Answer(410), [("link-broken", "error", "the server says 410")]),
        (Answer(no_host=True), [("link-broken", "error", "no server has that name")]),
        (Answer(403), [("link-broken", "note", "could not be checked: the server says 403")]),
        (Answer(503), [("link-broken", "note", "could not be checked: the server says 503")]),
        (Answer(trouble="it burns"), [("link-broken", "note", "could not be checked: it burns")]),
    ],
)
def test_what_a_server_says_of_a_link_is_told(
    answer: Answer, told: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    href = "https://room.example/hours"
    example = Example(BRIEF, SEEDS, email(f'<p>See <a href="{href}">the hours</a>.</p>'))
    found = open_findings(check_example(example, tmp_path, {href: answer}))
    assert [(one.rule, one.severity) for one in found] == [one[:2] for one in told]
    assert all(told[at][2] in one.message for at, one in enumerate(found))
