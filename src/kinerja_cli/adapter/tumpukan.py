"""Values put aside in a temporary file until all are there: memory keeps only how to order them."""

from __future__ import annotations

import contextlib
import pickle
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Generic, Protocol, Self, TypeVar

from kinerja_cli.adapter.berkas import BerkasTerpakaiError

T = TypeVar("T")


class Kunci(Protocol):
    """What can be put in order."""

    def __lt__(self, lain: Any, /) -> bool:  # noqa: ANN401 - as sorted() asks for
        """Tell whether it comes first."""


@dataclass(frozen=True, slots=True)
class Kemasan(Generic[T]):
    """A value packed by whoever made it: on the way to the stack nobody has to look into it."""

    kunci: Kunci
    isi: bytes

    def open(self) -> T:
        """Return the value."""
        nilai: T = pickle.loads(self.isi)  # noqa: S301 - packed by this program
        return nilai


def pack(kunci: Kunci, nilai: T) -> Kemasan[T]:
    """Pack a value that will be put in order by a key."""
    return Kemasan(kunci, pickle.dumps(nilai, pickle.HIGHEST_PROTOCOL))


class Tumpukan(Generic[T]):
    """Takes packed values in any order and gives them back in that of their keys."""

    def __init__(self) -> None:
        """Make the file; the system forgets it when it is closed, and nobody else can open it."""
        self._berkas = tempfile.TemporaryFile(prefix="kinerja-")  # noqa: SIM115 - closed in __exit__
        self._letak: list[tuple[Kunci, int]] = []
        self._akhir = 0

    def __enter__(self) -> Self:
        """Return this."""
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        """Forget everything."""
        with contextlib.suppress(OSError):  # what had no room is tried once more, and not needed
            self._berkas.close()

    def put(self, kemasan: Kemasan[T]) -> None:
        """Put a value aside; of equal keys the one that came first is first.

        Raises BerkasTerpakaiError where there is no room for it, or for one before it.
        """
        self._letak.append((kemasan.kunci, self._akhir))
        self._akhir += len(kemasan.isi)
        with self._explained():
            self._berkas.write(kemasan.isi)

    def __iter__(self) -> Iterator[T]:
        """Yield the values in order; nothing may be put aside after this.

        Raises BerkasTerpakaiError where there was no room for the last ones.
        """
        self._flush()
        for _, place in sorted(self._letak):
            yield self._open(place)

    def last(self) -> T | None:
        """Return the value that comes last, None where there is none.

        Nothing may be put aside after this. Raises as going through them does.
        """
        self._flush()
        return self._open(max(self._letak)[1]) if self._letak else None

    def _flush(self) -> None:
        with self._explained():
            self._berkas.flush()

    def _open(self, place: int) -> T:
        self._berkas.seek(place)
        nilai: T = pickle.load(self._berkas)  # noqa: S301 - nobody else can open the file
        return nilai

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise BerkasTerpakaiError(tempfile.gettempdir(), error) from error
