"""The one exception that a person may cause: the run cannot go on, and says why in one line."""

from __future__ import annotations

from typing import Any


class KinerjaError(Exception):
    """The run cannot go on; the message is one Indonesian sentence with the remedy."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Let another process hand it over: a kind made from other values keeps its message."""
        return _again, (type(self), *self.args), self.__dict__


def _again(kelas: type[KinerjaError], *args: object) -> KinerjaError:
    return kelas.__new__(kelas, *args)
