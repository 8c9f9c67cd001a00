"""A brief as it was approved and is sent: frozen bytes, and nothing that could change them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property


@dataclass(frozen=True)
class Mailing:
    """What is sent of one brief, the same for all readers but for the tokens in it.

    `key` tells one mailing from all others and stands in the ledger: the brief's id. `html` and
    `text` hold the tokens of `render.tokens`. `when` is the time of sending that was approved,
    with its zone; `list_name` the list it goes to.
    """

    key: str
    title: str
    subject: str
    html: str
    text: str
    when: datetime
    list_name: str

    @cached_property
    def sha256(self) -> str:
        """Of all that readers get."""
        told = f"{self.key}\0{self.subject}\0{self.text}\0{self.html}"
        return hashlib.sha256(told.encode()).hexdigest()
