"""Whatever stands in a form: accepted with just what a person sees, or found at its own cell."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_cli.adapter.buku_xlsx import read_buku
from kinerja_cli.adapter.format_unit import build_format
from kinerja_cli.domain.angka import Angka, Rentang, parse_angka
from kinerja_cli.domain.formulir import KolomAnggaran, KolomData
from kinerja_cli.domain.pemeriksaan import check_buku
from kinerja_cli.domain.pemeriksaan.konteks import HasilPeriksa
from kinerja_cli.domain.rencana import Agregasi, Polaritas
from kinerja_cli.domain.temuan import Tingkat
from rencana_uji import PENGATURAN, indikator, porsi, rencana

RENTANG = Rentang(Decimal(7), Decimal(8))
RENCANA = rencana(
    indikator("A"),
    indikator("P", porsi("u1", 90, (90,) * 4), satuan="persen", agregasi=Agregasi.RATA_RATA),
    indikator(
        "R", porsi("u1", RENTANG, (RENTANG,) * 4), polaritas=Polaritas.RENTANG,
        agregasi=Agregasi.POSISI_AKHIR,
    ),
    indikator(
        "H", porsi("u1", "BB", ("BB",) * 4), satuan="SAKIP", polaritas=Polaritas.PREDIKAT,
        agregasi=Agregasi.POSISI_AKHIR,
    ),
    predikat={"SAKIP": {"A": Decimal(80), "BB": Decimal(70)}},
)  # fmt: skip
FORM = build_format(RENCANA, PENGATURAN, "u1", 1, datetime(2021, 1, 1, tzinfo=UTC))
TEKS = ["85,5", "85,5%", "1.069,32", "138.345", "89.49", "36.60 Persen", "2 dok", "2 dokumen",
        "Rp.  800.000.000,-", "-5,90 Persen", "<= 1%", "80-90%", "88/100.000 KH", "90%\n20%", "n/a",
        "-", " ", "BB", "80,10 (A)", "6 *)", "nihil", "=1+1", "#DIV/0!", "TRUE", ""]  # fmt: skip
NILAI = st.one_of(
    st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12),
    st.integers(-(10**9), 10**9),
    st.sampled_from(TEKS),
    st.text(max_size=12).filter(lambda x: x.isprintable()),
    st.booleans(),
    st.none(),
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
)
FORMAT = st.sampled_from(["General", "0%", "0.00", "#,##0", "d-mmm", '0"%"'])


def code_rows(lembar: Worksheet, kolom: int) -> dict[str, int]:
    """Return the row of each indicator's or line's code."""
    cells = (lembar.cell(x, kolom) for x in range(1, lembar.max_row + 1))
    return {str(x.value): x.row for x in cells if isinstance(x.value, str) and "#" not in x.value}


def seen(cell: Cell | MergedCell, kode: str) -> Decimal | str | None:
    """Return what a person sees in a cell, by a second and simpler reading."""
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        kept = float(f"{cell.value:.16g}")  # openpyxl writes so many digits, Excel shows one less
        number = Decimal(f"{kept:.15g}")
        return number * 100 if cell.number_format == "0%" else number
    text = str(cell.value or "").strip()
    if kode == "H":
        return text.upper() or None
    outcome = parse_angka(text)
    return outcome.nilai if isinstance(outcome, Angka) else None


def check(buku: openpyxl.Workbook) -> tuple[HasilPeriksa, set[tuple[str, str]]]:
    """Return the outcome for a workbook, and the cells that have a galat."""
    stream = BytesIO()
    buku.save(stream)
    hasil = check_buku(read_buku(stream.getvalue()), "u.xlsx", RENCANA, PENGATURAN)
    galat = {
        (x.tempat.lembar, x.tempat.sel) for x in hasil.temuan if x.jenis.tingkat is Tingkat.GALAT
    }
    return hasil, galat


def put(cell: Any, nilai: object, format_sel: str) -> None:  # noqa: ANN401
    cell.value = nilai
    if not isinstance(nilai, date):
        cell.number_format = format_sel


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.dictionaries(st.sampled_from("APRH"), st.tuples(NILAI, FORMAT), min_size=1))
def test_any_realisasi_is_taken_as_seen_or_found_at_its_cell(
    isian: dict[str, tuple[object, str]],
) -> None:
    buku = openpyxl.load_workbook(BytesIO(FORM))
    lembar = buku["Data Kinerja"]
    rows = code_rows(lembar, KolomData.KODE.kolom)
    cells = {kode: lembar.cell(rows[kode], KolomData.REALISASI.kolom) for kode in isian}
    for kode, (nilai, format_sel) in isian.items():
        put(cells[kode], nilai, format_sel)
    hasil, galat = check(buku)
    assert hasil.setoran is not None
    for kode, cell in cells.items():
        if ("Data Kinerja", cell.coordinate) in galat:
            continue
        assert hasil.setoran.realisasi[kode].nilai == seen(cell, kode)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Data Kinerja", "Penjelasan", "Anggaran", "_identitas"]),
            st.integers(1, 30),
            st.integers(1, 11),
            NILAI,
            FORMAT,
        ),
        min_size=1,
        max_size=6,
    )
)
def test_any_cell_may_hold_anything(
    isian: list[tuple[str, int, int, object, str]],
) -> None:
    buku = openpyxl.load_workbook(BytesIO(FORM))
    for lembar, baris, kolom, nilai, format_sel in isian:
        cell = buku[lembar].cell(baris, kolom)
        if isinstance(cell, Cell):
            put(cell, nilai, format_sel)
    hasil, galat = check(buku)
    if galat or hasil.setoran is None:
        assert hasil.temuan
        return
    data, money = buku["Data Kinerja"], buku["Anggaran"]
    rows = code_rows(data, KolomData.KODE.kolom)
    for kode, realisasi in hasil.setoran.realisasi.items():
        assert realisasi.nilai == seen(data.cell(rows[kode], KolomData.REALISASI.kolom), kode)
    lines = code_rows(money, KolomAnggaran.KODE.kolom)
    for kode, line in hasil.setoran.anggaran.items():
        assert line.nilai == seen(money.cell(lines[kode], KolomAnggaran.REALISASI.kolom), kode)


@pytest.mark.parametrize("nilai", [float("1e-7"), 100.00000000000001, 0.1 + 0.2, 1e12])
def test_float_noise_is_not_what_a_person_sees(nilai: float) -> None:
    buku = openpyxl.load_workbook(BytesIO(FORM))
    lembar = buku["Data Kinerja"]
    row = code_rows(lembar, KolomData.KODE.kolom)["A"]
    lembar.cell(row, KolomData.REALISASI.kolom).value = nilai
    hasil, _ = check(buku)
    assert hasil.setoran is not None
    assert hasil.setoran.realisasi["A"].nilai == Decimal(f"{nilai:.15g}")
