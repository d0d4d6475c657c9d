"""What the checks of a workbook look at: its rows, each matched to what was planned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from kinerja_cli.domain.antarproses import travels_light
from kinerja_cli.domain.bacaan import Bacaan
from kinerja_cli.domain.formulir import KolomAnggaran, KolomData
from kinerja_cli.domain.isian import Identitas, Isian
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.rencana import Indikator, Nilai, Porsi, Rencana
from kinerja_cli.domain.setoran import Penjelasan, Setoran
from kinerja_cli.domain.tabel import Baris, Isi
from kinerja_cli.domain.temuan import Tempat, Temuan


@dataclass(frozen=True, slots=True)
class BarisData:
    """A row of sheet Data Kinerja: its indicator, the target of the tribulan, the value read."""

    baris: Baris
    indikator: Indikator
    porsi: Porsi
    target: Nilai | None
    bacaan: Bacaan
    penjelasan: Penjelasan

    @property
    def realisasi(self) -> Isi:
        """Return the cell that the unit filled in, with its place."""
        return self.baris.at(KolomData.REALISASI.judul)

    @property
    def keterangan(self) -> str:
        """Return what the unit wrote beside the figure."""
        return self.baris.paragraf(KolomData.KETERANGAN.judul)

    @property
    def dijelaskan(self) -> bool:
        """Tell whether the unit explained the figure, in either place."""
        keterangan = self.baris.sel(KolomData.KETERANGAN.judul)
        return not keterangan.kosong or not self.penjelasan.kosong


@dataclass(frozen=True, slots=True)
class BarisPagu:
    """A row of sheet Anggaran with its code, planned pagu and the realisasi read, in rupiah."""

    baris: Baris
    kode: str
    pagu: Decimal
    bacaan: Bacaan

    @property
    def realisasi(self) -> Isi:
        """Return the cell that the unit filled in, with its place."""
        return self.baris.at(KolomAnggaran.REALISASI.judul)

    @property
    def keterangan(self) -> str:
        """Return what the unit wrote beside the amount."""
        return self.baris.paragraf(KolomAnggaran.KETERANGAN.judul)


@dataclass(frozen=True, slots=True)
class Konteks:
    """One workbook whose rows were matched, beside the plan and the office's rules."""

    isian: Isian
    rencana: Rencana
    pengaturan: Pengaturan
    data: tuple[BarisData, ...] = ()
    anggaran: tuple[BarisPagu, ...] = ()

    @property
    def tribulan(self) -> int:
        """Return the tribulan that the workbook is for."""
        return self.isian.identitas.tribulan

    def sheet_place(self) -> Tempat:
        """Return the sheet Data Kinerja as a place, for findings that have no cell."""
        lembar = self.isian.data[0].lembar.nama if self.isian.data else ""
        return Tempat(self.isian.berkas, lembar)


@travels_light
@dataclass(frozen=True, slots=True)
class LetakBaris(Mapping[str, Tempat]):
    """The places of one column by code: any of them, and the row of each."""

    tempat: Tempat
    baris: Mapping[str, int]

    def __getitem__(self, kode: str) -> Tempat:
        """Return the place of a code."""
        return replace(self.tempat, baris=self.baris[kode])

    def __iter__(self) -> Iterator[str]:
        """Yield the codes."""
        return iter(self.baris)

    def __len__(self) -> int:
        """Return how many codes there are."""
        return len(self.baris)


TANPA_BARIS = LetakBaris(Tempat(""), {})


@travels_light
@dataclass(frozen=True, slots=True)
class Letak:
    """Where the realisasi of each indicator and of each budget line stands, by code."""

    data: LetakBaris = TANPA_BARIS
    anggaran: LetakBaris = TANPA_BARIS


@travels_light
@dataclass(frozen=True, slots=True)
class HasilPeriksa:
    """The outcome for one workbook, small enough to cross a process.

    `setoran` is None where the workbook is no form of this plan, or torn; `letak` is empty then.
    """

    identitas: Identitas | None
    temuan: tuple[Temuan, ...]
    setoran: Setoran | None = None
    letak: Letak = Letak()
    disimpan_pada: datetime | None = None
