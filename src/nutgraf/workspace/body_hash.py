"""The fingerprint of a captured text: what `sha256` in a source's front matter holds."""

from __future__ import annotations

import hashlib


def body_hash(body: str) -> str:
    """The SHA-256, in hexadecimal, of a source's body: UTF-8, without white space at its end.

    `body` is everything after the newline of the closing `---`, line ends as they stand.
    """
    return hashlib.sha256(body.rstrip().encode()).hexdigest()
