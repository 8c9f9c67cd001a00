"""A page in every encoding of the HTML standard is read as what it says."""

from __future__ import annotations

from collections import defaultdict
from urllib.parse import quote, unquote

import pytest

from nutgraf.capture.decoding import decode
from nutgraf.capture.encoding_labels import LABELS
from nutgraf.capture.fetching.fetch import fetch
from tests.capture.fetching.manners_of_tests import manners
from tests.servers.webs import Asked, Reply, web

# Words that only letters of the encoding can write.
WORDS = {
    "Zürich, “40 €”": "cp1252 cp1250 cp1254 cp1257 cp1258 mac_roman iso-8859-15 iso-8859-16 utf-8",
    "Žluťoučký": "iso-8859-2 iso-8859-13 iso-8859-4",
    "Ĝis la revido": "iso-8859-3",
    "Привет": "cp866 iso-8859-5 koi8-r koi8-u cp1251 mac_cyrillic utf-16-le utf-16-be",
    "مرحبا": "iso-8859-6 cp1256",
    "Γειά": "iso-8859-7 cp1253",
    "שלום": "iso-8859-8 cp1255",
    "Þjóð": "iso-8859-10",
    "ŵyth": "iso-8859-14",
    "สวัสดี": "cp874",
    "你好": "gb18030 big5hkscs",
    "こんにちは": "euc-jp iso2022_jp cp932",
    "안녕": "cp949",
}
BY_CODEC = {codec: words for words, codecs in WORDS.items() for codec in codecs.split()}


def labels_by_codec() -> dict[str, list[str]]:
    found = defaultdict[str, list[str]](list)
    for label, codec in LABELS.items():
        found[codec].append(label)
    return found


def test_every_label_of_the_standard_is_known() -> None:
    assert len(LABELS) == 228
    assert set(BY_CODEC) | {"replacement", "x-user-defined"} == set(LABELS.values())


def answer(asked: Asked) -> Reply:
    """`/header/LABEL` or `/meta/LABEL`: the page of that label's encoding."""
    _, where, label = (*asked.path.split("/", 2), "")[:3]
    label = unquote(label)
    if label not in LABELS:
        return Reply(404)
    codec = LABELS[label]
    words = BY_CODEC.get(codec, "plain")
    codec = codec if codec in BY_CODEC else "ascii"
    if where == "header":
        text = f"<p>{words}"
        kind = f'text/html;charset="{label.upper()}"'
    else:
        text = f'<meta charset="{label}"><p>{words}'
        kind = "text/html"
    data = text.encode(codec, errors="xmlcharrefreplace")
    return Reply(200, data, {"content-type": kind})


@pytest.mark.parametrize("codec", sorted(BY_CODEC))
def test_what_the_server_says_is_believed(codec: str) -> None:
    with web(answer) as server:
        ours = manners(server.port)
        for label in labels_by_codec()[codec]:
            raw = fetch(server.url(f"/header/{quote(label)}"), manners=ours).raw
            assert raw.charset == label
            expected = f"<p>{BY_CODEC[codec]}".encode(codec, errors="xmlcharrefreplace")
            assert decode(raw.data, raw.charset) == expected.decode(codec)


@pytest.mark.parametrize("codec", sorted(set(BY_CODEC) - {"utf-16-le", "utf-16-be"}))
def test_what_the_page_says_is_believed(codec: str) -> None:
    with web(answer) as server:
        ours = manners(server.port)
        for label in labels_by_codec()[codec]:
            raw = fetch(server.url(f"/meta/{quote(label)}"), manners=ours).raw
            assert raw.charset is None
            expected = f"<p>{BY_CODEC[codec]}".encode(codec, errors="xmlcharrefreplace")
            assert decode(raw.data, raw.charset).endswith(expected.decode(codec))


def test_encodings_that_hide_markup_are_not_read() -> None:
    with web(answer) as server:
        ours = manners(server.port)
        for label in labels_by_codec()["replacement"]:
            raw = fetch(server.url(f"/header/{label}"), manners=ours).raw
            assert decode(raw.data, raw.charset) == "\ufffd"


@pytest.mark.parametrize(
    ("header", "media_type", "charset"),
    [
        ("text/html; charset=utf-8", "text/html", "utf-8"),
        ("TEXT/HTML;CHARSET=UTF-8", "text/html", "utf-8"),
        ("text/html; charset='utf-8'", "text/html", "'utf-8'"),
        ("text/html; boundary=x; charset=koi8-r; charset=utf-8", "text/html", "koi8-r"),
        ("text/html; charset=", "text/html", None),
        ("text/html", "text/html", None),
        ("text/html; charset=\xfc", "text/html", None),
        ("nonsense", "text/plain", None),
        (";;;=", "text/plain", None),
        ("", "", None),
    ],
)
def test_what_a_server_says_of_a_page_is_taken_as_far_as_it_goes(
    header: str, media_type: str, charset: str | None
) -> None:
    with web({"/a": Reply(200, b"<p>x", {"content-type": header})}) as server:
        raw = fetch(server.url("/a"), manners=manners(server.port)).raw
    assert (raw.media_type, raw.charset) == (media_type, charset)
