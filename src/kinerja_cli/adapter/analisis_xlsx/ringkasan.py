"""Sheet Ringkasan: headline figures, pictures, and the tables that the pictures are made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kinerja_cli.adapter.analisis_xlsx.anggaran import LetakAnggaran
from kinerja_cli.adapter.analisis_xlsx.grafik import LEBAR, TINGGI, Grafik, Seri, insert_grafik
from kinerja_cli.adapter.analisis_xlsx.indikator import LetakIndikator
from kinerja_cli.adapter.analisis_xlsx.kartu import write_kartu
from kinerja_cli.adapter.analisis_xlsx.rerata import rows_of
from kinerja_cli.adapter.analisis_xlsx.sasaran import LetakSasaran
from kinerja_cli.adapter.analisis_xlsx.susunan import Susunan
from kinerja_cli.adapter.analisis_xlsx.tabel_ringkasan import (
    TabelSasaran,
    write_predikat_counts,
    write_serapan_table,
)
from kinerja_cli.adapter.analisis_xlsx.tribulan import LetakTribulan
from kinerja_cli.adapter.laporan_xlsx.kepala import write_judul
from kinerja_cli.adapter.laporan_xlsx.kerangka import Buku, Halaman, Kolom
from kinerja_cli.adapter.tulis_xlsx import set_page, write_teks
from kinerja_cli.domain.analisis.model import Analisis
from kinerja_cli.domain.rencana import ROMAWI
from kinerja_cli.domain.tanggal import format_tanggal

NAMA = "Ringkasan"
LEBAR_KOLOM = (10, *(11,) * 8, 15, *(10,) * 4)
KOLOM = tuple(Kolom(str(ke), "", lebar) for ke, lebar in enumerate(LEBAR_KOLOM))
BARIS_KARTU, BARIS_GRAFIK = 3, 6
BARIS_TABEL = BARIS_GRAFIK + 2 * TINGGI + 1
GRAFIK_TERBANYAK = 20
"""More columns than these cannot be told apart in a chart; the table has them all."""

SASARAN_PADA_GARIS = 5


@dataclass(frozen=True, slots=True)
class Letak:
    """Where every sheet that the summary draws on has its figures."""

    susunan: Susunan
    tribulan: LetakTribulan
    indikator: LetakIndikator
    sasaran: LetakSasaran
    anggaran: LetakAnggaran


@dataclass(frozen=True, slots=True)
class _Jangkauan:
    """First and last row of each table's figures."""

    sasaran: tuple[int, int]
    serapan: tuple[int, int] | None
    predikat: tuple[int, int]


