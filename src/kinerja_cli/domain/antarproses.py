"""How values cross from one process to another."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T")


def travels_light(kelas: type[T]) -> type[T]:
    """Have a dataclass cross processes as the values that it is made of.

    With slots Python would write the name of every field, and set each by itself on arrival: that
    takes twice as long for a plan, thrice for a Realisasi.
    """
    kelas.__reduce__ = _made_of  # type: ignore[assignment]
    return kelas


def _made_of(nilai: object) -> tuple[type, tuple[Any, ...]]:
    kelas = type(nilai)
    return kelas, _values_of(kelas)(nilai)  # type: ignore[arg-type] # a type is its own key


@cache
def _values_of(kelas: type[Any]) -> Callable[[object], tuple[Any, ...]]:
    names = kelas.__match_args__
    return attrgetter(*names) if len(names) > 1 else lambda x: (getattr(x, *names),)
