"""Pools that lose a process: when they are asked, or over what they were asked."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future

Asked = Callable[..., Future[bytes]]
"""How a call is handed to a pool."""


class Menolak(Executor):
    """A pool one of whose processes is gone: it takes no call any more."""

    def submit(self, *_: object, **__: object) -> Future[object]:  # type: ignore[override]
        """Refuse."""
        raise BrokenExecutor


class Hilang(Executor):
    """A pool that takes every call and whose process dies over it."""

    def submit(self, *_: object, **__: object) -> Future[object]:  # type: ignore[override]
        """Take a call and lose it."""
        future: Future[object] = Future()
        future.set_exception(BrokenExecutor())
        return future


def refuse(*_: object) -> Future[bytes]:
    """Take no call: one of the processes is gone."""
    raise BrokenExecutor


def lose(*_: object) -> Future[bytes]:
    """Take a call whose process dies over it."""
    future: Future[bytes] = Future()
    future.set_exception(BrokenExecutor())
    return future