def write_ringkasan(buku: Buku, analisis: Analisis, letak: Letak, dibuat: datetime) -> None:
    """Write the sheet: one page to look at, then the tables."""
    page = Halaman(buku.buku.get_worksheet_by_name(NAMA), buku, KOLOM)
    for ke, kolom in enumerate(KOLOM):
        page.lembar.set_column(ke, ke, kolom.lebar)
    upto = f"TRIBULAN {ROMAWI[analisis.tribulan]} TAHUN {analisis.rencana.tahun}"
    write_judul(page, f"RINGKASAN ANALISIS KINERJA S.D. {upto}")
    made = f"Dibuat {format_tanggal(dibuat)} pukul {dibuat:%H.%M}"
    write_teks(page.lembar, 2, 0, made, buku.gaya.of(font_size=9, italic=True))
    write_kartu(page, BARIS_KARTU, analisis, letak.sasaran, letak.anggaran)
    for baris in range(BARIS_GRAFIK - 1, BARIS_TABEL):
        page.lembar.set_row(baris, 15)
    tables, last = _write_tables(page, analisis, letak)
    page.set_heights()
    page.silence(last)
    for ke, grafik in enumerate(_charts(analisis, tables)):
        insert_grafik(page, BARIS_GRAFIK + ke // 2 * TINGGI, ke % 2 * LEBAR, grafik)
    set_page(page.lembar, buku.pengaturan.kertas, mendatar=True)
    page.lembar.print_area(0, 0, last, len(KOLOM) - 1)
    page.lembar.set_h_pagebreaks([BARIS_TABEL])
    page.lembar.hide_gridlines(2)


def _write_tables(page: Halaman, analisis: Analisis, letak: Letak) -> tuple[_Jangkauan, int]:
    table = TabelSasaran(
        page, analisis, letak.susunan, letak.sasaran, letak.indikator, letak.tribulan
    )
    sasaran = table.write(BARIS_TABEL)
    below, serapan = sasaran[1] + 2, None
    if analisis.total_anggaran is not None:
        serapan = write_serapan_table(page, below, analisis, letak.anggaran)
        below = serapan[1] + 2
    predikat = write_predikat_counts(page, below, analisis, letak.susunan, letak.indikator)
    return _Jangkauan(sasaran, serapan, predikat), predikat[1] + 1


def _charts(analisis: Analisis, tables: _Jangkauan) -> Sequence[Grafik]:
    charts = [_of_sasaran(analisis, tables.sasaran), _of_tribulan(analisis, tables.sasaran)]
    if tables.serapan is not None:
        charts.append(_of_serapan(tables.serapan))
    charts.append(_of_predikat(analisis, tables.predikat))
    return charts


def _column(dari: int, sampai: int, kolom: int) -> tuple[int, int, int, int]:
    return (dari, kolom, sampai, kolom)


def _of_sasaran(analisis: Analisis, baris: tuple[int, int]) -> Grafik:
    """Draw sasaran and office; of very many only the first."""
    first, last = baris[0], min(baris[1], baris[0] + GRAFIK_TERBANYAK - 1)
    names = _column(first, last, 0)
    plain = Seri("Rata-rata capaian", names, _column(first, last, 7))
    held = Seri("Rata-rata dibatasi", names, _column(first, last, 8))
    capped = analisis.pengaturan.aturan.batas_rata_rata is not None
    return Grafik(
        "Capaian per sasaran (persen)",
        "Grafik batang rata-rata capaian tiap sasaran dan kantor",
        "column",
        (plain, held) if capped else (plain,),
    )


def _of_tribulan(analisis: Analisis, baris: tuple[int, int]) -> Grafik:
    """Draw the office through the tribulan, and the sasaran where they are few."""
    head, (first, office) = baris[0] - 1, baris
    names = (head, 10, head, 9 + analisis.tribulan)
    rows = [(office, "Kantor")]
    if len(analisis.sasaran) <= SASARAN_PADA_GARIS:
        rows += [(first + ke, x.simpul.kode) for ke, x in enumerate(analisis.sasaran)]
    series = [Seri(nama, names, (ke, 10, ke, 9 + analisis.tribulan)) for ke, nama in rows]
    return Grafik(
        "Capaian per tribulan (persen)",
        "Grafik garis rata-rata capaian tiap tribulan",
        "line",
        series,
        mulai=_axis_start(analisis),
    )


def _axis_start(analisis: Analisis) -> int:
    """Return the ten below the lowest mean of any tribulan: lines near 100 would look like one."""
    quarters = range(1, analisis.tribulan + 1)
    means = [y for x in rows_of(analisis) for ke in quarters if (y := x.mean_of(ke)) is not None]
    return max(0, (int(min(means)) // 10 - 1) * 10) if means else 0


def _of_serapan(baris: tuple[int, int]) -> Grafik:
    first, last = baris[0], min(baris[1], baris[0] + GRAFIK_TERBANYAK - 1)
    seri = Seri("Serapan", _column(first, last, 0), _column(first, last, 10))
    return Grafik(
        "Serapan anggaran per program (persen)",
        "Grafik batang serapan anggaran tiap program",
        "column",
        (seri,),
    )


def _of_predikat(analisis: Analisis, baris: tuple[int, int]) -> Grafik:
    seri = Seri("Jumlah indikator", _column(*baris, 0), _column(*baris, 3))
    return Grafik(
        "Jumlah indikator menurut predikat",
        "Grafik batang jumlah indikator pada tiap predikat",
        "column",
        (seri,),
        num_format="0",
        warna_titik=[x.warna for x in analisis.pengaturan.aturan.skala],
    )
