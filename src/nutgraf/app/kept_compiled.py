"""What Python compiles anew at each start, kept beside the bytecode of the program.

Python keeps its modules compiled, but neither the patterns in them nor the methods that
`dataclass` writes: compiling some eight hundred patterns and three hundred classes takes a quarter
of a check. What is kept is for one build of Python, and only what is compiled while modules are
imported. What is not there, or does not fit, is compiled as ever.
"""

from __future__ import annotations

import atexit
import builtins
import dataclasses
import marshal
import re
import sys
from array import array
from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from types import FrameType
from typing import Any, TypeAlias
from zlib import crc32

import msgspec

from nutgraf.app.kept_files import keep

# Code, flags, number of groups, groups by name, names by group.
_Program: TypeAlias = tuple[bytes, int, int, dict[str, int], tuple[str | None, ...]]

_MOST = 8000  # things: several times as many as there are


def keep_compiled() -> None:
    """Have Python take what it compiled before; what is new is kept when the program ends.

    Nothing is done where Python has no place for bytecode, or compiles in another way.
    """
    try:
        _take_over(Path(cache_from_source(__file__)).with_suffix(".compiled"))
    except (ImportError, AttributeError, NotImplementedError):
        return


@cache
def _take_over(path: Path) -> None:
    kept = _Kept(path)
    _take_patterns(kept)
    _take_methods(kept)
    if not sys.dont_write_bytecode:
        atexit.register(kept.write)


class _Kept:
    """What was compiled, by what it was compiled from."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[bytes, bytes] = _read(path)
        self._new: dict[bytes, bytes] = {}
        self._asked: set[bytes] = set()  # hardly anything is asked for twice, nor kept in memory

    def get(self, key: bytes, compiled: Callable[[], bytes]) -> bytes | None:
        """What is kept for a key, else what is `compiled` now, while a module is imported."""
        if key in self._asked:
            return None
        known = self._known.pop(key, None)
        if known is None and _is_importing(sys._getframe(1)):  # noqa: SLF001 - who asks
            known = self._new[key] = compiled()
        if known is not None:
            self._asked.add(key)
        return known

    def write(self) -> None:
        """Keep what is new; only that where most of what is known is of an older program."""
        if self._new:
            known = _read(self._path)
            whole = self._new if len(known) > _MOST else {**known, **self._new}
            data = msgspec.msgpack.encode(whole)
            keep(self._path, msgspec.msgpack.encode((_build(), crc32(data), data)))


def _read(path: Path) -> dict[bytes, bytes]:
    try:
        build, check, data = msgspec.msgpack.decode(path.read_bytes(), type=tuple[str, int, bytes])
        if build == _build() and check == crc32(data):
            return msgspec.msgpack.decode(data, type=dict[bytes, bytes])
    except (OSError, msgspec.MsgspecError):
        pass
    return {}


def _build() -> str:
    """The very build of Python: another one compiles otherwise."""
    return f"{sys.version} {sys.byteorder} {array('I').itemsize}"


def _is_importing(frame: FrameType | None) -> bool:
    """Whether a module is being imported: what it compiles is the same every time."""
    while frame is not None:
        if frame.f_code.co_filename == "<frozen importlib._bootstrap>":
            return True
        frame = frame.f_back
    return False


# --- patterns ------------------------------------------------------------------------------------


def _take_patterns(kept: _Kept) -> None:
    compiler: Any = import_module("re._compiler")
    parser: Any = import_module("re._parser")
    build = import_module("_sre").compile
    compile_anew, to_code = compiler.compile, compiler._code  # noqa: SLF001 - of `re`
    decoder = msgspec.msgpack.Decoder(_Program)

    def compiled(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        if isinstance(pattern, str) and not flags & re.DEBUG:
            key = f"{int(flags)} {pattern}".encode("utf-8", "surrogatepass")
            try:
                known = kept.get(
                    key, lambda: _program(parser.parse(pattern, flags), flags, to_code)
                )
                if known is not None:
                    code, *rest = decoder.decode(known)
                    words = array("I", code).tolist()
                    return build(pattern, rest[0], words, *rest[1:])  # type: ignore[no-any-return]
            except (AttributeError, TypeError, ValueError, RuntimeError, OverflowError):
                pass  # `re` works in another way here
        return compile_anew(pattern, flags)  # type: ignore[no-any-return]

    compiler.compile = compiled


def _program(parsed: Any, flags: int, to_code: Any) -> bytes:
    """What `re` makes of a parsed pattern, as `re._compiler.compile` does."""
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    code = array("I", to_code(parsed, flags)).tobytes()
    all_flags = int(flags | state.flags)
    program: _Program = (code, all_flags, state.groups - 1, dict(state.groupdict), tuple(names))
    return msgspec.msgpack.encode(program)


# --- the methods of data classes -----------------------------------------------------------------


def _take_methods(kept: _Kept) -> None:
    module: Any = dataclasses

    def run(source: Any, *spaces: Any) -> None:
        """As `exec`, by which `dataclass` defines the methods that it writes."""
        code = source
        if isinstance(source, str):
            key = source.encode("utf-8", "surrogatepass")
            known = kept.get(key, lambda: marshal.dumps(compile(source, "<string>", "exec")))
            try:
                code = source if known is None else marshal.loads(known)  # noqa: S302 - as bytecode is
            except (EOFError, ValueError, TypeError):
                code = source
        builtins.exec(code, *spaces)  # noqa: S102 - as `dataclass` does

    module.exec = run
