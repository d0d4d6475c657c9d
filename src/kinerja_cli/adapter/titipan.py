"""A value left in a file for other processes of this computer: written once, however many read."""

from __future__ import annotations

import pickle
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from kinerja_cli.adapter.berkas import BerkasTerpakaiError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Titipan(Generic[T]):
    """Stands for the value on its way to another process; who has it takes the value."""

    path: str

    def take(self) -> T:
        """Return the value; a process reads the file once."""
        nilai: T = _load(self.path)
        return nilai


class Penitipan(Generic[T]):
    """Keeps the file as long as somebody may ask for the value."""

    def __init__(self, nilai: T) -> None:
        """Write the file, for this user alone; raises BerkasTerpakaiError without room for it."""
        try:
            with tempfile.NamedTemporaryFile(prefix="kinerja-", delete=False) as berkas:
                self.titipan: Titipan[T] = Titipan(berkas.name)
                pickle.dump(nilai, berkas, pickle.HIGHEST_PROTOCOL)
        except OSError as error:
            raise BerkasTerpakaiError(tempfile.gettempdir(), error) from error

    def __enter__(self) -> Self:
        """Return this."""
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        """Remove the file."""
        self.close()

    def close(self) -> None:
        """Remove the file; nobody asks any more."""
        Path(self.titipan.path).unlink(missing_ok=True)


@lru_cache(maxsize=1)
def _load(path: str) -> Any:  # noqa: ANN401 - whatever was left there
    return pickle.loads(Path(path).read_bytes())  # noqa: S301 - written by the process that asks
