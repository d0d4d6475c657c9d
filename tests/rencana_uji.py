"""A small plan of a made-up office, as values, for tests of checks and analysis."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from kinerja_cli.domain.kantor import Kantor, Pejabat, Pengaturan
from kinerja_cli.domain.rencana import (
    Agregasi,
    Indikator,
    Jenjang,
    Nilai,
    Polaritas,
    Porsi,
    Rencana,
    Simpul,
    Unit,
)

KANTOR = Kantor(
    nama="Kecamatan Uji",
    pemerintah="Pemerintah Kabupaten Uji",
    alamat="Jalan Uji 1",
    tempat="Uji",
    pimpinan=Pejabat("Camat Uji", "Nama Camat"),
    sekretaris=Pejabat("Sekretaris Kecamatan", "Nama Sekretaris"),
    penyusun=Pejabat("Kasubag Program", "Nama Kasubag"),
)
PENGATURAN = Pengaturan(2021, KANTOR)
UNIT = (Unit("u1", "Seksi Satu", "Nama Kasi Satu"), Unit("u2", "Seksi Dua", "Nama Kasi Dua"))
CASCADING = (
    Simpul("T1", Jenjang.TUJUAN, "Tujuan satu"),
    Simpul("S1", Jenjang.SASARAN, "Sasaran satu", "T1"),
    Simpul("P1", Jenjang.PROGRAM, "Program satu", "S1"),
    Simpul("K1", Jenjang.KEGIATAN, "Kegiatan satu", "P1", "u1", Decimal(1_000_000)),
    Simpul("K2", Jenjang.KEGIATAN, "Kegiatan dua", "P1", "u2", Decimal(3_000_000)),
)


def angka(nilai: str | float | None) -> Nilai | None:
    """Return a target: numbers as Decimal, other texts as letters."""
    if nilai is None or (isinstance(nilai, str) and not nilai.replace(".", "").isdigit()):
        return nilai if isinstance(nilai, str) else None
    return Decimal(str(nilai))


def porsi(unit: str, tahunan: Any, tribulan: Sequence[Any]) -> Porsi:  # noqa: ANN401
    """Return one unit's share; plain numbers may be given as they are."""
    tw1, tw2, tw3, tw4 = (x if not isinstance(x, int | float | str) else angka(x) for x in tribulan)
    year = angka(tahunan) if isinstance(tahunan, int | float | str) else tahunan
    return Porsi(unit, year, (tw1, tw2, tw3, tw4))


def indikator(kode: str, *shares: Porsi, **fields: Any) -> Indikator:  # noqa: ANN401
    """Return an indicator of S1, rising, in dokumen, summed, unless told otherwise."""
    bawaan: dict[str, Any] = {
        "kode_cascading": "S1",
        "uraian": f"Jumlah hasil {kode}",
        "satuan": "dokumen",
        "polaritas": Polaritas.NAIK,
        "agregasi": Agregasi.JUMLAH,
    }
    return Indikator(kode=kode, porsi=shares or (porsi("u1", 8, (2, 2, 2, 2)),), **bawaan | fields)


def rencana(*daftar: Indikator, **fields: Any) -> Rencana:  # noqa: ANN401
    """Return a plan of 2021 with these indicators, by default one that is met by 2 a quarter."""
    return Rencana(2021, UNIT, CASCADING, daftar or (indikator("A"),), **fields)
