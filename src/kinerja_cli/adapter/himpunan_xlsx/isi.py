"""What a tribulan's collection holds: the plan, and what each unit handed in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from kinerja_cli.adapter.laporan_xlsx.kerangka import Halaman
from kinerja_cli.domain.agregasi import Pasangan
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.rencana import ROMAWI, Indikator, Jenjang, Porsi, Rencana
from kinerja_cli.domain.setoran import Realisasi, Setoran
from kinerja_cli.domain.status import Keadaan, StatusUnit

BELUM_MASUK = Keadaan.BELUM_MASUK.value
BERKAS_SUMBER = "Berkas Sumber"
MUAT_BERKAS = 24
"""Of the column's width of 28: names of files have wider letters than running text."""


@dataclass(frozen=True, slots=True)
class Masukan:
    """What a unit handed in: its figures and the file's name."""

    setoran: Setoran
    berkas: str


@dataclass(frozen=True, slots=True)
class Himpunan:
    """The plan, the tribulan, what came in by the unit's code, and how every unit stands."""

    rencana: Rencana
    pengaturan: Pengaturan
    tribulan: int
    masuk: Mapping[str, Masukan]
    dibuat: datetime
    status: tuple[StatusUnit, ...] = ()

    @property
    def masa(self) -> str:
        """Return tribulan and year as titles name them."""
        return f"TRIBULAN {ROMAWI[self.tribulan]} TAHUN {self.rencana.tahun}"

    def name_of(self, unit: str | None) -> str:
        """Return a unit's name, or its code where the plan has no such unit."""
        known = self.rencana.unit_by_kode.get(unit or "")
        return known.nama if known else unit or ""

    def file_of(self, unit: str | None) -> str:
        """Return the file that a unit's figures come from."""
        masukan = self.masuk.get(unit or "")
        return masukan.berkas if masukan else BELUM_MASUK

    def pair_of(self, kode: str, porsi: Porsi) -> Pasangan:
        """Return target and realisasi of a unit's share in the tribulan."""
        laporan = self.report_of(kode, porsi)
        return porsi.target[self.tribulan - 1], laporan.nilai if laporan else None

    def report_of(self, kode: str, porsi: Porsi) -> Realisasi | None:
        """Return what a unit reports on its share, None where nothing came in."""
        masukan = self.masuk.get(porsi.unit)
        return masukan.setoran.realisasi.get(kode) if masukan else None

    def sections(self) -> Iterator[tuple[str, list[Indikator]]]:
        """Yield the SOP's two sections in plan order; one without rows is left out."""
        titles = ("A. Indikator Kinerja Sasaran", "B. Indikator Kinerja Program dan Kegiatan")
        for title, of_sasaran in zip(titles, (True, False), strict=True):
            rows = [
                x
                for x in self.rencana.indikator
                if (self.rencana.jenjang_of(x) is Jenjang.SASARAN) is of_sasaran
            ]
            if rows:
                yield title, rows


def write_berkas(page: Halaman, baris: int, berkas: str, *, masuk: bool) -> None:
    """Write the file that a row comes from, or in red that nothing came in."""
    page.teks(baris, "berkas", berkas, "berkas" if masuk else "belum masuk")
    page.tampung(baris, "berkas", berkas, MUAT_BERKAS)
