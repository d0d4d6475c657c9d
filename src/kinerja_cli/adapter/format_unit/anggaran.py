"""Sheet Anggaran of a unit's workbook: its budget lines, what was spent on them, and the sums."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kinerja_cli.adapter.format_unit.isian import amount_rule, text_rule
from kinerja_cli.adapter.format_unit.kepala import (
    ISIAN,
    KOTAK,
    PERLINDUNGAN,
    Halaman,
    write_judul,
    write_kepala,
)
from kinerja_cli.adapter.tulis_xlsx import (
    FORMAT_RUPIAH,
    WARNA_BAGIAN,
    set_page,
    text_height,
    write_nilai,
)
from kinerja_cli.domain.buku import address
from kinerja_cli.domain.formulir import KolomAnggaran
from kinerja_cli.domain.rencana import Simpul

JUDUL = "REALISASI ANGGARAN"
LEBAR = {
    KolomAnggaran.KODE: 18,
    KolomAnggaran.URAIAN: 62,
    KolomAnggaran.PAGU: 18,
    KolomAnggaran.REALISASI: 18,
    KolomAnggaran.KETERANGAN: 40,
}
KODE, URAIAN, PAGU, REALISASI, KETERANGAN = (x.kolom - 1 for x in KolomAnggaran)
"""Columns as XlsxWriter counts them, from 0."""

JUMLAH = KOTAK | {"bold": True, "bg_color": WARNA_BAGIAN}


def write_anggaran(halaman: Halaman, simpul: Sequence[Simpul]) -> None:
    """Write the sheet for budget lines, of which there is at least one."""
    lembar = halaman.lembar
    for kolom, lebar in LEBAR.items():
        lembar.set_column(kolom.kolom - 1, kolom.kolom - 1, lebar)
    kepala = write_judul(halaman, JUDUL, KETERANGAN)
    write_kepala(halaman, kepala, (x.judul for x in KolomAnggaran))
    first, last = kepala + 1, kepala + len(simpul)
    for baris, row in enumerate(simpul, first):
        _write_row(halaman, baris, row)
    _write_rules(halaman, first, last)
    _write_jumlah(halaman, (first, last), sum((x.pagu or Decimal(0) for x in simpul), Decimal(0)))
    lembar.set_selection(first, REALISASI, first, REALISASI)
    lembar.protect("", PERLINDUNGAN)
    set_page(lembar, halaman.formulir.pengaturan.kertas, mendatar=True, baris_kepala=kepala)
    lembar.print_area(0, 0, last + 1, KETERANGAN)


def _write_row(halaman: Halaman, baris: int, simpul: Simpul) -> None:
    halaman.write(baris, KODE, simpul.kode, **KOTAK)
    halaman.write(baris, URAIAN, simpul.uraian, **KOTAK)
    pagu = halaman.gaya.of(**KOTAK, num_format=FORMAT_RUPIAH)
    write_nilai(halaman.lembar, baris, PAGU, simpul.pagu, pagu)
    halaman.write(baris, REALISASI, "", **ISIAN, num_format=FORMAT_RUPIAH)
    halaman.write(baris, KETERANGAN, "", **ISIAN)
    text = (simpul.uraian, LEBAR[KolomAnggaran.URAIAN])
    halaman.lembar.set_row(baris, text_height([text]))


def _write_rules(halaman: Halaman, first: int, last: int) -> None:
    """Put the input rules on the rows first..last; codes like 7.01 stay text without a mark."""
    lembar = halaman.lembar
    note = text_rule("Keterangan", "Sebab realisasi jauh di bawah atau di atas rencana, bila ada.")
    lembar.data_validation(first, REALISASI, last, REALISASI, amount_rule(halaman.formulir))
    lembar.data_validation(first, KETERANGAN, last, KETERANGAN, note)
    codes = f"{address(first + 1, KODE + 1)}:{address(last + 1, KODE + 1)}"
    lembar.ignore_errors({"number_stored_as_text": codes})


def _write_jumlah(halaman: Halaman, baris: tuple[int, int], pagu: Decimal) -> None:
    """Write the row of sums under the rows first..last; the formulas carry their values."""
    below = baris[1] + 1
    number = halaman.gaya.of(**JUMLAH, num_format=FORMAT_RUPIAH)
    for kolom, nilai in ((PAGU, float(pagu)), (REALISASI, 0.0)):
        rows = f"{address(baris[0] + 1, kolom + 1)}:{address(below, kolom + 1)}"
        halaman.lembar.write_formula(below, kolom, f"=SUM({rows})", number, nilai)
    halaman.write(below, KODE, "", **JUMLAH)
    halaman.write(below, URAIAN, "Jumlah", **JUMLAH)
    halaman.write(below, KETERANGAN, "", **JUMLAH)
