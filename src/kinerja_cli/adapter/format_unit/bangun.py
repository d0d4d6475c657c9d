"""The workbook that a unit fills in: its sheets in order, and the hidden one that says what it is.

Where each field stands is domain.formulir's to say: whoever reads the workbook asks there too.
"""

from __future__ import annotations

from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from kinerja_cli.adapter.format_unit.anggaran import write_anggaran
from kinerja_cli.adapter.format_unit.data import write_data
from kinerja_cli.adapter.format_unit.kepala import Formulir, Halaman
from kinerja_cli.adapter.format_unit.penjelasan import write_penjelasan
from kinerja_cli.adapter.format_unit.petunjuk import write_petunjuk_unit
from kinerja_cli.adapter.lembar_xlsx import LembarTumbuh
from kinerja_cli.adapter.tulis_xlsx import GayaBuku, build_buku, write_teks
from kinerja_cli.domain.formulir import VERSI_FORMAT, KunciIdentitas, LembarUnit
from kinerja_cli.domain.kantor import Pengaturan
from kinerja_cli.domain.rencana import Rencana
from kinerja_cli.domain.sidik import sidik_rencana


def build_format(
    rencana: Rencana, pengaturan: Pengaturan, unit: str, tribulan: int, dibuat: datetime
) -> bytes:
    """Return the workbook (.xlsx) of one unit, by its code, for tribulan 1..4.

    The same plan, settings and `dibuat` give the same bytes. Raises KeyError for a unit that the
    plan does not have.
    """
    formulir = Formulir(rencana, pengaturan, rencana.unit_by_kode[unit], tribulan)
    sifat = {
        "title": "Format Pengumpulan Data Kinerja",
        "subject": f"Tribulan {formulir.romawi} Tahun {rencana.tahun}",
    }
    return build_buku(lambda buku: _fill(buku, formulir), dibuat, sifat)


def _fill(buku: Workbook, formulir: Formulir) -> None:
    """Write the sheets in the order of their tabs; the first is the one that opens."""
    gaya = GayaBuku(buku)

    def sheet(nama: LembarUnit) -> Halaman:
        return Halaman(buku.add_worksheet(nama.value, LembarTumbuh), gaya, formulir)

    write_data(sheet(LembarUnit.DATA))
    write_penjelasan(sheet(LembarUnit.PENJELASAN))
    lines = formulir.rencana.budget_lines(formulir.unit.kode)
    if lines:
        write_anggaran(sheet(LembarUnit.ANGGARAN), lines)
    write_petunjuk_unit(sheet(LembarUnit.PETUNJUK), anggaran=bool(lines))
    _write_identitas(buku.add_worksheet(LembarUnit.IDENTITAS.value), gaya, formulir)


def _write_identitas(lembar: Worksheet, gaya: GayaBuku, formulir: Formulir) -> None:
    """Write what the workbook is, as text: keys in the first column, values in the second."""
    values = {
        KunciIdentitas.FORMAT: str(VERSI_FORMAT),
        KunciIdentitas.KANTOR: formulir.kantor.nama,
        KunciIdentitas.UNIT: formulir.unit.kode,
        KunciIdentitas.TAHUN: str(formulir.rencana.tahun),
        KunciIdentitas.TRIBULAN: str(formulir.tribulan),
        KunciIdentitas.SIDIK_RENCANA: sidik_rencana(formulir.rencana, formulir.unit.kode),
    }
    text = gaya.of(num_format="@")
    for baris, kunci in enumerate(KunciIdentitas):
        write_teks(lembar, baris, 0, kunci.value, text)
        write_teks(lembar, baris, 1, values[kunci], text)
    lembar.set_column(0, 1, 24)
    lembar.protect()
    lembar.hide()
