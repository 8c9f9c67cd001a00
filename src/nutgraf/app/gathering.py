"""Where documents come from: a file, standard input, the web."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from nutgraf.capture.captured import Raw
from nutgraf.capture.reading import LIMIT
from nutgraf.errors import Usage
from nutgraf.workspace.settings import Settings

if TYPE_CHECKING:
    from nutgraf.capture.fetching.manners import Manners


@dataclass(frozen=True)
class Gathered:
    """A document, what there is to say of how it came, and where an archive's copy of it is."""

    raw: Raw
    notes: tuple[str, ...] = ()
    archived: str | None = None


def from_file(path: Path) -> Raw:
    """The bytes of a file. Raises Usage for one that is not there or cannot be read."""
    try:
        if path.is_dir():
            raise Usage(f"{path} is a folder", f"name its files: nutgraf add {path}/*")
        if not path.is_file():
            raise Usage(*_missing(path))
        with path.open("rb") as stream:
            return Raw(stream.read(LIMIT + 1), path.name)
    except OSError as error:
        raise Usage(f"{path} cannot be read: {error.strerror}", "see who may read it") from None


def _missing(path: Path) -> tuple[str, str]:
    given = str(path)
    scheme, colon, _ = given.partition(":/")
    if colon and scheme.isalpha() and len(scheme) > 1:
        return f"nothing is fetched by {scheme}:", "name an address with https://, or a saved file"
    if "." in given.partition("/")[0] and not path.suffix.lower().startswith((".htm", ".pdf")):
        return f"there is no file {given}", f"for a page of the web: nutgraf add https://{given}"
    return f"there is no file {given}", "name a file that is there, or an address with https://"


def pasted(stream: BinaryIO) -> Raw:
    """What stands on standard input. Raises Usage where that is nothing."""
    data = stream.read(LIMIT + 1)
    if not data.strip():
        raise Usage("nothing was pasted", "paste the article: nutgraf add - --url ADDRESS")
    return Raw(data, "what was pasted")


def manners_of(settings: Settings) -> Manners:
    """How the publication behaves on the web; made once for a run, since it remembers hosts."""
    from nutgraf.capture.fetching.manners import Manners, user_agent  # noqa: PLC0415 -- as below

    return Manners(agent=user_agent(settings.base_url))


def fetched(url: str, *, archive: bool, manners: Manners, around: date | None = None) -> Gathered:
    """A page of the web; of an archive's copies that of a day. Raises Usage and TryLater."""
    from nutgraf.capture.fetching.fetch import fetch  # noqa: PLC0415 -- only who fetches pays

    got = fetch(url, manners=manners, archive=archive, around=around)
    return Gathered(got.raw, got.notes, got.archived.address if got.archived else None)
