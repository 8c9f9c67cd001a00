"""Levels typography one character for one, so that offsets stay what they are."""

from __future__ import annotations

import re

_GROUPING = re.compile(r"(?<=\d)[\u00a0\u2007\u2009\u202f](?=\d{3}(?!\d))")
_LEVELLED = {
    **dict.fromkeys(
        "\u00a0\u1680\u202f\u205f\u3000\t" + "".join(map(chr, range(0x2000, 0x200B))), " "
    ),
    **dict.fromkeys("‐‑‒−﹣－", "-"),
    **dict.fromkeys("‘’‚‛′ʼ＇", "'"),
    **dict.fromkeys("“”„‟«»″＂", '"'),
    **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
    "％": "%",
    "＄": "$",
    "￡": "£",
    "￥": "¥",
    "，": ",",
    "\u00ad": "-",
}


def level(text: str) -> str:
    """`text` with plain spaces, hyphens, quotation marks and digits, as long as before."""
    if text.isascii():
        return text
    # A narrow space between groups of three digits groups them; it is levelled to `1'360'000`.
    text = _GROUPING.sub("'", text)
    for character in _LEVELLED.keys() & set(text):  # faster than str.translate
        text = text.replace(character, _LEVELLED[character])
    return text
