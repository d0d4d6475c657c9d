"""The figures of one workbook as rows of the store, and the values that the rows mean."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias

from kinerja_cli.domain.setoran import (
    TANPA_PENJELASAN,
    Penjelasan,
    Realisasi,
    RealisasiAnggaran,
    Setoran,
)

Baris: TypeAlias = tuple[Any, ...]
"""The code of an indicator or of a budget line and what was reported on it, column by column."""


class SetoranTersimpan(NamedTuple):
    """One Setoran as its rows: cheap to read and to hand to another process, which opens it."""

    unit: str
    tribulan: int
    realisasi: list[Baris]
    anggaran: list[Baris]

    def open(self) -> Setoran:
        """Return the values."""
        return Setoran(
            self.unit,
            self.tribulan,
            {
                kode: Realisasi(
                    huruf if angka is None else Decimal(angka),
                    keterangan,
                    Penjelasan(*penjelasan) if any(penjelasan) else TANPA_PENJELASAN,
                )
                for kode, angka, huruf, keterangan, *penjelasan in self.realisasi
            },
            {
                kode: RealisasiAnggaran(None if angka is None else Decimal(angka), keterangan)
                for kode, angka, keterangan in self.anggaran
            },
        )


def pack_setoran(setoran: Setoran) -> SetoranTersimpan:
    """Return a Setoran as its rows."""
    return SetoranTersimpan(
        setoran.unit,
        setoran.tribulan,
        [
            (kode, *_split(x.nilai), x.keterangan, *_TERTULIS(x.penjelasan))
            for kode, x in setoran.realisasi.items()
        ],
        [(kode, _split(x.nilai)[0], x.keterangan) for kode, x in setoran.anggaran.items()],
    )


_TERTULIS = attrgetter(*(x.name for x in fields(Penjelasan)))
"""The texts of a Penjelasan in the order of their columns; astuple() copies each."""


def _split(nilai: object) -> tuple[str | None, str | None]:
    """Return a value as (number, letters), one of them None; both None for a blank."""
    if isinstance(nilai, Decimal):
        return f"{nilai:f}", None
    return None, None if nilai is None else str(nilai)
