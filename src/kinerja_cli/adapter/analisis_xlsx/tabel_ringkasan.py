"""Tables of sheet Ringkasan: sasaran by tribulan, serapan by program, counts by predikat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja_cli.adapter.analisis_xlsx.anggaran import LetakAnggaran, serapan_of
from kinerja_cli.adapter.analisis_xlsx.indikator import LetakIndikator
from kinerja_cli.adapter.analisis_xlsx.rerata import BarisSasaran, rows_of
from kinerja_cli.adapter.analisis_xlsx.sasaran import LetakSasaran, cap_title
from kinerja_cli.adapter.analisis_xlsx.susunan import BARIS_PERTAMA, Susunan
from kinerja_cli.adapter.analisis_xlsx.tribulan import LetakTribulan
from kinerja_cli.adapter.laporan_xlsx.kerangka import RAGAM, Halaman, rounded_or_none
from kinerja_cli.adapter.laporan_xlsx.rumus import mean_capaian_of, quote
from kinerja_cli.adapter.laporan_xlsx.warna import colour_predikat, tint
from kinerja_cli.adapter.tulis_xlsx import WARNA_BAGIAN, WARNA_GARIS, WARNA_KEPALA, write_teks
from kinerja_cli.domain.analisis.model import Analisis, HasilAnggaran
from kinerja_cli.domain.rencana import ROMAWI, Jenjang

KANTOR = "Kantor"
KIRI, KANAN = 1, 5
"""Columns that a long text is merged over."""


def write_head(
    halaman: Halaman, baris: int, judul: str, kepala: Sequence[tuple[int, int, str]]
) -> int:
    """Write a table's title and headers (first column, last column, text); return the next row."""
    of = halaman.buku.gaya.of
    write_teks(halaman.lembar, baris, 0, judul, of(bold=True, font_size=11))
    style = of(
        bold=True,
        font_size=9,
        border=1,
        border_color=WARNA_GARIS,
        bg_color=WARNA_KEPALA,
        align="center",
        valign="vcenter",
        text_wrap=True,
    )
    for first, last, teks in kepala:
        if last > first:
            halaman.lembar.merge_range(baris + 1, first, baris + 1, last, "", style)
        write_teks(halaman.lembar, baris + 1, first, teks, style)
    halaman.lembar.set_row(baris + 1, 30)
    return baris + 2


def _write_long(halaman: Halaman, baris: int, teks: str, *, tebal: bool = False) -> None:
    """Write a long text over several columns; a merged cell does not grow by itself."""
    more = {"bold": True, "bg_color": WARNA_BAGIAN} if tebal else {}
    style = halaman.buku.gaya.of(**RAGAM["teks"], **more)
    halaman.lembar.merge_range(baris, KIRI, baris, KANAN, "", style)
    write_teks(halaman.lembar, baris, KIRI, teks, style)
    width = sum(halaman.kolom[ke].lebar for ke in range(KIRI, KANAN + 1))
    halaman.tampung(baris, str(KIRI), teks, width)


@dataclass(frozen=True, slots=True)
class TabelSasaran:
    """Writes capaian of sasaran and office, and its way through the tribulan."""

    halaman: Halaman
    analisis: Analisis
    susunan: Susunan
    sasaran: LetakSasaran
    indikator: LetakIndikator
    tribulan: LetakTribulan

    def write(self, baris: int) -> tuple[int, int]:
        """Write the table; return its first row and the office's, which is the last."""
        n = self.analisis.tribulan
        head = [(0, 0, "Kode"), (KIRI, KANAN, "Sasaran"), (6, 6, "Indikator Dinilai")]
        head += [(7, 7, "Rata-rata Capaian"), (8, 8, cap_title(self.analisis.pengaturan.aturan))]
        head += [(9, 9, "Predikat")]
        head += [(9 + ke, 9 + ke, f"TW {ROMAWI[ke]}") for ke in range(1, n + 1)]
        title = "Rata-rata capaian per sasaran dan per tribulan"
        first = baris = write_head(self.halaman, baris, title, head)
        for row in rows_of(self.analisis):
            self._write_row(baris, row)
            baris += 1
        colour_predikat(self.halaman, first, baris - 1, "9")
        return first, baris - 1

    def _write_row(self, baris: int, row: BarisSasaran) -> None:
        page, bold, mean = self.halaman, row.kantor, row.rata_rata
        there = self.sasaran.kantor if row.kantor else self.sasaran.baris[row.kode]
        page.teks(baris, "0", row.kode or KANTOR, tebal=bold)
        _write_long(page, baris, row.uraian, tebal=bold)
        dinilai, jumlah = (self.sasaran.sel(there, x) for x in ("dinilai", "jumlah"))
        count = f"{mean.dinilai} dari {mean.jumlah}"
        page.rumus(baris, "6", f'{dinilai}&" dari "&{jumlah}', count, "tengah", tebal=bold)
        pairs = (("7", "rata", mean.apa_adanya), ("8", "batas", mean.dibatasi))
        for kunci, asal, nilai in pairs:
            rounded = rounded_or_none(nilai)
            page.rumus(baris, kunci, self.sasaran.sel(there, asal), rounded, tebal=bold)
        nama = row.predikat.nama if row.predikat else None
        page.rumus(baris, "9", self.sasaran.sel(there, "predikat"), nama, "tengah", tebal=bold)
        for ke in range(1, self.analisis.tribulan + 1):
            self._write_quarter(baris, ke, row)

    def _write_quarter(self, baris: int, ke: int, row: BarisSasaran) -> None:
        """Write the mean of one tribulan; blank, not text, where there is none, for the line."""
        reach = self.susunan.sasaran if row.kantor else self.susunan.kelompok[row.kode]
        nilai = rounded_or_none(row.mean_of(ke))
        if nilai is None or reach is None:
            self.halaman.teks(baris, str(9 + ke), "", tebal=row.kantor)
            return
        weights = self.indikator.rentang(*reach, "bobot") if row.tertimbang else None
        rumus = mean_capaian_of(self.tribulan.capaian(*reach, ke), weights, 2)
        self.halaman.rumus(baris, str(9 + ke), rumus, nilai, tebal=row.kantor)


