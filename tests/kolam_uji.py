"""Pools that lose a process: when they are asked, or over what they were asked."""

from __future__ import annotations

from concurrent.futures import BrokenExecutor, Executor, Future


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
