"""Reads a report back as a person does: sheets, header rows, cells by header and row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any, TypeAlias

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Baris: TypeAlias = Mapping[str, Any]

BARIS_KEPALA = 5
"""Where most sheets have their header, below the headers that span several columns."""


@dataclass(frozen=True)
class Laporan:
    """The bytes of a workbook, opened twice: what its cells carry, and what stands in them."""

    isi: bytes

    @cached_property
    def nilai(self) -> Workbook:
        """Return the workbook with what its cells carry."""
        return openpyxl.load_workbook(BytesIO(self.isi), data_only=True, rich_text=False)

    @cached_property
    def rumus(self) -> Workbook:
        """Return the workbook with what stands in its cells."""
        return openpyxl.load_workbook(BytesIO(self.isi))

    def table(self, lembar: str, kepala: str) -> list[Baris]:
        """Return the rows below the row that holds this header, by header, as they carry them.

        Headers under one that spans several columns are named "Atas: Bawah".
        """
        sheet = self.nilai[lembar]
        row = next(x.row or 0 for cells in sheet.iter_rows() for x in cells if x.value == kepala)
        names = _names(sheet, row)
        return [
            {names[ke]: value for ke, value in enumerate(values) if ke in names}
            for values in sheet.iter_rows(min_row=row + 1, values_only=True)
        ]

    def formulas(self) -> dict[tuple[str, str], tuple[str, Any]]:
        """Return every formula and the value it carries, by sheet and cell."""
        return {
            (sheet.title, cell.coordinate): (
                str(cell.value),
                self.nilai[sheet.title][cell.coordinate].value,
            )
            for sheet in self.rumus.worksheets
            for cells in sheet.iter_rows()
            for cell in cells
            if cell.data_type == "f"
        }


def _names(sheet: Worksheet, baris: int) -> dict[int, str]:
    """Return the headers by column from 0, with those that span several columns before them."""
    above = _groups(sheet) if baris == BARIS_KEPALA else {}
    return {
        cell.column - 1: above.get(cell.column, "") + str(cell.value)
        for cell in sheet[baris]
        if cell.value is not None and cell.column is not None
    }


def _groups(sheet: Worksheet) -> dict[int, str]:
    """Return what stands over each column; a title over the whole table is none of theirs."""
    row = BARIS_KEPALA - 1
    above = {x.column: f"{x.value}: " for x in sheet[row] if x.value is not None and x.column}
    for merged in sheet.merged_cells.ranges:
        if merged.min_row == row:
            title = above.pop(merged.min_col, "")
            columns = range(merged.min_col, merged.max_col + 1)
            above |= dict.fromkeys(columns if len(columns) < sheet.max_column else (), title)
    return above


def row_where(rows: list[Baris], kolom: str, isi: object) -> Baris:
    """Return the first row with this value."""
    return next(x for x in rows if x.get(kolom) == isi)
