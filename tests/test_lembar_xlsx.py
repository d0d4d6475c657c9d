"""Our sheets write what XlsxWriter writes, only sooner: every cell of both is compared."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from kinerja_cli.adapter.lembar_xlsx import (
    PASTI_MUAT,
    SEBARIS,
    LembarBiasa,
    LembarRumus,
    LembarTumbuh,
)
from kinerja_cli.adapter.tulis_xlsx import build_buku
from kinerja_cli.domain.buku import MAKS_BARIS

SEL: tuple[tuple[str, tuple[Any, ...]], ...] = (
    ("write_string", ("teks & <tanda>",)),
    ("write_string", (" tepi ",)),
    ("write_string", ("x" * (PASTI_MUAT + 1),)),
    ("write_number", (0.1 + 0.2,)),
    ("write_number", (-12,)),
    ("write_blank", (None,)),
    ("write_boolean", (True,)),
    ("write_datetime", (datetime(2021, 1, 4),)),  # noqa: DTZ001 - Excel knows no zones
)
RUMUS: tuple[tuple[str, float | str], ...] = (
    ('=IF(A1>0,"a<b","&")', "a<b"),
    ("=A1*2", 12.5),
    ("=A1", ""),
    ("=NA()", "#N/A"),
    ('=IF(A1>0,"– é","&")', "– é 𝟏"),
)


def parts(lembar: type[Worksheet]) -> dict[tuple[bool, str], tuple[object, object]]:
    """Return every cell of a workbook with all kinds of them: what it holds and its style."""

    def fill(buku: Workbook) -> None:
        sheet = buku.add_worksheet("Lembar", lembar)
        style = buku.add_format({"bold": True})
        for gaya, kolom in ((style, 0), (None, 30)):
            for baris, (nama, isi) in enumerate(SEL):
                getattr(sheet, nama)(baris + 2, kolom, *isi, gaya)
            for baris, (rumus, nilai) in enumerate(RUMUS):
                sheet.write_formula(baris + 20, kolom, rumus, gaya, nilai)
        sheet.write_string(0, 5, "di luar yang dikenal", style)

    isi = build_buku(fill, datetime(2021, 1, 4, tzinfo=UTC), {})
    cells: dict[tuple[bool, str], tuple[object, object]] = {}
    for nilai in (True, False):
        sheet = openpyxl.load_workbook(BytesIO(isi), data_only=nilai)["Lembar"]
        for row in sheet.iter_rows():
            for cell in row:
                cells[nilai, cell.coordinate] = (cell.value, cell.font.b)
    return cells


@pytest.mark.parametrize("lembar", [LembarTumbuh, LembarRumus])
def test_every_kind_of_cell_is_as_xlsxwriter_writes_it(lembar: type[Worksheet]) -> None:
    assert parts(lembar) == parts(Worksheet)


BARIS: tuple[tuple[float | None, bool, dict[str, int]], ...] = (
    (None, False, {}),
    (40.5, False, {}),
    (40.5, True, {}),
    (60, False, {"hidden": 1}),
    (40.5, False, {"level": 2, "collapsed": 1}),
    (40.5, False, {}),
)
"""Heights in points, whether the row has a style, what else it has."""


def row_tags(lembar: type[LembarBiasa]) -> list[str]:
    """Return the tags of rows with cells and, below them, of the same rows without."""

    def fill(buku: Workbook) -> None:
        sheet = buku.add_worksheet("Lembar", lembar)
        style = buku.add_format({"bold": True})
        for baris, (tinggi, bergaya, lain) in enumerate(BARIS * 2):
            if tinggi is not None:
                sheet.set_row(baris, tinggi, style if bergaya else None, lain)
            if baris < len(BARIS):
                sheet.write_number(baris, 0, 1, style)
        sheet.write_number(40, 0, 1, style)

    isi = build_buku(fill, datetime(2021, 1, 4, tzinfo=UTC), {})
    xml = ZipFile(BytesIO(isi)).read("xl/worksheets/sheet1.xml").decode()
    return [x.replace(' spans="1:1"', "") for x in re.findall(r"<row [^>]*>", xml)]


def test_rows_begin_as_xlsxwriter_begins_them() -> None:
    tags = row_tags(LembarTumbuh)
    assert tags == row_tags(LembarBiasa)
    assert tags[:2] == ['<row r="1">', '<row r="2" ht="40.5">']


CETAK: tuple[tuple[str, tuple[Any, ...]], ...] = (
    ("put_teks", ("teks & <tanda>",)),
    ("put_teks", ("",)),
    ("put_teks", ("<r>bukan tanda</r>",)),
    ("put_teks", ("x" * (PASTI_MUAT + 1),)),
    ("put_angka", (0.1 + 0.2,)),
    *(("put_rumus", satu) for satu in RUMUS),
)


def moulded(lembar: type[LembarBiasa]) -> list[tuple[object, object, object]]:
    """Return the cells of a column cast in one mould: formula or value, carried value, style."""

    def fill(buku: Workbook) -> None:
        sheet = buku.add_worksheet("Lembar", lembar)
        cetakan = sheet.make_cetakan(27, buku.add_format({"bold": True}))
        for baris, (nama, isi) in enumerate(CETAK):
            getattr(sheet, nama)(baris, cetakan, *isi)
            getattr(sheet, nama)(MAKS_BARIS, cetakan, *isi)

    isi = build_buku(fill, datetime(2021, 1, 4, tzinfo=UTC), {})
    written, carried = (
        openpyxl.load_workbook(BytesIO(isi), data_only=x)["Lembar"] for x in (False, True)
    )
    assert written.dimensions == f"AB1:AB{len(CETAK)}"
    return [
        (x.value, carried[x.coordinate].value, x.font.b)
        for x in (written.cell(ke, 28) for ke in range(1, len(CETAK) + 1))
    ]


@pytest.mark.parametrize("lembar", [LembarTumbuh, LembarRumus])
def test_cells_from_a_mould_are_as_xlsxwriter_writes_them(lembar: type[LembarBiasa]) -> None:
    there = moulded(lembar)
    assert there == moulded(LembarBiasa)
    assert [x[0] for x in there[:3]] == ["teks & <tanda>", None, "<r>bukan tanda</r>"]


SEKOLOM: tuple[tuple[str, float | str], ...] = (
    (f'=IF(A{SEBARIS}<$A$1,A{SEBARIS}&"<f>",B{SEBARIS})', "a<f>"),
    (f'=IF(A{SEBARIS}<$A$1,A{SEBARIS}&"<f>",B{SEBARIS})', 2),
    (f"=SUM(A{SEBARIS}:B{SEBARIS})", 3),
    (f'=IF(A{SEBARIS}<$A$1,A{SEBARIS}&"<f>",B{SEBARIS})', ""),
    (f"='Lembar Lain'!A{SEBARIS}", 4),
    (f"='Lembar Lain'!A{SEBARIS}", 5),
    ("=A1", 6),
    (f'=IF(A{SEBARIS}<$A$1,A{SEBARIS}&"<f>",B{SEBARIS})', 7),
)
"""Formulas and values below each other; the first is shared, across another one."""


def test_rows_share_a_formula_as_when_it_is_filled_down() -> None:
    def fill(buku: Workbook) -> None:
        sheet = buku.add_worksheet("Lembar", LembarRumus)
        buku.add_worksheet("Lembar Lain")
        style = buku.add_format({"bold": True})
        for baris, (rumus, nilai) in enumerate(SEKOLOM):
            for kolom in (2, 4):
                sheet.write_formula(baris, kolom, rumus, style, nilai)

    isi = build_buku(fill, datetime(2021, 1, 4, tzinfo=UTC), {})
    for kolom in (3, 5):
        written, carried = (
            openpyxl.load_workbook(BytesIO(isi), data_only=x)["Lembar"] for x in (False, True)
        )
        for baris, (rumus, nilai) in enumerate(SEKOLOM, 1):
            there = str(written.cell(baris, kolom).value)
            assert there == rumus.replace(SEBARIS, str(baris))
            assert carried.cell(baris, kolom).value == (nilai or None)
    xml = ZipFile(BytesIO(isi)).read("xl/worksheets/sheet1.xml").decode()
    assert re.findall(r't="shared" ref="(\w+:\w+)"', xml) == ["C1:C8", "E1:E8"]
    assert xml.count('<f t="shared" si=') == 4
    assert SEBARIS not in xml


def test_a_row_that_comes_late_is_never_before_the_formula_that_it_shares() -> None:
    def fill(buku: Workbook) -> None:
        sheet = buku.add_worksheet("Lembar", LembarRumus)
        style = buku.add_format({"bold": True})
        for baris in (9, 4, 5, 10):
            sheet.write_formula(baris, 0, f"=B{SEBARIS}*2", style, baris)

    isi = build_buku(fill, datetime(2021, 1, 4, tzinfo=UTC), {})
    sheet = openpyxl.load_workbook(BytesIO(isi))["Lembar"]
    assert [sheet.cell(x, 1).value for x in (5, 6, 10, 11)] == [f"=B{x}*2" for x in (5, 6, 10, 11)]


@pytest.mark.parametrize("lembar", [LembarBiasa, LembarRumus])
def test_a_formula_can_be_of_another_row(lembar: type[LembarBiasa]) -> None:
    def fill(buku: Workbook) -> None:
        sheet = buku.add_worksheet("Lembar", lembar)
        buku.add_worksheet("Lembar Lain")
        cetakan = sheet.make_cetakan(0, buku.add_format({"bold": True}))
        for baris, sumber in enumerate((6, 2, None)):
            sheet.put_rumus(baris, cetakan, f"=IF('Lembar Lain'!A{SEBARIS}<1,1,2)", 2, sumber)

    isi = build_buku(fill, datetime(2021, 1, 4, tzinfo=UTC), {})
    sheet = openpyxl.load_workbook(BytesIO(isi))["Lembar"]
    there = [sheet.cell(x, 1).value for x in (1, 2, 3)]
    assert there == [f"=IF('Lembar Lain'!A{x}<1,1,2)" for x in (7, 3, 3)]


@pytest.mark.parametrize("sel", [(-1, 0), (0, -1), (1_048_576, 0), (0, 16_384)])
def test_a_cell_outside_a_sheet_is_refused(sel: tuple[int, int]) -> None:
    sheet = Workbook(BytesIO()).add_worksheet("Lembar", LembarRumus)
    assert sheet.write_string(*sel, "teks") == -1
    assert sheet.write_number(*sel, 1) == -1
    assert sheet.write_formula(*sel, "=A1") == -1


def test_half_a_character_is_refused_not_written() -> None:
    buku = Workbook(BytesIO())
    sheet = buku.add_worksheet("Lembar", LembarRumus)
    cetakan = sheet.make_cetakan(0, buku.add_format({"bold": True}))
    with pytest.raises(UnicodeEncodeError):
        sheet.put_rumus(0, cetakan, "=A1", "x\udc80y")
