"""Values put aside in a temporary file until all are there: memory keeps only how to order them."""

from __future__ import annotations

import contextlib
import pickle
import tempfile
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Generic, Protocol, Self, TypeVar

from kinerja_cli.adapter.berkas import BerkasTerpakaiError

T = TypeVar("T")


class Kunci(Protocol):
    """What can be put in order."""

    def __lt__(self, lain: Any, /) -> bool:  # noqa: ANN401 - as sorted() asks for
        """Tell whether it comes first."""


class Tumpukan(Generic[T]):
    """Takes values in any order and gives them back in that of their keys."""

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

    def put(self, kunci: Kunci, nilai: T) -> None:
        """Put a value aside; of equal keys the one that came first is first.

        Raises BerkasTerpakaiError where there is no room for it, or for one before it.
        """
        isi = pickle.dumps(nilai, pickle.HIGHEST_PROTOCOL)
        self._letak.append((kunci, self._akhir))
        self._akhir += len(isi)
        with self._explained():
            self._berkas.write(isi)

    def __iter__(self) -> Iterator[T]:
        """Yield the values in order; nothing may be put aside after this.

        Raises BerkasTerpakaiError where there was no room for the last ones.
        """
        with self._explained():
            self._berkas.flush()
        for _, place in sorted(self._letak):
            self._berkas.seek(place)
            yield pickle.load(self._berkas)  # noqa: S301 - written by this process, read by no other

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise BerkasTerpakaiError(tempfile.gettempdir(), error) from error
