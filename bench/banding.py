"""The peers that the program is measured against, each doing its job in the plainest way."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pandas as pd
import python_calamine
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation

from kinerja_cli.adapter.buku_xlsx import read_buku
from kinerja_cli.domain.formulir import KolomAnggaran, KolomData, KolomPenjelasan
from kinerja_cli.domain.rencana import Rencana, format_nilai


def read_with_pandas(berkas: Sequence[Path]) -> int:
    """Read every sheet of every workbook, as a script of an office would; return the sheets."""
    return sum(len(pd.read_excel(x, sheet_name=None, engine="openpyxl")) for x in berkas)


def read_with_calamine(berkas: Sequence[Path]) -> int:
    """Read every sheet's bare values, the floor of what reading costs; return the sheets."""
    count = 0
    for path in berkas:
        buku = python_calamine.CalamineWorkbook.from_path(path)
        for nama in buku.sheet_names:
            buku.get_sheet_by_name(nama).to_python()
            count += 1
    return count


def read_with_ours(berkas: Sequence[Path]) -> int:
    """Read every workbook as the program does, and nothing else; return the sheets."""
    return sum(len(read_buku(x.read_bytes()).lembar) for x in berkas)


def write_with_openpyxl(rencana: Rencana, unit: str, tujuan: Path) -> None:
    """Write a unit's form cell by cell with a style on each, as most scripts do."""
    buku = openpyxl.Workbook()
    lembar = buku.active
    assert lembar is not None  # noqa: S101 - a new workbook has a sheet
    daftar = rencana.indicators_of(unit)
    rows = [
        [n, "", f"{x.uraian}\n({x.satuan})", format_nilai(x.porsi[0].target_tahunan),
         format_nilai(x.porsi[0].target[0]), None, None, x.kode]
        for n, x in enumerate(daftar, 1)
    ]  # fmt: skip
    _fill(lembar, [x.judul for x in KolomData], rows, 12)
    lembar.protection.sheet = True
    rule = DataValidation(type="decimal", operator="greaterThanOrEqual", formula1="0")
    lembar.add_data_validation(rule)
    rule.add(f"F13:F{12 + len(rows)}")
    notes = [[n, x.uraian, *[None] * 7, x.kode] for n, x in enumerate(daftar, 1)]
    _fill(buku.create_sheet("Penjelasan"), [x.judul for x in KolomPenjelasan], notes, 8)
    lines = [[x.kode, x.uraian, float(x.pagu or 0), None, None] for x in rencana.budget_lines(unit)]
    _fill(buku.create_sheet("Anggaran"), [x.judul for x in KolomAnggaran], lines, 8)
    buku.create_sheet("Petunjuk")["A1"] = "Petunjuk pengisian"
    buku.create_sheet("_identitas").sheet_state = "hidden"
    buku.save(tujuan)


def _fill(lembar, judul: Sequence[str], rows: Sequence[Sequence[object]], mulai: int) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001 - openpyxl's sheet
    side = Side(style="thin", color="8C96A8")
    for kolom, teks in enumerate(judul, 1):
        cell = lembar.cell(mulai, kolom, teks)
        cell.font = Font(name="Arial", size=10, bold=True)
        cell.fill = PatternFill("solid", fgColor="D9E2F3")
        cell.border = Border(side, side, side, side)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    for baris, row in enumerate(rows, mulai + 1):
        for kolom, nilai in enumerate(row, 1):
            cell = lembar.cell(baris, kolom, nilai)
            cell.font = Font(name="Arial", size=10)
            cell.border = Border(side, side, side, side)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            cell.protection = Protection(locked=nilai is not None)
