"""Passwords and keys: read where `nutgraf.yaml` says they are, and never shown."""

from __future__ import annotations

import os
from pathlib import Path

from nutgraf.errors import Usage
from nutgraf.workspace.delivery_settings import Secret


class Hidden(str):
    """A text that tracebacks, logs and careless prints do not show."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Hidden(…)"


def read_secret(secret: Secret, root: Path, what: str, user: str = "nutgraf") -> Hidden:
    """The secret: of the environment, else of the file, else of the keyring, as far as named.

    `root` is the workspace, which a relative file starts from (`~` is the home folder); `what`
    names it in messages; `user` is the name by which the keyring knows it. Raises Usage, without
    any part of the secret, where there is none.
    """
    if secret.env is not None:
        found = os.environ.get(secret.env, "")
        where = f"the variable {secret.env} of the environment"
    elif secret.file is not None:
        found = _of_file(root / Path(secret.file).expanduser(), what)
        where = secret.file
    elif secret.keyring is not None:
        found = _of_keyring(secret.keyring, user, what)
        where = f"the keyring, as {user} of {secret.keyring}"
    else:
        raise Usage(f"nutgraf.yaml does not say where {what} is", "name one of: env, file, keyring")
    if not found.strip():
        raise Usage(f"{what} is not in {where}", "put it there, or name another place")
    return Hidden(found.strip())


def _of_file(path: Path, what: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        told = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise Usage(f"{what} cannot be read from {path}: {told}", "look at the file") from None


def _of_keyring(service: str, user: str, what: str) -> str:
    hint = "pip install 'nutgraf[keyring]', or name the env or the file"
    try:
        import keyring  # noqa: PLC0415 - not everybody has it
        from keyring.errors import KeyringError  # noqa: PLC0415
    except ImportError:
        raise Usage(f"{what} is in the keyring, which needs a package", hint) from None
    try:
        return keyring.get_password(service, user) or ""
    except KeyringError as error:
        raise Usage(f"the keyring does not give {what}: {error}", hint) from None