def programs_of(analisis: Analisis) -> list[HasilAnggaran]:
    """Return the budget of the programmes; of the topmost nodes where there are none."""
    programs = [x for x in analisis.anggaran if x.simpul.jenjang is Jenjang.PROGRAM]
    if programs:
        return programs
    known = {x.simpul.kode for x in analisis.anggaran}
    return [x for x in analisis.anggaran if x.simpul.induk not in known]


def write_serapan_table(
    halaman: Halaman, baris: int, analisis: Analisis, anggaran: LetakAnggaran
) -> tuple[int, int]:
    """Write the budget of each programme; return the first and last row of its figures."""
    head = [(0, 0, "Kode"), (KIRI, KANAN, "Program"), (6, 7, "Pagu (Rp)")]
    head += [(8, 9, "Realisasi (Rp)"), (10, 10, "Serapan (%)"), (11, 12, "Sisa (Rp)")]
    first = baris = write_head(halaman, baris, "Serapan anggaran per program", head)
    for hasil in programs_of(analisis):
        there = anggaran.baris[hasil.simpul.kode]
        halaman.teks(baris, "0", hasil.simpul.kode)
        _write_long(halaman, baris, hasil.simpul.uraian)
        _write_money(halaman, baris, "6", anggaran.sel(there, "pagu"), hasil.pagu)
        _write_money(halaman, baris, "8", anggaran.sel(there, "realisasi"), hasil.realisasi)
        halaman.rumus(baris, "10", anggaran.sel(there, "serapan"), serapan_of(hasil))
        _write_money(halaman, baris, "11", anggaran.sel(there, "sisa"), hasil.sisa)
        baris += 1
    return first, baris - 1


def _write_money(
    halaman: Halaman, baris: int, kunci: str, rumus: str, nilai: Decimal | None
) -> None:
    first = halaman.at(kunci)
    halaman.lembar.merge_range(baris, first, baris, first + 1, "", halaman.gaya("rupiah"))
    halaman.rumus(baris, kunci, rumus, nilai, "rupiah")


def write_predikat_counts(
    halaman: Halaman, baris: int, analisis: Analisis, susunan: Susunan, sumber: LetakIndikator
) -> tuple[int, int]:
    """Write how many indicators each class has; return the first and last row of the classes."""
    head = [(0, 1, "Predikat"), (2, 2, "Mulai dari"), (3, 3, "Jumlah Indikator")]
    first = baris = write_head(halaman, baris, "Jumlah indikator menurut predikat", head)
    skala = analisis.pengaturan.aturan.skala
    cells = sumber.rentang(BARIS_PERTAMA, max(susunan.terakhir, BARIS_PERTAMA), "predikat")
    names = [x.predikat.nama if x.predikat else "" for x in analisis.indikator]
    for kelas in skala:
        style = halaman.buku.gaya.of(border=1, border_color=WARNA_GARIS, bg_color=tint(kelas.warna))
        halaman.lembar.merge_range(baris, 0, baris, 1, "", style)
        write_teks(halaman.lembar, baris, 0, kelas.nama, style)
        halaman.nilai(baris, "2", kelas.batas)
        rumus = f"SUMPRODUCT(--({cells}={quote(kelas.nama)}))"
        halaman.rumus(baris, "3", rumus, names.count(kelas.nama), "tengah")
        baris += 1
    plain = halaman.gaya("teks")
    halaman.lembar.merge_range(baris, 0, baris, 2, "", plain)
    write_teks(halaman.lembar, baris, 0, "Tanpa capaian atau di luar skala", plain)
    counted = f"SUM({halaman.rentang(first, baris - 1, '3')})"
    halaman.rumus(baris, "3", f"{len(names)}-{counted}", names.count(""), "tengah")
    return first, baris - 1
