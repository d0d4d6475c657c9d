"""Where templates are filled: a shipped one here, one that anybody may have written elsewhere.

Jinja's sandbox keeps a template from files and from the program's own values. It does not keep it
from loops without end, nor the Word library from huge documents: a process under limits does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self, TypeVar

from kinerja_cli.adapter.proses_terbatas import Batas, ProsesTerbatas
from kinerja_cli.domain.galat import KinerjaError

T = TypeVar("T")
BATAS = Batas(detik=120.0, memori=1 << 30)
"""A report takes two seconds, that of a large office on a slow laptop some ten times that."""


class TemplatTakSelesaiError(KinerjaError):
    """A template was not filled within its limits."""

    def __init__(self, nama: str) -> None:
        """Say which one, and what to look for."""
        super().__init__(
            f"{nama} tidak selesai diisi dalam {BATAS.detik:.0f} detik atau menghabiskan memori. "
            "Cari perulangan di dalamnya, atau pakai yang bawaan."
        )


class ProsesTemplat:
    """Calls what fills templates; `asing` tells that the texts in it come from somebody else."""

    def __init__(self, nama: str, *, asing: bool) -> None:
        """Begin nothing yet; `nama` is how a message calls the template."""
        self._nama, self._asing = nama, asing
        self._proses = ProsesTerbatas(_load, BATAS)

    def __enter__(self) -> Self:
        """Return this."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process, where one was begun."""
        self._proses.__exit__(None, None, None)

    def run(self, fungsi: Callable[..., T], *args: object) -> T:
        """Return what the function returns; raises what it raises, or TemplatTakSelesaiError."""
        if not self._asing:
            return fungsi(*args)
        hasil: T | None = self._proses.call(fungsi, *args)
        if hasil is None:
            raise TemplatTakSelesaiError(self._nama)
        return hasil


def _load() -> Callable[..., Any]:
    # Loading does not count as work, so all of it is loaded before the first call.
    from kinerja_cli.adapter import lakip, surat  # noqa: F401, PLC0415

    return _apply


def _apply(fungsi: Callable[..., T], *args: object) -> T:
    return fungsi(*args)
