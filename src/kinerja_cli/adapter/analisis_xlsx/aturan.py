"""Sheet Aturan: the scale and letters that formulas look up, and every rule in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja_cli.adapter.analisis_xlsx.kata_aturan import BAGIAN_TETAP, Bagian, chosen_rules
from kinerja_cli.adapter.laporan_xlsx.kepala import write_judul
from kinerja_cli.adapter.laporan_xlsx.kerangka import Buku, Halaman, Kolom
from kinerja_cli.adapter.laporan_xlsx.warna import tint
from kinerja_cli.adapter.tulis_xlsx import (
    WARNA_GARIS,
    WARNA_KEPALA,
    number_format,
    set_page,
    write_teks,
)
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.capaian import CaraHitung
from kinerja_cli.domain.predikat import SKALA_PERMENDAGRI_86

NAMA = "Aturan"
_GARIS = {"border": 1, "border_color": WARNA_GARIS}
KOLOM = (Kolom("a", "", 30), Kolom("b", "", 44), Kolom("c", "", 78))


@dataclass(frozen=True, slots=True)
class LetakAturan:
    """Where other sheets look up: the scale, the threshold, the letters of each group."""

    skala: str
    ambang: str
    huruf: tuple[tuple[Mapping[str, Decimal], str], ...]

    def huruf_of(self, cara: CaraHitung) -> str | None:
        """Return the range of the letters that an indicator is measured by."""
        return next((x for table, x in self.huruf if table is cara.nilai_predikat), None)


def write_aturan(buku: Buku, analisis: Analisis) -> LetakAturan:
    """Write the sheet; it stands last in the workbook but is written first."""
    halaman = Halaman(buku.buku.get_worksheet_by_name(NAMA), buku, KOLOM)
    for ke, kolom in enumerate(KOLOM):
        halaman.lembar.set_column(ke, ke, kolom.lebar)
    write_judul(halaman, f"ATURAN PERHITUNGAN KINERJA TAHUN {analisis.rencana.tahun}")
    baris, skala = _write_skala(halaman, 3)
    baris, ambang = _write_ambang(halaman, baris + 1)
    for bagian in (*chosen_rules(buku.pengaturan.aturan), *BAGIAN_TETAP):
        baris = _write_bagian(halaman, baris + 1, bagian)
    baris, huruf = _write_huruf(halaman, baris + 1, analisis)
    halaman.set_heights()
    set_page(halaman.lembar, buku.pengaturan.kertas, mendatar=True)
    halaman.lembar.print_area(0, 0, baris, len(KOLOM) - 1)
    return LetakAturan(skala, ambang, huruf)


def _write_head(halaman: Halaman, baris: int, judul: str, kepala: Sequence[str]) -> int:
    of = halaman.buku.gaya.of
    write_teks(halaman.lembar, baris, 0, judul, of(bold=True, font_size=11))
    style = of(bold=True, **_GARIS, bg_color=WARNA_KEPALA, valign="vcenter")
    for ke, teks in enumerate(kepala):
        write_teks(halaman.lembar, baris + 1, ke, teks, style)
    return baris + 2


def _write_skala(halaman: Halaman, baris: int) -> tuple[int, str]:
    """Write the classes from the lowest bound up, as a lookup needs them."""
    kepala = ("Batas bawah (persen)", "Predikat", "Arti")
    skala = halaman.buku.pengaturan.aturan.skala
    judul = "1. Skala predikat"
    if skala == SKALA_PERMENDAGRI_86:
        judul = f"{judul} (Permendagri Nomor 86 Tahun 2017)"
    first = baris = _write_head(halaman, baris, judul, kepala)
    for ke, kelas in enumerate(reversed(skala)):
        halaman.nilai(baris, "a", kelas.batas)
        style = halaman.buku.gaya.of(**_GARIS, bg_color=tint(kelas.warna), bold=True, valign="top")
        write_teks(halaman.lembar, baris, 1, kelas.nama, style)
        above = skala[len(skala) - 2 - ke].nama if ke < len(skala) - 1 else ""
        until = f", di bawah batas {above}" if above else ""
        halaman.teks(baris, "c", f"Capaian mulai batas ini{until}")
        baris += 1
    return baris, f"{NAMA}!$A${first + 1}:$B${baris}"


def _write_ambang(halaman: Halaman, baris: int) -> tuple[int, str]:
    kepala = ("Ambang (poin)", "Dipakai untuk", "Arti")
    baris = _write_head(halaman, baris, "2. Ambang efisiensi", kepala)
    halaman.nilai(baris, "a", halaman.buku.pengaturan.aturan.ambang_efisiensi)
    halaman.teks(baris, "b", "Kolom Sebutan pada lembar Anggaran & Efisiensi")
    halaman.teks(baris, "c", "Selisih capaian dan serapan sampai ambang ini: cukup efisien")
    return baris + 1, f"{NAMA}!$A${baris + 1}"


def _write_bagian(halaman: Halaman, baris: int, bagian: Bagian) -> int:
    baris = _write_head(halaman, baris, bagian.judul, bagian.kepala)
    for row in bagian.baris:
        for kunci, teks in zip("abc", row, strict=True):
            halaman.teks(baris, kunci, teks)
        baris += 1
    return baris


def _write_huruf(
    halaman: Halaman, baris: int, analisis: Analisis
) -> tuple[int, tuple[tuple[Mapping[str, Decimal], str], ...]]:
    """Write the letters of the plan with their numbers, each group as one range."""
    tables = analisis.rencana.predikat
    if not tables:
        return baris - 1, ()
    baris = _write_head(
        halaman, baris, "9. Angka untuk huruf predikat", ("Huruf", "Angka", "Kelompok (satuan)")
    )
    places = []
    for nama, table in tables.items():
        first = baris
        for huruf, angka in table.items():
            halaman.teks(baris, "a", huruf)
            style = halaman.gaya("angka", number_format(angka))
            halaman.lembar.write_number(baris, 1, float(angka), style)
            halaman.teks(baris, "c", nama)
            baris += 1
        places.append((table, f"{NAMA}!$A${first + 1}:$B${baris}"))
    return baris - 1, tuple(places)
