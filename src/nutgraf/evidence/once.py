"""What is worked out of a text again and again, worked out once and kept beside its reading."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


class Keeping(Protocol):
    """What has room for answers, and forgets them together."""

    @property
    def memo(self) -> dict[object, object]: ...


Of = TypeVar("Of", bound=Keeping)


def once(
    work: Callable[Concatenate[Of, Asked], Answer],
) -> Callable[Concatenate[Of, Asked], Answer]:
    """`work`, whose answer to a question is kept; nobody may change what it answers."""

    @wraps(work)
    def kept(of: Of, /, *asked: Asked.args, **named: Asked.kwargs) -> Answer:
        key = (work, asked)
        memo = of.memo
        if key not in memo:
            memo[key] = work(of, *asked, **named)
        return memo[key]  # type: ignore[return-value]  # kept under this very question

    return kept


_LASTING: set[object] = set()


def lasting(
    work: Callable[Concatenate[Of, Asked], Answer],
) -> Callable[Concatenate[Of, Asked], Answer]:
    """As `once`, for what is worked out of a source alone: the next brief asks for the same."""
    _LASTING.add(work)
    return once(work)


def let_go(memo: dict[object, object]) -> None:
    """Forget what was worked out for the claims of one brief."""
    for key in [key for key in memo if isinstance(key, tuple) and key[0] not in _LASTING]:
        del memo[key]
