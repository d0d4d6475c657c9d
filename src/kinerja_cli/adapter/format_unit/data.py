"""Sheet Data Kinerja of a unit's workbook: the SOP's seven columns and the signature block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from kinerja_cli.adapter.format_unit.isian import realisasi_rule, text_rule
from kinerja_cli.adapter.format_unit.kepala import (
    ISIAN,
    KOTAK,
    PERLINDUNGAN,
    Halaman,
    teks_indikator,
    write_bagian,
    write_indikator,
    write_judul,
    write_kepala,
)
from kinerja_cli.adapter.format_unit.satu_halaman import Lembaran, keep_together
from kinerja_cli.adapter.tulis_xlsx import (
    WARNA_ISIAN,
    number_format,
    set_page,
    text_height,
    write_nilai,
)
from kinerja_cli.domain.formulir import AWALAN_TANDA_TANGAN, KodeTandaTangan, KolomData
from kinerja_cli.domain.rencana import Indikator, Nilai

JUDUL = "FORMAT PENGUMPULAN DATA KINERJA"
LEBAR = {
    KolomData.NOMOR: 8,
    KolomData.SASARAN: 34,
    KolomData.INDIKATOR: 42,
    KolomData.TARGET_TAHUNAN: 12,
    KolomData.TARGET: 12,
    KolomData.REALISASI: 14,
    KolomData.KETERANGAN: 36,
}

NOMOR, SASARAN, INDIKATOR, TAHUNAN, TARGET, REALISASI, KETERANGAN, KODE = (
    x.kolom - 1 for x in KolomData
)
"""Columns as XlsxWriter counts them, from 0."""

BARIS_RUANG_TANDA_TANGAN = 3
TERKUNCI: Mapping[str, Any] = {}
DIISI: dict[str, Any] = {"bg_color": WARNA_ISIAN, "locked": False}
TANGGAL: dict[str, Any] = {"num_format": "[$-421]d mmmm yyyy", "align": "left"}
NAMA: dict[str, Any] = {"bold": True, "underline": 1}


def write_data(halaman: Halaman) -> None:
    """Write the sheet, protected, with the first realisasi selected, ready to print."""
    lembar, formulir = halaman.lembar, halaman.formulir
    for kolom, lebar in LEBAR.items():
        lembar.set_column(kolom.kolom - 1, kolom.kolom - 1, lebar)
    lembar.set_column(KODE, KODE, 12, None, {"hidden": 1})
    kepala = write_judul(halaman, JUDUL, KETERANGAN)
    write_kepala(halaman, kepala, (x.judul for x in KolomData))
    below = _write_sections(halaman, kepala + 1)
    last = _write_signature(halaman, below + 1)
    lembar.set_selection(kepala + 2, REALISASI, kepala + 2, REALISASI)
    lembar.protect("", PERLINDUNGAN)
    set_page(lembar, formulir.pengaturan.kertas, mendatar=True, baris_kepala=kepala)
    lembar.print_area(0, 0, last, KETERANGAN)
    kertas = Lembaran(formulir.pengaturan.kertas, tuple(LEBAR.values()), kepala)
    keep_together(lembar, kertas, below - 1, last)


def _write_sections(halaman: Halaman, baris: int) -> int:
    """Write the sections from a row on; return the row below the table."""
    first = baris
    for judul, indikator in halaman.formulir.sections():
        write_bagian(halaman, baris, judul, KETERANGAN)
        _write_rows(halaman, baris + 1, indikator)
        baris += 1 + len(indikator)
    if baris == first:
        write_bagian(halaman, baris, "Tidak ada indikator kinerja untuk unit ini.", KETERANGAN)
        return baris + 1
    message = "Wajib diisi bila target tidak tercapai: sebutkan sebabnya dengan singkat."
    rule = text_rule("Keterangan", message)
    halaman.lembar.data_validation(first, KETERANGAN, baris - 1, KETERANGAN, rule)
    return baris


def _write_rows(halaman: Halaman, baris: int, indikator: Sequence[Indikator]) -> None:
    """Write the numbered rows of one section from a row on."""
    number = halaman.gaya.of(**KOTAK, align="center")
    for nomor, (row, uraian, edges) in enumerate(_with_sasaran(halaman, indikator), 1):
        halaman.lembar.write_number(baris, NOMOR, nomor, number)
        halaman.write(baris, SASARAN, uraian, **KOTAK | edges)
        _write_row(halaman, baris, row)
        texts = (
            (uraian, LEBAR[KolomData.SASARAN]),
            (teks_indikator(row), LEBAR[KolomData.INDIKATOR]),
        )
        halaman.lembar.set_row(baris, text_height(texts))
        baris += 1


def _with_sasaran(
    halaman: Halaman, indikator: Sequence[Indikator]
) -> Iterator[tuple[Indikator, str, dict[str, int]]]:
    """Yield each row with the text of its sasaran, on the first of several rows only.

    The edges make the cells of one sasaran look like one: merged they could not be sorted.
    """
    for kode, group in groupby(indikator, key=lambda x: x.kode_cascading):
        rows = tuple(group)
        uraian = halaman.formulir.rencana.simpul[kode].uraian
        for ke, row in enumerate(rows):
            edges = {"top": int(ke == 0), "bottom": int(row is rows[-1])}
            yield row, "" if ke else uraian, edges


def _write_row(halaman: Halaman, baris: int, indikator: Indikator) -> None:
    """Write one indicator: its text, targets, the cells to fill in, its code."""
    formulir = halaman.formulir
    porsi = formulir.porsi_of(indikator)
    write_indikator(halaman, baris, INDIKATOR, indikator)
    _write_target(halaman, baris, TAHUNAN, porsi.target_tahunan)
    _write_target(halaman, baris, TARGET, porsi.target[formulir.tribulan - 1])
    halaman.write(baris, REALISASI, "", **ISIAN, align="center")
    rule = realisasi_rule(formulir, indikator)
    halaman.lembar.data_validation(baris, REALISASI, baris, REALISASI, rule)
    halaman.write(baris, KETERANGAN, "", **ISIAN)
    halaman.write(baris, KODE, indikator.kode)


def _write_target(halaman: Halaman, baris: int, kolom: int, nilai: Nilai | None) -> None:
    style = halaman.gaya.of(**KOTAK, align="center", num_format=number_format(nilai))
    write_nilai(halaman.lembar, baris, kolom, nilai, style)


def _write_signature(halaman: Halaman, baris: int) -> int:
    """Write the signature block over the last two columns; return its last row.

    What the unit fills in stands in the column of realisasi: readers look for it there.
    """
    formulir = halaman.formulir
    halaman.write(baris, TARGET, f"{formulir.kantor.tempat},", align="right")
    _write_signed(halaman, baris, KodeTandaTangan.TANGGAL.kode, "", DIISI | TANGGAL)
    _write_signed(halaman, baris + 1, AWALAN_TANDA_TANGAN, "Penanggung jawab data")
    _write_signed(halaman, baris + 2, AWALAN_TANDA_TANGAN, f"{formulir.unit.nama},")
    rule = text_rule("Tanggal pengisian", "Isi tanggal, misalnya 5/4/2021 untuk 5 April 2021.")
    halaman.lembar.data_validation(baris, REALISASI, baris, REALISASI, rule)
    return _write_signer(halaman, baris + 3 + BARIS_RUANG_TANDA_TANGAN)


def _write_signer(halaman: Halaman, baris: int) -> int:
    """Write name, pangkat and NIP, to be corrected where another official signs."""
    unit = halaman.formulir.unit
    _write_signed(halaman, baris, KodeTandaTangan.NAMA.kode, unit.pejabat, DIISI | NAMA)
    rule = text_rule("Nama pejabat", "Nama lengkap dengan gelar. Perbaiki bila pejabatnya lain.")
    halaman.lembar.data_validation(baris, REALISASI, baris, REALISASI, rule)
    if unit.pangkat:
        baris += 1
        _write_signed(halaman, baris, AWALAN_TANDA_TANGAN, unit.pangkat, DIISI)
    _write_signed(halaman, baris + 1, AWALAN_TANDA_TANGAN, f"NIP. {unit.nip}".rstrip(), DIISI)
    return baris + 1


def _write_signed(
    halaman: Halaman, baris: int, kode: str, teks: str, sifat: Mapping[str, Any] = TERKUNCI
) -> None:
    """Write one line of the signature block with its code."""
    style = {"align": "center", "valign": "vcenter", **sifat}
    halaman.write_across(baris, (REALISASI, KETERANGAN), teks, **style)
    halaman.write(baris, KODE, kode)
