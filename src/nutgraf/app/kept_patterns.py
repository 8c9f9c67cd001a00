"""Patterns as `re` compiled them the last time, kept beside the bytecode of the program.

Python keeps its modules compiled, but not the patterns in them, and the words of newsrooms fill
some eight hundred: compiling those takes a fifth of a check. What is kept is for one build of
Python, and only what is compiled while modules are imported. What is not there, or does not fit,
is compiled as ever.
"""

from __future__ import annotations

import atexit
import re
import sys
from array import array
from functools import cache
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from types import FrameType
from typing import Any, TypeAlias

import msgspec

from nutgraf.app.kept_files import keep

# Code, flags, number of groups, groups by name, names by group.
_Program: TypeAlias = tuple[bytes, int, int, dict[str, int], tuple[str | None, ...]]
_Known: TypeAlias = dict[bytes, msgspec.Raw]

_MOST = 4000  # patterns: about four times as many as there are


def keep_patterns() -> None:
    """Have `re` take what it compiled before; what is new is kept when the program ends.

    Nothing is done where Python has no place for bytecode, or compiles patterns in another way.
    """
    try:
        _take_over(Path(cache_from_source(__file__)).with_suffix(".patterns"))
    except (ImportError, AttributeError, NotImplementedError):
        return


@cache
def _take_over(path: Path) -> None:
    compiler: Any = import_module("re._compiler")
    parser: Any = import_module("re._parser")
    build = import_module("_sre").compile
    compile_anew, to_code = compiler.compile, compiler._code  # noqa: SLF001 - of `re`
    known = _read(path)
    new: _Known = {}
    decoder = msgspec.msgpack.Decoder(_Program)

    def compiled(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        if not isinstance(pattern, str) or flags & re.DEBUG:
            return compile_anew(pattern, flags)  # type: ignore[no-any-return]
        key = f"{int(flags)} {pattern}".encode("utf-8", "surrogatepass")
        if key in known:
            program = decoder.decode(known[key])
        else:
            if not _is_importing(sys._getframe(1)):  # noqa: SLF001
                return compile_anew(pattern, flags)  # type: ignore[no-any-return]
            program = _program(parser.parse(pattern, flags), flags, to_code)
            new[key] = msgspec.Raw(msgspec.msgpack.encode(program))
        code, *rest = program
        return build(pattern, rest[0], array("I", code).tolist(), *rest[1:])  # type: ignore[no-any-return]

    compiler.compile = compiled
    if not sys.dont_write_bytecode:
        atexit.register(_write, path, known, new)


def _program(parsed: Any, flags: int, to_code: Any) -> _Program:
    """What `re` makes of a parsed pattern, as `re._compiler.compile` does."""
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    code = array("I", to_code(parsed, flags)).tobytes()
    all_flags = int(flags | state.flags)
    return code, all_flags, state.groups - 1, dict(state.groupdict), tuple(names)


def _is_importing(frame: FrameType | None) -> bool:
    """Whether a module is being imported: its patterns are the same every time."""
    while frame is not None:
        if frame.f_code.co_filename == "<frozen importlib._bootstrap>":
            return True
        frame = frame.f_back
    return False


def _build() -> str:
    """The very build of Python: another one compiles patterns otherwise."""
    return f"{sys.version} {sys.byteorder} {array('I').itemsize}"


def _read(path: Path) -> _Known:
    try:
        build, known = msgspec.msgpack.decode(path.read_bytes(), type=tuple[str, _Known])
    except (OSError, msgspec.MsgspecError):
        return {}
    return known if build == _build() else {}


def _write(path: Path, known: _Known, new: _Known) -> None:
    """Keep what was compiled; only that where most of what is known is of an older program."""
    if new:
        kept = new if len(known) + len(new) > _MOST else {**known, **new}
        keep(path, msgspec.msgpack.encode((_build(), kept)))
