"""Patience with servers that are busy: a few tries, further and further apart."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from nutgraf.capture.fetching.manners import Manners
from nutgraf.capture.fetching.troubles import NotNow

if TYPE_CHECKING:
    from tenacity import RetryCallState

T = TypeVar("T")


def patiently(ask: Callable[[], T], manners: Manners) -> T:
    """What `ask` gives, tried again where it may pass by itself (`NotNow`).

    A server that asks for a longer pause than our patience is not asked again: the `NotNow` says
    when it wants to be.
    """
    from tenacity import Retrying, retry_if_exception, stop_after_attempt  # noqa: PLC0415 -- lazy

    def pause(state: RetryCallState) -> float:
        backoff = manners.backoff * (1 << (state.attempt_number - 1))
        asked = _trouble(state).after or 0.0
        return max(asked, backoff) + manners.backoff * manners.jitter()

    def worth_it(error: BaseException) -> bool:
        if not isinstance(error, NotNow) or error.tried:
            return False
        return (error.after or 0.0) <= manners.patience

    try:
        return Retrying(
            stop=stop_after_attempt(manners.tries),
            wait=pause,
            retry=retry_if_exception(worth_it),
            sleep=manners.sleep,
            reraise=True,
        )(ask)
    except NotNow as trouble:
        if not trouble.tried and trouble.after and trouble.after > manners.patience:
            when = (manners.now() + timedelta(seconds=trouble.after)).astimezone()
            message = f"{trouble.message}, not before {when:%Y-%m-%d %H:%M}"
            raise type(trouble)(message, trouble.hint, after=trouble.after, tried=True) from None
        raise


def _trouble(state: RetryCallState) -> NotNow:
    error = state.outcome.exception() if state.outcome else None
    assert isinstance(error, NotNow)
    return error
