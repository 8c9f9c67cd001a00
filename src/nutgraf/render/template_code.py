"""Compiled templates, kept while the program runs.

To compile a template takes longer than to render it. A preview renders after every save, several
briefs share their templates, and each opens them anew.
"""

from __future__ import annotations

from threading import Lock
from types import CodeType

from jinja2.bccache import Bucket, BytecodeCache

# Templates of one workspace are a few dozen; what a long preview saw of older ones goes.
_MOST = 256
_KEPT: dict[tuple[object, ...], CodeType] = {}
_LOCK = Lock()


class KeptCode(BytecodeCache):
    """The code of each template, by its text, its path, and `made_by`.

    `made_by` is all else on which the code depends: how values are escaped, and the filters, since
    Jinja works out at once what is constant.
    """

    def __init__(self, *made_by: object) -> None:
        self.made_by = made_by

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = _KEPT.get(self._key(bucket))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            with _LOCK:
                while len(_KEPT) >= _MOST:
                    del _KEPT[next(iter(_KEPT))]
                _KEPT[self._key(bucket)] = bucket.code

    def _key(self, bucket: Bucket) -> tuple[object, ...]:
        return (*self.made_by, bucket.key, bucket.checksum)
