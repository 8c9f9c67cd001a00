"""Where the archive has the page of a brief: its folder, and its address on the web.

The view-in-browser link of a message points there before the page is made, so both are made from
the brief's id alone.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

from nutgraf.workspace.settings import Settings

INDEX: Final = "index.html"
ATOM: Final = "atom.xml"
RSS: Final = "rss.xml"
_OURS: Final = (INDEX, ATOM, RSS)

# What a file system of some reader's machine will not have in a name, or a server reads otherwise.
_UNSAFE = re.compile(r"[<>:\"/\\|?*%#\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_EDGES = re.compile(r"^[.\s]+|[.\s]+$")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST = 200  # bytes; file systems take 255


def page_folder(key: str) -> str:
    """The folder of a brief's page: its id, as far as that is the name of one folder everywhere.

    Whatever the id is, the name has no separator, is not empty and is none of the archive's own
    files. Where it had to be changed, a hash of the id tells it from others.
    """
    bare = _EDGES.sub("", _UNSAFE.sub("-", key))
    bare = bare.encode()[:_LONGEST].decode(errors="ignore")
    named = bare and not _DEVICES.fullmatch(bare)
    if named and bare == key and bare.casefold() not in _OURS:
        return bare
    sign = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{bare}-{sign}" if named else f"brief-{sign}"


def archive_root(settings: Settings) -> str | None:
    """The address of the archive's index, with a slash at its end; None where none is named."""
    if settings.base_url is None:
        return None
    parts = urlsplit(settings.base_url)
    path = quote(parts.path.rstrip("/") + "/", safe="/%:@!$&'()*+,;=~")
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))


def archive_url(settings: Settings, key: str) -> str | None:
    """The address of a brief's page; None where nutgraf.yaml names no `base_url`."""
    root = archive_root(settings)
    return None if root is None else f"{root}{quoted_folder(key)}/"


def quoted_folder(key: str) -> str:
    """The folder of a brief's page as it stands in an address."""
    return quote(page_folder(key), safe="")
