"""Waiting for an answer of another process or thread so that Ctrl-C is heard meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import TypeVar

JEDA = 1.0
"""Seconds between two looks at whether anybody is left to answer; Windows hears Ctrl-C then."""

T = TypeVar("T")


def go_on_waiting() -> None:
    """Leave it to the executor to notice that nobody is left."""


def await_result(future: Future[T], jaga: Callable[[], None] = go_on_waiting) -> T:
    """Return what a call gives, or raise what it raises.

    `jaga` is called while it is waited for; it raises where no answer can come.
    """
    while not wait([future], JEDA).done:
        jaga()
    return future.result()
