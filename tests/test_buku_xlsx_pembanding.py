"""Any bytes at all, and the same cells as another reader, or the difference named."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from itertools import product
from zipfile import ZipFile

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904, to_excel

from baca_uji import TEMPAT
from berkas_xlsx import (
    build_buku,
    zip_parts,
)
from kinerja_cli.adapter.buku_xlsx import read_buku
from kinerja_cli.adapter.jenis_berkas import BukuTakTerbaca, SebabTakTerbaca
from kinerja_cli.domain.buku import Buku, JenisSel, Sel


def filled_with_xlsxwriter() -> bytes:
    """Return a workbook as XlsxWriter makes it: shared strings, computed formulas, formats."""
    hasil = BytesIO()
    buku = xlsxwriter.Workbook(hasil, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    persen, tebal = buku.add_format({"num_format": "0.0%"}), buku.add_format({"bold": True})
    for nama in ("Data Kinerja", "Penjelasan"):
        lembar = buku.add_worksheet(nama)
        lembar.write_row(0, 0, ["No.", "Sasaran", "Realisasi"], tebal)
        for i in range(1, 12):
            lembar.write(i, 0, i)
            lembar.write(i, 1, f"Sasaran {i} & lainnya <{nama}>")
            lembar.write(i, 2, i / 7, persen)
            lembar.write_formula(i, 3, f"=C{i + 1}*2", persen, i / 7 * 2)
            lembar.write_formula(i, 4, f'=IF(C{i + 1}>1,"ya","")', None, "")
        lembar.write(12, 0, datetime(2021, 3, 31, 8, 30))  # noqa: DTZ001 - a cell has no zone
        lembar.write_boolean(12, 1, boolean=True)
        lembar.write_formula(12, 2, "=1/0", None, "#DIV/0!")
        lembar.write_rich_string(12, 3, "a ", tebal, "tebal", " c")
        lembar.merge_range("G1:H2", "gabung")
        lembar.set_row(5, None, None, {"hidden": True})
    lembar.hide()
    buku.close()
    return hasil.getvalue()


def filled_with_openpyxl(*, sejak_1904: bool = False) -> bytes:
    """Return a workbook as openpyxl makes it: formulas that nobody computed, dates, errors."""
    buku = openpyxl.Workbook()
    buku.properties.created = datetime(2021, 1, 4)  # noqa: DTZ001 - openpyxl takes no zone
    if sejak_1904:
        buku.epoch = CALENDAR_MAC_1904
    lembar = buku.active
    assert lembar is not None
    lembar.title = "Data Kinerja"
    lembar.append(["No.", " spasi tepi ", "=SUM(A1:A9)", None, True, 0.1 + 0.2, 10**15 + 1])
    lembar.append([datetime(2021, 3, 31), "#N/A", -1.5, "baris\nbaru", 1e-9, 44286])  # noqa: DTZ001
    lembar.append([timedelta(hours=30), datetime(2020, 2, 29, 23, 59, 59)])  # noqa: DTZ001
    lembar["C2"].number_format = '#,##0.00 "hari";[Red]-0%'
    lembar["H9"].font = Font(bold=True)
    buku.create_sheet("Kosong").sheet_state = "veryHidden"
    lembar.row_dimensions[2].hidden = True
    hasil = BytesIO()
    buku.save(hasil)
    return hasil.getvalue()


XLSXWRITER = filled_with_xlsxwriter()


def read_or_refuse(isi: bytes) -> Buku | None:
    """Return the workbook, or None where the reader says why not; anything else is a fault."""
    try:
        return read_buku(isi)
    except BukuTakTerbaca as galat:
        assert galat.sebab in SebabTakTerbaca  # noqa: PT017 - that nothing else comes is the point
        return None


UTUH = read_buku(XLSXWRITER)


@given(st.integers(0, len(XLSXWRITER) - 1))
@settings(deadline=None, max_examples=150)
def test_a_file_cut_short_is_never_read_as_whole(panjang: int) -> None:
    assert read_or_refuse(XLSXWRITER[:panjang]) is None


@given(st.lists(st.tuples(st.integers(0, len(XLSXWRITER) - 1), st.integers(1, 255)), max_size=6))
@settings(deadline=None, max_examples=300)
def test_flipped_bytes_never_change_a_value_in_silence(ubah: list[tuple[int, int]]) -> None:
    isi = bytearray(XLSXWRITER)
    for letak, bit in ubah:
        isi[letak] ^= bit

    buku = read_or_refuse(bytes(isi))

    assert buku is None or buku.lembar == UTUH.lembar


@given(st.data())
@settings(deadline=None, max_examples=200)
def test_a_flipped_byte_inside_the_xml_never_crashes(acak: st.DataObject) -> None:
    with ZipFile(BytesIO(XLSXWRITER)) as berkas:
        parts = {nama: berkas.read(nama) for nama in berkas.namelist()}
    nama = acak.draw(st.sampled_from(sorted(parts)))
    isi = bytearray(parts[nama])
    for _ in range(acak.draw(st.integers(1, 4))):
        isi[acak.draw(st.integers(0, len(isi) - 1))] = acak.draw(st.integers(0, 255))

    read_or_refuse(zip_parts(parts | {nama: bytes(isi)}))


@given(st.sets(st.sampled_from(sorted(ZipFile(BytesIO(XLSXWRITER)).namelist()))))
@settings(deadline=None, max_examples=100)
def test_dropped_parts_never_crash(buang: set[str]) -> None:
    with ZipFile(BytesIO(XLSXWRITER)) as berkas:
        parts = {nama: berkas.read(nama) for nama in berkas.namelist() if nama not in buang}

    buku = read_or_refuse(zip_parts(parts))

    assert buku is None or len(buku.lembar) == 2


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", b"\xff\xfe"]))
@settings(deadline=None, max_examples=200)
def test_no_bytes_at_all_crash_the_reader(isi: bytes, awalan: bytes) -> None:
    assert read_or_refuse(awalan + isi) is None


def cells_of_openpyxl(isi: bytes) -> dict[str, TEMPAT]:
    """Return what openpyxl finds in the cells, in our words: its values and its formulas."""
    nilai = openpyxl.load_workbook(BytesIO(isi), data_only=True)
    asal = openpyxl.load_workbook(BytesIO(isi))
    hasil: dict[str, TEMPAT] = {lembar.title: {} for lembar in nilai.worksheets}
    for lembar in asal.worksheets:
        for baris, kolom in product(range(1, lembar.max_row + 1), range(1, lembar.max_column + 1)):
            sel = nilai[lembar.title].cell(baris, kolom)
            rumus = lembar.cell(baris, kolom).value
            if rumus is not None:
                hasil[lembar.title][baris, kolom] = as_sel(sel, rumus)
    return hasil


def as_sel(sel: Cell | MergedCell, asal: object) -> Sel:
    """Return a cell of openpyxl as a Sel; `asal` is its formula, or its value again."""
    rumus = asal[1:] if isinstance(asal, str) and asal.startswith("=") else None
    jenis, nilai = kind_of(sel)
    return Sel(jenis, nilai, sel.number_format, rumus)


def kind_of(sel: Cell | MergedCell) -> tuple[JenisSel, Decimal | str | bool | None]:
    """Return the kind and value of a cell of openpyxl; None is a formula without value to it."""
    match sel.value:
        case None:
            return JenisSel.BELUM_DIHITUNG, None
        case bool() as benar:
            return JenisSel.LOGIKA, benar
        case int() | float() as angka:
            return JenisSel.ANGKA, Decimal(f"{angka:.15g}")
        case str() as teks:
            return JenisSel.GALAT if sel.data_type == "e" else JenisSel.TEKS, teks
        case saat:
            return JenisSel.TANGGAL, Decimal(f"{to_excel(saat):.15g}")  # type: ignore[no-untyped-call]


@pytest.mark.parametrize(
    "isi",
    [XLSXWRITER, filled_with_openpyxl(), filled_with_openpyxl(sejak_1904=True)],
    ids=["XlsxWriter", "openpyxl", "openpyxl 1904"],
)
def test_our_reader_and_openpyxl_find_the_same_cells(isi: bytes) -> None:
    buku = read_buku(isi)

    assert {x.nama: x.sel for x in buku.lembar} == cells_of_openpyxl(isi)


def test_hidden_sheets_and_rows_and_the_time_of_saving_agree_with_their_writers() -> None:
    penulis, pengisi = UTUH, read_buku(filled_with_openpyxl())

    assert [x.tersembunyi for x in (*penulis.lembar, *pengisi.lembar)] == [False, True] * 2
    assert [x.baris_tersembunyi for x in (penulis.lembar[0], pengisi.lembar[0])] == [{6}, {2}]
    assert penulis.disimpan_pada is None
    assert pengisi.disimpan_pada is not None
    assert abs(datetime.now(UTC) - pengisi.disimpan_pada) < timedelta(days=1)


def test_the_time_a_form_was_made_is_no_time_of_saving() -> None:
    made = "2021-01-04T08:00:00Z"
    times = "".join(f"<dcterms:{x}>{made}</dcterms:{x}>" for x in ("created", "modified"))
    core = f"<cp:p xmlns:cp='x' xmlns:dcterms='y'>{times}</cp:p>"
    assert read_buku(build_buku(core=core)).disimpan_pada is None
