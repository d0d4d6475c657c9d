"""Sheet Capaian Sasaran: means of sasaran, office, program and kegiatan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja_cli.adapter.analisis_xlsx.aturan import LetakAturan
from kinerja_cli.adapter.analisis_xlsx.indikator import LetakIndikator
from kinerja_cli.adapter.analisis_xlsx.rerata import URAIAN_KANTOR, is_weighted
from kinerja_cli.adapter.analisis_xlsx.susunan import BARIS_PERTAMA, Jangkauan, Susunan
from kinerja_cli.adapter.laporan_xlsx.kepala import close_halaman, open_halaman
from kinerja_cli.adapter.laporan_xlsx.kerangka import Buku, Halaman, Kolom, rounded_or_none
from kinerja_cli.adapter.laporan_xlsx.rumus import (
    DESIMAL_RERATA,
    class_of,
    mean_capaian_of,
    printed,
)
from kinerja_cli.adapter.laporan_xlsx.warna import colour_capaian, colour_predikat
from kinerja_cli.domain.agregasi import RataRata
from kinerja_cli.domain.analisis.model import Analisis, HasilSasaran
from kinerja_cli.domain.angka import format_angka
from kinerja_cli.domain.kantor import AturanHitung
from kinerja_cli.domain.predikat import Kelas
from kinerja_cli.domain.rencana import ROMAWI

NAMA = "Capaian Sasaran"


def cap_title(aturan: AturanHitung) -> str:
    """Return the header of a capped mean."""
    batas = aturan.batas_rata_rata
    return "Rata-rata Tanpa Batas" if batas is None else f"Rata-rata Dibatasi {format_angka(batas)}"


@dataclass(frozen=True, slots=True)
class Rerata:
    """A mean to be written: what it covers, its figures, its class."""

    dari: Jangkauan
    rata_rata: RataRata
    predikat: Kelas | None
    tertimbang: bool = False


@dataclass(frozen=True, slots=True)
class LetakSasaran:
    """Where the means stand, by the node's code; `kantor` is the row of the office's."""

    halaman: Halaman
    baris: Mapping[str, int]
    kantor: int

    def sel(self, baris: int, kunci: str) -> str:
        """Return a cell as other sheets write it."""
        return self.halaman.luar(self.halaman.sel(baris, kunci))


def columns(aturan: AturanHitung) -> tuple[Kolom, ...]:
    """Return the columns."""
    helpers = "Kolom bantu: belum dibulatkan"
    return (
        Kolom("kode", "Kode", 18),
        Kolom("uraian", "Sasaran / Program / Kegiatan", 74),
        Kolom("jenjang", "Jenjang", 14),
        Kolom("dinilai", "Indikator Dinilai", 11),
        Kolom("jumlah", "Jumlah Indikator", 11),
        Kolom("rata", "Rata-rata Capaian", 13),
        Kolom("batas", cap_title(aturan), 13),
        Kolom("predikat", "Predikat", 16),
        Kolom("rata_penuh", "Rata-rata", 17, helpers, bantu=True),
        Kolom("batas_penuh", "Dibatasi", 17, helpers, bantu=True),
    )


def write_sasaran(
    buku: Buku, analisis: Analisis, susunan: Susunan, aturan: LetakAturan, sumber: LetakIndikator
) -> LetakSasaran:
    """Write the sasaran, the office below them, then the levels under a sasaran."""
    judul = (
        f"CAPAIAN SASARAN, PROGRAM, DAN KEGIATAN S.D. TRIBULAN {ROMAWI[analisis.tribulan]} "
        f"TAHUN {analisis.rencana.tahun}"
    )
    page = open_halaman(buku, NAMA, judul, columns(buku.pengaturan.aturan))
    writer = PenulisRerata(page, aturan, sumber)
    rows = {}
    kantor = BARIS_PERTAMA + len(analisis.sasaran)
    order = [*enumerate(analisis.sasaran, BARIS_PERTAMA), *enumerate(analisis.program, kantor + 1)]
    for baris, node in order:
        rows[node.simpul.kode] = baris
        _write_node(writer, baris, node, susunan)
    _write_kantor(writer, kantor, analisis, susunan)
    last = kantor + len(analisis.program)
    colour_predikat(page, BARIS_PERTAMA, last, "predikat")
    colour_capaian(page, BARIS_PERTAMA, last, "batas")
    close_halaman(page, last, "uraian")
    return LetakSasaran(page, rows, kantor)


def _write_node(writer: PenulisRerata, baris: int, node: HasilSasaran, susunan: Susunan) -> None:
    page = writer.page
    page.teks(baris, "kode", node.simpul.kode)
    page.teks(baris, "uraian", node.simpul.uraian)
    page.teks(baris, "jenjang", node.simpul.jenjang.value.capitalize(), "tengah")
    reach = susunan.kelompok[node.simpul.kode]
    writer.write(baris, Rerata(reach, node.rata_rata, node.predikat, is_weighted(node.indikator)))


def _write_kantor(writer: PenulisRerata, baris: int, analisis: Analisis, susunan: Susunan) -> None:
    page = writer.page
    page.teks(baris, "kode", "", tebal=True)
    page.teks(baris, "uraian", URAIAN_KANTOR, tebal=True)
    page.teks(baris, "jenjang", "Kantor", "tengah", tebal=True)
    rerata = Rerata(susunan.sasaran, analisis.kantor, analisis.predikat)
    writer.write(baris, rerata, tebal=True)


@dataclass(frozen=True, slots=True)
class PenulisRerata:
    """Writes a mean as printed and capped, of how many, and its class."""

    page: Halaman
    aturan: LetakAturan
    sumber: LetakIndikator

    def write(self, baris: int, rerata: Rerata, *, tebal: bool = False) -> None:
        """Write the mean of a group into its row."""
        self._write_counts(baris, rerata, tebal=tebal)
        page, mean = self.page, rerata.rata_rata
        pairs = (("rata", "penuh", mean.apa_adanya), ("batas", "batas", mean.dibatasi))
        for kunci, asal, nilai in pairs:
            helper = f"{kunci}_penuh"
            full = rounded_or_none(nilai, DESIMAL_RERATA)
            page.rumus(baris, helper, self._mean(rerata, asal), full, "bantu")
            rumus = printed(page.sel(baris, helper))
            page.rumus(baris, kunci, rumus, rounded_or_none(nilai), tebal=tebal)
        nama = rerata.predikat.nama if rerata.predikat else None
        rumus = class_of(page.sel(baris, "batas"), self.aturan.skala)
        page.rumus(baris, "predikat", rumus, nama, "tengah", tebal=tebal)

    def _write_counts(self, baris: int, rerata: Rerata, *, tebal: bool) -> None:
        count, rows = "0", "0"
        if rerata.dari:
            cells = self.sumber.rentang(*rerata.dari, "penuh")
            count, rows = f"COUNT({cells})", f"ROWS({cells})"
        mean = rerata.rata_rata
        self.page.rumus(baris, "dinilai", count, mean.dinilai, "tengah", tebal=tebal)
        self.page.rumus(baris, "jumlah", rows, mean.jumlah, "tengah", tebal=tebal)

    def _mean(self, rerata: Rerata, kunci: str) -> str:
        if rerata.dari is None:
            return '"–"'
        weights = self.sumber.rentang(*rerata.dari, "bobot") if rerata.tertimbang else None
        return mean_capaian_of(self.sumber.rentang(*rerata.dari, kunci), weights)
